"""The article's map: confirmed by, still open, said by, argued by. It answers the whole quiz."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.bank import Bank
from quizapp.claims import Claim, ClaimMap, Stance, Standing
from quizapp.i18n import _


@dataclass(frozen=True, slots=True)
class MapLine:
    """A claim and who stands behind it (or, where it is open, who was asked)."""

    claim: str
    text: str
    by: str
    standing: str


@dataclass(frozen=True, slots=True)
class MapSide:
    """One side of a trade-off and what is argued on it; no lines: nobody argues it here."""

    side: str
    lines: tuple[MapLine, ...]


@dataclass(frozen=True, slots=True)
class MapTradeOff:
    """A trade-off, side by side."""

    question: str
    sides: tuple[MapSide, ...]


@dataclass(frozen=True, slots=True)
class ArticleMap:
    """How everything stands in the article, as of its date."""

    as_of: str
    confirmed: tuple[MapLine, ...]
    open: tuple[MapLine, ...]
    said: tuple[MapLine, ...]
    argued: tuple[MapTradeOff, ...]

    def text(self) -> str:
        """The map as plain text."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        groups = (
            (_("Confirmed by"), self.confirmed),
            (_("Still open"), self.open),
            (_("Said by, no more than that"), self.said),
        )
        for title, lines in groups:
            if lines:
                yield title
                yield from (f"  {line.text} ({line.by})" for line in lines)
        for trade_off in self.argued:
            yield trade_off.question
            for side in trade_off.sides:
                words = "; ".join(f"{line.text} ({line.by})" for line in side.lines)
                yield f"  {side_title(side.side)}: {words or _('not argued here')}"


def side_title(side: str) -> str:
    """The heading of one side of a trade-off."""
    return {"for": _("For"), "against": _("Against")}.get(side, _("Named, no side taken"))


def article_map(bank: Bank) -> ArticleMap:
    """The map of the bank's article. Foils are left out: nobody in the article says them."""
    groups: dict[str, list[MapLine]] = {"confirmed": [], "open": [], "said": []}
    argued = {id_ for t in bank.map.trade_offs for id_ in t.considerations}
    for claim in bank.map.claims:
        if claim.id in bank.stale:
            continue
        group = _group(claim)
        if group and not (group == "said" and claim.id in argued):
            groups[group].append(_line(bank.map, claim))
    return ArticleMap(
        bank.article.as_of,
        tuple(groups["confirmed"]),
        tuple(groups["open"]),
        tuple(groups["said"]),
        tuple(_trade_offs(bank.map)),
    )


def _group(claim: Claim) -> str:
    if claim.standing is Standing.CONFIRMED:
        return "confirmed"
    if claim.standing in (Standing.UNKNOWN, Standing.DISPUTED):
        return "open"
    return "" if claim.standing is Standing.NOT_STATED else "said"


def _line(claims: ClaimMap, claim: Claim) -> MapLine:
    return MapLine(claim.id, claim.text, who(claims, claim), claim.standing.value)


def who(claims: ClaimMap, claim: Claim) -> str:
    """Who says it; for an open claim who was asked, for a disputed one who says no, too."""
    names = _names(claims, claim, Stance.ASSERTS)
    against = _names(claims, claim, Stance.DENIES)
    if claim.standing is Standing.UNKNOWN:
        asked = claim.asked or _names(claims, claim, Stance.DOES_NOT_KNOW)
        return _("asked: {who}").format(who=asked)
    if names and against:
        return _("{who}; denied by {others}").format(who=names, others=against)
    return names or _("denied by {others}").format(others=against)


def _names(claims: ClaimMap, claim: Claim, stance: Stance) -> str:
    ids = [a.source for a in claim.attributions if a.stance is stance]
    return ", ".join(dict.fromkeys(claims.source[id_].name for id_ in ids))


def _trade_offs(claims: ClaimMap) -> Iterator[MapTradeOff]:
    for trade_off in claims.trade_offs:
        sides = tuple(
            MapSide(side, tuple(_line(claims, claims.claim[id_]) for id_ in members))
            for side, members in trade_off.sides.items()
            if side != "not_argued" and (members or side != "no_side")
        )
        yield MapTradeOff(trade_off.question, sides)
