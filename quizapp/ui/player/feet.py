"""What stands below the article: marks and how to make them, or what the colours mean."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.claims import Article
from quizapp.i18n import _, n_
from quizapp.report import Feedback
from quizapp.ui.player.reading import ReadingScreen, reading_time
from quizapp.ui.tokens import MARK_RADIUS, current
from quizapp.ui.widgets.article_text import Highlight
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.tag import IconLabel

LEGEND_GAP = 20


class Swatch(QWidget):
    """A sample of how words are drawn: those that show it, or the reader's own mark."""

    def __init__(self, *, mark: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing, self._is_mark = "", mark
        self.setFixedSize(QSize(28, 18))

    def show_standing(self, standing: str) -> None:
        """Take the colour of another standing."""
        self._standing = standing
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._is_mark:
            painter.setPen(QColor(0, 0, 0, 0))
            painter.setBrush(QColor(theme.evidence(self._standing)))
            painter.drawRoundedRect(QRectF(0, 1, 28, 15), MARK_RADIUS, MARK_RADIUS)
            pen = QPen(theme.color(self._standing or "accent"), 2)
        else:
            pen = QPen(theme.color("accent"), 1.5)
            pen.setDashPattern([3, 2.4])
        painter.setPen(pen)
        painter.drawLine(0, 16, 28, 16)
        painter.end()


class ArticleFoot:
    """Fills the foot below the article. ``note`` says that a summary is read, where one is."""

    def __init__(self, screen: ReadingScreen, article: Article) -> None:
        row = screen.article_foot.row
        self._pen, self._count = IconLabel("highlighter"), Label("", "small", weight=500)
        self._how = Label("", "small", tone="text2")
        self._shows = Swatch(mark=False)
        self._shown = _legend(self._shows, _("The words that show it"))
        self._marked = _legend(Swatch(mark=True), _("Your mark"))
        self._reading: tuple[QWidget, ...] = (self._pen, self._count, self._how)
        for part in (*self._reading, self._shown, self._marked):
            row.addWidget(part)
        row.addStretch(1)
        note = _("A summary, not the article itself") if article.summary else ""
        self._note = Label(note or reading_time(article), "small", tone="text2")
        self._note.setToolTip(reading_time(article) if note else "")
        row.addWidget(self._note)
        self.show_reading()

    def show_reading(self) -> None:
        """Nothing is to be marked."""
        self._say(_("Read"), _("↑ ↓ move by sentence"), "book-open")
        self._legend(shown=False, marked=False)

    def show_marking(self, marks: int, select: str) -> None:
        """So much is marked, and how to mark."""
        if select == "words":
            count = n_("{n} place marked", "{n} places marked", marks).format(n=marks)
            how = _("drag over the words · Space marks")
        else:
            count = n_("{n} sentence marked", "{n} sentences marked", marks).format(n=marks)
            how = _("Space marks · ↑ ↓ move by sentence")
        self._say(count, how, "highlighter")
        self._legend(shown=False, marked=False)

    def show_legend(self, standings: Sequence[str], *, marked: bool) -> None:
        """What the colours in the article mean, once the feedback is there."""
        for part in self._reading:
            part.hide()
        if standings:
            self._shows.show_standing(standings[0])
        self._legend(shown=bool(standings), marked=marked)

    def set_narrow(self, on: bool) -> None:
        """Leave the note out where there is no room for it."""
        self._note.setVisible(not on)

    def _say(self, count: str, how: str, icon: str) -> None:
        self._pen.set_icon(icon)
        self._count.setText(count)
        self._how.setText(how)
        for part in self._reading:
            part.show()

    def _legend(self, *, shown: bool, marked: bool) -> None:
        self._shown.setVisible(shown)
        self._marked.setVisible(marked)


def _legend(swatch: Swatch, words: str) -> QWidget:
    """A swatch with what it means, and room before what follows."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, LEGEND_GAP, 0)
    row.setSpacing(8)
    row.addWidget(swatch)
    row.addWidget(Label(words, "small", weight=500))
    return holder


def show_evidence(screen: ReadingScreen, foot: ArticleFoot, feedback: Feedback) -> None:
    """Mark in the article the words that show it, and bring the first of them into view."""
    spans = [Highlight(s.paragraph, s.start, s.end, s.standing) for s in feedback.evidence]
    marked = bool(screen.article.marks())
    screen.article.set_markable(False)
    screen.article.show_evidence(spans)
    foot.show_legend([shown.standing for shown in feedback.evidence], marked=marked)
    for first in feedback.evidence[:1]:
        screen.article.scroll_to(first.paragraph, first.start, first.end)
