"""Canonical JSON, written and read strictly: what is signed must have one form only."""

import json
import re
from typing import Any

from quizapp.errors import QuizappError
from quizapp.i18n import _

MOST_BYTES = 5_000_000
MOST_DEPTH = 32
_OPEN, _CLOSE = b"[{", b"]}"
_NO_BRACKETS = bytes(set(range(256)) - set(_OPEN + _CLOSE))
_STRING = re.compile(
    rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL
)  # or its start, to the end


class UnreadableError(QuizappError):
    """A file of the classroom that cannot be read; the message says why and what to do."""


def write(value: Any) -> bytes:
    """Canonical JSON: UTF-8, sorted keys, no spaces; strings, integers, lists, records only.

    Raises:
        TypeError: there is a fraction, a truth value or something else that JSON writes in more
            than one way.
    """
    _plain(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def read(data: bytes) -> dict[str, Any]:
    """A record in canonical JSON, and nothing else: no other form of the same record is taken.

    Raises:
        UnreadableError: it is larger than 5 MB, nested deeper than 32 levels, names a field twice,
            is not canonical, or is no record.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableError(_("The file is larger than 5 MB; no file of a class is."))
    if _deeper(data, MOST_DEPTH):
        raise UnreadableError(_("The file is nested deeper than 32 levels; no file of a class is."))
    try:
        value = json.loads(data)
        same = isinstance(value, dict) and write(value) == data
    except (ValueError, TypeError, RecursionError) as error:
        raise UnreadableError(_damaged()) from error
    if not same:  # also where a field is named twice, for then one of them is lost
        raise UnreadableError(_damaged())
    return dict(value)


def _damaged() -> str:
    return _("The file is damaged or was not written by this program. Ask for it again.")


def _plain(value: Any) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise TypeError(f"a field is named {key!r}")
            _plain(inner)
    elif isinstance(value, list):
        for inner in value:
            _plain(inner)
    elif isinstance(value, bool) or not isinstance(value, str | int):
        raise TypeError(f"{value!r} is neither a string nor an integer")


def _deeper(data: bytes, most: int) -> bool:
    """Whether brackets outside of strings stand deeper than ``most``; looked at before parsing."""
    depth = 0
    for byte in _STRING.sub(b"", data).translate(None, _NO_BRACKETS):
        depth += 1 if byte in _OPEN else -1
        if depth > most:
            return True
    return False
