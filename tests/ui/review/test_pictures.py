"""Every picture of figures has words, and a table that says the same."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.report import progress, result
from quizapp.ui.progress.progress_page import ProgressPage
from quizapp.ui.review.result_page import ResultPage
from quizapp.ui.widgets.buttons import Link
from quizapp.ui.widgets.figures import FigureTable
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.matrix import StandingMatrix
from quizapp.ui.widgets.picture import Picture
from quizapp.ui.widgets.skill_bars import SkillBars
from tests.report.banks import attempt, balanced, taken

pytestmark = pytest.mark.usefixtures("calm")


def pages() -> list[QWidget]:
    """A result with a verdict’s worth of answers, and progress with every picture."""
    bank = balanced()
    shown = ProgressPage()
    shown.show_progress(progress(taken(6), 6), [])
    return [ResultPage(result(bank, attempt(bank, 1, wrong=True))), shown]


@pytest.mark.parametrize("which", [0, 1], ids=["result", "progress"])
def test_every_picture_is_told_in_words_and_named(qtbot: QtBot, which: int) -> None:
    """A screen reader hears the figures, and no figure is told by colour alone."""
    page = pages()[which]
    qtbot.addWidget(page)

    pictures = [
        one for kind in (Picture, StandingMatrix, SkillBars) for one in page.findChildren(kind)
    ]

    assert len(pictures) >= 3
    for one in pictures:
        assert one.accessibleName(), one
        assert any(letter.isdigit() for letter in one.accessibleDescription()), one


@pytest.mark.parametrize(("which", "count"), [(0, 3), (1, 6)], ids=["result", "progress"])
def test_every_picture_gives_way_to_its_table(qtbot: QtBot, which: int, count: int) -> None:
    """The link shows the table in place of the picture, and brings the picture back."""
    page = pages()[which]
    qtbot.addWidget(page)
    links = [one for one in page.findChildren(Link) if "Show the table" in one.accessibleName()]
    tables = page.findChildren(FigureTable)
    assert len(links) == len(tables) == count

    for link in links:
        link.click()

    assert not any(table.isHidden() for table in tables)
    for table in tables:
        cells = [label.text() for label in table.findChildren(Label)]
        assert any(letter.isdigit() for cell in cells for letter in cell)
    for link in links:
        link.click()
    assert all(table.isHidden() for table in tables)
