"""A teacher’s classes in the window: from the key to the marks in a file."""

import io
from pathlib import Path
from threading import Event

import pytest
from openpyxl import load_workbook
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from quizapp.app import flagging, teacher_key
from quizapp.app.classes import Classes
from quizapp.app.examining import sit
from quizapp.classroom import keys as keys_module
from quizapp.classroom.book import Classroom, Gradebook, Which
from quizapp.drawing import certificate
from quizapp.errors import QuizappError
from quizapp.items import TrueFalse
from quizapp.ui.classes.certificates_page import CertificatesPage
from quizapp.ui.classes.class_page import ClassPage
from quizapp.ui.classes.files_view import spoken
from quizapp.ui.classes.flags_page import FlagsPage
from quizapp.ui.classes.hand_out_page import Handing, HandOutPage
from quizapp.ui.classes.key_page import KeyPage
from quizapp.ui.classes.passphrase_page import PassphrasePage
from quizapp.ui.classes.place import ClassesPlace
from quizapp.ui.classes.roster_page import RosterPage
from quizapp.ui.classes.weights_page import RemovePage, WeightsPage
from quizapp.ui.flows import class_marks, saving
from quizapp.ui.flows import classes as flow
from quizapp.ui.review.result_page import ResultPage
from quizapp.ui.statistics.page import StatisticsPage
from quizapp.ui.window import Window
from tests.examples import FERRY
from tests.taking import Clock
from tests.ui.conftest import Opener
from tests.ui.hands import Key, press, push, seen, words

