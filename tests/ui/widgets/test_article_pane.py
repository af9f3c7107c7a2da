"""Reading, marking and being shown the words of an article."""

import itertools
import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui import theme
from quizapp.ui.theme import Theme
from quizapp.ui.widgets.article_pane import ArticlePane, Highlight, ParagraphText, SentenceText
from quizapp.ui.widgets.article_text import Place

TEXTS = (
    "The committee voted on Tuesday. The minutes say five to two.",
    "A flag 🇺🇦 was seen 😀 there. “We shut it ourselves,” she said. Nobody denied it.",
    "The engineer said that she had no answer yet.",
)


def _paragraphs(times: int = 1) -> list[ParagraphText]:
    found = []
    for number, text in enumerate(TEXTS * times, start=1):
        spans = [m.span() for m in re.finditer(r"[^.]+\.(?=\s|$)", text)]
        starts = [(s + len(text[s:e]) - len(text[s:e].lstrip()), e) for s, e in spans]
        sentences = [
            SentenceText(f"p{number}s{n}", s, e) for n, (s, e) in enumerate(starts, start=1)
        ]
        found.append(ParagraphText(number, text, tuple(sentences)))
    return found


@pytest.fixture
def pane(qtbot: QtBot) -> ArticlePane:
    """A pane that shows a short article and takes marks."""
    pane = ArticlePane("A water main", "The Courier", _paragraphs())
    qtbot.addWidget(pane)
    pane.resize(760, 684)
    pane.set_markable(True)
    pane.show()
    return pane


def _middle(pane: ArticlePane, place: Place) -> QPoint:
    return pane._rects(place)[0].center().toPoint()


def test_the_keyboard_marks_a_sentence_and_takes_the_mark_away(
    qtbot: QtBot, pane: ArticlePane
) -> None:
    """Arrow, Space: no mouse is needed."""
    QTest.keyClick(pane, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.marks_changed) as signal:
        QTest.keyClick(pane, Qt.Key.Key_Space)
    QTest.keyClick(pane, Qt.Key.Key_Down)
    QTest.keyClick(pane, Qt.Key.Key_Space)
    QTest.keyClick(pane, Qt.Key.Key_Up)
    QTest.keyClick(pane, Qt.Key.Key_Space)

    assert signal.args == [("p1s2",)]
    assert pane.marks() == ("p2s1",)


def test_home_and_end_lead_to_the_first_and_the_last_sentence(
    qtbot: QtBot, pane: ArticlePane
) -> None:
    """Long articles have a short way."""
    for key in (Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_Space):
        QTest.keyClick(pane, key)

    assert pane.marks() == ("p1s1", "p3s1")


def test_a_click_marks_the_sentence_under_it_beyond_emoji_too(
    qtbot: QtBot, pane: ArticlePane
) -> None:
    """Characters that Qt counts twice do not shift the mark."""
    start = TEXTS[1].index("Nobody")
    at = _middle(pane, Place(2, start, start + 6))

    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert pane.marks() == ("p2s3",)


def test_marks_come_back_in_the_order_of_the_article(pane: ArticlePane) -> None:
    """Resuming shows what was marked; an id from elsewhere is left out."""
    pane.set_marks(("p3s1", "p1s2", "p9s9"))

    assert pane.marks() == ("p1s2", "p3s1")


def test_an_article_that_is_only_read_takes_no_mark(qtbot: QtBot, pane: ArticlePane) -> None:
    """Questions without marks leave the article alone."""
    pane.set_markable(False)

    QTest.keyClick(pane, Qt.Key.Key_Space)
    at = _middle(pane, Place(1, 0, 5))
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert pane.marks() == ()


def test_dragging_marks_whole_words(qtbot: QtBot, pane: ArticlePane) -> None:
    """Where an item asks for words, a drag from inside one to inside another takes both."""
    pane.set_markable(True, "words")
    first, last = TEXTS[1].index("flag"), TEXTS[1].index("there")
    begin, end = Place(2, first + 1, first + 3), Place(2, last + 1, last + 4)

    left = Qt.MouseButton.LeftButton
    QTest.mousePress(pane.viewport(), left, pos=_middle(pane, begin))
    QTest.mouseMove(pane.viewport(), _middle(pane, end))
    QTest.mouseRelease(pane.viewport(), left, pos=_middle(pane, end))

    assert pane.marks() == (f"p2:{first}-{last + 5}",)
    assert TEXTS[1][first : last + 5] == "flag 🇺🇦 was seen 😀 there"


def test_words_are_marked_by_keyboard_as_well(qtbot: QtBot, pane: ArticlePane) -> None:
    """Shift and an arrow take more words, Space marks them, Space again takes them away."""
    pane.set_markable(True, "words")

    QTest.keyClick(pane, Qt.Key.Key_Right)
    QTest.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(pane, Qt.Key.Key_Space)
    marked = pane.marks()
    QTest.keyClick(pane, Qt.Key.Key_Space)

    assert marked == ("p1:4-19",)
    assert TEXTS[0][4:19] == "committee voted"
    assert pane.marks() == ()


