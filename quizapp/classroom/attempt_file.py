"""An attempt on its way back: signed by the installation that wrote it, sealed to the teacher.

The signature shows that one installation wrote the whole; it does not show who sat there. The seal
keeps others from reading it. A content key is made for each file and sealed to every recipient, so
that a school may open what its teacher cannot any more.
"""

import base64
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from nacl import secret, signing
from nacl.exceptions import CryptoError

from quizapp.classroom.canonical import UnreadableError, read, write
from quizapp.classroom.contested import Contested, contests_in, record
from quizapp.classroom.keys import (
    KeyFaultError,
    PublicKeys,
    TeacherKeys,
    bytes64,
    digest,
    prefixed,
    text64,
    verified,
)
from quizapp.i18n import _
from quizapp.quiz.log import Entry, Head

SUFFIX = ".quizattempt"
_KIND, _DOMAIN = "quizapp-attempt-1", "attempt"
KEY = secret.SecretBox.KEY_SIZE


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """What a student hands in: the log of one attempt at one pack, and whose it says it is.

    ``code`` is the start code that was typed, ``name`` what the student is called there, if
    anything. ``installation`` is the public key that signed it, 32 bytes. ``contests`` say what the
    student reads otherwise; they may grow after the log has ended.
    """

    pack: str
    code: str
    name: str
    attempt: str
    entries: tuple[Entry, ...]
    head: Head
    installation: bytes = b""
    contests: tuple[Contested, ...] = ()

    @property
    def short_code(self) -> str:
        """What the finish screen shows, for a list on paper."""
        return short_code(self.head)


def short_code(head: Head) -> str:
    """Eight letters and digits that stand for the whole log, such as ``K7QF-2MNA``."""
    text = base64.b32encode(digest("finish", f"{head.count}/{head.hash}".encode())).decode()
    return f"{text[:4]}-{text[4:8]}"


def sealed(
    handed: Handed, installation: bytes, recipients: tuple[PublicKeys, ...], chance: bytes
) -> bytes:
    """The attempt file.

    Args:
        handed: the attempt.
        installation: the seed of the installation's signing key, 32 bytes.
        recipients: who can open it.
        chance: 32 bytes of chance for the key of this one file, never used again.

    Raises:
        ValueError: nobody could open it.
    """
    if not recipients or len(chance) != KEY:
        raise ValueError("an attempt file needs a recipient and 32 bytes of chance")
    signer = signing.SigningKey(digest("installation", installation))
    body = write({**_record(handed), "installation": text64(bytes(signer.verify_key))})
    signature = signer.sign(prefixed(_DOMAIN, body)).signature
    box = secret.SecretBox(chance)
    nonce = digest("nonce", chance)[: secret.SecretBox.NONCE_SIZE]  # the key is used once
    return write(
        {
            "kind": _KIND,
            "to": [{"id": to.id, "key": text64(to.seal_to(chance))} for to in recipients],
            "box": text64(box.encrypt(signature + body, nonce)),
        }
    )


@dataclass(frozen=True, slots=True)
class Opened:
    """An attempt file that could be opened. ``verified`` says whether its signature holds."""

    handed: Handed
    verified: bool


def opened(data: bytes, keys: TeacherKeys) -> Opened:
    """Open an attempt file.

    Raises:
        UnreadableError: it is no attempt file, or damaged.
        KeyFaultError: it is sealed to others.
    """
    fields = read(data)
    if fields.get("kind") != _KIND:
        raise UnreadableError(_("This is no attempt file of quizapp."))
    key = _content_key(fields, keys)
    try:
        whole = secret.SecretBox(key).decrypt(bytes64(fields["box"]))
        body = read(whole[64:])
        handed = _handed(body)
    except (CryptoError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise _damaged() from error
    signature, sign = whole[:64], handed.installation
    return Opened(handed, verified(sign, _DOMAIN, whole[64:], signature))


def _content_key(fields: dict[str, Any], keys: TeacherKeys) -> bytes:
    try:
        mine = [to["key"] for to in fields["to"] if to["id"] == keys.public.id]
        sealed_key = bytes64(mine[0]) if mine else b""
    except (KeyError, ValueError, TypeError) as error:
        raise _damaged() from error
    if not sealed_key:
        text = _("This attempt is sealed to another teacher’s key.")
        raise KeyFaultError(text)
    return keys.unseal(sealed_key)


def _damaged() -> UnreadableError:
    return UnreadableError(_("The attempt file is damaged. Ask for it to be handed in again."))


def _record(handed: Handed) -> dict[str, Any]:
    contests = [record(one) for one in handed.contests]
    return {
        **({"contests": contests} if contests else {}),
        "pack": handed.pack,
        "code": handed.code,
        "name": handed.name,
        "attempt": handed.attempt,
        "entries": [
            [e.kind, e.item, e.payload, e.at.astimezone(UTC).isoformat()] for e in handed.entries
        ],
        "head": handed.head.hash,
    }


def _handed(body: dict[str, Any]) -> Handed:
    attempt = _text(body["attempt"])
    entries = tuple(
        Entry(attempt, n, _text(kind), _text(item), _text(payload), _time(at))  # type: ignore[arg-type]  # followed later
        for n, (kind, item, payload, at) in enumerate(body["entries"], start=1)
    )
    return Handed(
        pack=_text(body["pack"]),
        code=_text(body["code"]),
        name=_text(body["name"]),
        attempt=attempt,
        entries=entries,
        head=Head(len(entries), _text(body["head"])),
        installation=bytes64(_text(body["installation"])),
        contests=contests_in(body.get("contests")),
    )


def stored(handed: Handed) -> bytes:
    """What was handed in, without its seal, as a teacher's own program keeps it."""
    return write({**_record(handed), "installation": text64(handed.installation)})


def restored(data: bytes) -> Handed:
    """What ``stored`` gave."""
    return _handed(read(data))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no string")
    if "\0" in value:
        raise ValueError("a character that no database keeps")
    return value


def _time(value: object) -> datetime:
    at = datetime.fromisoformat(_text(value))
    if at.tzinfo is None or not 1970 <= at.year <= 9000:
        raise ValueError("a time without a zone, or out of all time")
    return at
