"""The screen with the article on the left and something about it on the right."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from quizapp.claims import Article
from quizapp.i18n import _
from quizapp.ui.tokens import current
from quizapp.ui.widgets.article_pane import ArticlePane
from quizapp.ui.widgets.article_text import ParagraphText, SentenceText
from quizapp.ui.widgets.bar import Foot, Strip, TopBar
from quizapp.ui.widgets.buttons import Button, NavButton
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.scroll import PageScroll

QUESTION_WIDTH, COMPACT_WIDTH = 520, 464
LOW, NARROW, FEWEST_CHARACTERS = 720, 900, 45
WIDEST = 680


def pane_for(article: Article) -> ArticlePane:
    """The article on paper."""
    paragraphs = tuple(
        ParagraphText(
            paragraph.number,
            article.text[paragraph.start : paragraph.end],
            tuple(
                SentenceText(s.id, s.start - paragraph.start, s.end - paragraph.start)
                for s in paragraph.sentences
            ),
        )
        for paragraph in article.paragraphs
    )
    return ArticlePane(article.title, article.credit, paragraphs)


def reading_time(article: Article) -> str:
    """How long the article takes to read, in words."""
    minutes = max(1, round(article.minutes))
    return _("About {minutes} min to read").format(minutes=minutes)


class ReadingScreen(QWidget):
    """A bar, the article with its foot, and a question pane with its foot.

    Where the window is narrow, or the text large, article and question are two tabs. ``rearranged``
    says that compactness or tabs changed. A ``closed`` screen keeps the article away.
    """

    rearranged = Signal()
    left = Signal()

    def __init__(
        self, title: str, article: Article, parent: QWidget | None = None, *, closed: bool = False
    ) -> None:
        super().__init__(parent)
        self._closed = closed
        self.compact = False
        self.tabbed = False
        self._arranged = (False, False, 0)
        self.article = pane_for(article)
        self.bar = TopBar()
        self._title = Label(title, "body", weight=600)
        self._back = Button(_("Home"), "icon", icon="arrow-left")
        self._back.clicked.connect(self.leave)
        self._article_tab = NavButton(_("Article"), key="E")
        self._question_tab = NavButton(_("Question"), key="Q")
        self._article_tab.clicked.connect(self.show_article)
        self._question_tab.clicked.connect(self.show_question)
        self.article_foot = Foot(paper=True)
        self.question_foot = Foot(ghost_first=True)
        self._scroll = PageScroll()
        self._build()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._reveal)
        self.show_question()

    def leave(self) -> None:
        """Go back to where the arrow in the bar leads."""
        self.left.emit()

    def set_back_text(self, text: str) -> None:
        """Say where the arrow in the bar leads."""
        self._back.set_text(text)

    def set_page(self, page: QWidget) -> None:
        """Show ``page`` in the question pane; the one before it is deleted."""
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()
        page.setObjectName("page")
        self._scroll.setWidget(page)
        self.show_top()

    def show_article(self) -> None:
        """Bring the article to the front where it is a tab, and give it the keyboard."""
        if self._closed:
            return
        self._in_front(article=True)
        self.article.setFocus(Qt.FocusReason.TabFocusReason)

    def show_question(self) -> None:
        """Bring the question to the front where it is a tab."""
        self._in_front(article=False)

    def show_top(self) -> None:
        """Scroll to the top of the question pane."""
        self._scroll.verticalScrollBar().setValue(0)

    def show_end(self) -> None:
        """Scroll to the end of the question pane, once it is laid out."""
        bar = self._scroll.verticalScrollBar()
        QTimer.singleShot(0, bar, lambda: bar.setValue(bar.maximum()))

    @property
    def article_in_front(self) -> bool:
        """Whether the article is what the reader sees."""
        return not self.tabbed or self._left.isVisibleTo(self)

    @property
    def columns(self) -> int:
        """In how many columns options stand."""
        return 2 if self.tabbed else 1

    @property
    def sides(self) -> int:
        """The room at both sides of the question pane; a tab keeps its lines short."""
        if self.tabbed:
            return max(28, (self.width() - current().px(WIDEST)) // 2)
        return 20 if self.compact else 28

    def _build(self) -> None:
        self._left, self._right = QWidget(), QWidget()
        for column, body, foot in (
            (self._left, self.article, self.article_foot),
            (self._right, self._scroll, self.question_foot),
        ):
            _stack(column, body, foot)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._left)
        self._splitter.addWidget(self._right)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        _stack(self, self.bar, self._splitter)
        self._fill_bar()

    def _fill_bar(self) -> None:
        row = self.bar.row
        row.addWidget(self._back)
        row.addWidget(self._title, 1)
        row.addWidget(self._article_tab)
        row.addWidget(self._question_tab)
        self.middle = QHBoxLayout()
        self.middle.setSpacing(12)
        self.end = QHBoxLayout()
        self.end.setSpacing(16)
        self._gap = QWidget()
        row.addWidget(self._gap, 1)
        row.addLayout(self.middle)
        self._other_gap = QWidget()
        row.addWidget(self._other_gap, 1)
        row.addLayout(self.end)

    def _reveal(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Scroll so that what the keyboard went to can be seen; never under a pressed mouse."""
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is not None and not by_mouse and self._scroll.isAncestorOf(new):
            self._scroll.ensureWidgetVisible(new, 0, 8)

    def _in_front(self, *, article: bool) -> None:
        self._article_tab.setChecked(article)
        self._question_tab.setChecked(not article)
        self._left.setVisible(not self._closed and (article or not self.tabbed))
        self._right.setVisible(not article or not self.tabbed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        """Decide on compactness, tabs and the width of the question pane."""
        theme = current()
        compact = self.height() < LOW
        wide = round((COMPACT_WIDTH if compact else QUESTION_WIDTH) * (1 + (theme.scale - 1) / 2))
        characters = (self.width() - wide - 128) / (theme.px(18) * 0.46)
        tabbed = self.width() < NARROW or characters < FEWEST_CHARACTERS or self._closed
        if (compact, tabbed) != (self.compact, self.tabbed):
            article = self._article_tab.isChecked()
            self.compact, self.tabbed = compact, tabbed
            self._in_front(article=article)
            self.article.set_compact(compact)
        if (compact, tabbed, self.sides) != self._arranged:
            self._arranged = (compact, tabbed, self.sides)
            self.rearranged.emit()
        self._article_tab.setVisible(tabbed and not self._closed)
        self._question_tab.setVisible(tabbed and not self._closed)
        self._title.setVisible(not tabbed or self._closed)
        self._gap.setVisible(tabbed)
        self._other_gap.setVisible(not tabbed)
        self.question_foot.set_sides(self.sides)
        self._right.setMinimumWidth(0 if tabbed else min(wide, self.width() // 2))
        if not tabbed and self._splitter.property("arranged") != wide:
            self._splitter.setProperty("arranged", wide)
            self._splitter.setSizes([self.width() - wide - 1, wide])


def _stack(holder: QWidget, *parts: QWidget) -> None:
    """Put the parts on top of each other without a gap; bars and feet keep their height."""
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 0 if isinstance(part, Strip) else 1)
