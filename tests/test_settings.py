"""Settings on a real disk."""

import json
from pathlib import Path

import pytest

from quizapp.errors import QuizappError
from quizapp.settings import Settings, load, platform_folder, save


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    """What a user sets holds at the next start."""
    chosen = Settings(theme="dark", text_scale=1.5, reading_font="dyslexic", reader="Ada")

    save(tmp_path / "settings.json", chosen)

    assert load(tmp_path / "settings.json").settings == chosen
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["settings.json"]


def test_without_a_file_everything_has_its_usual_value(tmp_path: Path) -> None:
    """A first start needs no set-up, and no warning."""
    found = load(tmp_path / "settings.json")

    assert found.settings == Settings()
    assert found.warning == ""


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[1]", b"null", b""])
def test_a_broken_file_gives_the_usual_values_and_says_so(tmp_path: Path, content: bytes) -> None:
    """Half a file after a crash never keeps the program from starting."""
    path = tmp_path / "settings.json"
    path.write_bytes(content)

    found = load(path)

    assert found.settings == Settings()
    assert "Delete the file" in found.warning


def test_a_value_that_cannot_be_used_is_named_and_the_others_hold(tmp_path: Path) -> None:
    """One bad line costs one setting."""
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"theme": "pink", "text_scale": 9.0, "reader": "Ada", "new": 1}))

    found = load(path)

    assert found.settings == Settings(reader="Ada")
    assert "theme, text_scale" in found.warning


@pytest.mark.parametrize(
    "wrong",
    [
        {"theme": "pink"},
        {"reading_font": "comic"},
        {"text_scale": 0.5},
        {"text_scale": 2},
        {"confidence": 1},
        {"reader": " "},
    ],
)
def test_a_setting_out_of_range_cannot_be_made(wrong: dict[str, object]) -> None:
    """A screen never has to ask whether a setting makes sense."""
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Settings(**wrong)  # type: ignore[arg-type]  # that is the point


def test_settings_that_cannot_be_written_are_reported(tmp_path: Path) -> None:
    """The user hears that a choice will not last, and why."""
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(QuizappError, match="could not be saved"):
        save(tmp_path / "file" / "settings.json", Settings())


def test_a_failed_save_leaves_the_old_settings_whole(tmp_path: Path) -> None:
    """A crash while saving costs the change, not the file."""
    path = tmp_path / "settings.json"
    save(path, Settings(reader="Ada"))
    (tmp_path / ".settings.json.new").mkdir()

    with pytest.raises(QuizappError):
        save(path, Settings(reader="Bob"))

    assert load(path).settings.reader == "Ada"


def test_the_platform_keeps_our_data_under_our_name() -> None:
    """Data lie where the platform's backup programs look for them."""
    assert platform_folder().name == "quizapp"
    assert platform_folder().is_absolute()
