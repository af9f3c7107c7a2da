"""What a student's view of an item is: it shows, it reports, it knows neither score nor store."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.items import Item, Response


class ItemView(QWidget):
    """Emits ``answered`` with the response as it stands after each change; empty when cleared.

    A view whose kind asks for marks in the article sets ``select`` to "sentences" or "words". The
    screen then hands it the reader's marks through ``set_marks``, and the view asks for other
    marks through ``marks_wanted``.
    """

    answered = Signal(tuple)
    marks_wanted = Signal(tuple)
    select = ""

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def first(self) -> QWidget | None:
        """What takes the keyboard as the view appears: a field to type in, if there is one."""
        return None

    def show_response(self, response: Response) -> None:
        """Show a saved response, without a signal."""

    def set_marks(self, marks: Response) -> None:
        """Take over what the reader marked in the article."""

    def set_compact(self, on: bool) -> None:
        """Take less height, for a low window."""

    def set_columns(self, columns: int) -> None:
        """Show options in one column or two."""

    def take_key(self, event: QKeyEvent) -> None:
        """Handle a key on behalf of the screen; accept it where it means something here."""
        event.ignore()

    def complete(self, response: Response) -> bool:
        """Whether a response answers all that is asked."""
        return bool(response)

    def missing(self) -> str:
        """What to do where the response is not complete."""
        return ""

    def warn(self, words: str) -> bool:
        """Say beside a field what is wrong with it; false where the screen is to say it."""
        return False
