"""A draft as records, lists and strings for its journal, and back again.

Raises ``ValueError``, ``KeyError`` or ``TypeError`` for anything that the program did not write.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from typing import Any

from quizapp.app.authoring.asking import from_fields
from quizapp.app.authoring.draft import Draft
from quizapp.bank import Rater, item_records
from quizapp.claims import (
    Article,
    Attribution,
    Basis,
    Claim,
    ClaimMap,
    Evidence,
    Quote,
    Source,
    Span,
    Stance,
    Standing,
    TradeOff,
)
from quizapp.items import Item

Record = dict[str, Any]
_NO_MAP = ClaimMap(Article("", "", ""))


def to_record(draft: Draft) -> Record:
    """Every field of a draft by its name."""
    return {field.name: pack(field.name, getattr(draft, field.name)) for field in fields(Draft)}


def from_record(record: Mapping[str, Any]) -> Draft:
    """The draft that ``to_record`` wrote; fields of a later version are left out."""
    known = [field.name for field in fields(Draft) if field.name in record]
    return Draft(**{name: unpack(name, record[name]) for name in known})


def pack(name: str, value: Any) -> Any:
    """The value of a draft's field as JSON has it."""
    if name == "items":
        return item_records(value)
    if name in _MAKERS:
        return [asdict(one) for one in value]
    return list(value) if isinstance(value, tuple) else value


def unpack(name: str, value: Any) -> Any:
    """The inverse of ``pack``."""
    if name in _MAKERS:
        return tuple(map(_MAKERS[name], value))
    return tuple(value) if isinstance(value, list) else value


def _source(record: Record) -> Source:
    return Source(**record)


def _trade_off(record: Record) -> TradeOff:
    sides = ("for_", "against", "no_side", "not_argued")
    return TradeOff(
        record["id"], record["question"], **{side: tuple(record[side]) for side in sides}
    )


def _rater(record: Record) -> Rater:
    return Rater(record["name"], tuple((id_, standing) for id_, standing in record["standings"]))


def _claim(record: Record) -> Claim:
    written, basis, also = record["written"], record["basis"], record["also"]
    return Claim(
        **{
            **record,
            "written": Standing(written) if written else None,
            "basis": Basis(basis) if basis else None,
            "also": Standing(also) if also else None,
            "attributions": tuple(map(_attribution, record["attributions"])),
        }
    )


def _attribution(record: Record) -> Attribution:
    evidence = record["evidence"]
    quotes = tuple(tuple(Quote(**one) for one in some) for some in evidence["quotes"])
    spans = tuple(tuple(Span(**one) for one in some) for some in evidence["spans"])
    stance = Stance(record["stance"])
    return Attribution(**{**record, "stance": stance, "evidence": Evidence(quotes, spans)})


def _item(record: Record) -> Item:
    return from_fields(record["kind"], record, _NO_MAP)


_MAKERS: dict[str, Callable[[Record], Any]] = {
    "sources": _source,
    "claims": _claim,
    "trade_offs": _trade_off,
    "items": _item,
    "raters": _rater,
}
