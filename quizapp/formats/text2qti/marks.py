"""Words in Markdown as plain text, and plain text as Markdown that means just that."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SPECIAL = re.compile(r"[\\`*_\[\]<>&$!~]|\(\(")
_LEADING = re.compile(r"(?m)^(\d+(?=[.)])|(?=[#+=-]))")
_MEANS = re.compile(r"[\\`*_<&!\[]")
_FORMULA = re.compile(r"(?<!\\)\$(?=\S)(?:[^$\\\n]|\\.)+?(?<=\S)\$")
_HELD = "\ue010"


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark")


def has_formula(text: str) -> bool:
    """Whether there is LaTeX between dollar signs."""
    return _FORMULA.search(text) is not None


def plain(text: str) -> str:
    """Markdown as plain text: no emphasis, a picture as its words; formulas stay as they are."""
    if not _MEANS.search(text):
        return text
    formulas: list[str] = []

    def hold(match: re.Match[str]) -> str:
        formulas.append(match[0])
        return _HELD

    held = _FORMULA.sub(hold, text.replace(_HELD, ""))
    lines = (_inline(line) for line in held.split("\n"))
    kept = iter(formulas)
    return re.sub(_HELD, lambda _m: next(kept, ""), "\n".join(lines))


def _inline(line: str) -> str:
    return "".join(
        _told(t) for inline in _parser().parseInline(line) for t in inline.children or ()
    )


def _told(token: "Token") -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.type == "image":
        return f"[{token.content}]" if token.content else ""
    return "" if token.type == "html_inline" else token.content


def escaped(text: str) -> str:
    """Plain text in which nothing structures, neither for Markdown nor for text2qti."""
    held = _SPECIAL.sub(lambda m: "(\\(" if m[0] == "((" else f"\\{m[0]}", text)
    return _LEADING.sub(lambda m: f"{m[0]}\\", held)
