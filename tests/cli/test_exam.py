"""An exam without a server: keys, a pack for each class, attempts that come back, marks."""

import json
import shutil
from pathlib import Path

import pytest

from quizapp.bank import Bank
from tests.classroom.handing import SCHOOL, TEACHER
from tests.cli.conftest import Done, Quizapp
from tests.examples import FERRY, ferry

PHRASE = "correct horse\n"


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A teacher's key file, under a passphrase that is stretched as little as can be."""
    file = tmp_path / "mine.quizkey"
    file.write_bytes(TEACHER.locked(PHRASE, b"s" * 16, b"n" * 24, quick=True))
    return file


@pytest.fixture
def exam(quizapp: Quizapp, tmp_path: Path, key: Path) -> Path:
    """A folder with an exam for thirty students, two of whom have the same name."""
    names = tmp_path / "class.txt"
    names.write_text("\n".join([*(f"Student {n}" for n in range(28)), "Twin", "Twin"]))
    bank = shutil.copytree(FERRY, tmp_path / "ferry")
    words = ("pack", bank, "--key", key, "--names", names, "--to", tmp_path / "exam")
    assert quizapp(*words, typed=PHRASE).status == 0
    return tmp_path / "exam"


def codes(exam: Path) -> list[str]:
    """The start codes, in the order of the class."""
    rows = next(exam.glob("*-codes.csv")).read_text("utf-8-sig").splitlines()[1:]
    return [row.split(",")[1] for row in rows]


def possible(bank: Bank) -> float:
    """What all of a bank's questions can earn."""
    return sum(float(item.weight) for item in bank.usable if item.scored)


def take(quizapp: Quizapp, exam: Path, code: str, typed: str = "h\ny\n") -> Done:
    """A student at the exam, from the first question on."""
    return quizapp("take", next(exam.glob("*.quizpack")), "--code", code, typed=typed)


def collect(quizapp: Quizapp, exam: Path, key: Path, *more: object) -> Done:
    """The teacher collects what lies beside the pack."""
    kept = next(exam.glob("*.quizclass"))
    return quizapp("collect", exam, kept, "--key", key, *more, typed=PHRASE)


def test_a_class_of_thirty_is_marked_though_three_files_are_damaged(
    quizapp: Quizapp, exam: Path, key: Path
) -> None:
    """Every other student has marks, and the three are named with a reason."""
    for code in codes(exam):
        assert take(quizapp, exam, code).status == 0
    files = sorted(exam.glob("*.quizattempt"))
    first, second, third = files[:3]
    first.write_bytes(b"")
    second.write_bytes(second.read_bytes()[:-40])
    third.write_bytes(third.read_bytes().replace(b'"box":"', b'"box":"AAAA', 1))

    done = collect(quizapp, exam, key, "--json")
    told = json.loads(done.out)

    assert done.status == 1
    assert [one["state"] for one in told["files"]] == ["unreadable"] * 3 + ["accepted"] * 27
    assert sum(one["earned"] is not None for one in told["students"]) == 27
    assert [one["name"] for one in told["students"]][-2:] == ["Twin", "Twin (2)"]


def test_the_marks_are_those_of_the_bank(quizapp: Quizapp, exam: Path, key: Path) -> None:
    """What was answered under drawn ids earns what the bank says, and the rest earns 0."""
    item = ferry().item["who"]
    code, right = codes(exam)[0], item.describe(item.key())
    shown = take(quizapp, exam, code, typed="n\nq\n").out.splitlines()
    number = next(line.split()[0] for line in shown if line.endswith(right))
    take(quizapp, exam, code, typed=f"{number}\nh\ny\n")

    told = json.loads(collect(quizapp, exam, key, "--json").out)

    assert told["students"][0]["earned"] == float(item.weight)
    assert told["students"][0]["right"] == 1
    assert told["students"][0]["possible"] == possible(ferry())
    assert told["students"][1]["earned"] is None


