"""A file of claims and items: read, checked, written, named by its hash."""

from quizapp.bank.layout import schema
from quizapp.bank.model import STANDING_KINDS, Balance, Bank, Rater
from quizapp.bank.read import Fetch, Reading, examine, examine_tree, from_canonical, read
from quizapp.bank.write import canonical, item_records, version, write, write_items

__all__ = [
    "STANDING_KINDS",
    "Balance",
    "Bank",
    "Fetch",
    "Rater",
    "Reading",
    "canonical",
    "examine",
    "examine_tree",
    "from_canonical",
    "item_records",
    "read",
    "schema",
    "version",
    "write",
    "write_items",
]
