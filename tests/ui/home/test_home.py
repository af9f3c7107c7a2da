"""Home: what comes first, what each card says, and what is said where something is wrong."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from quizapp.app.cards import BankCard, BrokenCard
from quizapp.app.library import Library
from quizapp.app.sitting import Sitting
from quizapp.store import Store
from quizapp.ui.home.cards import BankCardView, BrokenCardView, ContinueCard, FirstCard, HomeCard
from quizapp.ui.home.home import Home
from tests.examples import FERRY
from tests.taking import begun
from tests.ui.hands import Key, press, push, seen, words

pytestmark = pytest.mark.usefixtures("calm")
Cards = tuple[BankCard | BrokenCard, ...]


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    """A folder with a sound bank and a broken one."""
    folder = tmp_path / "banks"
    shutil.copytree(FERRY, folder / "ferry")
    shutil.copytree(FERRY, folder / "torn")
    file = folder / "torn" / "bank.nt"
    file.write_text(file.read_text("utf-8").replace("key: harbour", "key: nobody-else"), "utf-8")
    return folder


def cards(banks: Path, store: Store) -> Cards:
    """The cards of both banks as things stand."""
    return Library([banks / "ferry", banks / "torn"]).cards(store, "me")


def shown(qtbot: QtBot, found: Cards, *, first: bool = False, width: int = 1080) -> Home:
    """Home with these cards."""
    home = Home()
    qtbot.addWidget(home)
    home.resize(width, 800)
    home.show()
    home.activateWindow()
    qtbot.waitUntil(home.isActiveWindow)
    home.show_cards(found, first=first)
    home.focus_first()
    QApplication.processEvents()
    return home


def test_a_first_start_shows_one_thing_to_do(qtbot: QtBot, banks: Path, store: Store) -> None:
    """Whoever opens the program for the first time needs one key."""
    home = shown(qtbot, cards(banks, store), first=True)

    with qtbot.waitSignal(home.start_wanted):
        press(home, Key.Key_Return)

    assert isinstance(seen(home, HomeCard)[0], FirstCard)
    assert not seen(home, ContinueCard)


def test_the_first_card_can_be_put_away(qtbot: QtBot, banks: Path, store: Store) -> None:
    """Nobody is made to take the first quiz."""
    home = shown(qtbot, cards(banks, store), first=True)

    with qtbot.waitSignal(home.first_dismissed):
        push(home, "Not now")

    assert seen(home, BankCardView)


def test_what_was_left_open_comes_first(
    qtbot: QtBot, banks: Path, store: Store, practice: Sitting
) -> None:
    """Going on takes one key, and says how far one had come."""
    practice.answer("who", ("harbour",))
    home = shown(qtbot, cards(banks, store), first=True)

    with qtbot.waitSignal(home.resume_wanted) as signal:
        press(home, Key.Key_Return)

    assert signal.args == ["a1"]
    assert isinstance(seen(home, HomeCard)[0], ContinueCard)
    assert "1 of 13 questions answered" in words(home)
    assert not seen(home, FirstCard)


def test_home_that_is_filled_anew_keeps_the_next_thing_in_reach(
    qtbot: QtBot, banks: Path, store: Store, practice: Sitting
) -> None:
    """Back from a page, Enter still goes on."""
    practice.answer("who", ("harbour",))
    home = shown(qtbot, cards(banks, store), first=False)

    home.show_cards(cards(banks, store), first=False)
    home.focus_first()
    QApplication.processEvents()

    with qtbot.waitSignal(home.resume_wanted):
        press(home, Key.Key_Return)


def test_a_card_says_how_far_one_has_come(qtbot: QtBot, banks: Path, store: Store) -> None:
    """New, begun and finished look different, in words."""
    said = []

    home = shown(qtbot, cards(banks, store))
    said.append(seen(home, BankCardView)[0].accessibleDescription())
    sitting = begun(store)
    sitting.answer("who", ("harbour",))
    home.show_cards(cards(banks, store), first=False)
    QApplication.processEvents()
    said.append(seen(home, BankCardView)[0].accessibleDescription())
    sitting.submit()
    home.show_cards(cards(banks, store), first=False)
    QApplication.processEvents()
    said.append(seen(home, BankCardView)[0].accessibleDescription())

    assert said == ["Not taken yet", "1 of 13 answered", "1 of 13 right"]


def test_a_card_is_opened_by_keyboard(qtbot: QtBot, banks: Path, store: Store) -> None:
    """A card is one control, and Enter opens it."""
    home = shown(qtbot, cards(banks, store))
    card = seen(home, BankCardView)[0]
    card.setFocus()

    with qtbot.waitSignal(home.bank_chosen) as signal:
        press(home, Key.Key_Return)

    assert signal.args == [card.card]
    assert card.accessibleName() == "The ferry that stayed"


def test_a_broken_bank_says_so_and_leads_to_the_list(
    qtbot: QtBot, banks: Path, store: Store
) -> None:
    """A bank that cannot be used is not hidden; its problems are a key away."""
    home = shown(qtbot, cards(banks, store))

    with qtbot.waitSignal(home.details_wanted) as signal:
        push(home, "Show the list")

    broken = signal.args[0]
    assert isinstance(broken, BrokenCard)
    assert broken.name == "torn"
    assert broken.problems[0].what in words(seen(home, BrokenCardView)[0])


def test_search_finds_by_words_of_the_title(qtbot: QtBot, banks: Path, store: Store) -> None:
    """Capitals and accents do not matter, and nothing found says what to try."""
    home = shown(qtbot, cards(banks, store))
    field = seen(home, QLineEdit)[0]
    found = []

    for wanted in ("FERRY", "torn", "zebra", ""):
        field.setText(wanted)
        QApplication.processEvents()
        found.append((len(seen(home, BankCardView)), len(seen(home, BrokenCardView))))

    assert found == [(1, 0), (0, 1), (0, 0), (1, 1)]


def test_a_search_without_a_result_says_what_to_try(
    qtbot: QtBot, banks: Path, store: Store
) -> None:
    """An empty page is never just empty."""
    home = shown(qtbot, cards(banks, store))

    seen(home, QLineEdit)[0].setText("zebra")
    QApplication.processEvents()

    assert "No bank is called that" in words(home)
    assert "Try a word of its title." in words(home)


@pytest.mark.parametrize(("width", "columns"), [(1400, 3), (900, 2), (560, 1)])
def test_cards_stand_in_as_many_columns_as_there_is_room_for(
    qtbot: QtBot, banks: Path, store: Store, width: int, columns: int
) -> None:
    """Cards are neither squeezed nor stretched over the whole screen."""
    two = cards(banks, store)
    home = shown(qtbot, (*two, *two), width=width)

    lefts = {card.x() for card in seen(home, HomeCard)}

    assert len(lefts) == columns


def test_loading_and_failing_are_said(qtbot: QtBot) -> None:
    """Before the banks are there, and where they never will be, the page says so."""
    home = Home()
    qtbot.addWidget(home)
    home.resize(900, 700)
    home.show()
    QApplication.processEvents()
    loading = words(home)

    home.show_failure("The disk is asleep. Wake it.")
    QApplication.processEvents()

    assert "Opening your banks" in loading
    assert "Your data could not be opened" in words(home)
    assert "The disk is asleep. Wake it." in words(home)
    assert "Opening your banks" not in words(home)


def test_days_of_another_year_say_the_year() -> None:
    """A result of long ago is not taken for a recent one."""
    from quizapp.ui.dates import local_day

    now = datetime.now(UTC)

    assert str(now.year) not in local_day(now)
    assert "2019" in local_day(datetime(2019, 5, 20, 12, tzinfo=UTC))
