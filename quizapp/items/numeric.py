"""Type a number, with a unit where there is one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Self

from quizapp.claims import ClaimMap
from quizapp.errors import Problem
from quizapp.fields import TEXT, Field, ListOf, Number, Record
from quizapp.i18n import N_, _
from quizapp.items.base import Item, Response, ResponseError, flaw
from quizapp.items.choice import decimal
from quizapp.items.typed import quantity, spelled

_LARGEST = Decimal(10) ** 15 - 1
_SCALES = tuple(Decimal(10) ** power for power in (-6, -3, -2, -1, 1, 2, 3, 6))


OTHER = Record(
    "other number",
    (
        Field("answer", Number(-_LARGEST, _LARGEST), required=True, default=None),
        Field("tolerance", Number(Decimal(0), _LARGEST), default=Decimal(0)),
        Field("credit", Number(Decimal(0), Decimal(1)), default=Decimal(1)),
        Field("feedback", TEXT, doc="what to say to a reader who typed it"),
    ),
)


@dataclass(frozen=True, slots=True)
class Other:
    """Another number that earns something, within its own tolerance."""

    answer: Decimal
    tolerance: Decimal = Decimal(0)
    credit: Decimal = Decimal(1)
    feedback: str = ""

    def meets(self, reading: Decimal) -> bool:
        """Whether a number is near enough."""
        return abs(reading - self.answer) <= self.tolerance

    def stored(self) -> dict[str, str]:
        """The number as a file has it."""
        return {
            "answer": decimal(self.answer),
            **({"tolerance": decimal(self.tolerance)} if self.tolerance else {}),
            **({"credit": decimal(self.credit)} if self.credit != 1 else {}),
            **({"feedback": self.feedback} if self.feedback else {}),
        }


@dataclass(frozen=True, kw_only=True)
class Numeric(Item):
    """Right within ``tolerance`` of ``answer``; a unit may be left out, but not be another one."""

    kind: ClassVar[str] = "numeric"
    title: ClassVar[str] = N_("A number")
    prompt: ClassVar[str] = N_("Type the number that the article gives.")
    FIELDS = (
        Field("answer", Number(-_LARGEST, _LARGEST), required=True, default=None),
        Field("tolerance", Number(Decimal(0), _LARGEST), default=Decimal(0)),
        Field("unit", TEXT, doc="as it is shown"),
        Field("units", ListOf(TEXT), doc="other ways to write it", default=()),
        Field("others", ListOf(OTHER), doc="other numbers that earn something", default=()),
    )

    answer: Decimal | None
    tolerance: Decimal = Decimal(0)
    unit: str = ""
    units: tuple[str, ...] = ()
    others: tuple[Other, ...] = ()

    @classmethod
    def build(cls, common: Mapping[str, Any], own: Mapping[str, Any], claims: ClaimMap) -> Self:
        others = tuple(Other(**other) for other in own["others"])
        return cls(**common, **{**own, "others": others})

    def own(self) -> dict[str, Any]:
        return {
            **({} if self.answer is None else {"answer": decimal(self.answer)}),
            **({"tolerance": decimal(self.tolerance)} if self.tolerance else {}),
            **({"unit": self.unit} if self.unit else {}),
            **({"units": list(self.units)} if self.units else {}),
            **({"others": [other.stored() for other in self.others]} if self.others else {}),
        }

    def key(self) -> Response:
        if self.answer is None:
            return ()
        return (f"{decimal(self.answer)} {self.unit}".strip(),)

    def credit(self, response: Response) -> float:
        if len(response) != 1 or not self._unit_fits(response):
            return 0.0
        if self._hit(response):
            return 1.0
        typed = quantity(response[0])
        readings = typed.readings if typed is not None else ()
        earned = [o.credit for o in self.others if any(o.meets(reading) for reading in readings)]
        return float(max(earned, default=Decimal(0)))

    def guess(self) -> float:
        return 0.0

    def near(self, response: Response) -> str:
        typed = quantity(response[0]) if len(response) == 1 else None
        if typed is None or self.credit(response) == 1.0:
            return ""
        for other in self.others:
            if other.feedback and any(other.meets(reading) for reading in typed.readings):
                return other.feedback
        if not self._hit(response):
            return self._near_size(typed.readings, self._unit_fits(response))
        if not self._known():
            return _("The number is right; nothing else belongs to it.")
        return _("The number is right; its unit is not.")

    def plain(self, order: tuple[str, ...]) -> str:
        return f"{self.stem}\n  ____ {self.unit}" if self.unit else self.stem

    def parse(self, typed: str, order: tuple[str, ...]) -> Response:
        if hint := self.unreadable(typed):
            raise ResponseError(hint)
        return (" ".join(typed.split()),)

    def unreadable(self, typed: str) -> str:
        """What to say to somebody whose words are no answer yet; empty where they are one."""
        found = quantity(typed)
        if found is None:
            return _("Type one number, such as 12 or 1.5.")
        if found.unit and not self._known():
            return _("Type the number alone, without a unit.")
        return ""

    def describe(self, response: Response) -> str:
        return "; ".join(response)

    def problems(self) -> Iterator[Problem]:
        if not self.stem.strip():
            yield flaw((), "no-stem", "There is no question.", "Write it as stem.")
        for n, unit in enumerate((self.unit, *self.units)):
            typed = quantity(f"1 {unit}")
            if unit and (typed is None or spelled(typed.unit) != spelled(unit)):
                where = ("units", n - 1) if n else ("unit",)
                what = f"“{unit}” cannot be told from the number before it."
                yield flaw(where, "bad-unit", what, "Begin it with a letter or a sign such as %.")

    def _near_size(self, readings: Iterable[Decimal], unit_fits: bool) -> str:
        """What to say where the digits are right, but not the sign or the place of the point."""
        if not self.answer:
            return ""
        if any(self._meets(-reading, Decimal(1)) for reading in readings):
            return _("The number is right but for its sign.")
        if not any(self._meets(reading, scale) for reading in readings for scale in _SCALES):
            return ""
        if unit_fits:
            return _("The digits are right; the size of the number is not.")
        return _("The digits are right; the size of the number and its unit are not.")

    def _known(self) -> set[str]:
        return {spelled(unit) for unit in (self.unit, *self.units) if unit}

    def _meets(self, reading: Decimal, scale: Decimal) -> bool:
        """Whether a reading is the answer, ``scale`` times as large."""
        if self.answer is None:
            return False
        return abs(reading - self.answer * scale) <= self.tolerance * scale

    def _hit(self, response: Response) -> bool:
        typed = quantity(response[0]) if len(response) == 1 else None
        return typed is not None and any(self._meets(r, Decimal(1)) for r in typed.readings)

    def _unit_fits(self, response: Response) -> bool:
        typed = quantity(response[0])
        return typed is not None and (not typed.unit or spelled(typed.unit) in self._known())
