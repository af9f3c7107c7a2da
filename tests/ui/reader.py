"""A reader at the real window, for the test that kills it: random keys, every act told as it shows.

Lines on standard output: ``at ITEM`` for the question on the screen, ``saved ITEM RESPONSE`` once
the window itself says "Saved". Run with the data folder and a seed.
"""

import json
import random
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quizapp.app.bank_files import open_bank, shipped
from quizapp.app.cards import BankCard
from quizapp.quiz import Rules
from quizapp.settings import Settings
from quizapp.ui.player.player import Player
from quizapp.ui.window import Window, apply_look

KEYS = [
    Qt.Key.Key_1,
    Qt.Key.Key_2,
    Qt.Key.Key_3,
    Qt.Key.Key_N,
    Qt.Key.Key_Return,
    Qt.Key.Key_Return,
]


class Reader:
    """Presses keys for ever, and tells what the screen shows."""

    def __init__(self, window: Window, seed: int) -> None:
        self._window = window
        self._random = random.Random(seed)
        self._timer = QTimer()
        self._timer.timeout.connect(self.act)

    def begin(self) -> None:
        """Go on with the open attempt, or start one."""
        work = self._window.work
        assert work is not None
        cards = [card for card in work.cards() if isinstance(card, BankCard) and card.attempt]
        if cards:
            self._window.quiz.resume(cards[0].attempt)
        else:
            self._window.quiz.begin(open_bank(shipped()[0]), Rules.test())
        self.tell()
        self._timer.start(0)

    @property
    def player(self) -> Player:
        """The quiz on the screen."""
        found = self._window.screen_shown
        assert isinstance(found, Player)
        return found

    def act(self) -> None:
        """One key. On the page before handing in, the way leads back to the first question."""
        if self.player._pane is None:
            self.player.go(0)
        else:
            QTest.keyClick(self.player, self._random.choice(KEYS))
        self.tell()

    def tell(self) -> None:
        """What the screen shows, and what it calls saved."""
        pane = self.player._pane
        if pane is None:
            return
        if self.player._saved.text == "Saved" and pane.response:
            print("saved", pane.item.id, json.dumps(pane.response), flush=True)
        print("at", pane.item.id, flush=True)


def main() -> None:
    """Open the window on the folder and read until killed."""
    app = QApplication([])
    settings = Settings(theme="light", reduced_motion=True, first_start_done=True)
    apply_look(settings)
    window = Window(Path(sys.argv[1]), settings)
    reader = Reader(window, int(sys.argv[2]))
    window.usable.connect(reader.begin)
    window.painted.connect(lambda: window.open_work(None))
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
