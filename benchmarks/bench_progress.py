"""Progress over 2,000 attempts and 50,000 answers: worked out from the store, and opened.

Opened is from the wish to see the page, with nothing read before, until its pictures are painted.

The store is generated: 25 banks made of the balanced ones that come with the program under other
ids, each taken again and again. The tables are filled in one go, for only reading is measured.
"""

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QStackedWidget
from sqlalchemy import insert

from benchmarks.figure import Figure, report
from benchmarks.windows import application, milliseconds
from quizapp.app.bank_files import open_bank, shipped
from quizapp.app.folding import Folding
from quizapp.app.library import Library
from quizapp.app.places import data_folder, database
from quizapp.app.progress import Records
from quizapp.bank import Bank
from quizapp.quiz import Rules, assemble
from quizapp.settings import Settings
from quizapp.store import Store, banks
from quizapp.store.tables import answer as answers
from quizapp.store.tables import attempt as attempts
from quizapp.ui.progress.opening import open_progress
from quizapp.ui.tasks import Task
from quizapp.ui.widgets.matrix import StandingMatrix
from quizapp.ui.window import apply_look
from quizapp.ui.work import Work

ATTEMPTS, EACH, BANKS, ROUNDS = 2_000, 25, 25, 7
MOST_MS = 300.0
BEGAN = datetime(2026, 1, 1, 9, 0, tzinfo=UTC)


def made() -> list[Bank]:
    """So many balanced banks, each with an id of its own."""
    found = [bank for path in shipped() if (bank := open_bank(path)).balance.balanced]
    return [replace(found[n % len(found)], id=f"bank-{n}") for n in range(BANKS)]


def fill(store: Store) -> None:
    """The attempts and their answers, all handed in."""
    draw = random.Random(1)  # noqa: S311  (no secret)
    every = made()
    with store.write() as connection:
        versions = [banks.keep(connection, bank, BEGAN) for bank in every]
        rows, given = [], []
        for n in range(ATTEMPTS):
            bank, at = every[n % BANKS], BEGAN + timedelta(hours=n)
            posed = assemble(bank, Rules(), n)
            rows.append({
                "id": f"a{n:05}", "reader": "me", "bank_id": bank.id,
                "bank_version": versions[n % BANKS], "rules": Rules().stored(), "seed": str(n),
                "posed": [[one.item, list(one.order)] for one in posed], "started": at,
                "at": posed[0].item, "flags": [], "submitted": at, "head_count": 1,
                "head_hash": "",
            })  # fmt: skip
            scored = [item for one in posed if (item := bank.item[one.item]).scored]
            for item in draw.sample(scored, EACH):
                right = item.key() if draw.random() < 0.7 else scored[0].key()
                response = list(right if item.kind == scored[0].kind else item.key())
                level = draw.choice((1, 2, 3))
                given.append({
                    "attempt_id": f"a{n:05}", "item_id": item.id, "response": response,
                    "confidence": level, "at": at,
                })  # fmt: skip
        connection.execute(insert(attempts), rows)
        connection.execute(insert(answers), given)


def measure(store: Store) -> tuple[list[float], int]:
    """Milliseconds of each opening, and how many attempts counted."""
    times, counted = [], 0
    for _ in range(ROUNDS):
        begun = time.perf_counter_ns()
        records = Records(store, "me")
        found = records.progress()
        records.history()
        times.append((time.perf_counter_ns() - begun) / 1e6)
        counted = found.counted
    return times, counted


def first_start(store: Store) -> tuple[float, float, float]:
    """Milliseconds until home knows its cards, of the slowest lot of reviews, and of all lots."""
    begun = time.perf_counter_ns()
    Library(shipped()).cards(store, "me")
    moments = [time.perf_counter_ns()]
    Folding(store, "me").fold(report=lambda _done, _all: moments.append(time.perf_counter_ns()))
    lots = [(after - before) / 1e6 for before, after in pairwise(moments)]
    return (moments[0] - begun) / 1e6, max(lots), sum(lots)


def painted(folder: Path) -> list[float]:
    """Milliseconds of opening the page, each time with nothing read before."""
    return [_opened(Work(folder, "me")) for _ in range(ROUNDS)]


def _opened(work: Work) -> float:
    """The page as the window opens it, off the GUI thread, in the room that it has there."""
    holder = QStackedWidget()
    holder.resize(1080, 800)
    holder.show()
    QApplication.processEvents()

    def run(
        act: Callable[[Any], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        task = Task(act)
        task.done.connect(done)
        task.failed.connect(failed)
        task.start()

    def open_() -> None:
        holder.setCurrentIndex(holder.addWidget(open_progress(work, run)))

    passed = milliseconds(open_, StandingMatrix)
    holder.close()
    work.close()
    return passed


def figures() -> Iterator[Figure]:
    """The median and the slowest of the openings."""
    application()
    apply_look(Settings(theme="light", reduced_motion=True))
    with tempfile.TemporaryDirectory() as name:
        folder = data_folder({"QUIZAPP_DATA": name})
        store = Store(database(folder))
        fill(store)
        home, slowest_lot, whole = first_start(store)
        times, counted = measure(store)
        store.close()
        shown = painted(folder)
    note = f"{ATTEMPTS:,} attempts, {ATTEMPTS * EACH:,} answers, {BANKS} banks; {counted} counted"
    yield Figure("progress: worked out, median", statistics.median(times), "ms", MOST_MS, note)
    yield Figure("progress: worked out, slowest", max(times), "ms", note=f"of {ROUNDS}")
    yield Figure("progress: painted, median", statistics.median(shown), "ms", MOST_MS, note)
    yield Figure("home after an update: cards", home, "ms", note=note)
    yield Figure("home after an update: taken in, a lot", slowest_lot, "ms", note="the slowest")
    yield Figure("home after an update: taken in, all", whole, "ms", note="while home is used")
    yield Figure("progress: painted, slowest", max(shown), "ms", note=f"of {ROUNDS}")


if __name__ == "__main__":
    raise SystemExit(report(figures()))
