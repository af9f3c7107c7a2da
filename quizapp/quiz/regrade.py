"""Marking an attempt by another version of its bank: what would change, and why.

The words that the reader saw stay: an item takes the key and the rules of the other version only
where that version asks the same in the same words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from random import Random
from typing import Literal

from quizapp.bank import Bank
from quizapp.bank.agreement import rebound
from quizapp.claims import Attribution, Claim, ClaimMap, Evidence, Source, TradeOff, reanchor_all
from quizapp.i18n import N_, _
from quizapp.items import ChoiceItem, Item
from quizapp.quiz.attempt import Attempt
from quizapp.quiz.mark import Mark, Score, score
from quizapp.text import fold

Kept = Literal["removed", "kind", "words", "evidence"]
Why = Literal["same", "key", "accepted", "weight", "rules", "withheld", "shown"] | Kept
REASONS: dict[Why, str] = {
    "same": N_("nothing changed"),
    "key": N_("the key changed"),
    "accepted": N_("another standing is accepted as well"),
    "weight": N_("the question weighs more or less"),
    "rules": N_("what counts as right changed"),
    "shown": N_("other words show it"),
    "withheld": N_("withheld: the article no longer has its words, so it is not counted"),
    "removed": N_("removed from the bank, so its mark stays"),
    "kind": N_("it asks about other things now, so its mark stays"),
    "words": N_("it reads differently now, so its mark stays"),
    "evidence": N_("the article that was read lacks the words that show it, so its mark stays"),
}
_MOVING: tuple[Why, ...] = ("key", "accepted", "weight", "rules", "shown")
_MARKED = ("evidence", "standing_with_evidence")


@dataclass(frozen=True)
class Marking:
    """The bank that an attempt is marked by: the words as seen, under another version's keys.

    ``kept`` says of each item that is still marked as before why it is.
    """

    bank: Bank
    kept: Mapping[str, Kept] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remark:
    """One item's mark before and after; ``None`` where it is not counted."""

    item: str
    before: Mark | None
    after: Mark | None
    why: Why

    @property
    def changed(self) -> bool:
        """Whether the mark moves."""
        return _worth(self.before) != _worth(self.after)

    def text(self) -> str:
        """The reason, as a part of a sentence."""
        return _(REASONS[self.why])


@dataclass(frozen=True, slots=True)
class Regrade:
    """What another version would make of one attempt."""

    attempt: Attempt
    before: Score
    after: Score
    items: tuple[Remark, ...]

    @property
    def changed(self) -> tuple[Remark, ...]:
        """The items whose marks move."""
        return tuple(remark for remark in self.items if remark.changed)


def marking(seen: Bank, by: Bank) -> Marking:
    """The bank ``seen`` with the keys and the rules of ``by``, wherever they fit what was asked."""
    if by is seen:
        return Marking(seen)
    claims, lost = _claims(seen, by)
    trade_offs = tuple(_trade_off(t, by.map.trade_off.get(t.id)) for t in seen.map.trade_offs)
    sources = _sources(seen.map.sources, by.map.sources)
    claim_map = ClaimMap(seen.article, sources, claims, trade_offs)
    kept: dict[str, Kept] = {}
    items = []
    for item in seen.items:
        marked, other = item, by.item.get(item.id)
        if other is None:
            kept[item.id] = "removed"
        elif why := _kept(item, other, lost):
            kept[item.id] = why
        else:
            marked = rebound(_as_seen(item, other), claim_map)
        items.append(marked)
    stale = seen.stale | (by.stale & seen.map.claim.keys())
    return Marking(replace(seen, map=claim_map, items=tuple(items), stale=stale), kept)


def _kept(item: Item, other: Item, lost: set[str]) -> Kept | None:
    """Why an item cannot be marked by its other version; ``None`` where it can."""
    if (item.kind, item.claims, item.trade_off) != (other.kind, other.claims, other.trade_off):
        return "kind"
    if _asked(item) != _asked(other):
        return "words"
    if item.kind in _MARKED and lost.intersection(item.claims):
        return "evidence"
    return None


def _asked(item: Item) -> tuple[tuple[str, ...], str]:
    """What is put to the reader, whatever the order: the ids to answer with, and the words."""
    order = tuple(sorted(item.drawn(Random(0))))  # noqa: S311  (sorted again)
    return order, fold(item.plain(order))


