"""What can go wrong with the database, each with what to do about it."""

from collections.abc import Mapping
from typing import Literal

from quizapp.errors import QuizappError
from quizapp.i18n import N_, _

Reason = Literal[
    "full",
    "locked",
    "read_only",
    "damaged",
    "cannot_open",
    "io",
    "newer",
    "foreign",
    "elsewhere",
    "migration",
    "empty",
    # of a database on a server alone
    "older",
    "in_use",
    "unreachable",
    "refused",
    "no_database",
    "too_many",
    "gone",
    "unsure",
    "no_right",
    "letters",
    "unsafe",
    "encoding",
]

MESSAGES: Mapping[Reason, str] = {
    "full": N_(
        "Nothing was saved: the disk that holds {place} is full. "
        "Everything saved before is safe. Free some space, then try again."
    ),
    "locked": N_(
        "Nothing was saved: another program is using {place} and did not let go. "
        "Close other copies of quizapp, then try again."
    ),
    "read_only": N_(
        "Nothing was saved: {place} may not be written. Allow writing to the file and its folder, "
        "or set QUIZAPP_DATA to a folder where you may write."
    ),
    "damaged": N_(
        "The database {place} is damaged, and it was left as it is. Copy it to a safe place, move "
        "it out of its folder and start again; a copy named .backup beside it, if there is one, "
        "can be put in its place."
    ),
    "cannot_open": N_(
        "The database {place} cannot be opened. Check that its folder exists and that you may "
        "write there, or set QUIZAPP_DATA to another folder."
    ),
    "io": N_(
        "Nothing was saved: the disk reported an error on {place}. "
        "Everything saved before is kept. Check that the disk is connected and sound, "
        "then start the program again."
    ),
    "newer": N_(
        "The database {place} was written by a newer version of quizapp, and it was left as it is. "
        "Install the newer version, or set QUIZAPP_DATA to another folder."
    ),
    "foreign": N_(
        "The file {place} is a database of another program, and it was left as it is. "
        "Set QUIZAPP_DATA to another folder."
    ),
    "elsewhere": N_(
        "Nothing was saved: this attempt was continued in another window or terminal. "
        "Close it here and open it again to go on from there."
    ),
    "migration": N_(
        "The database {place} could not be brought up to date, and it was left as it is. "
        "Go on with the version of quizapp that wrote it, and report the reason given here."
    ),
    "empty": N_("There is nothing in the database {place} yet."),
}

# The primary result codes that a user can do something about: https://sqlite.org/rescode.html
REASONS: dict[int, Reason] = {
    3: "read_only",  # SQLITE_PERM
    5: "locked",  # SQLITE_BUSY
    6: "locked",  # SQLITE_LOCKED
    8: "read_only",  # SQLITE_READONLY
    10: "io",  # SQLITE_IOERR
    11: "damaged",  # SQLITE_CORRUPT
    13: "full",  # SQLITE_FULL
    14: "cannot_open",  # SQLITE_CANTOPEN
    26: "damaged",  # SQLITE_NOTADB
}


class StoreError(QuizappError):
    """The database could not do what it was asked. ``reason`` is for programs."""

    def __init__(
        self,
        reason: Reason,
        place: object,
        detail: str = "",
        messages: Mapping[Reason, str] = MESSAGES,
    ) -> None:
        message = _(messages[reason]).format(place=place)
        super().__init__(f"{message} ({detail})" if detail else message)
        self.reason = reason


class ElsewhereError(Exception):
    """An attempt grew since it was loaded; the store makes a ``StoreError`` of it."""


def reason_of(error: BaseException | None) -> Reason | None:
    """Why SQLite failed, where a user can do something about it; ``None`` for a fault of ours."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return REASONS.get(code)
