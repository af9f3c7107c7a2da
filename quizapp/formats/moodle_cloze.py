"""Gaps in a text as Moodle writes them: ``{1:SHORTANSWER:=newt~%50%frog#nearly}``."""

import re
from dataclasses import dataclass
from decimal import Decimal

from quizapp.formats.moodle_kinds import number, percent
from quizapp.formats.plain import unmarked
from quizapp.items import Gap

_GAP = re.compile(r"(?<!\\)\{([0-9]*):([A-Z_]+):((?:\\.|[^\\}])*)\}")
_PIECE = re.compile(r"(?<!\\)~")
_WEIGHT = re.compile(r"%(-*[0-9]{1,3}\.?[0-9]*)%")
_UNESCAPED = re.compile(r"\\([\\~#=}{\"/])")
TYPED = {"SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC"}
NUMBERS = {"NUMERICAL", "NM"}
LISTED = {
    "MULTICHOICE", "MC", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH", "MULTICHOICE_S", "MCS",
    "MULTICHOICE_VS", "MCVS", "MULTICHOICE_HS", "MCHS",
}  # fmt: skip


class UnknownGapError(ValueError):
    """A gap is of a kind that cannot be held, or nothing fills it."""


@dataclass(frozen=True, slots=True)
class Gapped:
    """A text with its gaps as ``[[g1]]``. ``lost`` says what a gap had that is left out."""

    text: str
    gaps: tuple[Gap, ...]
    lost: tuple[str, ...]


def gapped(text: str) -> Gapped:
    """The gaps of a text, which may have markup.

    Raises:
        UnknownGapError: with the type of the gap.
    """
    gaps: list[Gap] = []
    lost: set[str] = set()

    def take(found: re.Match[str]) -> str:
        weight, kind, answers = found[1], found[2], found[3]
        gaps.append(_gap(f"g{len(gaps) + 1}", weight, kind, answers, lost))
        return f"[[g{len(gaps)}]]"

    replaced = _GAP.sub(take, text)
    if not gaps:
        raise UnknownGapError("none")
    return Gapped(unmarked(replaced), tuple(gaps), tuple(sorted(lost)))


def _gap(id_: str, weight: str, kind: str, answers: str, lost: set[str]) -> Gap:
    if kind not in TYPED | NUMBERS | LISTED:
        raise UnknownGapError(kind)
    shares: dict[str, Decimal] = {}
    for piece in _PIECE.split(answers):
        text, share, told = _answer(piece)
        if told:
            lost.add("feedback")
        if kind in NUMBERS:
            value, _colon, span = text.partition(":")
            if span and number(span):
                lost.add("tolerance")
            text = value.strip()
        if text and text != "*":
            shares.setdefault(text, share)
    accepted = tuple(text for text, share in shares.items() if share >= 1)
    if not accepted:
        raise UnknownGapError(kind)
    partial = tuple((text, share) for text, share in shares.items() if 0 < share < 1)
    options = tuple(shares) if kind in LISTED else ()
    return Gap(id_, accepted, options, Decimal(weight or 1), partial)


def _answer(piece: str) -> tuple[str, Decimal, str]:
    """The words of an answer, its share of the mark, and its feedback."""
    share = Decimal(0)
    if piece.startswith("="):
        share, piece = Decimal(1), piece[1:]
    elif weight := _WEIGHT.match(piece):
        share, piece = percent(weight[1]), piece[weight.end() :]
    text, _hash, told = re.sub(r"\\#", "\ue001", piece).partition("#")
    return _meant(text), share, _meant(told)


def _meant(text: str) -> str:
    plain = _UNESCAPED.sub(lambda m: m[1], text).replace("\ue001", "#")
    return unmarked(plain).strip()
