"""What is asked: the item kinds. A new one has its module, and its class is listed here."""

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
from quizapp.items.cloze import Cloze, Gap, filled
from quizapp.items.evidence import EvidenceItem
from quizapp.items.info import Info
from quizapp.items.marking import NOTHING
from quizapp.items.match import Match
from quizapp.items.multiple_response import MultipleResponse
from quizapp.items.numeric import Numeric
from quizapp.items.order import Order
from quizapp.items.overstatement import Overstatement
from quizapp.items.pairing import joined, parted
from quizapp.items.scope import Scope
from quizapp.items.short_answer import ShortAnswer
from quizapp.items.single_choice import SingleChoice
from quizapp.items.standing import StandingItem
from quizapp.items.standing_with_evidence import (
    ENOUGH,
    PREFIX,
    StandingWithEvidence,
    split,
)
from quizapp.items.true_false import ANSWERS, TrueFalse

KINDS: dict[str, type[Item]] = {
    "single_choice": SingleChoice,
    "multiple_response": MultipleResponse,
    "true_false": TrueFalse,
    "standing": StandingItem,
    "evidence": EvidenceItem,
    "standing_with_evidence": StandingWithEvidence,
    "scope": Scope,
    "match": Match,
    "order": Order,
    "categorise": Categorise,
    "short_answer": ShortAnswer,
    "numeric": Numeric,
    "cloze": Cloze,
    "overstatement": Overstatement,
    "info": Info,
}

__all__ = [
    "ANSWERS",
    "COMMON",
    "ENOUGH",
    "KINDS",
    "NOTHING",
    "PREFIX",
    "SIDE_TITLES",
    "SKILLS",
    "Categorise",
    "ChoiceItem",
    "Cloze",
    "Derived",
    "EvidenceItem",
    "Gap",
    "Info",
    "Item",
    "Match",
    "MultipleResponse",
    "Numeric",
    "Option",
    "Order",
    "Overstatement",
    "Picture",
    "Response",
    "ResponseError",
    "Scope",
    "ShortAnswer",
    "SingleChoice",
    "StandingItem",
    "StandingWithEvidence",
    "TrueFalse",
    "decimal",
    "filled",
    "flaw",
    "joined",
    "parted",
    "split",
]
