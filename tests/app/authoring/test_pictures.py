"""The pictures of a draft: from a file to a bank, and from one bank to another."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.app.authoring import asking
from quizapp.app.authoring.drafts import discard, edit_bank, save_bank
from quizapp.app.authoring.judgement import judge
from quizapp.app.authoring.pictures import DraftPictures
from quizapp.app.authoring.searching import Finder, copy_item
from quizapp.app.authoring.session import Authoring
from quizapp.app.bank_files import open_bank
from quizapp.app.banking import find_version, versions
from quizapp.bank.pictures import MOST_BYTES
from quizapp.errors import QuizappError
from quizapp.items import Picture
from quizapp.store import Store
from tests.examples import FERRY, beside
from tests.taking import Clock

PNG = beside("rudder.png")
OTHER = PNG + b"another"


def ferry_in(folder: Path) -> Authoring:
    """The example as a bank of one’s own, opened in the studio."""
    return edit_bank(folder, shutil.copytree(FERRY, folder / "banks" / "ferry"))


def give(session: Authoring, data: bytes, words: str) -> str:
    """Put a picture beside the question about the permit; its name."""
    name = session.pictures.add(data)
    item = next(one for one in session.draft.items if one.id == "how-permit")
    made = replace(item, picture=Picture(name, words))
    session.do("Choose a picture", asking.put(session.draft, made))
    return name


def test_a_picture_is_saved_beside_its_bank_and_is_there_again(
    tmp_path: Path, store: Store
) -> None:
    """Choose, save, open again: the picture is in the folder, in the bank and in the draft."""
    session = ferry_in(tmp_path)
    name = give(session, OTHER, "A rudder, from behind")

    save_bank(session, tmp_path, store, Clock()())

    folder = tmp_path / "banks" / "ferry"
    bank = open_bank(folder)
    assert (folder / name).read_bytes() == OTHER
    assert bank.picture(bank.item["how-permit"]) == OTHER
    assert bank.picture(bank.item["named"]) == PNG
    assert edit_bank(tmp_path, folder).pictures.get(name) == OTHER


def test_an_older_version_has_its_own_picture(tmp_path: Path, store: Store) -> None:
    """A picture that was exchanged can be looked at, and gone back to."""
    session, folder = ferry_in(tmp_path), tmp_path / "banks" / "ferry"
    first = give(session, PNG + b"1", "One")
    save_bank(session, tmp_path, store, Clock()())
    second = give(session, PNG + b"2", "One")
    save_bank(session, tmp_path, store, Clock()())

    saved = versions(store, "ferry", open_bank(folder))[-2:]

    before, after = (find_version(store, "ferry", one.sha256)[1] for one in saved)
    assert dict(before.pictures)[first] == PNG + b"1"
    assert dict(after.pictures)[second] == PNG + b"2"
    assert any("picture" in change.text() for change in saved[-1].changes)


def test_undoing_brings_the_picture_of_before_back(tmp_path: Path) -> None:
    """No picture is overwritten by another."""
    session = ferry_in(tmp_path)
    first = give(session, PNG + b"1", "One")
    give(session, PNG + b"2", "Two")

    session.undo()

    (item,) = (one for one in session.draft.items if one.id == "how-permit")
    assert item.picture == Picture(first, "One")
    assert session.pictures.get(first) == PNG + b"1"


def test_a_picture_without_words_is_a_problem_that_keeps_the_bank_from_being_saved(
    tmp_path: Path,
) -> None:
    """Somebody who cannot see it is asked the same question."""
    session = ferry_in(tmp_path)
    give(session, PNG, "")

    judgement = judge(session.draft)

    (trouble,) = (one for one in judgement.troubles if one.error)
    assert trouble.what == "The picture has no words that stand for it"
    assert (trouble.item, trouble.place) == ("how-permit", "alternative")
    assert judgement.bank is None


def test_an_item_is_copied_with_its_picture(tmp_path: Path, store: Store) -> None:
    """Two banks with a picture of the same name keep one each."""
    session = ferry_in(tmp_path)
    other = shutil.copytree(FERRY, tmp_path / "banks" / "other")
    (other / "rudder.png").write_bytes(OTHER)
    (found,) = (one for one in Finder([other]).find("rudder") if one.item.id == "named")

    id_ = copy_item(session, found)

    save_bank(session, tmp_path, store, Clock()())
    bank = open_bank(tmp_path / "banks" / "ferry")
    assert bank.picture(bank.item[id_]) == OTHER
    assert bank.picture(bank.item["named"]) == PNG


@pytest.mark.parametrize(
    ("data", "words"), [(b"<svg/>", "PNG or JPEG"), (PNG + b"\0" * MOST_BYTES, "at most 1 MB")]
)
def test_what_is_no_picture_is_refused_with_a_reason(
    tmp_path: Path, data: bytes, words: str
) -> None:
    """And nothing is written."""
    pictures = DraftPictures(tmp_path)

    with pytest.raises(QuizappError, match=words):
        pictures.add(data)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../x.png", "/x.png", "", ".."])
def test_a_name_never_leads_out_of_the_draft(tmp_path: Path, name: str) -> None:
    """Not even one in a bank that somebody else made."""
    pictures = DraftPictures(tmp_path)

    pictures.hold(((name, PNG),))

    assert list(tmp_path.iterdir()) == []
    assert pictures.get(name) is None


def test_a_draft_goes_with_its_pictures(tmp_path: Path) -> None:
    """Nothing of a deleted draft stays behind."""
    session = ferry_in(tmp_path)
    give(session, PNG, "A rudder")
    session.close()

    discard(session.folder)

    assert not session.folder.exists()
