"""What is asked: the item kinds. To add one, write its module, then name its class here."""

from quizapp.items.base import (
    COMMON,
    SKILLS,
    Derived,
    Item,
    Option,
    Picture,
    Response,
    ResponseError,
    flaw,
)
from quizapp.items.categorise import TITLES as SIDE_TITLES
from quizapp.items.categorise import Categorise
from quizapp.items.choice import ChoiceItem, decimal
from quizapp.items.evidence import EvidenceItem
from quizapp.items.info import Info
from quizapp.items.marking import NOTHING
from quizapp.items.multiple_response import MultipleResponse
from quizapp.items.scope import Scope
from quizapp.items.single_choice import SingleChoice
from quizapp.items.standing import StandingItem
from quizapp.items.standing_with_evidence import PREFIX, StandingWithEvidence, split
from quizapp.items.true_false import ANSWERS, TrueFalse

KINDS: dict[str, type[Item]] = {
    "single_choice": SingleChoice,
    "multiple_response": MultipleResponse,
    "true_false": TrueFalse,
    "standing": StandingItem,
    "evidence": EvidenceItem,
    "standing_with_evidence": StandingWithEvidence,
    "scope": Scope,
    "categorise": Categorise,
    "info": Info,
}

__all__ = [
    "ANSWERS",
    "COMMON",
    "KINDS",
    "NOTHING",
    "PREFIX",
    "SIDE_TITLES",
    "SKILLS",
    "Categorise",
    "ChoiceItem",
    "Derived",
    "EvidenceItem",
    "Info",
    "Item",
    "MultipleResponse",
    "Option",
    "Picture",
    "Response",
    "ResponseError",
    "Scope",
    "SingleChoice",
    "StandingItem",
    "StandingWithEvidence",
    "TrueFalse",
    "decimal",
    "flaw",
    "split",
]
