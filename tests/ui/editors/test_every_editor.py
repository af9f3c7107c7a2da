"""What holds for the editor of every kind, whichever it is."""

from typing import Any

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
from quizapp.ui.editors.pairs import PairsForm
from quizapp.ui.widgets.buttons import Button
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
    return from_fields(item.kind, {**kept, **form.fields(), **form.common()}, claims)


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


# What questions of other programs have and no author writes in the studio.
BROUGHT: dict[str, tuple[str, dict[str, Any]]] = {
    "a question of no kind": (
        "info",
        {"original": {"format": "h5p", "type": "Paint", "source": "<a/>\n"}},
    ),
    "pairs that weigh": (
        "match",
        {
            "rows": [{"text": "newt", "with": "pond"}, {"text": "fox", "with": "den"}],
            "extra": ["nest", "hive"],
            "weights": ["1", "2"],
            "scoring": "all_or_nothing",
        },
    ),
    "parts and stars": (
        "short_answer",
        {
            "accepted": ["*newt*", "a = b"],
            "near": [{"text": "n = m", "feedback": "Nearly.\nRead again."}],
            "partial": [{"text": "frog", "credit": "0.5"}],
            "case": "yes",
            "wildcards": "yes",
        },
    ),
    "several numbers": (
        "numeric",
        {
            "answer": "3.141592653589793",
            "tolerance": "0.001",
            "others": [{"answer": "3", "tolerance": "0", "credit": "0.5", "feedback": "Rounded."}],
        },
    ),
    "gaps that weigh": (
        "cloze",
        {
            "text": "In\u00a0a [[g1]] lives [[g2]].",
            "gaps": [
                {
                    "id": "g1",
                    "accepted": ["pond | pool"],
                    "weight": "2",
                    "partial": [{"text": "lake", "credit": "0.5"}],
                },
                {"id": "g2", "accepted": ["a newt"], "options": ["a newt", "a fox"]},
            ],
            "scoring": "all_or_nothing",
        },
    ),
    "an order, all or nothing": (
        "order",
        {
            "options": [{"id": "a", "text": "First\nof all"}, {"id": "b", "text": "x" * 3000}],
            "scoring": "all_or_nothing",
        },
    ),
    "credits": (
        "multiple_response",
        {
            "options": [
                {"id": "a", "text": "A", "credit": "0.5"},
                {"id": "b", "text": "B", "credit": "0.5", "feedback": "Yes."},
                {"id": "c", "text": "C", "credit": "-0.5"},
            ],
            "key": ["a", "b"],
        },
    ),
}


@pytest.mark.parametrize("name", BROUGHT)
def test_what_an_editor_does_not_show_stays_as_it_was(qtbot: QtBot, name: str) -> None:
    """Correcting a word of a question of another program costs nothing of it."""
    kind, own = BROUGHT[name]
    item = from_fields(kind, {"id": "q", "stem": "What?", **own}, ferry().map)
    assert item.own().keys() == own.keys()

    assert read_back(item, ferry().map, qtbot) == item


def test_pairs_of_words_are_added_changed_and_taken_out(qtbot: QtBot) -> None:
    """A pairing that was brought in is edited like any other kind, and its weights go along."""
    kind, own = BROUGHT["pairs that weigh"]
    form = form_for(from_fields(kind, {"id": "q", **own}, ferry().map), ferry().map)
    qtbot.addWidget(form)
    assert isinstance(form, PairsForm)
    next(b for b in form.findChildren(Button) if b.accessibleName() == "Add a pair").click()
    for line, words in zip(form._pairs[2].lines, ("owl", "tree"), strict=True):
        QTest.keyClicks(line, words)

    form.drop(form._pairs[0])
    form.drop(form._pairs[0])  # of two pairs none can be taken out

    assert form.record() == {
        "rows": [{"text": "fox", "with": "den"}, {"text": "owl", "with": "tree"}],
        "extra": ["nest", "hive"],
        "weights": ["2", "1"],
    }


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
