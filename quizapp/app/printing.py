"""A bank as a test on paper: all of its items, or one of two parallel forms."""

from dataclasses import replace
from typing import Literal

from quizapp.bank import Bank
from quizapp.bank.forms import forms
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.quiz import Rules, assemble
from quizapp.report.paper import Paper, paper

Form = Literal["", "A", "B"]


def on_paper(bank: Bank, form: Form = "", seed: int = 1) -> Paper:
    """The test. The seed fixes the order of the options, and which claims each form has.

    Raises:
        QuizappError: there is nothing to ask.
    """
    if form:
        made = forms(bank.map, seed, bank.language)
        bank = replace(bank, items=made.a if form == "A" else made.b)
    posed = assemble(bank, Rules.test(), seed)
    if not any(bank.item[one.item].scored for one in posed):
        if form:
            text = _("“{title}” has no two claims that stand alike, so it gives no parallel forms.")
        else:
            text = _("“{title}” has no question that can be asked.")
        raise QuizappError(text.format(title=bank.title))
    return paper(bank, posed, form)
