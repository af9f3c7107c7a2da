"""Keys: a teacher's, under a passphrase and on paper; an installation's; what is said of them.

A teacher has one secret seed of 32 bytes. Two keys follow from it: Ed25519 to sign packs, X25519 to
open what was sealed to them. Every derivation, hash and signature has a domain prefix of its own,
so that nothing that was made for one purpose can be taken for another.

Sources: Bernstein et al. (2012), High-speed high-security signatures; RFC 7748 (X25519); RFC 9106
(Argon2id); all through PyNaCl.
"""

import base64
import hashlib
from dataclasses import dataclass, field
from functools import cached_property

from nacl import pwhash, secret, signing
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from quizapp.classroom.canonical import UnreadableError, read, write
from quizapp.classroom.words import WORDS
from quizapp.errors import QuizappError
from quizapp.i18n import _

SEED = 32
SALT = pwhash.argon2id.SALTBYTES
NONCE = secret.SecretBox.NONCE_SIZE
PUBLIC_SUFFIX = ".quizkeypub"
_KIND, _PUBLIC_KIND = "quizapp-teacher-key-1", "quizapp-public-key-1"


class KeyFaultError(QuizappError):
    """A key cannot be used; the message says why and what is left to do."""


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """What a teacher gives away: 32 bytes to check signatures, 32 bytes to seal to."""

    sign: bytes
    seal: bytes

    @property
    def id(self) -> str:
        """The fingerprint as 32 hexadecimal digits."""
        return digest("fingerprint", self.sign + self.seal).hex()[:32]

    @property
    def fingerprint(self) -> str:
        """The first 48 bits of the fingerprint as six words, to be compared aloud."""
        data = digest("fingerprint", self.sign + self.seal)
        return " ".join(WORDS[byte] for byte in data[:6])

    def written(self) -> bytes:
        """The keys as a file to give away, which opens nothing."""
        fields = {"kind": _PUBLIC_KIND, "sign": text64(self.sign), "seal": text64(self.seal)}
        return write(fields)

    def seal_to(self, data: bytes) -> bytes:
        """``data`` in a box that only this teacher can open; another one at each call."""
        return SealedBox(PublicKey(self.seal)).encrypt(data)

    def signed(self, domain: str, data: bytes, signature: bytes) -> bool:
        """Whether this teacher signed ``data`` for this purpose."""
        return verified(self.sign, domain, data, signature)


@dataclass(frozen=True)
class TeacherKeys:
    """A teacher's secret keys. ``seed`` never leaves this value but in ``locked`` and ``paper``."""

    seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.seed) != SEED:
            raise ValueError(f"a seed has {SEED} bytes, not {len(self.seed)}")

    @cached_property
    def _signing(self) -> signing.SigningKey:
        return signing.SigningKey(digest("sign", self.seed))

    @cached_property
    def _private(self) -> PrivateKey:
        return PrivateKey(digest("seal", self.seed))

    @cached_property
    def public(self) -> PublicKeys:
        """The keys to give away."""
        return PublicKeys(bytes(self._signing.verify_key), bytes(self._private.public_key))

    def sign(self, domain: str, data: bytes) -> bytes:
        """The signature of ``data`` for this purpose, 64 bytes."""
        return self._signing.sign(prefixed(domain, data)).signature

    def unseal(self, sealed: bytes) -> bytes:
        """What was sealed to this teacher.

        Raises:
            KeyFaultError: it was sealed to somebody else, or changed on its way.
        """
        try:
            return SealedBox(self._private).decrypt(sealed)
        except (CryptoError, ValueError, TypeError) as error:
            text = _("This was sealed to another key, or was changed on its way.")
            raise KeyFaultError(text) from error

    def locked(self, passphrase: str, salt: bytes, nonce: bytes, *, quick: bool = False) -> bytes:
        """The key file: the seed under a passphrase, through Argon2id.

        ``salt`` has 16 bytes and ``nonce`` 24, both fresh from chance. ``quick`` takes the least
        that Argon2id allows, which protects nothing; it is for tests.
        """
        ops, memory = _QUICK if quick else _SLOW
        box = secret.SecretBox(_stretched(passphrase, salt, ops, memory))
        return write(
            {
                "kind": _KIND,
                "salt": text64(salt),
                "ops": ops,
                "memory": memory,
                "box": text64(box.encrypt(self.seed, nonce)),
                "sign": text64(self.public.sign),
                "seal": text64(self.public.seal),
            }
        )

    @property
    def paper(self) -> str:
        """The seed for paper: 13 groups of four letters and digits, each with two for checking."""
        body = base64.b32encode(self.seed).decode().rstrip("=")
        groups = [body[n : n + 4] for n in range(0, len(body), 4)]
        return " ".join(f"{n + 1:02d}-{g}-{_check(n, g)}" for n, g in enumerate(groups))


