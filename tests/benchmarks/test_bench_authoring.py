"""From an article to a bank in less than ten minutes, by the keystroke-level model."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from benchmarks.bench_authoring import (
    FEWEST_ITEMS,
    MOST,
    MOST_ALONE,
    Outcome,
    outcome,
    with_suggestions,
    without,
)
from quizapp.ui import theme
from quizapp.ui.theme import Theme


@pytest.fixture(autouse=True)
def _calm(qapp: QApplication) -> None:
    """The light look, in which nothing moves."""
    theme.apply(qapp, Theme.of("light", motion=False))


def hold(found: Outcome, most: float) -> None:
    """Whether the bank is sound and large enough, and was made in time."""
    assert found.items >= FEWEST_ITEMS, found.note()
    assert found.seconds < most, found.note()


def test_a_bank_of_sixteen_sound_items_takes_less_than_ten_minutes(tmp_path: Path) -> None:
    """From the clipboard to the saved bank, by real keys and clicks in the real window."""
    hold(outcome(tmp_path, with_suggestions), MOST)


@pytest.mark.battery
def test_without_suggestions_it_takes_less_than_fifteen(tmp_path: Path) -> None:
    """In another language than English there are none, and every word is marked by hand."""
    hold(outcome(tmp_path, without), MOST_ALONE)
