"""Pick the headline that goes further than the article."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from quizapp.errors import Problem
from quizapp.i18n import N_
from quizapp.items.choice import OneRight
from quizapp.items.claimed import at_least_one


@dataclass(frozen=True, kw_only=True)
class Overstatement(OneRight):
    """The key is the headline that overstates: a condition or hedge dropped, said made sure."""

    kind: ClassVar[str] = "overstatement"
    title: ClassVar[str] = N_("The headline that goes too far")
    prompt: ClassVar[str] = N_("Choose the headline that says more than the article does.")
    skills_by_default: ClassVar[tuple[str, ...]] = ("standing",)

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        yield from at_least_one(self)
