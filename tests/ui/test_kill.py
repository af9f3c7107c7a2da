"""The window is killed at random moments; what it called saved is there, on the same question."""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quizapp.app.places import data_folder, database
from quizapp.quiz import Attempt
from quizapp.store import Store, attempts

ROOT = Path(__file__).parent.parent.parent
LEAST = 5


def live(folder: Path, answers: int, moment: float, seed: int) -> list[str]:
    """Open the window, kill it ``moment`` seconds after so many answers; the lines it told."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.reader", str(folder), str(seed)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as child:
        assert child.stdout is not None
        lines: list[str] = []
        while sum(line.startswith("saved ") for line in lines) < answers:
            line = child.stdout.readline()
            assert line, "the window ended by itself"
            lines.append(line.strip())
        time.sleep(moment)
        child.kill()
        return [*lines, *child.stdout.read().splitlines()]


def kept(folder: Path) -> tuple[Attempt, dict[str, list[tuple[str, ...]]]]:
    """The attempt as the database has it, and every response its log holds, by item.

    The chain is verified: the log is whole, and the current answers are what it leads to.
    """
    store = Store(database(folder))
    with store.read() as connection:
        (attempt,) = attempts.unfinished(connection, "me")
        assert attempts.verify(connection, attempt.id).fault == ""
        logged: dict[str, list[tuple[str, ...]]] = {}
        rows = connection.exec_driver_sql(
            "SELECT item_id, json_extract(payload, '$.response') FROM entry "
            "WHERE kind = 'answer' ORDER BY n"
        )
        for item, response in rows:
            logged.setdefault(item, []).append(tuple(json.loads(response)))
    store.close()
    return attempt, logged


def kill_and_compare(tmp_path: Path, times: int, seed: int) -> int:
    """Kill so many times; after each, compare what was told with what is kept. Answers told."""
    folder, draw, told = data_folder({"QUIZAPP_DATA": str(tmp_path)}), random.Random(seed), 0
    place = ""
    for _life in range(times):
        answers = draw.randint(LEAST, 2 * LEAST)  # counted, so that a slow machine gets as far
        lines = live(folder, answers, draw.uniform(0.0, 0.2), draw.randrange(10**6))
        attempt, logged = kept(folder)
        assert not place or lines[0] == f"at {place}", "another question was on the screen"
        saved = [line.split(" ", 2)[1:] for line in lines if line.startswith("saved ")]
        last = {item: tuple(json.loads(response)) for item, response in saved}
        for item, response in last.items():
            # The kill may come after one more commit and before the line that tells of it.
            assert response in logged[item][-2:], f"{item} was called saved and is gone"
        told += len(saved)
        place = attempt.at
    return told


def test_three_kills_of_the_window_lose_no_answer_that_it_called_saved(tmp_path: Path) -> None:
    """After a crash the same question is on the screen, and every saved answer is there."""
    assert kill_and_compare(tmp_path, 3, seed=1) >= 3 * LEAST, "the reader never got far"


@pytest.mark.battery
def test_two_hundred_kills_of_the_window_lose_no_answer_that_it_called_saved(
    tmp_path: Path,
) -> None:
    """The same at two hundred moments of one attempt, through the real window."""
    assert kill_and_compare(tmp_path, 200, seed=2) >= 200 * LEAST, "the reader never got far"
