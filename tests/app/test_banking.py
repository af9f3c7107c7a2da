"""Banks that are saved to a folder and kept as versions."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.app.bank_files import open_bank
from quizapp.app.banking import bank_id, find_version, restore, save, versions
from quizapp.bank import canonical, version
from quizapp.errors import FileError, QuizappError
from quizapp.store import Store
from tests.examples import FERRY, ferry
from tests.taking import BEGAN, begun

OTHER = replace(ferry(), title="Another title")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example bank."""
    return shutil.copytree(FERRY, tmp_path / "ferry")


def names(folder: Path) -> set[str]:
    """The files in a folder."""
    return {path.name for path in folder.iterdir()}


def test_saving_a_change_makes_a_version_and_keeps_the_one_before(
    folder: Path, store: Store
) -> None:
    """What the folder held can be brought back, though it was never kept before."""
    saved = save(OTHER, folder, store, BEGAN)

    first, second = versions(store, "ferry", open_bank(folder))
    assert saved.new
    assert (first.sha256, second.sha256) == (version(canonical(ferry())), saved.sha256)
    assert (first.current, second.current) == (False, True)
    assert [change.what for change in second.changes] == ["bank-about"]
    assert (second.items, second.at) == (14, BEGAN)


def test_saving_without_a_change_makes_none_and_touches_no_file(folder: Path, store: Store) -> None:
    """A bank that was only looked at stays byte for byte as its author wrote it."""
    save(ferry(), folder, store, BEGAN)
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}

    saved = save(ferry(), folder / "bank.nt", store, BEGAN)

    assert not saved.new
    assert before == {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in folder.iterdir()}
    assert len(versions(store, "ferry")) == 1


def test_another_article_is_written_beside_the_bank(folder: Path, store: Store) -> None:
    """Text and claims are saved together, and nothing half-written stays behind."""
    text = "News from Holm.\n\n" + ferry().article.text
    (folder / "article.txt").write_text(text, "utf-8")
    edited = open_bank(folder)
    shutil.copytree(FERRY, folder, dirs_exist_ok=True)
    before = names(folder)

    save(edited, folder, store, BEGAN)

    assert open_bank(folder) == edited
    assert (folder / "article.txt").read_text("utf-8") == text
    assert names(folder) == before


def test_files_that_are_no_bank_are_set_aside(folder: Path, store: Store) -> None:
    """A file with a slip in it is not lost to a version that is brought back over it."""
    save(ferry(), folder, store, BEGAN)
    for n in (1, 2):
        (folder / "bank.nt").write_text(f"broken {n}", "utf-8")
        (folder / "article.txt").write_text("my own words", "utf-8")

        saved = restore(version(canonical(ferry())), folder, store, BEGAN)

        assert (folder / f"bank.nt.replaced-{n}").read_text("utf-8") == f"broken {n}"
        assert not saved.new
    assert (folder / "article.txt.replaced-2").read_text("utf-8") == "my own words"
    assert open_bank(folder) == ferry()


def test_a_bank_can_be_saved_into_an_empty_folder(tmp_path: Path, store: Store) -> None:
    """A new bank needs nothing there before it."""
    save(ferry(), tmp_path, store, BEGAN)

    assert {"bank.nt", "article.txt"} <= names(tmp_path)
    assert not [name for name in names(tmp_path) if "replaced" in name]


def test_an_old_version_is_brought_back_as_the_newest(folder: Path, store: Store) -> None:
    """Undoing is one more step, and can be undone itself."""
    save(OTHER, folder, store, BEGAN)
    first, second = versions(store, "ferry")

    saved = restore(first.sha256[:8], folder, store, BEGAN)

    assert open_bank(folder) == ferry()
    assert (saved.new, saved.sha256) == (True, first.sha256)
    found = versions(store, "ferry", open_bank(folder))
    assert [one.sha256 for one in found] == [first.sha256, second.sha256, first.sha256]
    assert [one.current for one in found] == [False, False, True]


def test_a_bank_with_an_error_is_not_written(folder: Path, store: Store) -> None:
    """A mistake in a program never leaves a teacher with a file that cannot be read."""
    broken = replace(ferry(), items=())
    before = (folder / "bank.nt").read_bytes()

    with pytest.raises(FileError, match="asks nothing"):
        save(broken, folder, store, BEGAN)

    assert (folder / "bank.nt").read_bytes() == before
    assert versions(store, "ferry") == ()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, store: Store) -> None:
    """The message says where and what to do."""
    with pytest.raises(QuizappError, match="Allow writing there"):
        save(ferry(), tmp_path / "missing", store, BEGAN)


@pytest.mark.parametrize(
    ("typed", "message"),
    [("0000000", "no version “0000000”"), ("", "no version"), ("12", "first 4 digits")],
)
def test_a_version_that_is_not_there_is_answered_with_where_to_look(
    folder: Path, store: Store, typed: str, message: str
) -> None:
    """A mistyped hash is no crash."""
    save(ferry(), folder, store, BEGAN)

    with pytest.raises(QuizappError, match=message):
        find_version(store, "ferry", typed)


def test_a_beginning_that_several_versions_share_is_not_guessed(store: Store, folder: Path) -> None:
    """Which one was meant is for the teacher to say."""
    n = 0
    seen: dict[str, int] = {}
    while True:  # until two of them begin alike
        bank = replace(ferry(), title=f"Number {n}")
        digits = version(canonical(bank))[:4]
        if digits in seen:
            break
        seen[digits] = n
        n += 1
    save(replace(ferry(), title=f"Number {seen[digits]}"), folder, store, BEGAN)
    sha256 = save(bank, folder, store, BEGAN).sha256

    with pytest.raises(QuizappError, match="2 versions"):
        find_version(store, "ferry", digits)
    assert find_version(store, "ferry", sha256.upper()) == (sha256, bank)


def test_a_bank_that_cannot_be_read_is_known_by_its_folder(folder: Path, store: Store) -> None:
    """A broken file does not hide the versions that were kept."""
    begun(store)
    (folder / "bank.nt").write_text("broken", "utf-8")

    assert bank_id(folder, store) == bank_id(folder / "bank.nt", store) == "ferry"
    with pytest.raises(FileError, match="no such file"):
        bank_id(folder.parent / "another", store)
