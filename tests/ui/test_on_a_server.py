"""The window with a database on a server."""

from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.app.places import database
from quizapp.settings import Settings
from quizapp.store import Address, Store, attempts
from tests.databases import told
from tests.examples import FERRY
from tests.ui.conftest import Opener
from tests.ui.hands import Key, press, words
from tests.ui.test_window import started


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://roe:correct-horse@nowhere.invalid/quizapp", "cannot be reached"),
        ("mysql://roe:correct-horse@host/quizapp", "begins with mysql://"),
    ],
)
def test_a_server_that_cannot_be_used_is_said_on_home(
    open_window: Opener, monkeypatch: pytest.MonkeyPatch, url: str, said: str
) -> None:
    """What is wrong and what to do is on the page, and nothing of a password."""
    monkeypatch.setenv("QUIZAPP_DATABASE", url)

    window = open_window()

    assert "Your data could not be opened" in words(window)
    assert said in words(window)
    assert "correct-horse" not in words(window)


def test_the_window_works_on_a_server(
    qtbot: QtBot,
    open_window: Opener,
    folder: Path,
    address: Address,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An answer that is given there is on the server, and no database comes to be in the folder."""
    monkeypatch.setenv("QUIZAPP_DATABASE", told(address))
    window = open_window(bank=FERRY)
    started(qtbot, window)

    press(window, Key.Key_Return, Key.Key_1)

    with closing(Store(address)) as store, store.read() as connection:
        (one,) = attempts.unfinished(connection, Settings().reader)
    assert len(one.answers) == 1
    assert not database(folder).exists()
