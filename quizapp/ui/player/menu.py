"""The menu of the quiz: keys, handing in, the look, the size of the text, and the way home."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.i18n import _
from quizapp.settings import SCALES, Settings
from quizapp.ui.player.keys import quiz_keys, show_keys
from quizapp.ui.player.player import Player


class QuizMenu(QMenu):
    """Emits ``settings_chosen`` with the settings as they would be."""

    settings_chosen = Signal(object)


def quiz_menu(parent: QWidget, player: Player, settings: Settings) -> QuizMenu:
    """The menu over a quiz; it goes when it is closed."""
    menu = QuizMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(_("Keys of this screen"), lambda: show_keys(quiz_keys(), player))
    menu.addAction(_("Hand in …"), player.ask_hand_in)
    menu.addSeparator()
    for title, chosen in looks(settings):
        menu.addAction(title, partial(menu.settings_chosen.emit, chosen))
    menu.addSeparator()
    menu.addAction(_("Stop here; everything is saved"), player.leave)
    return menu


def looks(now: Settings) -> list[tuple[str, Settings]]:
    """The looks and text sizes that the menu offers."""
    return [
        (_("Light"), replace(now, theme="light")),
        (_("Dark"), replace(now, theme="dark")),
        (_("High contrast"), replace(now, theme="high_contrast")),
        *(
            (_("Text {n} %").format(n=round(scale * 100)), replace(now, text_scale=scale))
            for scale in SCALES
        ),
    ]
