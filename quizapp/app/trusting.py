"""Whose pack it is: a teacher’s key is known from the first pack on, and another one is said.

What is kept is a name as the pack gives it, folded, and the keys that came under it. The first
pack of a name is trust; the words of the key can be compared with those that the teacher says.
"""

import json
from pathlib import Path
from typing import Literal

from quizapp import disk
from quizapp.classroom.pack import Pack
from quizapp.i18n import _
from quizapp.text import fold

FILE = "teachers.json"
Trust = Literal["new", "known", "other"]


def trust(pack: Pack, folder: Path) -> Trust:
    """Whether the teacher’s key came before, or another one under the same name."""
    known = _known(folder).get(fold(pack.teacher_name), [])
    if pack.teacher.id in known:
        return "known"
    return "other" if known else "new"


def warning(pack: Pack, folder: Path) -> str:
    """What a student should know before they begin; empty where nothing speaks against it."""
    if trust(pack, folder) != "other":
        return ""
    text = _(
        "An earlier pack from {teacher} had another key. Compare the six words with your teacher "
        "before you begin: somebody else may have made this pack."
    )
    return text.format(teacher=pack.teacher_name or _("your teacher"))


def remember(pack: Pack, folder: Path) -> None:
    """Know the key of this pack from now on; called when somebody begins with it."""
    known, name = _known(folder), fold(pack.teacher_name)
    ids = known.get(name, [])
    if pack.teacher.id not in ids:
        known[name] = [*ids, pack.teacher.id]
        text = json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True)
        disk.replace(folder / FILE, text.encode())


def _known(folder: Path) -> dict[str, list[str]]:
    """The keys by name. A file that cannot be read knows nobody: then all are new."""
    try:
        given = json.loads((folder / FILE).read_bytes())
        return {str(name): [str(id_) for id_ in ids] for name, ids in given.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
