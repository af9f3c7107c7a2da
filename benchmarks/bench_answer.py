"""From an answer to "saved", against appending 4 KiB to a file and waiting for the disk.

Both on the same file system, turn about in one run, so that the ratio means the same on any disk.
The answers go through the sitting, as they do from the window and the terminal.
"""

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.figure import Figure, report
from quizapp.app.bank_files import open_bank, shipped
from quizapp.app.sitting import Sitting
from quizapp.quiz import Rules
from quizapp.store import Store

ROUNDS, UNCOUNTED = 1_000, 50
P99_MS, RATIO = 20.0, 5.0


def timed(act: Callable[[], object]) -> float:
    """Milliseconds that ``act`` takes."""
    begun = time.perf_counter_ns()
    act()
    return (time.perf_counter_ns() - begun) / 1e6


def measure(folder: Path) -> tuple[list[float], list[float]]:
    """Milliseconds of each answer and of each append."""
    store = Store(folder / "quizapp.db")
    bank = open_bank(shipped()[0])
    now = lambda: datetime.now(UTC)  # noqa: E731  (a clock, handed on)
    sitting = Sitting.begin(bank, Rules.test(), store, now, 1, "bench", "me")
    items = [item for item in sitting.items if item.scored]
    draw = random.Random(1)  # noqa: S311  (no secret)
    block = os.urandom(4096)
    handle = os.open(folder / "plain", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def append() -> None:
        os.write(handle, block)
        os.fdatasync(handle)

    answers, appends = [], []
    for _ in range(ROUNDS + UNCOUNTED):
        item = draw.choice(items)
        key, level = item.key(), draw.choice((1, 2, 3))
        answers.append(timed(lambda i=item.id, k=key, n=level: sitting.answer(i, k, n)))  # type: ignore[misc]  # the names bind now
        appends.append(timed(append))
    os.close(handle)
    store.close()
    return answers[UNCOUNTED:], appends[UNCOUNTED:]


def figures() -> Iterator[Figure]:
    """Medians, the 99th percentile, and the ratio of the medians."""
    # Not in /tmp, which may be memory: beside the checkout, where a disk must be waited for.
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent.parent, prefix=".bench-") as folder:
        answers, appends = measure(Path(folder))
    median, plain = statistics.median(answers), statistics.median(appends)
    note = f"of {ROUNDS}"
    yield Figure("answer: saved, median", median, "ms", note=note)
    yield Figure("answer: saved, p99", statistics.quantiles(answers, n=100)[-1], "ms", P99_MS, note)
    yield Figure("answer: 4 KiB and fdatasync, median", plain, "ms", note=note)
    yield Figure("answer: saved to 4 KiB and fdatasync", median / plain, "×", RATIO)


if __name__ == "__main__":
    raise SystemExit(report(figures()))
