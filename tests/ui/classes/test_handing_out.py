"""What a class is handed: an exam or practice, with the rules that the page offers."""

import tarfile
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from quizapp.app import student_package
from quizapp.app.examining import sit
from quizapp.app.teaching import kept_exam
from quizapp.classroom.book import Classroom
from quizapp.classroom.keys import TeacherKeys
from quizapp.classroom.pack import opened
from quizapp.errors import QuizappError
from quizapp.ui.classes.class_page import ClassPage
from quizapp.ui.classes.hand_out_more import More
from quizapp.ui.classes.hand_out_page import PRACTICE, Handing, HandOutPage
from quizapp.ui.window import Window
from tests.examples import FERRY
from tests.taking import Clock
from tests.ui.classes.test_classes import EXAM, handed, nine, place, quick, with_key
from tests.ui.hands import Key, press, push, seen, words

__all__ = ["place", "quick"]
AS_PRACTICE = Handing(FERRY, 0, 0, "Ms Roe", practice=True, at_once=True, more=More(levels=3))


def asked(page: HandOutPage) -> Handing:
    """What the page wants when its button is pressed."""
    wanted: list[Handing] = []
    page.wanted.connect(wanted.append)
    push(page, "Choose a folder for the files …")
    return wanted[0]


def choose(page: HandOutPage, name: str, words_: str) -> None:
    """Take an entry of a list."""
    (box,) = [one for one in seen(page, QComboBox) if one.accessibleName() == name]
    index = box.findText(words_)
    assert index >= 0, f"{name!r} has no {words_!r}"
    box.setCurrentIndex(index)
    box.activated.emit(index)


@pytest.fixture
def page(qtbot: QtBot) -> HandOutPage:
    """The page for a class with one bank."""
    shown = HandOutPage("9b", [(FERRY, "The night ferry")], cautions={FERRY: "9b practised."})
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_an_exam_is_what_is_handed_out_if_nothing_else_is_chosen(page: HandOutPage) -> None:
    """No keys, no feedback, nobody is asked how sure they are; a caution where one is due."""
    assert "9b practised." in words(page)
    assert "Feedback" not in words(page)
    handing = asked(page)

    assert not handing.practice
    rules = handing.rules()
    assert (rules.feedback, rules.confidence, rules.closed) == ("after", False, False)


def test_practice_is_chosen_with_a_key_and_says_what_it_is(page: HandOutPage) -> None:
    """The warning about exams is there; the caution, which is for exams, is not."""
    page.setFocus()
    press(page, Key.Key_2)
    assert "never use its questions in an exam" in words(page)
    assert "9b practised." not in words(page)

    rules = asked(page).rules()
    assert (rules.feedback, rules.confidence, rules.levels) == ("at_once", True, 3)


def test_more_choices_become_rules(page: HandOutPage) -> None:
    """Each is one of the rules that there are for oneself."""
    page.choose(PRACTICE)
    push(page, "More choices")
    choose(page, "How sure they are", "In five levels")
    choose(page, "Their order", "Another for each student")
    choose(page, "Which questions", "Form B")
    page._minutes.setText("15")
    page._count.setText("4")
    handing = asked(page)

    rules = handing.rules()
    assert handing.more.form == "B"
    assert (rules.levels, rules.shuffle_items, rules.time_limit, rules.count) == (5, True, 900, 4)
    choose(page, "Article", "Closed until the end")
    assert asked(page).rules().closed


def test_what_was_chosen_is_there_again_after_the_passphrase(
    qtbot: QtBot, page: HandOutPage
) -> None:
    """A page of its own asks for it; this one is then made anew."""
    page.choose(PRACTICE)
    push(page, "More choices")
    choose(page, "Their order", "Another for each student")
    choose(page, "How sure they are", "Not asked")
    choose(page, "Feedback", "After handing in")
    page._minutes.setText("20")
    page._teacher.setText("Ms Roe")
    page.more.show_second("school.quizkeypub", TeacherKeys(bytes(32)).public)
    handing = asked(page)
    anew = HandOutPage("9b", [(FERRY.parent, "Another"), (FERRY, "The night ferry")])
    qtbot.addWidget(anew)
    anew.show()

    anew.show_handing(handing)

    assert asked(anew) == handing
    assert handing.more.second is not None
    push(anew, "More choices")
    assert handing.more.second.fingerprint in words(anew)


def test_with_the_article_closed_feedback_comes_at_the_end(page: HandOutPage) -> None:
    """Feedback shows the article."""
    closed = Handing(FERRY, 0, 0, "", practice=True, at_once=True, more=More(closed=True))

    assert (closed.rules().feedback, closed.rules().closed) == ("after", True)


