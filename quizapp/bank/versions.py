"""Two versions of a bank, compared item by item and claim by claim."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quizapp.bank.model import Bank
from quizapp.bank.write import canonical, tree
from quizapp.claims import TITLES, Claim
from quizapp.i18n import N_, _
from quizapp.items import PREFIX, Item, Response, split

SENTENCES: dict[str, str] = {
    "item-added": N_("Question “{id}” was added: {after}"),
    "item-removed": N_("Question “{id}” was removed: {before}"),
    "item-kind": N_("Question “{id}” is of another kind: {after}, before it was {before}."),
    "item-words": N_("Question “{id}” reads “{after}”; before it read “{before}”."),
    "item-options": N_("Question “{id}” offers “{after}”; before it offered “{before}”."),
    "item-key": N_("Question “{id}” has the key “{after}”; before it was “{before}”."),
    "item-rules": N_("Question “{id}” counts answers in another way ({after})."),
    "item-weight": N_("Question “{id}” weighs {after}; before it weighed {before}."),
    "item-other": N_("Question “{id}” was changed in {after}."),
    "claim-added": N_("Claim “{id}” was added: {after}"),
    "claim-removed": N_("Claim “{id}” was removed: {before}"),
    "claim-words": N_("Claim “{id}” reads “{after}”; before it read “{before}”."),
    "claim-standing": N_("Claim “{id}” stands as {after}; before it stood as {before}."),
    "claim-accepts": N_("Claim “{id}” accepts {after}; before it accepted {before}."),
    "claim-evidence": N_("Claim “{id}” is shown by “{after}”; before it was by “{before}”."),
    "claim-moved": N_("The words that show claim “{id}” stand in another place of the article."),
    "claim-stale": N_(
        "The article no longer has the words that show claim “{id}”. "
        "Withheld until somebody looks: {after}."
    ),
    "claim-settled": N_("The article has the words that show claim “{id}” again."),
    "claim-other": N_("Claim “{id}” was changed in {after}."),
    "article-edited": N_("The article was edited; it has {after} characters, and had {before}."),
    "article-about": N_("What is said about the article was changed in {after}."),
    "bank-about": N_("What is said about the bank was changed in {after}."),
    "source-added": N_("Source “{id}” was added: {after}"),
    "source-removed": N_("Source “{id}” was removed: {before}"),
    "source-changed": N_("Source “{id}” was changed in {after}."),
    "trade-off-added": N_("Trade-off “{id}” was added: {after}"),
    "trade-off-removed": N_("Trade-off “{id}” was removed: {before}"),
    "trade-off-changed": N_("Trade-off “{id}” was changed in {after}."),
    "rater-added": N_("The key of “{id}” was added."),
    "rater-removed": N_("The key of “{id}” was taken away."),
    "rater-changed": N_("The key of “{id}” was changed."),
    "picture-changed": N_("The picture “{id}” is another one."),
    "order": N_("The {id} stand in another order."),
}
_WORDS = ("stem", "text")
_RULES = ("key", "accepted", "answer", "tolerance", "unit", "units", "gaps", "near", "scoring")
_ABOUT = ("title", "language", "licence", "about", "skills")
Record = Mapping[str, Any]
Records = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs. ``what`` is a key of ``SENTENCES``; the rest is words for people."""

    what: str
    id: str
    before: str = ""
    after: str = ""

    def text(self) -> str:
        """The change as a sentence."""
        words = SENTENCES[self.what]
        return _(words).format(id=self.id, before=self.before, after=self.after)


def compare(old: Bank, new: Bank) -> tuple[Change, ...]:
    """All that changed from ``old`` to ``new``; nothing exactly where both are one version."""
    if canonical(old) == canonical(new):
        return ()
    before, after = tree(old), tree(new)
    found = (
        *_about(before, after),
        *_article(old, new, before["article"], after["article"]),
        *_raw("source", "name", before["sources"], after["sources"]),
        *_claims(old, new, before["claims"], after["claims"]),
        *_raw("trade-off", "question", before.get("trade_offs", []), after.get("trade_offs", [])),
        *_items(old, new, before["items"], after["items"]),
        *_pictures(old, new),
        *_raters(old, new),
    )
    return found or (Change("bank-about", "", after=", ".join(_differing(before, after))),)


