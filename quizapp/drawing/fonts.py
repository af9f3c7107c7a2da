"""The fonts that come with the program, made known to Qt, with a display or without one."""

from PySide6.QtGui import QFontDatabase, QGuiApplication

from quizapp import resources


def register_fonts(*, dyslexic: bool = False) -> None:
    """Make the bundled fonts known to Qt, once; the one for dyslexic readers when it is wanted."""
    known = set(QFontDatabase.families())
    wanted = {"Inter": "Inter", "Quizapp Serif": "QuizappSerif"}
    if dyslexic:
        wanted["OpenDyslexic"] = "OpenDyslexic"
    for family, prefix in wanted.items():
        if family not in known:
            for path in sorted(resources.path("assets/fonts").glob(f"{prefix}-*.[ot]tf")):
                QFontDatabase.addApplicationFont(str(path))


def ready() -> QGuiApplication:
    """The application that fonts need; a command that has none gets one without a display.

    Keep it for as long as anything is drawn.
    """
    found = QGuiApplication.instance()
    if not isinstance(found, QGuiApplication):
        found = QGuiApplication(["quizapp", "-platform", "offscreen"])
    register_fonts()
    return found
