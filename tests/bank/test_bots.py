"""Players that never read."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from quizapp.bank import Bank, examine
from quizapp.bank.bots import CONSTANT, Played, picks, play
from quizapp.bank.chance import tail
from quizapp.items import Cloze, Gap, Item, MultipleResponse, Option, SingleChoice, TrueFalse
from tests.examples import ferry

GUESSABLE = Path(__file__).parents[1] / "data" / "guessable"
BOTS = (
    "longest option", "most hedged option", "most words shared with the article", "first option",
    "always asserted", "always unknown", "always confirmed",
)  # fmt: skip


def asked(*items: Item) -> dict[str, Played]:
    """What each bot does with these items about the example's article."""
    return {played.bot: played for played in play(replace(ferry(), items=items))}


def choice(n: int, key: int, *texts: str) -> SingleChoice:
    """A choice between texts."""
    options = tuple(Option(id_, text) for id_, text in zip("abc", texts, strict=True))
    return SingleChoice(id=f"q{n}", stem="Which?", options=options, right="abc"[key])


def test_every_bot_beats_a_bank_made_to_be_guessed() -> None:
    """Each gate fails where it should, and the check says so bot by bot."""
    reading = examine(
        (GUESSABLE / "bank.nt").read_bytes(), "bank.nt", lambda n: (GUESSABLE / n).read_bytes()
    )
    assert reading.bank is not None

    assert {p.bot: p.verdict for p in play(reading.bank)} == dict.fromkeys(BOTS, "failed")
    told = [p.what for p in reading.problems if p.code == "bot"]
    assert [sum(f"“{bot}”" in what for what in told) for bot in BOTS] == [1] * len(BOTS)
    codes = {p.code for p in reading.problems}
    assert codes >= {"one-standing", "unbalanced", "key-places", "hedged-keys", "long-key"}
    assert {p.severity for p in reading.problems} == {"warning"}


def test_a_bot_picks_by_its_own_cue_alone() -> None:
    """Three cues, three options: each bot goes its own way."""
    item = choice(1, 0, "rudder mended", "may be perhaps", "nothing that stands in it at all")

    found = {bot: played.found for bot, played in asked(item).items() if played.n}

    assert found == {
        "longest option": 0, "most hedged option": 0, "most words shared with the article": 1,
        "first option": 1,
    }  # fmt: skip
    hedged = asked(replace(item, right="b"))
    assert [p.bot for p in hedged.values() if p.found] == ["most hedged option"]
    long = asked(replace(item, right="c"))
    assert [p.bot for p in long.values() if p.found] == ["longest option"]


def test_a_bot_leaves_out_what_its_cue_does_not_part() -> None:
    """Options alike in length say nothing to whoever looks at length."""
    played = asked(choice(1, 0, "red", "tan", "dun"))

    assert played["longest option"].n == 0
    assert played["longest option"].verdict == "not played"
    assert played["first option"].n == 1


def test_fixed_lists_are_left_to_the_bots_that_always_say_one_thing() -> None:
    """Of the example's standing items no cue bot plays any."""
    items = [i for i in ferry().items if i.kind.startswith("standing") or i.kind == "evidence"]

    played = asked(*items)

    assert [played[bot].n for bot in BOTS[:4]] == [0, 0, 0, 0]
    assert {played[f"always {standing}"].n for standing in CONSTANT} == {2}


def test_true_or_not_is_played_by_place_only() -> None:
    """Who always says true finds out whether most statements are true."""
    statements = [TrueFalse(id=f"t{n}", stem="So it is.", right="true") for n in range(7)]

    played = asked(*statements)

    assert played["first option"].verdict == "failed"
    assert played["first option"].expected == 3.5
    assert played["longest option"].n == 0


def test_several_keys_count_only_when_all_are_found() -> None:
    """Partial credit is rounded down, and so is what chance would give."""
    options = tuple(Option(i, t) for i, t in zip("abcd", ("xxxx", "xxx", "xx", "x"), strict=True))
    both = MultipleResponse(id="m", stem="Which?", options=options, right=("a", "b"))

    found, missed = asked(both), asked(replace(both, right=("a", "c")))

    assert (found["longest option"].found, missed["longest option"].found) == (1, 0)
    assert found["longest option"].expected == pytest.approx(1 / 6)


def test_every_gap_of_a_list_must_be_right() -> None:
    """A text with gaps counts as one item; a typed gap cannot be picked."""
    gaps = (Gap("g1", ("xx",), ("xx", "x")), Gap("g2", ("xxx",), ("x", "xxx", "xx")))
    item = Cloze(id="c", text="[[g1]] [[g2]]", gaps=gaps)

    played = asked(item)["longest option"]

    assert (played.n, played.found) == (1, 1)
    assert played.expected == pytest.approx(1 / 6)
    assert picks(replace(item, gaps=(gaps[0], Gap("g2", ("x",))))) == ()


def test_partial_credit_of_an_option_is_no_key() -> None:
    """An option that earns half is not what a bot is after."""
    item = choice(1, 1, "white", "red", "tan")
    half = replace(item.options[0], credit=Decimal("0.5"))

    assert asked(replace(item, options=(half, *item.options[1:])))["longest option"].found == 0


def test_the_gate_is_the_tail_of_the_guess_rates() -> None:
    """Two options and three options side by side, as exact as the sum over both."""
    items = [choice(n, 0, "white", "red", "tan") for n in range(3)]
    pair = replace(items[0], id="p", options=items[0].options[:2])

    played = asked(*items, pair)["longest option"]

    assert (played.n, played.found) == (4, 4)
    assert played.expected == pytest.approx(1.5)
    assert played.p == pytest.approx(tail([1 / 3] * 3 + [0.5], 4)) == pytest.approx(1 / 54)
    assert played.least is None
    assert played.verdict == "passed, n small"


def test_enough_items_exclude_a_cue() -> None:
    """With a few hundred items a bot that fails is called harmless without a proviso."""
    items = [choice(n, n % 3, "white", "red", "tan") for n in range(300)]

    played = asked(*items)["longest option"]

    assert (played.found, played.verdict) == (100, "passed")
    assert played.least is not None
    assert played.least < 0.2


def test_a_stale_item_is_not_played() -> None:
    """What a reader is not asked gives nothing away."""
    whole: Bank = replace(ferry(), stale=frozenset({"permit"}))

    before, after = (next(p for p in play(b) if p.bot == "first option") for b in (ferry(), whole))

    assert before.n > after.n
