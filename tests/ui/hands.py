"""A reader's hands and eyes: keys that go where the focus is, and the words that can be read."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from quizapp.ui.widgets.option_list import OptionList

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
Seen = TypeVar("Seen", bound=QWidget)


def press(window: QWidget, *keys: Qt.Key, control: bool = False) -> None:
    """Press keys one after the other, each wherever the focus is by then."""
    for key in keys:
        QTest.keyClick(_target(window), key, CONTROL if control else PLAIN)
        QApplication.processEvents()


def _target(window: QWidget) -> QWidget:
    """What has the focus, or will have it once the system makes the window active."""
    focus = QApplication.focusWidget()
    if focus is not None and focus.window() is window:
        return focus
    # Qt says that it always finds one; it does not.
    remembered: QWidget | None = window.focusWidget()
    return window if remembered is None else remembered


def digit(number: int) -> Qt.Key:
    """The key of a digit."""
    return Qt.Key(Qt.Key.Key_0 + number)


def seen(parent: QWidget, kind: type[Seen]) -> list[Seen]:
    """What of a kind is shown, in the order in which it was made."""
    return [child for child in parent.findChildren(kind) if child.isVisibleTo(parent)]


def words(parent: QWidget) -> str:
    """Every text that is shown as such, a line each."""
    return "\n".join(label.text() for label in seen(parent, QLabel) if label.text())


def button(parent: QWidget, name: str) -> QAbstractButton:
    """The button of that name which is shown."""
    found = [b for b in seen(parent, QAbstractButton) if b.accessibleName() == name]
    assert len(found) == 1, f"{len(found)} buttons are called {name!r}"
    return found[0]


def push(parent: QWidget, name: str) -> None:
    """Go to a button and press it, by keyboard."""
    target = button(parent, name)
    assert target.focusPolicy() & Qt.FocusPolicy.TabFocus, f"{name!r} cannot be reached by Tab"
    target.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(target, Qt.Key.Key_Space)
    QApplication.processEvents()


def options(parent: QWidget) -> list[str]:
    """The words of the options on the screen, in the order shown."""
    return [
        b.accessibleName() for one in seen(parent, OptionList) for b in seen(one, QAbstractButton)
    ]


def tab_to(window: QWidget, name: str, most: int = 60) -> QWidget:
    """Press Tab until something of that name has the focus."""
    for _step in range(most):
        focus = QApplication.focusWidget()
        if focus is not None and focus.accessibleName() == name:
            return focus
        press(window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {name!r}")
