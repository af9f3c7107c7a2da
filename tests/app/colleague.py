"""A teacher’s program beside others: ``colleague.py DATABASE WHO ROUNDS``.

It says that it is ready and waits for a line, so that all begin at once. Then each round makes a
class of its own and one that all want to make, adds somebody to a roster that all change, and
saves a bank that all save. What came of it is printed as JSON.
"""

import json
import sys
from dataclasses import replace
from datetime import UTC, datetime

from quizapp.app.classes import Classes
from quizapp.errors import QuizappError
from quizapp.store import Store, banks
from tests.databases import meant
from tests.examples import ferry

SHARED = "all of us"


def now() -> datetime:
    """The time."""
    return datetime.now(UTC)


def common(classes: Classes, n: int) -> bool:
    """Make the class that all want to make; whether it was this program that made it."""
    try:
        classes.add(f"common {n}", [])
    except QuizappError as error:
        if "There is a class" not in str(error):
            raise
        return False
    return True


def join(classes: Classes, name: str) -> int:
    """Add somebody to the roster that all change; how often somebody else was faster."""
    refused = 0
    while True:
        one = classes.find(SHARED)
        try:
            classes.change(one, [*(who.name for who in one.students), name])
        except QuizappError as error:
            if "changed by somebody else" not in str(error):
                raise
            refused += 1
        else:
            return refused


def main(database: str, who: str, rounds: int) -> None:
    """Work, and tell what came of it."""
    store = Store(meant(database), busy_ms=60_000)
    classes, won, refused = Classes(store, now), 0, 0
    print("ready", flush=True)
    sys.stdin.readline()
    for n in range(rounds):
        classes.add(f"{who} {n}", ["Ada", "Bo"])
        won += common(classes, n)
        refused += join(classes, f"{who} {n}")
        with store.write() as connection:
            banks.save(connection, replace(ferry(), title=f"{who} {n}"), now())
    store.close()
    print(json.dumps({"won": won, "refused": refused}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
