"""The teacher’s editors, one class a kind. A new one is written in a module and listed here."""

from collections.abc import Callable

from quizapp.claims import ClaimMap
from quizapp.items import Item, Match
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
from quizapp.ui.editors.pairs import PairsForm
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
    "match": lambda item, claims: (PairsForm if has_rows(item) else MatchForm)(item, claims),
    "order": OrderForm,
    "categorise": CategoriseForm,
    "short_answer": ShortAnswerForm,
    "numeric": NumericForm,
    "cloze": ClozeForm,
    "overstatement": OverstatementForm,
    "info": InfoForm,
}


def has_rows(item: Item) -> bool:
    """Whether it is a pairing of words of its own, as other programs have them."""
    return isinstance(item, Match) and bool(item.rows or item.extra)


def form_for(item: Item, claims: ClaimMap) -> ItemForm:
    """The editor of an item’s own fields."""
    return EDITORS[item.kind](item, claims)


__all__ = ["EDITORS", "ItemForm", "form_for"]
