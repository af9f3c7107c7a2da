"""What a student reads otherwise, as it travels with their attempt.

What comes back was written elsewhere: each contest is read for itself and within bounds, and one
that cannot be read costs neither the others nor the attempt.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from quizapp.claims import Standing
from quizapp.quiz import Contest
from quizapp.quiz.contest import MOST_CHARACTERS

MOST = 200  # contests of one attempt; a bank of 40 items has one for each at most
MOST_SENTENCES, MOST_ID = 200, 200  # characters of an id


@dataclass(frozen=True, slots=True)
class Contested:
    """A contest without what became of it. ``item`` is an id of the pack, ``at`` is aware UTC."""

    item: str
    sentences: tuple[str, ...]
    standing: Standing
    reason: str
    at: datetime


def of_contest(contest: Contest) -> Contested:
    """What travels of a contest."""
    return Contested(contest.item, contest.sentences, contest.standing, contest.reason, contest.at)


def record(one: Contested) -> list[Any]:
    """A contest as canonical JSON takes it."""
    at = one.at.astimezone(UTC).isoformat()
    return [one.item, list(one.sentences), one.standing.value, one.reason, at]


def contests_in(given: object) -> tuple[Contested, ...]:
    """The contests that can be read, as they stand there; the first ``MOST`` of them."""
    found = []
    for one in given[:MOST] if isinstance(given, list) else ():
        try:
            found.append(_contested(one))
        except (ValueError, TypeError):
            continue
    return tuple(found)


def _contested(given: Sequence[Any]) -> Contested:
    item, sentences, standing, reason, at = given
    if not isinstance(sentences, list) or len(sentences) > MOST_SENTENCES:
        raise ValueError("sentences are a short list")
    when = datetime.fromisoformat(_text(at, MOST_ID))
    if when.tzinfo is None or not 1970 <= when.year <= 9000:
        raise ValueError("a time without a zone, or out of all time")
    return Contested(
        _text(item, MOST_ID),
        tuple(_text(one, MOST_ID) for one in sentences),
        Standing(_text(standing, MOST_ID)),
        _text(reason, MOST_CHARACTERS),
        when,
    )


def _text(value: object, most: int) -> str:
    if not isinstance(value, str) or len(value) > most or "\0" in value:
        raise ValueError("no string, too long a one, or a character that no database keeps")
    return value
