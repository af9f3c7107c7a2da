"""The program is killed at random moments; nothing that it called saved may be lost."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizapp.app.sitting import Sitting
from quizapp.quiz.log import Entry
from quizapp.store import Address, Store, attempts
from tests.databases import told
from tests.taking import Clock

ROOT = Path(__file__).parent.parent.parent
LEAST = 3
AT_MOST_UNSEEN = 1  # the kill may come after the commit and before the line is printed


@dataclass(frozen=True)
class Kill:
    """One life of the program: what it said was saved, and what is found afterwards."""

    said: list[str]
    sitting: Sitting
    chain: str
    logged: list[str]

    @property
    def lost(self) -> list[str]:
        """Answers that the program called saved and that are not in the log."""
        return self.said[len(self.logged) :] or [
            said for said, kept in zip(self.said, self.logged, strict=False) if said != kept
        ]


def live(database: Path | Address, order: str, answers: int, moment: float, seed: int) -> list[str]:
    """Start the program, kill it ``moment`` seconds after so many answers; the lines it printed."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.app.taker", told(database), "a1", order, str(seed)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        said = [child.stdout.readline().rstrip("\n") for _n in range(answers)]
        time.sleep(moment)
        child.kill()
        return [*said, *child.stdout.read().splitlines()]


def kills(database: Path | Address, order: str, count: int, seed: int) -> Iterator[Kill]:
    """``count`` lives of one attempt, each killed at a moment drawn from ``seed``."""
    draw = random.Random(seed)
    before = 0
    for _life in range(count):
        answers = draw.randint(1, 2 * LEAST)  # counted, so that a slow machine gets as far
        said = live(database, order, answers, draw.uniform(0.0, 0.02), draw.randrange(10**6))
        store = Store(database)
        sitting = Sitting.resume("a1", store, Clock())
        with store.read() as connection:
            chain = attempts.verify(connection, "a1")
            entries = [one for one, _hash in attempts.entries_of(connection, "a1")]
        log = [_line(one) for one in entries if one.kind == "answer"]
        store.close()
        yield Kill(said, sitting, chain.fault, log[before:])
        before = len(log)


def _line(entry: Entry) -> str:
    """An answer in the log, as the program prints it."""
    payload = json.loads(entry.payload)
    return f"{entry.item} {payload['response'][0]} {payload['confidence']}"


def whole(kill: Kill) -> None:
    """What must hold after every kill."""
    assert kill.lost == []
    assert len(kill.logged) - len(kill.said) <= AT_MOST_UNSEEN
    assert kill.chain == ""
    if kill.logged:
        item, words, level = kill.logged[-1].split()
        answer = kill.sitting.attempt.answers[item]
        assert (answer.response, answer.confidence) == ((words,), int(level))
        assert kill.sitting.current.id == item


def test_ten_kills_lose_no_answer_that_was_called_saved(home: Path | Address) -> None:
    """A crash, an empty battery, a killed process: the same question is on screen again."""
    count = 10 if isinstance(home, Path) else 4
    found = list(kills(home, "after", count, seed=1))

    for kill in found:
        whole(kill)
    assert sum(len(kill.said) for kill in found) > 2 * count, "the program never got far"


@pytest.mark.battery
def test_two_hundred_kills_lose_no_answer_that_was_called_saved(tmp_path: Path) -> None:
    """The same at two hundred moments, all in one attempt."""
    found = list(kills(tmp_path / "quizapp.db", "after", 200, seed=2))

    for kill in found:
        whole(kill)
    assert sum(len(kill.said) for kill in found) > 1000, "the program never got far"


def test_an_answer_called_saved_too_early_is_noticed(tmp_path: Path) -> None:
    """A test that could not fail would prove nothing; this one fails a program that lies."""
    assert any(kill.lost for kill in kills(tmp_path / "quizapp.db", "before", 40, seed=3))
