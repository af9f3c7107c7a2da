"""Bad files among good ones: each is named with its reason, and the class is marked."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

import pytest

from quizapp.app.classes import Classes
from quizapp.app.teaching import Made
from quizapp.classroom.attempt_file import Handed, opened, sealed
from quizapp.classroom.book import Classroom
from quizapp.classroom.keys import TeacherKeys
from quizapp.errors import QuizappError
from quizapp.quiz.log import Entry, Head
from quizapp.store import Store
from quizapp.store import examine as examine_store
from tests.app.test_classes import KEYS, classes, nine, out, sat

__all__ = ["classes", "nine"]
OTHER = TeacherKeys(Random(2).randbytes(32))


@dataclass(frozen=True)
class Came:
    """What Ada and Bo handed in, and the exam."""

    made: Made
    ada: bytes
    bo: bytes

    def resealed(self, data: bytes, to: TeacherKeys = KEYS, **changes: str) -> bytes:
        """A file opened, changed and sealed again by an installation of somebody else."""
        return file_of(replace(opened(data, KEYS).handed, **changes), to)  # type: ignore[arg-type]


def file_of(handed: Handed, to: TeacherKeys = KEYS) -> bytes:
    """What another installation makes of it."""
    return sealed(handed, b"x" * 32, (to.public,), b"y" * 32)


@pytest.fixture
def came(classes: Classes, nine: Classroom, tmp_path: Path) -> Came:
    """The files of two students, not yet collected."""
    made = out(classes, nine)
    return Came(made, sat(tmp_path, made, 0, ("who", "whole"))[1], sat(tmp_path, made, 1)[1])


def field(data: bytes, name: str, value: object) -> bytes:
    """The file with another value in a field of its outside."""
    fields = {**json.loads(data), name: value}
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


BAD: dict[str, tuple[Callable[[Came], bytes], str, str]] = {
    "empty": (lambda _c: b"", "unreadable", "damaged"),
    "letter": (lambda _c: "Привіт".encode("utf-16"), "unreadable", "damaged"),
    "cut in half": (lambda c: c.bo[: len(c.bo) // 2], "unreadable", "damaged"),
    "cut by a byte": (lambda c: c.bo[:-1], "unreadable", "damaged"),
    "a byte more": (lambda c: c.bo + b"\n", "unreadable", "damaged"),
    "named twice": (lambda c: c.bo.replace(b"{", b'{"box":"A",', 1), "unreadable", "damaged"),
    "5 MB of nest": (lambda _c: b'{"a":' + b"[" * 4_999_000, "unreadable", "32 levels"),
    "5 MB of words": (lambda _c: b'{"a":"' + b"[" * 4_999_000, "unreadable", "damaged"),
    "giant": (lambda _c: b"[" * 5_000_001, "unreadable", "larger than 5 MB"),
    "no box": (lambda c: field(c.bo, "box", ""), "unreadable", "damaged"),
    "a number for a box": (lambda c: field(c.bo, "box", 7), "unreadable", "damaged"),
    "to nobody": (lambda c: field(c.bo, "to", []), "unreadable", "another teacher"),
    "to words": (lambda c: field(c.bo, "to", ["me"]), "unreadable", "damaged"),
    "another program’s": (lambda c: field(c.bo, "kind", "x"), "unreadable", "no attempt file"),
    "to another": (lambda c: c.resealed(c.bo, OTHER), "unreadable", "another teacher"),
    "box of another": (
        lambda c: field(c.bo, "box", json.loads(c.ada)["box"]),
        "unreadable",
        "damaged",
    ),
    "stranger’s pack": (lambda c: c.resealed(c.bo, pack="0" * 32), "unverified", "did not make"),
    "stranger’s code": (lambda c: c.resealed(c.bo, code="NOBODY"), "unverified", "NOBODY"),
    "another’s log": (lambda c: c.resealed(c.bo, attempt="f" * 32), "unverified", "broken"),
    "replayed by a friend": (
        lambda c: c.resealed(c.ada, code=c.made.students[1].code),
        "conflict",
        "under the start code",
    ),
    "replayed": (lambda c: c.ada, "duplicate", "came before"),
    "signed anew": (lambda c: c.resealed(c.ada), "duplicate", "came before"),
}


@pytest.mark.parametrize("sort", BAD)
def test_a_bad_file_between_two_good_ones_stops_neither(
    classes: Classes, nine: Classroom, came: Came, store: Store, sort: str
) -> None:
    """It is told as what it is, it is kept, and both students have their marks."""
    make, state, why = BAD[sort]
    bad = make(came)

    told = classes.collect([("a", came.ada), ("b", bad), ("c", came.bo)], KEYS)

    assert [one.state for one in told] == ["accepted", state, "accepted"]
    assert why in told[1].reason
    book = classes.gradebook(nine)
    assert [cell.earned for line in book.lines[:2] if (cell := book.cell(line, 0))] == [2.5, 1.5]
    assert len(classes.files()) == (2 if make(came) == came.ada else 3)
    assert examine_store(store).sound


def test_all_of_them_at_once(classes: Classes, nine: Classroom, came: Came) -> None:
    """Whatever lies in the folder, whoever handed in counts once."""
    files = [(sort, make(came)) for sort, (make, _state, _why) in BAD.items()]

    told = classes.collect([("a", came.ada), *files, ("z", came.bo)], KEYS)

    assert [one.state for one in told] == [
        "accepted",
        *(s for _m, s, _w in BAD.values()),
        "accepted",
    ]
    kept = [one for one in classes.files() if one.state not in ("duplicate", "accepted")]
    assert {one.file for one in kept} == {
        s for s, (_m, state, _w) in BAD.items() if state[0] in "uc"
    }


def test_answers_count_once_whoever_handed_them_in(classes: Classes, came: Came) -> None:
    """A friend’s copy counts only in place of the one that it was copied from."""
    copied = came.resealed(came.ada, code=came.made.students[1].code)
    first, copy = classes.collect([("ada", came.ada), ("copy", copied)], KEYS)

    with pytest.raises(QuizappError, match="count already, from “ada”"):
        classes.decide(copy.sha256, counts=True)
    classes.decide(first.sha256, counts=False)

    assert classes.decide(copy.sha256, counts=True).counts


PAYLOADS = {
    "no JSON": "x",
    "a list": "[]",
    "nothing": "null",
    "a nest": "[" * 200_000,
    "a number": '{"response":5}',
    "half a character": '{"response":["\\ud800"]}',
    "nothing at all": '{"response":["\\u0000"]}',
    "a giant level": '{"confidence":9' + "9" * 30 + ',"response":["o1"]}',
    "a true level": '{"confidence":true,"response":["o1"]}',
}


def forged(came: Came, change: Callable[[Entry], Entry]) -> bytes:
    """Bo’s attempt as another program writes it, with a log and a signature that hold."""
    one = opened(came.bo, KEYS).handed
    before, entries = "", list[Entry]()
    for entry in map(change, one.entries):
        entries.append(entry)
        before = entry.sealed(before)
    return file_of(replace(one, entries=tuple(entries), head=Head(len(entries), before)))


@pytest.mark.parametrize("sort", PAYLOADS)
def test_answers_that_no_program_of_ours_writes_stop_nobody(
    classes: Classes, came: Came, sort: str
) -> None:
    """Whoever signs a file can write anything into it; it is looked at, and the next one counts."""

    def change(entry: Entry) -> Entry:
        return replace(entry, payload=PAYLOADS[sort]) if entry.kind == "answer" else entry

    told = classes.collect([("b", forged(came, change)), ("a", came.ada)], KEYS)

    assert [one.state for one in told] == ["unverified", "accepted"]
    assert "not written as this program writes them" in told[0].reason


def test_acts_times_and_words_that_cannot_be_stop_nobody(classes: Classes, came: Came) -> None:
    """An act of another name, a year that no calendar has, an empty character."""
    early = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=-12)))
    files = [
        forged(came, lambda one: replace(one, kind="dance") if one.kind == "answer" else one),  # type: ignore[arg-type]
        forged(came, lambda one: replace(one, at=early)),
        came.resealed(came.bo, name="\0"),
        came.ada,
    ]

    told = classes.collect([(f"{n}", data) for n, data in enumerate(files)], KEYS)

    assert [one.state for one in told] == ["unverified", "unreadable", "unreadable", "accepted"]


def flipped(classes: Classes, came: Came, places: range) -> set[str]:
    """What files with one other bit at these places are said to be."""
    files = [
        (f"{n}", came.bo[:n] + bytes([came.bo[n] ^ 1 << n % 8]) + came.bo[n + 1 :]) for n in places
    ]
    return {one.state for one in classes.collect(files, KEYS)}


def test_a_flipped_bit_is_never_taken_for_an_answer(classes: Classes, came: Came) -> None:
    """A stick that loses bits loses a file, which is named, and no mark is wrong."""
    assert flipped(classes, came, range(0, len(came.bo), 37)) == {"unreadable"}


@pytest.mark.battery
def test_every_flipped_byte_is_named(classes: Classes, came: Came) -> None:
    """The same for each byte of the file."""
    assert flipped(classes, came, range(len(came.bo))) == {"unreadable"}


def test_a_lost_key_is_said_of_every_file(classes: Classes, nine: Classroom, came: Came) -> None:
    """With another key nothing opens; with the right one, later, the same files count."""
    files = [("a", came.ada), ("b", came.bo)]
    lost = classes.collect(files, OTHER)

    assert [one.state for one in lost] == ["unreadable"] * 2
    assert all("another teacher’s key" in one.reason for one in lost)
    assert [one.state for one in classes.collect(files, OTHER)] == ["duplicate"] * 2
    assert [one.state for one in classes.collect(files, KEYS)] == ["accepted"] * 2
    assert [one.state for one in classes.files()] == ["accepted"] * 2


ODD = (
    "Ada",
    "ada",
    "=1+1",
    "O’Neill, Ada",
    "Їжак",
    "名前",
    "\u202eevil",
    "a" * 300,
    "A\u0301da",
    "Áda",
)


def test_odd_names_and_twins_each_have_a_line(classes: Classes, tmp_path: Path) -> None:
    """Whatever somebody is called, their marks are theirs."""
    one = classes.add("odd", ODD)
    made = out(classes, one)
    classes.collect([sat(tmp_path, made, len(ODD) - 1)], KEYS)

    book = classes.gradebook(one)

    labels = [line.student.label for line in book.lines]
    assert len(set(labels)) == len(ODD)
    assert [book.cell(line, 0) is not None for line in book.lines] == [False] * 9 + [True]
