"""The claim map of an article: sources, claims, attributions, trade-offs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, islice, product
from typing import Literal

from quizapp.claims.article import Article
from quizapp.claims.span import Quote, Span
from quizapp.claims.standing import Basis, Stance, Standing, derive

SourceKind = Literal["person", "organisation", "document", "group", "article"]
SIDES = ("for", "against", "no_side", "not_argued")
Side = Literal["for", "against", "no_side", "not_argued"]
SentenceSet = frozenset[str]
# Far beyond what an author writes; keeps a hostile bank from filling the memory.
_MOST_SETS = 1000


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something: a person, an organisation, a document, a group, or the article itself."""

    id: str
    name: str
    kind: SourceKind
    named: bool
    role: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that show something: alternative sets, each a tuple of quotes that are all needed.

    ``spans`` are the same sets, resolved in the article.
    """

    quotes: tuple[tuple[Quote, ...], ...]
    spans: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source and what it does with one claim."""

    source: str
    stance: Stance
    evidence: Evidence
    cue: str = ""
    id: str = ""
    nested_in: str = ""
    unclear: bool = False


@dataclass(frozen=True)
class Claim:
    """One proposition, true or false by itself, and who does what with it.

    ``written`` is the standing that the author wrote down, if any; ``standing`` is what holds.
    """

    id: str
    text: str
    opinion: bool = False
    condition: str = ""
    hedge: str = ""
    as_of: str = ""
    written: Standing | None = None
    basis: Basis | None = None
    why: str = ""
    also: Standing | None = None
    asked: str = ""
    would_know: str = ""
    origin: str = ""
    attributions: tuple[Attribution, ...] = ()

    @property
    def derived(self) -> Standing:
        """The standing that the rules give."""
        return derive(self.opinion, self.basis, {a.stance for a in self.attributions})

    @property
    def standing(self) -> Standing:
        """The standing that holds: the written one, else the derived one."""
        return self.written or self.derived

    @property
    def accepted(self) -> tuple[Standing, ...]:
        """Every standing that counts as right; more than one makes the claim practice only."""
        return (self.standing, self.also) if self.also else (self.standing,)

    @property
    def practice_only(self) -> bool:
        """Whether two readings are defensible, so that the claim stays out of every measure."""
        return self.also is not None

    @property
    def who_says_clear(self) -> bool:
        """Whether the article leaves no doubt who says it, so that one can ask."""
        return not any(attribution.unclear for attribution in self.attributions)

    def spans(self, stance: Stance | None = None) -> tuple[Span, ...]:
        """All evidence of the claim, or of one stance, in the order of the text."""
        return tuple(
            sorted(
                {
                    span
                    for attribution in self.attributions
                    if stance in (None, attribution.stance)
                    for alternative in attribution.evidence.spans
                    for span in alternative
                }
            )
        )


@dataclass(frozen=True, slots=True)
class TradeOff:
    """A decision under debate and the considerations on each side, as claim ids.

    ``not_argued`` holds foils: considerations that nobody in the article argues from.
    """

    id: str
    question: str
    for_: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    no_side: tuple[str, ...] = ()
    not_argued: tuple[str, ...] = ()

    @property
    def sides(self) -> dict[Side, tuple[str, ...]]:
        """The considerations by side, in the order in which a screen lists the sides."""
        return {
            "for": self.for_,
            "against": self.against,
            "no_side": self.no_side,
            "not_argued": self.not_argued,
        }

    @property
    def considerations(self) -> dict[str, Side]:
        """The side of every consideration."""
        return {claim: side for side, claims in self.sides.items() for claim in claims}


@dataclass(frozen=True)
class ClaimMap:
    """An article and all that is claimed in it."""

    article: Article
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    trade_offs: tuple[TradeOff, ...] = ()

    @cached_property
    def source(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def claim(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def trade_off(self) -> dict[str, TradeOff]:
        """Trade-offs by id."""
        return {trade_off.id: trade_off for trade_off in self.trade_offs}

    def shown_by(self, claim_id: str, words: bool = False) -> tuple[SentenceSet, ...]:
        """The alternative sets of sentences that show how the claim stands, each enough alone.

        With ``words`` they are sets of words ids instead, such as ``p2:14-37``.

        Empty for a claim that is not stated. A disputed claim needs a yes and a no. Two sources
        need both. Otherwise the first attribution carries the standing, and others may join it;
        where nothing confirms the claim, any one of them is enough.
        """
        claim = self.claim[claim_id]
        ids = self.article.words_ids if words else self.article.sentences_in
        sets = [_sets(attribution, ids) for attribution in claim.attributions]
        if not sets:
            return ()
        if claim.standing is Standing.DISPUTED:
            yes, no = (
                [s for a, s in zip(claim.attributions, sets, strict=True) if a.stance is stance]
                for stance in (Stance.ASSERTS, Stance.DENIES)
            )
            return _distinct(y | n for y in _unions(yes) for n in _unions(no))
        if claim.basis is Basis.TWO_SOURCES:
            return _distinct(_every(sets))
        if claim.standing is Standing.CONFIRMED:
            rest = _unions(sets[1:])
            return _distinct([*sets[0], *(first | more for first in sets[0] for more in rest)])
        return _distinct(_unions(sets))

    def sides_of(self, claim_id: str) -> tuple[SentenceSet, ...]:
        """For a disputed claim the sentences that say yes and those that say no; else nothing."""
        claim = self.claim[claim_id]
        if claim.standing is not Standing.DISPUTED:
            return ()
        return tuple(
            frozenset(s for span in claim.spans(stance) for s in self.article.sentences_in(span))
            for stance in (Stance.ASSERTS, Stance.DENIES)
        )


def _sets(
    attribution: Attribution, ids: Callable[[Span], Iterable[str]]
) -> tuple[SentenceSet, ...]:
    return tuple(
        frozenset(id_ for span in alternative for id_ in ids(span))
        for alternative in attribution.evidence.spans
    )


def _unions(sets: list[tuple[SentenceSet, ...]], most: int = 4) -> list[SentenceSet]:
    """Every set that one attribution or several of them together make."""
    singles = [alternative for alternatives in sets for alternative in alternatives]
    unions = (
        frozenset().union(*chosen)
        for size in range(1, min(len(singles), most) + 1)
        for chosen in combinations(singles, size)
    )
    return list(islice(unions, _MOST_SETS))


def _every(sets: list[tuple[SentenceSet, ...]]) -> Iterable[SentenceSet]:
    """Every set that takes one alternative of each attribution."""
    return (frozenset().union(*chosen) for chosen in product(*sets))


def _distinct(sets: Iterable[SentenceSet]) -> tuple[SentenceSet, ...]:
    return tuple(dict.fromkeys(islice(sets, _MOST_SETS)))
