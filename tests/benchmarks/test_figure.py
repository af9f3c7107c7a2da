"""Figures: what is kept, what is over, and that the runner reads what the scripts print."""

import pytest

from benchmarks.figure import Figure, parse, report


def test_a_figure_over_its_bound_fails_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    """A benchmark that got worse than promised cannot pass unseen."""
    over = Figure("start", 2.3, "×", most=2.2)

    assert report([Figure("size", 1.0, "MB"), over]) == 1
    assert parse(capsys.readouterr().out.splitlines()[1]) == over


def test_a_figure_at_its_bound_is_kept() -> None:
    """The bound is the most that is allowed, not the first that is not."""
    assert Figure("start", 2.2, "×", most=2.2).keeps()
    assert not Figure("start", 2.21, "×", most=2.2).keeps()


def test_what_could_not_be_measured_says_so() -> None:
    """A missing package is not counted as a good figure; its row shows the reason."""
    name, value, _most, verdict, note = Figure("size", None, "MB", 40, "not built").cells()

    assert (name, value, verdict, note) == ("size", "—", "", "not built")
