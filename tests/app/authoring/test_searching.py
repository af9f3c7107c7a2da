import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp.app.authoring import drafts
from quizapp.app.authoring.draft import draft_of
from quizapp.app.authoring.searching import Finder, FoundItem, move_item
from quizapp.app.authoring.session import Authoring
from quizapp.app.bank_files import open_bank, shipped
from quizapp.app.banking import versions
from quizapp.errors import QuizappError
from quizapp.store import Store
from tests.examples import FERRY

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The example as a bank of the author’s own."""
    return shutil.copytree(FERRY, tmp_path / "banks" / "ferry")


def other(tmp_path: Path) -> Authoring:
    """A draft of another bank."""
    return Authoring.begin(tmp_path / "drafts" / "other", draft_of(open_bank(shipped()[0]), ()))


def permit(own: Path) -> FoundItem:
    """An item of the example."""
    return Finder((own,), (own,)).find("permit withdrawn")[0]


def test_items_are_found_by_words_in_any_order() -> None:
    """Every word must stand in the question, its options, its feedback or its tags."""
    finder = Finder((FERRY, *shipped()))

    found = finder.find("Permit WITHDRAWN")

    assert found
    assert {one.bank for one in found} == {"ferry"}
    assert finder.find("withdrawn permit") == found
    assert finder.find("permit zeppelin") == ()
    assert finder.find("  ") == ()


def test_a_bank_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    """One broken bank does not keep the others from being found."""
    (tmp_path / "bank.nt").write_text("no bank")

    assert Finder((tmp_path, FERRY)).find("permit")


def test_only_items_of_own_banks_can_be_moved(own: Path) -> None:
    """The banks that come with the program stay as they are."""
    found = Finder((own, *shipped()), (own,)).find("the")

    assert {one.movable for one in found if one.folder == own} == {True}
    assert {one.movable for one in found if one.folder != own} == {False}


def test_a_moved_item_leaves_its_bank_which_keeps_the_version_that_it_was(
    own: Path, tmp_path: Path, store: Store
) -> None:
    """It is in the draft, not in the bank, and the bank of before can come back."""
    session, found = other(tmp_path), permit(own)
    before = len(open_bank(own).items)

    id_ = move_item(session, found, tmp_path, store, NOW)

    assert id_ in {item.id for item in session.draft.items}
    assert found.item.id not in open_bank(own).item
    assert [version.items for version in versions(store, "ferry")] == [before, before - 1]


def test_a_draft_of_the_bank_follows(own: Path, tmp_path: Path, store: Store) -> None:
    """Saving it does not bring the item back, and it is still the draft of that bank."""
    drafts.edit_bank(tmp_path, own).close()

    found = permit(own)
    move_item(other(tmp_path), found, tmp_path, store, NOW)

    session = drafts.edit_bank(tmp_path, own)
    assert found.item.id not in {item.id for item in session.draft.items}
    drafts.save_bank(session, tmp_path, store, NOW)
    assert found.item.id not in open_bank(own).item


def test_an_item_that_cannot_leave_its_bank_is_not_copied_either(
    own: Path, tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither half is done where the other fails."""
    session, found = other(tmp_path), permit(own)
    items = session.draft.items

    def full(*_args: object) -> None:
        raise QuizappError("no room")

    monkeypatch.setattr("quizapp.app.authoring.searching.save", full)
    with pytest.raises(QuizappError, match="no room"):
        move_item(session, found, tmp_path, store, NOW)

    assert session.draft.items == items
