"""What holds on every screen: names for screen readers, keys for everything, the menu."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from quizapp.app.cards import BankCard
from quizapp.app.classes import Classes
from quizapp.app.examining import pack_to_take
from quizapp.app.exchange import targets
from quizapp.app.importing import look_at
from quizapp.app.library import shipped
from quizapp.app.practising import Practice, Today, Turn
from quizapp.app.progress import Entry
from quizapp.app.sitting import Sitting
from quizapp.bank.bare import bare, opened
from quizapp.classroom.book import Classroom
from quizapp.classroom.roster import numbered
from quizapp.quiz import Rules
from quizapp.report import progress
from quizapp.settings import Settings
from quizapp.store.readers import Reader
from quizapp.ui import theme
from quizapp.ui.classes.class_page import ClassPage
from quizapp.ui.classes.hand_out_page import HandOutPage
from quizapp.ui.classes.key_page import KeyPage
from quizapp.ui.classes.passphrase_page import PassphrasePage
from quizapp.ui.classes.place import ClassCard, ClassesPlace
from quizapp.ui.classes.roster_page import RosterPage
from quizapp.ui.classes.weights_page import RemovePage
from quizapp.ui.exam.done_page import HandedPage
from quizapp.ui.exam.entry_page import EntryPage
from quizapp.ui.exchange.export_page import ExportPage
from quizapp.ui.exchange.import_page import ImportPage
from quizapp.ui.exchange.looking import Target
from quizapp.ui.home.join_page import JoinPage
from quizapp.ui.home.problems import ProblemsPage
from quizapp.ui.home.readers_page import ReadersPage
from quizapp.ui.home.settings_page import SettingsPage
from quizapp.ui.home.start import StartPage
from quizapp.ui.player.player import Player
from quizapp.ui.practice.done_page import DonePage
from quizapp.ui.practice.practice_screen import PracticeScreen
from quizapp.ui.progress.progress_page import ProgressPage
from quizapp.ui.review.result_page import ResultPage
from quizapp.ui.review.review import Review
from quizapp.ui.statistics.page import StatisticsPage
from quizapp.ui.widgets.progress import ProgressStrip
from tests.app.test_classes import KEYS
from tests.examples import ferry
from tests.report.banks import taken
from tests.ui.classes.pages import again_page, certificates_page, contests_page
from tests.ui.conftest import Opener
from tests.ui.exam.exams import an_exam
from tests.ui.hands import Key, button, press, push, seen, tab_to, words
from tests.ui.statistics.classes import a_class, groups_of

pytestmark = pytest.mark.usefixtures("calm")
CONTROLS = (QAbstractButton, QLineEdit, QTextEdit, ProgressStrip)


def submitted(sitting: Sitting) -> Sitting:
    """The attempt handed in, with one answer in it."""
    sitting.answer("how-permit", ("asserted",), 1)
    sitting.submit()
    return sitting


def handing_in(sitting: Sitting) -> QWidget:
    """The last page of the quiz."""
    player = Player(sitting)
    player.toggle_flag()
    player.ask_hand_in()
    return player


def progress_after(sitting: Sitting) -> QWidget:
    """Progress with this attempt in it, and older ones that are not shown yet."""
    title, at = submitted(sitting).bank.title, sitting.attempt.started
    page = ProgressPage()
    page.show_progress(progress(taken(8), 9), [Entry(title, at, 1, 13, sitting.attempt.id)])
    return page


TODAY = Today(due=2, waiting=1, done=3, started=True)


def practising(sitting: Sitting) -> QWidget:
    """A question that came back."""
    submitted(sitting)
    practice = Practice(sitting._store, "me", sitting._now, limit=5)
    practice.fold()
    bank = sitting.bank
    turn = Turn((bank.id, "how-permit"), bank, bank.item["how-permit"], (), "")
    return PracticeScreen(practice, turn, TODAY, confidence=True)


def statistics(_sitting: Sitting) -> QWidget:
    """A class, with everything that there is to say of it."""
    page = StatisticsPage()
    page.show_statistics(a_class(), *groups_of(a_class()))
    return page


ROOM = Classroom("a", "9b", numbered(("Ada", "Bo", "Bo")))


def a_room(sitting: Sitting) -> QWidget:
    """A class that had an exam of which nothing came back."""
    classes = Classes(sitting._store, sitting._now)
    one = classes.add("9b", ("Ada", "Bo"))
    classes.hand_out(one, ferry(), Rules.test(), KEYS, "Ms Roe")
    page = ClassPage(one)
    page.show_book(classes.gradebook(one), ())
    return page


def looking(_sitting: Sitting) -> QWidget:
    """Questions of another program, looked at."""
    page = ImportPage(["GIFT"], [Target(Path("a"), "The night ferry")], "Home")
    page.show_intake(look_at(b"Who?{=A newt ~A fox}", "ponds.gift", lambda _done, _total: None))
    return page


SCREENS: dict[str, Callable[[Sitting], QWidget]] = {
    "settings": lambda _sitting: SettingsPage(Settings()),
    "start": lambda _sitting: StartPage(ferry(), None, confidence=True),
    "join": lambda _sitting: JoinPage(opened(bare(ferry()))),
    "problems": lambda _sitting: ProblemsPage("bank.nt", ()),
    "quiz": Player,
    "hand in": handing_in,
    "result": lambda sitting: ResultPage(submitted(sitting).result()),
    "progress": progress_after,
    "review": lambda sitting: Review(submitted(sitting), 3),
    "practice": practising,
    "statistics": statistics,
    "readers": lambda _sitting: ReadersPage((Reader("a", "Ada", 2), Reader("b", "Ben", 0)), "a"),
    "classes": lambda _sitting: ClassesPlace([ClassCard(ROOM, 3, 28, 1)], "board apple"),
    "class, new": lambda _sitting: RosterPage("9b", ("Ada", "Bo")),
    "class": a_room,
    "class, key": lambda _sitting: KeyPage(),
    "class, passphrase": lambda _sitting: PassphrasePage("Only your key opens it."),
    "class, hand out": lambda _sitting: HandOutPage("9b", [(Path("a"), "The night ferry")]),
    "class, contests": lambda _sitting: contests_page(),
    "class, again": lambda _sitting: again_page(),
    "class, certificates": lambda _sitting: certificates_page(),
    "class, end": lambda _sitting: RemovePage("9b", 28, 3),
    "import": lambda _sitting: ImportPage(["GIFT"], (), "Home"),
    "import, looking": looking,
    "export": lambda _sitting: ExportPage("The night ferry", "Home", targets()),
    "exam entry": lambda _sitting: EntryPage(pack_to_take(an_exam(ferry(), "Ada").pack)),
    "exam handed in": lambda _sitting: HandedPage("The night ferry", "K7QF-2MNA"),
    "practice done": lambda _sitting: DonePage(TODAY, (1,) * 14, can_undo=True),
}


@pytest.fixture(params=SCREENS)
def screen(request: pytest.FixtureRequest, qtbot: QtBot, practice: Sitting) -> QWidget:
    """Each screen, shown."""
    page = SCREENS[request.param](practice)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QApplication.processEvents()
    return page


def controls(page: QWidget) -> list[QWidget]:
    """Everything on a page that takes the keyboard."""
    return [
        part
        for part in seen(page, QWidget)
        if isinstance(part, CONTROLS) and part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def test_every_control_has_a_name(screen: QWidget) -> None:
    """Whoever hears the screen knows what each control is."""
    found = controls(screen)

    assert found
    assert [type(part).__name__ for part in found if not part.accessibleName()] == []


def test_a_screen_reader_finds_the_name_and_what_it_is(screen: QWidget) -> None:
    """The names reach Qt's own tree, which screen readers read."""
    for part in controls(screen):
        told = QAccessible.queryAccessibleInterface(part)

        assert told is not None
        assert told.text(QAccessible.Text.Name) == part.accessibleName()
        assert told.role() != QAccessible.Role.NoRole


