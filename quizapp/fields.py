"""The fields of a record in a text file: names, shapes, and what is said when they do not fit.

A file's values are strings, lists and records (mappings). A shape turns such a value into a Python
value and reports what does not fit, with the path to it; it also describes itself as JSON Schema.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from quizapp.errors import Problem, Severity
from quizapp.text import did_you_mean

Path = tuple[str | int, ...]
ID_PATTERN = r"[a-z0-9_-]+"
NUMBER_PATTERN = r"-?[0-9]{1,15}(\.[0-9]{1,18})?"


@dataclass
class Findings:
    """Collects problems with the path of each; whoever knows the file adds line and column.

    ``moved`` leads from the path of a value that was read to its path in the file, where the two
    differ because an entry before it was left out. ``tick`` is called for every record; whoever
    needs the answer no longer may raise from it.
    """

    found: list[Problem] = field(default_factory=list)
    moved: dict[Path, Path] = field(default_factory=dict)
    tick: Callable[[], None] = lambda: None

    def add(
        self, path: Path, code: str, what: str, remedy: str, severity: Severity = "error"
    ) -> None:
        """Note one problem at ``path``."""
        self.found.append(Problem(0, 0, code, what, remedy, severity, path=path))

    def in_file(self, path: Path) -> Path:
        """The path in the file of a value that was read at ``path``."""
        found: Path = ()
        for step in path:
            found = self.moved.get((*found, step), (*found, step))
        return found


class Shape(ABC):
    """What a value looks like."""

    @abstractmethod
    def read(self, value: Any, path: Path, findings: Findings) -> Any:
        """The value in Python; ``None``, and a finding, where it does not fit."""

    @abstractmethod
    def schema(self) -> dict[str, Any]:
        """The shape as JSON Schema (draft 2020-12)."""


@dataclass(frozen=True)
class Text(Shape):
    """A string; one of ``choices``, or an id, where that is asked for."""

    choices: tuple[str, ...] = ()
    id: bool = False

    def read(self, value: Any, path: Path, findings: Findings) -> str | None:
        if not isinstance(value, str):
            findings.add(path, "not-text", "Text is expected here.", "Write it after the colon.")
            return None
        if self.id and not re.fullmatch(ID_PATTERN, value):
            findings.add(
                path,
                "bad-id",
                f"“{_short(value)}” is no id.",
                "Use small letters, digits, - and _ only.",
            )
            return None
        if self.choices and value not in self.choices:
            findings.add(
                path,
                "unknown-value",
                f"“{_short(value)}” is not known here.",
                did_you_mean(value, self.choices),
            )
            return None
        return value

    def schema(self) -> dict[str, Any]:
        if self.choices:
            return {"enum": list(self.choices)}
        return {"type": "string", "pattern": f"^{ID_PATTERN}$"} if self.id else {"type": "string"}


@dataclass(frozen=True)
class YesNo(Shape):
    """``yes`` or ``no``."""

    def read(self, value: Any, path: Path, findings: Findings) -> bool | None:
        if value in ("yes", "no"):
            return bool(value == "yes")
        findings.add(path, "not-yes-no", f"“{_short(value)}” is neither.", "Write yes or no.")
        return None

    def schema(self) -> dict[str, Any]:
        return {"enum": ["yes", "no"]}


@dataclass(frozen=True)
class Number(Shape):
    """A decimal number from ``least`` to ``most``; a point parts the decimals."""

    least: Decimal
    most: Decimal

    def read(self, value: Any, path: Path, findings: Findings) -> Decimal | None:
        plain = isinstance(value, str) and re.fullmatch(NUMBER_PATTERN, value)
        number = Decimal(value) if plain else None
        if number is None or not self.least <= number <= self.most:
            findings.add(
                path,
                "bad-number",
                f"“{_short(value)}” does not fit.",
                f"Write a number from {self.least} to {self.most}, such as 0.5.",
            )
            return None
        return number

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{NUMBER_PATTERN}$"}


@dataclass(frozen=True)
class ListOf(Shape):
    """A list whose entries have one shape; entries that do not fit are left out."""

    of: Shape
    least: int = 0

    def read(self, value: Any, path: Path, findings: Findings) -> tuple[Any, ...]:
        if not isinstance(value, list):
            findings.add(
                path, "not-list", "A list is expected here.", "Begin each entry with a dash."
            )
            return ()
        if len(value) < self.least:
            findings.add(
                path, "short-list", "The list is too short.", f"Give {self.least} or more."
            )
        kept: list[Any] = []
        for n, entry in enumerate(value):
            read = self.of.read(entry, (*path, n), findings)
            if read is None:
                continue
            if n != len(kept):
                findings.moved[*path, len(kept)] = (*path, n)
            kept.append(read)
        return tuple(kept)

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.of.schema(), "minItems": self.least}


@dataclass(frozen=True)
class Field:
    """One field of a record; ``doc`` goes into the schema, ``default`` stands for an absent one."""

    name: str
    shape: Shape
    required: bool = False
    doc: str = ""
    default: Any = ""


@dataclass(frozen=True)
class Record(Shape):
    """A mapping with known fields; read, a dict with every field, absent ones as their default."""

    what: str
    fields: tuple[Field, ...]

    def read(self, value: Any, path: Path, findings: Findings) -> dict[str, Any] | None:
        findings.tick()
        if not isinstance(value, Mapping):
            findings.add(
                path,
                "not-record",
                f"{_a(self.what)} is expected here.",
                "Write its fields as “name: value”, indented.",
            )
            return None
        known = {f.name: f for f in self.fields}
        for name in value:
            if name not in known:
                findings.add(
                    (*path, name),
                    "unknown-field",
                    f"{_a(self.what)} has no field “{_short(name)}”.",
                    did_you_mean(name, known),
                )
        return {f.name: self._field(f, value, path, findings) for f in self.fields}

    def _field(self, f: Field, value: Mapping[str, Any], path: Path, findings: Findings) -> Any:
        if f.name in value:
            read = f.shape.read(value[f.name], (*path, f.name), findings)
            if f.required and isinstance(read, str) and not read.strip():
                what = f"“{f.name}” is empty."
                findings.add((*path, f.name), "empty-field", what, "Write it after the colon.")
            return f.default if read is None else read
        if f.required:
            findings.add(
                path,
                "missing-field",
                f"This {self.what} has no “{f.name}”.",
                f"Add {f.name}{': ' + f.doc if f.doc else ''}.",
            )
        return f.default

    def schema(self) -> dict[str, Any]:
        properties = {}
        for f in self.fields:
            says = {"pattern": r"\S"} if f.required and f.shape == TEXT else {}
            about = {"description": f.doc} if f.doc else {}
            properties[f.name] = f.shape.schema() | says | about
        return {
            "type": "object",
            "properties": properties,
            "required": [f.name for f in self.fields if f.required],
            "additionalProperties": False,
        }


TEXT = Text()
ID = Text(id=True)
IDS = ListOf(ID)
YES_NO = YesNo()


def _a(what: str) -> str:
    return f"{'An' if what[0] in 'aeiou' else 'A'} {what}"


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else type(value).__name__
    return text if len(text) <= 60 else f"{text[:57]}…"
