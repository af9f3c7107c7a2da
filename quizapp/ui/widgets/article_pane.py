"""The article: read, moved through by sentence, marked, and shown with its evidence."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QPropertyAnimation,
    QRectF,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from quizapp.i18n import _
from quizapp.ui.tokens import current
from quizapp.ui.widgets import article_paint, article_text
from quizapp.ui.widgets.article_marks import Marks
from quizapp.ui.widgets.article_paint import Sheet, Shown
from quizapp.ui.widgets.article_text import (
    ArticleText,
    Highlight,
    Margins,
    ParagraphText,
    Place,
    SentenceText,
)

__all__ = ["ArticlePane", "Highlight", "ParagraphText", "SentenceText"]

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}


class ArticlePane(QTextEdit):
    """The article on paper. Everything is said in paragraphs and code points.

    Keys: arrows move by sentence, Home and End to the first and the last, Space marks. Where words
    are marked instead, left and right move by word, Shift takes more words, Space marks them; a
    mouse marks by dragging. ``marks_changed`` carries the ids: ``p2s3``, or ``p2:14-37``.
    """

    marks_changed = Signal(tuple)

    def __init__(
        self,
        title: str,
        byline: str,
        paragraphs: Sequence[ParagraphText],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title, self._byline = title, byline
        self._text = ArticleText(paragraphs)
        self._marks = Marks(self._text)
        self._shown = Shown()
        self._compact = False
        self._markable = False
        self._pressed: int | None = None
        self._waiting: Place | None = None  # to be scrolled to when the pane is shown
        self._scroll = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._scroll.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fill = QVariantAnimation(self)
        self._fill.valueChanged.connect(self._set_strength)
        self._scroll.finished.connect(self._fill.start)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(_("Article: {title}").format(title=title))
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        self._rebuild()
        self.set_markable(False)

    # what the screens call

    def set_markable(self, on: bool, select: str = "sentences") -> None:
        """Let the reader mark sentences, or ``words``, or only read."""
        self._markable = on
        self._marks.select = select
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.NoTextInteraction if on else flags.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show(hover=None)

    def marks(self) -> tuple[str, ...]:
        """The ids of what is marked, in the order of the article."""
        return self._marks.ids()

    def set_marks(self, ids: Sequence[str]) -> None:
        """Show these marks, without a signal. Ids that are not in the article are left out."""
        self._marks.set(ids)
        self._show(marks=self._marks.places())

    def show_evidence(self, spans: Sequence[Highlight]) -> None:
        """Show the words that show it; the reader's own marks become a dashed line."""
        self._fill.stop()
        self._show(highlights=tuple(spans), strength=1.0)

    def clear_evidence(self) -> None:
        """Show the reader's marks again and nothing else."""
        self._scroll.stop()
        self._show(highlights=(), strength=1.0, ring_on=self.hasFocus())

    def scroll_to(self, paragraph: int, start: int, end: int) -> None:
        """Bring a place into view, then let the fill of the evidence come up."""
        theme, place = current(), Place(paragraph, start, end)
        if not self.isVisible():
            self._waiting = place
            self._show(strength=1.0)
            return
        target = self._target(place)
        self._scroll.stop()
        self._fill.stop()
        if not theme.motion:
            if target is not None:
                self.verticalScrollBar().setValue(target)
            self._show(ring=place, ring_on=True, strength=1.0)
            return
        self._fill.setDuration(160)
        self._fill.setStartValue(0.0)
        self._fill.setEndValue(1.0)
        self._show(strength=0.0)
        if target is None:
            self._fill.start()
            return
        self._scroll.setDuration(200)
        self._scroll.setEndValue(target)
        self._scroll.start()

    def focus_sentence(self, sentence: str) -> None:
        """Put the reader's place on a sentence and bring it into view."""
        if self._marks.go_to(sentence):
            self._moved()

    def set_compact(self, on: bool) -> None:
        """Narrower margins and a smaller title for a low window."""
        if on != self._compact:
            self._compact = on
            self._rebuild()

    # keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        if key in _STEPS and (not modifiers or shift):
            by_line = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            self._marks.move(_STEPS[key], by_line=by_line, extend=shift)
            self._moved()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not modifiers:
            self._marks.jump(last=key == Qt.Key.Key_End)
            self._moved()
        elif key == Qt.Key.Key_Space and not modifiers and self._markable:
            self._toggle(self._marks.here())
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) or event.matches(
            QKeySequence.StandardKey.Copy
        ):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        event.accept()
        self._show(ring_on=False)
        if self._markable and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._position(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        event.accept()
        if not self._markable or self._shown.highlights:
            return
        at = self._position(event)
        if self._marks.select == "words" and self._pressed is not None:
            self._show(hover=self._dragged(self._pressed, at))
        else:
            here = self._unit(at)
            self._show(hover=here)
            shape = Qt.CursorShape.PointingHandCursor if here else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()
        start, self._pressed = self._pressed, None
        if start is None or not self._markable or self._shown.highlights:
            return
        at = self._position(event)
        place = self._unit(at)
        if self._marks.select == "words":
            place = self._dragged(start, at)
        elif self._unit(start) != place:
            place = None
        if place is not None:
            self._marks.stand_on(place)
            self._toggle(place)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show(hover=None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._show(ring=self._marks.here(), ring_on=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show(ring_on=False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        place, self._waiting = self._waiting, None
        if place is not None:
            self._jump(place)
            QTimer.singleShot(0, self, lambda: self._jump(place))  # its size is final only then

    def _jump(self, place: Place) -> None:
        """Bring a place into view at once."""
        target = self._target(place)
        if target is not None:
            self.verticalScrollBar().setValue(target)

    # painting

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._rebuild()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        sheet = self._sheet()
        painter = QPainter(self.viewport())
        article_paint.under(painter, sheet, self._shown)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        article_paint.over(painter, sheet, self._shown)
        painter.end()

    # how it works

    def _rebuild(self) -> None:
        article_text.fill(
            self.document(),
            current(),
            self._title,
            self._byline,
            self._text.paragraphs,
            compact=self._compact,
        )
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._set_margins()
        self.viewport().update()

    def _set_margins(self) -> None:
        article_text.set_margins(self.document(), self._margins(), compact=self._compact)

    def _margins(self) -> Margins:
        digits = len(str(len(self._text.paragraphs)))
        return Margins.of(current(), self.viewport().width(), compact=self._compact, digits=digits)

    def _sheet(self) -> Sheet:
        bar = self.verticalScrollBar()
        return Sheet(
            theme=current(),
            text=self._text,
            rects=self._rects,
            margins=self._margins(),
            width=self.viewport().width(),
            height=self.viewport().height(),
            more=bar.value() < bar.maximum(),
        )

    def _rects(self, place: Place) -> list[QRectF]:
        down = self.verticalScrollBar().value()
        size = current().px(18)
        found = self._text.rects(self.document(), place, size)
        return [rect.translated(0, -down) for rect in found]

    def _show(self, **changes: object) -> None:
        shown = replace(self._shown, **changes)  # type: ignore[arg-type]  # fields by name
        if shown != self._shown:
            self._shown = shown
            self.viewport().update()

    def _set_strength(self, strength: float) -> None:
        self._show(strength=float(strength))

    def _position(self, event: QMouseEvent) -> int:
        return self.cursorForPosition(event.position().toPoint()).position()

    def _unit(self, position: int) -> Place | None:
        at = self._text.at(self.document(), position)
        return self._marks.unit_at(*at) if at else None

    def _dragged(self, start: int, end: int) -> Place | None:
        one = self._text.at(self.document(), start)
        other = self._text.at(self.document(), end)
        return self._marks.between(one, other) if one and other else None

    def _toggle(self, place: Place | None) -> None:
        if place is None or self._shown.highlights:
            return
        on = self._marks.toggle(place)
        self._show(marks=self._marks.places(), hover=None)
        self._announce(_("Marked") if on else _("Mark removed"))
        self.marks_changed.emit(self._marks.ids())

    def _moved(self) -> None:
        place = self._marks.here()
        if place is None:
            return
        self._show(ring=place, ring_on=self.hasFocus())
        self._waiting = None if self.isVisible() else place
        self._jump(place)
        words = self._text.cut(place)
        if self._marks.marked(place):
            words = _("{words} Marked.").format(words=words)
        self.setAccessibleDescription(words)
        self._announce(words)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _target(self, place: Place) -> int | None:
        """Where to scroll so that a place can be seen, or nothing where it can be seen."""
        rects = self._rects(place)
        if not rects:
            return None
        bar, height = self.verticalScrollBar(), self.viewport().height()
        line = current().line_height("reading")
        top, bottom = rects[0].top() - line / 2, rects[-1].bottom() + line
        if top >= 0 and bottom <= height - article_paint.FADE:
            return None
        lead = min(height / 3, max(line, (height - (bottom - top)) / 2))
        wanted = self._text.line_above(self.document(), bar.value() + top - lead, current())
        return max(bar.minimum(), min(bar.maximum(), wanted))
