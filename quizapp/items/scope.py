"""Pick the claim that goes exactly as far as the words do, and no further."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from quizapp.errors import Problem
from quizapp.i18n import N_
from quizapp.items.choice import OneRight
from quizapp.items.claimed import at_least_one


@dataclass(frozen=True, kw_only=True)
class Scope(OneRight):
    """A single choice between claims that differ in how far they go."""

    kind: ClassVar[str] = "scope"
    title: ClassVar[str] = N_("How far it goes")
    prompt: ClassVar[str] = N_("How far do the words go?")
    skills_by_default: ClassVar[tuple[str, ...]] = ("standing",)

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        yield from at_least_one(self)
