"""What a teacher hands out: a bank or an exam's form, the rules, start codes; signed.

A pack is one document in canonical JSON: a body, and the teacher's signature of it, which is looked
at before the body is read. The first pack of a teacher is trust; from then on their key is known,
and its fingerprint in words can be compared.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, Literal

from quizapp.classroom.canonical import MOST_BYTES, UnreadableError, read, write
from quizapp.classroom.keys import PublicKeys, TeacherKeys, bytes64, digest, text64
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.quiz import Rules

SUFFIX = ".quizpack"
Mode = Literal["practice", "exam"]
_KIND, _DOMAIN = "quizapp-pack-1", "pack"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A pack as the student's program has it.

    ``content`` is a bank's canonical JSON in a practice pack, an exam's form in an exam pack.
    ``codes`` are start codes as digests, so that the pack does not give them away by itself; a pack
    without any is open to everybody. ``second`` can open the attempts as well.
    """

    id: str
    mode: Mode
    title: str
    rules: Rules
    teacher: PublicKeys
    teacher_name: str
    content: bytes
    second: PublicKeys | None = None
    codes: tuple[str, ...] = ()

    @property
    def practice(self) -> bool:
        """Whether it has its keys with it, and can be taken again and again."""
        return self.mode == "practice"

    @property
    def recipients(self) -> tuple[PublicKeys, ...]:
        """Who can open the attempts."""
        return (self.teacher,) if self.second is None else (self.teacher, self.second)

    def accepts(self, code: str) -> bool:
        """Whether a start code is one of this pack's; spaces, dashes and case do not count."""
        return not self.codes or code_digest(self.id, code) in self.codes


def code_digest(pack_id: str, code: str) -> str:
    """What a pack holds of a start code, 32 hexadecimal digits."""
    return digest("code", f"{pack_id}/{bare_code(code)}".encode()).hex()[:32]


@lru_cache(4096)  # each file that comes back is compared with all before it
def bare_code(code: str) -> str:
    """A start code without what people add when they type it."""
    return "".join(letter for letter in code.upper() if letter.isalnum())


def made(pack: Pack, keys: TeacherKeys) -> bytes:
    """The pack as a file.

    Raises:
        ValueError: the keys are not those that the pack names.
        QuizappError: it would be too large for anybody to open.
    """
    if keys.public != pack.teacher:
        raise ValueError("a pack is signed by the teacher that it names")
    body = write(
        {
            "id": pack.id,
            "mode": pack.mode,
            "title": pack.title,
            "rules": {name: _plain(value) for name, value in pack.rules.stored().items()},
            "teacher_name": pack.teacher_name,
            "second": [_keys(pack.second)] if pack.second else [],
            "codes": list(pack.codes),
            "content": text64(pack.content),
        }
    )
    signature = text64(keys.sign(_DOMAIN, body))
    teacher = _keys(pack.teacher)
    data = write({"kind": _KIND, "teacher": teacher, "signature": signature, "body": text64(body)})
    if len(data) > MOST_BYTES:
        text = _(
            "The file for the class would have {size:.1f} MB, and nobody could open it: 5 MB is "
            "the most. Use smaller pictures, or ask fewer questions that have one."
        )
        raise QuizappError(text.format(size=len(data) / 1e6))
    return data


def opened(data: bytes) -> Pack:
    """The pack in a file, its signature checked before what is inside is read.

    Raises:
        UnreadableError: it is no pack, is damaged, or was changed after it was signed.
    """
    outer = read(data)
    if outer.get("kind") != _KIND:
        raise UnreadableError(_("This is no pack of quizapp."))
    try:
        signature, body = bytes64(outer["signature"]), bytes64(outer["body"])
        teacher = _public(outer["teacher"])
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise _damaged() from error
    if not teacher.signed(_DOMAIN, body, signature):
        text = _("This pack was changed after it was signed. Ask your teacher for it again.")
        raise UnreadableError(text)
    try:
        return _pack(read(body), teacher)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise _damaged() from error


def _pack(body: Mapping[str, Any], teacher: PublicKeys) -> Pack:
    mode: Mode = "exam" if body["mode"] == "exam" else "practice"
    second = [_public(one) for one in body["second"]]
    return Pack(
        id=str(body["id"]),
        mode=mode,
        title=str(body["title"]),
        rules=_rules(body["rules"]),
        teacher=teacher,
        teacher_name=str(body["teacher_name"]),
        content=bytes64(body["content"]),
        second=second[0] if second else None,
        codes=tuple(str(code) for code in body["codes"]),
    )


def _rules(given: Mapping[str, Any]) -> Rules:
    """Rules from strings and integers; truth values were written as 0 and 1."""
    truths = {field.name for field in fields(Rules) if isinstance(field.default, bool)}
    return Rules.restored(
        {name: bool(value) if name in truths else value for name, value in given.items()}
    )


def _plain(value: object) -> object:
    return int(value) if isinstance(value, bool) else value


def _keys(keys: PublicKeys) -> dict[str, str]:
    return {"sign": text64(keys.sign), "seal": text64(keys.seal)}


def _public(given: Mapping[str, str]) -> PublicKeys:
    return PublicKeys(bytes64(given["sign"]), bytes64(given["seal"]))


def _damaged() -> UnreadableError:
    return UnreadableError(_("The pack is damaged. Ask your teacher for it again."))
