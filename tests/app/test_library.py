"""The cards on the home screen."""

import shutil
from pathlib import Path

import pytest

from quizapp.app.library import BankCard, BrokenCard, Library
from quizapp.quiz import Rules
from quizapp.store import Store
from tests.examples import FERRY
from tests.taking import begun, edited


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example bank."""
    return shutil.copytree(FERRY, tmp_path / "ferry")


def only(library: Library, store: Store) -> BankCard:
    """The one card of the library."""
    (card,) = library.cards(store, "me")
    assert isinstance(card, BankCard)
    return card


def test_a_bank_that_was_not_taken_says_what_it_holds(store: Store, folder: Path) -> None:
    """A reader sees what a bank trains and how long it takes before beginning."""
    card = only(Library([folder]), store)

    assert (card.state, card.items, card.minutes) == ("new", 13, 11)
    assert (card.title, card.publisher_line) == ("The ferry that stayed", "invented for tests")
    assert card.trains == ("How it stands", "The words that show it")
    assert [(s.standing, s.items, s.right, s.answered) for s in card.bar] == [
        ("confirmed", 2, 0, 0),
        ("asserted", 2, 0, 0),
        ("disputed", 1, 0, 0),
        ("unknown", 1, 0, 0),
    ]


def test_an_open_attempt_counts_what_was_answered_but_gives_no_key_away(
    store: Store, folder: Path
) -> None:
    """Home never says whether an answer is right before its feedback was asked for."""
    sitting = begun(store)
    sitting.answer("how-permit", ("confirmed",))
    sitting.answer("how-sold", ("asserted",))
    sitting.check("how-sold")

    card = only(Library([folder]), store)

    assert (card.state, card.answered, card.right, card.posed) == ("open", 2, 1, 13)
    assert (card.attempt, card.date) == ("a1", sitting.attempt.started)
    assert {(s.standing, s.right, s.answered) for s in card.bar if s.answered} == {
        ("confirmed", 0, 1),
        ("asserted", 1, 1),
    }


def test_a_finished_attempt_shows_what_was_right(store: Store, folder: Path) -> None:
    """The card of a bank that was taken says how it went, and when."""
    sitting = begun(store, rules=Rules.test())
    sitting.answer("who", ("harbour",))
    sitting.answer("whole", ("true",))
    sitting.submit()

    card = only(Library([folder]), store)

    assert (card.state, card.answered, card.right) == ("done", 2, 1)
    assert card.date == sitting.attempt.submitted


def test_a_broken_bank_has_a_card_with_all_that_is_wrong(store: Store, folder: Path) -> None:
    """One bad file does not empty the home screen."""
    (folder / "bank.nt").write_text(edited("kind: scope", "kind: scoop"), "utf-8")

    (card,) = Library([folder]).cards(store, "me")

    assert isinstance(card, BrokenCard)
    assert [problem.code for problem in card.problems] == ["unknown-kind"]


def test_a_bank_is_read_again_when_its_file_edited(store: Store, folder: Path) -> None:
    """An author sees an edit without starting the program anew; a known file is not read again."""
    library = Library([folder])
    only(library, store)
    first = library._read[folder]
    only(library, store)
    assert library._read[folder] is first

    title = edited("title: The ferry that stayed\nlang", "title: Edited!\nlang")
    (folder / "bank.nt").write_text(title, "utf-8")

    assert only(library, store).title == "Edited!"


def test_an_attempt_is_shown_as_it_was_taken_after_the_bank_was_edited(
    store: Store, folder: Path
) -> None:
    """Taking a question out of a bank takes nothing from whoever answered it."""
    begun(store).answer("how-permit", ("confirmed",))
    fields = ("id: how-permit", "kind: standing", "claims:", "    - permit\n    -", "")
    item = "\n        ".join(fields)
    (folder / "bank.nt").write_text(edited(item, ""), "utf-8")

    card = only(Library([folder]), store)

    assert (card.items, card.posed, card.answered) == (12, 13, 1)


@pytest.mark.parametrize("gone", [True, False])
def test_attempts_at_a_bank_that_is_gone_keep_their_card(
    store: Store, folder: Path, gone: bool
) -> None:
    """Deleting a bank's file loses nobody's work."""
    begun(store).answer("who", ("harbour",))
    library = Library([folder] if gone else [])
    shutil.rmtree(folder)

    cards = library.cards(store, "me")

    assert [type(card) for card in cards[:-1]] == ([BrokenCard] if gone else [])
    assert isinstance(cards[-1], BankCard)
    assert (cards[-1].path, cards[-1].title) == (None, "The ferry that stayed")
