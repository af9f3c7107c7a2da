"""A program that takes the example quiz and is killed: ``taker.py DATABASE ATTEMPT ORDER SEED``.

It begins the attempt, or resumes it, and answers the same items over and over. After each act it
prints a line; with ORDER "before" it prints that line too early, which the test must notice.
"""

import random
import sys
from datetime import UTC, datetime

from quizapp.app.sitting import Sitting, unfinished
from quizapp.quiz import Rules
from quizapp.store import Store
from tests.databases import meant
from tests.examples import ferry


def now() -> datetime:
    """The time."""
    return datetime.now(UTC)


def main(database: str, attempt_id: str, order: str, seed: str) -> None:
    """Answer until killed."""
    store = Store(meant(database), busy_ms=20_000)
    if unfinished(store, "me"):
        sitting = Sitting.resume(attempt_id, store, now)
    else:
        sitting = Sitting.begin(ferry(), Rules.test(), store, now, 7, attempt_id, "me")
    print("ready", flush=True)
    draw = random.Random(int(seed))
    items = [item for item in sitting.items if item.kind == "standing"]
    while True:
        item = draw.choice(items)
        words, level = draw.choice(("confirmed", "asserted", "unknown")), draw.choice((1, 2, 3))
        line = f"{item.id} {words} {level}"
        if order == "before":
            print(line, flush=True)
        sitting.answer(item.id, (words,), level)
        if order == "after":
            print(line, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
