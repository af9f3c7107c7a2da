"""Pair each claim with the source that the article gives it to (QTI matchInteraction)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from sys import intern
from typing import Any, ClassVar, Self

from quizapp.claims import Claim, ClaimMap, Stance
from quizapp.errors import Problem
from quizapp.fields import IDS, TEXT, Field, ListOf, Number, Record, Text
from quizapp.i18n import N_, _
from quizapp.items.base import Response, flaw
from quizapp.items.choice import decimal
from quizapp.items.pairing import PairItem, parted
from quizapp.text import fold

WEIGHT = Number(Decimal(0), Decimal(100))
ROW = Record(
    "row",
    (
        Field("text", TEXT, required=True, doc="the words that something goes with"),
        Field("with", TEXT, required=True, doc="what goes with them"),
    ),
)


@dataclass(frozen=True, kw_only=True)
class Match(PairItem):
    """Each claim is given its source.

    The key of a claim is the one source that asserts it. ``sources`` are further sources to choose
    from, which say none of the claims. An item without claims has ``rows`` of its own, words with
    what each goes with, and ``extra`` to choose from; imports do.
    """

    kind: ClassVar[str] = "match"
    title: ClassVar[str] = N_("Who says what")
    prompt: ClassVar[str] = N_("Give each claim to the source that the article gives it to.")
    skills_by_default: ClassVar[tuple[str, ...]] = ("attribution",)
    FIELDS = (
        Field("sources", IDS, doc="ids of sources that say none of it", default=()),
        Field(
            "rows",
            ListOf(ROW),
            doc="instead of claims: words, each with what it goes with",
            default=(),
        ),
        Field("extra", ListOf(TEXT), doc="with rows: what goes with none of them", default=()),
        Field("weights", ListOf(WEIGHT), doc="with rows: how much each counts", default=()),
        Field("scoring", Text(("partial", "all_or_nothing")), default="partial"),
    )

    sources: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    unfit: tuple[tuple[str, str], ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    extra: tuple[str, ...] = ()
    weights: tuple[Decimal, ...] = ()
    all_or_nothing: bool = False

    @classmethod
    def build(cls, common: Mapping[str, Any], own: Mapping[str, Any], claims: ClaimMap) -> Self:
        rows = tuple((row["text"], row["with"]) for row in own.get("rows", ()))
        given = {"sources": own["sources"], "rows": rows, "extra": own.get("extra", ())}
        how = {
            "weights": own.get("weights", ()),
            "all_or_nothing": own.get("scoring", "partial") == "all_or_nothing",
        }
        return cls(**common, **given, **how, **cls.bind(common, given, claims))

    @classmethod
    def bind(
        cls, common: Mapping[str, Any], own: Mapping[str, Any], claims: ClaimMap
    ) -> dict[str, Any]:
        if own.get("rows"):
            return free_rows(own["rows"], own["extra"])
        asked = dict.fromkeys(common["claims"])
        known = [claims.claim[id_] for id_ in asked if id_ in claims.claim]
        pairs = tuple((claim.id, said[0]) for claim in known if len(said := _who(claim)) == 1)
        ids = {source for _claim, source in pairs} | set(own["sources"])
        return {
            "texts": tuple((id_, claims.claim[id_].text) for id_, _source in pairs),
            "names": _named(claims, sorted(ids & claims.source.keys())),
            "pairs": pairs,
            "unfit": tuple((c.id, code) for c in known if (code := _unfit(c))),
        }

    def own(self) -> dict[str, Any]:
        rows = [{"text": text, "with": other} for text, other in self.rows]
        return {
            **({"sources": list(self.sources)} if self.sources else {}),
            **({"rows": rows} if rows else {}),
            **({"extra": list(self.extra)} if self.extra else {}),
            **({"weights": [decimal(one) for one in self.weights]} if self.weights else {}),
            **({"scoring": "all_or_nothing"} if self.all_or_nothing else {}),
        }

    def credit(self, response: Response) -> float:
        """The share of right pairs, by their weights where they have some; or all or nothing."""
        plain = super().credit(response)
        if self.all_or_nothing:
            return float(plain == 1.0)
        if len(self.weights) != len(self.pairs) or not sum(self.weights) or not plain:
            return plain
        placed = set(parted(response))
        weighed = zip(self.pairs, self.weights, strict=True)
        return float(sum(one for pair, one in weighed if pair in placed) / sum(self.weights))

    @property
    def subject(self) -> str:
        return self.stem or _(self.prompt)

    @property
    def right(self) -> tuple[tuple[str, str], ...]:
        return self.pairs

    def columns(self) -> dict[str, str]:
        return dict(self.names)

    def guess(self) -> float:
        chance = 1 / len(self.names) if self.names else 0.0
        return chance ** len(self.pairs) if self.all_or_nothing else chance

    def plain(self, order: tuple[str, ...]) -> str:
        return "\n".join([self.subject, *self.listed(order)])

    def problems(self) -> Iterator[Problem]:
        if self.rows:
            yield from self._row_problems()
            return
        if len(set(self.claims)) < 2:
            remedy = "Name two or more under claims."
            yield flaw((), "too-few", "There are fewer than two claims to pair.", remedy)
        unfit = dict(self.unfit)
        for n, id_ in enumerate(self.claims):
            if id_ in self.claims[:n]:
                what = f"“{id_}” is named twice."
                yield flaw(("claims", n), "duplicate-id", what, "Leave one out.")
            elif id_ in unfit:
                what = _UNFIT[unfit[id_]].format(claim=id_)
                yield flaw(("claims", n), unfit[id_], what, "Take another claim.")
        names = dict(self.names)
        for n, id_ in enumerate(self.sources):
            if id_ not in names:
                what, remedy = f"There is no source “{id_}”.", "Take the id of one under sources."
                yield flaw(("sources", n), "unknown-id", what, remedy)
        if self.texts and len({fold(name) for name in names.values()}) < max(2, len(names)):
            what = "There are fewer than two sources to tell apart by their names."
            remedy = "Add sources to choose from, or give each its own name or role."
            yield flaw((), "one-source", what, remedy)

    def _row_problems(self) -> Iterator[Problem]:
        if self.weights and len(self.weights) != len(self.rows):
            what = "There are not as many weights as rows."
            yield flaw(("weights",), "weights", what, "Give one for each row, or none.")
        if self.claims:
            what = "The item has claims and rows of its own."
            yield flaw(("rows",), "rows-and-claims", what, "Keep one of them.")
        if len({name for _id, name in self.names}) < 2:
            what = "There are fewer than two things to choose from."
            yield flaw(("rows",), "too-few", what, "Add a row, or something under extra.")


def free_rows(rows: tuple[tuple[str, str], ...], extra: tuple[str, ...]) -> dict[str, Any]:
    """Rows and columns under ids of their own; what is written alike is one column."""
    columns = dict.fromkeys((*(other for _text, other in rows), *extra))
    ids = {name: intern(f"c{n}") for n, name in enumerate(columns, start=1)}
    own = [intern(f"r{n}") for n in range(1, len(rows) + 1)]  # the same in thousands of questions
    return {
        "texts": tuple((id_, text) for id_, (text, _other) in zip(own, rows, strict=True)),
        "names": tuple((id_, name) for name, id_ in ids.items()),
        "pairs": tuple((id_, ids[other]) for id_, (_text, other) in zip(own, rows, strict=True)),
    }


_UNFIT = {
    "unsaid": "Nobody in the article asserts “{claim}”.",
    "unclear-source": "It is unclear who says “{claim}”.",
    "several-sources": "More than one source asserts “{claim}”.",
}


def _who(claim: Claim) -> list[str]:
    """The sources that assert a claim."""
    said = (a.source for a in claim.attributions if a.stance is Stance.ASSERTS)
    return list(dict.fromkeys(said))


def _unfit(claim: Claim) -> str:
    """Why nobody can be asked who says this; empty where one can."""
    said = len(_who(claim))
    if said != 1:
        return "several-sources" if said else "unsaid"
    return "" if claim.who_says_clear else "unclear-source"


def _named(claims: ClaimMap, ids: list[str]) -> tuple[tuple[str, str], ...]:
    """The sources by name, with the role of those whose name alone does not tell them apart."""
    found = [claims.source[id_] for id_ in ids]
    folded = [fold(source.name) for source in found]
    roles = (s.role if folded.count(fold(s.name)) > 1 else "" for s in found)
    names = [f"{s.name} ({role})" if role else s.name for s, role in zip(found, roles, strict=True)]
    return tuple((s.id, n[:1].upper() + n[1:]) for s, n in zip(found, names, strict=True))
