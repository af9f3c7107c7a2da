"""Type a number, with a unit where there is one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Self

from quizapp.claims import ClaimMap
from quizapp.errors import Problem
from quizapp.fields import TEXT, Field, ListOf, Number
from quizapp.i18n import N_, _
from quizapp.items.base import Item, Response, ResponseError, flaw
from quizapp.items.choice import decimal
from quizapp.items.typed import bare, quantity

_ANY = Number(Decimal("-1e15"), Decimal("1e15"))


@dataclass(frozen=True, kw_only=True)
class Numeric(Item):
    """Right within ``tolerance`` of ``answer``; a unit may be left out, but not be another one."""

    kind: ClassVar[str] = "numeric"
    title: ClassVar[str] = N_("A number")
    prompt: ClassVar[str] = N_("Type the number that the article gives.")
    FIELDS = (
        Field("answer", _ANY, required=True, default=None),
        Field("tolerance", Number(Decimal(0), Decimal("1e15")), default=Decimal(0)),
        Field("unit", TEXT, doc="as it is shown"),
        Field("units", ListOf(TEXT), doc="other ways to write it", default=()),
    )

    answer: Decimal | None
    tolerance: Decimal = Decimal(0)
    unit: str = ""
    units: tuple[str, ...] = ()

    @classmethod
    def build(cls, common: Mapping[str, Any], own: Mapping[str, Any], claims: ClaimMap) -> Self:
        return cls(**common, **own)

    def own(self) -> dict[str, Any]:
        return {
            "answer": decimal(self.answer or Decimal(0)),
            **({"tolerance": decimal(self.tolerance)} if self.tolerance else {}),
            **({"unit": self.unit} if self.unit else {}),
            **({"units": list(self.units)} if self.units else {}),
        }

    def key(self) -> Response:
        number = decimal(self.answer or Decimal(0))
        return (f"{number} {self.unit}".strip(),)

    def credit(self, response: Response) -> float:
        return float(self._hit(response) and self._unit_fits(response))

    def guess(self) -> float:
        return 0.0

    def near(self, response: Response) -> str:
        if self._hit(response) and not self._unit_fits(response):
            unit = self.unit or _("none")
            return _("The number is right; its unit is not. The unit is {unit}.").format(unit=unit)
        typed = quantity(response[0]) if len(response) == 1 else None
        if typed and self.answer and not self._hit(response):
            scales = (Decimal(10) ** power for power in (-3, -2, -1, 1, 2, 3))
            if any(
                abs(r - self.answer * s) <= self.tolerance * s
                for s in scales
                for r in typed.readings
            ):
                return _("The digits are right; the size of the number is not.")
        return ""

    def plain(self, order: tuple[str, ...]) -> str:
        unit = _("in {unit}").format(unit=self.unit) if self.unit else ""
        return f"{self.stem} ({unit})" if unit else self.stem

    def parse(self, typed: str, order: tuple[str, ...]) -> Response:
        if quantity(typed) is None:
            raise ResponseError("Type a number, such as 12 or 1.5.")
        return (" ".join(typed.split()),)

    def describe(self, response: Response) -> str:
        return "; ".join(response)

    def problems(self) -> Iterator[Problem]:
        if not self.stem.strip():
            yield flaw((), "no-stem", "There is no question.", "Write it as stem.")

    def _hit(self, response: Response) -> bool:
        typed = quantity(response[0]) if len(response) == 1 else None
        if typed is None or self.answer is None:
            return False
        return any(abs(reading - self.answer) <= self.tolerance for reading in typed.readings)

    def _unit_fits(self, response: Response) -> bool:
        typed = quantity(response[0])
        if typed is None or not typed.unit:
            return typed is not None
        return _spelled(typed.unit) in {_spelled(unit) for unit in (self.unit, *self.units)}


def _spelled(unit: str) -> str:
    return bare(unit).replace(" ", "") or unit.strip()
