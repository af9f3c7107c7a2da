"""From a pasted article to a bank, by hand: how long that takes by the keystroke-level model.

An author works in the real window, by real key and mouse events, from the text in the clipboard to
a saved bank. What they press and point at is counted and turned into seconds by the operators of
Card, Moran and Newell (1980), “The keystroke-level model for user performance time with interactive
systems”, Communications of the ACM 23(7): K, a key or a button of the mouse, 0.28 s for an average
typist; P, pointing at something, 1.1 s; H, a hand from one device to the other, 0.4 s; M, making up
one’s mind for one step, 1.35 s. An M is counted before each choice of words, of a standing, of a
reason and of a name, and before each wording that is typed. To that comes reading the article once
at 230 words a minute. The model has nothing for a decision over which somebody ponders.

Twice: with the suggestions, and without any, where words are marked with the mouse and every source
is typed. The article was written for this, and the rules for suggestions were not made on it.
"""

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.figure import Figure, report
from quizapp.app.bank_files import open_bank, own_banks
from quizapp.claims import Span
from quizapp.settings import Settings
from quizapp.text import utf16_index, words
from quizapp.ui import theme
from quizapp.ui.studio.studio import Studio
from quizapp.ui.theme import Theme
from quizapp.ui.window import Window

SECONDS = {"K": 0.28, "P": 1.1, "H": 0.4, "M": 1.35}
WORDS_A_MINUTE = 230
MOST, MOST_ALONE, FEWEST_ITEMS = 600.0, 900.0, 16

ARTICLE = """Reservoir at Calder Hollow to stay half empty

By Tamsin Okoro
4 September 2025

The reservoir above Calder Hollow will be kept at half its depth until the spring, the water board's
chief engineer, Petra Lindqvist, told a public meeting on Tuesday. She said that her office had
lowered the level on 21 August, after an inspection. "We opened the valves ourselves," she said.

The inspection report, which the board published on Monday, lists four cracks in the spillway. It
puts the cost of repairs at 2.3 million.

Lindqvist could not say when the work would begin. A contractor has not been chosen, and the board
has asked three firms for offers.

Farmers downstream are worried. Owen Hartley, who chairs the growers' union, said that two hundred
hectares of vegetables had been lost since July. The water board denies that any harvest was lost
because of the lower level. "The summer was dry everywhere," said its spokeswoman, Ilse Grant.

According to a former employee of the board, who asked not to be named, the cracks were known two
years ago. Grant rejected that. "Nobody had seen them before this summer," she said.

The mayor, Rafael Duarte, said that the board should have warned the valley earlier. Conservation
groups argue that a half-empty reservoir is better for the river's trout. Hartley replied that
trout do not pay rent.

It is not clear who would pay for the repairs. The regional government said that it had received no
request. Two members of the council said that they would vote for a new levy if the board asked for
one.

Residents of the lower village met on Wednesday. Some of them said that they had heard nothing
from the board, neither by letter nor by telephone. The board says that it wrote to every
household on 22 August."""

# What the author makes of words that begin so: a digit for the standing, a reason where it is
# confirmed, the source where the suggested one is not right, the claim where it needs other words.
Choice = tuple[str, str, str, str]
SUGGESTED: dict[str, Choice] = {
    "The reservoir above": ("1", "1", "", ""),
    "that her office had lowered": (
        "1", "1", "", "The water board lowered the level on 21 August."),
    "could not say when": ("5", "", "Petra Lindqvist", "A date for the work is set."),
    "that two hundred": ("3", "", "", ""),
    "that any harvest was lost": ("3", "", "", ""),
    "who asked not to be named": ("3", "", "", "The cracks were known two years ago."),
    "“Nobody had seen them": ("3", "", "", ""),
    "that the board should": ("6", "", "", ""),
    "that a half-empty reservoir": ("6", "", "", ""),
    "is not clear who": ("5", "", "the article itself", "It is settled who pays for the repairs."),
    "that it had received no": ("1", "1", "", "The regional government received no request."),
    "that it wrote to every": ("1", "1", "", "The board wrote to every household."),
}  # fmt: skip
# Without suggestions: the same, with the last words that are marked, and a table of the report.
MARKED: dict[str, tuple[str, Choice]] = {
    "The reservoir above": ("spring", ("1", "1", "Petra Lindqvist", "")),
    "her office had lowered": (
        "August", ("1", "1", "Petra Lindqvist", "The water board lowered the level on 21 August.")),
    "four cracks in the spillway": (
        "spillway", ("1", "2", "the inspection report", "The spillway has four cracks.")),
    "could not say when": (
        "begin", ("5", "", "Petra Lindqvist", "A date for the work is set.")),
    "two hundred": ("July", ("3", "", "Owen Hartley", "")),
    "any harvest was lost": ("level", ("3", "", "the water board", "")),
    "the board should": ("earlier", ("6", "", "Rafael Duarte", "")),
    "a half-empty reservoir": ("trout", ("6", "", "conservation groups", "")),
    "It is not clear who": (
        "repairs", ("5", "", "", "It is settled who pays for the repairs.")),
    "it wrote to every": (
        "August", ("1", "1", "the water board", "The board wrote to every household.")),
}  # fmt: skip


