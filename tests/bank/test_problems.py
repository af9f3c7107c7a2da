"""Each problem of a bank's file, made alone in a sound bank; ``¦`` is where it must be reported."""

import pytest

from quizapp.errors import Problem
from tests.examples import changed, examined

Changes = tuple[tuple[str, str], ...]
STOPPED = "origin: invented, paragraph 1"
NEW_SOURCE = """    -
        id: ¦line
        name: Another line
        kind: group
        named: no
claims:
    -
        id: permit"""
SIDES = """        against:
            - life
        no_side:
            - fuel
        not_argued:
            - jobs
"""
FAR = """text: The permit was taken away
            -
                id: forever
                text: The ferry will never sail again
        key: taken"""
ANY = """any:
                        - the line has sold the ship
                        -
                            - According to a deckhand
                            - sold the ship"""
KEYED = """options:
            -
                id: line
                text: The ferry line
            -
                id: union
                text: The union
            -
                id: deckhand
                text: The deckhand
        key:
            - line
            - union
"""
KEYS = "            - union\n        scoring"

ERRORS: dict[str, tuple[tuple[str, str], ...]] = {
    "not-text": (("about: An invented story.", "about:\n    ¦- An invented story."),),
    "bad-id": (("id: ferry\n", "id: ¦Ferry!\n"),),
    "bad-id, empty": (("id: ferry\n", "id:¦\n"),),
    "unknown-value": (("kind: document", "kind: ¦documnt"),),
    "unknown-value, format": (("format: 1", "format: ¦one"),),
    "unknown-value, rater": (("sold: asserted", "sold: ¦aserted"),),
    "not-yes-no": (("kind: document\n        named: yes", "kind: document\n        named: ¦si"),),
    "bad-number": (("weight: 1.5", "weight: ¦1,5"),),
    "bad-number, high": (("weight: 1.5", "weight: ¦101"),),
    "bad-number, odd": (("weight: 1.5", "weight: ¦1e1"),),
    "bad-number, list": (("weight: 1.5", "weight:\n            ¦- 2"),),
    "not-list": (("skills:\n    - standing\n    - evidence", "skills: ¦standing"),),
    "short-list": (
        ("key:\n            - line\n" + KEYS, "key:\n            ¦[]\n        scoring"),
    ),
    "not-record": (
        ("picture:\n            file: rudder.png\n            alternative: A rudder",
         "picture: ¦rudder.png"),
    ),
    "not-record, article": (("items:\n    -\n", "items:\n    - ¦welcome\n    -\n"),),
    "not-record, rater": (
        ("standings:\n            sold: asserted\n            permit: confirmed",
         "standings: ¦asserted"),
    ),
    "unknown-field": (("licence: CC0-1.0", "licence: CC0-1.0\n¦licnse: MIT"),),
    "unknown-field, any": (
        ("                    any:\n", "                    ¦all: x\n                    any:\n"),
    ),
    "missing-field": (
        ("    cites: invented for tests\n", ""), ("file: article.txt", "¦file: article.txt"),
    ),
    "missing-field, kind": (("id: how-far\n        kind: scope", "¦id: how-far"),),
    "missing-field, key": (("        key: taken\n", ""), ("id: how-far", "¦id: how-far")),
    "bad-id, key": (("key: taken", "key: ¦Taken"),),
    "missing-field, options": (
        ("        options:\n            -\n                id: taken\n                " + FAR,
         "        key: taken"),
        ("id: how-far", "¦id: how-far"),
    ),
    "not-list, options": ((KEYED, "options: ¦several\n" + KEYED[KEYED.index("        key"):]),),
    "empty-field": (
        ("question: Should the ferry sail before every fault is mended?", "question:¦"),
    ),
    "not-list, any": ((ANY, "any: ¦the line has sold the ship"),),
    "not-list, no sets": ((ANY, "any:\n                        ¦[]"),),
    "no-words": (("evidence: did not sail this week", "evidence:¦"),),
    "no-words, empty list": (
        ("evidence: did not sail this week", "evidence:\n                    ¦[]"),
    ),
    "no-words, in a list": (("- lists eleven faults", "-¦\n                    - lists eleven"),),
    "missing-field, words": (
        ("evidence: did not sail this week", "evidence:\n                    ¦before: did"),
    ),
    "empty-field, words": (
        ("evidence: did not sail this week", "evidence:\n                    words:¦"),
    ),
    "unknown-kind": (("kind: scope", "kind: ¦scop"),),
    "span-missing": (("evidence: did not sail this week", "evidence: ¦did not sale this week"),),
    "span-missing, in a list": (("- lists eleven faults", "- ¦lists twelve faults"),),
    "span-missing, in a set": (
        ("deckhand\n                            - sold the ship",
         "deckhand\n                            - ¦sold the sheep"),
    ),
    "span-missing, one of the sets": (
        ("- the line has sold the ship", "- ¦the line has sold the sheep"),
    ),
    "span-twice": (("evidence: did not sail this week", "evidence: ¦ferry"),),
    "duplicate-id, source": (("claims:\n    -\n        id: permit", NEW_SOURCE),),
    "duplicate-id, claim": (
        ("trade_offs:\n", "    -\n        id: ¦jobs\n        text: Jobs are lost.\ntrade_offs:\n"),
    ),
    "duplicate-id, trade-off": (
        ("trade_offs:\n    -\n        id: sail",
         "trade_offs:\n    -\n        id: sail\n        question: Go?\n    -\n        id: ¦sail"),
    ),
    "duplicate-id, item": (
        ("raters:\n", "    -\n        id: ¦sort\n        kind: info\n        stem: Hi.\nraters:\n"),
    ),
    "duplicate-id, attribution": (
        ("source: union\n                cue: says",
         "id: ¦said-permit\n                source: union\n                cue: says"),
    ),
    "duplicate-id, option": (("id: crew", "id: ¦line"),),
    "unknown-id, source": (("source: deckhand", "source: ¦dekhand"),),
    "unknown-id, nested": (("nested_in: said-permit", "nested_in: ¦said"),),
    "unknown-id, claim": (
        ("id: how-sold\n        kind: standing\n        claims:\n            - sold",
         "id: how-sold\n        kind: standing\n        claims:\n            - ¦soled"),
    ),
    "unknown-id, trade-off": (("trade_off: sail", "trade_off: ¦sale"),),
    "unknown-id, side": (("no_side:\n            - fuel", "no_side:\n            - ¦fule"),),
    "unknown-id, rater": (("sold: asserted", "soled: ¦asserted"),),
    "standing-why": ((STOPPED, f"standing: ¦opinion\n        {STOPPED}"),),
    "same-standing": (("also: opinion", "also: ¦asserted"),),
    "no-basis": ((STOPPED, "standing: ¦confirmed\n        why: I say so."),),
    "empty-basis": (
        ("text: The island loses jobs.", "text: The island loses jobs.\n        basis: ¦record"),
    ),
    "few-sources": (("basis: record", "basis: ¦two_sources"),),
    "unknown-unshown": ((STOPPED, "standing: ¦unknown\n        why: I say so."),),
    "foil-evidence": ((STOPPED, "standing: ¦not_stated\n        why: I say so."),),
    "one-sided": (("source: union\n                cue: says", "source: line"),
                  ("id: rudder\n        text", "¦id: rudder\n        text")),
    "one-sided, with one who does not know": (
        ("source: union\n                cue: says",
         "source: harbour\n                stance: does_not_know\n"
         "                evidence: asked twice\n"
         "            -\n                source: line"),
        ("id: rudder\n        text", "¦id: rudder\n        text"),
    ),
    "two-sides": (("- life\n        no_side", "- life\n            - ¦slow\n        no_side"),),
    "argued-foil": (("            - jobs\nitems", "            - ¦stopped\nitems"),),
    "unargued": ((SIDES, "        against:\n            - life\n            - ¦jobs\n"),),
    "nesting-circle": (
        ("id: said-permit\n", "id: said-permit\n                nested_in: ¦said-permit\n"),
    ),
    "no-stem": (
        ("        stem: Who says that the permit is gone?\n", ""), ("id: who\n", "¦id: who\n"),
    ),
    "no-stem, statement": (
        ("        stem: The article gives a date for the new permit.\n", ""),
        ("id: whole\n", "¦id: whole\n"),
    ),
    "no-stem, info": (
        ("        stem: Read the story first.\n", ""), ("id: welcome\n", "¦id: welcome\n"),
    ),
    "empty-field, option": (("text: The union", "text:¦"),),
    "empty-option": (("text: The union", "text: ¦…"),),
    "duplicate-option": (("text: One of the crew", "text: ¦the  ferry-line!"),),
    "no-key": (("key: taken", "key: ¦token"),),
    "no-key, of several": ((KEYS, KEYS.replace("union", "¦unoin")),),
    "key-credit": (
        (FAR, FAR.replace("away", "away\n                credit: 0.5").replace("key: ", "key: ¦")),
    ),
    "two-keys": (
        ("text: One of the crew", "text: One of the crew\n                credit: ¦1"),
    ),
    "repeated-key": ((KEYS, KEYS.replace("\n", "\n            - ¦line\n")),),
    "all-keys": (
        ("key:\n            - line\n" + KEYS,
         "key:\n            ¦- line\n" + KEYS.replace("\n", "\n            - deckhand\n")),
    ),
    "one-claim": (
        ("        claims:\n            - faults\n", ""), ("id: how-faults", "¦id: how-faults"),
    ),
    "one-claim, two": (("            - faults\n", "            ¦- faults\n            - sold\n"),),
    "no-claim": (
        ("scope\n        claims:\n            - permit\n", "scope\n"),
        ("id: how-far", "¦id: how-far"),
    ),
    "no-trade-off": (("        trade_off: sail\n", ""), ("id: sort", "¦id: sort")),
    "too-few": ((SIDES, ""), ("id: sort", "¦id: sort")),
    "not-in-trade-off": (
        ("trade_off: sail", "trade_off: sail\n        claims:\n            - slow\n"
                             "            - life\n            - ¦sold"),
    ),
}  # fmt: skip
WARNINGS: dict[str, Changes] = {
    "long-claim": (("text: The island loses jobs.", "text: ¦" + " ".join(["word"] * 21)),),
    "unbalanced": (
        ("id: how-faults\n        kind: standing", "id: how-faults\n        kind: evidence"),
        ("items:\n    -", "items:\n    ¦-"),
    ),
    "no-named-person": (
        ("kind: person\n        named: yes", "kind: person\n        named: no"),
        ("sources:\n    -", "sources:\n    ¦-"),
    ),
    "edited": (
        ("as_of: the week after 9 April", "as_of: the week after 9 April\n    sha256: ¦0123"),
    ),
}


