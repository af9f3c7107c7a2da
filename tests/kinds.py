"""The example bank with other items: one of each kind that is typed, placed or put in order."""

from functools import cache

from quizapp.bank import Bank, read
from quizapp.items import Item
from tests.examples import FERRY, TEXT, beside

ITEMS = (FERRY / "kinds.nt").read_text("utf-8")
KINDS_TEXT = TEXT[: TEXT.index("items:\n")] + ITEMS


@cache
def kinds() -> Bank:
    """The bank as it is."""
    return read(KINDS_TEXT.encode(), "bank.nt", beside)


def of(kind: str) -> Item:
    """Its first item of a kind."""
    return next(item for item in kinds().items if item.kind == kind)
