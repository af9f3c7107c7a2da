"""The clock of a quiz: it counts down, can be hidden, and hands in by itself."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from quizapp.app.sitting import Sitting
from quizapp.quiz import Rules
from quizapp.store import Store
from quizapp.ui.player.clock import Clock
from quizapp.ui.player.player import Player
from tests.examples import ferry
from tests.taking import BEGAN
from tests.taking import Clock as Wall
from tests.ui.hands import Key, press, seen, words

pytestmark = pytest.mark.usefixtures("calm")


class Watch:
    """Both clocks, moved by hand."""

    def __init__(self) -> None:
        self.ms, self.wall = 0, Wall(BEGAN)

    def __call__(self) -> int:
        return self.ms

    def work(self, seconds: int) -> None:
        """Let so much time pass."""
        self.ms += seconds * 1000
        self.wall.time += timedelta(seconds=seconds)


@pytest.fixture
def watch() -> Watch:
    """The clocks of the attempt."""
    return Watch()


@pytest.fixture
def open_player(qtbot: QtBot, store: Store, watch: Watch) -> Callable[[Rules], Player]:
    """Opens a quiz by these rules."""

    def open_(rules: Rules) -> Player:
        sitting = Sitting.begin(ferry(), rules, store, watch.wall, 7, "a1", "me", ticks=watch)
        player = Player(sitting)
        qtbot.addWidget(player)
        player.resize(1280, 800)
        player.show()
        player.activateWindow()
        qtbot.waitUntil(player.isActiveWindow)
        return player

    return open_


def test_the_time_is_shown_and_can_be_hidden(
    open_player: Callable[[Rules], Player], watch: Watch
) -> None:
    """Whoever is made nervous by it presses T; a screen reader can always ask."""
    player = open_player(Rules.test(time_limit=600))
    (clock,) = seen(player, Clock)
    watch.work(75)
    clock.beat()
    assert clock.accessibleName() == "8:45 left"
    assert clock._face.text == "8:45"

    press(player, Key.Key_T)

    assert clock._face.text == ""
    assert clock.accessibleName() == "8:45 left; press T to show it"


def test_at_the_end_what_is_saved_is_handed_in(
    qtbot: QtBot, open_player: Callable[[Rules], Player], watch: Watch
) -> None:
    """Nobody has to press anything, and nothing that was saved is lost."""
    player = open_player(Rules.test(time_limit=60))
    press(player, Key.Key_Return, Key.Key_1)
    watch.work(61)

    with qtbot.waitSignal(player.handed_in):
        seen(player, Clock)[0].beat()

    sitting = player._sitting
    assert sitting.submitted
    assert len(sitting.attempt.answers) == 1


def test_without_a_limit_there_is_no_clock(open_player: Callable[[Rules], Player]) -> None:
    """Reading is not a race."""
    assert seen(open_player(Rules.practice()), Clock) == []


def test_the_work_is_kept_now_and_then(
    open_player: Callable[[Rules], Player], watch: Watch, store: Store
) -> None:
    """A program that is killed while somebody thinks does not give the time back."""
    player = open_player(Rules.test(time_limit=600))
    clock = seen(player, Clock)[0]
    watch.work(30)
    for _n in range(40):
        clock.beat()

    again = Sitting.resume("a1", store, watch.wall, ticks=watch)

    assert again.left_ms == 570_000


def test_a_closed_article_is_nowhere_on_the_screen(open_player: Callable[[Rules], Player]) -> None:
    """Neither the article nor a tab that leads there, and E does nothing."""
    player = open_player(Rules.pilot())

    press(player, Key.Key_E)

    assert not player.article.isVisible()
    assert "The night ferry to Holm" not in words(player)
    assert all(item.kind != "evidence" for item in player._sitting.items)
