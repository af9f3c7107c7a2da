"""Finding a folder for the user's data."""

import errno
from pathlib import Path

import pytest

from quizapp.app import places
from quizapp.errors import QuizappError
from quizapp.settings import Settings
from quizapp.store import Address


def test_the_folder_is_made_where_the_variable_says(tmp_path: Path) -> None:
    """Data can lie on a stick, or in a folder for trying things out."""
    wanted = tmp_path / "new" / "folder"

    assert places.data_folder({"QUIZAPP_DATA": str(wanted)}) == wanted
    assert list(wanted.iterdir()) == []


def test_without_the_variable_the_platform_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has to set anything."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))

    folder = places.data_folder({})

    assert folder.name == "quizapp"
    assert folder.is_relative_to(tmp_path)


def test_a_file_in_the_folders_place_is_named(tmp_path: Path) -> None:
    """The message says what stands in the way, and two ways out."""
    (tmp_path / "data").write_text("a file")

    for place in (tmp_path / "data", tmp_path / "data" / "below"):
        with pytest.raises(QuizappError, match="Move that file away, or set QUIZAPP_DATA"):
            places.data_folder({"QUIZAPP_DATA": str(place)})


def test_a_folder_that_may_not_be_written_is_named() -> None:
    """Not even an administrator can write in /proc, so this is refused for everybody."""
    with pytest.raises(QuizappError, match="set QUIZAPP_DATA to a folder where you may write"):
        places.data_folder({"QUIZAPP_DATA": "/proc/self"})


def test_a_full_disk_is_told_from_a_forbidden_folder(tmp_path: Path) -> None:
    """The advice fits: make room, rather than change permissions."""
    full = OSError(errno.ENOSPC, "No space left on device")

    assert "Free some space" in places._refusal(tmp_path, full)


def test_the_files_have_fixed_names(tmp_path: Path) -> None:
    """Whoever copies the folder knows what is in it."""
    assert places.database(tmp_path) == tmp_path / "quizapp.db"
    assert places.settings_file(tmp_path) == tmp_path / "settings.json"


def test_the_database_is_where_the_variable_says(tmp_path: Path) -> None:
    """On a server, else in the data folder."""
    url = "postgresql://roe@db.school.example/quizapp"

    assert places.chosen(tmp_path, {"QUIZAPP_DATABASE": " "}) == tmp_path / "quizapp.db"
    found = places.chosen(tmp_path, {"QUIZAPP_DATABASE": f" {url} "})
    assert isinstance(found, Address)
    assert found.shown == "“quizapp” on db.school.example"
    with pytest.raises(QuizappError, match="QUIZAPP_DATABASE cannot be read"):
        places.chosen(tmp_path, {"QUIZAPP_DATABASE": "quizapp.db"})


def test_on_a_server_nobody_is_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two who gave no name do not share their quizzes; a name that was given is theirs."""
    server, ada = {"QUIZAPP_DATABASE": "postgresql://h/q"}, Settings(reader="Ada")
    monkeypatch.setattr("getpass.getuser", lambda: "roe")
    monkeypatch.setattr("platform.node", lambda: "staff-12")

    here = places.as_read(Settings(), server)

    assert here.reader == "roe@staff-12"
    assert places.as_read(Settings(), {}).reader == "me"
    assert places.as_read(ada, server) == ada
    assert places.as_kept(here) == Settings()
    assert places.as_kept(ada) == ada


def test_who_has_no_login_reads_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container there may be neither a user nor a name of the computer."""

    def nobody() -> str:
        raise KeyError

    monkeypatch.setattr("getpass.getuser", nobody)
    monkeypatch.setattr("platform.node", str)

    reader = places.as_read(Settings(), {"QUIZAPP_DATABASE": "postgresql://h/q"}).reader

    assert reader == "somebody@computer"
