"""Ten thousand questions of a GIFT file into a bank of one’s own, kept as a version in the store.

What is measured is all that the window does between the file and the saved bank: reading, finding
out what a bank can hold, writing its file, and keeping the version. Beside it stands what SQLite
takes for the same bytes alone.
"""

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.bench_formats import QUESTIONS, gift
from benchmarks.figure import Figure, report
from quizapp.app.importing import bring_new, look_at
from quizapp.app.places import database
from quizapp.bank import canonical
from quizapp.store import Store

ROUNDS = 3
MOST = 2.0


def figures() -> Iterator[Figure]:
    """The shortest of three runs, in seconds, and its ratio to writing the bytes."""
    data, now = gift(), datetime(2026, 3, 1, tzinfo=UTC)
    times = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "banks").mkdir()
        with closing(Store(database(folder))) as store:
            for n in range(ROUNDS):
                begun = time.perf_counter()
                intake = look_at(data, "quiz.gift", lambda _done, _total: None)
                ids = {item.id for item in intake.bank.items}
                bring_new(intake, ids, f"Bank {n}", folder, store, now)
                times.append(time.perf_counter() - begun)
        floor = written(folder / "floor.db", canonical(intake.bank))
    best = min(times)
    note = f"{QUESTIONS:,} questions, {len(data) / 1e6:.1f} MB"
    yield Figure("import: GIFT into the store", best, "s", MOST, note)
    yield Figure("import: to writing the bytes with SQLite", best / floor, "×")


def written(path: Path, data: bytes) -> float:
    """Seconds that SQLite takes to keep the bytes of the bank."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE kept (data BLOB)")
        connection.commit()
        begun = time.perf_counter()
        connection.execute("INSERT INTO kept VALUES (?)", (data,))
        connection.commit()
        return time.perf_counter() - begun


if __name__ == "__main__":
    raise SystemExit(report(figures()))
