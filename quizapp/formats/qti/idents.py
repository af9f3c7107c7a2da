"""Identifiers of QTI and ids of ours.

Ids of ours have small letters, digits, ``-`` and ``_``; an identifier of QTI begins with a letter
or ``_``. ``theirs`` puts a ``_`` before an id that does not begin with a letter, ``ours`` takes it
away again, so that an id comes back as it was.
"""

import re
from collections.abc import Iterable


def theirs(id_: str) -> str:
    """An id as an identifier of QTI."""
    return id_ if id_[:1].isalpha() and id_[:1].isascii() else f"_{id_}"


def ours(identifier: str) -> str:
    """An identifier as an id; not yet unlike all others."""
    plain = re.sub(r"[^a-z0-9_-]+", "-", identifier.lower())
    bare = plain.removeprefix("_")
    return (bare or plain)[:200] or "x"


class Names:
    """Gives each identifier an id that no other one has."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def new(self, identifier: str) -> str:
        """An id for one more thing with this identifier."""
        plain = ours(identifier)
        n = self._given.get(plain, 0) + 1
        self._given[plain] = n
        return plain if n == 1 else self.new(f"_{plain}-{n}")

    def all(self, identifiers: Iterable[str]) -> dict[str, str]:
        """Ids for identifiers that are all different."""
        return {identifier: self.new(identifier) for identifier in identifiers}
