"""Every answer of an attempt with its key, as a page lists them and as a table has them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from quizapp.bank import Bank
from quizapp.quiz import Attempt, Mark, answered_standing, score
from quizapp.report.cells import Cell, Cells
from quizapp.report.feedback import feedback

COLUMNS = (
    "number",
    "item",
    "kind",
    "claims",
    "text",
    "key_standing",
    "key",
    "answered_standing",
    "answer",
    "outcome",
    "credit",
    "weight",
    "guess",
    "confidence",
    "levels",
    "certainty_mark",
    "answered_at",
)


@dataclass(frozen=True, slots=True)
class Answered:
    """One item that is marked, with its key and what was answered.

    ``text`` is what the reader judged, ``claims`` the ids of the claims asked about, ``standing``
    and ``said`` ids of standings, or empty. ``yours`` and ``key`` are in words. ``confidence`` is
    one of so many ``levels``, ``certainty`` the mark for it; ``None`` where nobody said.
    """

    number: int
    item: str
    kind: str
    claims: tuple[str, ...]
    text: str
    quoted: bool
    standing: str
    said: str
    yours: str
    key: str
    verdict: str
    mark: Mark
    confidence: int | None
    levels: int | None
    certainty: int | None
    sure: str
    at: datetime | None

    def cells(self) -> tuple[Cell, ...]:
        """The answer as a row under ``COLUMNS``."""
        return (
            self.number,
            self.item,
            self.kind,
            " ".join(self.claims),
            self.text,
            self.standing,
            self.key,
            self.said,
            self.yours,
            self.mark.outcome,
            round(self.mark.credit, 6),
            float(self.mark.weight),
            round(self.mark.guess, 6),
            self.confidence,
            self.levels,
            self.certainty,
            self.at.isoformat() if self.at else "",
        )


def answers(bank: Bank, attempt: Attempt) -> tuple[Answered, ...]:
    """Every marked item of an attempt, in the order posed."""
    return tuple(_answers(bank, attempt))


def _answers(bank: Bank, attempt: Attempt) -> Iterator[Answered]:
    for number, mark in enumerate(score(bank, attempt).marks, start=1):
        item, answer = bank.item[mark.item], attempt.answers.get(mark.item)
        told = feedback(bank, item, answer, attempt.rules)
        response = answer.response if answer else ()
        yield Answered(
            number=number,
            item=item.id,
            kind=item.kind,
            claims=bank.asks(item),
            text=item.subject,
            quoted=item.quotes_a_claim,
            standing=answered_standing(item.kind, item.key()),
            said=answered_standing(item.kind, response) if answer else "",
            yours=item.describe(response) if answer else "",
            key=item.describe(item.key()),
            verdict=told.verdict,
            mark=mark,
            confidence=answer.confidence if answer else None,
            levels=attempt.rules.levels if answer and answer.confidence else None,
            certainty=told.certainty,
            sure=told.sure,
            at=answer.at if answer else None,
        )


def attempt_cells(bank: Bank, attempt: Attempt) -> Mapping[str, Cell]:
    """What the rows of one attempt have in common, by the name of the column."""
    return {
        "attempt": attempt.id,
        "reader": attempt.reader,
        "bank": bank.id,
        "title": bank.title,
        "started": attempt.started.isoformat(),
        "submitted": attempt.submitted.isoformat() if attempt.submitted else "",
    }


def result_cells(bank: Bank, attempt: Attempt) -> Cells:
    """One result as a table: a row for each item, the names of the columns first."""
    shared = attempt_cells(bank, attempt)
    rows = ((*shared.values(), *one.cells()) for one in answers(bank, attempt))
    return ((*shared, *COLUMNS), *rows)
