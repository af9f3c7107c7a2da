"""The places beside a screen that fills the window: icons alone, the names as tool tips."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.ui.home.navigation import PLACES
from quizapp.ui.tokens import current
from quizapp.ui.widgets.buttons import Button

WIDTH = 56


class Rail(QWidget):
    """Emits the id of the place that was chosen."""

    wanted = Signal(str)

    def __init__(self, here: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 14, 10, 14)
        column.setSpacing(4)
        for at_end in (False, True):
            for place in PLACES:
                if place.at_end == at_end and (place.offered or place.id == here):
                    button = Button(_(place.title), "icon", icon=place.icon)
                    button.setCheckable(True)
                    button.setChecked(place.id == here)
                    button.clicked.connect(lambda _on=False, id_=place.id: self._go(id_))
                    column.addWidget(button)
            if not at_end:
                column.addStretch(1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """As wide as its icons, which grow with the text."""
        self.setFixedWidth(current().grow(36) + WIDTH - 36)

    def _go(self, place: str) -> None:
        self.wanted.emit(place)
