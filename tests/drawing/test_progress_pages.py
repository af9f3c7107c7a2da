"""All progress as pages."""

from datetime import timedelta

import pytest

from quizapp.drawing.progress_pages import progress_pdf
from quizapp.quiz import Verdict
from quizapp.report import progress, strips
from quizapp.report.progress_text import Line
from tests.drawing.pages import texts
from tests.examples import ferry
from tests.report.banks import attempt, taken
from tests.taking import BEGAN

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_sentence_the_figures_and_every_attempt_are_there() -> None:
    """What is on the screen is on the pages, with the numbers behind each picture."""
    found = progress(taken(8), 8)
    assert isinstance(found.judged, Verdict)
    history = [Line(f"Quiz {n}", BEGAN - timedelta(days=n), n, 30) for n in range(90)]

    pages = texts(progress_pdf(found, history, "Ada", BEGAN))

    assert found.sentence in pages[0]
    assert "Ada, 1 March 2026" in pages[0]
    whole = " ".join(pages)
    assert all(strip.figures in whole for strip in strips(found.judged))
    assert all(f"Quiz {n} " in whole for n in range(90))


def test_before_there_is_a_verdict_the_page_says_what_is_missing() -> None:
    """No empty picture is drawn."""
    found = progress([(ferry(), attempt(ferry(), 0))], 1)

    pages = texts(progress_pdf(found, [], "me", BEGAN))

    assert found.rests_on in pages[0]
    assert "over time" not in " ".join(pages)
    assert "me," not in pages[0]
