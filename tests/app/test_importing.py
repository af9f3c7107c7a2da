"""Questions of other programs: looked through, brought into a bank, and taken back."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp.app.authoring.draft import draft_of
from quizapp.app.authoring.session import Authoring
from quizapp.app.bank_files import own_banks
from quizapp.app.banking import versions
from quizapp.app.importing import (
    Intake,
    bring_into,
    bring_into_draft,
    bring_new,
    look,
    look_at,
    take_back,
)
from quizapp.app.library import open_bank
from quizapp.bank import canonical
from quizapp.errors import FileError, QuizappError
from quizapp.store import Store
from quizapp.ui.tasks import CancelledError
from tests.examples import FERRY, ferry

NOW = datetime(2026, 3, 1, tzinfo=UTC)
QUIZ = b"""// [id:w1] [tag:easy]
::Ponds::Who lives there?{=A newt ~A fox}

The pond is wet.{TRUE}

Broken{=a

Write about ponds.{}
"""


def quiet(_done: int, _total: int) -> None:
    """Nobody waits."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder."""
    (tmp_path / "banks").mkdir()
    return tmp_path


def quiz() -> Intake:
    """The file, looked through."""
    return look_at(QUIZ, "ponds.gift", quiet)


def every(intake: Intake) -> set[str]:
    """The ids of all that can be taken."""
    return {item.id for item in intake.bank.items}


def test_a_file_is_told_question_by_question() -> None:
    """Each with its kind and its worst remark; the broken one among its neighbours."""
    intake = quiz()

    assert (intake.title, len(intake.bank.items)) == ("GIFT (Moodle)", 3)
    assert [entry.worst for entry in intake.entries] == ["", "", "refused", "changed"]
    assert intake.entries[2].remarks[0].line == 6
    assert dict(intake.kinds) == {"single_choice": 1, "true_false": 1, "info": 1}


def test_they_make_a_bank_that_can_be_taken(folder: Path, store: Store) -> None:
    """Under its title, with a version kept."""
    brought = bring_new(quiz(), {"w1", "q2"}, "My ponds", folder, store, NOW)

    bank = open_bank(brought.path)
    assert (bank.title, [item.id for item in bank.items]) == ("My ponds", ["w1", "q2"])
    assert own_banks(folder) == (brought.path,)
    assert len(versions(store, bank.id)) == 1


def test_a_bank_needs_a_question_that_can_be_answered(folder: Path, store: Store) -> None:
    """Texts to read alone make none, and nothing is left of the attempt."""
    with pytest.raises(QuizappError, match="can be answered"):
        bring_new(quiz(), {"q4"}, "Texts", folder, store, NOW)

    assert own_banks(folder) == ()


def test_they_go_into_a_bank_at_hand_and_out_again(folder: Path, store: Store) -> None:
    """Taking them back leaves the bank as it was; the versions of both are kept."""
    path = shutil.copytree(FERRY, folder / "banks" / "ferry")
    before = canonical(open_bank(path))

    brought = bring_into(quiz(), every(quiz()), path, store, NOW)
    assert set(brought.ids) <= set(open_bank(path).item)
    take_back(brought, store, NOW)

    assert canonical(open_bank(path)) == before
    assert [version.items for version in versions(store, "ferry")] == [14, 17, 14]


def test_ids_that_are_taken_get_numbers(folder: Path, store: Store) -> None:
    """Bringing the same file in twice loses nothing."""
    path = shutil.copytree(FERRY, folder / "banks" / "ferry")

    bring_into(quiz(), every(quiz()), path, store, NOW)
    again = bring_into(quiz(), every(quiz()), path, store, NOW)

    assert again.ids == ("w1-2", "q2-2", "q4-2")
    assert len(open_bank(path).items) == 14 + 6


def test_a_new_bank_goes_when_it_is_taken_back(folder: Path, store: Store) -> None:
    """As if nothing had been."""
    take_back(bring_new(quiz(), {"w1"}, "Ponds", folder, store, NOW), store, NOW)

    assert own_banks(folder) == ()


def test_a_bank_that_was_changed_since_is_not_deleted(folder: Path, store: Store) -> None:
    """Work that somebody did on it stays."""
    brought = bring_new(quiz(), {"w1"}, "Ponds", folder, store, NOW)
    file = brought.path / "bank.nt"
    file.write_text(file.read_text("utf-8").replace("A newt", "A crested newt"), "utf-8")

    with pytest.raises(QuizappError, match="was changed since"):
        take_back(brought, store, NOW)

    assert own_banks(folder) == (brought.path,)


def test_they_go_into_a_draft_as_one_step(tmp_path: Path) -> None:
    """Which undo takes back."""
    session = Authoring.begin(tmp_path / "draft", draft_of(ferry(), ()))
    before = session.draft

    assert bring_into_draft(quiz(), {"w1", "q2"}, session) == 2
    assert {"w1", "q2"} <= {item.id for item in session.draft.items}
    session.undo()

    assert session.draft == before


def test_a_file_of_no_format_says_so(tmp_path: Path) -> None:
    """And one that is not there."""
    (tmp_path / "x.txt").write_text("Nothing to ask.")

    with pytest.raises(FileError, match="no file of questions"):
        look(tmp_path / "x.txt", quiet)
    with pytest.raises(FileError, match="cannot be read"):
        look(tmp_path / "none.gift", quiet)


def test_whoever_no_longer_wants_it_stops_it() -> None:
    """By raising from the report, as a cancelled task does."""

    def stop(_done: int, _total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        look_at(QUIZ, "ponds.gift", stop)


def test_a_question_that_no_bank_can_hold_says_why() -> None:
    """It stands in the list, and cannot be taken."""
    intake = look_at(b"Which?{=One ~one.}", "x.gift", quiet)

    assert [entry.item for entry in intake.entries] == [None] or intake.bank.items
