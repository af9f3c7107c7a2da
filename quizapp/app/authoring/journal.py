"""A draft's folder: a snapshot, and behind it a journal to which every change is added at once.

A line is on the disk before the change shows. Whatever is killed while it writes leaves at most one
line that is not whole, which is cut off when the draft is opened again.
"""

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from quizapp import disk
from quizapp.errors import QuizappError
from quizapp.i18n import _

SNAPSHOT, JOURNAL = "draft.json", "journal.jsonl"
VERSION = 1
Entry = Mapping[str, Any]


class Journal:
    """The files of one draft. Not thread-safe: whoever edits the draft writes it.

    Raises:
        QuizappError: the folder cannot be read or written, or holds what is no draft.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._handle = -1

    def begin(self, snapshot: Mapping[str, Any]) -> None:
        """Write what the draft is now, and begin an empty journal after it."""
        self.close()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            number = self._number() + 1
            whole = {"version": VERSION, "journal": number, "draft": snapshot}
            (self.folder / _journal(number)).write_bytes(b"")
            disk.replace(self.folder / SNAPSHOT, _json(whole))
            for path in self.folder.glob("journal*.jsonl"):
                if path.name != _journal(number):
                    path.unlink()
        except OSError as error:
            raise self._failed(error) from error

    def snapshot(self) -> dict[str, Any]:
        """The draft as the snapshot has it."""
        whole = self._snapshot()
        draft = whole.get("draft")
        if whole.get("version") != VERSION or not isinstance(draft, dict):
            raise QuizappError(_unusable(self.folder))
        return draft

    def entries(self) -> Iterator[Entry]:
        """Every whole line since the snapshot; what comes after one that is not is cut off."""
        path = self._path()
        good = 0
        try:
            data = path.read_bytes() if path.exists() else b""
            for line in data.splitlines(keepends=True):
                entry = _parsed(line)
                if entry is None:
                    break
                good += len(line)
                yield entry
            if good < len(data):
                with path.open("r+b") as file:
                    file.truncate(good)
        except OSError as error:
            raise self._failed(error) from error

    def add(self, entry: Entry) -> None:
        """Put one more line on the disk."""
        try:
            if self._handle < 0:
                flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
                self._handle = os.open(self._path(), flags, 0o600)
            os.write(self._handle, _json(entry) + b"\n")
            os.fsync(self._handle)
        except OSError as error:
            raise self._failed(error) from error

    def close(self) -> None:
        """Let go of the file."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def _path(self) -> Path:
        return self.folder / _journal(self._number())

    def _number(self) -> int:
        try:
            number = self._snapshot().get("journal")
        except QuizappError:
            return 0
        return number if isinstance(number, int) else 0

    def _snapshot(self) -> dict[str, Any]:
        try:
            whole = json.loads((self.folder / SNAPSHOT).read_bytes())
        except (OSError, ValueError) as error:
            raise QuizappError(_unusable(self.folder)) from error
        if not isinstance(whole, dict):
            raise QuizappError(_unusable(self.folder))
        return whole

    def _failed(self, error: OSError) -> QuizappError:
        text = _(
            "The draft cannot be kept in {folder} ({reason}). Make room there, or allow writing."
        )
        return QuizappError(text.format(folder=self.folder, reason=error.strerror or error))


def _unusable(folder: Path) -> str:
    text = _("The draft in {folder} cannot be read. Open the bank again, or delete that folder.")
    return text.format(folder=folder)


def _journal(number: int) -> str:
    """Each snapshot has its own journal, so that no line is ever applied to another snapshot."""
    return f"journal-{number}.jsonl"


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _parsed(line: bytes) -> dict[str, Any] | None:
    """The entry of a whole line; ``None`` where it was cut off or damaged."""
    try:
        entry = json.loads(line) if line.endswith(b"\n") else None
    except ValueError:
        return None
    return entry if isinstance(entry, dict) else None
