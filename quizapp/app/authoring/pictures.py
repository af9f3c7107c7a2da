"""The pictures of a draft: files in its folder, named by what is in them, so that undoing works."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from quizapp import disk
from quizapp.bank.pictures import MOST_BYTES, Pictures, is_beside, kind_of
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.items import Item

FOLDER = "pictures"


class DraftPictures:
    """The pictures that a draft has or had. None is deleted before the draft is."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER

    def add(self, data: bytes) -> str:
        """Keep a picture; the name under which an item has it.

        Raises:
            QuizappError: it is neither PNG nor JPEG, is too large, or cannot be written.
        """
        kind = kind_of(data)
        if not kind:
            raise QuizappError(_("Choose a picture in PNG or JPEG."))
        if len(data) > MOST_BYTES:
            text = _("The picture has {size} MB; choose one of at most {most} MB.")
            size, most = f"{len(data) / 1e6:.1f}", MOST_BYTES // 10**6
            raise QuizappError(text.format(size=size, most=most))
        name = f"picture-{hashlib.sha256(data).hexdigest()[:12]}.{kind}"
        self.hold(((name, data),))
        return name

    def hold(self, pictures: Pictures) -> None:
        """Keep pictures under the names that they have.

        Raises:
            QuizappError: they cannot be written.
        """
        try:
            for name, data in pictures:
                if is_beside(name) and self.get(name) != data:
                    self._folder.mkdir(parents=True, exist_ok=True)
                    disk.replace(self._folder / name, data)
        except OSError as error:
            text = _("The picture cannot be kept in {folder} ({reason}). Allow writing there.")
            reason = error.strerror or error
            raise QuizappError(text.format(folder=self._folder, reason=reason)) from error

    def get(self, name: str) -> bytes | None:
        """The picture of that name; ``None`` where there is none."""
        try:
            return (self._folder / name).read_bytes() if is_beside(name) else None
        except OSError:
            return None

    def of(self, items: Iterable[Item]) -> Pictures:
        """The pictures that these items show."""
        names = {item.picture.file for item in items if item.picture}
        found = ((name, self.get(name)) for name in sorted(names))
        return tuple((name, data) for name, data in found if data)
