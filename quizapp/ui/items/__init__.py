"""The students' views, one file a kind. A new one has its module, and is listed here."""

from collections.abc import Callable
from typing import Any

from quizapp.items import Item
from quizapp.ui.items.base import ItemView
from quizapp.ui.items.categorise import CategoriseView
from quizapp.ui.items.cloze import ClozeView
from quizapp.ui.items.evidence import EvidenceView
from quizapp.ui.items.info import InfoView
from quizapp.ui.items.match import MatchView
from quizapp.ui.items.multiple_response import MultipleResponseView
from quizapp.ui.items.numeric import NumericView
from quizapp.ui.items.order import OrderView
from quizapp.ui.items.overstatement import OverstatementView
from quizapp.ui.items.scope import ScopeView
from quizapp.ui.items.short_answer import ShortAnswerView
from quizapp.ui.items.single_choice import SingleChoiceView
from quizapp.ui.items.standing import StandingView
from quizapp.ui.items.standing_with_evidence import StandingWithEvidenceView
from quizapp.ui.items.true_false import TrueFalseView

VIEWS: dict[str, Callable[[Any, tuple[str, ...]], ItemView]] = {
    "single_choice": SingleChoiceView,
    "multiple_response": MultipleResponseView,
    "true_false": TrueFalseView,
    "standing": StandingView,
    "evidence": EvidenceView,
    "standing_with_evidence": StandingWithEvidenceView,
    "scope": ScopeView,
    "match": MatchView,
    "order": OrderView,
    "categorise": CategoriseView,
    "short_answer": ShortAnswerView,
    "numeric": NumericView,
    "cloze": ClozeView,
    "overstatement": OverstatementView,
    "info": InfoView,
}


def view_for(item: Item, order: tuple[str, ...]) -> ItemView:
    """The student's view of an item, its options in the order drawn for the attempt."""
    return VIEWS[item.kind](item, order)


__all__ = ["VIEWS", "ItemView", "view_for"]