def _differing(before: Record, after: Record) -> list[str]:
    """The fields that differ, in the order in which a file has them."""
    names = dict.fromkeys([*after, *before])
    return [name for name in names if before.get(name) != after.get(name)]


def _about(before: Record, after: Record) -> Iterator[Change]:
    if names := [name for name in _ABOUT if before.get(name) != after.get(name)]:
        yield Change("bank-about", "", after=", ".join(names))


def _article(old: Bank, new: Bank, before: Record, after: Record) -> Iterator[Change]:
    if old.article.text != new.article.text:
        counts = (str(len(bank.article.text)) for bank in (old, new))
        yield Change("article-edited", "", *counts)
    elif old.article.boundaries != new.article.boundaries:
        yield Change("article-about", "", after="sentences")
    if names := [name for name in _differing(before, after) if name != "sha256"]:
        yield Change("article-about", "", after=", ".join(names))
    for id_ in sorted(new.stale - old.stale):
        asking = [item.id for item in new.items if id_ in new.asks(item)]
        yield Change("claim-stale", id_, after=", ".join(asking) or "–")
    for id_ in sorted((old.stale - new.stale) & new.map.claim.keys()):
        yield Change("claim-settled", id_)


def _raw(what: str, words: str, before: Records, after: Records) -> Iterator[Change]:
    """Records of which no more is said than that they came, went or changed."""
    was, now = _by_id(before), _by_id(after)
    yield from _came_and_went(what, _texts(was, words), _texts(now, words))
    for id_ in now:
        if id_ in was and (names := _differing(was[id_], now[id_])):
            yield Change(f"{what}-changed", id_, after=", ".join(names))
    yield from _order("sources" if what == "source" else "trade_offs", was, now)


def _texts(records: Mapping[str, Record], words: str) -> dict[str, str]:
    return {id_: str(record[words]) for id_, record in records.items()}


def _by_id(records: Records) -> dict[str, dict[str, Any]]:
    return {str(record["id"]): record for record in records}


def _came_and_went(what: str, was: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Change]:
    for id_, words in now.items():
        if id_ not in was:
            yield Change(f"{what}-added", id_, after=words)
    for id_, words in was.items():
        if id_ not in now:
            yield Change(f"{what}-removed", id_, before=words)


def _order(name: str, was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Change]:
    """Whether those that are in both stand in another order."""
    if [id_ for id_ in was if id_ in now] != [id_ for id_ in now if id_ in was]:
        yield Change("order", name)


def _claims(old: Bank, new: Bank, before: Records, after: Records) -> Iterator[Change]:
    was, now = old.map.claim, new.map.claim
    texts = ({id_: claim.text for id_, claim in claims.items()} for claims in (was, now))
    yield from _came_and_went("claim", *texts)
    records, later = _by_id(before), _by_id(after)
    for id_, claim in now.items():
        if id_ not in was:
            continue
        yield from _claim(was[id_], claim)
        shown: tuple[Change, ...] = ()
        if id_ not in new.stale | old.stale:
            shown = tuple(_evidence(was[id_], claim, old, new))
        yield from shown
        yield from _claim_fields(
            was[id_], claim, _rest(records[id_], shown), _rest(later[id_], shown)
        )
    yield from _order("claims", was, now)


def _claim(was: Claim, now: Claim) -> Iterator[Change]:
    if was.text != now.text:
        yield Change("claim-words", now.id, was.text, now.text)
    if was.standing is not now.standing:
        titles = (_(TITLES[claim.standing]) for claim in (was, now))
        yield Change("claim-standing", now.id, *titles)
    if was.also is not now.also:
        accepted = (", ".join(_(TITLES[s]) for s in claim.accepted) for claim in (was, now))
        yield Change("claim-accepts", now.id, *accepted)


