"""What a PostgreSQL server's errors mean, each with what to do about it."""

from collections.abc import Mapping

from quizapp.i18n import N_
from quizapp.store.errors import MESSAGES, Reason

SERVER_MESSAGES: Mapping[Reason, str] = {
    **MESSAGES,
    "full": N_(
        "Nothing was saved: the disk of the server that holds the database {place} is full. "
        "Everything saved before is safe. Tell whoever looks after it, then try again."
    ),
    "locked": N_(
        "Nothing was saved: somebody else is writing to the database {place} and took too long. "
        "Wait a moment, then try again."
    ),
    "read_only": N_(
        "Nothing was saved: the database {place} may only be read. Tell whoever looks after it; "
        "perhaps this is the server that stands in for another."
    ),
    "damaged": N_(
        "The database {place} is damaged, as its server says, and it was left as it is. "
        "Tell whoever looks after it: it must be restored from its last copy."
    ),
    "io": N_(
        "Nothing was saved: the disk of the server of {place} reported an error. "
        "Everything saved before is kept. Tell whoever looks after it."
    ),
    "newer": N_(
        "The database {place} was brought up to date by a newer version of quizapp, and it was "
        "left as it is. Install the newer version."
    ),
    "older": N_(
        "The database {place} was made by an older version of quizapp. Whoever looks after it "
        "makes a copy with pg_dump, lets everybody close quizapp, and runs “quizapp doctor "
        "--update” once. Until then, go on with the older version."
    ),
    "in_use": N_(
        "The database {place} is open in quizapp at some other place, and it was left as it is. "
        "Let everybody close quizapp, then run “quizapp doctor --update” again."
    ),
    "foreign": N_(
        "The database {place} holds tables of another program, and it was left as it is. "
        "Name a database of its own for quizapp."
    ),
    "migration": N_(
        "The database {place} could not be brought up to date, and it was left as it is. "
        "Go on with the version of quizapp that made it, and report the reason given here."
    ),
    "unreachable": N_(
        "The server of the database {place} cannot be reached. Check the network and the name in "
        "QUIZAPP_DATABASE, then try again. Nothing that was saved is lost."
    ),
    "refused": N_(
        "The server of the database {place} did not let you in. Check the name and the password "
        "in QUIZAPP_DATABASE or in the file .pgpass, or ask whoever looks after the server."
    ),
    "no_database": N_(
        "There is no database {place}. Check its name in QUIZAPP_DATABASE, or let whoever looks "
        "after the server make it."
    ),
    "too_many": N_(
        "The server of the database {place} has as many connections as it takes. Wait until "
        "somebody has closed quizapp, then try again; whoever looks after it can allow more."
    ),
    "gone": N_(
        "Nothing was saved: the connection to the database {place} was lost. Everything saved "
        "before is safe. Check the network, then try again."
    ),
    "unsure": N_(
        "The connection to the database {place} was lost while the last step was being saved, so "
        "it may be saved or not. Everything before it is safe. Open it again to see."
    ),
    "no_right": N_(
        "Nothing was saved: you may not do that in the database {place}. Whoever looks after it "
        "can give you the rights that docs/school.md lists."
    ),
    "letters": N_(
        "Nothing was saved: there is a character in it that the database {place} cannot hold. "
        "Type the text anew instead of pasting it."
    ),
    "unsafe": N_(
        "The database {place} may lose what it says that it saved, so quizapp does not use it. "
        "Let whoever looks after the server switch this on again."
    ),
    "encoding": N_(
        "The database {place} cannot hold every letter. Let whoever looks after the server make "
        "it with the encoding UTF8."
    ),
}

# https://www.postgresql.org/docs/current/errcodes-appendix.html, by code, else by class
_CODES: dict[str, Reason] = {
    "53100": "full",
    "53300": "too_many",
    "3D000": "no_database",
    "28000": "refused",
    "28P01": "refused",
    "57P01": "gone",
    "57P02": "gone",
    "57P03": "unreachable",
    "57P05": "gone",
    "57014": "locked",  # a statement took longer than the server allows
    "55P03": "locked",
    "40001": "locked",
    "40P01": "locked",
    "25006": "read_only",
    "42501": "no_right",
    "3F000": "no_right",  # there is no schema that we may use
    "22021": "letters",
    "22P05": "letters",
    "58030": "io",
    "XX001": "damaged",
    "XX002": "damaged",
}
# A connection that is not made has no code, only words; other languages than English end up below.
_WORDS: tuple[tuple[str, Reason], ...] = (
    ("too many clients", "too_many"),
    ("too many connections", "too_many"),
    ("remaining connection slots", "too_many"),
    ("password", "refused"),
    ("authentication failed", "refused"),
    ("pg_hba.conf", "refused"),
    ("not permitted to log in", "refused"),
    ("permission denied for database", "refused"),
    ("contain NUL", "letters"),
    ("during recovery", "read_only"),
)
# What psycopg raises where no server answered, or an option in the URL is none.
_SPEECHLESS = ("OperationalError", "ConnectionTimeout", "ProgrammingError")


def server_reason(cause: BaseException | None, *, lost: bool) -> Reason | None:
    """Why the server failed, where somebody can do something about it; ``None`` for our fault.

    ``lost`` says that a connection which there was is gone.
    """
    code = getattr(cause, "sqlstate", None) or ""
    if code in _CODES:
        return _CODES[code]
    if lost or code.startswith("08"):
        return "gone"
    words = str(cause)
    if "does not exist" in words and not code:
        return "refused" if 'role "' in words else "no_database"
    told = (reason for part, reason in _WORDS if part in words)
    speechless = not code and type(cause).__name__ in _SPEECHLESS
    return next(told, "unreachable" if speechless else None)
