"""Readers in the window: choosing, adding, renaming, saving and deleting."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.app.places import settings_file
from quizapp.app.sitting import Sitting
from quizapp.settings import load
from quizapp.store import Store
from quizapp.ui.home.readers_page import ReadersPage
from quizapp.ui.widgets.field import Field
from quizapp.ui.window import Window
from tests.taking import begun
from tests.ui.conftest import Opener
from tests.ui.hands import push, seen, words


@pytest.fixture
def window(open_window: Opener, store: Store) -> Window:
    """A window at the readers, with a quiz of the first reader handed in."""
    sitting: Sitting = begun(store)
    sitting.answer("who", ("harbour",), 2)
    sitting.submit()
    opened = open_window()
    opened.navigation.button("readers").click()
    return opened


def type_in(window: Window, name: str, text: str) -> None:
    """Type into a field."""
    (field,) = (one for one in seen(window, Field) if one.accessibleName() == name)
    field.setText(text)


def test_somebody_new_is_added_and_reads_at_once(window: Window, folder: Path) -> None:
    """Their home is empty, the first reader's is as it was, and it is remembered."""
    type_in(window, "Name or code of somebody new", "Ada")
    push(window, "Add")

    assert "Ada is added, and reads now." in words(window)
    assert load(settings_file(folder)).settings.reader == "Ada"
    assert window.windowTitle() == "quizapp – Ada"
    assert window.work is not None
    assert not window.work.has_finished()
    window.navigation.button("readers").click()
    push(window, "Me")
    assert window.work.has_finished()


def test_a_name_that_is_taken_is_refused_in_place(window: Window) -> None:
    """No box gets in the way."""
    type_in(window, "Name or code of somebody new", "me")
    push(window, "Add")

    assert "called “me” already" in words(window)


def test_a_reader_is_renamed(window: Window) -> None:
    """The list and the heading follow."""
    type_in(window, "New name", "Ben")
    push(window, "Rename")

    assert "What is kept of Ben" in words(window)


def test_everything_is_saved_as_a_file(window: Window, tmp_path: Path) -> None:
    """The page says where it is."""
    from quizapp.ui.flows.readers import ReadersFlow

    (page,) = seen(window, ReadersPage)

    ReadersFlow(window).export(page, tmp_path / "me.json")

    assert "saved in" in words(window)
    assert (tmp_path / "me.json").exists()


def test_deletion_asks_once_and_can_be_left(qtbot: QtBot, window: Window) -> None:
    """What would be gone is said before; keeping is one key away; then it is gone."""
    push(window, "Delete …")
    assert "It cannot be undone" in words(window)
    push(window, "Keep everything")
    assert "It cannot be undone" not in words(window)
    assert window.work is not None
    assert window.work.has_finished()

    push(window, "Delete …")
    push(window, "Delete for good")

    assert "deleted." in words(window)
    assert not window.work.has_finished()
