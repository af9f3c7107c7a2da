"""The bank in ``tests/data/ferry``, whole or with something changed."""

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


def changed(*changes: tuple[str, str], text: str = TEXT) -> str:
    """The text of the example with each old part, which stands there once, made new."""
    for old, new in changes:
        assert text.count(old) == 1, f"{text.count(old)} times in the example: {old!r}"
        text = text.replace(old, new)
    return text


def examined(text: str, article: str = ARTICLE) -> Reading:
    """What is found in a bank over an article."""
    return examine(text.encode(), "bank.nt", lambda name: with_text(name, article))


def with_text(name: str, article: str) -> bytes:
    """A file from the folder of the example, with another article in it."""
    return beside(name) if name.endswith(".png") else article.encode()
