"""Cards as they were last computed, so that a start need not parse every bank again.

The file is only a cache: lost, damaged or unwritable, everything is computed anew.
"""

import contextlib
import json
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from quizapp import __version__
from quizapp.app.cards import BankCard, BarSegment
from quizapp.quiz import Attempt

FILE = "cards.json"
_NONE = "none"


def fingerprint(attempt: Attempt | None) -> str:
    """Everything about an attempt that a card could show, as a hash."""
    return sha256(repr(attempt).encode()).hexdigest() if attempt else _NONE


class CardCache:
    """Cards by folder, each with the stamp of its files and the fingerprint of its attempt."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries: dict[str, dict[str, Any]] = {}
        self._changed = False
        with contextlib.suppress(OSError, ValueError, AttributeError):
            given = json.loads(path.read_text("utf-8"))
            if given.get("program") == __version__:
                self._entries = dict(given["folders"])

    def bank_id(self, folder: Path, stamp: tuple[int, ...]) -> str:
        """The id of the bank in this folder, if the folder is as it was; else nothing."""
        entry = self._entry(folder, stamp)
        return str(entry["id"]) if entry else ""

    def get(self, folder: Path, stamp: tuple[int, ...], attempt: Attempt | None) -> BankCard | None:
        """The card of this folder with this attempt, if both are as they were."""
        entry = self._entry(folder, stamp)
        card = entry["cards"].get(fingerprint(attempt)) if entry else None
        try:
            return _restored(card, folder) if card else None
        except (KeyError, TypeError, ValueError):
            return None

    def put(
        self, folder: Path, stamp: tuple[int, ...], attempt: Attempt | None, card: BankCard
    ) -> None:
        """Remember a card; older ones of the same folder are dropped."""
        stored = asdict(card) | {"path": "", "date": card.date.isoformat() if card.date else ""}
        self._entries[str(folder)] = {
            "stamp": list(stamp),
            "id": card.id,
            "cards": {fingerprint(attempt): stored},
        }
        self._changed = True

    def save(self) -> None:
        """Write what changed, beside and renamed; a disk that refuses costs only time."""
        if not self._changed:
            return
        beside = self._path.with_suffix(".tmp")
        with contextlib.suppress(OSError):
            whole = {"program": __version__, "folders": self._entries}
            beside.write_text(json.dumps(whole), "utf-8")
            beside.replace(self._path)
            self._changed = False

    def _entry(self, folder: Path, stamp: tuple[int, ...]) -> dict[str, Any] | None:
        entry = self._entries.get(str(folder))
        whole = isinstance(entry, dict) and {"stamp", "id", "cards"} <= entry.keys()
        return entry if whole and entry and entry["stamp"] == list(stamp) else None


def _restored(card: dict[str, Any], folder: Path) -> BankCard:
    given = dict(card)
    given["path"] = folder
    given["date"] = datetime.fromisoformat(given["date"]) if given["date"] else None
    given["bar"] = tuple(BarSegment(**segment) for segment in given["bar"])
    given["trains"] = tuple(given["trains"])
    return BankCard(**given)
