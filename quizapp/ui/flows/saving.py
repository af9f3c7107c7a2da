"""Saving what a screen shows as a file: asking where, making it off the GUI thread, saying so."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from quizapp.errors import QuizappError
from quizapp.i18n import _

if TYPE_CHECKING:
    from quizapp.ui.window import Window


class Screen(Protocol):
    """A screen from which something is saved."""

    def say_saved(self, words: str) -> None:
        """Show in a quiet line what was saved, or that it is being made."""


def ask_and_save(
    window: "Window", screen: Screen, name: str, kind: str, make: Callable[[], bytes]
) -> None:
    """Ask where, then make the file and write it; the screen stays, and can be left meanwhile.

    Args:
        window: where it is asked, and an error shown.
        screen: what hears of it.
        name: the name of the file that is offered, without its ending.
        kind: the ending, ``pdf``, ``csv`` or ``quizbare``.
        make: works out what the file holds, off the GUI thread.
    """
    pattern = {
        "pdf": _("PDF (*.pdf)"),
        "csv": _("CSV table (*.csv)"),
        "quizbare": _("Bank without its article (*.quizbare)"),
    }[kind]
    ask_where(window, f"{name}.{kind}", pattern, lambda path: save(window, screen, path, make))


def ask_where(window: "Window", name: str, pattern: str, chosen: Callable[[Path], None]) -> None:
    """Ask where a file is to be written; ``name`` is offered, with its ending."""
    dialog = QFileDialog(window, _("Save as"), name, pattern)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(name.partition(".")[2])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda file: chosen(Path(file)))
    dialog.open()


def ask_folder(window: "Window", title: str, chosen: Callable[[Path], None]) -> None:
    """Ask for a folder."""
    dialog = QFileDialog(window, title, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()


def save(window: "Window", screen: Screen, path: Path, make: Callable[[], bytes]) -> None:
    """Make the file and write it at ``path``."""

    def work(_report: object) -> None:
        from quizapp.app.files import write

        write(path, make())

    def tell(words: str) -> None:
        if not isinstance(screen, QWidget) or isValid(screen):
            screen.say_saved(words)

    def failed(error: Exception) -> None:
        if not isinstance(error, QuizappError):
            raise error
        tell(_("Not saved"))
        window.show_error(error)

    tell(_("Saving {name} …").format(name=path.name))
    window.run(work, lambda _done: tell(_("Saved as {file}").format(file=path.name)), failed)
