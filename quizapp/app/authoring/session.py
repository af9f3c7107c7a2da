"""One author at one draft: what was done, what can be undone, all of it on the disk at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from quizapp.app.authoring.draft import Draft
from quizapp.app.authoring.journal import Entry, Journal
from quizapp.app.authoring.pictures import DraftPictures
from quizapp.app.authoring.records import from_record, pack, to_record, unpack
from quizapp.app.authoring.wording import Splice, retype
from quizapp.errors import QuizappError
from quizapp.i18n import _

MOST_STEPS, MOST_ENTRIES = 1000, 20_000
_LISTS = ("sources", "claims", "trade_offs", "items", "raters")


@dataclass(frozen=True, slots=True)
class Step:
    """Where one can go back to: the draft before, what was done, and by which merging key."""

    draft: Draft
    what: str
    merge: str = ""


class Authoring:
    """The draft, and the way back and forth between its states.

    Every act is saved first and believed then: a failed write leaves ``draft`` as it was.
    ``merge`` joins acts of the same key that follow each other, such as the letters typed into
    one field, into one step of undoing.

    Raises:
        QuizappError: the draft's folder cannot be read or written.
    """

    def __init__(self, journal: Journal, draft: Draft) -> None:
        self.draft = draft
        self._journal = journal
        self._back: list[Step] = []
        self._forth: list[Step] = []
        self._changed: Callable[[], None] = lambda: None

    @classmethod
    def begin(cls, folder: Path, draft: Draft) -> "Authoring":
        """A new draft in its own folder, on the disk."""
        journal = Journal(folder)
        journal.begin(to_record(draft))
        return cls(journal, draft)

    @classmethod
    def resume(cls, folder: Path) -> "Authoring":
        """The draft as it was when the program ended, whichever way, with its steps.

        A journal that has become very long is folded into the snapshot, and the steps with it.
        """
        journal = Journal(folder)
        try:
            session = cls(journal, from_record(journal.snapshot()))
            entries = list(journal.entries())
            for entry in entries:
                session._replay(entry)
            if len(entries) > MOST_ENTRIES:
                journal.begin(to_record(session.draft))
                return cls(journal, session.draft)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            text = _("The draft in {folder} is damaged ({reason}).")
            raise QuizappError(text.format(folder=folder, reason=error)) from error
        return session

    @property
    def folder(self) -> Path:
        """Where the draft is kept."""
        return self._journal.folder

    @property
    def pictures(self) -> DraftPictures:
        """The pictures of its items."""
        return DraftPictures(self.folder)

    @property
    def undoable(self) -> str:
        """What would be undone; empty where there is nothing."""
        return self._back[-1].what if self._back else ""

    @property
    def redoable(self) -> str:
        """What would be done again; empty where there is nothing."""
        return self._forth[-1].what if self._forth else ""

    def listen(self, changed: Callable[[], None]) -> None:
        """Call ``changed`` after every act."""
        self._changed = changed

    def do(self, what: str, after: Draft, merge: str = "") -> bool:
        """Go on with another state of the draft; false where it is none."""
        patch = _patch(self.draft, after)
        if not patch:
            return False
        self._journal.add({"do": what, "merge": merge, "patch": patch})
        self._step(what, after, merge)
        self._changed()
        return True

    def retype(self, what: str, *splices: Splice, merge: str = "") -> bool:
        """Change the article's text, and move the evidence along."""
        after = retype(self.draft, *splices)
        if after == self.draft:
            return False
        told = [[s.at, s.removed, s.words] for s in splices]
        self._journal.add({"do": what, "merge": merge, "text": told})
        self._step(what, after, merge)
        self._changed()
        return True

    def note_saved(self, folder: Path, version: str) -> None:
        """Keep where the bank is, and which version, whatever is undone."""
        place = "" if folder == Path() else str(folder)
        self._journal.add({"note": [place, version]})
        self.draft = replace(self.draft, folder=place, saved=version)

    def undo(self) -> bool:
        """Take the last act back."""
        if not self._back:
            return False
        self._journal.add({"undo": 1})
        self._undo()
        self._changed()
        return True

    def redo(self) -> bool:
        """Do again what was taken back last."""
        if not self._forth:
            return False
        self._journal.add({"redo": 1})
        self._redo()
        self._changed()
        return True

    def part(self) -> None:
        """Let nothing that follows be joined with what went before."""
        if self._back and self._back[-1].merge:
            self._journal.add({"part": 1})
            self._part()

    def close(self) -> None:
        """Let go of the files."""
        self._journal.close()

    def _step(self, what: str, after: Draft, merge: str) -> None:
        last = self._back[-1] if self._back else None
        if not (merge and last and last.merge == merge and not self._forth):
            self._back.append(Step(self.draft, what, merge))
            del self._back[:-MOST_STEPS]
        self._forth.clear()
        self.draft = after

    def _undo(self) -> None:
        step = self._back.pop()
        self._forth.append(replace(step, draft=self.draft, merge=""))
        self._go(step.draft)

    def _redo(self) -> None:
        step = self._forth.pop()
        self._back.append(replace(step, draft=self.draft))
        self._go(step.draft)

    def _go(self, draft: Draft) -> None:
        self.draft = replace(draft, folder=self.draft.folder, saved=self.draft.saved)

    def _part(self) -> None:
        self._back[-1] = replace(self._back[-1], merge="")

    def _replay(self, entry: Entry) -> None:
        if "undo" in entry:
            self._undo()
        elif "redo" in entry:
            self._redo()
        elif "part" in entry:
            self._part()
        elif "note" in entry:
            place, version = entry["note"]
            self.draft = replace(self.draft, folder=place, saved=version)
        else:
            self._step(entry["do"], _after(self.draft, entry), entry["merge"])


def _after(draft: Draft, entry: Entry) -> Draft:
    if "text" in entry:
        return retype(draft, *(Splice(*told) for told in entry["text"]))
    return _patched(draft, entry["patch"])


def _patch(before: Draft, after: Draft) -> dict[str, Any]:
    """The fields that differ. Of a list only the run that differs is written."""
    patch: dict[str, Any] = {}
    for field in fields(Draft):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old is new or old == new:
            continue
        if field.name in _LISTS:
            head, tail = _common(old, new)
            run = new[head : len(new) - tail]
            patch[field.name] = [head, len(old) - head - tail, pack(field.name, run)]
        else:
            patch[field.name] = pack(field.name, new)
    return patch


def _patched(draft: Draft, patch: Mapping[str, Any]) -> Draft:
    changed: dict[str, Any] = {}
    for name, value in patch.items():
        if name in _LISTS:
            head, removed, run = value
            old = getattr(draft, name)
            changed[name] = (*old[:head], *unpack(name, run), *old[head + removed :])
        else:
            changed[name] = unpack(name, value)
    return replace(draft, **changed)


def _common(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[int, int]:
    """How many entries are the same at the head, and how many more at the tail."""
    least = min(len(old), len(new))
    head = next((n for n in range(least) if old[n] is not new[n]), least)
    least -= head
    return head, next((n for n in range(least) if old[-1 - n] is not new[-1 - n]), least)
