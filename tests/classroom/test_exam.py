"""The form of an exam: everything that can be answered, and nothing that tells a key."""

from random import Random

import pytest

from quizapp.bank import Bank, canonical
from quizapp.classroom.canonical import UnreadableError
from quizapp.classroom.exam import Link, exam_bank, exam_form, is_exam_form
from quizapp.items import KINDS, Item
from quizapp.text import words
from tests.examples import ferry
from tests.kinds import kinds

BANKS = [ferry(), kinds()]
ITEMS = [(bank, item) for bank in BANKS for item in bank.items]


def form(bank: Bank, seed: int = 1) -> tuple[Bank, Link]:
    """The bank that a student has, and what leads back from it."""
    data, link = exam_form(bank, bank.items, "x1", Random(seed))
    return exam_bank(data), link


def there(bank: Bank, item: Item) -> str:
    """The id of an item in the form."""
    return f"q{bank.items.index(item) + 1}"


def inverse(link: Link, id_: str, item: Item) -> tuple[str, ...]:
    """The item's key as a student would have to answer it in the form."""
    names = {old: new for new, old in link.items[id_][1].items()}
    parts = []
    for part in item.key():
        row, space, column = part.partition(" ")
        gap, equals, words = part.partition("=")
        if part in names:
            parts.append(names[part])
        elif space and row in names:
            parts.append(f"{names[row]} {names[column]}")
        elif equals and gap in names:
            parts.append(f"{names[gap]}={words}")
        else:
            parts.append(part)
    return tuple(parts)


def test_every_kind_has_a_form() -> None:
    """A kind that is added later is not forgotten here."""
    assert {item.kind for _bank, item in ITEMS} == set(KINDS)


@pytest.mark.parametrize(("bank", "item"), ITEMS, ids=lambda one: getattr(one, "id", ""))
def test_a_right_answer_in_the_form_is_right_in_the_bank(bank: Bank, item: Item) -> None:
    """What a student answers under drawn ids earns what it would have earned under the own ones."""
    _posed, link = form(bank)
    id_ = there(bank, item)

    given = link.response(id_, inverse(link, id_, item))

    assert link.item(id_) == item.id
    assert item.credit(given) == (1.0 if item.scored else 0.0)


@pytest.mark.parametrize(
    ("bank", "item"),
    [
        one for one in ITEMS if one[1].kind != "order"
    ],  # its key is an order, and the form’s is drawn
    ids=lambda one: getattr(one, "id", ""),
)
def test_nothing_in_the_form_earns_anything(bank: Bank, item: Item) -> None:
    """The student's program itself cannot tell a right answer from a wrong one."""
    posed, link = form(bank)
    id_ = there(bank, item)

    assert posed.item[id_].credit(inverse(link, id_, item)) == 0.0
    assert posed.item[id_].plain(()) != ""


@pytest.mark.parametrize("bank", BANKS, ids=["ferry", "kinds"])
def test_the_form_holds_nothing_of_the_bank_but_what_is_shown(bank: Bank) -> None:
    """No id, reason, feedback, source or hash of the bank is in the file."""
    data, _link = exam_form(bank, bank.items, "x1", Random(1))
    told = {
        *(item.id for item in bank.items),
        *(claim.id for claim in bank.map.claims),
        *(claim.why for claim in bank.map.claims),
        *(item.feedback for item in bank.items),
        bank.article.sha256,
        bank.id,
    }

    shown = {"gaps", *(word for item in bank.items for word in words(item.plain(())))}
    hidden = {one for one in told if len(one) > 3 and one not in shown}

    assert len(hidden) > 15
    assert [one for one in hidden if f'"{one}"'.encode() in data] == []


def test_two_forms_of_one_bank_draw_other_orders() -> None:
    """A list of right places from one pack says nothing about another."""
    first, second = (exam_form(ferry(), ferry().items, "x", Random(seed))[0] for seed in (1, 2))

    assert first != second


def test_the_form_is_kept_as_it_came() -> None:
    """Its canonical form is its own bytes, so that an attempt is pinned to them."""
    data, link = exam_form(ferry(), ferry().items, "x1", Random(1))

    assert canonical(exam_bank(data)) == data
    assert is_exam_form(data)
    assert not is_exam_form(canonical(ferry()))
    assert Link.restored(link.stored()) == link


@pytest.mark.parametrize("data", [b"{}", b'{"exam":{}}', b'{"exam":{"id":1}}', b"x"])
def test_a_damaged_form_is_refused(data: bytes) -> None:
    """The student is told to ask for the pack again."""
    with pytest.raises(UnreadableError):
        exam_bank(data)


def test_the_picture_beside_a_question_goes_along_under_a_name_that_says_nothing() -> None:
    """The file’s own name could tell the key; the picture and its words do not."""
    bank = ferry()
    data, _link = exam_form(bank, (bank.item["named"],), "f1", Random(1))

    taken = exam_bank(data)

    (item,) = taken.items
    assert taken.picture(item) == bank.picture(bank.item["named"])
    assert item.picture is not None
    assert item.picture.alternative == "A rudder"
    assert b"rudder.png" not in data
