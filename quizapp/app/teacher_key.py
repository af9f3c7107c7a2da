"""A teacher’s key on this computer: made or restored, kept under a passphrase, opened again."""

import secrets
from pathlib import Path

from quizapp.app.files import read, write
from quizapp.classroom.keys import (
    NONCE,
    SALT,
    SEED,
    PublicKeys,
    TeacherKeys,
    public_part,
    restored,
    unlocked,
)
from quizapp.errors import QuizappError
from quizapp.i18n import _

FILE = "teacher.quizkey"
SHORTEST = 8
ASKED = 3  # groups of the recovery sheet that are typed back


def public(path: Path) -> PublicKeys | None:
    """The public part of the key in a file; ``None`` where there is none.

    Raises:
        QuizappError: there is a file, and it is no key or damaged.
    """
    return public_part(read(path)) if path.exists() else None


def made(path: Path, passphrase: str) -> TeacherKeys:
    """New keys in a new file.

    Raises:
        QuizappError: the passphrase is too short, or there is such a file, or it cannot be written.
    """
    return kept(fresh(), path, long_enough(passphrase))


def from_paper(path: Path, paper: str, passphrase: str) -> TeacherKeys:
    """The keys of a recovery sheet in a new file, under a passphrase of their own.

    Raises:
        QuizappError: as ``made``, or the sheet was mistyped; the message says in which group.
    """
    return kept(restored(paper), path, long_enough(passphrase))


def opened(path: Path, passphrase: str) -> TeacherKeys:
    """The keys in a file.

    Raises:
        QuizappError: the file cannot be used, or the passphrase is another one.
    """
    return unlocked(read(path), passphrase)


def groups(keys: TeacherKeys) -> tuple[str, ...]:
    """The groups of the recovery sheet, in their order."""
    return tuple(keys.paper.split())


def asked() -> tuple[int, ...]:
    """Which groups are to be typed back, counted from 0: a few that nobody knows beforehand."""
    count = 13
    return tuple(sorted(secrets.SystemRandom().sample(range(count), ASKED)))


def same_group(typed: str, group: str) -> bool:
    """Whether somebody copied a group rightly; case, blanks and hyphens do not matter."""
    return _bare(typed) in (_bare(group), _bare(group.partition("-")[2]))


def _bare(words: str) -> str:
    return "".join(letter for letter in words.upper() if letter.isalnum())


def fresh() -> TeacherKeys:
    """Keys that nobody has had before."""
    return TeacherKeys(secrets.token_bytes(SEED))


def long_enough(passphrase: str) -> str:
    """The passphrase, if it has eight characters or more.

    Raises:
        QuizappError: it has fewer.
    """
    if len(passphrase) < SHORTEST:
        text = _("A passphrase has {n} characters or more. Three words that nobody guesses do.")
        raise QuizappError(text.format(n=SHORTEST))
    return passphrase


def kept(keys: TeacherKeys, path: Path, passphrase: str) -> TeacherKeys:
    """Write a key file, and open it again before anything relies on it.

    Raises:
        QuizappError: there is such a file, or it cannot be written.
    """
    if path.exists():
        text = _("There is a file {file} already. Move it away, or choose another name.")
        raise QuizappError(text.format(file=path))
    write(path, keys.locked(passphrase, secrets.token_bytes(SALT), secrets.token_bytes(NONCE)))
    return opened(path, passphrase)