def found(changes: Changes) -> tuple[tuple[Problem, ...], tuple[int, int], bool]:
    """The problems, the line and column of the mark, and whether there is a bank all the same."""
    marked = changed(*changes)
    before = marked[: marked.index("¦")]
    place = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    reading = examined(marked.replace("¦", ""))
    return reading.problems, place, reading.bank is not None


@pytest.mark.parametrize("code", ERRORS)
def test_an_error_is_reported_alone_at_its_line_and_column(code: str) -> None:
    """The author's editor jumps to the very word, and the bank is refused as a whole."""
    problems, place, usable = found(ERRORS[code])

    assert [(p.code, p.severity) for p in problems] == [(code.partition(",")[0], "error")]
    assert (problems[0].line, problems[0].column) == place
    assert not usable


@pytest.mark.parametrize("code", WARNINGS)
def test_a_warning_is_reported_at_its_line_and_the_bank_can_be_used(code: str) -> None:
    """Advice does not stop anybody."""
    problems, place, usable = found(WARNINGS[code])

    assert [(p.code, p.severity) for p in problems] == [(code, "warning")]
    assert (problems[0].line, problems[0].column) == place
    assert usable


@pytest.mark.parametrize("code", [*ERRORS, *WARNINGS])
def test_every_message_says_what_is_wrong_and_what_to_do(code: str) -> None:
    """``file:line:column: what, and what to do``, both as sentences."""
    problem = found((ERRORS | WARNINGS)[code])[0][0]

    assert str(problem).startswith(f"bank.nt:{problem.line}:{problem.column}: ")
    assert problem.what[-1] == "."
    assert problem.remedy[-1] in ".?"


