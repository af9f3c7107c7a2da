"""The navigation beside home: the places that there are, and which of them is shown."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.i18n import N_, _
from quizapp.ui.widgets.buttons import NavButton

WIDTH = 200
HOME = "home"


@dataclass(frozen=True, slots=True)
class Place:
    """A place to go to. One that is ``offered`` later is hidden until there is something in it."""

    id: str
    title: str
    icon: str
    offered: bool = True
    at_end: bool = False


# To add a place: name it here, and say in the window what opens it.
PLACES = (
    Place(HOME, N_("Home"), "house"),
    Place("progress", N_("Progress"), "chart-line", offered=False),
    Place("studio", N_("Studio"), "pencil-ruler"),
    Place("classes", N_("Classes"), "graduation-cap"),
    Place("statistics", N_("Statistics"), "chart-scatter", offered=False),
    Place("readers", N_("Readers"), "users", at_end=True),
    Place("settings", N_("Settings"), "settings", at_end=True),
)


class Navigation(QWidget):
    """Emits the id of the place that was chosen."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._buttons = {place.id: self._button(place) for place in PLACES}
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 20, 12, 20)
        column.setSpacing(2)
        for place in PLACES:
            if not place.at_end:
                column.addWidget(self._buttons[place.id])
        column.addStretch(1)
        for place in PLACES:
            if place.at_end:
                column.addWidget(self._buttons[place.id])
        self.show_place(HOME)

    def _button(self, place: Place) -> NavButton:
        button = NavButton(_(place.title), icon=place.icon)
        button.setVisible(place.offered)
        button.clicked.connect(lambda: self.wanted.emit(place.id))
        return button

    def show_place(self, place: str) -> None:
        """Show a place as the one where one is."""
        self._buttons[place].setChecked(True)

    @property
    def place(self) -> str:
        """The id of the place where one is."""
        return next(id_ for id_, button in self._buttons.items() if button.isChecked())

    def offer(self, place: str, there_is: bool) -> None:
        """Show the way to a place, or leave it out."""
        self._buttons[place].setVisible(there_is)

    def button(self, place: str) -> NavButton:
        """What leads to a place."""
        return self._buttons[place]
