"""The result of a sitting, its questions one by one, and contests of their keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.app.sitting import Sitting
    from quizapp.ui.review.result_page import ResultPage
    from quizapp.ui.window import Window


class ResultFlow:
    """What is shown of one finished sitting.

    Args:
        window: where it is shown.
        sitting: what was handed in.
        left: leads away from the result.
        again: takes the same quiz again; ``None`` where that is not offered.
        parallel: asks other questions on the article; ``None`` where that is not offered.
        back: names where ``left`` leads to; empty for home.
        filed: is called when a key was contested.
        whose: names the student whose attempt a teacher looks at; empty for one's own.
    """

    def __init__(
        self,
        window: "Window",
        sitting: "Sitting",
        left: Callable[[], None],
        again: Callable[[], None] | None,
        parallel: Callable[[], None] | None = None,
        back: str = "",
        filed: Callable[[], object] = lambda: None,
        whose: str = "",
    ) -> None:
        self._window = window
        self._sitting = sitting
        self._left, self._again, self._parallel = left, again, parallel
        self._back, self._filed, self._whose = back, filed, whose

    def show(self) -> None:
        """Show the result."""
        from quizapp.ui.review.result_page import ResultPage

        page = ResultPage(self._sitting.result(), self._back, self._window.screens)
        page.left.connect(self._left)
        page.item_wanted.connect(self._show_review)
        if self._again is not None:
            page.again_wanted.connect(self._again)
        if self._whose:
            page.say_whose(self._whose)
        if self._parallel is None:
            page.offer_no_parallel()
        else:
            page.parallel_wanted.connect(self._parallel)
        page.save_wanted.connect(lambda kind: self._save(page, kind))
        self._window.show_screen(page)

    def _save(self, page: "ResultPage", kind: str) -> None:
        """Keep a result as a file."""
        from quizapp.ui.flows.saving import ask_and_save

        work, sitting = self._window.work, self._sitting
        if work is not None:
            make = {"pdf": work.result_pdf, "csv": work.result_csv}[kind]
            ask_and_save(self._window, page, sitting.bank.id, kind, lambda: make(sitting))

    def _show_review(self, place: int) -> None:
        from quizapp.ui.review.review import Review

        review = Review(self._sitting, place)
        review.left.connect(self.show)
        review.contest_wanted.connect(self._contest)
        self._window.show_screen(review)

    def _contest(self, item: str) -> None:
        place = [one.id for one in self._sitting.counted].index(item)
        show_contest(
            self._window, self._sitting, item, lambda: self._show_review(place), self._filed
        )


def show_contest(
    window: "Window",
    sitting: "Sitting",
    item: str,
    back: Callable[[], None],
    filed: Callable[[], object] = lambda: None,
) -> None:
    """Let the reader contest the key of an item; ``back`` leads to where they were.

    ``filed`` is called first, if they did.
    """
    from quizapp.ui.review.contesting import Contesting

    screen = Contesting(sitting, item)
    screen.filed.connect(filed)
    screen.left.connect(back)
    window.show_screen(screen)