def test_tab_goes_round_and_comes_back(screen: QWidget) -> None:
    """No control swallows the keyboard."""
    screen.setFocus()
    visited: list[QWidget] = []

    for _step in range(80):
        press(screen, Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if visited and focus is visited[0]:
            break
        visited.append(focus)

    assert focus is visited[0]
    assert len(visited) > 1
    assert any(isinstance(part, QAbstractButton) for part in visited)


def test_only_one_button_is_the_next_thing_to_do(screen: QWidget) -> None:
    """The eye finds the way on at once."""
    primary = [
        b.accessibleName()
        for b in seen(screen, QAbstractButton)
        if getattr(getattr(b, "face", None), "kind", "") == "primary"
    ]

    assert len(primary) <= 1


def test_texts_are_shown_as_they_are(screen: QWidget) -> None:
    """A bank cannot smuggle markup onto the screen."""
    formats = {label.textFormat() for label in screen.findChildren(QLabel)}

    assert formats == {Qt.TextFormat.PlainText}


def test_pages_scroll_up_and_down_only(screen: QWidget) -> None:
    """Nobody has to chase a line sideways."""
    for area in seen(screen, QScrollArea):
        assert area.horizontalScrollBar().maximum() == 0


@pytest.fixture
def quiz(qtbot: QtBot, open_window: Opener) -> QWidget:
    """The window with a quiz that was begun."""
    window = open_window(bank=shipped()[0])
    qtbot.waitUntil(lambda: bool(seen(window, StartPage)))
    press(window, Key.Key_Return, Key.Key_Return)
    return window


def menu(window: QWidget) -> QMenu:
    """The menu of the quiz, opened by keyboard."""
    push(window, "Menu")
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def test_the_look_changes_in_the_middle_of_a_quiz(quiz: QWidget) -> None:
    """Dark comes at once, and the question stays where it is."""
    before = words(quiz)
    choices = menu(quiz)

    next(a for a in choices.actions() if a.text() == "Dark").trigger()
    choices.close()
    QApplication.processEvents()

    assert theme.current().name == "dark"
    assert words(quiz) == before


def test_the_menu_leads_to_keys_hand_in_and_home(quiz: QWidget) -> None:
    """What has a key has a place in the menu too."""
    choices = menu(quiz)
    names = [action.text() for action in choices.actions() if action.text()]

    next(a for a in choices.actions() if a.text() == "Hand in …").trigger()
    choices.close()

    assert names[:2] == ["Keys of this screen", "Hand in …"]
    assert names[-1] == "Stop here; everything is saved"
    assert "Hand in?" in words(quiz)


def test_stopping_from_the_menu_leads_home(quiz: QWidget) -> None:
    """One can always stop, and go on from home."""
    choices = menu(quiz)

    choices.actions()[-1].trigger()
    choices.close()
    QApplication.processEvents()

    assert "Where you left off" in words(quiz)
    assert button(quiz, "Continue").hasFocus()


@pytest.fixture
def player(qtbot: QtBot, practice: Sitting) -> Player:
    """The quiz at a question, at usual size."""
    practice.go("how-permit")
    shown = Player(practice)
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.setFocus()
    return shown


def test_enter_presses_the_button_that_tab_led_to(player: Player, practice: Sitting) -> None:
    """Enter does what the ring is drawn round, and nothing else."""
    tab_to(player, "Flag")

    press(player, Key.Key_Return)

    assert practice.attempt.flags == {"how-permit"}
    assert practice.attempt.at == "how-permit"


def test_after_a_click_enter_still_goes_on(player: Player, practice: Sitting) -> None:
    """Whoever flags with the mouse goes on with the keyboard."""
    QTest.mouseClick(button(player, "Flag"), Qt.MouseButton.LeftButton)

    press(player, Key.Key_Return)

    assert practice.attempt.flags == {"how-permit"}
    assert practice.attempt.at == "how-faults"


def test_enter_on_the_way_back_does_not_begin_a_quiz(qtbot: QtBot, open_window: Opener) -> None:
    """The arrow to home leads home, by Enter too."""
    window = open_window(bank=shipped()[0])
    qtbot.waitUntil(lambda: bool(seen(window, StartPage)))
    button(window, "Home").setFocus(Qt.FocusReason.TabFocusReason)

    press(window, Key.Key_Return)

    assert not seen(window, Player)
    assert "Search banks" in [field.accessibleName() for field in seen(window, QLineEdit)]


def test_a_test_is_chosen_and_taken_by_keyboard(qtbot: QtBot, open_window: Opener) -> None:
    """Two keys begin a test; it asks for answers alone, and tells nothing before its end."""
    window = open_window(bank=shipped()[0])
    qtbot.waitUntil(lambda: bool(seen(window, StartPage)))

    press(window, Key.Key_2, Key.Key_Return, Key.Key_Return, Key.Key_1, Key.Key_Return)
    at = words(window)
    press(window, Key.Key_Return, control=True)
    page = words(window)
    press(window, Key.Key_Return)

    assert "3 of 32" in at
    assert "How sure are you?" not in at
    assert "30 questions are still blank." in page
    assert seen(window, ResultPage)


def test_progress_leads_to_any_question_by_keyboard(qtbot: QtBot, practice: Sitting) -> None:
    """The strip in the bar is a way to every question."""
    player = Player(practice)
    qtbot.addWidget(player)
    player.resize(1280, 800)
    player.show()
    player.activateWindow()
    qtbot.waitUntil(player.isActiveWindow)
    strip = seen(player, ProgressStrip)[0]
    strip.setFocus(Qt.FocusReason.TabFocusReason)

    press(player, Key.Key_Right, Key.Key_Right, Key.Key_Return)

    assert practice.attempt.at == "named"
    assert "Which of these speak about the rudder?" in words(player)


def test_enter_goes_on_with_what_was_left_open(qtbot: QtBot, practice: Sitting) -> None:
    """Where “Continue” is the next step, Enter does not begin a second attempt."""
    card = BankCard(None, "b", "Ferry", "", 13, 9, (), "open", 1, 0, 13, None, (), "a1")
    page = StartPage(practice.bank, card, confidence=True)
    qtbot.addWidget(page)
    page.show()

    with qtbot.waitSignal(page.resume_wanted) as signal, qtbot.assertNotEmitted(page.begin_wanted):
        press(page, Key.Key_Return)
    with qtbot.waitSignal(page.begin_wanted):
        press(page, Key.Key_2, Key.Key_Return)

    assert signal.args == ["a1"]