def test_a_student_sees_no_marks_and_can_have_the_file_again(quizapp: Quizapp, exam: Path) -> None:
    """Handing in gives a file and a short code; asking again gives the same code."""
    first = take(quizapp, exam, codes(exam)[0])
    next(exam.glob("*.quizattempt")).unlink()
    again = take(quizapp, exam, codes(exam)[0], typed="")

    assert "Handed in. Your teacher marks it." in first.out
    assert "right" not in first.out.partition("Hand in?")[2]
    assert first.out.splitlines()[-1] == again.out.splitlines()[-1]
    assert len(list(exam.glob("*.quizattempt"))) == 1


def test_an_exam_that_was_stopped_goes_on(quizapp: Quizapp, exam: Path) -> None:
    """A closed terminal costs nothing, and the way back is said with the code."""
    code = codes(exam)[0]
    stopped = take(quizapp, exam, code, typed="n\nq\n")

    assert f"--code {code}" in stopped.out
    assert "You left off here." in take(quizapp, exam, code, typed="q\n").out


def test_the_data_of_a_student_hold_no_key(quizapp: Quizapp, exam: Path, data_folder: Path) -> None:
    """Neither the pack nor the database has an id, a reason or a feedback of the bank."""
    take(quizapp, exam, codes(exam)[0])
    bank = ferry()
    secrets = {claim.why for claim in bank.map.claims} | {item.feedback for item in bank.items}
    secrets |= {bank.article.sha256}
    files = [*data_folder.rglob("*.db*"), *exam.glob("*.quizpack"), *exam.glob("*.quizattempt")]

    assert len(files) >= 3
    data = b"".join(file.read_bytes() for file in files)
    assert [one for one in secrets if len(one) > 8 and one.encode() in data] == []


def test_a_wrong_start_code_is_refused(quizapp: Quizapp, exam: Path) -> None:
    """The message says how a code is typed."""
    done = take(quizapp, exam, "NOPE")

    assert done.status == 2
    assert "--code CODE" in done.err


def test_a_changed_pack_is_refused(quizapp: Quizapp, exam: Path) -> None:
    """Nobody else can hand out questions in the teacher's name."""
    file = next(exam.glob("*.quizpack"))
    file.write_bytes(file.read_bytes().replace(b'"signature":"', b'"signature":"A', 1))

    assert take(quizapp, exam, "NOPE").status == 2


def test_a_gradebook_is_written_with_formulas_made_harmless(
    quizapp: Quizapp, tmp_path: Path, key: Path
) -> None:
    """A name that a spreadsheet would calculate stays a name."""
    names = tmp_path / "names.txt"
    names.write_text("=Ada\n")
    bank = shutil.copytree(FERRY, tmp_path / "ferry")
    exam, out = tmp_path / "exam", tmp_path / "marks.csv"
    quizapp("pack", bank, "--key", key, "--names", names, "--to", exam, typed=PHRASE)
    take(quizapp, exam, codes(exam)[0])

    assert collect(quizapp, exam, key, "--csv", out).status == 0
    assert out.read_text("utf-8-sig").splitlines()[1].startswith("'=Ada,")


def test_keys_come_back_from_paper(quizapp: Quizapp, tmp_path: Path, key: Path) -> None:
    """A lost key file is no loss while the sheet is there; the words of the key stay the same."""
    sheet = quizapp("keys", key, "--paper", typed=PHRASE).out
    other = tmp_path / "again.quizkey"

    assert quizapp("keys", other, "--restore", typed=f"new words\n{sheet}").status == 0
    assert quizapp("keys", other, "--json").out == quizapp("keys", key, "--json").out


def test_new_keys_open_with_their_passphrase(quizapp: Quizapp, tmp_path: Path) -> None:
    """They are opened once before anything relies on them, and the sheet is asked for."""
    file = tmp_path / "new.quizkey"
    done = quizapp("keys", file, "--new", typed=PHRASE)

    assert "--paper" in done.out
    assert len(quizapp("keys", file, "--paper", typed=PHRASE).out.split()) == 13


