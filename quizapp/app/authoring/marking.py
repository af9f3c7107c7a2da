"""What an author does to the claim map: every command takes a draft and gives another one."""

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from quizapp.app.authoring.draft import Draft, evidence_of, spans_of, with_claim
from quizapp.app.authoring.naming import source_named
from quizapp.claims import (
    Attribution,
    Basis,
    Claim,
    Evidence,
    Side,
    Span,
    Stance,
    Standing,
    TradeOff,
)
from quizapp.text import fold

STANCES = {
    Standing.CONFIRMED: Stance.ASSERTS,
    Standing.ASSERTED: Stance.ASSERTS,
    Standing.DISPUTED: Stance.ASSERTS,
    Standing.DENIED: Stance.DENIES,
    Standing.UNKNOWN: Stance.DOES_NOT_KNOW,
    Standing.OPINION: Stance.ASSERTS,
}
MOST_ID = 28
_FIELD = {"for": "for_"}  # what a trade-off calls the side, which is a keyword of Python
_LEAD = re.compile(r"^(?:that|if|whether|because|and|but)\s+", re.IGNORECASE)
_IDLE = frozenset(
    ("a", "an", "the", "of", "in", "on", "to", "and", "is", "was", "be", "it", "that", "for", "by")
)


def mark(
    draft: Draft, span: Span, standing: Standing, source: str = "", cue: str = ""
) -> tuple[Draft, str]:
    """A new claim for these words, with its id.

    ``source`` is the name of a source, known or new; without it the article itself says so. A
    claim that is not stated takes the words as a first wording and rests on nothing.
    """
    id_ = fresh_id(span.cut(draft.text), [claim.id for claim in draft.claims])
    claim = Claim(id_, worded(span.cut(draft.text)))
    place = _place(draft, span)
    claims = (*draft.claims[:place], claim, *draft.claims[place:])
    draft = replace(draft, claims=claims)
    draft = show(draft, id_, span, standing, source, cue)
    return set_standing(draft, id_, standing), id_


def show(
    draft: Draft,
    id_: str,
    span: Span,
    standing: Standing,
    source: str = "",
    cue: str = "",
    stance: Stance | None = None,
) -> Draft:
    """The claim with these words as further evidence of one source.

    Words of the side that is missing make a claim disputed: whoever marks the second side of it
    marks who says no.
    """
    claim = draft.claim(id_)
    if claim is None or standing is Standing.NOT_STATED:
        return draft
    draft, source_id = _with_source(draft, source)
    if stance is None:
        stance = STANCES[standing]
        if standing is Standing.DISPUTED and any(
            a.stance is Stance.ASSERTS for a in claim.attributions
        ):
            stance = Stance.DENIES
    made = Attribution(source_id, stance, evidence_of(span), cue)
    return with_claim(draft, replace(claim, attributions=(*claim.attributions, made)))


def set_standing(draft: Draft, id_: str, standing: Standing) -> Draft:
    """Let a claim stand so: by the rules where they can give it, else written down.

    What contradicts the new standing goes with it: a basis, the mark of an opinion, the words of
    a claim that is not stated. A stance of the only source follows the standing.
    """
    claim = draft.claim(id_)
    if claim is None:
        return draft
    basis = claim.basis if standing is Standing.CONFIRMED else None
    attributions = () if standing is Standing.NOT_STATED else _fitting(claim, standing)
    opinion = standing is Standing.OPINION
    also = None if claim.also is standing else claim.also
    changed = replace(
        claim, opinion=opinion, basis=basis, attributions=attributions, written=None, also=also
    )
    if changed.derived is not standing:
        changed = replace(changed, written=standing)
    return with_claim(draft, changed)


def set_basis(draft: Draft, id_: str, basis: Basis) -> Draft:
    """Say why a claim counts as confirmed, which it does from then on."""
    claim = draft.claim(id_)
    if claim is None:
        return draft
    return with_claim(draft, replace(claim, basis=basis, opinion=False, written=None))


