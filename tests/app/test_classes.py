"""A class in the database: handed out, collected over several days, decided, marked, deleted."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from threading import Barrier

import pytest

from quizapp.app.classes import Classes
from quizapp.app.examining import sit
from quizapp.app.readers import everybody
from quizapp.app.regrading import Regrading
from quizapp.app.statistics import of_bank, of_group
from quizapp.app.taking_part import Group, groups
from quizapp.app.teaching import Made
from quizapp.bank import Bank, examine
from quizapp.classroom.book import Classroom, Received, Which
from quizapp.classroom.keys import TeacherKeys
from quizapp.errors import QuizappError
from quizapp.quiz import Rules
from quizapp.store import Store, attempts
from quizapp.store import examine as examine_store
from tests.examples import beside, changed, ferry

KEYS = TeacherKeys(Random(1).randbytes(32))
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
FERRY = Group("ferry", "The ferry that stayed")
NAMES = ("Ada", "Bo", "Twin", "Twin")


class Watch:
    """A clock that goes on by a minute each time it is read."""

    def __init__(self, begins: datetime = NOW) -> None:
        self.time = begins

    def __call__(self) -> datetime:
        self.time += timedelta(minutes=1)
        return self.time


@pytest.fixture
def classes(store: Store) -> Classes:
    """The classes of a fresh database."""
    return Classes(store, Watch())


@pytest.fixture
def nine(classes: Classes) -> Classroom:
    """A class of four, two of the same name."""
    return classes.add("9b", NAMES)


def out(classes: Classes, one: Classroom, bank: Bank | None = None) -> Made:
    """The example bank, or another, as an exam for a class."""
    rules = Rules(feedback="never", confidence=False)
    return classes.hand_out(one, bank or ferry(), rules, KEYS, "Ms Roe")


def sat(
    folder: Path, made: Made, who: int, right: Sequence[str] = ("who",), bank: Bank | None = None
) -> tuple[str, bytes]:
    """The file of a student who answers these questions rightly and the others not at all."""
    n = len(list(folder.iterdir()))
    own = folder / f"student-{who}-{n}"
    own.mkdir(parents=True)
    watch = Watch(NOW + timedelta(hours=n))  # one after the other
    with sit(made.pack, made.students[who].code, "", own, watch) as exam:
        keyed = bank or ferry()
        for id_ in right:
            drawn, names = next((d, n) for d, (o, n) in made.link.items.items() if o == id_)
            back = {old: new for new, old in names.items()}
            response = tuple(back.get(part, part) for part in keyed.item[id_].key())
            exam.sitting.answer(drawn, response, None)
        exam.sitting.hand_in()
        file = exam.write(own)
    return file.name, file.read_bytes()


def states(told: Sequence[Received]) -> list[str]:
    """What each file was said to be."""
    return [one.state for one in told]


def test_a_class_has_a_name_of_its_own(classes: Classes, nine: Classroom) -> None:
    """Twins are told apart, and no two classes are called the same."""
    assert [who.label for who in nine.students] == ["Ada", "Bo", "Twin", "Twin (2)"]
    for name, said in (("  ", "needs a name"), ("9B", "already")):
        with pytest.raises(QuizappError, match=said):
            classes.add(name, ())
    with pytest.raises(QuizappError, match="There are: 9b"):
        classes.find("10c")
    assert classes.find("9B").id == nine.id


def test_a_roster_changes_and_the_codes_stay(classes: Classes, nine: Classroom) -> None:
    """Who comes later is in the gradebook, and so is who left with a mark to show."""
    out(classes, nine)
    changed_ = classes.change(nine, ["Ada", "Cem"], "9 b")

    book = classes.gradebook(changed_)

    assert [line.student.label for line in book.lines] == ["Ada", "Cem", "Bo", "Twin", "Twin (2)"]
    assert len(classes.exams(changed_)[0].students) == 4


def test_an_empty_class_is_given_nothing(classes: Classes) -> None:
    """The message says what to do first."""
    with pytest.raises(QuizappError, match="Type or paste the names first"):
        out(classes, classes.add("new", ()))


def test_what_comes_back_over_days_is_kept(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """Three files on Monday, the same and one more on Tuesday: everybody counts once."""
    made = out(classes, nine)
    first = [sat(tmp_path, made, n, right) for n, right in ((0, ("who", "whole")), (1, ("who",)))]
    assert states(classes.collect(first, KEYS)) == ["accepted"] * 2

    later = classes.collect([*first, sat(tmp_path, made, 2, ())], KEYS)

    assert states(later) == ["duplicate", "duplicate", "accepted"]
    assert "This very file came before" in later[0].reason
    book = classes.gradebook(nine)
    cells = [book.cell(line, 0) for line in book.lines]
    assert [cell.earned if cell else None for cell in cells] == [2.5, 1.5, 0.0, None]
    assert examine_store(store).sound
    assert len(classes.files(nine)) == 3


def test_an_attempt_of_a_class_is_no_reader_of_this_computer(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """It counts for the statistics of the bank and for nobody’s progress."""
    made = out(classes, nine)
    classes.collect([sat(tmp_path, made, n) for n in range(3)], KEYS)

    assert [one.id for one in everybody(store, "me")] == ["me"]
    assert of_group(store, FERRY).figures.test.n == 3


def test_each_class_has_statistics_of_its_own(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """Who teaches two classes sees what each can do, and both together."""
    other = classes.add("9c", ("Cy",))
    made, to_other = out(classes, nine), out(classes, other)
    classes.collect([sat(tmp_path, made, n, ("who",)) for n in range(3)], KEYS)
    assert [one.label for one in groups(store)] == [
        f"{FERRY.title} · everybody", f"{FERRY.title} · 9b",
    ]  # fmt: skip
    classes.collect([sat(tmp_path, to_other, 0, ())], KEYS)

    every, of_nine, of_other = groups(store)
    assert (of_nine.name, of_other.name) == ("9b", "9c")
    found = [of_group(store, one).figures for one in (every, of_nine, of_other)]
    assert [one.test.n for one in found] == [4, 3, 1]
    assert [one.items[0].facility for one in found] == [0.75, 1.0, 0.0]
    classes.remove(other)
    assert groups(store) == (every, of_nine)


def test_of_a_student_the_first_attempt_counts_in_statistics(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """Each file has a reader of its own; the student who took two exams of a bank is one."""
    for right in ((), ("who",)):
        made = out(classes, nine)
        classes.collect([sat(tmp_path, made, n, right) for n in (0, 2, 3)], KEYS)
    (everybody_, of_nine) = groups(store)
    found = of_group(store, of_nine).figures

    assert (found.test.n, found.items[0].facility) == (3, 0.0)
    assert of_group(store, everybody_).figures.test.n == 3
    assert of_bank(store, ferry(), first=False, class_id=nine.id).figures.test.n == 6


def test_a_regrade_moves_the_gradebook(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """A key that is put right later is put right for the class."""
    made = out(classes, nine)
    classes.collect([sat(tmp_path, made, 0, ("whole",))], KEYS)
    text = changed(("        key: false", "        key: true"))
    better = examine(text.encode(), "bank.nt", beside, advise=False).bank
    assert better is not None

    Regrading(store, "ferry", better).apply(NOW)

    book = classes.gradebook(nine)
    cell = book.cell(book.lines[0], 0)
    assert cell is not None
    assert cell.earned == 0.0


def test_two_attempts_of_one_student_are_decided_by_the_teacher(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """Both are kept; which one counts is a choice, and can be taken back."""
    made = out(classes, nine)
    told = classes.collect([sat(tmp_path, made, 0, ()), sat(tmp_path, made, 0, ("who",))], KEYS)
    assert states(told) == ["accepted", "conflict"]
    assert [one.open for one in told] == [False, True]

    classes.decide(told[1].sha256, counts=True)

    lines = classes.gradebook(nine).lines[0]
    assert [one.earned for one in lines.taken[0]] == [0.0, 1.5]
    wanted: tuple[tuple[Which, float], ...] = (("best", 1.5), ("first", 0.0), ("last", 1.5))
    for which, earned in wanted:
        cell = replace(classes.gradebook(nine), which=which).cell(lines, 0)
        assert cell is not None
        assert cell.earned == earned
    classes.decide(told[0].sha256, counts=False)
    assert [one.earned for one in classes.gradebook(nine).lines[0].taken[0]] == [1.5]
    assert of_group(store, FERRY).figures.test.n == 1
    classes.decide(told[0].sha256, counts=True)
    assert len(classes.gradebook(nine).lines[0].taken[0]) == 2
    assert examine_store(store).sound


def test_bad_files_are_kept_and_stop_nobody(
    classes: Classes, nine: Classroom, tmp_path: Path
) -> None:
    """Cut off, of another teacher’s pack, or no such file at all: each is told with its reason."""
    made = out(classes, nine)
    name, data = sat(tmp_path, made, 0)
    other = Classes(classes._store, Watch())
    foreign = _foreign(tmp_path)

    told = other.collect(
        [("cut", data[:-30]), ("text", b"hello"), ("foreign", foreign), (name, data)], KEYS
    )

    assert states(told) == ["unreadable", "unreadable", "unverified", "accepted"]
    assert "pack that you did not make here" in told[2].reason
    with pytest.raises(QuizappError, match="Nothing in this file can be marked"):
        classes.decide(told[0].sha256, counts=True)
    with pytest.raises(QuizappError, match="Nothing in this file can be marked"):
        classes.decide(told[2].sha256, counts=True)
    with pytest.raises(QuizappError, match="no such file"):
        classes.decide("0" * 64, counts=True)
    assert len(classes.files()) == 4


def _foreign(folder: Path) -> bytes:
    """A file for a pack that was made elsewhere with the same keys."""
    elsewhere = Store(folder / "elsewhere.db")
    there = Classes(elsewhere, Watch())
    made = out(there, there.add("8a", ["Cem"]))
    elsewhere.close()
    return sat(folder, made, 0)[1]


def test_weights_make_the_total(classes: Classes, nine: Classroom, tmp_path: Path) -> None:
    """By hand: one exam at weight 1, nothing of one at weight 3, and one that counts for none."""
    first, second, third = (out(classes, nine) for _n in range(3))
    classes.collect([sat(tmp_path, first, 0, ("who",)), sat(tmp_path, third, 0, ("who",))], KEYS)
    exams = classes.exams(nine)
    classes.weigh(exams[1], 3)
    classes.weigh(exams[2], 0)
    with pytest.raises(QuizappError, match="0 to 100"):
        classes.weigh(exams[0], -1)

    book = classes.gradebook(nine)
    cell = book.cell(book.lines[0], 0)

    assert cell is not None
    assert second.id == exams[1].id
    assert book.total(book.lines[0]) == pytest.approx(cell.earned / cell.possible / 4)
    assert book.total(book.lines[1]) == 0.0
    none = replace(book, exams=tuple(replace(exam, weight=0.0) for exam in book.exams))
    assert none.total(book.lines[0]) is None


def test_a_class_is_deleted_with_everything_of_it(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """Names, exams, files and attempts go; another class stays."""
    other = classes.add("10c", ["Dee"])
    made, theirs = out(classes, nine), out(classes, other)
    classes.collect([sat(tmp_path, made, 0), sat(tmp_path, theirs, 0)], KEYS)

    classes.remove(nine)

    assert [one.name for one in classes.every()] == ["10c"]
    assert len(classes.files()) == 1
    with store.read() as connection:
        assert len(attempts.every_id(connection)) == 1
    assert examine_store(store).sound


def test_collecting_can_be_stopped_between_lots(
    classes: Classes, nine: Classroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was collected by then is kept; the next time it goes on."""
    monkeypatch.setattr("quizapp.app.classes.LOT", 1)
    made = out(classes, nine)
    came = [sat(tmp_path, made, n) for n in range(3)]

    def stop(done: int, total: int) -> None:
        assert total == 3
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        classes.collect(came, KEYS, stop)

    assert states(classes.collect(came, KEYS)) == ["duplicate", "duplicate", "accepted"]


def test_two_who_collect_the_same_files_at_once_take_them_in_once(
    store: Store, classes: Classes, nine: Classroom, tmp_path: Path
) -> None:
    """Two teachers open one folder: each file counts once, for whoever was first."""
    made = out(classes, nine)
    files = [sat(tmp_path, made, who) for who in range(3)]
    told = Barrier(2)

    def collect(_n: int) -> list[str]:
        def wait_for_each_other() -> Iterator[tuple[str, bytes]]:
            told.wait(10)
            yield from files

        return states(classes.collect(wait_for_each_other(), KEYS))

    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(collect, range(2)))

    assert sorted(both) == [["accepted"] * 3, ["duplicate"] * 3]
    with store.read() as connection:
        assert len(attempts.every_id(connection)) == 3
    assert examine_store(store).sound
