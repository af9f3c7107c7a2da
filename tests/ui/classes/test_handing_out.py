"""What a class is handed: an exam or practice, with the rules that the page offers."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from quizapp.app.examining import sit
from quizapp.classroom.pack import opened
from quizapp.ui.classes.class_page import ClassPage
from quizapp.ui.classes.hand_out_more import More
from quizapp.ui.classes.hand_out_page import PRACTICE, Handing, HandOutPage
from quizapp.ui.window import Window
from tests.examples import FERRY
from tests.taking import Clock
from tests.ui.classes.test_classes import handed, nine, place, quick, with_key
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
