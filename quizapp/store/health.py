"""What the doctor says about the database."""

from dataclasses import dataclass

from quizapp.quiz.log import Chain
from quizapp.store import attempts
from quizapp.store.db import Store
from quizapp.store.schema import SCHEMA

MOST = 1_000


@dataclass(frozen=True, slots=True)
class Health:
    """How a database is. ``broken`` holds the attempts whose log does not hold together.

    ``engine`` is what keeps it. ``size`` is in bytes. ``followed`` is how many of its ``attempts``
    had their logs looked at.
    """

    place: str
    revision: str
    engine: str
    journal: str
    synchronous: str
    size: int
    attempts: int
    followed: int
    broken: tuple[Chain, ...]

    @property
    def sound(self) -> bool:
        """Whether there is nothing to do."""
        return not self.broken


def examine(store: Store) -> Health:
    """Look at everything, which takes longer than a start may.

    On a server, which may hold a million attempts, the logs of the newest ``MOST`` are followed.

    Raises:
        StoreError: the database is damaged.
    """
    store.check()
    with store.read() as connection:
        ids = attempts.every_id(connection)
        followed = ids[-MOST:] if store.shared else ids
        chains = [attempts.verify(connection, id_) for id_ in followed]
        engine, size = store.backend.version(connection), store.backend.size(connection)
    return Health(
        place=store.place,
        revision=SCHEMA.head,
        engine=engine,
        journal=store.journal,
        synchronous=store.synchronous,
        size=size,
        attempts=len(ids),
        followed=len(followed),
        broken=tuple(chain for chain in chains if not chain.sound),
    )
