"""The teacher’s editors, one class a kind. A new one is written in a module and listed here."""

from collections.abc import Callable

from quizapp.claims import ClaimMap
from quizapp.items import Item
from quizapp.ui.editors.base import ItemForm
from quizapp.ui.editors.claimed import (
    CategoriseForm,
    EvidenceForm,
    MatchForm,
    StandingForm,
    StandingWithEvidenceForm,
)
from quizapp.ui.editors.options import (
    MultipleResponseForm,
    OrderForm,
    OverstatementForm,
    ScopeForm,
    SingleChoiceForm,
)
from quizapp.ui.editors.simple import InfoForm, TrueFalseForm
from quizapp.ui.editors.typed import ClozeForm, NumericForm, ShortAnswerForm

EDITORS: dict[str, Callable[[Item, ClaimMap], ItemForm]] = {
    "single_choice": SingleChoiceForm,
    "multiple_response": MultipleResponseForm,
    "true_false": TrueFalseForm,
    "standing": StandingForm,
    "evidence": EvidenceForm,
    "standing_with_evidence": StandingWithEvidenceForm,
    "scope": ScopeForm,
    "match": MatchForm,
    "order": OrderForm,
    "categorise": CategoriseForm,
    "short_answer": ShortAnswerForm,
    "numeric": NumericForm,
    "cloze": ClozeForm,
    "overstatement": OverstatementForm,
    "info": InfoForm,
}


def form_for(item: Item, claims: ClaimMap) -> ItemForm:
    """The editor of an item’s own fields."""
    return EDITORS[item.kind](item, claims)


__all__ = ["EDITORS", "ItemForm", "form_for"]
