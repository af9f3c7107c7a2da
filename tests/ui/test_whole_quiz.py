"""The article bank from home to home, with the keyboard and nothing else."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.app.library import open_bank, shipped
from quizapp.app.places import database
from quizapp.bank import Bank
from quizapp.claims import SIDES
from quizapp.items import Categorise, ChoiceItem, EvidenceItem, Item, Response
from quizapp.quiz import Attempt
from quizapp.store import Store, attempts
from quizapp.ui import standings
from quizapp.ui.player.feedback_view import FeedbackView
from quizapp.ui.player.player import Player
from quizapp.ui.review.result_page import ResultPage
from quizapp.ui.review.review import Review
from quizapp.ui.widgets.sorter import Sorter
from quizapp.ui.window import Window
from tests.ui.conftest import Opener
from tests.ui.hands import Key, digit, options, press, seen, tab_to, words

Answers = dict[str, tuple[Response, int | None]]


class Reader:
    """Answers by keyboard, item after item, and remembers what was meant."""

    def __init__(self, window: Window, bank: Bank) -> None:
        self.window, self.bank = window, bank
        self.sentences = [s.id for p in bank.article.paragraphs for s in p.sentences]
        self.meant: Answers = {}

    def answer(self, item: Item, number: int) -> Response:
        """Answer an item in the way of its kind; what was meant by it."""
        ways: dict[str, Callable[[Item, int], Response]] = {
            "single_choice": self.pick,
            "scope": self.pick,
            "multiple_response": self.pick_two,
            "true_false": self.decide,
            "standing": self.stand,
            "evidence": self.mark,
            "standing_with_evidence": self.stand_and_mark,
            "categorise": self.sort,
        }
        return ways[item.kind](item, number)

    def pick(self, item: Item, number: int) -> Response:
        assert isinstance(item, ChoiceItem)
        shown = options(self.window)
        text = shown[number % len(shown)]
        press(self.window, digit(number % len(shown) + 1))
        return tuple(option.id for option in item.options if option.text == text)

    def pick_two(self, item: Item, number: int) -> Response:
        assert isinstance(item, ChoiceItem)
        ids = {option.text: option.id for option in item.options}
        shown = options(self.window)
        press(self.window, Key.Key_3, Key.Key_1)
        return ids[shown[0]], ids[shown[2]]

    def decide(self, item: Item, number: int) -> Response:
        press(self.window, digit(number % 2 + 1))
        return (("true", "false")[number % 2],)

    def stand(self, item: Item, number: int) -> Response:
        press(self.window, digit(number % 7 + 1))
        return (standings.ORDER[number % 7],)

    def mark(self, item: Item, number: int) -> Response:
        if isinstance(item, EvidenceItem) and item.key() == ("none",):
            press(self.window, Key.Key_N)
            return ("none",)
        press(self.window, Key.Key_E, Key.Key_Home)
        press(self.window, *[Key.Key_Down] * number, Key.Key_Space, Key.Key_Up, Key.Key_Space)
        press(self.window, Key.Key_Q)
        return self.sentences[number - 1], self.sentences[number]

    def stand_and_mark(self, item: Item, number: int) -> Response:
        standing = self.stand(item, number)[0]
        if number % 2:
            press(self.window, Key.Key_N)
            return f"standing:{standing}", "none"
        return f"standing:{standing}", *self.mark(item, number % 9 + 1)

    def sort(self, item: Item, number: int) -> Response:
        assert isinstance(item, Categorise)
        shown = [row.accessibleName() for row in seen(seen(self.window, Sorter)[0], QWidget)]
        ids = {text: id_ for id_, text in item.texts}
        claims = [ids[name] for name in shown if name in ids]
        press(self.window, Key.Key_Down)
        for n in range(len(claims)):
            press(self.window, digit((number + n) % 4 + 1))
        return tuple(f"{c} {SIDES[(number + n) % 4]}" for n, c in enumerate(claims))

    def say_how_sure(self, level: int) -> None:
        press(self.window, Key.Key_C, digit(level))


def saved(folder: Path) -> Attempt:
    """The one attempt in the database, read by somebody else than the window."""
    store = Store(database(folder))
    with store.read() as connection:
        (attempt,) = [
            *attempts.finished(connection, "me"),
            *attempts.unfinished(connection, "me"),
        ]
    store.close()
    return attempt


def take(reader: Reader, qtbot: QtBot) -> None:
    """Answer every item, see its feedback, and go on, up to the feedback of the last."""
    window, items = reader.window, reader.bank.usable
    for number, item in enumerate(items):
        assert item.subject in words(window)
        if item.scored:
            level = number % 4
            meant = reader.answer(item, number)
            if level:
                reader.say_how_sure(level)
            reader.meant[item.id] = (meant, level or None)
            press(window, *[Key.Key_Return] * (1 if level else 2))
            assert seen(window, FeedbackView), (number, item.id, item.kind, words(window))
        if item is not items[-1]:
            press(window, Key.Key_Return)


def test_a_whole_quiz_is_taken_with_the_keyboard_alone(
    qtbot: QtBot, open_window: Opener, folder: Path
) -> None:
    """Who cannot use a mouse misses nothing, and every answer is kept as it was meant."""
    window, bank = open_window(), open_bank(shipped()[0])
    reader = Reader(window, bank)

    tab_to(window, bank.title)
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: "How do you want to take it?" in words(window))
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(seen(window, Player)))
    take(reader, qtbot)
    press(window, Key.Key_Return, control=True)
    press(window, Key.Key_Return)

    attempt = saved(folder)
    assert attempt.submitted is not None
    assert {id_: (a.response, a.confidence) for id_, a in attempt.answers.items()} == reader.meant
    assert look_back(window, bank) == [item.subject for item in bank.usable if item.scored]
    assert bank.title in words(window)
    assert QApplication.focusWidget() is not None


def look_back(window: Window, bank: Bank) -> list[str]:
    """Go from the result through the review and home again; the items that were reviewed."""
    assert seen(window, ResultPage)
    press(window, Key.Key_Return)
    found = []
    for item in (item for item in bank.usable if item.scored):
        assert seen(window, Review)
        if item.subject in words(window):
            found.append(item.subject)
        press(window, Key.Key_Return)
    assert seen(window, ResultPage)
    press(window, Key.Key_Escape)
    return found


def test_the_keys_of_the_quiz_can_be_asked_for(qtbot: QtBot, open_window: Opener) -> None:
    """F1 names every key, and Esc leads back to the question."""
    window = open_window(bank=shipped()[0])
    qtbot.waitUntil(lambda: "How do you want to take it?" in words(window))
    press(window, Key.Key_Return, Key.Key_F1)

    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    told = words(dialog)
    press(dialog, Key.Key_Escape)

    assert "Flag the question" in told
    assert QApplication.activeModalWidget() is None
    assert seen(window, Player)