def set_source(draft: Draft, id_: str, name: str, n: int = 0) -> Draft:
    """Give the claim's ``n``-th evidence to the source of this name, known or new."""
    claim = draft.claim(id_)
    if claim is None or not 0 <= n < len(claim.attributions):
        return draft
    draft, source = _with_source(draft, name)
    attributions = list(claim.attributions)
    attributions[n] = replace(attributions[n], source=source)
    draft = with_claim(draft, replace(claim, attributions=tuple(attributions)))
    return _without_idle_sources(draft)


def change_attribution(draft: Draft, id_: str, n: int, **fields: Any) -> Draft:
    """Change the cue, the stance, what it is nested in, or whether it is unclear who says it."""
    claim = draft.claim(id_)
    if claim is None or not 0 <= n < len(claim.attributions):
        return draft
    attributions = list(claim.attributions)
    attributions[n] = replace(attributions[n], **fields)
    return with_claim(draft, replace(claim, attributions=tuple(attributions)))


def drop_attribution(draft: Draft, id_: str, n: int) -> Draft:
    """Take one source and its words away from a claim."""
    claim = draft.claim(id_)
    if claim is None:
        return draft
    attributions = (*claim.attributions[:n], *claim.attributions[n + 1 :])
    return _without_idle_sources(with_claim(draft, replace(claim, attributions=attributions)))


def set_evidence(draft: Draft, id_: str, n: int, *alternatives: tuple[Span, ...]) -> Draft:
    """Let these sets of words, each enough alone, show what the ``n``-th source says."""
    evidence = Evidence((), tuple(tuple(sorted(spans)) for spans in alternatives))
    return change_attribution(draft, id_, n, evidence=evidence)


def change_claim(draft: Draft, id_: str, **fields: Any) -> Draft:
    """Change the words, condition, hedge, reason or other plain fields of a claim."""
    claim = draft.claim(id_)
    return draft if claim is None else with_claim(draft, replace(claim, **fields))


def delete_claim(draft: Draft, id_: str) -> Draft:
    """Take a claim out of the map, of the trade-offs, of the items and of the raters' keys.

    Items by hand that ask about nothing else go with it, since they would have no key.
    """
    claims = tuple(claim for claim in draft.claims if claim.id != id_)
    trade_offs = tuple(_without(trade_off, id_) for trade_off in draft.trade_offs)
    items = tuple(
        replace(item, claims=tuple(one for one in item.claims if one != id_))
        for item in draft.items
        if item.claims != (id_,)
    )
    raters = tuple(
        replace(rater, standings=tuple(pair for pair in rater.standings if pair[0] != id_))
        for rater in draft.raters
    )
    changed = replace(draft, claims=claims, trade_offs=trade_offs, items=items, raters=raters)
    return _without_idle_sources(changed)


def move_claim(draft: Draft, id_: str, place: int) -> Draft:
    """Put a claim at another place of the list."""
    claim = draft.claim(id_)
    if claim is None:
        return draft
    others = [one for one in draft.claims if one.id != id_]
    place = min(max(0, place), len(others))
    return replace(draft, claims=(*others[:place], claim, *others[place:]))


def change_source(draft: Draft, id_: str, **fields: Any) -> Draft:
    """Change the name, the role, the kind of a source, or whether it is named."""
    sources = tuple(replace(s, **fields) if s.id == id_ else s for s in draft.sources)
    return replace(draft, sources=sources)


def set_trade_off(draft: Draft, id_: str, question: str) -> Draft:
    """Change the question of a trade-off, or begin one; an empty question takes it away."""
    known = {trade_off.id: trade_off for trade_off in draft.trade_offs}
    if not question.strip():
        known.pop(id_, None)
    else:
        id_ = id_ or fresh_id(question, known)
        known[id_] = replace(known.get(id_, TradeOff(id_, "")), question=question)
    gone = {item.id for item in draft.items if item.trade_off and item.trade_off not in known}
    items = tuple(item for item in draft.items if item.id not in gone)
    return replace(draft, trade_offs=tuple(known.values()), items=items)


