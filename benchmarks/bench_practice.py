"""The queue of practice over 20,000 cards of which half are due, from the store on the disk."""

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.figure import Figure, report
from quizapp.app.practising import day_end
from quizapp.practice import Card, line_up
from quizapp.store import Store, reviews

CARDS, BANKS, LIMIT, ROUNDS = 20_000, 400, 20, 15
MOST_MS = 50.0
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def made() -> list[Card]:
    """So many cards, due between thirty days ago and thirty days from now."""
    draw = random.Random(1)  # noqa: S311  (no secret)
    return [
        Card(
            place=(f"bank-{n % BANKS}", f"item-{n // BANKS}"),
            due=NOW + timedelta(minutes=draw.randint(-43_200, 43_200)),
            stability=draw.uniform(0.2, 60),
            difficulty=draw.uniform(1, 10),
            last=NOW - timedelta(days=40),
            reviews=1,
            lapses=0,
        )
        for n in range(CARDS)
    ]


def median_ms(act: Callable[[], object]) -> float:
    """The median time of an act."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter_ns()
        act()
        times.append((time.perf_counter_ns() - begun) / 1e6)
    return statistics.median(times)


def figures() -> Iterator[Figure]:
    """The line of the day, what is due as a number, and a sort of all cards as the floor."""
    with tempfile.TemporaryDirectory() as folder:
        store, cards = Store(Path(folder) / "quizapp.db"), made()
        with store.write() as connection:
            reviews.put_all(connection, "me", cards)
        until = day_end(NOW)

        def line() -> object:
            with store.read() as connection:
                return line_up(reviews.first_due(connection, "me", until, LIMIT), until, LIMIT)

        def count() -> object:
            with store.read() as connection:
                return reviews.count(connection, "me", until)

        queue, counted = median_ms(line), median_ms(count)
        floor = median_ms(lambda: sorted(cards, key=lambda card: card.shown_from))
        store.close()
    note = f"{CARDS:,} cards, half of them due; to sorting them in memory {queue / floor:.2f} ×"
    yield Figure("practice: the queue of a day", queue, "ms", MOST_MS, note)
    yield Figure("practice: how many are due", counted, "ms")


if __name__ == "__main__":
    raise SystemExit(report(figures()))
