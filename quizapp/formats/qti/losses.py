"""What QTI does not carry of an item."""

from collections.abc import Iterator, Mapping

from quizapp.formats.base import Loss
from quizapp.formats.qti.dialect import tidy
from quizapp.items import (
    Categorise,
    Cloze,
    EvidenceItem,
    Info,
    Item,
    Numeric,
    Order,
    ShortAnswer,
    StandingWithEvidence,
)

CLAIMS = "QTI knows no claims: the item comes back as an ordinary question."
DERIVED = "QTI does not say from which template an item was derived."
SPACES = "Line ends, double spaces or signs in its texts that XML does not keep were left out."
ORDER = "In QTI only the whole order earns anything; here each pair in its order does."
NEAR = "What is said to a near miss was left out."
UNITS = "QTI has no units: the number is asked for alone."
ORIGINAL = "What another program wrote was left out; its words were kept."
PICTURE = "Its picture “{file}” is not among the bank’s files."
KIND = "QTI has no place for a question of the kind {kind}; it was not written."
LOSSES = (CLAIMS, DERIVED, SPACES, ORDER, NEAR, UNITS, ORIGINAL)


def losses_of(item: Item, files: Mapping[str, bytes]) -> list[Loss]:
    """What a package does not carry of one item."""
    return [Loss(item=item.id, code=code, what=what) for code, what in _losses(item, files)]


def _losses(item: Item, files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    if isinstance(item, EvidenceItem | StandingWithEvidence | Categorise):
        yield "kind", KIND.format(kind=item.kind)
    if item.claims or item.trade_off:
        yield "claims", CLAIMS
    if item.derived:
        yield "derived", DERIVED
    if any(tidy(words) != words for words in _texts(item)):
        yield "spaces", SPACES
    if isinstance(item, Order) and not item.all_or_nothing:
        yield "order", ORDER
    if isinstance(item, ShortAnswer) and item.misses:
        yield "near", NEAR
    if isinstance(item, Numeric) and (item.unit or item.units):
        yield "units", UNITS
    if isinstance(item, Info) and item.original and not item.original.format.startswith("qti"):
        yield "original", ORIGINAL
    if item.picture and item.picture.file not in files:
        yield "picture", PICTURE.format(file=item.picture.file)


def _texts(item: Item) -> Iterator[str]:
    yield from (item.stem, item.feedback, *item.tags)
    for option in getattr(item, "options", ()):
        yield option.text.replace("\n", "  ")
        yield option.feedback
    if isinstance(item, Cloze):
        yield item.text
        for gap in item.gaps:
            yield from gap.accepted
            yield from gap.options
    if isinstance(item, ShortAnswer):
        yield from item.accepted
