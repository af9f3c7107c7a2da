"""Pick one of several options (QTI choiceInteraction, cardinality single)."""

from dataclasses import dataclass
from typing import ClassVar

from quizapp.i18n import N_
from quizapp.items.choice import OneRight


@dataclass(frozen=True, kw_only=True)
class SingleChoice(OneRight):
    """One option is right; which one, the article shows."""

    kind: ClassVar[str] = "single_choice"
    title: ClassVar[str] = N_("Choose one")
    prompt: ClassVar[str] = N_("Choose the answer that the article supports.")
