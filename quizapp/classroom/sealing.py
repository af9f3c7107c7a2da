"""What several may open: sealed to each of them, one box after the other."""

from collections.abc import Sequence

from quizapp.classroom.keys import KeyFaultError, PublicKeys, TeacherKeys
from quizapp.i18n import _

_HEAD = b"quizapp-sealed-1\n"
_LENGTH = 8


def seal_to_all(data: bytes, recipients: Sequence[PublicKeys]) -> bytes:
    """``data`` for each recipient; for one alone it is their sealed box as it is."""
    boxes = [to.seal_to(data) for to in recipients]
    if len(boxes) == 1:
        return boxes[0]
    return _HEAD + b"".join(len(box).to_bytes(_LENGTH, "big") + box for box in boxes)


def unsealed(data: bytes, keys: TeacherKeys) -> bytes:
    """What was sealed to these keys among others.

    Raises:
        KeyFaultError: it was sealed to others alone, or changed on its way.
    """
    if not data.startswith(_HEAD):
        return keys.unseal(data)
    rest = data[len(_HEAD) :]
    while len(rest) > _LENGTH:
        end = _LENGTH + int.from_bytes(rest[:_LENGTH], "big")
        try:
            return keys.unseal(rest[_LENGTH:end])
        except KeyFaultError:
            rest = rest[end:]
    raise KeyFaultError(_("This was sealed to another key, or was changed on its way."))
