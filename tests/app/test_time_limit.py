"""A time limit through the real store: what counts, what does not, and what a kill leaves."""

from datetime import timedelta

import pytest

from quizapp.app.sitting import Sitting
from quizapp.errors import QuizappError
from quizapp.quiz import Rules
from quizapp.store import Store, attempts
from tests.examples import ferry
from tests.taking import BEGAN, Clock


class Watch:
    """A monotonic clock that is moved by hand, and a wall clock that may move with it."""

    def __init__(self) -> None:
        self.ms = 1_000_000
        self.wall = Clock(BEGAN)

    def __call__(self) -> int:
        return self.ms

    def work(self, seconds: int) -> None:
        """Both clocks go on."""
        self.ms += seconds * 1000
        self.wall.time += timedelta(seconds=seconds)

    def sleep(self, seconds: int) -> None:
        """The wall goes on alone."""
        self.wall.time += timedelta(seconds=seconds)


@pytest.fixture
def watch() -> Watch:
    """Both clocks."""
    return Watch()


def begun(store: Store, watch: Watch, limit: int = 600) -> Sitting:
    """An attempt with a limit of ten minutes."""
    rules = Rules.test(time_limit=limit)
    return Sitting.begin(ferry(), rules, store, watch.wall, 7, "a1", "me", ticks=watch)


def again(store: Store, watch: Watch) -> Sitting:
    """The attempt as the next run of the program has it, whose clock starts anywhere."""
    watch.ms = 5
    return Sitting.resume("a1", store, watch.wall, ticks=watch)


def test_the_time_runs_down_and_then_nothing_is_taken(store: Store, watch: Watch) -> None:
    """What is saved in time counts; what comes later is refused in words."""
    sitting = begun(store, watch)
    watch.work(599)
    sitting.answer("who", ("harbour",))
    assert sitting.left_ms == 1000
    watch.work(1)

    assert sitting.over
    with pytest.raises(QuizappError, match="time is up"):
        sitting.answer("who", ("captain",))
    with pytest.raises(QuizappError, match="time is up"):
        sitting.clear("who")
    result = sitting.submit()
    assert result.score.right == 1
    assert "used up" in result.taken[0]
    assert not sitting.over


def test_a_sleeping_machine_does_not_work(store: Store, watch: Watch) -> None:
    """Closing the lid is a pause, and is told."""
    sitting = begun(store, watch)
    watch.work(60)
    watch.sleep(7200)
    sitting.answer("who", ("harbour",))

    assert sitting.left_ms == 540_000
    assert "1 pause of 2 h does not count" in sitting.submit().taken[1]


def test_a_closed_program_does_not_work_either(store: Store, watch: Watch) -> None:
    """The next run goes on with what is left; the gap is told."""
    first = begun(store, watch)
    watch.work(120)
    first.answer("who", ("harbour",))
    watch.sleep(3600)

    second = again(store, watch)

    assert second.left_ms == 480_000
    watch.work(60)
    second.tick()
    assert again(store, watch).left_ms == 420_000
    (pause,) = again(store, watch).timing.pauses()[:1]
    assert (pause.what, pause.length >= timedelta(hours=1)) == ("closed", True)


def test_a_kill_loses_the_time_since_the_last_act_alone(store: Store, watch: Watch) -> None:
    """Answers and ticks keep the time; whatever was not kept is not counted."""
    sitting = begun(store, watch)
    watch.work(10)
    sitting.tick()
    watch.work(9)

    assert again(store, watch).left_ms == 590_000


def test_an_attempt_whose_time_ran_out_stays_over(store: Store, watch: Watch) -> None:
    """Reopening gives no time back."""
    sitting = begun(store, watch)
    watch.work(700)
    sitting.tick()

    assert again(store, watch).over
    assert again(store, watch).left_ms == 0


def test_the_log_says_how_long_had_been_worked(store: Store, watch: Watch) -> None:
    """Each answer has its time in the log, the chain holds, and the answers are as before."""
    sitting = begun(store, watch)
    watch.work(42)
    sitting.answer("who", ("harbour",), None)

    with store.read() as connection:
        assert attempts.verify(connection, "a1").sound
        row = "SELECT payload FROM entry WHERE kind = 'answer'"
        payload = connection.exec_driver_sql(row).scalar()
    assert '"worked":42000' in str(payload)


def test_without_a_limit_there_is_no_end(store: Store, watch: Watch) -> None:
    """Work is counted all the same, and told."""
    sitting = begun(store, watch, limit=0)
    watch.work(100_000)

    assert sitting.left_ms is None
    assert not sitting.over
    assert sitting.submit().taken[0] == "Worked on for 27 h 47 min."
