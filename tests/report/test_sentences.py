"""The sentence of a result and of all progress, against numbers that are counted anew."""

import random
import re
from collections.abc import Iterable
from dataclasses import replace

import hypothesis
from hypothesis import settings
from hypothesis import strategies as st

from quizapp.bank import Bank
from quizapp.bank.model import STANDING_KINDS
from quizapp.items import PREFIX
from quizapp.quiz import Answer, Attempt, Verdict
from quizapp.report import progress, result
from quizapp.report.answers import Answered, answers
from quizapp.report.progress_cells import HEAD, progress_cells
from tests.report.banks import attempt, balanced, taken

SEEDS = st.integers(0, 10_000)
STANDINGS = ("confirmed", "asserted", "disputed", "denied", "unknown", "opinion", "not_stated")


def guessed(bank: Bank, seed: int) -> Attempt:
    """An attempt with a standing by chance for every claim whose standing is asked."""
    draw = random.Random(seed)
    made = attempt(bank, 1)
    given = dict(made.answers)
    for item in bank.usable:
        if item.kind in STANDING_KINDS and draw.random() < 0.9:
            said = draw.choice(STANDINGS)
            joint = item.kind == "standing_with_evidence"
            response = (PREFIX + said, *item.key()[1:]) if joint else (said,)
            given[item.id] = Answer(response, made.started, 2)
    return replace(made, answers=given)


def counted(lines: Iterable[Answered]) -> list[int]:
    """Confirmed ones found, confirmed ones, others called so, others; the first about a claim."""
    first: dict[str, tuple[bool, bool]] = {}
    for line in lines:
        if line.kind in STANDING_KINDS and line.said:
            pair = (line.standing == "confirmed", line.said == "confirmed")
            first.setdefault(line.claims[0], pair)
    pairs = list(first.values())
    confirmed = [said for key, said in pairs if key]
    others = [said for key, said in pairs if not key]
    return [sum(confirmed), len(confirmed), sum(others), len(others)]


def numbers(sentence: str) -> list[int]:
    """The numbers in it, from left to right."""
    return [int(found) for found in re.findall(r"\d+", sentence)]


@hypothesis.given(SEEDS)
@settings(max_examples=25)
def test_the_sentence_of_a_result_says_what_was_answered(seed: int) -> None:
    """Found, of how many; called so, of how many: counted from the list of the items."""
    bank = balanced()
    made = guessed(bank, seed)

    said = result(bank, made).sentence

    assert numbers(said) == counted(answers(bank, made))


@hypothesis.given(SEEDS)
@settings(max_examples=10)
def test_the_sentence_of_progress_says_what_the_table_has(seed: int) -> None:
    """The counts over all banks are those of the rows of what was seen first."""
    sat = [(bank, guessed(bank, seed + n)) for n, (bank, _attempt) in enumerate(taken(3))]
    found = progress(sat, len(sat))

    rows = [dict(zip(HEAD, row, strict=True)) for row in progress_cells(sat, sat)[1:]]

    per_bank = [counted(answers(bank, made)) for bank, made in sat]
    assert numbers(found.sentence)[:4] == [sum(column) for column in zip(*per_bank, strict=True)]
    asked = [row for row in rows if row["row"] == "first_sight"]
    assert len(asked) == sum(len(answers(bank, made)) for bank, made in sat)


def test_a_verdict_is_told_with_the_numbers_it_rests_on() -> None:
    """Also where everything was right."""
    found = progress(taken(4), 4)

    assert isinstance(found.judged, Verdict)
    seen = found.judged.counted
    wanted = [seen.found, seen.confirmed, seen.false_alarms, seen.others]
    assert numbers(found.sentence)[:4] == wanted
