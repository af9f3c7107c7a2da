"""From the fields of a bank to a bank, with every reference and every span resolved."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from quizapp.bank.layout import SETS
from quizapp.bank.model import Bank, Rater
from quizapp.claims import (
    SIDES,
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
from quizapp.errors import Severity
from quizapp.fields import Findings, Path
from quizapp.items import COMMON, KINDS, Derived, Item, Picture
from quizapp.text import did_you_mean

# Looking for the nearest id takes time; a file with more problems has one cause for many.
MOST_HINTS = 50
_COMMON = frozenset(f.name for f in COMMON) - {"kind"}


@dataclass
class Build:
    """One bank in the making. ``edited``: the article changed since the bank was written."""

    article: Article
    findings: Findings
    edited: bool = False
    stale: set[str] = field(default_factory=set)

    def bank(self, fields: Mapping[str, Any]) -> Bank:
        """The bank, as far as it could be built; what could not is in the findings."""
        sources = tuple(map(_source, fields["sources"]))
        self._once([s.id for s in sources], ("sources",), "source")
        claims = tuple(self._claim(c, n) for n, c in enumerate(fields["claims"]))
        self._once([c.id for c in claims], ("claims",), "claim")
        self._attribution_ids(claims)
        trade_offs = tuple(map(_trade_off, fields["trade_offs"]))
        self._once([t.id for t in trade_offs], ("trade_offs",), "trade-off")
        self._references(sources, claims, trade_offs)
        self._rated(fields["raters"], {c.id for c in claims})
        claim_map = ClaimMap(self.article, sources, claims, trade_offs)
        items = self._items(fields["items"], claim_map)
        return Bank(
            id=fields["id"],
            title=fields["title"],
            language=fields["language"],
            licence=fields["licence"],
            map=claim_map,
            items=items,
            about=fields["about"],
            skills=fields["skills"],
            raters=tuple(Rater(r["name"], r["standings"]) for r in fields["raters"]),
            stale=frozenset(self.stale),
            sha256=fields["article"]["sha256"] if self.stale else "",
        )

    def _once(self, ids: list[str], path: Path, what: str) -> None:
        seen: set[str] = set()
        for n, id_ in enumerate(ids):
            if id_ and id_ in seen:
                self.findings.add(
                    (*path, n, "id"),
                    "duplicate-id",
                    f"The {what} id “{id_}” is used twice.",
                    "Give one of the two another id.",
                )
            seen.add(id_)

    def _attribution_ids(self, claims: tuple[Claim, ...]) -> None:
        seen: set[str] = set()
        for n, claim in enumerate(claims):
            for m, attribution in enumerate(claim.attributions):
                if attribution.id and attribution.id in seen:
                    path = ("claims", n, "attributions", m, "id")
                    what = f"The attribution id “{attribution.id}” is used twice."
                    self.findings.add(path, "duplicate-id", what, "Give one another id.")
                seen.add(attribution.id)

    def _known(self, id_: str, known: Collection[str], path: Path, what: str) -> None:
        if id_ and id_ not in known:
            few = len(self.findings.found) < MOST_HINTS
            remedy = did_you_mean(id_, known) if few else "Correct the id."
            self.findings.add(path, "unknown-id", f"There is no {what} “{id_}”.", remedy)

    def _claim(self, fields: Mapping[str, Any], n: int) -> Claim:
        self.findings.tick()
        attributions = tuple(
            self._attribution(a, fields["id"], ("claims", n, "attributions", m))
            for m, a in enumerate(fields["attributions"])
        )
        texts = ("condition", "hedge", "as_of", "why", "asked", "would_know", "origin")
        return Claim(
            id=fields["id"],
            text=fields["text"],
            opinion=fields["nature"] == "opinion",
            written=Standing(fields["standing"]) if fields["standing"] else None,
            basis=Basis(fields["basis"]) if fields["basis"] else None,
            also=Standing(fields["also"]) if fields["also"] else None,
            attributions=attributions,
            **{name: fields[name] for name in texts},
        )

    def _attribution(self, fields: Mapping[str, Any], claim: str, path: Path) -> Attribution:
        quotes = fields["evidence"]
        spans = [self._spans(set_, (*path, "evidence", SETS, n)) for n, set_ in enumerate(quotes)]
        if not all(spans):
            self.stale.add(claim)
        return Attribution(
            source=fields["source"],
            stance=Stance(fields["stance"] or "asserts"),
            evidence=Evidence(quotes, tuple(filter(None, spans))),
            cue=fields["cue"],
            id=fields["id"],
            nested_in=fields["nested_in"],
            unclear=fields["who_says"] == "unclear",
        )

    def _spans(self, quotes: tuple[Quote, ...], path: Path) -> tuple[Span, ...]:
        spans = [self._span(quote, (*path, n)) for n, quote in enumerate(quotes)]
        return tuple(s for s in spans if s) if all(spans) else ()

    def _span(self, quote: Quote, path: Path) -> Span | None:
        places = quote.places(self.article.text)
        severity: Severity = "warning" if self.edited else "error"
        if not places:
            self.findings.add(
                path,
                "span-missing",
                f"The article does not have the words “{_clip(quote.words)}”.",
                "Copy them from the article, character for character.",
                severity,
            )
        elif len(places) > 1:
            self.findings.add(
                path,
                "span-twice",
                f"The words “{_clip(quote.words)}” stand in the article more than once.",
                "Write before:, words: and after: so that only one place fits.",
                severity,
            )
        return places[0] if len(places) == 1 else None

    def _references(
        self,
        sources: tuple[Source, ...],
        claims: tuple[Claim, ...],
        trade_offs: tuple[TradeOff, ...],
    ) -> None:
        known = {s.id for s in sources}
        named = {a.id for c in claims for a in c.attributions if a.id}
        ids = {c.id for c in claims}
        for n, claim in enumerate(claims):
            for m, attribution in enumerate(claim.attributions):
                path = ("claims", n, "attributions", m)
                self._known(attribution.source, known, (*path, "source"), "source")
                self._known(attribution.nested_in, named, (*path, "nested_in"), "attribution")
        for n, trade_off in enumerate(trade_offs):
            for side, members in trade_off.sides.items():
                for m, id_ in enumerate(members):
                    self._known(id_, ids, ("trade_offs", n, side, m), "claim")

    def _rated(self, raters: tuple[dict[str, Any], ...], claims: set[str]) -> None:
        for n, rater in enumerate(raters):
            for id_, _standing in rater["standings"]:
                self._known(id_, claims, ("raters", n, "standings", id_), "claim")

    def _items(self, fields: tuple[dict[str, Any], ...], claims: ClaimMap) -> tuple[Item, ...]:
        self._once([f["id"] for f in fields], ("items",), "item")
        return tuple(self._item(f, claims, ("items", n)) for n, f in enumerate(fields))

    def _item(self, fields: Mapping[str, Any], claims: ClaimMap, path: Path) -> Item:
        self.findings.tick()
        for n, id_ in enumerate(fields["claims"]):
            self._known(id_, claims.claim, (*path, "claims", n), "claim")
        self._known(fields["trade_off"], claims.trade_off, (*path, "trade_off"), "trade-off")
        picture, derived = fields["picture"], fields["derived"]
        common = {name: fields[name] for name in _COMMON} | {
            "picture": Picture(**picture) if picture else None,
            "derived": Derived(**derived) if derived else None,
        }
        kind = KINDS[fields["kind"]]
        item = kind.build(common, {f.name: fields[f.name] for f in kind.FIELDS}, claims)
        for problem in item.problems():
            self.findings.add(
                (*path, *problem.path), problem.code, problem.what, problem.remedy, problem.severity
            )
        return item


def _source(fields: Mapping[str, Any]) -> Source:
    return Source(**fields)


def _trade_off(fields: Mapping[str, Any]) -> TradeOff:
    sides = {("for_" if side == "for" else side): fields[side] for side in SIDES}
    return TradeOff(id=fields["id"], question=fields["question"], **sides)


def _clip(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:77]}…"
