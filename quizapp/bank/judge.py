"""What is wrong with a bank as a whole: standings, trade-offs, references that no shape can see."""

from collections.abc import Iterator

from quizapp.bank.model import FEWEST_CONFIRMED, MOST_OF_ONE, Balance, Bank
from quizapp.claims import Basis, Claim, Stance, Standing, TradeOff
from quizapp.errors import Problem
from quizapp.fields import Path
from quizapp.items import flaw
from quizapp.text import words

MOST_WORDS = 20


def judge(bank: Bank) -> Iterator[Problem]:
    """Every error and warning that needs the whole bank, each with its path.

    The bank's references lead somewhere: that was seen to before.
    """
    for n, claim in enumerate(bank.map.claims):
        yield from _claim(claim, ("claims", n))
        yield from _two_sources(claim, bank, ("claims", n))
    for n, trade_off in enumerate(bank.map.trade_offs):
        yield from _trade_off(trade_off, bank, ("trade_offs", n))
    yield from _nesting(bank)
    yield from _whole(bank)


def _claim(claim: Claim, path: Path) -> Iterator[Problem]:
    yield from _footing(claim, path)
    if claim.written and claim.written is not claim.derived and not claim.why:
        what = f"“{claim.id}” is written down as {claim.written}; the rules give {claim.derived}."
        yield flaw((*path, "standing"), "standing-why", what, "Add why, or leave the standing out.")
    if claim.also is claim.standing:
        what = "also repeats the standing."
        yield flaw(
            (*path, "also"), "same-standing", what, "Name another standing, or leave it out."
        )
    if (n := len(words(claim.text))) > MOST_WORDS:
        what = f"The claim has {n} words."
        remedy = f"Say one thing in at most {MOST_WORDS} words."
        yield flaw((*path, "text"), "long-claim", what, remedy, "warning")


def _footing(claim: Claim, path: Path) -> Iterator[Problem]:
    """Whether the standing has what it stands on."""
    standing, stances = claim.standing, {a.stance.value for a in claim.attributions}
    where = (*path, "standing") if claim.written else path
    if standing is Standing.CONFIRMED and claim.basis is None:
        remedy = "Add basis: own_act, record, witnessed or two_sources."
        yield flaw(where, "no-basis", f"“{claim.id}” is confirmed with no basis.", remedy)
    if claim.basis is not None and "asserts" not in stances:
        remedy = "Add the attribution that the basis rests on."
        yield flaw((*path, "basis"), "empty-basis", "Nobody says what the basis is for.", remedy)
    if standing is Standing.UNKNOWN and "does_not_know" not in stances:
        remedy = (
            "Add an attribution with stance: does_not_know and its words; silence is not_stated."
        )
        yield flaw(where, "unknown-unshown", f"No words show that “{claim.id}” is open.", remedy)
    if standing is Standing.NOT_STATED and claim.attributions:
        remedy = "Take the attributions away, or choose another standing."
        yield flaw(where, "foil-evidence", f"“{claim.id}” is not stated but has evidence.", remedy)
    sides = {a.source for a in claim.attributions if a.stance != "does_not_know"}
    if standing is Standing.DISPUTED and (len(sides) < 2 or not {"asserts", "denies"} <= stances):
        remedy = "Give one source that asserts it and another that denies it."
        yield flaw(
            where, "one-sided", f"“{claim.id}” is disputed by fewer than two sources.", remedy
        )


def _two_sources(claim: Claim, bank: Bank, path: Path) -> Iterator[Problem]:
    """Whether two who are named say what two sources are said to confirm."""
    saying = {a.source for a in claim.attributions if a.stance is Stance.ASSERTS}
    named = [id_ for id_ in saying if bank.map.source[id_].named]
    if claim.basis is Basis.TWO_SOURCES and saying and len(named) < 2:
        what = f"“{claim.id}” rests on two sources, and fewer than two named ones say it."
        yield flaw((*path, "basis"), "few-sources", what, "Add the other one, or change the basis.")


def _trade_off(trade_off: TradeOff, bank: Bank, path: Path) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for side, members in trade_off.sides.items():
        for n, id_ in enumerate(members):
            where = (*path, side, n)
            if (other := seen.setdefault(id_, side)) != side:
                what = f"“{id_}” stands on two sides, {other} and {side}."
                yield flaw(where, "two-sides", what, "Keep it on one, or write two claims.")
            claim = bank.map.claim[id_]
            if side == "not_argued" and claim.attributions:
                what = f"“{id_}” is said in the article, so it is no foil."
                yield flaw(where, "argued-foil", what, "Put it where the article has it.")
            elif side != "not_argued" and not claim.attributions:
                what = f"Nobody in the article argues from “{id_}”."
                yield flaw(where, "unargued", what, "Add who does, or move it to not_argued.")


def _nesting(bank: Bank) -> Iterator[Problem]:
    parents = {a.id: a.nested_in for c in bank.map.claims for a in c.attributions if a.id}
    for n, claim in enumerate(bank.map.claims):
        for m, attribution in enumerate(claim.attributions):
            seen, at = {attribution.id}, attribution.nested_in
            while at and at not in seen:
                seen.add(at)
                at = parents.get(at, "")
            if at and at == attribution.id:
                path = ("claims", n, "attributions", m, "nested_in")
                remedy = "Let the outermost one stand alone."
                yield flaw(path, "nesting-circle", "The attributions report each other.", remedy)


def _whole(bank: Bank) -> Iterator[Problem]:
    if not any(item.scored for item in bank.items):
        yield flaw(("items",), "no-items", "The bank asks nothing.", "Add at least one item.")
    yield from _balance(bank.balance)
    people = any(s.named and s.kind == "person" for s in bank.map.sources)
    if bank.article.text and not people:
        what = "The article names no person."
        remedy = "A good choice of article has named sources; say in about what this one trains."
        yield flaw(("sources",), "no-named-person", what, remedy, "warning")


def _balance(balance: Balance) -> Iterator[Problem]:
    if not balance.total or balance.balanced:
        return
    standing, most = max(balance.counts.items(), key=lambda pair: pair[1])
    if most / balance.total > MOST_OF_ONE:
        what = f"Claims that are {standing}: {most} of {balance.total} asked about."
        remedy = "Ask about more claims of other standings."
        yield flaw(("items",), "one-standing", what, remedy, "warning")
    if not FEWEST_CONFIRMED <= balance.confirmed / balance.total <= MOST_OF_ONE:
        what = (
            f"Claims that are confirmed: {balance.confirmed} of {balance.total} asked about; "
            "this article cannot support a balanced set."
        )
        remedy = "On its own the bank gives no trust-or-doubt measure; mix it with others for one."
        yield flaw(("items",), "unbalanced", what, remedy, "warning")
