"""What the window works with. It is heavy, and so imported after the first paint."""

import os
import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from secrets import randbelow
from typing import TYPE_CHECKING, TypeVar

from quizapp.app.bank_files import own_banks
from quizapp.app.card_cache import FILE, CardCache
from quizapp.app.cards import BankCard, BrokenCard
from quizapp.app.library import Library, open_bank, shipped
from quizapp.app.places import chosen
from quizapp.app.practising import Practice
from quizapp.app.progress import MORE, Entry, Records, has_finished
from quizapp.app.readers import everybody, of_class
from quizapp.app.retaking import parallel
from quizapp.app.sitting import MOST_SEED, Sitting
from quizapp.bank import Bank
from quizapp.quiz import Rules
from quizapp.report import Progress
from quizapp.report.answers import answers, result_cells
from quizapp.report.cells import csv_bytes
from quizapp.report.progress_cells import progress_cells
from quizapp.settings import Settings
from quizapp.store import Store, overview
from quizapp.store.readers import Reader

Done = TypeVar("Done")
AT_ONCE = 5  # attempts that are taken in while somebody waits; commonly there is one

if TYPE_CHECKING:
    from quizapp.app.authoring.drafts import DraftCard
    from quizapp.app.authoring.session import Authoring
    from quizapp.app.printing import Form
    from quizapp.app.statistics import BankStatistics
    from quizapp.app.taking_part import Group
    from quizapp.bank.bare import Bare, Joined


