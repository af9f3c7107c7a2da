"""The window as a whole: opening banks, what can go wrong, and what is remembered."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from quizapp.app.library import Library, shipped
from quizapp.app.places import database, settings_file
from quizapp.cli import run as run_command
from quizapp.settings import Settings, load
from quizapp.store import Store
from quizapp.ui import theme
from quizapp.ui.home.problems import ProblemsPage
from quizapp.ui.home.start import StartPage
from quizapp.ui.player.player import Player
from quizapp.ui.review.result_page import ResultPage
from quizapp.ui.review.review import Review
from quizapp.ui.window import Window, apply_look
from tests.examples import FERRY
from tests.ui.conftest import Opener
from tests.ui.hands import Key, press, push, seen, tab_to, words


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank of the reader's own."""
    return Path(shutil.copytree(FERRY, tmp_path / "banks" / "ferry"))


@pytest.fixture
def torn(bank: Path) -> Path:
    """A bank with mistakes in it."""
    file = bank / "bank.nt"
    text = file.read_text("utf-8").replace("key: harbour", "key: nobody-else")
    file.write_text(text.replace("language: en", "langage: en"), "utf-8")
    return bank


def started(qtbot: QtBot, window: Window) -> None:
    """Begin the bank that is being opened, as practice."""
    qtbot.waitUntil(lambda: bool(seen(window, StartPage)))
    press(window, Key.Key_Return)


def test_a_bank_of_ones_own_is_opened_and_taken(
    qtbot: QtBot, open_window: Opener, bank: Path
) -> None:
    """A path is enough; the start page says what the bank is before it is begun."""
    window = open_window(bank=bank)
    qtbot.waitUntil(lambda: bool(seen(window, StartPage)))
    told = words(window)

    press(window, Key.Key_Return)

    assert "An invented story." in told
    assert "13 items" in told
    assert seen(window, Player)


