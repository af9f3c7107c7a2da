"""Practice for a class: handed out with its keys, taken again and again, collected and marked."""

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.app.classes import Classes
from quizapp.app.examining import Exam, StartCodeError, pack_to_take, sit
from quizapp.app.flagging import class_flags
from quizapp.app.letters import letters
from quizapp.app.printing import of_form
from quizapp.app.statistics import of_group
from quizapp.app.taking_part import Group, groups
from quizapp.app.teaching import Made, collected, gradebook, kept_exam, make_exam, make_practice
from quizapp.bank import Bank, canonical, version
from quizapp.classroom import attempt_file, pack
from quizapp.classroom.attempt_file import Handed
from quizapp.classroom.book import Classroom, Which
from quizapp.classroom.canonical import UnreadableError
from quizapp.classroom.practice import practice_bank, practice_content
from quizapp.errors import QuizappError
from quizapp.quiz import Rules
from quizapp.quiz.log import Entry, Head
from quizapp.store import Store, attempts, banks
from quizapp.store import examine as examine_store
from tests.app.test_classes import KEYS, Watch, classes, nine, out, sat, states
from tests.examples import ferry

__all__ = ["classes", "nine"]
AT_ONCE = Rules()
File = tuple[str, bytes]


def given(classes: Classes, one: Classroom, rules: Rules = AT_ONCE) -> Made:
    """The example bank as practice for a class."""
    return classes.hand_out(one, ferry(), rules, KEYS, "Ms Roe", practice=True)


class Student:
    """Somebody with a data folder of their own, who may practise several times."""

    def __init__(self, folder: Path, made: Made, who: int = 0) -> None:
        self.folder = folder / f"data-{who}"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.made, self.code, self.watch = made, made.students[who].code, Watch()

    def practises(self, right: Sequence[str] = (), *, anew: bool = False) -> File:
        """Answer these rightly, see what is said, hand in; the file."""
        with self.at_it(anew=anew) as exam:
            for id_ in right:
                exam.sitting.answer(id_, ferry().item[id_].key(), 2)
                exam.sitting.check(id_)
            exam.sitting.hand_in()
            return self.file(exam)

    def at_it(self, *, anew: bool = False) -> AbstractContextManager[Exam]:
        """The pack opened with their code."""
        return sit(self.made.pack, self.code, "", self.folder, self.watch, anew=anew)

    def file(self, exam: Exam) -> File:
        """What is written beside the pack."""
        written = exam.write(self.folder)
        return written.name, written.read_bytes()


def forged(data: File, change: Callable[[Handed], Iterable[Entry]]) -> File:
    """The same attempt with other entries, signed and sealed as a program of one’s own could."""
    handed = attempt_file.opened(data[1], KEYS).handed
    entries, before = list(change(handed)), ""
    for entry in entries:
        before = entry.sealed(before)
    other = replace(handed, entries=tuple(entries), head=Head(len(entries), before))
    return data[0], attempt_file.sealed(other, b"i" * 32, (KEYS.public,), b"c" * 32)


