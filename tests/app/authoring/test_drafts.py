import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp.app.authoring import marking
from quizapp.app.authoring.drafts import (
    begin,
    begin_from_file,
    discard,
    drafts,
    edit_bank,
    save_bank,
)
from quizapp.app.authoring.wording import Splice
from quizapp.app.bank_files import open_bank, own_banks
from quizapp.app.banking import versions
from quizapp.app.importing import bring_new, look_at
from quizapp.claims import Span, Standing
from quizapp.errors import FileError, QuizappError
from quizapp.store import Store
from tests.app.authoring.test_cleaning import PASTED
from tests.examples import FERRY
from tests.taking import Clock

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def test_pasting_begins_a_draft_and_cleaning_is_a_step(tmp_path: Path) -> None:
    """What was pasted is there at once, put right; undo gives it back as it came."""
    session, cleaned = begin(tmp_path, PASTED)

    assert session.draft.title == "A water main for Quay Street"
    assert session.draft.cites == cleaned.cites
    assert session.draft.text == cleaned.text
    session.undo()
    assert "Share this article" in session.draft.text


def test_a_draft_is_saved_as_a_bank_of_ones_own_and_edited_again(
    tmp_path: Path, store: Store
) -> None:
    """The bank lies among one's own, can be opened by anyone, and its draft is taken up again."""
    session, _cleaned = begin(tmp_path, PASTED)
    at = session.draft.text.index("It stays shut")
    span = Span(at, at + 13)
    session.do("Mark", marking.mark(session.draft, span, Standing.ASSERTED, "Ruth Adeyemi")[0])

    saved = save_bank(session, tmp_path, store, Clock()())
    session.close()

    (path,) = own_banks(tmp_path)
    assert saved.new
    assert open_bank(path).map.claims[0].text == "It stays shut."
    again = edit_bank(tmp_path, path)
    assert again.folder == session.folder
    assert again.undoable == "Mark"


def test_a_draft_with_errors_is_no_bank_yet(tmp_path: Path, store: Store) -> None:
    """Saving says what is wrong and writes nothing."""
    session, _cleaned = begin(tmp_path, PASTED)

    with pytest.raises(FileError, match="asks nothing"):
        save_bank(session, tmp_path, store, Clock()())

    assert own_banks(tmp_path) == ()


def test_a_bank_that_was_changed_elsewhere_is_not_overwritten_by_an_old_draft(
    tmp_path: Path, store: Store
) -> None:
    """The draft of before stays in the list, and another one begins with the bank as it is."""
    path = shutil.copytree(FERRY, tmp_path / "banks" / "ferry")
    first = edit_bank(tmp_path, path)
    first.do("Reword", marking.change_claim(first.draft, "permit", text="It was withdrawn."))
    first.close()
    file = path / "bank.nt"
    file.write_text(file.read_text("utf-8").replace("title: ", "title: Another ", 1), "utf-8")

    second = edit_bank(tmp_path, path)

    assert second.folder != first.folder
    assert second.draft.title.startswith("Another")
    assert len(drafts(tmp_path)) == 2


def test_every_save_is_a_version(tmp_path: Path, store: Store) -> None:
    """Saving twice with a change between gives two versions to compare and go back to."""
    path, clock = shutil.copytree(FERRY, tmp_path / "banks" / "ferry"), Clock()
    session = edit_bank(tmp_path, path)
    session.do("Reword", marking.change_claim(session.draft, "permit", text="It was withdrawn."))

    save_bank(session, tmp_path, store, clock())

    found = versions(store, "ferry", open_bank(path))
    assert len(found) == 2
    assert found[-1].current
    assert edit_bank(tmp_path, path).folder == session.folder


def test_drafts_are_listed_and_can_be_thrown_away(tmp_path: Path) -> None:
    """The one that was worked at last comes first; a damaged one says so."""
    session, _cleaned = begin(tmp_path, PASTED)
    session.close()
    broken = tmp_path / "drafts" / "broken"
    broken.mkdir()
    (broken / "draft.json").write_text("x")

    cards = drafts(tmp_path)

    assert [card.title for card in cards] == ["A water main for Quay Street", "broken"]
    assert cards[1].broken
    discard(broken)
    assert len(drafts(tmp_path)) == 1


def test_two_articles_of_one_title_are_two_drafts(tmp_path: Path) -> None:
    """Nothing that was pasted takes the place of something else."""
    one, _cleaned = begin(tmp_path, PASTED)
    other, _cleaned = begin(tmp_path, PASTED)

    assert one.folder != other.folder
    assert one.draft.id != other.draft.id


def test_nothing_pasted_begins_nothing(tmp_path: Path) -> None:
    """An empty clipboard is told, and leaves no draft."""
    with pytest.raises(QuizappError, match="no text"):
        begin(tmp_path, " \n\u200b")

    assert drafts(tmp_path) == ()


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The message has the path and the reason."""
    with pytest.raises(QuizappError, match=r"gone\.txt"):
        begin_from_file(tmp_path, tmp_path / "gone.txt")


def test_questions_from_elsewhere_can_be_given_an_article(tmp_path: Path, store: Store) -> None:
    """A bank without one has no file for it either; it gets both when somebody writes a text."""
    (tmp_path / "banks").mkdir()
    intake = look_at(b"Who lives there?{=A newt ~A fox}", "p.gift", lambda _done, _total: None)
    brought = bring_new(intake, {"q1"}, "Ponds", tmp_path, store, NOW)
    session = edit_bank(tmp_path, brought.path)

    session.retype("Type", Splice(0, 0, "The warden said that newts live there."))
    session.do("Cite", replace(session.draft, cites="invented for tests"))
    save_bank(session, tmp_path, store, NOW)

    bank = open_bank(brought.path)
    assert bank.article.text == "The warden said that newts live there."
    assert bank.article.file == "article.txt"
