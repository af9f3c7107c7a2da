from decimal import Decimal
from typing import Any

import pytest

from quizapp.fields import ID, IDS, TEXT, YES_NO, Field, Findings, ListOf, Number, Record, Shape

PEAR = Record("pear", (Field("id", ID, required=True, doc="its name"), Field("ripe", YES_NO)))


def read(shape: Shape, value: Any) -> tuple[Any, list[tuple[tuple[str | int, ...], str]]]:
    """What a shape makes of a value, and the path and code of each problem."""
    findings = Findings()
    return shape.read(value, (), findings), [(p.path, p.code) for p in findings.found]


def test_a_fitting_value_is_read_without_a_word() -> None:
    """Nothing is said about what is right."""
    assert read(PEAR, {"id": "a", "ripe": "yes"}) == ({"id": "a", "ripe": True}, [])
    assert read(IDS, ["a", "b"]) == (("a", "b"), [])


def test_absent_fields_have_their_default() -> None:
    """Whoever builds from a record finds every field in it."""
    assert read(PEAR, {"id": "a"}) == ({"id": "a", "ripe": ""}, [])
    assert read(PEAR, {"id": "A"})[0] == {"id": "", "ripe": ""}


def test_every_problem_of_a_record_is_found() -> None:
    """One look is enough."""
    assert read(PEAR, {"ripe": "perhaps", "size": "3"})[1] == [
        (("size",), "unknown-field"), ((), "missing-field"), (("ripe",), "not-yes-no"),
    ]  # fmt: skip


def test_a_list_keeps_what_fits_and_says_where_the_rest_was() -> None:
    """A later problem with the second entry that was kept is placed at the third in the file."""
    findings = Findings()

    assert ListOf(PEAR).read([{"id": "a"}, "x", {"id": "b"}], ("pears",), findings) == (
        {"id": "a", "ripe": ""}, {"id": "b", "ripe": ""},
    )  # fmt: skip
    assert findings.in_file(("pears", 1, "id")) == ("pears", 2, "id")
    assert findings.in_file(("pears", 0)) == ("pears", 0)


@pytest.mark.parametrize("text", ["0", "1", "-1", "0.5", "-0.000000001"])
def test_a_plain_decimal_is_a_number(text: str) -> None:
    """It means exactly what it says."""
    assert read(Number(Decimal(-1), Decimal(1)), text) == (Decimal(text), [])


@pytest.mark.parametrize(
    "value", ["", "1.0000000001", "2", "-2", "1e0", "NaN", "Infinity", "1_0", " 1", "٣", "9" * 99]
)
def test_other_ways_to_write_a_number_are_refused(value: Any) -> None:
    """Nobody has to guess what was meant."""
    assert read(Number(Decimal(-1), Decimal(1)), value) == (None, [((), "bad-number")])


@pytest.mark.parametrize("value", ["", "A", "a b", "ä", "a\n", "a.b"])
def test_an_id_has_small_letters_digits_and_dashes_only(value: str) -> None:
    """It can stand in any file, address and table."""
    assert read(ID, value) == (None, [((), "bad-id")])


def test_a_message_does_not_repeat_a_page() -> None:
    """A long value is cut in what is said about it."""
    findings = Findings()

    ID.read("X" * 500, (), findings)

    assert len(findings.found[0].what) < 100


def test_a_message_has_the_right_article() -> None:
    """“An option” and “a pear” are both English."""
    findings = Findings()
    Record("option", (Field("id", TEXT),)).read("x", (), findings)
    PEAR.read("x", (), findings)

    assert [p.what for p in findings.found] == [
        "An option is expected here.", "A pear is expected here.",
    ]  # fmt: skip


def test_a_missing_field_is_asked_for_with_what_it_is() -> None:
    """The author learns what to write."""
    findings = Findings()
    PEAR.read({}, (), findings)

    assert findings.found[0].remedy == "Add id: its name."
