"""The picture beside a question: chosen from a file, with the words that stand for it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from quizapp.app.authoring.pictures import DraftPictures
from quizapp.bank.pictures import MOST_BYTES
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.items import Picture
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.forms import TextBox, labelled

MOST_READ = 40_000_000


class PictureField(QWidget):
    """Emits ``swapped`` when the picture is another one, ``changed`` when its words are.

    ``failed`` carries what went wrong.
    """

    swapped = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures: DraftPictures | None = None
        self._file = ""
        self.alternative = TextBox(_("What the picture shows, in words"), rows=2)
        self.alternative.setPlaceholderText(_("for whoever cannot see it"))
        self.alternative.changed.connect(lambda _words: self.changed.emit())
        self.choose = Button("", "secondary")
        self.choose.clicked.connect(self._ask)
        self.gone = Button(_("Take the picture out"), "ghost", icon="trash-2")
        self.gone.clicked.connect(self.take_out)
        self._words = QWidget()
        held = labelled(_("What the picture shows, in words"), self.alternative)
        self._words.setLayout(held)
        self._lay_out()
        self._show()

    def show_picture(self, picture: Picture | None) -> None:
        """Show what an item has; without a signal."""
        self._file = picture.file if picture else ""
        self.alternative.set_words(picture.alternative if picture else "")
        self._show()

    def record(self) -> dict[str, str] | None:
        """The picture as a file has it."""
        words = self.alternative.toPlainText()
        return {"file": self._file, "alternative": words} if self._file else None

    def take(self, path: Path) -> None:
        """Put the picture of a file beside the question."""
        try:
            self._file = self._kept(path)
        except QuizappError as error:
            self.failed.emit(error)
            return
        self._show()
        self.swapped.emit()
        self.alternative.setFocus()

    def take_out(self) -> None:
        """Let the question be without a picture."""
        self._file = ""
        self.alternative.set_words("")
        self._show()
        self.swapped.emit()
        self.choose.setFocus()

    def _kept(self, path: Path) -> str:
        from quizapp.drawing.images import prepared

        if self.pictures is None:
            return ""
        data = _read(path)
        made = prepared(data, MOST_BYTES)
        if not made:
            text = _("“{name}” is no picture in PNG or JPEG that can be read. Choose another one.")
            raise QuizappError(text.format(name=path.name))
        return self.pictures.add(made)

    def _ask(self) -> None:
        pattern = _("Pictures ({suffixes})").format(suffixes="*.png *.jpg *.jpeg")
        dialog = QFileDialog(self.window(), _("Choose a picture"), "", pattern)
        chosen: Callable[[str], None] = lambda name: self.take(Path(name))  # noqa: E731
        dialog.fileSelected.connect(chosen)
        dialog.open()

    def _show(self) -> None:
        there = bool(self._file)
        self.choose.set_text(_("Choose another …") if there else _("Choose a picture …"))
        self.gone.setVisible(there)
        self._words.setVisible(there)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = FlowLayout(spacing=8)
        row.addWidget(self.choose)
        row.addWidget(self.gone)
        column.addLayout(row)
        column.addWidget(self._words)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_READ:
            text = _("“{name}” is too large to be a picture beside a question.")
            raise QuizappError(text.format(name=path.name))
        return path.read_bytes()
    except OSError as error:
        text = _("{path} cannot be read ({reason}).")
        raise QuizappError(text.format(path=path, reason=error.strerror or error)) from error
