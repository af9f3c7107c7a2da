"""Opening everything that a command needs."""

from pathlib import Path

import pytest

from quizapp.app.desk import open_desk
from quizapp.settings import Settings
from quizapp.store import StoreError


def test_a_first_start_makes_what_is_missing(data_folder: Path) -> None:
    """There is no set-up step between installing and taking a quiz."""
    with open_desk({"QUIZAPP_DATA": str(data_folder)}) as desk:
        assert desk.settings == Settings()
        assert desk.warning == ""
        assert desk.store.path == data_folder / "quizapp.db"

    assert sorted(path.name for path in data_folder.iterdir()) == ["quizapp.db"]


def test_a_database_that_cannot_be_used_stops_before_anything_is_asked(data_folder: Path) -> None:
    """Nobody answers questions into the void."""
    data_folder.mkdir()
    (data_folder / "quizapp.db").write_bytes(b"noise" * 1000)

    with pytest.raises(StoreError, match="damaged"), open_desk({"QUIZAPP_DATA": str(data_folder)}):
        pass
