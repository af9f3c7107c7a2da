"""Progress over 2,000 attempts and 50,000 answers, from the store, and its first page of history.

The store is generated: 25 banks made of the balanced ones that come with the program under other
ids, each taken again and again. The tables are filled in one go, for only reading is measured.
"""

import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert

from benchmarks.figure import Figure, report
from quizapp.app.bank_files import open_bank, shipped
from quizapp.app.progress import Records
from quizapp.bank import Bank
from quizapp.quiz import Rules, assemble
from quizapp.store import Store, banks
from quizapp.store.tables import answer as answers
from quizapp.store.tables import attempt as attempts

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


def figures() -> Iterator[Figure]:
    """The median and the slowest of the openings."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "quizapp.db")
        fill(store)
        times, counted = measure(store)
        store.close()
    note = f"{ATTEMPTS:,} attempts, {ATTEMPTS * EACH:,} answers, {BANKS} banks; {counted} counted"
    yield Figure("progress: worked out, median", statistics.median(times), "ms", MOST_MS, note)
    yield Figure("progress: worked out, slowest", max(times), "ms", note=f"of {ROUNDS}")


if __name__ == "__main__":
    raise SystemExit(report(figures()))
