"""The keys of a screen, and the page that names them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.ui.widgets.label import Label


def quiz_keys() -> tuple[tuple[str, str], ...]:
    """The keys of the quiz, with what they do."""
    return (
        ("1 – 9", _("Choose an answer")),
        ("Enter", _("Check, or continue")),
        (_("Backspace"), _("Back to the question before")),
        ("E", _("To the article")),
        ("Q", _("Back to the question")),
        ("↑  ↓", _("In the article: sentence by sentence")),
        (_("Space"), _("In the article: mark the sentence")),
        ("N", _("Nothing in the article shows it")),
        (_("Space  ↑  ↓"), _("In a list to be ordered: pick up, move, drop")),
        ("K", _("This is my order")),
        ("Esc", _("Out of a field to type in")),
        ("C", _("How sure you are, then 1 – 3")),
        ("F", _("Flag the question")),
        ("T", _("Show or hide the time, where it is limited")),
        ("Ctrl + Enter", _("Hand in")),
        ("F1", _("These keys")),
    )


def practice_keys() -> tuple[tuple[str, str], ...]:
    """The keys of practice, with what they do."""
    return (
        ("1 – 9", _("Choose an answer")),
        ("Enter", _("Check, then the next question")),
        ("U", _("Take the last answer back")),
        ("E", _("To the article")),
        ("Q", _("Back to the question")),
        ("↑  ↓", _("In the article: sentence by sentence")),
        (_("Space"), _("In the article: mark the sentence")),
        ("N", _("Nothing in the article shows it")),
        ("Esc", _("Out of a field to type in")),
        ("C", _("How sure you are, then 1 – 3")),
        ("F1", _("These keys")),
    )


def review_keys() -> tuple[tuple[str, str], ...]:
    """The keys of the review, with what they do."""
    return (
        ("Enter, →", _("Next question")),
        (_("Backspace, ←"), _("Question before")),
        ("E", _("To the article")),
        ("Q", _("Back to the question")),
        ("Esc", _("Back to the result")),
        ("F1", _("These keys")),
    )


def show_keys(keys: Sequence[tuple[str, str]], parent: QWidget) -> QDialog:
    """A small window that names the keys; Esc closes it."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(_("Keys"))
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 20, 24, 24)
    column.setSpacing(16)
    column.addWidget(Label(_("Keys of this screen"), "title"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    for n, (key, what) in enumerate(keys):
        grid.addWidget(Label(key, "body", weight=600), n, 0)
        grid.addWidget(Label(what, "body"), n, 1)
    column.addLayout(grid)
    dialog.open()
    return dialog
