"""A file of claims and items: read, checked, written, named by its hash."""

from quizapp.bank.layout import schema
from quizapp.bank.model import STANDING_KINDS, Balance, Bank, Rater
from quizapp.bank.read import Fetch, Reading, examine, from_canonical, read
from quizapp.bank.write import canonical, version, write

__all__ = [
    "STANDING_KINDS",
    "Balance",
    "Bank",
    "Fetch",
    "Rater",
    "Reading",
    "canonical",
    "examine",
    "from_canonical",
    "read",
    "schema",
    "version",
    "write",
]
