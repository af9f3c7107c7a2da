"""The navigation beside home: the places that there are, and which of them is shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.ui.widgets.buttons import NavButton

WIDTH = 200


class Navigation(QWidget):
    """Emits the place that was chosen. Progress is shown once there is any."""

    home_wanted = Signal()
    progress_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._home = NavButton(_("Home"), icon="house")
        self._home.setChecked(True)
        self._home.clicked.connect(self.home_wanted)
        self._progress = NavButton(_("Progress"), icon="chart-line")
        self._progress.clicked.connect(self.progress_wanted)
        self._progress.hide()
        settings = NavButton(_("Settings"), icon="settings")
        settings.clicked.connect(self.settings_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 20, 12, 20)
        column.setSpacing(2)
        column.addWidget(self._home)
        column.addWidget(self._progress)
        column.addStretch(1)
        column.addWidget(settings)

    def show_home(self) -> None:
        """Show home as the place where one is."""
        self._home.setChecked(True)

    @property
    def at_progress(self) -> bool:
        """Whether progress is the place where one is."""
        return self._progress.isChecked()

    def offer_progress(self, there_is: bool) -> None:
        """Show the way to progress, or leave it out."""
        self._progress.setVisible(there_is)
