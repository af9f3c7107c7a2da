"""What holds for the view of every kind, whichever it is."""

from collections.abc import Callable, Sequence
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.items import KINDS, Item, Response
from quizapp.ui.items import VIEWS, ItemView, view_for
from quizapp.ui.player.question import QuestionPane
from quizapp.ui.widgets.confidence import ConfidenceBar
from tests.examples import ferry
from tests.kinds import kinds
from tests.ui.hands import Key, press

pytestmark = pytest.mark.usefixtures("calm")
Shower = Callable[..., ItemView]

ITEMS = {
    "single_choice": "who",
    "multiple_response": "named",
    "true_false": "whole",
    "standing": "how-patience",
    "evidence": "show-jobs",
    "standing_with_evidence": "how-rudder",
    "scope": "how-far",
    "categorise": "sort",
    "info": "welcome",
    "match": "who-what",
    "order": "chain",
    "short_answer": "of-whom",
    "numeric": "how-many",
    "cloze": "gaps",
    "overstatement": "too-far",
}
SCORED = [kind for kind in ITEMS if kind != "info"]
NOT_PICKED = ("match", "order", "short_answer", "numeric", "cloze")  # each has tests of its own
every_kind = pytest.mark.parametrize("kind", ITEMS)
every_scored_kind = pytest.mark.parametrize("kind", SCORED)
every_picked_kind = pytest.mark.parametrize("kind", [k for k in SCORED if k not in NOT_PICKED])
# What is pressed, and what is then answered with the options in the order of the bank.
PRESSED: dict[str, tuple[Sequence[Qt.Key], Response]] = {
    "single_choice": ((Key.Key_2,), ("line",)),
    "multiple_response": ((Key.Key_3, Key.Key_1), ("line", "deckhand")),
    "true_false": ((Key.Key_2,), ("false",)),
    "standing": ((Key.Key_6,), ("opinion",)),
    "evidence": ((Key.Key_N,), ("none",)),
    "standing_with_evidence": ((Key.Key_3, Key.Key_N), ("standing:disputed", "none")),
    "scope": ((Key.Key_1,), ("taken",)),
    "categorise": (
        (Key.Key_1, Key.Key_2),
        ("slow for", "life against"),
    ),
    "match": ((Key.Key_1, Key.Key_2), ("permit deckhand", "faults harbour")),
    "order": ((Key.Key_Down, Key.Key_3), ("told", "asked", "withdrawn", "asked-again")),
    "short_answer": ((Key.Key_Tab, Key.Key_F, Key.Key_E), ("fe",)),
    "numeric": ((Key.Key_1, Key.Key_2), ("12",)),
    "cloze": ((Key.Key_Tab, Key.Key_Q), ("who=q",)),
    "overstatement": ((Key.Key_2,), ("deckhand",)),
}


def item_of(kind: str) -> Item:
    """An item of that kind."""
    name = ITEMS[kind]
    return ferry().item.get(name) or kinds().item[name]


