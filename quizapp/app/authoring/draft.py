"""A bank in the making: an article, its claim map and what an author has done about the items."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from quizapp.bank import Bank, Rater, canonical, version
from quizapp.bank.agreement import rebound
from quizapp.claims import (
    Article,
    Attribution,
    Claim,
    ClaimMap,
    Evidence,
    Quote,
    Source,
    Span,
    TradeOff,
    quote,
)
from quizapp.items import Item

ARTICLE_FILE = "article.txt"


@dataclass(frozen=True)
class Draft:
    """Everything that an author has decided so far; every command makes another one.

    Evidence is held as spans of ``text``, which move with every change of it; quotations are made
    when a bank is. Words that were lost keep the quotation that they had, and no span.

    ``items`` are those that were written or edited by hand. The derived ones follow from the
    claims and ``seed``; ``declined`` names those that the author took out. ``order`` is the order
    given by hand, empty as long as none was given. ``dismissed`` names suggestions, by their words,
    that the author waved away, ``words`` what the author says is spelt right. ``folder`` is where
    the bank is saved, if it is, and ``saved`` the version that lay there last.
    """

    id: str
    title: str
    text: str
    cites: str = ""
    as_of: str = ""
    language: str = "en"
    licence: str = ""
    article_licence: str = ""
    about: str = ""
    summary: bool = False
    file: str = ARTICLE_FILE
    skills: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    trade_offs: tuple[TradeOff, ...] = ()
    items: tuple[Item, ...] = ()
    raters: tuple[Rater, ...] = ()
    declined: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    dismissed: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    seed: int = 1
    folder: str = ""
    saved: str = ""

    @property
    def article(self) -> Article:
        """The article as it stands."""
        about = (self.title, self.cites, self.file, self.as_of, self.article_licence)
        return _article(self.text, *about, summary=self.summary)

    @property
    def map(self) -> ClaimMap:
        """The claim map, with a quotation for every span."""
        claims = tuple(_quoted(claim, self.text) for claim in self.claims)
        return ClaimMap(self.article, self.sources, claims, self.trade_offs)

    def claim(self, id_: str) -> Claim | None:
        """The claim with this id."""
        return next((claim for claim in self.claims if claim.id == id_), None)

    def source(self, id_: str) -> Source | None:
        """The source with this id."""
        return next((source for source in self.sources if source.id == id_), None)

    def bank(self, items: Iterable[Item], claims: ClaimMap | None = None) -> Bank:
        """The bank that asks ``items``, each bound to the claims as they are now."""
        claims = self.map if claims is None else claims
        return Bank(
            id=self.id,
            title=self.title,
            language=self.language,
            licence=self.licence,
            map=claims,
            items=tuple(rebound(item, claims) for item in items),
            about=self.about,
            skills=self.skills,
            raters=self.raters,
        )

    def arranged(self, derived: Iterable[Item]) -> tuple[Item, ...]:
        """All items in their order: those by hand, and of the derived ones what is not declined."""
        by_hand = {item.id for item in self.items}
        left_out = by_hand.union(self.declined)
        found = [*self.items, *(item for item in derived if item.id not in left_out)]
        places = {id_: n for n, id_ in enumerate(self.order)}
        return tuple(sorted(found, key=lambda item: places.get(item.id, len(places))))


def draft_of(bank: Bank, derived: Iterable[Item], folder: str = "", seed: int = 1) -> Draft:
    """A draft that goes on with ``bank``, whose map gives ``derived`` for ``seed``.

    Derived items that the bank has word for word go on following their claims; all others of it
    are by hand. Derived items that it does not have were not wanted, and stay away.
    """
    fresh = {item.id: item for item in derived}
    live = {item.id for item in bank.items if fresh.get(item.id) == item}
    article = bank.article
    return Draft(
        id=bank.id,
        title=bank.title,
        text=article.text,
        cites=article.cites,
        as_of=article.as_of,
        language=bank.language,
        licence=bank.licence,
        article_licence=article.licence,
        about=bank.about,
        summary=article.summary,
        file=article.file or ARTICLE_FILE,
        skills=bank.skills,
        sources=bank.map.sources,
        claims=bank.map.claims,
        trade_offs=bank.map.trade_offs,
        items=tuple(item for item in bank.items if item.id not in live),
        raters=bank.raters,
        declined=tuple(id_ for id_ in fresh if id_ not in bank.item),
        order=tuple(item.id for item in bank.items),
        seed=seed,
        folder=folder,
        saved=version(canonical(bank)),
    )


def seed_of(bank: Bank) -> int:
    """The seed from which the bank's derived items were drawn; 1 where it has none."""
    seeds = (item.derived.seed for item in bank.items if item.derived)
    return next((int(seed) for seed in seeds if seed.isdecimal() and len(seed) < 10), 1)


def evidence_of(*spans: Span) -> Evidence:
    """Evidence of one set, in which every span is needed."""
    return Evidence((), (tuple(sorted(spans)),))


def spans_of(claim: Claim) -> Iterator[Span]:
    """Every span of a claim, in no order."""
    for attribution in claim.attributions:
        for alternative in attribution.evidence.spans:
            yield from alternative


def with_claim(draft: Draft, claim: Claim) -> Draft:
    """The draft with this claim in place of the one that has its id."""
    claims = tuple(claim if one.id == claim.id else one for one in draft.claims)
    return replace(draft, claims=claims)


@lru_cache(maxsize=8)
def _article(
    text: str, title: str, cites: str, file: str, as_of: str, licence: str, *, summary: bool
) -> Article:
    return Article(title, cites, text, file, as_of, summary, licence)


def _quoted(claim: Claim, text: str) -> Claim:
    attributions = tuple(_quoting(attribution, text) for attribution in claim.attributions)
    return replace(claim, attributions=attributions)


def _quoting(attribution: Attribution, text: str) -> Attribution:
    evidence = attribution.evidence
    if not evidence.spans:
        words = evidence.quotes or ((Quote(""),),)  # which is told as a problem
        return replace(attribution, evidence=replace(evidence, quotes=words))
    old = [quote for alternative in evidence.quotes for quote in alternative]
    quotes = tuple(
        tuple(_quote(span, text, old) for span in alternative) for alternative in evidence.spans
    )
    return replace(attribution, evidence=replace(evidence, quotes=quotes))


def _quote(span: Span, text: str, old: list[Quote]) -> Quote:
    """The quotation that an author gave, as long as it leads to the span; else the shortest."""
    words = span.cut(text)
    given = (one for one in old if one.words == words and one.places(text) == (span,))
    return next(given, None) or _shortest(text, span)


@lru_cache(maxsize=2048)
def _shortest(text: str, span: Span) -> Quote:
    return quote(text, span)
