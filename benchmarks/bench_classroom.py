"""What a class hands in: 500 attempt files of 40 items collected, verified, marked and stored.

One attempt is really sat, with a database of its own. The others are made from its log with other
answers, codes and ids, and sealed each for itself. Beside the time stands what libsodium takes to
unseal, decrypt and verify the same files, and what SQLite takes to keep their bytes.
"""

import json
import random
import secrets
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nacl import secret

from benchmarks.figure import Figure, report
from quizapp.app.bank_files import find, open_bank
from quizapp.app.classes import Classes
from quizapp.app.examining import sit
from quizapp.app.teaching import Made
from quizapp.classroom.attempt_file import KEY, Handed, opened, sealed
from quizapp.classroom.keys import SEED, TeacherKeys, bytes64, verified
from quizapp.quiz import Rules
from quizapp.quiz.log import Entry, Head, canonical
from quizapp.store import Store

ATTEMPTS, ITEMS, BANK = 500, 40, "harbour-budget"
MOST_SECONDS, MOST_BYTES = 3.0, 50_000
ROUNDS = 3
CHANCE = random.Random(1)  # noqa: S311  (no secret)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


class Clock:
    """A clock that goes on by half a minute each time it is read."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=30)
        return self.time


def figures() -> Iterator[Figure]:
    """The shortest of three rounds in seconds, its ratios to the floors, and the largest file."""
    keys = TeacherKeys(bytes(range(SEED)))
    times: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for n in range(ROUNDS):
            with closing(Store(folder / f"teacher-{n}.db")) as store:
                classes = Classes(store, Clock())
                made = _handed_out(classes, keys)
                files = _files(folder / f"student-{n}", made, keys)
                begun = time.perf_counter()
                told = classes.collect(files, keys)
                times.append(time.perf_counter() - begun)
            assert [one.state for one in told] == ["accepted"] * ATTEMPTS
        floor = statistics.median(_opened(files, keys) for _n in range(ROUNDS))
        kept = _written(folder / "floor.db", [data for _name, data in files])
    best, size = min(times), max(len(data) for _name, data in files)
    note = f"{ATTEMPTS} attempts at {ITEMS} items"
    yield Figure("classroom: collected and marked", best, "s", MOST_SECONDS, note)
    yield Figure("classroom: to libsodium’s opening", best / floor, "×", note=f"{floor:.3f} s")
    yield Figure("classroom: to writing the bytes with SQLite", best / kept, "×")
    yield Figure("classroom: largest attempt file", size / 1000, "kB", MOST_BYTES / 1000, note)


def _handed_out(classes: Classes, keys: TeacherKeys) -> Made:
    one = classes.add("class", [f"Student {n}" for n in range(ATTEMPTS)])
    bank = open_bank(find(BANK))
    return classes.hand_out(one, bank, replace(Rules.test(), count=ITEMS), keys, "Ms Roe")


def _files(folder: Path, made: Made, keys: TeacherKeys) -> list[tuple[str, bytes]]:
    """The files of a class, as they lie in the teacher’s folder."""
    folder.mkdir()
    with sit(made.pack, made.students[0].code, "", folder, Clock()) as exam:
        keyed = open_bank(find(BANK))
        for drawn, (own, names) in made.link.items.items():
            back = {old: new for new, old in names.items()}
            key = keyed.item[own].key()
            exam.sitting.answer(drawn, tuple(_drawn(part, back) for part in key), None)
        exam.sitting.hand_in()
        first = exam.handed()
    return [
        (f"{who.code}.quizattempt", _sealed(_other(first, who.code, n), keys))
        for n, who in enumerate(made.students)
    ]


def _other(first: Handed, code: str, n: int) -> Handed:
    """The same attempt by somebody else, who leaves a few questions open."""
    id_, entries, before = f"{n:032x}", list[Entry](), ""
    for one in first.entries:
        entry = replace(one, attempt=id_)
        if one.kind == "answer" and CHANCE.random() < 0.05:
            entry = replace(entry, kind="clear", payload=canonical({}))
        entries.append(entry)
        before = entry.sealed(before)
    return replace(
        first, attempt=id_, code=code, entries=tuple(entries), head=Head(len(entries), before)
    )


def _sealed(handed: Handed, keys: TeacherKeys) -> bytes:
    return sealed(handed, secrets.token_bytes(SEED), (keys.public,), secrets.token_bytes(KEY))


def _drawn(part: str, back: dict[str, str]) -> str:
    """A part of a key under the ids that were drawn for the exam."""
    row, space, column = part.partition(" ")
    if space and row in back and column in back:
        return f"{back[row]} {back[column]}"
    gap, equals, words = part.partition("=")
    return f"{back[gap]}={words}" if equals and gap in back else back.get(part, part)


def _opened(files: list[tuple[str, bytes]], keys: TeacherKeys) -> float:
    """Seconds that libsodium takes to unseal, decrypt and verify the files, JSON read apart."""
    boxes = []
    for _name, data in files:
        fields = json.loads(data)
        boxes.append((bytes64(fields["to"][0]["key"]), bytes64(fields["box"])))
    signs = [opened(data, keys).handed.installation for _name, data in files]
    begun = time.perf_counter()
    for (sealed_key, box), sign in zip(boxes, signs, strict=True):
        whole = secret.SecretBox(keys.unseal(sealed_key)).decrypt(box)
        assert verified(sign, "attempt", whole[64:], whole[:64])
    return time.perf_counter() - begun


def _written(path: Path, files: list[bytes]) -> float:
    """Seconds that SQLite takes to keep the bytes of the files."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE kept (data BLOB)")
        connection.commit()
        begun = time.perf_counter()
        connection.executemany("INSERT INTO kept VALUES (?)", [(data,) for data in files])
        connection.commit()
        return time.perf_counter() - begun


if __name__ == "__main__":
    raise SystemExit(report(figures()))
