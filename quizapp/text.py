"""Strings: folding for comparison, words, and Qt's way of counting."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*", re.UNICODE)
_MOST_NAMES = 20


def utf16_index(text: str, index: int) -> int:
    """Where the code point ``index`` of ``text`` stands when counted in UTF-16 units.

    Qt counts UTF-16 units, Python code points; this and its inverse are the only places that
    know it. ``index`` lies in ``0..len(text)``.
    """
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


def codepoint_index(text: str, units: int) -> int:
    """The inverse of ``utf16_index``; inside a surrogate pair, the character that it is half of."""
    if units <= 0:
        return 0
    whole = text.encode("utf-16-le", "surrogatepass")
    return len(whole[: 2 * units].decode("utf-16-le", "ignore"))


def fold(text: str) -> str:
    """``text`` without case, punctuation, doubled spaces, and with one form for each character.

    Two options that fold to the same string look the same to a reader in a hurry.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(
        "".join(c if unicodedata.category(c)[0] in "LNMS" else " " for c in plain).split()
    )


def words(text: str) -> list[str]:
    """The words of ``text`` in their order, lower-cased, punctuation left out."""
    return [word.casefold() for word in _WORD.findall(text)]


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """A sentence that proposes the nearest known name, or lists the first of what is known."""
    names = sorted(known)
    near = get_close_matches(given, names, n=1, cutoff=0.6)
    if near:
        return f"Did you mean “{near[0]}”?"
    listed = [*names[:_MOST_NAMES], *(["…"] if len(names) > _MOST_NAMES else [])]
    return f"Known here: {', '.join(listed)}." if names else ""
