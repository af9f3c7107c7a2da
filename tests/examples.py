"""The bank in ``tests/data/ferry``, whole or with one thing changed."""

from functools import cache
from pathlib import Path

from quizapp.bank import Bank, Reading, examine, read

FERRY = Path(__file__).parent / "data" / "ferry"
TEXT = (FERRY / "bank.nt").read_text("utf-8")
ARTICLE = (FERRY / "article.txt").read_text("utf-8")


def beside(name: str) -> bytes:
    """A file from the folder of the example."""
    return (FERRY / name).read_bytes()


@cache
def ferry() -> Bank:
    """The example as it is."""
    return read(TEXT.encode(), "bank.nt", beside)


def changed(old: str, new: str) -> str:
    """The text of the example with its one ``old`` made ``new``."""
    assert TEXT.count(old) == 1, f"{TEXT.count(old)} times in the example: {old!r}"
    return TEXT.replace(old, new)


def with_change(old: str, new: str, article: str = ARTICLE) -> Reading:
    """What is found in the example after one change."""
    return examine(changed(old, new).encode(), "bank.nt", lambda _name: article.encode())
