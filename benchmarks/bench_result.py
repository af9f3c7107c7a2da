"""The result of 60 items: from handing in, in the real window, until it is painted.

The bank is a balanced one that comes with the program with copies of its items under other ids.
"""

import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from benchmarks.figure import Figure, report
from benchmarks.windows import application, milliseconds, opened
from quizapp.app.bank_files import open_bank, shipped
from quizapp.app.sitting import Sitting
from quizapp.bank import Bank
from quizapp.quiz import Rules
from quizapp.ui.player.player import Player
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.matrix import StandingMatrix

ITEMS, ROUNDS = 60, 11
MOST_MS = 100.0


def made() -> Bank:
    """A bank of so many items that are marked."""
    bank = next(b for path in shipped() if (b := open_bank(path)).balance.balanced)
    items = islice(cycle(item for item in bank.items if item.scored), ITEMS)
    return replace(bank, items=tuple(replace(i, id=f"{i.id}-{n}") for n, i in enumerate(items)))


def answered(sitting: Sitting) -> None:
    """Every item answered, two of three with the key."""
    keys = [item.key() for item in sitting.items]
    for n, item in enumerate(sitting.items):
        alike = [key for i, key in zip(sitting.items, keys, strict=True) if i.kind == item.kind]
        response = item.key() if n % 3 else alike[n % len(alike)]
        sitting.answer(item.id, response, n % 3 + 1)


def figures() -> Iterator[Figure]:
    """The median and the slowest of the times."""
    app, times = application(), []
    with tempfile.TemporaryDirectory() as folder:
        window = opened(Path(folder))
        bank = made()
        for _ in range(ROUNDS):
            assert window.work is not None
            sitting = window.work.begin(bank, Rules.test(), 1)
            answered(sitting)
            window.quiz.resume(sitting.attempt.id)
            app.processEvents()
            player = window.screen_shown
            assert isinstance(player, Player)
            player.ask_hand_in()
            app.processEvents()
            (hand_in,) = [b for b in player.findChildren(Button) if b.accessibleName() == "Hand in"]
            times.append(milliseconds(hand_in.click, StandingMatrix))
        window.close()
        window.deleteLater()
    note = f"{ITEMS} items, from handing in to painted, {ROUNDS} times"
    yield Figure("result: painted, median", statistics.median(times), "ms", MOST_MS, note)
    yield Figure("result: painted, slowest", max(times), "ms", note="the first one among them")


if __name__ == "__main__":
    raise SystemExit(report(figures()))
