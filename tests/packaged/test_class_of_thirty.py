"""A class of thirty through the packed program, from the teacher’s keys to the workbook.

What each student answers is written here, and so is what it earns: the marks in the workbook are
compared with sums that this file works out from its own table, not with the program’s.
"""

import csv
import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.examples import FERRY

pytestmark = pytest.mark.packaged
PROGRAM = Path(__file__).parents[2] / "dist" / "quizapp" / "quizapp"
STUDENTS, POSSIBLE = 30, 13.5
# Words of the question, the line that is right, one that earns nothing, and what the first earns.
TABLE = (
    ("Who says that the permit is gone", "The harbour master", "The ferry line", 1.5),
    ("gives a date for the new permit", "Not true of the article", "True of the article", 1.0),
    ("permit was withdrawn on 9 April", "Confirmed", "", 1.0),
    ("inspection found eleven faults", "Confirmed", "", 1.0),
    ("line has sold the ship", "Asserted", "", 1.0),
    ("islanders are used to waiting", "Asserted", "", 1.0),
    ("harbour master confirm", "The permit was taken away", "", 1.0),
)
DAMAGED = (3, 11, 29)


@dataclass(frozen=True)
class Person:
    """Somebody with a computer of their own, without Python, and with a folder for data."""

    folder: Path

    @property
    def _environment(self) -> dict[str, str]:
        empty = self.folder / "bin"
        empty.mkdir(parents=True, exist_ok=True)
        return {
            "PATH": str(empty),
            "HOME": str(self.folder),
            "QUIZAPP_DATA": str(self.folder / "data"),
            "QUIZAPP_PASSPHRASE": "thirty students and a bell",
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
        }

    def run(self, *words: object, typed: str = "", status: int = 0) -> str:
        """What the program prints; its exit status is looked at."""
        done = subprocess.run(
            [PROGRAM, *map(str, words)],
            env=self._environment,
            input=typed,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert (done.returncode, "Traceback" in done.stderr) == (status, False), done.stderr
        return done.stdout

    def killed(self, *words: object, typed: list[str]) -> None:
        """Type these lines, an answer in every second, and kill the program once all are saved."""
        with subprocess.Popen(
            [PROGRAM, *map(str, words)],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write("".join(f"{line}\n" for line in typed))
            process.stdin.flush()
            saved = 0
            while saved < len(typed) // 2:
                line = process.stdout.readline()
                assert line, "the program ended by itself"
                saved += "Saved." in line
            process.kill()


def meant(n: int) -> list[tuple[str, str, float]]:
    """Words of a question, what student ``n`` answers to it, and what that earns."""
    found = []
    for k, (question, right, wrong, worth) in enumerate(TABLE):
        if (n >> k % 5) % 2 == 0:
            found.append((question, right, worth))
        elif wrong and n % 2:
            found.append((question, wrong, 0.0))
    return found


def earned(n: int) -> float:
    """What student ``n`` earns, by hand."""
    return sum(worth for _question, _answer, worth in meant(n))


def lines_for(shown: str, n: int) -> list[str]:
    """What student ``n`` types: for each answer the way to its question, and the number of it."""
    parts = re.split(r"^(\d+) of \d+ · ", shown, flags=re.MULTILINE)[1:]
    asked = dict(zip(parts[::2], parts[1::2], strict=True))
    typed = []
    for question, answer, _worth in meant(n):
        (place,) = [
            p for p, text in asked.items()
            if question in text and "Mark the words" not in text
        ]  # fmt: skip
        (number,) = re.findall(rf"^  (\d)  {re.escape(answer)}", asked[place], re.MULTILINE)
        typed += [f"g {place}", number]
    return typed


def sit(student: Person, pack: Path, code: str, n: int) -> None:
    """Look at all questions, answer some, be killed or stop on the way, go on, hand in."""
    words = ("take", pack, "--code", code)
    typed = lines_for(student.run(*words, typed="n\n" * 13 + "q\n"), n)
    half = len(typed) // 4 * 2
    if n % 3 == 0:
        student.killed(*words, typed=typed[:half])
    elif n % 3 == 1:
        student.run(*words, typed="\n".join([*typed[:half], "q", ""]))
    else:
        half = 0
    said = student.run(*words, typed="\n".join([*typed[half:], "h", "y", ""]))
    assert "Handed in" in said


@pytest.fixture(scope="module")
def teacher(tmp_path_factory: pytest.TempPathFactory) -> Person:
    """The teacher, with keys, a class of thirty and an exam for it in the folder ``exam``."""
    assert PROGRAM.exists(), "make build makes dist/quizapp"
    one = Person(tmp_path_factory.mktemp("teacher"))
    names = one.folder / "class.txt"
    names.write_text("\n".join(name(n) for n in range(STUDENTS)))
    one.run("keys", one.folder / "mine.quizkey", "--new")
    one.run("classes", "--new", "9b", "--names", names)
    key = ("--key", one.folder / "mine.quizkey")
    one.run("pack", FERRY, *key, "--class", "9b", "--to", one.folder / "exam")
    return one


def name(n: int) -> str:
    """Student ``n``, one of whom is called like a formula."""
    return "=SUM(A1)" if n == 7 else f"Student {n:02d}"


def collect(teacher: Person, status: int) -> str:
    """Collect all that lies in the folder."""
    key = teacher.folder / "mine.quizkey"
    return teacher.run("collect", teacher.folder / "exam", "--key", key, status=status)


def book(teacher: Person) -> list[tuple[object, ...]]:
    """The rows of the workbook that the gradebook writes."""
    file = teacher.folder / "marks.xlsx"
    teacher.run("gradebook", "9b", "--xlsx", file)
    return [tuple(row) for row in load_workbook(file)["9b"].iter_rows(values_only=True)]


def by_hand(n: int, *, lost: bool) -> tuple[object, ...]:
    """The row of student ``n``."""
    if lost:
        return (name(n), None, None, 0)
    return (name(n), earned(n), POSSIBLE, round(100 * earned(n) / POSSIBLE, 2))


def test_the_workbook_has_the_marks_that_were_worked_out_by_hand(
    teacher: Person, tmp_path: Path
) -> None:
    """Ten kills, ten restarts, three damaged files: every other mark is right, then all are."""
    exam = teacher.folder / "exam"
    with (exam / "ferry-codes.csv").open(encoding="utf-8-sig", newline="") as file:
        codes = [row[1] for row in csv.reader(file)][1:]
    students = [Person(tmp_path / f"{n}") for n in range(STUDENTS)]
    for n, (student, code) in enumerate(zip(students, codes, strict=True)):
        sit(student, exam / "ferry.quizpack", code, n)
    for n, damage in zip(DAMAGED, (empty, cut, flip), strict=True):
        (file_,) = exam.glob(f"{codes[n]}-*.quizattempt")
        file_.write_bytes(damage(file_.read_bytes()))

    said = collect(teacher, status=1)

    assert (said.count(": accepted."), said.count(": unreadable.")) == (27, 3)
    assert book(teacher)[1:] == [by_hand(n, lost=n in DAMAGED) for n in range(STUDENTS)]

    for n in DAMAGED:  # the answers are on the students’ computers still
        students[n].run("take", exam / "ferry.quizpack", "--code", codes[n])
    assert collect(teacher, status=0).count(": accepted.") == 3
    assert book(teacher)[1:] == [by_hand(n, lost=False) for n in range(STUDENTS)]
    assert len({earned(n) for n in range(STUDENTS)}) > 4  # the table tells students apart
    papers_agree(teacher)
    statistics_agree(teacher)


def papers_agree(teacher: Person) -> None:
    """Everybody has a letter with their marks; who earned a half has a certificate as well."""
    letters, certificates = teacher.folder / "letters", teacher.folder / "certificates"
    teacher.run("gradebook", "9b", "--letters", letters)
    teacher.run("gradebook", "9b", "--certificates", certificates, "--share", "50")

    assert len(list(letters.iterdir())) == STUDENTS
    for n in range(0, STUDENTS, 10):
        (letter,) = letters.glob(f"{name(n)} *.pdf")
        assert f"In the gradebook: {earned(n):g} of {POSSIBLE:g} points" in words_of(letter)
    reached = {name(n) for n in range(STUDENTS) if earned(n) / POSSIBLE >= 0.5}
    assert 0 < len(reached) < STUDENTS
    assert {one.name.partition(" - ")[0] for one in certificates.iterdir()} == reached


def words_of(file: Path) -> str:
    """The words of a PDF, with one space between them."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def statistics_agree(teacher: Person) -> None:
    """The share that was earned of a question, as counted from the table."""
    told = json.loads(teacher.run("stats", FERRY, "--class", "9b", "--json"))
    facility = {item["id"]: item["facility"] for item in told["items"]}
    right = [
        sum(question == TABLE[0][0] and worth > 0 for question, _answer, worth in meant(n))
        for n in range(STUDENTS)
    ]
    assert told["n"] == STUDENTS
    assert facility["who"] == pytest.approx(sum(right) / STUDENTS, abs=1e-12)
    assert 0 < sum(right) < STUDENTS


def test_practice_shows_its_keys_and_comes_back(teacher: Person, tmp_path: Path) -> None:
    """Twice by one student, who may practise as often as they like; both attempts come back."""
    place = teacher.folder / "practice"
    key = ("--key", teacher.folder / "mine.quizkey")
    names = tmp_path / "names.txt"
    names.write_text("Ada\nBo\n")
    teacher.run("classes", "--new", "9c", "--names", names)
    teacher.run("pack", FERRY, *key, "--class", "9c", "--practice", "--to", place)
    with (place / "ferry-practice-codes.csv").open(encoding="utf-8-sig", newline="") as file:
        code = list(csv.reader(file))[1][1]
    student = Person(tmp_path / "student")
    for again in ((), ("--new",)):
        words = ("take", place / "ferry-practice.quizpack", "--code", code, *again)
        shown = student.run(*words, typed="h\ny\n")
        assert "The rule" in shown
        assert "Give back this file" in shown

    said = teacher.run("collect", place, *key)
    assert said.count(": accepted.") == 2


def empty(_data: bytes) -> bytes:
    """A stick that was pulled out too early."""
    return b""


def cut(data: bytes) -> bytes:
    """A mail that was cut short."""
    return data[: len(data) // 2]


def flip(data: bytes) -> bytes:
    """One bit that fell over."""
    place = len(data) // 2
    return data[:place] + bytes([data[place] ^ 4]) + data[place + 1 :]
