"""Spells of work, and the pauses between and within them."""

from datetime import UTC, datetime, timedelta

from quizapp.quiz.timing import Spell, Timing, grown

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def spell(begin: int, end: int, worked: int) -> Spell:
    """A spell in seconds from noon."""
    at = [NOON + timedelta(seconds=seconds) for seconds in (begin, end)]
    return Spell(at[0], at[1], worked * 1000)


def test_work_is_added_up_over_spells() -> None:
    """Closing the program costs no time, and gives none."""
    timing = grown((spell(0, 60, 60), spell(600, 660, 60)), spell(900, 930, 30))

    assert timing.worked_ms == 150_000
    assert timing.left_ms(200) == 50_000
    assert timing.left_ms(100) == 0


def test_a_program_that_was_closed_is_a_pause() -> None:
    """Nine minutes between two runs are told, with their beginning."""
    (pause,) = Timing((spell(0, 60, 60), spell(600, 660, 60))).pauses()

    assert (pause.what, pause.at, pause.length) == (
        "closed",
        NOON + timedelta(seconds=60),
        timedelta(minutes=9),
    )


def test_a_machine_that_slept_is_a_pause() -> None:
    """The wall went on for an hour, the work for a minute."""
    (pause,) = Timing((spell(0, 3600, 60),)).pauses()

    assert (pause.what, pause.length) == ("asleep", timedelta(minutes=59))


def test_clocks_that_differ_a_little_are_no_pause() -> None:
    """Two clocks never run quite alike, and one may be set back."""
    assert Timing((spell(0, 64, 60), spell(65, 100, 40))).pauses() == ()
    assert Timing(()).pauses() == ()