PHRASE = "three blue boats"
EXAM = Handing(FERRY, 0, 0, "Ms Roe")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The least that Argon2id takes: what protects a real key would take a second each time."""
    monkeypatch.setattr(keys_module, "_SLOW", keys_module._QUICK)


@pytest.fixture
def place(qtbot: QtBot, open_window: Opener) -> Window:
    """The window at its classes."""
    window = open_window()
    window.go_to("classes")
    return window


def with_key(window: Window) -> None:
    """A key that was made and proved before."""
    window.classes.key._keys = teacher_key.made(window.classes.key.file, PHRASE)


def nine(window: Window) -> Classroom:
    """A class of three, two of the same name."""
    found = window.classes.at_hand()
    assert found is not None
    return found.add("9b", ("Ada", "Twin", "Twin"))


def handed(
    qtbot: QtBot, window: Window, one: Classroom, folder: Path, handing: Handing = EXAM
) -> HandOutPage:
    """The example handed out into a folder, as an exam if nothing else is said."""
    window.classes.out.open(one)
    (page,) = seen(window, HandOutPage)
    window.classes.out.hand_out(page, one, handing, folder)
    qtbot.waitUntil(lambda: not seen(window, HandOutPage) or page.progress.isHidden())
    return page


def sat(folder: Path, who: int, back: Path, *, wrongly: bool = False) -> None:
    """A student opens the pack with their code, answers nothing or all is true, and hands in."""
    codes = (folder / "ferry-codes.csv").read_text("utf-8-sig").splitlines()[1:]
    code = codes[who].rpartition(",")[2]
    own = back / f"student {who}"
    own.mkdir(parents=True)
    with sit((folder / "ferry.quizpack").read_bytes(), code, "", own, Clock()) as exam:
        if wrongly:
            for item in exam.sitting.items:
                if isinstance(item, TrueFalse):
                    exam.sitting.answer(item.id, ("true",))
        exam.sitting.hand_in()
        file = exam.write(back)
    assert file.exists()


def came_back(
    qtbot: QtBot, window: Window, folder: Path, *students: int, wrongly: bool = False
) -> tuple[Classroom, ClassPage]:
    """A class whose students, the first if none are named, sat an exam that was collected."""
    with_key(window)
    one, out, back = nine(window), folder / "out", folder / "back"
    out.mkdir()
    handed(qtbot, window, one, out)
    for who in students or (0,):
        sat(out, who, back, wrongly=wrongly)
    window.classes.collect_folder(one, back)
    (page,) = seen(window, ClassPage)
    qtbot.waitUntil(lambda: f" read, {len(students) or 1} count" in words(page))
    return one, page


def test_a_key_is_made_and_its_sheet_is_proved_before_it_is_used(
    qtbot: QtBot, place: Window
) -> None:
    """Passphrase twice; then some groups from the paper; a mistyped one is found."""
    push(place, "Make your key")
    (page,) = seen(place, KeyPage)
    QTest.keyClicks(page._first, PHRASE)
    QTest.keyClicks(page._second, "another one")
    QTest.keyClick(page._second, Key.Key_Return)
    assert "not the same" in words(page)
    page._second.setText(PHRASE)
    push(page, "Make the key")
    qtbot.waitUntil(lambda: "Put this on paper" in words(page))

    page._typed[0].setText("AAAA-AA")
    push(page, "It is on paper")
    assert "not what the sheet has" in words(page)
    for n, field in zip(page._asked, page._typed, strict=True):
        field.setText(page._groups[n].partition("-")[2].lower())
    push(page, "It is on paper")

    key = teacher_key.public(place.classes.key.file)
    assert key is not None
    qtbot.waitUntil(lambda: key.fingerprint in words(place))


def test_a_key_comes_back_from_its_sheet(qtbot: QtBot, place: Window, tmp_path: Path) -> None:
    """Under a passphrase of its own; what was sealed to it is opened again."""
    before = teacher_key.made(tmp_path / "old.quizkey", PHRASE)
    place.classes.key.make()
    (page,) = seen(place, KeyPage)
    page._first.setText("another phrase")
    page._second.setText("another phrase")
    page._paper.setPlainText(before.paper)
    push(page, "Make the key")
    qtbot.waitUntil(place.classes.key.file.exists)
    qtbot.waitUntil(lambda: bool(seen(place, ClassesPlace)))

    again = teacher_key.opened(place.classes.key.file, "another phrase")
    assert again.public == before.public


def test_a_short_passphrase_is_refused(qtbot: QtBot, place: Window) -> None:
    """With what would do; nothing is written."""
    place.classes.key.make()
    (page,) = seen(place, KeyPage)
    page._first.setText("boat")
    page._second.setText("boat")
    push(page, "Make the key")

    qtbot.waitUntil(lambda: "8 characters or more" in words(page))
    assert not place.classes.key.file.exists()


def test_a_class_is_typed_and_what_was_understood_is_shown(qtbot: QtBot, place: Window) -> None:
    """Twins get a number; a class without a name or with another’s is refused in words."""
    push(place, "New class")
    (page,) = seen(place, RosterPage)
    page._list.setPlainText("Ada\nTwin\nTwin\n")
    assert "3 names: Ada, Twin, Twin (2)" in words(page)
    push(page, "Keep the class")
    assert "needs a name" in words(page)
    page._name.setText("9b")
    push(page, "Keep the class")

    qtbot.waitUntil(lambda: "no exam yet" in words(seen(place, ClassPage)[0]))
    place.go_to("classes")
    assert "3 students" in words(place)


def test_a_roster_that_says_nothing_is_not_kept(place: Window) -> None:
    """The message says what a list looks like."""
    place.classes._edit(None)
    (page,) = seen(place, RosterPage)
    page._name.setText("9b")
    page.show_list("\n\n")
    push(page, "Keep the class")

    assert "Write one name on each line" in words(page)


def test_an_exam_goes_out_comes_back_and_is_marked(
    qtbot: QtBot, place: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two students sit it, one file is damaged; the workbook has what the screen has."""
    with_key(place)
    one, out, back = nine(place), tmp_path / "out", tmp_path / "back"
    out.mkdir()
    handed(qtbot, place, one, out)
    assert "The exam is ready" in words(place)
    for who in (0, 2):
        sat(out, who, back)
    (back / "broken.quizattempt").write_bytes(b"nonsense")

    place.classes.collect_folder(one, back)
    (shown,) = seen(place, ClassPage)
    qtbot.waitUntil(lambda: "3 files read, 2 count" in words(shown))
    rows = shown.book.list.rows()
    assert [row.name for row in rows] == ["Ada", "Twin", "Twin (2)"]
    assert [row.total for row in rows] == ["0 %", "0 %", "0 %"]
    assert rows[1].cells == ("–",)

    target = tmp_path / "marks.xlsx"
    monkeypatch.setattr(flow, "ask_folder", lambda *_args: None)
    monkeypatch.setattr(saving, "ask_where", lambda _w, _n, _p, chosen: chosen(target))
    shown.save_wanted.emit("xlsx")
    qtbot.waitUntil(target.exists)
    sheet = load_workbook(io.BytesIO(target.read_bytes())).active
    table = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [row[0] for row in table] == ["Ada", "Twin", "Twin (2)"]
    assert table[0][1] == 0
    assert table[1][1] is None