def test_nothing_is_overwritten_or_guessed(quizapp: Quizapp, exam: Path, key: Path) -> None:
    """A key file stays; a wrong or missing passphrase, or another kind of file, is said."""
    assert "already" in quizapp("keys", key, "--new", typed=PHRASE).err
    assert "passphrase does not open" in quizapp("keys", key, "--paper", typed="wrong\n").err
    assert "needs a passphrase" in quizapp("keys", key, "--paper").err
    assert "cannot be read" in quizapp("keys", key.with_name("none")).err
    assert "There is no .quizattempt" in collect(quizapp, exam, key).err


def test_a_recovery_sheet_is_tried_before_it_is_needed(
    quizapp: Quizapp, tmp_path: Path, key: Path
) -> None:
    """The right sheet fits; a mistyped one and that of another key are told apart."""
    sheet = TEACHER.paper

    assert "The sheet fits" in quizapp("keys", key, "--check", typed=sheet).out
    mistyped = sheet[:3] + ("A" if sheet[3] != "A" else "B") + sheet[4:]
    assert "Group 1 is mistyped" in quizapp("keys", key, "--check", typed=mistyped).err
    done = quizapp("keys", key, "--check", typed=SCHOOL.paper)
    assert done.status == 2
    assert SCHOOL.public.fingerprint in done.err


def test_the_school_opens_what_came_back_when_the_teacher_cannot(
    quizapp: Quizapp, tmp_path: Path, key: Path
) -> None:
    """Its public key is a file that opens nothing; its own key opens attempts and class file."""
    school, given = tmp_path / "school.quizkey", tmp_path / "school.quizkeypub"
    school.write_bytes(SCHOOL.locked(PHRASE, b"s" * 16, b"n" * 24, quick=True))
    assert quizapp("keys", school, "--public", given).status == 0
    assert quizapp("keys", given, "--json").out == quizapp("keys", school, "--json").out
    assert "not a key file" in quizapp("keys", given, "--paper", typed=PHRASE).err
    bank, exam = shutil.copytree(FERRY, tmp_path / "ferry"), tmp_path / "exam"
    words = ("pack", bank, "--key", key, "--second", given, "--to", exam)
    assert quizapp(*words, typed=PHRASE).status == 0
    quizapp("take", next(exam.glob("*.quizpack")), "--name", "Ada", typed="h\ny\n")

    for one in (school, key):
        told = json.loads(collect(quizapp, exam, one, "--json").out)
        assert [file["state"] for file in told["files"]] == ["accepted"]


def test_another_key_under_the_same_name_is_said(
    quizapp: Quizapp, tmp_path: Path, key: Path
) -> None:
    """Before the exam begins, and once."""
    bank = shutil.copytree(FERRY, tmp_path / "ferry")
    other = tmp_path / "other.quizkey"
    other.write_bytes(SCHOOL.locked(PHRASE, b"s" * 16, b"n" * 24, quick=True))
    said = []
    for n, one in enumerate((key, other, other)):
        exam = tmp_path / f"exam{n}"
        quizapp("pack", bank, "--key", one, "--teacher", "Ms Roe", "--to", exam, typed=PHRASE)
        pack = next(exam.glob("*.quizpack"))
        said.append("had another key" in quizapp("take", pack, "--name", "A", typed="q\n").err)

    assert said == [False, True, False]


def test_a_student_package_is_made_by_the_packed_program_alone(
    quizapp: Quizapp, tmp_path: Path, key: Path
) -> None:
    """From a checkout nothing is written, and the message says what to do first."""
    bank, out = shutil.copytree(FERRY, tmp_path / "ferry"), tmp_path / "lesson.tar.gz"

    done = quizapp("pack", bank, "--key", key, "--to", tmp_path / "exam", "--package", out)

    assert done.status == 2
    assert "make build" in done.err
    assert not out.exists()
    assert list((tmp_path / "exam").iterdir()) == []
