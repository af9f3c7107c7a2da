"""What a class hands in: 500 attempt files of 40 items collected, verified, marked and stored.

One attempt is really sat, with a database of its own. The others are made from its log with other
answers, codes and ids, and sealed each for itself. Beside the time stands what libsodium takes to
unseal, decrypt and verify the same files, and what SQLite takes to keep their bytes.

Then the class is opened in the real window, and its marks are read: beside what SQLite takes to
read the rows that they are in, and beside painting the page when the marks are at hand.
"""

import json
import random
import secrets
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from nacl import secret
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.figure import Figure, report
from benchmarks.windows import application, until
from benchmarks.windows import opened as opened_window
from quizapp.app.bank_files import find, open_bank
from quizapp.app.classes import Classes
from quizapp.app.examining import sit
from quizapp.app.places import database
from quizapp.app.teaching import Made
from quizapp.classroom.attempt_file import KEY, Handed, opened, sealed
from quizapp.classroom.book import Classroom, Gradebook, Received
from quizapp.classroom.keys import SEED, TeacherKeys, bytes64, verified
from quizapp.quiz import Rules
from quizapp.quiz.log import Entry, Head, canonical
from quizapp.store import Store
from quizapp.ui.classes.class_page import ClassPage
from quizapp.ui.window import Window

ATTEMPTS, ITEMS, BANK = 500, 40, "harbour-budget"
MOST_SECONDS, MOST_BYTES = 3.0, 50_000
MOST_BOOK, MOST_PAUSE_MS, MOST_SHOWN_MS = 0.2, 100.0, 500.0
ROUNDS, TIMES = 3, 7
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
                made = handed_out(classes, keys)
                files = files_of(folder / f"student-{n}", made, keys)
                begun = time.perf_counter()
                told = classes.collect(files, keys)
                times.append(time.perf_counter() - begun)
            assert [one.state for one in told] == ["accepted"] * ATTEMPTS
        floor = statistics.median(_opened(files, keys) for _n in range(ROUNDS))
        kept = _written(folder / "floor.db", [data for _name, data in files])
        yield from _marks(folder / f"teacher-{ROUNDS - 1}.db")
        (folder / "window").mkdir()
        (folder / f"teacher-{ROUNDS - 1}.db").rename(database(folder / "window"))
        yield from _opened_class(folder / "window")
    best, size = min(times), max(len(data) for _name, data in files)
    note = f"{ATTEMPTS} attempts at {ITEMS} items"
    yield Figure("classroom: collected and marked", best, "s", MOST_SECONDS, note)
    yield Figure("classroom: to libsodium’s opening", best / floor, "×", note=f"{floor:.3f} s")
    yield Figure("classroom: to writing the bytes with SQLite", best / kept, "×")
    yield Figure("classroom: largest attempt file", size / 1000, "kB", MOST_BYTES / 1000, note)


def handed_out(classes: Classes, keys: TeacherKeys) -> Made:
    """An exam for a class of so many."""
    one = classes.add("class", [f"Student {n}" for n in range(ATTEMPTS)])
    bank = open_bank(find(BANK))
    return classes.hand_out(one, bank, replace(Rules.test(), count=ITEMS), keys, "Ms Roe")


def files_of(folder: Path, made: Made, keys: TeacherKeys) -> list[tuple[str, bytes]]:
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


def _marks(path: Path) -> Iterator[Figure]:
    """The gradebook from what is kept, in seconds, and its ratio to reading the rows."""
    with closing(Store(path)) as store:
        classes = Classes(store, Clock())
        (one,) = classes.every()
        best = min(_seconds(lambda: classes.gradebook(one)) for _n in range(TIMES))
    with closing(sqlite3.connect(path)) as connection:
        floor = min(_seconds(lambda: _rows(connection)) for _n in range(TIMES))
    yield Figure("classroom: gradebook", best, "s", MOST_BOOK, f"{ATTEMPTS} attempts")
    yield Figure("classroom: gradebook to reading its rows", best / floor, "×")


def _rows(connection: sqlite3.Connection) -> None:
    """What a gradebook needs, as SQLite gives it."""
    for words in (
        "SELECT hashes, pack, code, state, verdict, file FROM received",
        "SELECT id, bank_version, submitted, posed FROM attempt",
        "SELECT attempt_id, marked_by, credits FROM vector",
    ):
        assert len(connection.execute(words).fetchall()) == ATTEMPTS


def _opened_class(folder: Path) -> Iterator[Figure]:
    """Opening the class: the longest pause of the window, and until its marks are shown."""
    app = application()
    window = opened_window(folder)
    classes = window.classes.at_hand()
    assert classes is not None
    (one,) = classes.every()
    pauses, whole, floor = list[float](), list[float](), list[float]()
    for _n in range(TIMES):
        window.go_to("classes")
        app.processEvents()
        gaps = Gaps()
        whole.append(_seconds(partial(_show_class, app, window, one)))
        pauses.append(gaps.longest())
        page = window.screen_shown
        assert isinstance(page, ClassPage)
        book, came = classes.gradebook(one), classes.came(one)
        floor.append(_seconds(partial(_painted, page, book, came)))
    window.close()
    window.deleteLater()
    pause, shown, least = (1000 * statistics.median(one) for one in (pauses, whole, floor))
    yield Figure("classroom: longest pause of the window", pause, "ms", MOST_PAUSE_MS)
    yield Figure("classroom: the pause to painting the marks", pause / least, "×")
    yield Figure("classroom: opened and its marks shown", shown, "ms", MOST_SHOWN_MS)


def _show_class(app: QApplication, window: Window, one: Classroom) -> None:
    """Open a class, and wait until its marks are painted."""
    window.classes.show_class(one)
    page = window.screen_shown
    assert isinstance(page, ClassPage)
    until(lambda: len(page.book.list.rows()) == ATTEMPTS)
    app.processEvents()


def _painted(page: ClassPage, book: Gradebook, came: tuple[Received, ...]) -> None:
    page.show_book(book, came)
    page.grab()


class Gaps:
    """How long the loop of events was away, from one turn to the next."""

    def __init__(self) -> None:
        self._last, self._gaps, self._timer = time.perf_counter(), [0.0], QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(0)

    def _tick(self) -> None:
        now = time.perf_counter()
        self._gaps.append(now - self._last)
        self._last = now

    def longest(self) -> float:
        """Seconds of the longest one; nothing is watched from then on."""
        self._timer.stop()
        return max(self._gaps)


def _seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


if __name__ == "__main__":
    raise SystemExit(report(figures()))