def test_practice_goes_out_comes_back_and_has_its_column(
    qtbot: QtBot, place: Window, tmp_path: Path
) -> None:
    """Two attempts of one student count, and nothing of it weighs."""
    with_key(place)
    one = nine(place)
    handed(qtbot, place, one, tmp_path, AS_PRACTICE)
    assert "The practice is ready" in words(place)
    pack = (tmp_path / "ferry-practice.quizpack").read_bytes()
    assert opened(pack).practice
    codes = (tmp_path / "ferry-practice-codes.csv").read_text("utf-8-sig").splitlines()
    code, student = codes[1].rpartition(",")[2], tmp_path / "student"
    student.mkdir()
    for right in ((), ("who",)):
        with sit(pack, code, "", student, Clock(), anew=True) as exam:
            for id_ in right:
                exam.sitting.answer(id_, exam.sitting.bank.item[id_].key())
            exam.sitting.hand_in()
            exam.write(tmp_path)

    place.classes.collect_folder(one, tmp_path)
    qtbot.waitUntil(lambda: "2 files read, 2 count" in words(place))
    (shown,) = seen(place, ClassPage)
    row = shown.book.list.rows()[0]
    assert row.titles[0].startswith("Practice: ")
    assert row.cells[0].startswith("1.5 / ")
    assert row.total == "–"

    place.classes.out.open(one)
    (again,) = seen(place, HandOutPage)
    cautions = list(again._cautions.values())
    assert cautions == []  # the example is none of the banks at hand


def test_a_bank_at_hand_that_was_practised_is_cautioned_against(
    qtbot: QtBot, place: Window, tmp_path: Path
) -> None:
    """With the day; another bank is not."""
    with_key(place)
    one, work = nine(place), place.work
    assert work is not None
    bank = work.banks_at_hand()[0][0]
    more = Handing(bank, 0, 3, "Ms Roe", practice=True, more=More(form="A"))
    handed(qtbot, place, one, tmp_path, more)

    place.classes.out.open(one)
    (page,) = seen(place, HandOutPage)
    assert "9b practised with this bank on" in words(page)
    page._bank.setCurrentIndex(1)
    assert "9b practised" not in words(page)


def test_a_bank_without_forms_says_so(qtbot: QtBot, place: Window, tmp_path: Path) -> None:
    """On the page, where another choice can be made; nothing is written."""
    with_key(place)
    folder, out = tmp_path / "bank", tmp_path / "out"
    folder.mkdir()
    out.mkdir()
    text = (
        "format: 1\nid: few\ntitle: Few\nlanguage: en\nlicence: CC0\nitems:\n  -\n    id: a\n"
        "    kind: true_false\n    stem: Is it so?\n    key: true\n"
    )
    (folder / "bank.nt").write_text(text)
    page = handed(qtbot, place, nine(place), out, Handing(folder, 0, 0, "", more=More(form="A")))

    assert "gives no parallel forms" in words(page)
    assert list(out.iterdir()) == []


SCHOOL = TeacherKeys(b"s" * 32)