def _as_seen(item: Item, other: Item) -> Item:
    """The other version of an item, in the very words that were seen."""
    if isinstance(item, ChoiceItem) and isinstance(other, ChoiceItem):
        texts = {option.id: option.text for option in item.options}
        options = tuple(replace(option, text=texts[option.id]) for option in other.options)
        return replace(other, stem=item.stem, picture=item.picture, options=options)
    return replace(other, stem=item.stem, picture=item.picture)


def _claims(seen: Bank, by: Bank) -> tuple[tuple[Claim, ...], set[str]]:
    """The claims that were asked about, as the other version has them where it has the same.

    Beside them the ids of those whose evidence the article that was seen does not have.
    """
    found, lost = [], set()
    for claim in seen.map.claims:
        other = by.map.claim.get(claim.id)
        if other is None or claim.id in by.stale or fold(other.text) != fold(claim.text):
            found.append(claim)
            continue
        attributions = tuple(_anchored(a, by, seen) for a in other.attributions)
        if any(len(a.evidence.spans) < len(a.evidence.quotes) for a in attributions):
            lost.add(claim.id)
        found.append(replace(other, text=claim.text, attributions=attributions))
    return tuple(found), lost


def _anchored(attribution: Attribution, by: Bank, seen: Bank) -> Attribution:
    """The attribution with its evidence where it stands in the article that was seen."""
    if by.article.text == seen.article.text:
        return attribution
    sets = []
    for spans in attribution.evidence.spans:
        moved = reanchor_all(by.article.text, spans, seen.article.text)
        if all(moved):
            sets.append(tuple(span for span in moved if span))
    return replace(attribution, evidence=Evidence(attribution.evidence.quotes, tuple(sets)))


def _sources(seen: Iterable[Source], by: Iterable[Source]) -> tuple[Source, ...]:
    """The sources by the names that were seen, and those that came later."""
    return tuple({source.id: source for source in (*by, *seen)}.values())


def _trade_off(seen: TradeOff, by: TradeOff | None) -> TradeOff:
    """The trade-off as the other version sorts it, where it sorts the same considerations."""
    if by is None or by.considerations.keys() != seen.considerations.keys():
        return seen
    return replace(by, question=seen.question)


def regrade(attempt: Attempt, old: Marking, new: Marking) -> Regrade:
    """What marking by ``new`` makes of an attempt that is marked by ``old``, item by item."""
    before, after = score(old.bank, attempt), score(new.bank, attempt)
    was = {mark.item: mark for mark in before.marks}
    now = {mark.item: mark for mark in after.marks}
    items = (old.bank.item[posed.item] for posed in attempt.posed)
    return Regrade(
        attempt,
        before,
        after,
        tuple(Remark(i.id, was.get(i.id), now.get(i.id), _why(i, new)) for i in items if i.scored),
    )


def touched(old: Marking, new: Marking, items: Iterable[str]) -> bool:
    """Whether marking by ``new`` can move a mark for one of these items that ``old`` gave."""
    for id_ in items:
        item = old.bank.item[id_]
        if not item.scored:
            continue
        was, now = (bank.stale.intersection(bank.asks(item)) for bank in (old.bank, new.bank))
        if bool(was) != bool(now) or (not now and _why(item, new) in _MOVING):
            return True
    return False


def _why(item: Item, new: Marking) -> Why:
    """What sets the two versions of an item apart, the first that explains a mark."""
    other = new.bank.item[item.id]
    if new.bank.stale.intersection(new.bank.asks(other)):
        return "withheld"
    if item.id in new.kept:
        return new.kept[item.id]
    old_accepted, accepted = (set(getattr(i, "accepted", ())) for i in (item, other))
    tests: dict[Why, bool] = {
        "accepted": old_accepted < accepted and item.key()[:1] == other.key()[:1],
        "shown": item.kind in _MARKED and getattr(item, "shown", ()) != getattr(other, "shown", ()),
        "key": item.key() != other.key(),
        "weight": item.weight != other.weight,
        "rules": item.own() != other.own(),
    }
    return next((why for why, found in tests.items() if found), "same")


def _worth(mark: Mark | None) -> tuple[float, float] | None:
    return None if mark is None else (mark.credit, float(mark.weight))
