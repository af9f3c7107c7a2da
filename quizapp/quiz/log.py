"""The answer log: entries that only grow in number, each sealed with the hash of the one before."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

DOMAIN = "quizapp-log-1\n"
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
Kind = Literal["begin", "answer", "clear", "check", "submit", "regrade"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One act on an attempt. ``n`` counts from 1; ``payload`` is canonical JSON."""

    attempt: str
    n: int
    kind: Kind
    item: str
    payload: str
    at: datetime

    def sealed(self, previous: str) -> str:
        """The SHA-256 over the domain, the hash of the entry before, and this entry's JSON."""
        whole = canonical(
            {
                "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
                "attempt": self.attempt,
                "item": self.item,
                "kind": self.kind,
                "n": self.n,
                "payload": self.payload,
            }
        )
        return hashlib.sha256(f"{DOMAIN}{previous}{whole}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a log: how many entries it has, and the hash of the last."""

    count: int = 0
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """What a look at a log found. ``sound_entries`` is how far it can be believed."""

    attempt: str
    sound_entries: int
    fault: str = ""

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.fault


def canonical(value: Any) -> str:
    """Canonical JSON: sorted keys, no spaces, every character as it is."""
    return _ENCODER.encode(value)


def follow(attempt: str, entries: Iterable[tuple[Entry, str]], head: Head) -> Chain:
    """Whether the entries, each with the hash stored beside it, lead to ``head``."""
    at = Head()
    for entry, stored in entries:
        if entry.n != at.count + 1:
            return Chain(attempt, at.count, f"entry {at.count + 1} is missing")
        if entry.sealed(at.hash) != stored:
            return Chain(attempt, at.count, f"entry {entry.n} was changed")
        at = Head(entry.n, stored)
    if at.count != head.count:
        return Chain(attempt, at.count, f"{head.count} entries were written, {at.count} are there")
    if at != head:
        return Chain(attempt, at.count, "the last entry is not the one that was written")
    return Chain(attempt, at.count)
