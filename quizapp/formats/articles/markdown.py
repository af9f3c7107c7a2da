"""Markdown by markdown-it-py, which follows CommonMark: its words, without the marks."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizapp.formats.articles import Intake

if TYPE_CHECKING:
    from markdown_it.token import Token


def read(text: str) -> Intake:
    """Every block as a paragraph; the first heading of the first level is the title."""
    from markdown_it import MarkdownIt

    title, blocks, heading = "", list[str](), ""
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "heading_open":
            heading = token.tag
        elif token.type == "heading_close":
            heading = ""
        elif token.type == "inline":
            words = " ".join("".join(_words(token.children or ())).split())
            if heading == "h1" and not title:
                title = words
            elif words:
                blocks.append(words)
        elif token.type in ("fence", "code_block"):
            blocks += filter(None, map(str.strip, token.content.splitlines()))
    return Intake("\n\n".join(blocks), title)


def _words(tokens: "Sequence[Token]") -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
