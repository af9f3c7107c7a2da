"""What a practice pack carries: the bank itself, with its keys and reasons, for feedback.

Whoever opens the file can read them, so that none of its questions belongs in an exam.
"""

from dataclasses import replace

from quizapp.bank import Bank, canonical, from_canonical
from quizapp.classroom.canonical import UnreadableError
from quizapp.classroom.exam import Link
from quizapp.errors import FileError
from quizapp.i18n import _


def practice_content(bank: Bank) -> bytes:
    """The bank’s canonical JSON, without how its readers keyed it, which names people."""
    return canonical(replace(bank, raters=()))


def practice_link(bank: Bank) -> Link:
    """From the items of a practice pack to those of its bank: they are the same."""
    return Link({item.id: (item.id, {}) for item in bank.items})


def practice_bank(data: bytes) -> Bank:
    """The bank in a practice pack.

    Raises:
        UnreadableError: it is damaged, or was written by a newer version of the program.
    """
    try:
        return from_canonical(data)
    except FileError as error:
        text = _("The questions of this pack are damaged. Ask your teacher for the pack again.")
        if any(problem.path == ("format",) for problem in error.problems):
            text = _(
                "This pack was made by a newer version of quizapp. Install that version, then open "
                "the pack again."
            )
        raise UnreadableError(text) from error