@pytest.fixture
def packed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The window as the packed program shows it, whose folder has three files."""
    program = tmp_path / "program"
    program.mkdir()
    for name in ("quizapp", "library", "fonts"):
        (program / name).write_bytes(b"x" * 1000)
    monkeypatch.setattr(student_package, "program_folder", lambda: program)
    return program


def opened_page(window: Window) -> tuple[Classroom, HandOutPage]:
    """The page for a class, with a key."""
    with_key(window)
    one = nine(window)
    window.classes.out.open(one)
    return one, seen(window, HandOutPage)[0]


def test_a_second_key_opens_what_comes_back_as_well(
    qtbot: QtBot, place: Window, tmp_path: Path
) -> None:
    """Chosen behind “More”, shown with its words, and in the pack."""
    one, page = opened_page(place)
    file = tmp_path / "school.quizkeypub"
    file.write_bytes(SCHOOL.public.written())
    push(page, "More choices")
    assert "Nobody." in words(page)

    push(page, "Choose a key file …")
    (dialog,) = place.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    assert f"school.quizkeypub: {SCHOOL.public.fingerprint}" in words(page)
    handing = replace(EXAM, more=page.more.chosen())
    place.classes.out.hand_out(page, one, handing, tmp_path)
    qtbot.waitUntil(lambda: "The exam is ready" in words(place))

    pack = opened((tmp_path / "ferry.quizpack").read_bytes())
    assert pack.second == SCHOOL.public
    kept_exam((tmp_path / "ferry.quizclass").read_bytes(), SCHOOL)


def test_a_second_key_can_be_taken_away_again(place: Window, tmp_path: Path) -> None:
    """Before anything goes out."""
    _one, page = opened_page(place)
    file = tmp_path / "school.quizkeypub"
    file.write_bytes(SCHOOL.public.written())
    place.classes.out.second(page, file)
    page.more.swap()
    assert page.more.chosen().second == SCHOOL.public

    push(page, "Take it away")

    assert page.more.chosen().second is None
    assert "Nobody." in words(page)


def test_a_file_that_is_no_key_is_said(place: Window, tmp_path: Path) -> None:
    """A letter, a file that is not there, and the teacher’s own key."""
    _one, page = opened_page(place)
    letter = tmp_path / "letter.quizkeypub"
    letter.write_bytes(b"Dear colleague")
    own = place.classes.key.file
    for file, said in (
        (letter, "damaged or was not written by this program"),
        (tmp_path / "none.quizkeypub", "none.quizkeypub"),
        (own, "This is your own key"),
    ):
        place.classes.out.second(page, file)
        assert said in words(page)
        assert page.more.chosen().second is None


def test_from_a_checkout_there_is_no_package_and_the_page_says_why(place: Window) -> None:
    """The choice is there and cannot be taken."""
    _one, page = opened_page(place)
    push(page, "More choices")

    assert "make build" in words(page)
    (box,) = [b for b in seen(page, QComboBox) if b.accessibleName() == "Without quizapp"]
    assert not box.isEnabled()
    assert not page.more.chosen().package


def test_a_package_is_made_beside_the_pack(
    qtbot: QtBot, place: Window, packed: Path, tmp_path: Path
) -> None:
    """The page says on which kind of computer it runs, before and after."""
    out = tmp_path / "out"
    out.mkdir()
    one, page = opened_page(place)
    push(page, "More choices")
    assert student_package.system() in words(page)
    choose(page, "Without quizapp", "A package as well")
    handing = replace(EXAM, more=page.more.chosen())

    place.classes.out.hand_out(page, one, handing, out)

    qtbot.waitUntil(lambda: "The exam is ready" in words(place))
    assert "ferry.tar.gz · start-ferry" in words(place)
    with tarfile.open(out / "ferry.tar.gz") as archive:
        assert archive.getnames() == [
            "ferry/quizapp/fonts",
            "ferry/quizapp/library",
            "ferry/quizapp/quizapp",
            "ferry/ferry.quizpack",
        ]


def test_a_package_can_be_cancelled_and_the_rest_is_there(
    qtbot: QtBot,
    place: Window,
    packed: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The exam was handed out before; the page says that there is no package."""
    out = tmp_path / "out"
    out.mkdir()
    begun, go_on, make = Event(), Event(), student_package.make_package

    def slow(*args: object) -> object:
        begun.set()
        go_on.wait(5)
        return make(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(student_package, "make_package", slow)
    one, page = opened_page(place)
    place.classes.out.hand_out(page, one, replace(EXAM, more=More(package=True)), out)
    qtbot.waitUntil(begun.is_set)
    qtbot.waitUntil(lambda: bool(page._cancel.isVisible()))

    push(page, "Cancel")
    assert "The package was not made." in words(place)
    task = place.classes.out._task
    assert task is not None
    with qtbot.waitSignal(task.finished):
        go_on.set()

    assert "The exam is ready" in words(place)
    assert sorted(file.name for file in out.iterdir()) == [
        "ferry-codes.csv", "ferry.quizclass", "ferry.quizpack",
    ]  # fmt: skip


def test_a_package_that_cannot_be_written_is_said_beside_the_rest(
    qtbot: QtBot,
    place: Window,
    packed: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A full stick: the exam is there, and what is not is named."""

    def full(*_args: object) -> None:
        raise QuizappError("ferry.tar.gz cannot be written (No space left on device).")

    monkeypatch.setattr(student_package, "make_package", full)
    one, page = opened_page(place)

    place.classes.out.hand_out(page, one, replace(EXAM, more=More(package=True)), tmp_path)

    qtbot.waitUntil(lambda: "The exam is ready" in words(place))
    assert "No space left" in words(place)


def test_a_package_that_is_there_already_stops_everything(
    qtbot: QtBot, place: Window, packed: Path, tmp_path: Path
) -> None:
    """Nothing is handed out that would have to be taken back."""
    (tmp_path / "ferry.tar.gz").write_bytes(b"mine")
    one, page = opened_page(place)

    place.classes.out.hand_out(page, one, replace(EXAM, more=More(package=True)), tmp_path)

    qtbot.waitUntil(lambda: "already" in words(page))
    classes = place.classes.at_hand()
    assert classes is not None
    assert classes.exams(one) == ()
    assert not (tmp_path / "ferry.quizpack").exists()