@dataclass
class Hands:
    """Presses, points and thinks, and counts each."""

    window: Window
    done: Counter[str] = field(default_factory=Counter)
    at: str = "keys"

    @property
    def seconds(self) -> float:
        """The time by the model."""
        return sum(SECONDS[operator] * n for operator, n in self.done.items())

    def think(self) -> None:
        """Make up one's mind."""
        self.done["M"] += 1

    def press(self, *keys: Qt.Key, control: bool = False) -> None:
        """Keys, each where the focus is by then; a modifier is a key as well."""
        self._to("keys")
        modifiers = Qt.KeyboardModifier.ControlModifier
        for key in keys:
            self.done["K"] += 2 if control else 1
            target = QApplication.focusWidget() or self.window
            QTest.keyClick(target, key, modifiers if control else Qt.KeyboardModifier.NoModifier)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Letters; a capital is two keys."""
        self._to("keys")
        self.done["K"] += len(text) + sum(c.isupper() for c in text)
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        QApplication.processEvents()

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Press the mouse at one place and let go at another."""
        self._to("mouse")
        self.done["P"] += 2
        self.done["K"] += 2
        left = Qt.MouseButton.LeftButton
        apart = QApplication.doubleClickInterval() + 50  # or it would be a second click
        QTest.mousePress(widget, left, Qt.KeyboardModifier.NoModifier, start, apart)
        QTest.mouseMove(widget, end)
        QTest.mouseRelease(widget, left, Qt.KeyboardModifier.NoModifier, end)
        QApplication.processEvents()

    def click(self, widget: QWidget) -> None:
        """Point at something and press."""
        self._to("mouse")
        self.done["P"] += 1
        self.done["K"] += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def _to(self, device: str) -> None:
        if device != self.at:
            self.done["H"] += 1
            self.at = device


def spin(until: Callable[[], bool], most_ms: int = 20_000) -> None:
    """Let the event loop run until something holds."""
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if until() else None)
    timer.start(20)
    QTimer.singleShot(most_ms, loop.quit)
    loop.exec()
    if not until():
        raise RuntimeError("the program did not get there")


def judged(studio: Studio) -> bool:
    """Whether everything that was done has been judged."""
    judgement = studio.judgement
    return not studio.judging.waiting and judgement is not None and judgement.draft == studio.draft


def began(hands: Hands) -> Studio:
    """Paste the article in the studio, by the mouse and the keyboard."""
    window = hands.window
    QApplication.clipboard().setText(ARTICLE)
    hands.think()
    hands.click(window.navigation.button("studio"))
    hands.press(Qt.Key.Key_V, control=True)
    spin(lambda: isinstance(window.screen_shown, Studio))
    studio = window.screen_shown
    assert isinstance(studio, Studio)
    spin(lambda: judged(studio))
    return studio


