"""Several teachers at one database at once, in processes of their own: no update is lost."""

import json
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from quizapp.app.classes import Classes
from quizapp.store import Address, Store, banks, examine
from tests.app.colleague import SHARED, now
from tests.databases import told
from tests.examples import ferry

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 6
WHO = ("Roe", "Lind", "Omar")


def at_once(home: Path | Address, rounds: int) -> dict[str, int]:
    """Let all work at the same time; the sum of what they tell."""
    with ExitStack() as stack:
        running = [
            stack.enter_context(subprocess.Popen(
                [sys.executable, "-m", "tests.app.colleague", told(home), who, str(rounds)],
                cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            ))
            for who in WHO
        ]  # fmt: skip
        for one in running:
            assert one.stdout is not None
            assert one.stdout.readline() == "ready\n"
        for one in running:
            assert one.stdin is not None
            one.stdin.write("go\n")
            one.stdin.flush()
        found = [json.loads(one.communicate(timeout=120)[0]) for one in running]
    return {key: sum(one[key] for one in found) for key in found[0]}


def test_teachers_who_work_at_once_lose_nothing(home: Path | Address, store: Store) -> None:
    """Of one name there is one class, and everybody’s change is in the roster and the history."""
    classes = Classes(store, now)
    classes.add(SHARED, [])

    done = at_once(home, ROUNDS)

    names = [f"{who} {n}" for who in WHO for n in range(ROUNDS)]
    common = [f"common {n}" for n in range(ROUNDS)]
    assert done["won"] == ROUNDS
    assert sorted(one.name for one in classes.every()) == sorted([SHARED, *names, *common])
    assert sorted(who.name for who in classes.find(SHARED).students) == sorted(names)
    with store.read() as connection:
        history = banks.history(connection, ferry().id)
        titles = [banks.load(connection, one.sha256).title for one in history]
    assert [one.n for one in history] == list(range(1, len(names) + 1))
    assert sorted(titles) == sorted(names)
    assert examine(store).sound
