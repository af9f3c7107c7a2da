"""The look that the widgets are shown in."""

import pytest
from PySide6.QtWidgets import QApplication

from quizapp.ui import theme
from quizapp.ui.theme import Theme


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    """Every test begins in the light look at 100 %."""
    if theme.current() != Theme.of("light") or not qapp.styleSheet():
        theme.apply(qapp, Theme.of("light"))
