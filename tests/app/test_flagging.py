"""Flags of a class from the files that came back."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.app.classes import Classes
from quizapp.app.flagging import class_flags
from quizapp.app.teaching import Made
from quizapp.classroom.attempt_file import Handed, opened, sealed
from quizapp.classroom.book import Classroom
from quizapp.quiz.log import Entry, Head
from quizapp.store import Store
from tests.app.test_classes import KEYS, classes, nine, out, sat

__all__ = ["classes", "nine"]


def sealed_anew(one: Handed) -> bytes:
    """The file of an attempt whose log was written as it says."""
    before, entries = "", list[Entry]()
    for entry in one.entries:
        entries.append(replace(entry, attempt=one.attempt))
        before = entries[-1].sealed(before)
    whole = replace(one, entries=tuple(entries), head=Head(len(entries), before))
    return sealed(whole, b"i" * 32, (KEYS.public,), b"c" * 32)


def wrong(folder: Path, made: Made, who: int) -> Handed:
    """Somebody who answers one question rightly and takes one wrong answer for another."""
    one = opened(sat(folder, made, who, ("who", "whole"))[1], KEYS).handed
    drawn = next(d for d, (own, _names) in made.link.items.items() if own == "whole")
    entries = tuple(
        replace(e, payload=e.payload.replace('["false"]', '["true"]')) if e.item == drawn else e
        for e in one.entries
    )
    assert entries != one.entries
    return replace(one, entries=entries)


def test_the_same_wrong_answers_and_a_clock_are_told_of_an_exam(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """Who, and what; a file that came twice is no second person."""
    made = out(classes, nine)
    ada, bo = wrong(tmp_path, made, 0), wrong(tmp_path, made, 1)
    late = [replace(e, at=e.at - timedelta(hours=n)) for n, e in enumerate(bo.entries)]
    files = [sealed_anew(ada), sealed(ada, b"j" * 32, (KEYS.public,), b"d" * 32)]
    files[1] = sealed_anew(replace(ada, name="again"))
    files.append(sealed_anew(replace(bo, entries=tuple(late))))
    told = classes.collect([(f"{n}", data) for n, data in enumerate(files)], KEYS)
    assert [one.state for one in told] == ["accepted", "duplicate", "accepted"]

    (found,) = class_flags(store, nine)

    kinds = [(flag.kind, flag.who) for flag in found.flags]
    assert ("same_answers", ("Ada", "Bo")) in kinds
    assert {kind for kind, who in kinds if who == ("Bo",)} == {"clock_back"}
    assert ("clock_back", ("Ada",)) not in kinds


@pytest.mark.parametrize("payload", ["x", "[]", '{"response":5}'])
def test_a_broken_log_and_answers_that_cannot_be_read_stop_nothing(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store, payload: str
) -> None:
    """The one is told, the other is left to the list of files."""
    made = out(classes, nine)
    ada, bo = (opened(sat(tmp_path, made, n)[1], KEYS).handed for n in (0, 1))
    broken = replace(ada, entries=(ada.entries[0], ada.entries[-1]))
    odd = [replace(e, payload=payload) if e.kind == "answer" else e for e in bo.entries]
    files = [sealed(broken, b"i" * 32, (KEYS.public,), b"c" * 32)]
    files.append(sealed_anew(replace(bo, entries=tuple(odd))))
    classes.collect([(f"{n}", data) for n, data in enumerate(files)], KEYS)

    (found,) = class_flags(store, nine)

    assert [(flag.kind, flag.who) for flag in found.flags] == [("broken_log", ("Ada",))]
    assert "“0”" in found.flags[0].words
