"""The items that one claim gives, or some, drawn among them; a function each."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from quizapp.bank.maker import Maker, headed, name, saying
from quizapp.bank.phrases import Phrases
from quizapp.claims import Claim, Stance, Standing
from quizapp.items import ENOUGH, Item

SPEAKERS = ("person", "organisation", "group")


def _stands(maker: Maker, claim: Claim) -> Item | None:
    return maker.item("standing", "stands", claim.id, claims=(claim.id,))


def _shows(maker: Maker, claim: Claim) -> Item | None:
    return maker.item("evidence", "shows", claim.id, claims=(claim.id,))


def _how_and_where(maker: Maker, claim: Claim) -> Item | None:
    """Both at once, unless the sentence that shares most words with the claim shows it."""
    item = maker.item("standing_with_evidence", "how-and-where", claim.id, claims=(claim.id,))
    parts = item.parts((maker.looks.nearest(claim.text),))
    return None if parts["evidence"] > ENOUGH else item


# who says it


def asks_source(
    maker: Maker, claim: Claim, stance: Stance, template: str, stem: str, why: str
) -> Item | None:
    """Which source takes this stance; not where that is unclear, or where several do.

    Whoever reports it at second hand is no distractor: one could say that they say it, too.
    """
    said = saying(claim, stance)
    if len(said) != 1 or not claim.who_says_clear:
        return None
    source, voices = maker.map.source[said[0]], maker.voices(claim, stance)
    others = [s for s in maker.map.sources if s.id not in voices]
    if stance is Stance.DOES_NOT_KNOW:
        others = [other for other in others if other.kind in SPEAKERS]
    return maker.choice(
        "single_choice",
        template,
        claim.id,
        name(source),
        [name(other) for other in others],
        claims=(claim.id,),
        stem=stem.format(claim=claim.text),
        feedback=why.format(source=source.name),
        skills=("attribution",),
    )


def _who_says(maker: Maker, claim: Claim) -> Item | None:
    p = maker.phrases
    return asks_source(maker, claim, Stance.ASSERTS, "who-says", p.who_says, p.said_by)


def _who_denies(maker: Maker, claim: Claim) -> Item | None:
    p = maker.phrases
    return asks_source(maker, claim, Stance.DENIES, "who-denies", p.who_denies, p.denied_by)


def _who_was_asked(maker: Maker, claim: Claim) -> Item | None:
    """Who has no answer; only a speaker can be asked."""
    p, stance = maker.phrases, Stance.DOES_NOT_KNOW
    asked = saying(claim, stance)
    if claim.standing is not Standing.UNKNOWN or not asked:
        return None
    if maker.map.source[asked[0]].kind not in SPEAKERS:
        return None
    return asks_source(maker, claim, stance, "who-was-asked", p.who_was_asked, p.asked_was)


# what would settle it


def _settles(maker: Maker, claim: Claim) -> Item | None:
    """What would confirm an asserted claim: one settler of the fixed list against two others."""
    if claim.standing is not Standing.ASSERTED:
        return None
    p = maker.phrases
    right = maker.random("settles-key", claim.id).choice(p.settlers)
    return maker.choice(
        "single_choice",
        "settles",
        claim.id,
        right,
        p.others,
        claims=(claim.id,),
        stem=p.what_settles.format(claim=claim.text),
        feedback=p.settle_why,
        skills=("standing",),
    )


def _who_would_know(maker: Maker, claim: Claim) -> Item | None:
    """What would settle an open question, among what would settle the others.

    What shares a word with the key might settle it, too, and is no distractor.
    """
    if claim.standing is not Standing.UNKNOWN or not claim.would_know:
        return None
    p = maker.phrases
    key = maker.settlers[claim.would_know]
    others = [text for text, content in maker.settlers.items() if not key & content]
    return maker.choice(
        "single_choice",
        "who-would-know",
        claim.id,
        headed(claim.would_know),
        [headed(text) for text in others],
        claims=(claim.id,),
        stem=p.who_would_know.format(claim=claim.text),
        feedback=p.would_know.format(source=claim.would_know),
        skills=("standing",),
    )


# how far it goes


def without_condition(claim: Claim) -> str:
    """The claim with its condition left out; empty where it cannot be left out cleanly."""
    condition = claim.condition.strip()
    found = list(re.finditer(rf"(?<!\w){re.escape(condition)}(?!\w)", claim.text, re.IGNORECASE))
    if not condition or len(found) != 1:
        return ""
    before = claim.text[: found[0].start()].rstrip(" ,;")
    after = claim.text[found[0].end() :].lstrip(" ,;")
    if not before:
        return headed(after) if len(after.split()) > 2 else ""
    return f"{before} {after}" if after[:1].isalnum() else before + after


def firm(claim: Claim, phrases: Phrases) -> str:
    """The claim with its hedge made firm; empty where the language gives no safe way."""
    hedge = claim.hedge.casefold().split()[:1]
    for soft, hard in phrases.firmer:
        found = list(re.finditer(rf"(?<!\w){soft}(?!\w)", claim.text, re.IGNORECASE))
        if hedge != [soft] or len(found) != 1:
            continue
        after = claim.text[found[0].end() :].split(maxsplit=1)
        if after and after[0].casefold() in phrases.perfect:
            continue  # "may have gone" has no firm form of one word
        start, end = found[0].span()
        return claim.text[:start] + (headed(hard) if start == 0 else hard) + claim.text[end:]
    return ""


def _headline(
    maker: Maker, claim: Claim, template: str, right: str, why: str, wrong: list[str]
) -> Item | None:
    if not right:
        return None
    return maker.choice(
        "overstatement",
        template,
        claim.id,
        right,
        wrong,
        claims=(claim.id,),
        stem=maker.phrases.which_overstates,
        feedback=why,
    )


def told_as_certain(maker: Maker) -> Iterator[Item]:
    """Claims that are not confirmed, told as certain among confirmed ones told the same way.

    Not one that keeps its hedge: certain and “might” at once would say nothing.
    """
    p = maker.phrases
    firm_or_foil = (Standing.CONFIRMED, Standing.NOT_STATED, Standing.OPINION)
    open_ = [c for c in maker.map.claims if c.standing not in firm_or_foil and not c.hedge]
    wrong = [p.sure.format(claim=c.text) for c in maker.confirmed]
    for claim in _no_more_than(wrong, open_, maker, "told-as-certain"):
        right = p.sure.format(claim=claim.text)
        if item := _headline(maker, claim, "told-as-certain", right, p.sure_why, wrong):
            yield item


def _no_more_than(
    wrong: Sequence[str], claims: Iterable[Claim], maker: Maker, template: str
) -> list[Claim]:
    """As many of the claims as there are distractors, which else would be known by heart."""
    left = [claim for claim in claims if not claim.practice_only]
    drawn = maker.random(template, "claims").sample(left, min(len(left), len(wrong)))
    return [claim for claim in left if claim in drawn]


def _condition_dropped(maker: Maker, claim: Claim) -> Item | None:
    """A claim without its condition, among confirmed ones as they stand."""
    why = maker.phrases.condition_why.format(condition=claim.condition)
    told = without_condition(claim)
    return _headline(maker, claim, "condition-dropped", told, why, _others(maker, claim))


def _hedge_dropped(maker: Maker, claim: Claim) -> Item | None:
    """A claim with its hedge made firm, among confirmed ones as they stand."""
    why = maker.phrases.hedge_why.format(hedge=claim.hedge)
    told = firm(claim, maker.phrases)
    return _headline(maker, claim, "hedge-dropped", told, why, _others(maker, claim))


def one_made_many(maker: Maker) -> Iterator[Item]:
    """Claims that one source makes, given to several, among claims that several do make."""
    p = maker.phrases
    clear = [c for c in maker.map.claims if c.who_says_clear and not c.practice_only]
    wrong = [p.many.format(claim=c.text) for c in clear if _independent(c)]
    alone = [
        c
        for c in clear
        if len(said := saying(c, Stance.ASSERTS)) == 1 and maker.map.source[said[0]].kind != "group"
    ]
    for claim in _no_more_than(wrong, alone, maker, "one-made-many"):
        source = maker.map.source[saying(claim, Stance.ASSERTS)[0]]
        right, why = p.many.format(claim=claim.text), p.many_why.format(source=source.name)
        if item := _headline(maker, claim, "one-made-many", right, why, wrong):
            yield item


def _independent(claim: Claim) -> bool:
    """Whether several sources assert a claim, none of them by way of another."""
    asserting = [a for a in claim.attributions if a.stance is Stance.ASSERTS]
    return len({a.source for a in asserting}) > 1 and not any(a.nested_in for a in asserting)


def _others(maker: Maker, claim: Claim) -> list[str]:
    return [c.text for c in maker.confirmed if c.id != claim.id]


def _how_far(maker: Maker, claim: Claim) -> Item | None:
    """What exactly was confirmed: the claim, one that goes further, or one that goes less far."""
    if claim.standing is not Standing.CONFIRMED:
        return None
    p = maker.phrases
    further = [text for text in (without_condition(claim), firm(claim, p)) if text]
    if not further:
        return None
    wrong = [maker.random("further", claim.id).choice(further), p.less.format(claim=claim.text)]
    return maker.choice(
        "scope",
        "how-far",
        claim.id,
        claim.text,
        wrong,
        claims=(claim.id,),
        stem=p.how_far,
        feedback=p.scope_why.format(claim=claim.text),
    )


CLAIM_TEMPLATES: dict[str, Callable[[Maker, Claim], Item | None]] = {
    "stands": _stands,
    "shows": _shows,
    "how-and-where": _how_and_where,
    "who-says": _who_says,
    "who-denies": _who_denies,
    "who-was-asked": _who_was_asked,
    "who-would-know": _who_would_know,
    "settles": _settles,
    "condition-dropped": _condition_dropped,
    "hedge-dropped": _hedge_dropped,
    "how-far": _how_far,
}