class Screen(QWidget):
    """A screen around a view, which knows no key of its own."""

    def __init__(self, view: ItemView) -> None:
        super().__init__()
        self._view = view
        QVBoxLayout(self).addWidget(view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self._view.take_key(event)


@pytest.fixture
def show(qtbot: QtBot, calm: None) -> Shower:
    """Shows the view of a kind's item on a screen."""
    screens = []

    def show_(kind: str, order: tuple[str, ...] = ()) -> ItemView:
        view = view_for(item_of(kind), order)
        screen = Screen(view)
        screens.append(screen)
        qtbot.addWidget(screen)
        screen.resize(500, 600)
        screen.show()
        screen.activateWindow()
        return view

    return show_


def test_every_kind_has_a_view_and_an_item_here() -> None:
    """A kind without a view could not be shown, and one without an item would skip what follows."""
    assert VIEWS.keys() == KINDS.keys()
    assert {kind: item_of(kind).kind for kind in ITEMS} == {kind: kind for kind in KINDS}


@every_scored_kind
def test_a_response_by_keyboard_is_reported(show: Shower, kind: str) -> None:
    """Every kind is answered without a mouse, and the answer is what was meant."""
    view, (keys, expected) = show(kind), PRESSED[kind]
    said: list[Response] = []
    view.answered.connect(said.append)

    press(view.window(), *keys)

    assert said[-1] == expected


@every_picked_kind
def test_a_saved_response_is_shown_without_a_new_answer(
    qtbot: QtBot, show: Shower, kind: str
) -> None:
    """Looking at an answer again does not answer again."""
    view, key = show(kind), item_of(kind).key()

    with qtbot.assertNotEmitted(view.answered):
        view.show_response(key)

    assert checked(view) == picked(key)


def checked(view: ItemView) -> int:
    """How many things are shown as chosen."""
    return sum(button.isChecked() for button in view.findChildren(QAbstractButton))


def picked(response: Response) -> int:
    """How many of a response's parts are chosen in the view itself, not in the article."""
    return sum(not part.startswith("p") or " " in part for part in response)


@every_picked_kind
def test_a_saved_response_can_be_taken_back_from_the_screen(show: Shower, kind: str) -> None:
    """An empty response leaves nothing chosen."""
    view = show(kind)
    view.show_response(item_of(kind).key())

    view.show_response(())

    assert checked(view) == 0


@every_kind
def test_what_a_response_lacks_is_said_in_words(show: Shower, kind: str) -> None:
    """Who has not answered all of it is told what is left to do."""
    view, item = show(kind), item_of(kind)

    assert view.complete(item.key()) == item.scored
    assert not view.complete(())
    missing = view.missing()
    assert missing == "" or missing.endswith(".")
    if kind in ("evidence", "standing_with_evidence", "categorise"):
        assert missing


def test_half_an_answer_is_not_complete(show: Shower) -> None:
    """Where two things are asked, one of them is half an answer."""
    both = show("standing_with_evidence")
    sort = show("categorise")

    assert not both.complete(("standing:disputed",))
    assert not both.complete(("p3s1",))
    assert not sort.complete(("slow for",))


@every_kind
def test_options_stand_in_the_order_that_was_drawn(show: Shower, kind: str) -> None:
    """Two readers beside each other see different orders, each the same one every time."""
    item = item_of(kind)
    orders = [item.drawn(Random(seed)) for seed in range(8)]

    names = {order: names_of(show(kind, order)) for order in orders}

    assert len({tuple(sorted(n)) for n in names.values()}) == 1
    assert len(set(names.values())) == len(set(orders))


def names_of(view: ItemView) -> tuple[str, ...]:
    """What a screen reader reads, from above to below."""
    found = [child for child in view.findChildren(QWidget) if child.accessibleName()]
    return tuple(child.accessibleName() for child in found)


@every_kind
@pytest.mark.parametrize("columns", [1, 2])
def test_every_control_has_a_name_for_screen_readers(qtbot: QtBot, kind: str, columns: int) -> None:
    """Whoever hears the screen knows what each control is."""
    pane = QuestionPane(item_of(kind), (), confidence=True)
    qtbot.addWidget(pane)
    pane.arrange(compact=columns == 2, columns=columns, sides=28)
    pane.show()

    controls = [c for c in pane.findChildren(QWidget) if is_control(c)]

    assert [type(c).__name__ for c in controls if not c.accessibleName()] == []
    assert bool(controls) == item_of(kind).scored


def is_control(widget: QWidget) -> bool:
    """Whether a widget takes the keyboard."""
    return isinstance(widget, QAbstractButton | QLineEdit | QTextEdit | QComboBox) and bool(
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    )


@every_scored_kind
def test_every_kind_asks_how_sure_one_is_where_the_rules_say_so(qtbot: QtBot, kind: str) -> None:
    """Confidence belongs to the quiz and not to a kind."""
    found = {}

    for asked in (True, False):
        pane = QuestionPane(item_of(kind), (), confidence=asked)
        qtbot.addWidget(pane)
        found[asked] = len(pane.findChildren(ConfidenceBar))

    assert found == {True: 1, False: 0}