def put_on_side(draft: Draft, trade_off: str, claim: str, side: Side | None) -> Draft:
    """Put a claim on one side of a trade-off, or, without a side, on none."""

    def sorted_(one: TradeOff) -> TradeOff:
        one = _without(one, claim)
        if side is None:
            return one
        sides: dict[str, Any] = {_FIELD.get(side, side): (*one.sides[side], claim)}
        return replace(one, **sides)

    changed = tuple(sorted_(one) if one.id == trade_off else one for one in draft.trade_offs)
    return replace(draft, trade_offs=changed)


def worded(words: str) -> str:
    """Words of an article as a claim: one line, a capital at its head, a full stop at its end."""
    plain = _LEAD.sub("", " ".join(words.split())).strip(' ,;:—–-“”"')
    plain = plain[:1].upper() + plain[1:]
    return plain if not plain or plain[-1] in ".!?…" else f"{plain}."


def fresh_id(words: str, taken: Collection[str]) -> str:
    """A short id from the first words that say something; another one where it is taken."""
    said = [re.sub(r"[^a-z0-9]", "", word) for word in fold(words).split()]
    said = [word for word in said if word and word not in _IDLE] or ["claim"]
    id_ = said[0][:MOST_ID]
    for word in said[1:3]:
        id_ = f"{id_}_{word}" if len(id_) + len(word) < MOST_ID else id_
    numbers = (f"{id_}_{n}" for n in range(2, len(taken) + 3))
    return id_ if id_ not in taken else next(one for one in numbers if one not in taken)


def _fitting(claim: Claim, standing: Standing) -> tuple[Attribution, ...]:
    """The attributions, of which a single one takes the stance that the standing wants."""
    if standing is Standing.DISPUTED or len({a.stance for a in claim.attributions}) != 1:
        return claim.attributions
    stance = STANCES[standing]
    return tuple(replace(a, stance=stance) for a in claim.attributions)


def _with_source(draft: Draft, name: str) -> tuple[Draft, str]:
    """The draft with a source of this name, and its id; no name is the article's own voice."""
    wanted = fold(name)
    for source in draft.sources:
        if (wanted and wanted in (source.id, fold(source.name))) or (
            not wanted and source.kind == "article"
        ):
            return draft, source.id
    id_ = fresh_id(name, [s.id for s in draft.sources]) if wanted else "article"
    made = source_named(id_, " ".join(name.split()))
    return replace(draft, sources=(*draft.sources, made)), id_


def _without_idle_sources(draft: Draft) -> Draft:
    """Without the sources that say nothing any more; those that were there for show stay."""
    used = {a.source for claim in draft.claims for a in claim.attributions}
    asked = {id_ for item in draft.items for id_ in getattr(item, "sources", ())}
    kept = tuple(s for s in draft.sources if s.id in used or s.id in asked or s.role)
    return replace(draft, sources=kept) if len(kept) != len(draft.sources) else draft


def _place(draft: Draft, span: Span) -> int:
    """Where in the list a claim on these words goes: behind all that stand before it."""
    places = [min((s.start for s in spans_of(claim)), default=-1) for claim in draft.claims]
    before = [n for n, start in enumerate(places) if 0 <= start <= span.start]
    return before[-1] + 1 if before else 0


def _without(trade_off: TradeOff, claim: str) -> TradeOff:
    if claim not in trade_off.considerations:
        return trade_off
    sides: dict[str, Any] = {
        _FIELD.get(side, side): tuple(one for one in members if one != claim)
        for side, members in trade_off.sides.items()
    }
    return replace(trade_off, **sides)
