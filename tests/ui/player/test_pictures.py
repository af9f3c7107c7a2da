"""The picture beside a question, in a quiz and in its review."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from quizapp.app.sitting import Sitting
from quizapp.quiz import Rules
from quizapp.store import Store
from quizapp.ui.player.player import Player
from quizapp.ui.review.review import Review
from quizapp.ui.widgets.shown_picture import ShownPicture
from tests.examples import ferry
from tests.taking import Clock
from tests.ui.hands import seen, words


def at_the_picture(sitting: Sitting) -> int:
    """The place of the question with a picture among those posed."""
    return [posed.item for posed in sitting.attempt.posed].index("named")


def test_a_picture_is_shown_and_told_to_who_cannot_see_it(qtbot: QtBot, practice: Sitting) -> None:
    """Its alternative text is its description."""
    player = Player(practice)
    qtbot.addWidget(player)
    player.resize(1280, 800)
    player.show()

    player.go(at_the_picture(practice))

    (picture,) = seen(player, ShownPicture)
    assert picture.shows
    assert picture.accessibleDescription() == "A rudder"


def test_where_there_is_no_picture_its_words_are_read(qtbot: QtBot, store: Store) -> None:
    """The question can be answered all the same."""
    sitting = Sitting.begin(
        replace(ferry(), pictures=()), Rules.practice(), store, Clock(), 7, "a1", "me"
    )
    player = Player(sitting)
    qtbot.addWidget(player)
    player.resize(1280, 800)
    player.show()

    player.go(at_the_picture(sitting))

    assert "[Picture: A rudder]" in words(player)


def test_the_review_shows_the_picture_again(qtbot: QtBot, practice: Sitting) -> None:
    """What was asked is what is looked at."""
    practice.submit()
    review = Review(practice, 0)
    qtbot.addWidget(review)
    review.resize(1280, 800)
    review.show()

    review.go([item.id for item in practice.counted].index("named"))

    assert seen(review, ShownPicture)
