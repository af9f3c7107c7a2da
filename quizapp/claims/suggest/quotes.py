"""Quoted passages of a paragraph, whatever marks its author used."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‘": "’", "»": "«"}
_OPENER = re.compile(r"''|``|[“„«»‘\"']")
_MOST_SINGLE = 400  # a lone apostrophe opens nothing that closes further away than this


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted passage with its marks, as code points of the text; open where nothing closes it."""

    start: int
    end: int
    is_open: bool = False


def quoted(text: str, start: int, end: int) -> Iterator[Quoted]:
    """The outermost quoted passages of the paragraph ``[start, end)``, in their order.

    A passage that is never closed runs to the end of the paragraph, as one does that goes on in
    the next, but only where it opens with a mark that cannot be anything else.
    """
    at = start
    while opener := _OPENER.search(text, at, end):
        mark, at = opener[0], opener.end()
        if not _opens(text, mark, opener.start(), at, start, end):
            continue
        close = _close(text, mark, at, end)
        if close is not None:
            yield Quoted(opener.start(), close)
            at = close
        elif mark in '“„«"' or mark in ("''", "``"):
            yield Quoted(opener.start(), end, is_open=True)
            return


def _opens(text: str, mark: str, begin: int, after: int, start: int, end: int) -> bool:
    """Whether a mark stands before a word and not behind one."""
    if after >= end or (text[after].isspace() and mark != "«"):
        return False
    free = begin == start or not (text[begin - 1].isalnum() or text[begin - 1] in ".,!?%")
    return free or mark in "“„«"


def _close(text: str, mark: str, at: int, end: int) -> int | None:
    """Where the passage that ``mark`` opened ends, its closing mark included."""
    if mark in ("''", "``"):
        found = text.find("''", at, end)
        while found >= 0 and text[found : found + 4] == "''''" and found + 4 < end:
            found += 1
        return None if found < 0 else _runs_out(text, found + 2, end)
    if mark == '"':
        found = text.find('"', at, end)
        return None if found < 0 else found + 1
    if mark in "‘'":
        return _close_single(text, "’" if mark == "‘" else "'", at, min(end, at + _MOST_SINGLE))
    closers, depth = _PAIRS[mark], 1
    for place in range(at, end):
        if text[place] in closers:
            depth -= 1
        elif text[place] == mark:
            depth += 1
        if depth == 0:
            return place + 1
    return None


def _close_single(text: str, mark: str, at: int, end: int) -> int | None:
    """The first single mark behind a word that is not the apostrophe inside one."""
    for place in range(at + 1, end):
        if text[place] != mark or text[place - 1].isspace():
            continue
        following = text[place + 1 : place + 2]
        if not following.isalnum():
            return place + 1
    return None


def _runs_out(text: str, at: int, end: int) -> int:
    """Past a third mark in a row, which closes a quotation within the quotation."""
    return at + 1 if text[at : at + 1] == "'" and at < end else at
