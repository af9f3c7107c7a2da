"""What a user may set, and where the platform wants it kept."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Literal

from quizapp import disk
from quizapp.errors import QuizappError
from quizapp.i18n import _

FILE = "settings.json"
SCALES = (1.0, 1.25, 1.5, 2.0)  # those that the window offers; any between them will do
Theme = Literal["system", "light", "dark", "high_contrast"]
ReadingFont = Literal["serif", "dyslexic"]
THEMES: tuple[Theme, ...] = ("system", "light", "dark", "high_contrast")
READING_FONTS: tuple[ReadingFont, ...] = ("serif", "dyslexic")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user has set: a value that is handed down, since nothing reads it from a global.

    ``text_scale`` lies in 1.0..2.0. ``levels`` of confidence are 3 or 5. ``daily_limit`` is
    how many questions come back on a day, 1 to 500, ``retention`` the share of them that should
    still be right, 0.7 to 0.97. ``reader`` is the name under which attempts are kept.
    ``window`` is the window's place and size in whatever form the window wrote it.
    """

    theme: Theme = "system"
    text_scale: float = 1.0
    reading_font: ReadingFont = "serif"
    confidence: bool = True
    levels: int = 3
    reduced_motion: bool = False
    reader: str = "me"
    daily_limit: int = 20
    retention: float = 0.9
    first_start_done: bool = False
    window: str = ""

    def __post_init__(self) -> None:
        for field in fields(self):
            value, default = getattr(self, field.name), field.default
            if type(value) is not type(default):
                raise ValueError(f"{field.name} cannot be {value!r}")
        if self.theme not in THEMES:
            raise ValueError(f"theme cannot be {self.theme!r}")
        if self.reading_font not in READING_FONTS:
            raise ValueError(f"reading_font cannot be {self.reading_font!r}")
        if not min(SCALES) <= self.text_scale <= max(SCALES):
            raise ValueError(f"text_scale cannot be {self.text_scale}")
        if self.levels not in (3, 5):
            raise ValueError(f"levels cannot be {self.levels}")
        if not 1 <= self.daily_limit <= 500:
            raise ValueError(f"daily_limit cannot be {self.daily_limit}")
        if not 0.7 <= self.retention <= 0.97:
            raise ValueError(f"retention cannot be {self.retention}")
        if not self.reader.strip():
            raise ValueError("reader cannot be empty")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings found, and a sentence for the user where some could not be used."""

    settings: Settings
    warning: str = ""


def platform_folder() -> Path:
    """Where the platform keeps the data of a user's programs."""
    import platformdirs

    return platformdirs.user_data_path("quizapp", appauthor=False)


def load(path: Path) -> Loaded:
    """The settings in ``path``; what is missing or cannot be used has its default value.

    Fields that this version does not know are left out. Never raises for what the file holds.
    """
    try:
        given = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, ValueError):
        return Loaded(Settings(), _unreadable(path))
    if not isinstance(given, dict):
        return Loaded(Settings(), _unreadable(path))
    return _kept(given, path)


def save(path: Path, settings: Settings) -> None:
    """Write the settings; a crash leaves the old file whole.

    Raises:
        QuizappError: the file could not be written.
    """
    try:
        disk.replace(path, json.dumps(asdict(settings), indent=2).encode())
    except OSError as error:
        raise QuizappError(
            _(
                "The settings could not be saved in {path} ({reason}). "
                "They hold until the program ends; make room there, or allow writing."
            ).format(path=path, reason=error.strerror)
        ) from error


def _kept(given: Mapping[str, Any], path: Path) -> Loaded:
    """Every setting that can be used; one that cannot is named and has its default value."""
    good: dict[str, Any] = {}
    bad = []
    for field in fields(Settings):
        if field.name not in given:
            continue
        try:
            Settings(**{field.name: given[field.name]})
        except ValueError:
            bad.append(field.name)
        else:
            good[field.name] = given[field.name]
    warning = ""
    if bad:
        warning = _(
            "Some settings in {path} cannot be used and have their usual values: {names}."
        ).format(path=path, names=", ".join(bad))
    return Loaded(Settings(**good), warning)


def _unreadable(path: Path) -> str:
    return _(
        "The settings in {path} could not be read, so the usual ones are in force. "
        "Delete the file, or set them again."
    ).format(path=path)