def test_evidence_is_scrolled_to_and_filled(qtbot: QtBot, qapp: QApplication) -> None:
    """The words that show it come into view, with their tint."""
    theme.apply(qapp, Theme.of("light", motion=False))
    pane = ArticlePane("A long one", "", _paragraphs(times=12))
    qtbot.addWidget(pane)
    pane.resize(600, 300)
    pane.show()
    place = Place(34, 4, 13)

    pane.show_evidence([Highlight(34, 4, 13, "unknown")])
    pane.scroll_to(34, 4, 13)

    rect = pane._rects(place)[0]
    assert 0 <= rect.top() < rect.bottom() <= pane.viewport().height() - 36
    tint = QColor(theme.current().evidence("unknown"))
    image = pane.grab().toImage()
    assert image.pixelColor(round(rect.left()), round(rect.top()) + 1) == tint


def test_scrolling_ends_at_a_line(qtbot: QtBot, qapp: QApplication) -> None:
    """No line is cut through at the top of the pane."""
    pane = ArticlePane("A long one", "", _paragraphs(times=12))
    qtbot.addWidget(pane)
    pane.resize(600, 300)
    pane.show()

    pane.focus_sentence("p20s2")

    line = theme.current().line_height("reading")
    places = [Place(p.number, 0, len(p.text)) for p in pane._text.paragraphs]
    middles = [rect.center().y() for place in places for rect in pane._rects(place)]
    first = min(middle for middle in middles if middle > 0)
    assert pane.verticalScrollBar().value() > 0
    assert first == pytest.approx(line / 2, abs=4)


@pytest.mark.parametrize("motion", [False, True])
def test_nothing_moves_for_a_reader_who_wants_no_motion(
    qtbot: QtBot, qapp: QApplication, motion: bool
) -> None:
    """The article stands at the place at once, or glides there for a reader who lets it."""
    theme.apply(qapp, Theme.of("light", motion=motion))
    pane = ArticlePane("A long one", "", _paragraphs(times=12))
    qtbot.addWidget(pane)
    pane.resize(600, 300)
    pane.show()

    pane.scroll_to(20, 0, 10)
    at_once = pane.verticalScrollBar().value()
    theme.apply(qapp, Theme.of("light", motion=False))

    assert (at_once == 0) is motion


def test_evidence_closes_the_marks(qtbot: QtBot, pane: ArticlePane) -> None:
    """After the answer the marks are shown and stay as they were."""
    pane.set_marks(("p1s1",))
    pane.show_evidence([Highlight(1, 0, 5, "confirmed")])

    QTest.keyClick(pane, Qt.Key.Key_Space)
    pane.clear_evidence()

    assert pane.marks() == ("p1s1",)


def test_the_ring_follows_the_keyboard_and_goes_with_the_focus(
    qtbot: QtBot, pane: ArticlePane
) -> None:
    """A reader sees which sentence Space would mark."""
    pane.setFocus(Qt.FocusReason.TabFocusReason)
    pane.focus_sentence("p2s2")

    assert pane._shown.ring == Place(2, *_span(1, "p2s2"))
    assert pane.accessibleDescription() == "“We shut it ourselves,” she said."


def _span(paragraph: int, sentence: str) -> tuple[int, int]:
    sentences = _paragraphs()[paragraph].sentences
    return next((s.start, s.end) for s in sentences if s.id == sentence)


def test_lines_keep_their_length_in_a_wide_window(pane: ArticlePane) -> None:
    """No line is longer than 75 characters of the article's face, at any width."""
    narrow = pane._margins()
    pane.resize(1400, 684)
    wide = pane._margins()

    assert (narrow.number, narrow.left, narrow.right) == (40, 84, 44)
    assert pane.viewport().width() - wide.left - wide.right <= 75 * 9.2


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_highlight_lies_on_its_line_and_not_on_the_next(
    qtbot: QtBot, qapp: QApplication, pane: ArticlePane, scale: float
) -> None:
    """Marks of neighbouring lines do not run into each other."""
    theme.apply(qapp, Theme.of("light", scale))

    rects = pane._rects(Place(2, 0, len(TEXTS[1])))

    assert len(rects) >= 2
    for one, other in itertools.pairwise(rects):
        assert one.bottom() < other.top()
        assert other.top() - one.top() == pytest.approx(
            theme.current().line_height("reading"), 0.02
        )


class _Holder(QWidget):
    """Stands for the screen round the article: writes down the keys that reach it."""

    def __init__(self, heard: list[int]) -> None:
        super().__init__()
        self._heard = heard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._heard.append(event.key())


def test_other_keys_go_on_to_the_screen(qtbot: QtBot) -> None:
    """Digits answer the question even while the article has the focus."""
    heard: list[int] = []

    holder = _Holder(heard)
    pane = ArticlePane("A water main", "", _paragraphs(), holder)
    qtbot.addWidget(holder)

    QTest.keyClick(pane, Qt.Key.Key_5)
    QTest.keyClick(pane, Qt.Key.Key_Down)

    assert heard == [Qt.Key.Key_5]
