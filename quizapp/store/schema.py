"""Which revisions of the tables this version knows; compared by plain SQL, for Alembic is slow."""

from dataclasses import dataclass
from pathlib import Path

_MIGRATIONS = Path(__file__).parent / "migrations"


@dataclass(frozen=True, slots=True)
class Schema:
    """The known revisions, oldest first, and the folder with the migrations between them."""

    revisions: tuple[str, ...]
    migrations: Path = _MIGRATIONS

    @property
    def head(self) -> str:
        """The revision that this version reads and writes."""
        return self.revisions[-1]

    @property
    def stamp(self) -> str:
        """Alembic's own table, as Alembic makes it, so that a new file needs no Alembic."""
        return (
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
            "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )


SCHEMA = Schema(revisions=("0001", "0002", "0003", "0004", "0005", "0006", "0007"))