def test_the_example_itself_is_sound() -> None:
    """Every message above comes from the change, and not from the example."""
    assert examined(changed()).problems == ()


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("unknown-field", "Did you mean “licence”?"),
        ("unknown-kind", "Did you mean “scope”?"),
        ("unknown-value", "Did you mean “document”?"),
        ("unknown-id, source", "Did you mean “deckhand”?"),
        ("unknown-id, trade-off", "Did you mean “sail”?"),
        ("no-key", "Did you mean “taken”?"),
    ],
)
def test_a_slip_of_the_finger_gets_a_proposal(code: str, hint: str) -> None:
    """The author need not look the name up."""
    assert found(ERRORS[code])[0][0].remedy == hint


def test_what_follows_an_entry_that_cannot_be_read_keeps_its_line() -> None:
    """Two mistakes in one list are each reported where they are."""
    marked = changed(
        ("items:\n    -\n", "items:\n    - hello\n    -\n"), ("trade_off: sail", "trade_off: ¦sale")
    )
    line = marked[: marked.index("¦")].count("\n") + 1

    problems = examined(marked.replace("¦", "")).problems

    assert [(p.code, p.line) for p in problems][1:] == [("unknown-id", line)]


def test_all_problems_come_at_once_in_the_order_of_their_lines() -> None:
    """One look at the list is enough to mend the file."""
    text = changed(
        ("kind: document", "kind: documnt"), ("key: taken", "key: token"), ("cites:", "sites:"),
    )  # fmt: skip

    problems = examined(text).problems

    assert [p.code for p in problems] == [
        "missing-field", "unknown-field", "unknown-value", "no-key",
    ]  # fmt: skip
    assert [p.line for p in problems] == sorted(p.line for p in problems)


def test_a_bank_that_asks_nothing_is_refused() -> None:
    """A list of texts to read is no quiz."""
    text = changed()
    text = text[: text.index("    -\n        id: who\n")]

    assert [p.code for p in examined(text).problems] == ["no-items"]


def test_a_file_of_many_wrong_ids_is_checked_at_once() -> None:
    """The first ones get a proposal; looking for all of them would take minutes."""
    items = "".join(
        f"    -\n        id: i{n}\n        kind: info\n        stem: Hi.\n        claims:\n"
        f"            - sould{n}\n"
        for n in range(60)
    )

    problems = examined(changed(("raters:\n", items + "raters:\n"))).problems

    assert len(problems) == 60
    assert [p.remedy for p in problems].count("Correct the id.") == 10