def test_every_attempt_at_practice_counts(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """Three of one student and one of another; the gradebook says which is shown."""
    made = given(classes, nine)
    ada, bo = Student(tmp_path, made, 0), Student(tmp_path, made, 1)
    files = [
        ada.practises(("who",)),
        ada.practises(("who", "whole"), anew=True),
        ada.practises((), anew=True),
        bo.practises(("whole",)),
    ]

    told = classes.collect(files, KEYS)

    assert states(told) == ["accepted"] * 4
    assert not any(one.open for one in told)
    book = classes.gradebook(nine)
    wanted: tuple[tuple[Which, float], ...] = (("best", 2.5), ("first", 1.5), ("last", 0.0))
    for which, earned in wanted:
        cell = replace(book, which=which).cell(book.lines[0], 0)
        assert cell is not None
        assert cell.earned == earned
    assert states(classes.collect(files, KEYS)) == ["duplicate"] * 4
    assert examine_store(store).sound


@pytest.mark.parametrize("at_once", [True, False])
def test_one_attempt_handed_in_for_two_packs_is_to_be_decided(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store, at_once: bool
) -> None:
    """The same practice, handed out again, is not done by a file that says another pack."""
    first, second = given(classes, nine), given(classes, nine)
    name, data = Student(tmp_path, first).practises(("who",))
    handed = attempt_file.opened(data, KEYS).handed
    other = replace(handed, pack=second.id, code=second.students[0].code)
    again = ("again", attempt_file.sealed(other, b"i" * 32, (KEYS.public,), b"c" * 32))

    if at_once:
        told = classes.collect([(name, data), again], KEYS)
    else:
        told = (*classes.collect([(name, data)], KEYS), *classes.collect([again], KEYS))

    assert states(told) == ["accepted", "conflict"]
    assert "something else that was handed out" in told[1].reason
    assert examine_store(store).sound


def test_practice_weighs_nothing_until_it_is_given_a_weight(
    classes: Classes, nine: Classroom, tmp_path: Path
) -> None:
    """It has its column, and the share of all is that of the exam alone."""
    made = given(classes, nine)
    classes.collect([Student(tmp_path, made).practises(("who",))], KEYS)
    assert classes.gradebook(nine).total(classes.gradebook(nine).lines[0]) is None
    exam = out(classes, nine)
    classes.collect([sat(tmp_path, exam, 0, ())], KEYS)

    book = classes.gradebook(nine)
    assert [one.heading for one in book.exams] == [
        f"Practice: {ferry().title}",
        ferry().title,
    ]
    assert book.total(book.lines[0]) == 0.0
    classes.weigh(book.exams[0], 1)
    weighed = classes.gradebook(nine)
    assert 0 < (weighed.total(weighed.lines[0]) or 0) < 1


def test_statistics_count_the_first_attempt_of_each_student(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """Who has seen the key tells nothing about a question; set aside, the next one is the first."""
    made = given(classes, nine)
    ada, bo = Student(tmp_path, made, 0), Student(tmp_path, made, 1)
    first = ada.practises(("who",))
    told = classes.collect([first, ada.practises((), anew=True), bo.practises(())], KEYS)
    counted = of_group(store, Group("ferry", "")).figures
    assert counted.test.n == 2
    assert counted.test.mean == pytest.approx(0.75)

    classes.decide(told[0].sha256, counts=False)

    assert of_group(store, Group("ferry", "")).figures.test.mean == 0.0
    assert len(classes.gradebook(nine).lines[0].taken[0]) == 1
    classes.decide(told[0].sha256, counts=True)
    assert len(classes.gradebook(nine).lines[0].taken[0]) == 2
    assert examine_store(store).sound


def test_feedback_that_was_shown_is_in_the_kept_log(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """So is how sure the student was; the kept attempt says the same as its log."""
    made = given(classes, nine)
    classes.collect([Student(tmp_path, made).practises(("who",))], KEYS)

    with store.read() as connection:
        (id_,) = attempts.every_id(connection)
        found = attempts.load(connection, id_)
        assert found is not None
        assert found[0].checked == {"who"}
        assert found[0].answers["who"].confidence == 2
        assert attempts.verify(connection, id_).sound


def test_practice_goes_on_and_begins_again(
    classes: Classes, nine: Classroom, tmp_path: Path
) -> None:
    """What was stopped goes on; what was handed in is shown until somebody begins anew."""
    student = Student(tmp_path, given(classes, nine))
    with student.at_it() as exam:
        exam.sitting.answer("who", ferry().item["who"].key(), None)
        first = exam.sitting.attempt.id
    with student.at_it() as exam:
        assert (exam.resumed, list(exam.sitting.attempt.answers)) == (True, ["who"])
        exam.sitting.hand_in()
        assert exam.sitting.result().score.right == 1
    with student.at_it() as exam:
        assert (exam.sitting.submitted, exam.sitting.attempt.id) == (True, first)
    with student.at_it(anew=True) as exam:
        assert (exam.resumed, exam.sitting.submitted) == (False, False)
        second = exam.sitting.attempt.id
    with student.at_it() as exam:
        assert exam.sitting.attempt.id == second


def test_an_exam_is_begun_once(classes: Classes, nine: Classroom, tmp_path: Path) -> None:
    """Its questions were seen, whatever became of the first attempt."""
    made = out(classes, nine)

    with (
        pytest.raises(QuizappError, match="only once"),
        sit(made.pack, made.students[0].code, "", tmp_path, Watch(), anew=True),
    ):
        pass


def test_a_code_of_nobody_is_refused(classes: Classes, nine: Classroom, tmp_path: Path) -> None:
    """The message says that of a pack, which is no exam."""
    made = given(classes, nine)
    for code, said in (("WRONG9", "no start code of this pack"), ("", "asks for your start code")):
        with (
            pytest.raises(StartCodeError, match=said),
            sit(made.pack, code, "", tmp_path, Watch()),
        ):
            pass


def test_each_attempt_draws_its_own_questions(
    classes: Classes, nine: Classroom, tmp_path: Path
) -> None:
    """And the marks are of those that it drew."""
    made = given(classes, nine, Rules(count=3, shuffle_items=True))
    student, seen, files = Student(tmp_path, made), set[tuple[str, ...]](), []
    for _n in range(6):
        with student.at_it(anew=True) as exam:
            seen.add(tuple(one.item for one in exam.sitting.attempt.posed))
            exam.sitting.hand_in()
            files.append(student.file(exam))

    assert states(classes.collect(files, KEYS)) == ["accepted"] * 6
    assert len(seen) > 1
    for taken in classes.gradebook(nine).lines[0].taken[0]:
        assert 0 < taken.possible < sum(float(i.weight) for i in ferry().usable if i.scored)


def _one_question(handed: Handed) -> Iterable[Entry]:
    begin = handed.entries[0]
    record = json.loads(begin.payload)
    record["posed"] = record["posed"][:1]
    return (replace(begin, payload=json.dumps(record)), *handed.entries[1:])


def _twice_the_same(handed: Handed) -> Iterable[Entry]:
    begin = handed.entries[0]
    record = json.loads(begin.payload)
    record["posed"] = [record["posed"][0] for _one in record["posed"]]
    return (replace(begin, payload=json.dumps(record)), *handed.entries[1:])


def _not_posed(handed: Handed) -> Iterable[Entry]:
    return (replace(handed.entries[0], payload="[]"), *handed.entries[1:])


def _after_feedback(handed: Handed) -> Iterable[Entry]:
    """A second answer to a question whose key was shown."""
    given = next(one for one in handed.entries if one.kind == "answer")
    end = handed.entries[-1]
    late = replace(given, n=end.n)
    return (*handed.entries[:-1], late, replace(end, n=end.n + 1))


@pytest.mark.parametrize("change", [_one_question, _twice_the_same, _not_posed, _after_feedback])
def test_an_attempt_that_no_program_of_ours_writes_is_looked_at(
    classes: Classes,
    nine: Classroom,
    tmp_path: Path,
    change: Callable[[Handed], Iterable[Entry]],
) -> None:
    """One easy question in place of all, or an answer after its key: the teacher decides nothing
    by accident, and the next file counts.
    """
    made = given(classes, nine)
    data = Student(tmp_path, made, 0).practises(("who",))

    told = classes.collect([forged(data, change), Student(tmp_path, made, 1).practises()], KEYS)

    assert states(told) == ["unverified", "accepted"]
    with pytest.raises(QuizappError, match="Nothing in this file can be marked"):
        classes.decide(told[0].sha256, counts=True)


def test_a_damaged_or_newer_bank_in_a_pack_is_said_before_anybody_begins(tmp_path: Path) -> None:
    """Signed by the teacher, and nothing that can be asked."""
    good = pack.opened(make_practice(ferry(), AT_ONCE, KEYS, ["Ada"], "Ms Roe").pack)
    newer = practice_content(ferry()).replace(b'"format":"1"', b'"format":"2"', 1)
    exam = make_exam(ferry(), AT_ONCE, KEYS, ["Ada"], "Ms Roe")
    for content, said in (
        (b"junk", "Ask your teacher for the pack again"),
        (good.content[:-50], "Ask your teacher for the pack again"),
        (newer, "newer version of quizapp"),
        (pack.opened(exam.pack).content, "Ask your teacher for the pack again"),
    ):
        bad = pack.made(replace(good, content=content), KEYS)
        with pytest.raises(UnreadableError, match=said):
            pack_to_take(bad)
    made = pack.made(good, KEYS)
    for place in range(0, len(made), 997):
        changed = made[:place] + bytes([made[place] ^ 1]) + made[place + 1 :]
        with pytest.raises(UnreadableError):
            pack_to_take(changed)


def test_a_pack_that_nobody_could_open_is_not_made() -> None:
    """Pictures of 4 MB would make a file of more than 5; the teacher hears it, not the class."""
    large = replace(ferry(), pictures=(("ferry.png", bytes(4_000_000)),))

    with pytest.raises(QuizappError, match="Use smaller pictures"):
        make_practice(large, AT_ONCE, KEYS, ["Ada"], "Ms Roe")


def test_practice_without_feedback_is_a_mistake_of_ours() -> None:
    """It would be taken for an exam when it comes back."""
    with pytest.raises(ValueError, match="practice has feedback"):
        make_practice(ferry(), Rules(feedback="never"), KEYS, ["Ada"], "Ms Roe")


def parts(bank: Bank) -> tuple[set[str], set[str]]:
    """The claims that are asked, and those that the file tells of."""
    return (
        {claim for item in bank.items for claim in item.claims},
        {claim.id for claim in bank.map.claims},
    )


def test_practice_with_one_form_tells_nothing_of_the_other(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """Form A for practice, form B as an exam: no claim of the one is in the file of the other."""
    a, b = of_form(ferry(), "A"), of_form(ferry(), "B")
    made = classes.hand_out(nine, a, AT_ONCE, KEYS, "Ms Roe", practice=True, whole=ferry())
    asked, told = parts(practice_bank(pack.opened(made.pack).content))
    assert asked == told
    assert not told & parts(b)[0]

    student = Student(tmp_path, made)
    with student.at_it() as exam:
        for item in exam.sitting.items:
            exam.sitting.answer(item.id, item.key())
        exam.sitting.hand_in()
        file = student.file(exam)
    assert states(classes.collect([file], KEYS)) == ["accepted"]
    cell = classes.gradebook(nine).lines[0].taken[0][0]
    assert cell.right == len(a.items)
    with store.read() as connection:
        assert banks.newest(connection, "ferry") == version(canonical(ferry()))
    assert [one.title for one in groups(store)] == [ferry().title] * 2


def test_that_a_class_practised_is_known_before_an_exam(classes: Classes, nine: Classroom) -> None:
    """An exam of the bank, or practice of another class, is no reason."""
    assert classes.practised(nine, "ferry") == ()
    out(classes, nine)
    given(classes, classes.add("10c", ["Dee"]))
    assert classes.practised(nine, "ferry") == ()
    given(classes, nine)
    assert [one.bank_id for one in classes.practised(nine, "ferry")] == ["ferry"]
    assert classes.practised(nine, "other") == ()


def test_letters_and_flags_know_practice(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """A letter says so in its name; that two have the same answers says nothing here."""
    made = given(classes, nine)
    files = [Student(tmp_path, made, who).practises(("who", "whole")) for who in (0, 1)]
    classes.collect(files, KEYS)

    names = [one.name for one in letters(store, classes.gradebook(nine), Watch())]
    assert names == [f"{who} - Practice_ {ferry().title}" for who in ("Ada", "Bo")]
    assert [flag.kind for one in class_flags(store, nine) for flag in one.flags] == []


def test_practice_without_a_class_is_marked_from_the_kept_file(tmp_path: Path) -> None:
    """The best attempt of each student; a line for each where it was open to everybody."""
    made = make_practice(ferry(), AT_ONCE, KEYS, ["Ada", "Bea"], "Ms Roe")
    ada = Student(tmp_path, made)
    files = [
        ada.practises(()),
        ada.practises(("who",), anew=True),
        ada.practises((), anew=True),
    ]
    kept = kept_exam(made.kept, KEYS)

    outcomes = collected(files, KEYS, kept)

    assert [one.state for one in outcomes] == ["accepted"] * 3
    lines = gradebook(outcomes, kept)
    assert [line.score.earned if line.score else None for line in lines] == [1.5, None]
    assert len(gradebook(outcomes, replace(kept, students=()))) == 3
