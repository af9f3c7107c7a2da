"""A list of many rows of one height, painted from the look: only what is in view costs anything."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from quizapp.ui.style import draw_ring
from quizapp.ui.tokens import Theme, current

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
Paint = Callable[[QPainter, QRectF, Any, bool, bool, Theme], None]
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Model(QAbstractListModel, Generic[Row]):
    """The rows, and the words of each for a screen reader and the tool tip."""

    def __init__(self, spoken: Callable[[Row], str]) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self._spoken = spoken

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; where there are as many, nothing but them is drawn anew."""
        if len(rows) == len(self.rows):
            pairs = enumerate(zip(self.rows, rows, strict=True))
            changed = [n for n, (old, new) in pairs if old != new]
            self.rows = tuple(rows)
            for n in changed:
                self.dataChanged.emit(self.index(n), self.index(n))
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if role in wanted and 0 <= index.row() < len(self.rows):
            return self._spoken(self.rows[index.row()])
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: "RowList[Any]", paint: Paint, height: Callable[[], int]) -> None:
        super().__init__(view)
        self._view, self._paint, self._height = view, paint, height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current()
        place = QRectF(option.rect)
        state = option.state
        chosen = index.row() == self._view.currentIndex().row()
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, place, self._view.rows()[index.row()], chosen, hover, theme)
        if chosen and self._view.hasFocus():
            draw_ring(painter, place.adjusted(2, 2, -2, -2), theme)
        painter.restore()


class RowList(QListView, Generic[Row]):
    """``chosen`` comes with the number of the row one is at, ``entered`` when Enter is pressed."""

    chosen = Signal(int)
    entered_row = Signal(int)

    def __init__(
        self,
        name: str,
        paint: Paint,
        height: Callable[[], int],
        spoken: Callable[[Row], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model: _Model[Row] = _Model(spoken)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self, paint, height))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(name)
        self.setObjectName("rows")
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self._told = True

    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[Row], at: int) -> None:
        """Show these, and be at one of them without a signal; at none below 0."""
        if tuple(rows) != self._model.rows:
            self._model.set_rows(rows)
        self.go_to(at)

    def go_to(self, at: int) -> None:
        """Be at a row, without a signal."""
        self._told = False
        index = self._model.index(at) if 0 <= at < len(self._model.rows) else QModelIndex()
        if index != self.currentIndex():
            self.setCurrentIndex(index)
            if index.isValid():
                self.scrollTo(index)
            self.viewport().update()
        self._told = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTERS and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if self._told and now.isValid():
            self.chosen.emit(now.row())