def decide(hands: Hands, studio: Studio, choice: Choice, *, name: bool) -> None:
    """Give the selected words their standing, and put right what is not."""
    digit, reason, source, wording = choice
    hands.think()
    hands.press(Qt.Key(Qt.Key.Key_0 + int(digit)))
    if reason:
        hands.think()
        hands.press(Qt.Key(Qt.Key.Key_0 + int(reason)))
    claim = studio.draft.claim(studio.claim)
    said = studio.draft.source(claim.attributions[-1].source) if claim else None
    wrong = bool(source) and (said is None or said.name != source)
    paired = claim is not None and len(claim.attributions) > 1
    if (wrong or name) and source:
        hands.think()
        studio.article.setFocus()
        hands.press(Qt.Key.Key_Tab)
        hands.type(source)
    if wording and not paired:
        hands.think()
        hands.click(studio.claim_editor.words)
        hands.press(Qt.Key.Key_A, control=True)
        hands.type(wording)
    hands.press(Qt.Key.Key_Return)


def with_suggestions(hands: Hands) -> Studio:
    """Go from suggestion to suggestion: decide, or wave away."""
    studio = began(hands)
    for _ in range(60):
        span = studio.article.selected()
        if span is None:
            break
        said = span.cut(studio.draft.text)
        before = studio.draft
        choice = next((c for begin, c in SUGGESTED.items() if said.startswith(begin)), None)
        if choice is None:
            hands.think()
            hands.press(Qt.Key.Key_X)
        else:
            decide(hands, studio, choice, name=False)
        if studio.draft is before:
            break
    return studio


def without(hands: Hands) -> Studio:
    """Mark the words with the mouse, and type every source."""
    studio = began(hands)
    studio.article.setFocus()
    hands.press(Qt.Key.Key_H)
    for begin, (last, choice) in MARKED.items():
        text = studio.draft.text
        start = text.index(begin)
        end = text.index(last, start) + len(last)
        studio.article.reveal(Span(start, end))
        hands.think()
        points = place(studio, start), place(studio, end)
        hands.drag(studio.article.viewport(), *points)
        decide(hands, studio, choice, name=True)
    return studio


def place(studio: Studio, index: int) -> QPoint:
    """Where a character of the article is on the screen."""
    cursor = QTextCursor(studio.article.document())
    cursor.setPosition(utf16_index(studio.draft.text, index))
    return studio.article.cursorRect(cursor).center()


@dataclass(frozen=True)
class Outcome:
    """What came of it: the time by the model, what was pressed, and how many items are sound."""

    seconds: float
    done: Counter[str]
    items: int
    claims: int

    def note(self) -> str:
        """The counts in a line."""
        counts = ", ".join(f"{n} {operator}" for operator, n in sorted(self.done.items()))
        return f"{self.items} sound items of {self.claims} claims; {counts}; reading included"


def outcome(folder: Path, work: Callable[[Hands], Studio]) -> Outcome:
    """Let somebody work in a window of their own, save the bank, and look at it."""
    window = Window(folder, Settings(first_start_done=True))
    ready: list[bool] = []
    window.usable.connect(lambda: ready.append(True))
    window.show()
    window.activateWindow()
    window.open_work(None)
    spin(lambda: bool(ready))
    hands = Hands(window)
    studio = work(hands)
    spin(lambda: judged(studio))
    hands.think()
    hands.press(Qt.Key.Key_S, control=True)
    (path,) = own_banks(folder)
    bank, judgement = open_bank(path), studio.judgement
    assert judgement is not None
    flawed = {trouble.item for trouble in judgement.troubles}
    sound = [item for item in bank.usable if item.scored and item.id not in flawed]
    reading = len(words(bank.article.text)) / WORDS_A_MINUTE * 60
    found = Outcome(hands.seconds + reading, hands.done, len(sound), len(bank.map.claims))
    window.close()
    window.deleteLater()
    return found


def figures() -> Iterator[Figure]:
    """The seconds, with suggestions and without."""
    app = theme.application("bench")
    theme.apply(app, Theme.of("light", motion=False))
    runs = (("with suggestions", with_suggestions, MOST), ("without", without, MOST_ALONE))
    for name, work, most in runs:
        with tempfile.TemporaryDirectory(prefix="quizapp-bench-") as folder:
            found = outcome(Path(folder), work)
        yield Figure(f"authoring: {name}, by the model", found.seconds, "s", most, found.note())
        lacking = max(0, FEWEST_ITEMS - found.items)
        yield Figure(f"authoring: {name}, sound items lacking of 16", lacking, "", 0)


if __name__ == "__main__":
    sys.exit(report(figures()))
