"""What can go wrong and can be put right by the person at the keyboard."""

from dataclasses import dataclass, replace
from typing import Literal

Severity = Literal["error", "warning"]


class QuizappError(Exception):
    """Something that the person at the keyboard can put right; all else is a fault of ours."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One defect at one place of a file, and what to do about it.

    ``line`` and ``column`` count from 1; 0 means that the place is not known.
    ``code`` is stable and meant for programs; ``what`` and ``remedy`` are for people. ``path`` is
    the way to it in the data, for whoever knows at which line that stands.
    """

    line: int
    column: int
    code: str
    what: str
    remedy: str
    severity: Severity = "error"
    file: str = ""
    path: tuple[str | int, ...] = ()

    def at(self, line: int, column: int, file: str = "") -> "Problem":
        """The same problem, placed."""
        return replace(self, line=line, column=column, file=file or self.file)

    def __str__(self) -> str:
        """``file:line:column: what, and what to do``, as editors expect it."""
        mark = "" if self.severity == "error" else "warning: "
        return f"{self.file}:{self.line}:{self.column}: {mark}{self.what} {self.remedy}".rstrip()


class FileError(QuizappError):
    """A file that could not be used, with all of its problems."""

    def __init__(self, name: str, problems: list[Problem]) -> None:
        self.name = name
        self.problems = tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column, p.code)))
        super().__init__("\n".join([name, *(f"  {problem}" for problem in self.problems)]))
