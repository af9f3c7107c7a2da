"""The JSON Schema of a bank, against the reader."""

import re
from typing import Any

import nestedtext as nt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank import schema
from quizapp.bank.layout import BANK
from quizapp.bank.write import tree
from quizapp.fields import Findings
from quizapp.items import KINDS
from tests.bank.test_problems import ERRORS
from tests.examples import TEXT, changed, ferry


def fits(value: Any, shape: dict[str, Any]) -> bool:
    """Whether a value fits a schema, for the words of JSON Schema that ours uses."""
    known = {
        "$schema", "title", "description", "type", "enum", "const", "pattern", "items", "minItems",
        "properties", "required", "additionalProperties", "anyOf", "oneOf",
    }  # fmt: skip
    assert set(shape) <= known, set(shape) - known
    if "anyOf" in shape:
        return any(fits(value, one) for one in shape["anyOf"])
    if "oneOf" in shape:
        return sum(fits(value, one) for one in shape["oneOf"]) == 1
    if "enum" in shape or "const" in shape:
        return value in shape.get("enum", [shape.get("const")])
    return {"string": _text, "array": _list, "object": _record}[shape["type"]](value, shape)


def _text(value: Any, shape: dict[str, Any]) -> bool:
    return isinstance(value, str) and re.search(shape.get("pattern", ""), value) is not None


def _list(value: Any, shape: dict[str, Any]) -> bool:
    whole = isinstance(value, list) and len(value) >= shape.get("minItems", 0)
    return whole and all(fits(entry, shape["items"]) for entry in value)


def _record(value: Any, shape: dict[str, Any]) -> bool:
    if not isinstance(value, dict) or not set(shape.get("required", ())) <= set(value):
        return False
    others, own = shape["additionalProperties"], shape.get("properties", {})
    return all(
        fits(entry, own[name]) if name in own else bool(others) and fits(entry, others)
        for name, entry in value.items()
    )


def test_the_example_fits_the_schema() -> None:
    """An editor that knows the schema accepts what the program accepts."""
    assert fits(nt.loads(TEXT, top="dict"), schema())


def test_what_the_program_writes_fits_the_schema() -> None:
    """So do saved banks."""
    assert fits(tree(ferry()), schema())


SHAPES = {
    "not-text", "bad-id", "bad-id, empty", "unknown-value", "unknown-value, format",
    "unknown-value, rater", "not-yes-no", "bad-number", "bad-number, odd", "bad-number, list",
    "not-list", "short-list", "not-record", "not-record, article", "not-record, rater",
    "unknown-field", "unknown-field, any", "missing-field", "missing-field, kind", "empty-field",
    "not-list, any", "not-list, no sets", "no-words", "no-words, empty list",
    "no-words, in a list", "missing-field, words", "empty-field, words", "unknown-kind",
    "empty-field, option", "missing-field, key", "bad-id, key", "missing-field, options",
    "not-list, options",
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(SHAPES))
def test_what_has_the_wrong_shape_does_not_fit_the_schema(code: str) -> None:
    """The editor underlines what the program would refuse."""
    text = changed(*ERRORS[code]).replace("¦", "")

    assert not fits(nt.loads(text, top="dict"), schema())


@pytest.mark.parametrize("code", sorted(ERRORS.keys() - SHAPES - {"bad-number, high"}))
def test_what_only_the_whole_bank_can_show_fits_the_schema(code: str) -> None:
    """The schema speaks of shapes; references and standings are the program's to check."""
    text = changed(*ERRORS[code]).replace("¦", "")

    assert fits(nt.loads(text, top="dict"), schema())


def test_every_field_of_the_layout_is_in_the_schema() -> None:
    """A field that is added to the reader is added to the schema."""
    properties = schema()["properties"]

    assert list(properties) == [field.name for field in BANK.fields]
    variants = properties["items"]["items"]["oneOf"]
    assert {variant["properties"]["kind"]["const"] for variant in variants} == set(KINDS)


TREES = st.recursive(
    st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(TREES, st.sampled_from(sorted(field.name for field in BANK.fields)))
def test_the_schema_and_the_reader_agree_on_any_field(value: Any, name: str) -> None:
    """Neither accepts a shape that the other refuses."""
    field = next(field for field in BANK.fields if field.name == name)
    findings = Findings()

    BANK.read({**tree(ferry()), name: value}, (), findings)

    assert fits(value, schema()["properties"][name]) == (not findings.found), (field, value)
