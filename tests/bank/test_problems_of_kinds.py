"""Each problem of an item that is typed or put in place, made alone; ``¦`` is where it must be."""

import pytest

from quizapp.errors import Problem
from tests.examples import changed, examined
from tests.kinds import KINDS_TEXT

Changes = tuple[tuple[str, str], ...]
FOUR = "            - permit\n            - faults\n            - sold\n            - slow\n"
ACCEPTED = "            - a deckhand\n            - deckhand\n"
NEAR = "feedback: He does sail, but the article calls him something else."
DEEP = " " * 20
HEADLINES = "text: Line silent on talk of a sale"

ERRORS: dict[str, Changes] = {
    "unsaid": ((FOUR, FOUR + "            - ¦jobs\n"),),
    "unclear-source": ((FOUR, FOUR + "            - ¦stopped\n"),),
    "several-sources": (
        (FOUR, FOUR + "            - ¦life\n"),
        ("                source: union\n                cue: answers\n",
         "                source: line\n                stance: asserts\n"
         "                evidence: no timetable is worth a life\n            -\n"
         "                source: union\n                cue: answers\n"),
    ),
    "duplicate-id, claim of a match": ((FOUR, FOUR + "            - ¦permit\n"),),
    "too-few, match": (
        (FOUR, "            - permit\n"), ("        id: who-what\n", "        ¦id: who-what\n"),
    ),
    "unknown-id, source of a match": (
        ("        sources:\n            - line\n", "        sources:\n            - ¦lime\n"),
    ),
    "unknown-id, claim of a match": ((FOUR, FOUR.replace("slow", "¦slaw")),),
    "one-source": (
        (FOUR, "            - slow\n            - patience\n"),
        ("        sources:\n            - line\n", ""),
        ("        id: who-what\n", "        ¦id: who-what\n"),
    ),
    "duplicate-option, order": (("text: He asks again.", "text: ¦The permit is withdrawn!"),),
    "no-credit-here": (
        ("text: He asks again.", "text: He asks again.\n                credit: ¦0.5"),
    ),
    "no-stem, short answer": (
        ("        stem: Who says that the line has sold the ship?\n", ""),
        ("        id: of-whom\n", "        ¦id: of-whom\n"),
    ),
    "empty-answer": ((ACCEPTED, ACCEPTED + "            - ¦…\n"),),
    "empty-answer, near": (("text: a sailor", "text: ¦…"),),
    "near-and-right": (("text: a sailor", "text: ¦Deckhand!"),),
    "empty-field, near": ((NEAR, "feedback:¦"),),
    "missing-field, accepted": (
        ("        accepted:\n" + ACCEPTED, ""), ("        id: of-whom\n", "        ¦id: of-whom\n"),
    ),
    "no-stem, numeric": (
        ("        stem: How many faults does the inspection report list?\n", ""),
        ("        id: how-many\n", "        ¦id: how-many\n"),
    ),
    "bad-number, answer": (("answer: 11", "answer: ¦eleven"),),
    "bad-number, tolerance": (("answer: 11", "answer: 11\n        tolerance: ¦-1"),),
    "missing-field, answer": (
        ("        answer: 11\n", ""), ("        id: how-many\n", "        ¦id: how-many\n"),
    ),
    "bad-unit": (("unit: faults", "unit: ¦3 faults"),),
    "bad-unit, other": (("            - fault\n", "            - ¦,5 faults\n"),),
    "gap-places": (("[[who]] told", "told"), ("id: who\n", "id: ¦who\n")),
    "unknown-gap": (("text: On Thursday the", "text: ¦On [[day]] the"),),
    "duplicate-id, gap": (
        ("[[verb]]", "withdrawn"), ("id: verb", "id: ¦who"),
    ),
    "empty-answer, gap": (("- harbourmaster", "- ¦!"),),
    "no-key, gap": (
        ("                options:\n                    - office\n                    - council\n",
         "                options:\n                    ¦- office\n"),
    ),
    "two-keys, gap": (
        ("                accepted:\n                    - council\n",
         "                accepted:\n                    - council\n                    - paper\n"),
        (f"{DEEP}- paper\n            -\n", f"{DEEP}- ¦paper\n            -\n"),
    ),
    "duplicate-option, gap": (
        (f"{DEEP}- paper\n", f"{DEEP}- paper\n{DEEP}- ¦Paper.\n"),
    ),
    "empty-field, text": (
        ("text: On Thursday the [[who]] told the town [[where]] that her office had [[verb]] the "
         "permit.", "text:¦"),
    ),
    "no-claim, overstatement": (
        ("        kind: overstatement\n        claims:\n            - sold\n",
         "        kind: overstatement\n"),
        ("        id: too-far\n", "        ¦id: too-far\n"),
    ),
    "duplicate-option, headline": ((HEADLINES, "text: ¦Ferry line sells the ship!"),),
}  # fmt: skip


def found(changes: Changes) -> tuple[tuple[Problem, ...], tuple[int, int], bool]:
    """The problems, the line and column of the mark, and whether there is a bank all the same."""
    marked = changed(*changes, text=KINDS_TEXT)
    before = marked[: marked.index("¦")]
    place = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    reading = examined(marked.replace("¦", ""))
    return reading.problems, place, reading.bank is not None


def test_the_example_itself_is_sound() -> None:
    """Every message below comes from the change, and not from the example."""
    assert examined(KINDS_TEXT).problems == ()


@pytest.mark.parametrize("code", ERRORS)
def test_an_error_is_reported_alone_at_its_line_and_column(code: str) -> None:
    """The author's editor jumps to the very word, and the bank is refused as a whole."""
    problems, place, usable = found(ERRORS[code])

    assert [(p.code, p.severity) for p in problems] == [(code.partition(",")[0], "error")]
    assert (problems[0].line, problems[0].column) == place
    assert not usable


@pytest.mark.parametrize("code", ERRORS)
def test_every_message_says_what_is_wrong_and_what_to_do(code: str) -> None:
    """``file:line:column: what, and what to do``, both as sentences."""
    problems, (line, column), _usable = found(ERRORS[code])
    problem = next(p for p in problems if p.code == code.partition(",")[0])

    assert str(problem).startswith(f"bank.nt:{line}:{column}: ")
    assert problem.what[-1] == "."
    assert problem.remedy[-1] in ".?"
