"""A text to read, without a score."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from quizapp.errors import Problem
from quizapp.i18n import N_, _
from quizapp.items.base import Item, Response, ResponseError, flaw


@dataclass(frozen=True, kw_only=True)
class Info(Item):
    """Has no key and takes no response."""

    kind: ClassVar[str] = "info"
    title: ClassVar[str] = N_("To read")
    scored: ClassVar[bool] = False

    def key(self) -> Response:
        return ()

    def credit(self, response: Response) -> float:
        return 0.0

    def guess(self) -> float:
        return 0.0

    def plain(self, order: tuple[str, ...]) -> str:
        return self.stem

    def parse(self, typed: str, order: tuple[str, ...]) -> Response:
        raise ResponseError(_("There is nothing to answer here. Press Enter to go on."))

    def describe(self, response: Response) -> str:
        return ""

    def problems(self) -> Iterator[Problem]:
        if not self.stem.strip():
            yield flaw((), "no-stem", "There is nothing to read.", "Write it as stem.")
