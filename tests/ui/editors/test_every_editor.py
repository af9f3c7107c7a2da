"""What holds for the editor of every kind, whichever it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.app.authoring.asking import from_fields, new_item
from quizapp.bank import item_records
from quizapp.bank.derive import derive
from quizapp.claims import ClaimMap
from quizapp.items import KINDS, Item
from quizapp.ui.editors import EDITORS, form_for
from quizapp.ui.widgets.forms import Line, TextBox
from tests.examples import ferry
from tests.kinds import kinds

pytestmark = pytest.mark.usefixtures("calm")
every_kind = pytest.mark.parametrize("kind", KINDS)


def items_of(kind: str) -> list[tuple[Item, ClaimMap]]:
    """Every item of a kind in the example banks, and those that their claims give."""
    found: list[tuple[Item, ClaimMap]] = []
    for bank in (ferry(), kinds()):
        every = (*bank.items, *derive(bank.map, 1))
        found += [(item, bank.map) for item in every if item.kind == kind]
    return found


def read_back(item: Item, claims: ClaimMap, qtbot: QtBot) -> Item:
    """The item as its editor gives it back."""
    form = form_for(item, claims)
    qtbot.addWidget(form)
    (written,) = item_records([item])
    own = {field.name for field in item.FIELDS}
    kept = {name: value for name, value in written.items() if name not in own}
    return from_fields(item.kind, {**kept, **form.record(), **form.common()}, claims)


def test_there_is_an_editor_for_every_kind() -> None:
    """No kind can be asked that a teacher cannot write."""
    assert list(EDITORS) == list(KINDS)


@every_kind
def test_an_editor_gives_back_what_it_was_given(qtbot: QtBot, kind: str) -> None:
    """Opening an item and changing nothing changes nothing, for every item of every kind."""
    found = items_of(kind)

    assert found, "no example of this kind"
    for item, claims in found:
        assert read_back(item, claims, qtbot) == item


@every_kind
def test_an_editor_opens_an_item_with_nothing_in_it(qtbot: QtBot, kind: str) -> None:
    """A new item of any kind can be begun, and is kept as it stands."""
    bank = ferry()
    item = new_item(kind, "new", bank.map)

    assert item_records([read_back(item, bank.map, qtbot)]) == item_records([item])


@every_kind
def test_whatever_is_typed_is_told_and_kept(qtbot: QtBot, kind: str) -> None:
    """Each letter that goes into a field of an editor comes out of it."""
    item, claims = items_of(kind)[0]
    form = form_for(item, claims)
    qtbot.addWidget(form)
    fields: list[QWidget] = [*form.findChildren(Line), *form.findChildren(TextBox)]
    before = form.record()

    for field in fields:
        with qtbot.waitSignal(form.changed):
            QTest.keyClick(field, Qt.Key.Key_End)
            QTest.keyClick(field, Qt.Key.Key_7)

    assert not fields or form.record() != before


@pytest.mark.parametrize("kind", ["single_choice", "multiple_response", "order"])
def test_options_can_be_added_moved_and_taken_out(qtbot: QtBot, kind: str) -> None:
    """All that a list of options needs, each with a button."""
    item, claims = items_of(kind)[0]
    form = form_for(item, claims)
    qtbot.addWidget(form)
    ids = [option["id"] for option in form.record()["options"]]
    rows = form._rows  # type: ignore[attr-defined]  # of these kinds

    form._on_more()  # type: ignore[attr-defined]  # the same
    added = [option["id"] for option in form.record()["options"]]
    assert added[:-1] == ids
    assert added[-1] not in ids
    form.move_row(rows[-1], -1)  # type: ignore[attr-defined]  # the same
    assert [o["id"] for o in form.record()["options"]][-2] == added[-1]
    form.drop(rows[0])  # type: ignore[attr-defined]  # the same

    assert ids[0] not in [option["id"] for option in form.record()["options"]]
