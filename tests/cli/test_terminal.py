"""Typed answers in the terminal, where a letter alone is a command."""

import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.app.sitting import Sitting
from quizapp.cli.terminal import Terminal
from quizapp.quiz import Rules
from quizapp.store import Store
from tests.kinds import kinds
from tests.taking import Clock


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[Sitting]:
    """A test of the kinds that are typed, placed and put in order."""
    with closing(Store(tmp_path / "quizapp.db")) as store:
        yield Sitting.begin(kinds(), Rules.test(), store, Clock(), 7, "a1", "me")


def play(sitting: Sitting, item: str, *typed: str) -> str:
    """What is printed while these lines are typed at an item."""
    sitting.go(item)
    target = io.StringIO()
    lines = "".join(f"{line}\n" for line in typed)
    Terminal(sitting, io.StringIO(lines), target, "quizapp take").play(resumed=True)
    return target.getvalue()


@pytest.mark.parametrize(
    ("item", "typed", "saved"),
    [
        ("of-whom", "a deckhand", ("a deckhand",)),
        ("of-whom", "b flat", ("b flat",)),
        ("of-whom", "n o p e", ("n o p e",)),
        ("of-whom", "= a", ("a",)),
        ("of-whom", "= g 7", ("g 7",)),
        ("how-many", "11 faults", ("11 faults",)),
        ("gaps", "a; 2; b", ("who=a", "where=council", "verb=b")),
    ],
)
def test_words_are_an_answer_even_where_they_begin_with_a_letter_alone(
    sitting: Sitting, item: str, typed: str, saved: tuple[str, ...]
) -> None:
    """“a deckhand” is no wish to see the article; after = even “a” is an answer."""
    said = play(sitting, item, typed)

    assert sitting.attempt.answers[item].response == saved
    assert said.count("Saved.") == 1


def test_a_letter_alone_is_still_a_command(sitting: Sitting) -> None:
    """The letter a shows the article, f flags; neither is taken for an answer."""
    said = play(sitting, "of-whom", "f", "a")

    assert sitting.attempt.flags == {"of-whom"}
    assert "[p1s1] The night ferry" in said
    assert "of-whom" not in sitting.attempt.answers


@pytest.mark.parametrize(
    ("item", "typed", "hint"),
    [
        ("of-whom", "= ", "Type a word or a few."),
        ("how-many", "eleven", "Type one number, such as 12 or 1.5."),
        ("gaps", "one; 2", "Type what fills the 3 gaps, in their order, with ; between them."),
        ("chain", "1 2", "Type all 4 numbers in their order, such as 4 3 2 1."),
        ("who-what", "1 2", "Type 4 numbers, one for each line, in their order, such as 1 2 3 4."),
    ],
)
def test_what_is_no_answer_gets_a_hint_and_the_same_question(
    sitting: Sitting, item: str, typed: str, hint: str
) -> None:
    """Nothing half typed is saved."""
    said = play(sitting, item, typed)

    assert hint in " ".join(said.split())
    assert item not in sitting.attempt.answers


def test_the_help_says_how_a_letter_becomes_an_answer(sitting: Sitting) -> None:
    """Whoever meets it finds the way out."""
    assert "= b" in play(sitting, "of-whom", "?")
