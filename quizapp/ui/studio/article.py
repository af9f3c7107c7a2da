"""The article in the studio: read, marked by words, and corrected in place."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from quizapp.app.authoring.cleaning import plain
from quizapp.app.authoring.wording import Splice, splice_between
from quizapp.claims import Span
from quizapp.i18n import _
from quizapp.text import codepoint_index, utf16_index
from quizapp.ui import standings
from quizapp.ui.studio import article_lines
from quizapp.ui.studio.article_lines import Page, Underlined
from quizapp.ui.tokens import current
from quizapp.ui.widgets.field import announce

TEXT_SIZE, LINE = 16, 24
NUMBER, LEFT, RIGHT, TOP = 20, 68, 32, 12
BETWEEN = 12  # the height of the empty line that parts paragraphs
_WORD_EDGE = ' \n\t.,;:!?“”‘"()[]—–…'


class StudioArticle(QTextEdit):
    """The article, in which words are selected and given a standing with a digit.

    Arrows move by word, and with Shift select; Space goes to the next suggestion, X waves it away,
    H hides them all.
    While the text is edited, keys type, and every change comes as ``typed``. All places are code
    points of the text.
    """

    typed = Signal(object)
    standing_wanted = Signal(object, str)
    claim_wanted = Signal(str)
    next_wanted = Signal(int)
    dismiss_wanted = Signal()
    suggestions_wanted = Signal()
    source_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._wide = False  # whether some character takes two of Qt's units
        self._applying = False
        self._claims: tuple[Underlined, ...] = ()
        self._suggestions: tuple[Span, ...] = ()
        self._current = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setCursorWidth(2)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._on_changed)
        self.selectionChanged.connect(lambda: self.picked.emit(self.selected()))
        self.set_editing(False)

    # what the screen calls

    def show_text(self, text: str) -> None:
        """Show this text; where it differs, only what differs is changed."""
        if text == self._text and self.document().characterCount() > 1:
            return
        splice = splice_between(self._text, text)
        self._applying = True
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._at(splice.at))
        end = self._at(splice.at + splice.removed)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        first = not self._text
        self._text, self._wide = text, any(c > "\uffff" for c in text)
        cursor.insertText(splice.words, self._letters())
        self._format(splice.at, splice.at + len(splice.words), everything=first)
        if first:
            self.moveCursor(QTextCursor.MoveOperation.Start)
        self._applying = False

    def show_marks(self, claims: Sequence[Underlined], suggestions: Sequence[Span]) -> None:
        """Underline these claims, and dash these suggestions."""
        wanted = tuple(claims), tuple(suggestions)
        if wanted != (self._claims, self._suggestions):
            self._claims, self._suggestions = wanted
            self.viewport().update()

    def set_current(self, claim: str) -> None:
        """Fill the words of this claim."""
        if claim != self._current:
            self._current = claim
            self.viewport().update()

    def reveal(self, span: Span) -> None:
        """Bring a place into view."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._at(span.start))
        rect = self.cursorRect(cursor)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if rect.top() < 0 or rect.bottom() + 2 * LINE > height:
            bar.setValue(bar.value() + rect.top() - height // 3)

    def select(self, span: Span) -> None:
        """Select these words and bring them into view."""
        cursor = self.textCursor()
        cursor.setPosition(self._at(span.start))
        cursor.setPosition(self._at(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.reveal(span)
        announce(self, span.cut(self._text))

    def leave_selection(self) -> None:
        """Stand behind what is selected, with nothing selected."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.setTextCursor(cursor)

    def selected(self) -> Span | None:
        """What is selected, in whole words and without the blanks at its ends."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start, end = self._index(cursor.selectionStart()), self._index(cursor.selectionEnd())
        words = self._text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        return Span(start, end) if start < end else None

    def place(self) -> int:
        """Where the caret is."""
        return self._index(self.textCursor().position())

    def set_editing(self, on: bool) -> None:
        """Let keys type, or mark."""
        self._editing = on
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(
            flags.TextEditorInteraction
            if on
            else flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Article, to be corrected") if on else _("Article, to be marked"))

    @property
    def editing(self) -> bool:
        """Whether keys type."""
        return self._editing

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_wanted.emit()
        elif self._editing:
            super().keyPressEvent(event)
        elif not self._mark_key(event):
            self._move_key(event)

    def _mark_key(self, event: QKeyEvent) -> bool:
        """Keys that mean something for claims; whether this was one."""
        key = Qt.Key(event.key())
        plain_key = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if plain_key and Qt.Key.Key_1 <= key <= Qt.Key.Key_7:
            self.standing_wanted.emit(self.selected(), standings.ORDER[key - Qt.Key.Key_1])
        elif key == Qt.Key.Key_Space and (plain_key or shift):
            self.next_wanted.emit(-1 if shift else 1)
        elif plain_key and key in (Qt.Key.Key_X, Qt.Key.Key_Delete):
            self.dismiss_wanted.emit()
        elif plain_key and key == Qt.Key.Key_H:
            self.suggestions_wanted.emit()
        elif plain_key and key == Qt.Key.Key_Tab:
            self.source_wanted.emit()
        else:
            return False
        event.accept()
        return True

    def _move_key(self, event: QKeyEvent) -> None:
        """Arrows move by word and line; the rest is left to Qt, and to the screen."""
        moves = QTextCursor.MoveOperation
        found = {
            Qt.Key.Key_Right: moves.NextWord,
            Qt.Key.Key_Left: moves.PreviousWord,
            Qt.Key.Key_Down: moves.Down,
            Qt.Key.Key_Up: moves.Up,
            Qt.Key.Key_Home: moves.StartOfLine,
            Qt.Key.Key_End: moves.EndOfLine,
        }.get(Qt.Key(event.key()))
        wanted = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = wanted == Qt.KeyboardModifier.ShiftModifier
        if found is None or (wanted and not shift):
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
                event.ignore()
            return
        cursor = self.textCursor()
        mode = QTextCursor.MoveMode.KeepAnchor if shift else QTextCursor.MoveMode.MoveAnchor
        if shift and found == moves.NextWord:
            found = moves.EndOfWord if self._before_end_of_word(cursor) else moves.NextWord
            cursor.movePosition(found, mode)
            if found == moves.NextWord:
                cursor.movePosition(moves.EndOfWord, mode)
        else:
            cursor.movePosition(found, mode)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self._tell_claim()

    def _before_end_of_word(self, cursor: QTextCursor) -> bool:
        at = self._index(cursor.position())
        return at < len(self._text) and self._text[at] not in _WORD_EDGE

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
            and not self._editing
        ):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press inside what is selected begins another selection, and drags no words away."""
        cursor = self.textCursor()
        if cursor.hasSelection() and not event.modifiers():
            cursor.clearSelection()
            self.setTextCursor(cursor)
        super().mousePressEvent(event)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()
        if self.textCursor().hasSelection():
            self._to_whole_words()
        else:
            self._tell_claim()

    def _to_whole_words(self) -> None:
        """A drag takes the words that it touches whole."""
        if self._editing or (span := self.selected()) is None:
            return
        start, end = span.start, span.end
        while start and self._text[start - 1] not in _WORD_EDGE:
            start -= 1
        while end < len(self._text) and self._text[end] not in _WORD_EDGE:
            end += 1
        self.select(Span(start, end))

    def _tell_claim(self) -> None:
        """Choose the claim that the caret stands on."""
        if self._editing or self.textCursor().hasSelection():
            return
        at = self.place()
        found = [c for c in self._claims for s in c.spans if s.start <= at < s.end]
        if found:
            self.claim_wanted.emit(found[0].claim)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        self.insertPlainText(plain(source.text()))

    # how it works

    def _on_changed(self) -> None:
        if self._applying:
            return
        text = self.toPlainText()
        splice = splice_between(self._text, text)
        if splice == Splice(splice.at, 0, ""):
            return
        self._text, self._wide = text, self._wide or any(c > "\uffff" for c in splice.words)
        if "\n" in splice.words or splice.removed > 1:
            self._applying = True
            self._format(splice.at, splice.at + len(splice.words))
            self._applying = False
        self.typed.emit(splice)

    def _at(self, index: int) -> int:
        return utf16_index(self._text, index) if self._wide else index

    def _index(self, position: int) -> int:
        return codepoint_index(self._text, position) if self._wide else position

    def _letters(self) -> QTextCharFormat:
        letters, theme = QTextCharFormat(), current()
        font = theme.font("reading")
        font.setPixelSize(theme.px(TEXT_SIZE))
        letters.setFont(font)
        letters.setForeground(theme.color("text"))
        return letters

    def _format(self, start: int, end: int, *, everything: bool = False) -> None:
        """Give the lines between two places their height: an empty one parts paragraphs."""
        document, theme = self.document(), current()
        block = document.begin() if everything else document.findBlock(self._at(start))
        last = document.characterCount() if everything else self._at(end) + 1
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        while block.isValid() and block.position() <= last:
            style = QTextBlockFormat()
            empty = block.length() <= 1 and block.next().isValid() and not self._editing
            style.setLineHeight(theme.px(BETWEEN if empty else LINE), fixed)
            cursor = QTextCursor(block)
            cursor.setBlockFormat(style)
            cursor.setBlockCharFormat(self._letters())
            block = block.next()

    def _rebuild(self) -> None:
        text, self._text = self._text, ""
        self._applying = True
        self.clear()
        self._applying = False
        self.show_text(text)
        self._set_margins()

    def _set_margins(self) -> None:
        frame = self.document().rootFrame()
        style = frame.frameFormat()
        theme = current()
        left = LEFT + theme.grow(16) - 16
        if (style.leftMargin(), style.rightMargin()) != (left, RIGHT):
            style.setLeftMargin(left)
            style.setRightMargin(RIGHT)
            style.setTopMargin(TOP)
            style.setBottomMargin(40)
            self._applying = True
            frame.setFrameFormat(style)
            self._applying = False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._text:
            self._rebuild()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        page = self._page()
        painter = QPainter(self.viewport())
        article_lines.under(painter, page, self._claims, self._current)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        article_lines.over(painter, page, self._claims, self._suggestions, self._current)
        article_lines.numbers(painter, page.theme, self._numbered(page), NUMBER)
        painter.end()

    def _page(self) -> Page:
        view = self.viewport()
        first = self.cursorForPosition(view.rect().topLeft()).block().position()
        bottom = self.cursorForPosition(view.rect().bottomRight()).block()
        last = bottom.position() + bottom.length()
        seen = Span(self._index(first), max(self._index(first) + 1, self._index(last)))
        left = self.document().rootFrame().frameFormat().leftMargin()
        return Page(current(), self._rects, left, seen)

    def _rects(self, span: Span) -> list[QRectF]:
        down = self.verticalScrollBar().value()
        size = current().px(TEXT_SIZE)
        start, end = self._at(span.start), self._at(span.end)
        found = article_lines.rects_of(self.document(), start, end, size)
        return [rect.translated(0, -down) for rect in found]

    def _numbered(self, page: Page) -> list[tuple[int, float, float]]:
        """The paragraphs in view, counted without the empty lines."""
        down, found, number = self.verticalScrollBar().value(), list[tuple[int, float, float]](), 0
        layout = self.document().documentLayout()
        block = self.document().begin()
        first, last = self._at(page.seen.start), self._at(page.seen.end)
        while block.isValid() and block.position() <= last:
            number += block.length() > 1
            if block.length() > 1 and block.position() + block.length() > first:
                top = layout.blockBoundingRect(block).top() - down
                found.append((number, top, current().px(LINE)))
            block = block.next()
        return found
