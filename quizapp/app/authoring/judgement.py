"""What a draft asks and what is wrong with it, worked out anew from the draft alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.app.authoring.draft import Draft
from quizapp.app.authoring.remedies import Fix, fix_for, spelling_accepted, spelling_fix, told
from quizapp.app.authoring.spelling import slips
from quizapp.bank import Bank, examine_tree
from quizapp.bank.derive import derive
from quizapp.bank.lint import advice
from quizapp.bank.write import tree
from quizapp.claims import ClaimMap
from quizapp.errors import Problem
from quizapp.items import Item

Report = Callable[[int, int], None]
STEPS = 4


@dataclass(frozen=True, slots=True)
class Trouble:
    """One problem in an author's words: which claim or item it is about, and a fix, if certain.

    ``place`` is the name of the field; of the draft itself where no claim and no item is named.
    ``accept`` leaves things as they are, where the author may know better.
    """

    problem: Problem
    what: str
    remedy: str
    claim: str = ""
    item: str = ""
    place: str = ""
    fix: Fix | None = None
    accept: Fix | None = None

    @property
    def error(self) -> bool:
        """Whether no bank can be made before it is mended."""
        return self.problem.severity == "error"


@dataclass(frozen=True, slots=True)
class Judgement:
    """``draft`` with its items, and all that is to be said about it.

    ``bank`` is there where nothing is wrong with it; ``asked`` names each claim's items. Without
    ``advised`` nobody has looked at wording and balance yet.
    """

    draft: Draft
    map: ClaimMap
    items: tuple[Item, ...]
    troubles: tuple[Trouble, ...]
    bank: Bank | None
    advised: bool
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def errors(self) -> int:
        """How many of the troubles are errors."""
        return sum(trouble.error for trouble in self.troubles)

    def item(self, id_: str) -> Item | None:
        """The item with this id."""
        return next((item for item in self.items if item.id == id_), None)


def _silent(_done: int, _total: int) -> None:
    """For whoever waits."""


def judge(draft: Draft, report: Report = _silent, *, advise: bool = True) -> Judgement:
    """The items that the draft gives, and its problems, the errors first.

    ``report`` is called over and over, so that whoever needs the answer no longer can stop it
    by raising. Without ``advise`` only errors, and warnings that cost no time, are looked for.
    """
    report(0, STEPS)
    claims = draft.map
    derived = derive(claims, draft.seed, draft.language, lambda: report(0, STEPS))
    whole = draft.bank(_ticked(draft.arranged(derived), lambda: report(1, STEPS)), claims)
    record = tree(whole)
    reading = examine_tree(record, draft.text, lambda: report(2, STEPS))
    found = list(reading.problems)
    if advise and reading.bank is not None:
        found += advice(reading.bank, lambda: report(3, STEPS))
    live = {item.id for item in derived} - {item.id for item in draft.items}
    troubles = [*_troubles(found, whole, live), *(_misspelt(draft, whole) if advise else ())]
    ordered = sorted(troubles, key=lambda trouble: not trouble.error)
    sound = whole if reading.bank is not None else None
    return Judgement(draft, claims, whole.items, tuple(ordered), sound, advise, _asked(whole.items))


def _ticked(items: Iterable[Item], tick: Callable[[], None]) -> Iterator[Item]:
    for item in items:
        tick()
        yield item


def _troubles(problems: Sequence[Problem], bank: Bank, live: set[str]) -> Iterator[Trouble]:
    seen = set()
    for problem in problems:
        claim, item, place = _about(problem, bank)
        what, remedy = told(problem, bank.map.claim.get(claim))
        if (what, claim, item, place) in seen:
            continue
        seen.add((what, claim, item, place))
        fix = fix_for(problem, bank.map, claim, item, item in live)
        yield Trouble(problem, what, remedy, claim, item, place, fix)


def _misspelt(draft: Draft, bank: Bank) -> Iterator[Trouble]:
    """Words that may be slips; the fix is there where only one word can have been meant."""
    for problem, slip in slips(draft, bank.items):
        claim, item, place = _about(problem, bank)
        fix = spelling_fix(slip.word, slip.meant[0]) if len(slip.meant) == 1 else None
        accept = spelling_accepted(slip.word)
        yield Trouble(problem, problem.what, problem.remedy, claim, item, place, fix, accept)


def _about(problem: Problem, bank: Bank) -> tuple[str, str, str]:
    """The claim, the item and the field that a problem's path leads to; each may be empty."""
    part, n = (*problem.path[:2], "", "")[:2]
    place = next((step for step in reversed(problem.path) if isinstance(step, str)), "")
    if isinstance(n, int) and part == "claims" and n < len(bank.map.claims):
        return bank.map.claims[n].id, "", place
    if isinstance(n, int) and part == "items" and n < len(bank.items):
        item = bank.items[n]
        return (item.claims[0] if len(item.claims) == 1 else ""), item.id, place
    return "", "", place


def _asked(items: Sequence[Item]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for item in items:
        for claim in dict.fromkeys(item.claims):
            found[claim].append(item.id)
    return {claim: tuple(ids) for claim, ids in found.items()}
