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
OTHERS = "A further number that earns a part, or has words of its own, does so no more."
MOVED = "It goes back as it came, and so names its picture by its old address."
PARTS = "In QTI 1.2 an answer in a gap earns all or nothing; those that earn a part are left out."
ORIGINAL = "What another program wrote was left out; its words were kept."
PICTURE = "Its picture “{file}” is not among the bank’s files."
KIND = "QTI has no place for a question of the kind {kind}; it was not written."
LOSSES = (CLAIMS, DERIVED, SPACES, ORDER, NEAR, UNITS, OTHERS, PARTS, ORIGINAL, MOVED)


def losses_of(item: Item, files: Mapping[str, bytes], format_id: str) -> list[Loss]:
    """What a package of this format does not carry of one item."""
    found = _losses(item, files, format_id)
    return [Loss(item=item.id, code=code, what=what) for code, what in found]


def _losses(item: Item, files: Mapping[str, bytes], format_id: str) -> Iterator[tuple[str, str]]:
    if isinstance(item, EvidenceItem | StandingWithEvidence | Categorise):
        yield "kind", KIND.format(kind=item.kind)
    if item.claims or item.trade_off:
        yield "claims", CLAIMS
    if item.derived:
        yield "derived", DERIVED
    if any(tidy(words) != words for words in _texts(item)):
        yield "spaces", SPACES
    if item.picture and item.picture.file not in files:
        yield "picture", PICTURE.format(file=item.picture.file)
    yield from _of_kind(item, format_id)


def _of_kind(item: Item, format_id: str) -> Iterator[tuple[str, str]]:
    """What is lost of a kind's own fields."""
    if isinstance(item, Order) and not item.all_or_nothing:
        yield "order", ORDER
    if isinstance(item, ShortAnswer) and item.misses:
        yield "near", NEAR
    if isinstance(item, Numeric) and (item.unit or item.units):
        yield "units", UNITS
    if isinstance(item, Numeric) and any(o.credit != 1 or o.feedback for o in item.others):
        yield "others", OTHERS
    if isinstance(item, Cloze) and format_id == "qti12" and any(gap.partial for gap in item.gaps):
        yield "parts", PARTS
    if isinstance(item, Info) and item.original:
        yield from _moved(item, item.original.format, format_id)


def _moved(item: Info, before: str, format_id: str) -> Iterator[tuple[str, str]]:
    if before != format_id:
        yield "original", ORIGINAL
    elif item.picture:
        yield "original-picture", MOVED


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
