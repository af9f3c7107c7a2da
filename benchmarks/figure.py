"""One measured figure and the bound it must keep; what every benchmark prints."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A name such as ``start: first paint``, a value, and the most it may be, if anything."""

    name: str
    value: float | None  # None: could not be measured here, and the note says why
    unit: str
    most: float | None = None
    note: str = ""

    def keeps(self) -> bool:
        """Whether the value is within its bound. Without a value or a bound nothing is broken."""
        return self.value is None or self.most is None or self.value <= self.most

    def cells(self) -> tuple[str, str, str, str, str]:
        """The figure as a row: name, value, bound, verdict, note."""
        value = "—" if self.value is None else f"{self.value:,.2f} {self.unit}"
        most = "" if self.most is None else f"≤ {self.most:g} {self.unit}"
        verdict = (
            "" if self.most is None or self.value is None else "ok" if self.keeps() else "OVER"
        )
        return self.name, value, most, verdict, self.note


def report(figures: Iterable[Figure]) -> int:
    """Print each figure as a line of JSON. Exit status 1 if one is over its bound, else 0."""
    kept = True
    for figure in figures:
        print(json.dumps(asdict(figure)), flush=True)
        kept = kept and figure.keeps()
    return 0 if kept else 1


def parse(line: str) -> Figure:
    """The figure that ``report`` printed as this line."""
    return Figure(**json.loads(line))
