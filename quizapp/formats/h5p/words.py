"""Texts of H5P: HTML, and words between asterisks that a learner fills in, drags or marks."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quizapp.formats.plain import unmarked

_SIGN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_BETWEEN = re.compile(r"\*([^*]+)\*")
_FEEDBACK = re.compile(r"\\[+-]")
_MARKED = re.compile(r"\*((?:[^*\s]|\*\*)(?:[^*]|\*\*)*)\*(?!\*)|(?:[^\s*]|\*\*)+|\*")
_EDGE = " \t\n.,;:!?()[]{}“”„«»\"'‘’…"
_ESCAPED = {"*": "&#42;", "/": "&#47;", ":": "&#58;", "\\": "&#92;"}


def text(value: Any) -> str:
    """A text without signs that no file can hold; empty where the value is no text."""
    return _SIGN.sub("", value) if isinstance(value, str) else ""


def plain(value: Any) -> str:
    """HTML as plain text."""
    return unmarked(text(value)).strip()


def yes(value: Any) -> bool:
    """Whether a value says yes, in any of the ways in which files do."""
    return value is True or value == 1 or (isinstance(value, str) and value.casefold() == "true")


def part(value: Any, *names: str) -> Any:
    """What lies under these names, one in the other; ``None`` where it does not."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def each(value: Any) -> list[Any]:
    """A list as it is; empty where the value is none."""
    return value if isinstance(value, list) else []


@dataclass(frozen=True, slots=True)
class Blank:
    """Words between asterisks: what may stand there, and the hint."""

    answers: tuple[str, ...]
    tip: str
    told: str = ""


def typed(inside: str) -> Blank:
    """A blank to type in: ``newt/frog:a hint``."""
    words, _colon, tip = inside.partition(":")
    answers = tuple(dict.fromkeys(found for one in words.split("/") if (found := plain(one))))
    return Blank(answers, plain(tip))


def dragged(inside: str) -> Blank:
    r"""A word to drag: ``newt:a hint\+well done\-no``."""
    words, *told = _FEEDBACK.split(inside)
    words, _colon, tip = words.partition(":")
    found = plain(words)
    return Blank((found,) if found else (), plain(tip), " ".join(filter(None, map(plain, told))))


def gapped(source: str, take: Callable[[str], Blank]) -> tuple[str, list[Blank]]:
    """A text with its blanks as ``[[g1]]``, and the blanks; one that is empty stays as it is."""
    found: list[Blank] = []

    def replace(match: re.Match[str]) -> str:
        blank = take(match[1])
        if not blank.answers:
            return match[0]
        found.append(blank)
        return f"[[g{len(found)}]]"

    safe = source.replace("[[", "[ [").replace("]]", "] ]")
    return plain(_BETWEEN.sub(replace, safe)), found


@dataclass(frozen=True, slots=True)
class Word:
    """A word that can be marked, and whether it is to be."""

    text: str
    right: bool


def marked(source: str) -> tuple[str, list[Word]]:
    """A text without its asterisks, and its words; those between asterisks are to be marked."""
    words: list[Word] = []

    def take(match: re.Match[str]) -> str:
        shown = (match[1] or match[0]).replace("**", "*")
        if found := " ".join(shown.strip(_EDGE).split()):
            words.append(Word(found, match[1] is not None))
        return shown

    return _MARKED.sub(take, plain(source)), words


def paragraph(words: str) -> str:
    """Plain text as HTML."""
    return f"<p>{line_breaks(words)}</p>"


def line_breaks(words: str) -> str:
    """Plain text as HTML without a paragraph around it."""
    return html.escape(words, quote=False).replace("\n", "<br>")


def starless(words: str) -> str:
    """HTML in which no asterisk begins a blank."""
    return words.replace("*", _ESCAPED["*"])


def blank(words: str) -> str:
    """Words that go between asterisks, without a sign that would structure them."""
    plain_words = html.escape(" ".join(words.split()), quote=False)
    return "".join(_ESCAPED.get(sign, sign) for sign in plain_words)
