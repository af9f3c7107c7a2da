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
SEED = 1  # the forms that everybody has, on paper and in packs


def of_form(bank: Bank, form: Form, seed: int = SEED) -> Bank:
    """The bank with the items of one parallel form alone, or as it is where none is named.

    The claims of the other form are not in it, for their standings are keys, nor who keyed them.

    Raises:
        QuizappError: the bank gives no forms.
    """
    if not form:
        return bank
    made = forms(bank.map, seed, bank.language)
    items = made.a if form == "A" else made.b
    if not items:
        text = _("“{title}” has no two claims that stand alike, so it gives no parallel forms.")
        raise QuizappError(text.format(title=bank.title))
    asked = {claim for item in items for claim in item.claims}
    claims = tuple(claim for claim in bank.map.claims if claim.id in asked)
    own = replace(bank.map, claims=claims, trade_offs=())
    return replace(bank, items=items, map=own, raters=(), stale=bank.stale & asked)


def on_paper(bank: Bank, form: Form = "", seed: int = SEED) -> Paper:
    """The test. The seed fixes the order of the options, and which claims each form has.

    Raises:
        QuizappError: there is nothing to ask.
    """
    asked = of_form(bank, form, seed)
    posed = assemble(asked, Rules.test(), seed)
    if not any(asked.item[one.item].scored for one in posed):
        text = _("“{title}” has no question that can be asked.")
        raise QuizappError(text.format(title=bank.title))
    return paper(asked, posed, form)
