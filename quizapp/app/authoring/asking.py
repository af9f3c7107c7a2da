"""What an author does to the items: every command takes a draft and gives another one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from quizapp.app.authoring.draft import Draft
from quizapp.app.authoring.marking import fresh_id
from quizapp.bank.derive import edited
from quizapp.bank.layout import ItemShape
from quizapp.claims import ClaimMap
from quizapp.fields import Findings
from quizapp.items import COMMON, KINDS, Derived, Item, Option, Picture

_EMPTY: dict[str, Any] = {
    "stem": "",
    "claims": (),
    "trade_off": "",
    "feedback": "",
    "weight": Decimal(1),
    "skills": (),
    "tags": (),
    "picture": None,
    "derived": None,
}
_KEPT = ("id", "claims", "trade_off", "derived")


def put(draft: Draft, item: Item) -> Draft:
    """The item as it is now, by hand from now on; new ones go to the end."""
    if any(one.id == item.id for one in draft.items):
        items = tuple(item if one.id == item.id else one for one in draft.items)
        return replace(draft, items=items)
    return replace(draft, items=(*draft.items, item))


def change(draft: Draft, item: Item, **fields: Any) -> Draft:
    """``item`` with other fields. A derived one remembers its claims and that it was edited."""
    if any(name in fields for name in _KEPT):
        changed = replace(item, **fields)
    else:
        changed = edited(item, **fields)
    return put(draft, changed)


def new_item(kind: str, id_: str, claims: ClaimMap, /, **fields: Any) -> Item:
    """An item of a kind with nothing filled in but what is given."""
    own = {field.name: field.default for field in KINDS[kind].FIELDS}
    common = {"id": id_, **_EMPTY}
    for name, value in fields.items():
        (common if name in common else own)[name] = value
    if "options" in own and not own["options"]:
        own["options"] = [
            {"id": id_, "text": "", "credit": None, "feedback": ""} for id_ in ("a", "b", "c")
        ]
    return KINDS[kind].build(common, own, claims)


def add_item(draft: Draft, kind: str, **fields: Any) -> tuple[Draft, str]:
    """An empty item of a kind at the end, and its id."""
    taken = {item.id for item in draft.items}.union(draft.order, draft.declined)
    id_ = fresh_id(kind, taken)
    return put(draft, new_item(kind, id_, draft.map, **fields)), id_


def remove(draft: Draft, id_: str) -> Draft:
    """Take an item out; a derived one does not come back by itself."""
    items = tuple(item for item in draft.items if item.id != id_)
    declined = (*draft.declined, id_) if id_ not in draft.declined else draft.declined
    order = tuple(one for one in draft.order if one != id_)
    return replace(draft, items=items, declined=declined, order=order)


def restore(draft: Draft, id_: str) -> Draft:
    """Let a derived item follow its claim again: an edit or a removal is taken back."""
    items = tuple(item for item in draft.items if item.id != id_)
    declined = tuple(one for one in draft.declined if one != id_)
    return replace(draft, items=items, declined=declined)


def redraw(draft: Draft, seed: int) -> Draft:
    """Draw the derived items anew; those by hand stay as they are."""
    return replace(draft, seed=seed)


def reorder(draft: Draft, shown: Sequence[str], id_: str, place: int) -> Draft:
    """Put an item at another place among those that are ``shown``, by their ids in their order."""
    others = [one for one in shown if one != id_]
    place = min(max(0, place), len(others))
    return replace(draft, order=(*others[:place], id_, *others[place:]))


def taken_over(draft: Draft, items: Iterable[Item]) -> tuple[Draft, tuple[str, ...]]:
    """Copies of another bank's items as items by hand, and their new ids.

    Claims and trade-offs that this draft does not have are left out of them: what an item of a
    kind needs of those is then named among the problems.
    """
    known, copied = {claim.id for claim in draft.claims}, list[Item]()
    trade_offs = {trade_off.id for trade_off in draft.trade_offs}
    taken = {one.id for one in draft.items}.union(draft.order, draft.declined)
    for item in items:
        id_ = fresh_id(item.id.replace("-", " "), taken) if item.id in taken else item.id
        taken.add(id_)
        claims = tuple(claim for claim in item.claims if claim in known)
        trade_off = item.trade_off if item.trade_off in trade_offs else ""
        copied.append(replace(item, id=id_, claims=claims, trade_off=trade_off, derived=None))
    after = replace(draft, items=(*draft.items, *copied))
    return after, tuple(item.id for item in copied)


def from_fields(kind: str, record: dict[str, Any], claims: ClaimMap) -> Item:
    """An item from what an editor of its kind filled in, as a file has it.

    Whatever does not fit is left empty, and named among the problems.
    """
    read = ItemShape().read({**record, "kind": kind}, (), Findings()) or {}
    common = {f.name: read.get(f.name, f.default) for f in COMMON if f.name != "kind"}
    picture, derived = common["picture"], common["derived"]
    common["picture"] = Picture(**picture) if picture else None
    common["derived"] = Derived(**derived) if derived else None
    own = {f.name: read.get(f.name, f.default) for f in KINDS[kind].FIELDS}
    return KINDS[kind].build(common, own, claims)


def option_id(options: Iterable[Option]) -> str:
    """The first letter that is no option's id yet."""
    taken = {option.id for option in options}
    letters = "abcdefghijklmnopqrstuvwxyz"
    return next((letter for letter in letters if letter not in taken), f"o{len(taken) + 1}")