def test_each_student_gets_a_letter(qtbot: QtBot, place: Window, tmp_path: Path) -> None:
    """A PDF under their name for whoever handed in, and the page says how many."""
    one, page = came_back(qtbot, place, tmp_path)
    folder = tmp_path / "letters"
    folder.mkdir()

    place.classes.marks.write_letters(page, one, folder)

    qtbot.waitUntil(lambda: "1 letter in letters" in words(page))
    (letter,) = folder.iterdir()
    assert letter.name.startswith("Ada - ")
    assert letter.read_bytes().startswith(b"%PDF-")


def test_letters_that_cannot_be_written_say_so(qtbot: QtBot, place: Window, tmp_path: Path) -> None:
    """In a notice, and the marks stay."""
    one, page = came_back(qtbot, place, tmp_path)

    place.classes.marks.write_letters(page, one, tmp_path / "not there")

    qtbot.waitUntil(lambda: "not there" in words(place))
    assert page.book.list.rows()


def test_certificates_are_written_for_whoever_reached_the_share(
    qtbot: QtBot, place: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How many do is said as one types; what is no share is refused; the rest is told by count."""
    _one, page = came_back(qtbot, place, tmp_path, 0, 1)
    folder = tmp_path / "certificates"
    folder.mkdir()
    monkeypatch.setattr(class_marks, "ask_folder", lambda _w, _t, chosen: chosen(folder))
    page.certificates_wanted.emit()
    (asking,) = seen(place, CertificatesPage)
    assert "0 attempts reach 60 %; 2 do not and get none." in words(asking)
    push(asking, "Write them …")
    assert seen(place, CertificatesPage)

    asking._field.selectAll()
    QTest.keyClicks(asking._field, "all")
    assert "a number from 0 to 100" in words(asking)
    push(asking, "Write them …")
    assert seen(place, CertificatesPage)
    asking._field.selectAll()
    QTest.keyClicks(asking._field, "0")
    assert "2 attempts reach 0 %." in words(asking)
    press(asking, Key.Key_Return)

    qtbot.waitUntil(lambda: "2 certificates in certificates" in words(place))
    names = sorted(file.name[:4] for file in folder.iterdir())
    assert names == ["Ada ", "Twin"]


def test_certificates_say_who_got_none(
    qtbot: QtBot, place: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By count below the share, and by name where no font has the letters."""
    told: list[Exception] = []
    monkeypatch.setattr(place, "show_error", told.append)
    one, _page = came_back(qtbot, place, tmp_path, 0, 1)
    place.classes.marks.write_certificates(one, "best", 50.0, tmp_path)
    qtbot.waitUntil(lambda: "0 certificates" in words(place))
    assert "2 did not reach 50 %" in words(place)
    assert told == []

    monkeypatch.setattr(certificate, "lacking", lambda _texts: "王")
    place.classes.marks.write_certificates(one, "best", 0.0, tmp_path)

    qtbot.waitUntil(lambda: bool(told))
    assert "for Ada: no font on this computer has “王”" in str(told[0])
    assert list(tmp_path.glob("*.pdf")) == []


def test_what_stands_out_is_told_as_facts(qtbot: QtBot, place: Window, tmp_path: Path) -> None:
    """Behind “More”; two whose answers are all the same are named, and Escape leads back."""
    _one, page = came_back(qtbot, place, tmp_path, 0, 1, wrongly=True)

    page.flags_wanted.emit()

    qtbot.waitUntil(lambda: bool(seen(place, FlagsPage)))
    (flags,) = seen(place, FlagsPage)
    assert "Ada, Twin" in words(flags)
    assert "The same wrong answer to the one question" in words(flags)
    assert "They do not say why something is so" in words(flags)
    press(flags, Key.Key_Escape)
    assert seen(place, ClassPage)


def test_each_file_is_shown_with_whose_it_is(qtbot: QtBot, place: Window, tmp_path: Path) -> None:
    """By the start code; a file that nobody can read has its own name alone."""
    one, _page = came_back(qtbot, place, tmp_path, 0, 1)
    (tmp_path / "back" / "odd.quizattempt").write_bytes(b"nothing")

    place.classes.collect_folder(one, tmp_path / "back")

    (shown,) = seen(place, ClassPage)
    qtbot.waitUntil(lambda: len(shown.files.list.rows()) == 3)
    told = [spoken(came).partition(".quizattempt")[0] for came in shown.files.list.rows()]
    assert sorted(words.partition(",")[0] for words in told) == ["Ada", "Twin", "odd"]


def test_statistics_of_the_class_are_a_step_away(
    qtbot: QtBot, place: Window, tmp_path: Path
) -> None:
    """They are those of this class, not of everybody who ever took the bank."""
    _one, page = came_back(qtbot, place, tmp_path, 0, 1)

    page.statistics_wanted.emit()

    qtbot.waitUntil(lambda: bool(seen(place, StatisticsPage)))
    (shown,) = seen(place, StatisticsPage)
    wanted = f"The ferry that stayed · {page.classroom.name} · first attempts"
    qtbot.waitUntil(lambda: wanted in words(shown), timeout=30_000)  # numpy is imported here
    assert place.navigation.place == "statistics"
    place.go_to("home")
    place.go_to("statistics")
    qtbot.waitUntil(lambda: "· everybody · first attempts" in words(place), timeout=30_000)


def test_looking_for_what_stands_out_can_be_cancelled(
    qtbot: QtBot, place: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The marks stay, and no page comes after them."""
    _one, page = came_back(qtbot, place, tmp_path)
    begun, go_on = Event(), Event()

    def slow(*_args: object) -> tuple[()]:
        begun.set()
        go_on.wait(5)
        return ()

    monkeypatch.setattr(flagging, "class_flags", slow)
    page.flags_wanted.emit()
    qtbot.waitUntil(begun.is_set)
    page.cancelled.emit()
    task = place.classes._task
    assert task is not None
    with qtbot.waitSignal(task.finished):
        go_on.set()

    assert seen(place, ClassPage) == [page]


class Held:
    """Lets the marks come only when they are let, each time in turn."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.go_on = [Event(), Event()], [Event(), Event()]
        self._n, usual = 0, Classes.gradebook

        def slow(self_: Classes, one: Classroom, which: Which = "best") -> Gradebook:
            n, self._n = self._n, self._n + 1
            self.begun[n].set()
            self.go_on[n].wait(5)
            return usual(self_, one, which)

        monkeypatch.setattr(Classes, "gradebook", slow)


def test_marks_that_take_a_while_leave_the_page_as_it_is(
    qtbot: QtBot, place: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old rows stay, a quiet line says what is going on, and then the new ones are there."""
    _one, page = came_back(qtbot, place, tmp_path)
    held = Held(monkeypatch)

    page._which.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "Working out the marks" in words(page))
    assert len(page.book.list.rows()) == 3
    held.go_on[0].set()

    qtbot.waitUntil(lambda: "3 students" in words(page))
    assert "Working out the marks" not in words(page)


def test_a_page_says_that_its_first_marks_are_on_their_way(
    qtbot: QtBot, place: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing but the bar and that line is there until then."""
    one, _page = came_back(qtbot, place, tmp_path)
    held = Held(monkeypatch)

    place.classes.show_class(one)
    (page,) = seen(place, ClassPage)
    assert "Working out" not in words(page)
    qtbot.waitUntil(lambda: "Working out the marks" in words(page))
    assert not page.book.isVisible()
    held.go_on[0].set()

    qtbot.waitUntil(page.book.isVisible)
    assert "Working out the marks" not in words(page)


def test_an_answer_to_an_earlier_wish_never_comes_over_a_later_one(
    qtbot: QtBot, place: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where the earlier one comes last."""
    _one, page = came_back(qtbot, place, tmp_path)
    held, shown = Held(monkeypatch), list[str]()
    monkeypatch.setattr(page, "show_book", lambda book, _files: shown.append(book.which))

    page._which.setCurrentIndex(1)
    qtbot.waitUntil(held.begun[0].is_set)
    first = place.classes._filling
    assert first is not None
    page._which.setCurrentIndex(2)
    qtbot.waitUntil(held.begun[1].is_set)
    held.go_on[1].set()
    qtbot.waitUntil(lambda: bool(shown))
    with qtbot.waitSignal(first.finished):
        held.go_on[0].set()

    assert shown == ["last"]


def test_leaving_while_the_marks_are_worked_out_is_harmless(
    qtbot: QtBot, place: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page goes, the answer is dropped, and the classes stay shown."""
    _one, page = came_back(qtbot, place, tmp_path)
    held = Held(monkeypatch)

    page._which.setCurrentIndex(1)
    qtbot.waitUntil(held.begun[0].is_set)
    task = place.classes._filling
    assert task is not None
    press(page, Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(page))
    with qtbot.waitSignal(task.finished):
        held.go_on[0].set()

    assert seen(place, ClassesPlace)


def test_marks_that_cannot_be_read_say_so_and_the_old_ones_stay(
    qtbot: QtBot, place: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a notice, as with any other file."""
    _one, page = came_back(qtbot, place, tmp_path)
    told: list[Exception] = []
    monkeypatch.setattr(place, "show_error", told.append)

    def broken(*_args: object) -> Gradebook:
        raise QuizappError("The disk is gone.")

    monkeypatch.setattr(Classes, "gradebook", broken)
    page._which.setCurrentIndex(1)

    qtbot.waitUntil(lambda: bool(told))
    assert "3 students" in words(page)
    assert len(page.book.list.rows()) == 3


def test_what_came_back_is_decided_and_an_attempt_is_opened(
    qtbot: QtBot, place: Window, tmp_path: Path
) -> None:
    """Set aside, let it count again; Enter on a row shows the answers with their keys."""
    _one, page = came_back(qtbot, place, tmp_path)

    push(page.files, "Set aside")
    qtbot.waitUntil(lambda: page.book.list.rows()[0].cells == ("–",))
    push(page.files, "Let it count")
    qtbot.waitUntil(lambda: page.book.list.rows()[0].cells != ("–",))
    page.book.list.entered_row.emit(0)

    qtbot.waitUntil(lambda: bool(seen(place, ResultPage)))


def test_the_key_is_asked_for_once(qtbot: QtBot, place: Window, tmp_path: Path) -> None:
    """A wrong passphrase says so; the right one goes on with what was wanted."""
    with_key(place)
    place.classes.key._keys = None
    one = nine(place)
    handed(qtbot, place, one, tmp_path)
    (page,) = seen(place, PassphrasePage)
    QTest.keyClicks(page._field, "wrong wrong")
    press(place, Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open this key file" in words(page))
    page._field.setText(PHRASE)
    push(page, "Open")

    qtbot.waitUntil(lambda: "The exam is ready" in words(place))
    assert sorted(file.name for file in tmp_path.glob("ferry*")) == [
        "ferry-codes.csv", "ferry.quizclass", "ferry.quizpack",
    ]  # fmt: skip


def test_files_that_are_there_already_are_not_overwritten(
    qtbot: QtBot, place: Window, tmp_path: Path
) -> None:
    """Nor is an exam made for nothing."""
    with_key(place)
    one = nine(place)
    (tmp_path / "ferry.quizpack").write_bytes(b"mine")

    page = handed(qtbot, place, one, tmp_path)

    assert "already" in words(page)
    assert (tmp_path / "ferry.quizpack").read_bytes() == b"mine"
    found = place.classes.at_hand()
    assert found is not None
    assert found.exams(one) == ()


def test_weights_and_the_end_of_a_class(qtbot: QtBot, place: Window, tmp_path: Path) -> None:
    """What each exam counts; and what goes is said before it goes."""
    with_key(place)
    one = nine(place)
    handed(qtbot, place, one, tmp_path)
    place.classes.marks.weigh(one)
    (weights,) = seen(place, WeightsPage)
    weights._fields[0].setText("often")
    push(weights, "Keep")
    assert "from 0 to 100" in words(weights)
    weights._fields[0].setText("2,5")
    push(weights, "Keep")
    found = place.classes.at_hand()
    assert found is not None
    assert found.exams(one)[0].weight == 2.5

    place.classes._ask_removal(one)
    (page,) = seen(place, RemovePage)
    assert "1 pack" in words(page)
    push(page, "Delete it")
    assert found.every() == ()


def test_a_folder_without_files_says_so(
    place: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is asked for, no key is opened."""
    told: list[Exception] = []
    monkeypatch.setattr(place, "show_error", told.append)

    place.classes.collect_folder(None, tmp_path)

    assert "There is no .quizattempt file" in str(told[0])


def test_dropped_files_lead_to_the_class_that_they_are_of(
    qtbot: QtBot, place: Window, tmp_path: Path
) -> None:
    """Whichever class stands first in the list."""
    with_key(place)
    found = place.classes.at_hand()
    assert found is not None
    first, other = found.add("8a", ("Zoe",)), nine(place)
    for one, name in ((first, "first"), (other, "other")):
        (tmp_path / name).mkdir()
        handed(qtbot, place, one, tmp_path / name)
    sat(tmp_path / "other", 0, tmp_path / "back")

    place.quiz.open_bank(next((tmp_path / "back").glob("*.quizattempt")))

    qtbot.waitUntil(lambda: "1 file read, 1 count" in words(place))
    assert seen(place, ClassPage)[0].classroom.name == "9b"
