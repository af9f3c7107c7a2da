"""What home shows of a bank. Nothing here needs the store, so that a window can paint before it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from quizapp.errors import Problem

State = Literal["new", "open", "done"]


@dataclass(frozen=True, slots=True)
class BarSegment:
    """The standing items with one key: how many there are, were answered, and answered rightly."""

    standing: str
    items: int
    right: int
    answered: int


@dataclass(frozen=True, slots=True)
class BankCard:
    """A bank and the reader's last attempt at it.

    ``path`` is ``None`` where only attempts are left of a bank whose file is gone. ``attempt`` is
    the one to resume or to look at, empty where there is none; ``date`` says when it was begun, or
    handed in. While an attempt is open, ``right`` counts only answers whose feedback was shown.
    """

    path: Path | None
    id: str
    title: str
    publisher_line: str
    items: int
    minutes: int
    trains: tuple[str, ...]
    state: State
    answered: int
    right: int
    posed: int
    date: datetime | None
    bar: tuple[BarSegment, ...]
    attempt: str = ""


@dataclass(frozen=True, slots=True)
class BrokenCard:
    """A bank that cannot be used, with everything that is wrong with it."""

    path: Path
    name: str
    problems: tuple[Problem, ...]