_QUICK = (pwhash.argon2id.OPSLIMIT_MIN, pwhash.argon2id.MEMLIMIT_MIN)
_SLOW = (pwhash.argon2id.OPSLIMIT_MODERATE, pwhash.argon2id.MEMLIMIT_MODERATE)


def unlocked(data: bytes, passphrase: str) -> TeacherKeys:
    """The keys in a key file.

    Raises:
        UnreadableError: it is no key file, or damaged.
        KeyFaultError: the passphrase is another one.
    """
    fields = read(data)
    if fields.get("kind") != _KIND:
        raise UnreadableError(_("This is not a key file of quizapp."))
    try:
        ops, memory = int(fields["ops"]), int(fields["memory"])
        salt, box = bytes64(fields["salt"]), bytes64(fields["box"])
        if not (1 <= ops <= 10 and 8192 <= memory <= 2**30 and len(salt) == SALT):
            raise ValueError("limits")
        seed = secret.SecretBox(_stretched(passphrase, salt, ops, memory)).decrypt(box)
    except (KeyError, ValueError, TypeError) as error:
        raise UnreadableError(_("The key file is damaged. Restore it from paper.")) from error
    except CryptoError as error:
        text = _(
            "The passphrase does not open this key file. Capital letters and spaces count. "
            "If it is lost, restore the key from its printed recovery sheet."
        )
        raise KeyFaultError(text) from error
    return TeacherKeys(seed)


def public_part(data: bytes) -> PublicKeys:
    """The keys to give away, from a key file, without its passphrase, or from their own file."""
    fields = read(data)
    try:
        if fields["kind"] not in (_KIND, _PUBLIC_KIND):
            raise ValueError("kind")
        found = PublicKeys(bytes64(fields["sign"]), bytes64(fields["seal"]))
        if (len(found.sign), len(found.seal)) != (SEED, SEED):
            raise ValueError("length")
        return found
    except (KeyError, ValueError, TypeError) as error:
        raise UnreadableError(_("This is not a key file of quizapp.")) from error


def restored(paper: str) -> TeacherKeys:
    """The keys from what was printed; groups may stand in any order, and spaces are free.

    Raises:
        KeyFaultError: a group is missing or mistyped; the message names which.
    """
    groups: dict[int, str] = {}
    for word in paper.upper().replace("–", "-").split():
        number, _dash, rest = word.partition("-")
        body, _dash, check = rest.partition("-")
        if not (number.isdecimal() and 1 <= int(number) <= GROUPS):
            raise KeyFaultError(_("“{word}” is no group of the sheet.").format(word=word))
        body = body.translate(_LOOKS_LIKE)
        if check != _check(int(number) - 1, body):
            text = _("Group {n} is mistyped. Compare it with the sheet letter by letter.")
            raise KeyFaultError(text.format(n=int(number)))
        groups[int(number)] = body
    missing = [str(n) for n in range(1, GROUPS + 1) if n not in groups]
    if missing:
        text = _("These groups of the sheet are missing: {groups}.")
        raise KeyFaultError(text.format(groups=", ".join(missing)))
    body = "".join(groups[n] for n in sorted(groups))
    return TeacherKeys(base64.b32decode(body + "=" * (-len(body) % 8)))


GROUPS = 13
_LOOKS_LIKE = str.maketrans("018", "OIB")  # digits that base 32 does not have


def _check(n: int, group: str) -> str:
    """Two letters that a mistyped or misplaced group does not have, but once in 1,024."""
    return base64.b32encode(digest("paper", f"{n}/{group}".encode())).decode()[:2]


def _stretched(passphrase: str, salt: bytes, ops: int, memory: int) -> bytes:
    return pwhash.argon2id.kdf(
        secret.SecretBox.KEY_SIZE, passphrase.strip().encode(), salt, ops, memory
    )


# what is shared by everything that is signed or hashed here


def prefixed(domain: str, data: bytes) -> bytes:
    """``data`` under the name of its purpose."""
    return f"quizapp-{domain}-1\n".encode() + data


def digest(domain: str, data: bytes) -> bytes:
    """The SHA-256 of ``data`` under the name of its purpose, 32 bytes."""
    return hashlib.sha256(prefixed(domain, data)).digest()


def verified(sign: bytes, domain: str, data: bytes, signature: bytes) -> bool:
    """Whether the holder of the key behind ``sign`` signed ``data`` for this purpose."""
    try:
        signing.VerifyKey(sign).verify(prefixed(domain, data), signature)
    except (CryptoError, ValueError, TypeError):
        return False
    return True


def text64(data: bytes) -> str:
    """Bytes as base 64, in its URL-safe letters, without padding."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def bytes64(text: str) -> bytes:
    """Bytes from what ``text64`` gave, and from no other form of them.

    Raises:
        ValueError: ``text`` is not what ``text64`` gives.
    """
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if text64(data) != text:
        raise ValueError("not base 64 as this program writes it")
    return data