class Work:
    """The store and the library of one user.

    Raises:
        StoreError: the database cannot be used.
    """

    def __init__(self, folder: Path, reader: str) -> None:
        self.folder = folder
        self._store = Store(chosen(folder, os.environ))
        self._library = Library(shipped(), CardCache(folder / FILE), lambda: own_banks(folder))
        self._folder = folder
        self._reader = reader
        self._records = Records(self._store, reader)

    def cards(self) -> Sequence[BankCard | BrokenCard]:
        """A card for each bank at hand, as things stand now."""
        return self._library.cards(self._store, self._reader)

    def card(self, bank: Bank) -> BankCard | None:
        """The card of a bank; for one that is not among those at hand, of its attempts, if any."""
        cards = (card for card in self.cards() if isinstance(card, BankCard))
        return next((card for card in cards if card.id == bank.id), None)

    def open(self, path: Path) -> Bank:
        """The bank at ``path``. Raises ``FileError`` with every problem in it."""
        return open_bank(path)

    def begin(self, bank: Bank, rules: Rules, seed: int | None = None) -> Sitting:
        """A fresh attempt, on disk; drawn by chance where no seed is given."""
        drawn = randbelow(MOST_SEED) if seed is None else seed
        id_ = uuid.uuid4().hex
        return Sitting.begin(bank, rules, self._store, now, drawn, id_, self._reader)

    def begin_parallel(self, sitting: Sitting) -> Sitting:
        """A fresh attempt at the same article with other questions.

        Raises:
            QuizappError: there are no others.
        """
        drawn, id_ = randbelow(MOST_SEED), uuid.uuid4().hex
        return parallel(sitting, self._store, now, drawn, id_)

    def resume(self, attempt: str) -> Sitting:
        """An attempt as it was left, or as it was handed in."""
        return Sitting.resume(attempt, self._store, now)

    @property
    def store(self) -> Store:
        """The database."""
        return self._store

    def everybody(self) -> Sequence[Reader]:
        """Everybody who reads here."""
        return everybody(self._store, self._reader)

    def switch(self, reader: str) -> None:
        """Let somebody else read from now on."""
        self._reader = reader
        self._records = Records(self._store, reader)

    def has_finished(self) -> bool:
        """Whether there is anything that progress could be about."""
        return has_finished(self._store, self._reader)

    def practice(self, settings: Settings) -> Practice:
        """What comes back, as the settings want it, with the oldest of what waits taken in."""
        found = self._practice(settings)
        found.fold(AT_ONCE)
        return found

    def catch_up(self, settings: Settings, report: Callable[[int, int], object]) -> int:
        """Take in the rest of what was handed in; how many answers that were. It may take long."""
        return self._practice(settings).fold(report=report)

    def _practice(self, settings: Settings) -> Practice:
        return Practice(
            self._store,
            self._reader,
            now,
            limit=settings.daily_limit,
            retention=settings.retention,
            at_hand=self._library.banks,
        )

    def progress(self) -> tuple[Progress, tuple[Entry, ...]]:
        """What all attempts together show, and the newest of them."""
        return self._records.progress(), self._records.history()

    def has_class(self) -> bool:
        """Whether there is anything that statistics of a class could be about."""
        with self._store.read() as connection:
            return overview.any_handed_in(connection)

    def groups(self) -> "tuple[Group, ...]":
        """Who handed in at which banks, those of most readers first."""
        from quizapp.app.taking_part import groups

        return groups(self._store)

    def bring(self, act: "Callable[[Store, datetime], Done]") -> "Done":
        """Keep what ``act(store, now)`` brings into a bank, or takes out of it again."""
        return act(self._store, now())

    def statistics(self, group: "Group") -> "BankStatistics":
        """The figures of those who handed in, by the newest version of the bank that is kept."""
        from quizapp.app.statistics import of_group

        return of_group(self._store, group)

    def history(self, skip: int) -> tuple[Entry, ...]:
        """Attempts older than the newest ``skip``."""
        return self._records.history(skip, MORE)

    def drafts(self) -> "tuple[DraftCard, ...]":
        """Every draft, the one that was worked at last first."""
        from quizapp.app.authoring.drafts import drafts

        return drafts(self._folder)

    def own_banks(self) -> tuple[tuple[Path, str], ...]:
        """The banks that were made here: folder and title."""
        found = {card.path: _title(card) for card in self.cards() if card.path is not None}
        return tuple((path, found[path]) for path in own_banks(self._folder) if path in found)

    def banks_at_hand(self) -> tuple[tuple[Path, str], ...]:
        """Every bank that can be opened, one’s own first: folder and title."""
        own = self.own_banks()
        known = {path for path, _name in own}
        others = (
            (card.path, card.title)
            for card in self.cards()
            if isinstance(card, BankCard) and card.path is not None and card.path not in known
        )
        return (*own, *others)

    def save_draft(self, session: "Authoring") -> None:
        """Save a draft as a bank. Raises ``FileError`` where it has errors."""
        from quizapp.app.authoring.drafts import save_bank

        save_bank(session, self._folder, self._store, now())

    def join(self, bare: "Bare", copy: str) -> "tuple[Path, Joined]":
        """A bank without its article with the reader’s copy: where it is now, and what was found.

        Raises ``QuizappError`` where it is another article, or nothing can be written.
        """
        from quizapp.app.joining import join

        return join(bare, copy, self._folder, self._store, now())

    # files; each imports what draws it when it is first wanted

    def result_pdf(self, sitting: Sitting) -> bytes:
        """The result of a finished attempt as a PDF."""
        from quizapp.drawing.result_pages import result_pdf

        found = sitting.result()
        if who := self.whose(sitting):
            found = replace(found, attempt=replace(sitting.attempt, reader=who))
        return result_pdf(found, answers(sitting.marking.bank, sitting.attempt))

    def whose(self, sitting: Sitting) -> str:
        """Whose attempt came back from a class; empty for one that was taken here."""
        from quizapp.app.whose import of_attempt

        id_ = sitting.attempt.id
        return of_attempt(self._store, id_) if of_class(sitting.attempt.reader) else ""

    def result_csv(self, sitting: Sitting) -> bytes:
        """The result of a finished attempt as CSV that Excel opens."""
        return csv_bytes(result_cells(sitting.marking.bank, sitting.attempt), bom=True)

    def progress_pdf(self) -> bytes:
        """All progress as a PDF."""
        from quizapp.drawing.progress_pages import progress_pdf

        found = Records(self._store, self._reader).account()
        return progress_pdf(found.progress, found.history, self._reader, now())

    def progress_csv(self) -> bytes:
        """All progress as CSV that Excel opens."""
        found = Records(self._store, self._reader).account()
        return csv_bytes(progress_cells(found.taken, found.sights), bom=True)

    def test_pdf(self, bank: Bank, form: "Form" = "") -> bytes:
        """A bank as a test on paper. Raises ``QuizappError`` where it has nothing to ask."""
        from quizapp.app.printing import on_paper
        from quizapp.drawing.exam_pages import exam_pdf

        return exam_pdf(on_paper(bank, form))

    def key_pdf(self, bank: Bank, form: "Form" = "") -> bytes:
        """The key to the same test."""
        from quizapp.app.printing import on_paper
        from quizapp.drawing.exam_pages import key_pdf

        return key_pdf(on_paper(bank, form))

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()


def _title(card: BankCard | BrokenCard) -> str:
    return card.title if isinstance(card, BankCard) else card.name


def now() -> datetime:
    """The moment, in UTC: the one clock of the window."""
    return datetime.now(UTC)
