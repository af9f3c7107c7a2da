"""Where a database is that is no file: on a PostgreSQL server, named by a URL."""

from dataclasses import dataclass, field
from importlib.util import find_spec

from sqlalchemy import URL
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from quizapp.errors import QuizappError
from quizapp.i18n import _

DRIVER = "postgresql+psycopg"
NAMES = (DRIVER, "postgresql", "postgres")  # the last two are what others write for the same
EXAMPLE = f"{DRIVER}://roe@db.school.example/quizapp"


@dataclass(frozen=True, slots=True)
class Address:
    """A database on a server. What it prints has no password in it."""

    url: URL = field(repr=False)

    @property
    def shown(self) -> str:
        """The database and its server, as people are told."""
        host = self.url.host or str(self.url.query.get("host", "")) or _("this computer")
        return _("“{database}” on {host}").format(database=self.url.database, host=host)


def address(variable: str, words: str) -> Address:
    """What the URL ``words`` names, which the environment's ``variable`` holds.

    Raises:
        QuizappError: it is no such URL, or the library that speaks to the server is missing. The
            message repeats nothing of a URL, for there may be a password in it.
    """
    try:
        url = make_url(words)
    except (ArgumentError, ValueError) as error:  # ``ValueError`` for a port that is no number
        raise QuizappError(_refusal(variable, _("cannot be read as a URL"))) from error
    if url.drivername not in NAMES:
        text = _("begins with {name}, which quizapp does not know")
        raise QuizappError(_refusal(variable, text.format(name=f"{url.drivername}://")))
    if not url.database:
        raise QuizappError(_refusal(variable, _("names a server, but no database on it")))
    if find_spec("psycopg") is None:
        text = _(
            "{variable} names a database on a PostgreSQL server, and this copy of quizapp has "
            "nothing to speak to one. Use one installed with “pip install '.[postgresql]'” in the "
            "folder of its source, or take {variable} away to use a file."
        )
        raise QuizappError(text.format(variable=variable))
    return Address(url.set(drivername=DRIVER))


def _refusal(variable: str, what: str) -> str:
    text = _(
        "{variable} {what}. Write it like {example}, or take it away to use a file in your data "
        "folder."
    )
    return text.format(variable=variable, what=what, example=EXAMPLE)