def _evidence(was: Claim, now: Claim, old: Bank, new: Bank) -> Iterator[Change]:
    words = [
        " … ".join(span.cut(bank.article.text) for span in claim.spans())
        for claim, bank in ((was, old), (now, new))
    ]
    if words[0] != words[1]:
        yield Change("claim-evidence", now.id, *words)
    elif was.spans() != now.spans():
        yield Change("claim-moved", now.id)


def _claim_fields(was: Claim, now: Claim, before: Record, after: Record) -> Iterator[Change]:
    said = {"text", "also"} | ({"standing"} if was.standing is not now.standing else set())
    if names := [name for name in _differing(before, after) if name not in said]:
        yield Change("claim-other", now.id, after=", ".join(names))


def _rest(record: Record, shown: tuple[Change, ...]) -> Record:
    """The fields of a claim, without its evidence if that was told already."""
    if not shown or "attributions" not in record:
        return record
    bare = [{k: v for k, v in a.items() if k != "evidence"} for a in record["attributions"]]
    return {**record, "attributions": bare}


def _items(old: Bank, new: Bank, before: Records, after: Records) -> Iterator[Change]:
    was, now = old.item, new.item
    texts = ({id_: item.subject for id_, item in items.items()} for items in (was, now))
    yield from _came_and_went("item", *texts)
    records, later = _by_id(before), _by_id(after)
    for id_, item in now.items():
        if id_ in was:
            yield from _item(was[id_], item, records[id_], later[id_])
    yield from _order("items", was, now)


def _item(was: Item, now: Item, before: Record, after: Record) -> Iterator[Change]:
    names = _differing(before, after)
    if was.kind != now.kind:
        yield Change("item-kind", now.id, was.kind, now.kind)
        return
    for name in _WORDS:
        if name in names:
            yield Change("item-words", now.id, before.get(name, ""), after.get(name, ""))
    offered = (_offered(before), _offered(after))
    if offered[0] != offered[1]:
        yield Change("item-options", now.id, *("; ".join(o.values()) for o in offered))
    keys = (_key(was), _key(now))
    if keys[0] != keys[1]:
        yield Change("item-key", now.id, was.describe(keys[0]), now.describe(keys[1]))
    rules = [n for n in names if n in _RULES and (n != "key" or keys[0] == keys[1])]
    if rules:
        yield Change("item-rules", now.id, after=", ".join(rules))
    if "weight" in names:
        yield Change("item-weight", now.id, *(f"{item.weight:f}" for item in (was, now)))
    said = {*_WORDS, *_RULES, "weight"} | ({"options"} if offered[0] != offered[1] else set())
    if others := [name for name in names if name not in said]:
        yield Change("item-other", now.id, after=", ".join(others))


def _offered(record: Record) -> dict[str, str]:
    return {option["id"]: option["text"] for option in record.get("options", ())}


def _key(item: Item) -> Response:
    """The key, marks in the article left out: those are the claim's evidence."""
    if item.kind == "evidence":
        return ()
    if item.kind == "standing_with_evidence":
        return (PREFIX + split(item.key())[0],)
    return item.key()


def _pictures(old: Bank, new: Bank) -> Iterator[Change]:
    """Pictures that have their name still, and show something else, or nothing."""
    was, now = dict(old.pictures), dict(new.pictures)
    named = {item.picture.file for item in old.items if item.picture}
    for name in sorted(named & {item.picture.file for item in new.items if item.picture}):
        if was.get(name) != now.get(name):
            yield Change("picture-changed", name)


def _raters(old: Bank, new: Bank) -> Iterator[Change]:
    was, now = ({r.name: r.standings for r in bank.raters} for bank in (old, new))
    yield from _came_and_went("rater", dict.fromkeys(was, ""), dict.fromkeys(now, ""))
    for name in now:
        if name in was and was[name] != now[name]:
            yield Change("rater-changed", name)
    yield from _order("raters", was, now)
