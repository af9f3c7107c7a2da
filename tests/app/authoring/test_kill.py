"""The program is killed at random moments while somebody writes; what was shown is there again."""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from quizapp.app.authoring.session import Authoring
from tests.app.authoring.typist import state

ROOT = Path(__file__).parents[3]


def life(folder: Path, order: str, moment: float, seed: int) -> list[str]:
    """Start the program, kill it ``moment`` seconds after it is ready; the states it printed."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.app.authoring.typist", str(folder), order, str(seed)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(moment)
        child.kill()
        return child.stdout.read().splitlines()


def kills(
    tmp_path: Path, order: str, count: int, seed: int
) -> Iterator[tuple[list[str], str, int]]:
    """What each life printed, the state found after it, and how many acts the program did."""
    folder, draw = tmp_path / "draft", random.Random(seed)
    for _life in range(count):
        said = life(folder, order, draw.uniform(0.0, 0.08), draw.randrange(10**6))
        session = Authoring.resume(folder)
        found = state(session) if order == "after" else state(session, session.draft)
        session.close()
        yield said, found, len(said)


def hold(tmp_path: Path, count: int, seed: int) -> None:
    """Kill ``count`` times, and check that each life begins where the one before was found."""
    every = list(kills(tmp_path, "after", count, seed))
    for (said, found, _acts), (after, _, _) in pairwise(every):
        assert after[:1] in ([], [found]), "the next start did not find what the disk had"
        if said and said[-1] != found:
            # One act was on the disk and its line not printed yet: the kill came between the two.
            assert found not in said, "an older state came back"
    assert sum(acts for *_rest, acts in every) > 5 * count, "the program never got far"


def test_a_killed_program_finds_the_draft_as_it_was_shown(tmp_path: Path) -> None:
    """Whoever loses the power in the middle of a word goes on at that letter."""
    hold(tmp_path, 6, seed=1)


@pytest.mark.battery
def test_a_hundred_kills_lose_nothing_that_was_shown(tmp_path: Path) -> None:
    """The same at a hundred moments, all in one draft."""
    hold(tmp_path, 100, seed=2)


def test_a_change_shown_too_early_is_noticed(tmp_path: Path) -> None:
    """A test that could not fail would prove nothing; this one fails a program that lies."""
    lives = kills(tmp_path, "before", 25, seed=3)

    assert any(said and found != said[-1] for said, found, _acts in lives)