def test_the_problems_page_says_what_the_command_says(
    qtbot: QtBot, open_window: Opener, torn: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Window and terminal never differ about what is wrong with a bank."""
    status = run_command(["check", str(torn)])
    printed = [line for line in capsys.readouterr().out.splitlines() if " warning: " not in line]

    window = open_window(bank=torn)
    qtbot.waitUntil(lambda: bool(seen(window, ProblemsPage)))

    told = words(window)
    assert status == 1
    assert len(printed) > 2
    for line in printed[:-1]:
        place, said = line.removeprefix(f"{torn}/").split(": ", 1)
        assert place in told
        assert said in told.replace("\n", " ")


def test_nothing_of_a_broken_bank_is_loaded(
    qtbot: QtBot, open_window: Opener, torn: Path, store: Store
) -> None:
    """A bank is used whole or not at all."""
    window = open_window(bank=torn)
    qtbot.waitUntil(lambda: bool(seen(window, ProblemsPage)))

    with store.read() as connection:
        kept = connection.exec_driver_sql("SELECT count(*) FROM bank_version").scalar()

    assert kept == 0
    assert not seen(window, StartPage)


def test_a_bank_that_was_mended_opens_on_the_second_try(
    qtbot: QtBot, open_window: Opener, torn: Path
) -> None:
    """Mend the file, press one button, go on."""
    window = open_window(bank=torn)
    qtbot.waitUntil(lambda: bool(seen(window, ProblemsPage)))
    shutil.copy(FERRY / "bank.nt", torn / "bank.nt")

    push(window, "Try again")

    qtbot.waitUntil(lambda: bool(seen(window, StartPage)))
    assert not seen(window, ProblemsPage)


def test_a_broken_bank_among_the_cards_leads_to_its_list(
    qtbot: QtBot, open_window: Opener, torn: Path, store: Store
) -> None:
    """The card says that it is broken, the page says where."""
    window = open_window()
    window._home.show_cards(Library([torn]).cards(store, "me"), first=False)
    QApplication.processEvents()

    push(window, "Show the list")
    page = words(window)
    press(window, Key.Key_Escape)

    assert "3 problems keep this bank closed" in page
    assert "bank.nt:4:1" in page
    assert "Search banks" not in page
    assert "Banks" in words(window)


def test_a_path_without_a_bank_says_what_a_bank_is(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    """A wrong folder is answered, not ignored."""
    window = open_window(bank=tmp_path)

    qtbot.waitUntil(lambda: bool(seen(window, ProblemsPage)))

    assert "There is no bank.nt in this folder." in words(window)


def test_a_bank_is_opened_by_dropping_it(qtbot: QtBot, open_window: Opener, bank: Path) -> None:
    """A folder from the desktop is as good as a path."""
    window, data = open_window(), QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(bank))])

    window.dropEvent(
        QDropEvent(
            QPointF(300, 300),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )

    qtbot.waitUntil(lambda: bool(seen(window, StartPage)))
    assert "The ferry that stayed" in words(window)


def test_a_bank_that_disappears_takes_no_attempt_with_it(
    qtbot: QtBot, open_window: Opener, bank: Path
) -> None:
    """Deleting the folder in the middle hurts nothing: go on, hand in, look back, home."""
    window = open_window(bank=bank, confidence=False)
    started(qtbot, window)
    press(window, Key.Key_Return, Key.Key_1)
    shutil.rmtree(bank)

    press(window, Key.Key_Return, Key.Key_Return, Key.Key_1, Key.Key_Return)
    press(window, Key.Key_Return, control=True)
    press(window, Key.Key_Return)
    result = bool(seen(window, ResultPage))
    press(window, Key.Key_Return)
    review = bool(seen(window, Review))
    press(window, Key.Key_Escape, Key.Key_Escape)

    assert (result, review) == (True, True)
    assert "The ferry that stayed" in words(window)
    assert "of 13 right" in words(window)


def test_a_bank_that_is_gone_can_still_be_gone_on_with(
    qtbot: QtBot, open_window: Opener, bank: Path
) -> None:
    """The attempt keeps its own copy, also after the window was closed."""
    window = open_window(bank=bank)
    started(qtbot, window)
    press(window, Key.Key_Return, Key.Key_1)
    window.close()
    shutil.rmtree(bank)

    window = open_window()
    press(window, Key.Key_Return)

    assert seen(window, Player)
    assert "Who says that the permit is gone?" in words(window)


def finished(qtbot: QtBot, window: Window) -> None:
    """Begin the bank that is being opened, answer one item, hand in, and go home."""
    started(qtbot, window)
    press(window, Key.Key_Return, Key.Key_1)
    press(window, Key.Key_Return, control=True)
    press(window, Key.Key_Return, Key.Key_Escape)


def test_a_bank_that_was_taken_offers_its_result_and_another_go(
    qtbot: QtBot, open_window: Opener
) -> None:
    """What was reached is one key away, and so is a new beginning."""
    window = open_window(bank=shipped()[0])
    finished(qtbot, window)
    tab_to(window, "A battery on request")
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(seen(window, StartPage)))
    offered = words(window)

    push(window, "See the result")
    result = bool(seen(window, ResultPage))
    push(window, "Take it again")

    assert "Your last attempt" in offered
    assert "Begin anew" in offered
    assert result
    assert "1 of 32" in words(window)


def test_a_bank_that_was_begun_offers_to_go_on(qtbot: QtBot, open_window: Opener) -> None:
    """Opening a bank in the middle of an attempt does not begin another by itself."""
    window = open_window(bank=shipped()[0])
    started(qtbot, window)
    press(window, Key.Key_Return, Key.Key_1)
    push(window, "Home")
    tab_to(window, "A battery on request")
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(seen(window, StartPage)))
    offered = words(window)

    push(window, "Continue")

    assert "You are in the middle of it" in offered
    assert "2 of 32" in words(window)


@pytest.mark.parametrize(("end", "screen"), [(True, ResultPage), (False, Player)])
def test_the_card_of_a_bank_that_is_gone_leads_to_what_is_left_of_it(
    qtbot: QtBot, open_window: Opener, bank: Path, end: bool, screen: type[QWidget]
) -> None:
    """A result can be looked at, and an attempt gone on with, without the file."""
    window = open_window(bank=bank)
    if end:
        finished(qtbot, window)
    else:
        started(qtbot, window)
        push(window, "Home")
    shutil.rmtree(bank)

    tab_to(window, "The ferry that stayed")
    press(window, Key.Key_Return)

    assert seen(window, screen)


def newer(folder: Path) -> None:
    """A database as a later program would leave it."""
    Store(database(folder)).close()
    with closing(sqlite3.connect(database(folder))) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def noise(folder: Path) -> None:
    """A file that is no database."""
    database(folder).write_bytes(b"this is no database " * 500)


def in_the_way(folder: Path) -> None:
    """A folder where the database should be."""
    database(folder).mkdir()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (newer, "Install the newer version"),
        (noise, "is damaged, and it was left as it is"),
        (in_the_way, "cannot be opened"),
    ],
)
def test_data_that_cannot_be_used_are_said_on_home(
    open_window: Opener, folder: Path, spoil: Callable[[Path], object], said: str
) -> None:
    """The window opens, says what is so and what to do, and nothing is touched."""
    spoil(folder)

    window = open_window()

    assert "Your data could not be opened" in words(window)
    assert said in words(window)
    assert str(database(folder)) in words(window)


def test_data_that_can_be_used_again_are_opened_without_a_new_start(
    qtbot: QtBot, open_window: Opener, folder: Path
) -> None:
    """A disk is plugged in, or a server answers: one click goes on."""
    in_the_way(folder)
    window = open_window()
    database(folder).rmdir()

    with qtbot.waitSignal(window.usable):
        push(window, "Try again")

    assert "Your data could not be opened" not in words(window)
    assert window.work is not None


def test_without_data_the_settings_still_work(open_window: Opener, folder: Path) -> None:
    """A broken database is no reason to read dark text on dark."""
    noise(folder)
    window = open_window()

    window.apply(Settings(theme="dark"))

    assert theme.current().name == "dark"
    assert load(settings_file(folder)).settings.theme == "dark"


def test_an_attempt_goes_on_after_a_look_at_home(
    qtbot: QtBot, open_window: Opener, bank: Path
) -> None:
    """Leaving a quiz loses nothing, and coming back is one key."""
    window = open_window(bank=bank)
    started(qtbot, window)
    press(window, Key.Key_Return, Key.Key_1)

    push(window, "Home")
    home = words(window)
    press(window, Key.Key_Return)

    assert "Where you left off" in home
    assert "1 of 13 questions answered" in home
    assert "Who says that the permit is gone?" in words(window)


def test_an_attempt_that_cannot_be_read_is_said_and_home_stays(
    qtbot: QtBot, open_window: Opener, bank: Path, folder: Path
) -> None:
    """One damaged attempt closes neither the program nor the others."""
    window = open_window(bank=bank)
    started(qtbot, window)
    push(window, "Home")
    with closing(sqlite3.connect(database(folder))) as connection:
        connection.execute("UPDATE bank_version SET canonical = x'00'")
        connection.commit()

    push(window, "Continue")
    told = "\n".join(box.text() for box in boxes())
    for box in boxes():
        box.close()

    assert "damaged" in told
    assert not seen(window, Player)
    assert "Search banks" in [field.accessibleName() for field in seen(window, QLineEdit)]


def test_a_damaged_attempt_leaves_the_rest_of_home_alone(
    qtbot: QtBot, open_window: Opener, bank: Path, folder: Path
) -> None:
    """The next start says which one it is, and every other bank is there."""
    window = open_window(bank=bank)
    started(qtbot, window)
    window.close()
    with closing(sqlite3.connect(database(folder))) as connection:
        connection.execute("UPDATE bank_version SET canonical = x'00'")
        connection.commit()

    window = open_window()
    told = words(window)
    push(window, "Show the list")

    assert "1 problem keeps it closed" in told
    assert "A battery on request" in told
    assert "no longer whole in the database" in words(window)


def boxes() -> list[QMessageBox]:
    """The messages that are open."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
    return [box for box in found if box.isVisible()]


def test_the_first_quiz_is_three_questions(open_window: Opener) -> None:
    """The first start is as short as it says."""
    window = open_window(first_start_done=False)

    press(window, Key.Key_Return)

    assert "1 of 3" in words(window)


def test_the_first_card_does_not_come_back(open_window: Opener, folder: Path) -> None:
    """Once put away it stays away, also after a restart."""
    window = open_window(first_start_done=False)

    push(window, "Not now")

    assert "First time here?" not in words(window)
    assert load(settings_file(folder)).settings.first_start_done


def test_the_window_opens_where_it_was(open_window: Opener, folder: Path) -> None:
    """Size and place are remembered."""
    window = open_window()
    window.resize(780, 600)
    window.close()

    kept = load(settings_file(folder)).settings
    again = open_window(window=kept.window)

    assert (again.width(), again.height()) == (780, 600)


def test_settings_that_cannot_be_kept_are_said_and_hold_all_the_same(
    qtbot: QtBot, open_window: Opener, folder: Path
) -> None:
    """A disk that takes nothing does not take the reader's choice away."""
    window = open_window()
    settings_file(folder).with_name(".settings.json.new").mkdir()

    window.apply(Settings(theme="dark"))
    boxes = seen(window, QMessageBox)
    told = "\n".join(box.text() for box in boxes)
    for box in boxes:
        box.close()

    assert "The settings could not be saved" in told
    assert theme.current().name == "dark"


@pytest.mark.parametrize("name", ["light", "dark", "high_contrast"])
def test_the_look_is_the_one_that_was_set(calm: None, name: str) -> None:
    """What is chosen is what is seen."""
    apply_look(Settings(theme=name, text_scale=1.5, reduced_motion=True))  # type: ignore[arg-type]

    look = theme.current()
    assert (look.name, look.scale, look.motion) == (name, 1.5, False)


def test_a_look_that_was_set_stays_when_the_system_changes(open_window: Opener) -> None:
    """Evening comes, and only who left the look to the system gets another one."""
    system = theme.system_look(QApplication.instance())  # type: ignore[arg-type]
    window = open_window(theme="high_contrast")
    window.apply(Settings(theme="high_contrast"))

    window.follow_system()
    stayed = theme.current().name
    window.apply(Settings(theme="dark"))
    window.apply(Settings(theme="system"))
    window.follow_system()

    assert stayed == "high_contrast"
    assert theme.current().name == system
