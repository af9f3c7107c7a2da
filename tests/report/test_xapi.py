"""Statements of the Experience API: each kind by its interaction type, and ids that follow."""

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.items import Item
from quizapp.report.xapi import _interaction, _pattern, duration, statements
from quizapp.store import Store
from tests.examples import ferry
from tests.taking import begun


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty database."""
    opened = Store(tmp_path / "quizapp.db", busy_ms=200)
    yield opened
    opened.close()


NAMED = {
    "single_choice": "choice", "multiple_response": "choice", "true_false": "true-false",
    "standing": "choice", "evidence": "other", "standing_with_evidence": "other",
    "scope": "choice", "match": "matching", "order": "sequencing", "categorise": "matching",
    "short_answer": "fill-in", "numeric": "numeric", "cloze": "fill-in",
    "overstatement": "choice",
}  # fmt: skip


@pytest.mark.parametrize("item", [i for i in ferry().items if i.scored], ids=lambda i: i.id)
def test_every_kind_is_an_interaction_with_its_components(item: Item) -> None:
    """And its key is written in them."""
    kind, parts = _interaction(item, "en")

    assert kind == NAMED[item.kind]
    needed = {"choice": {"choices"}, "sequencing": {"choices"}, "matching": {"source", "target"}}
    assert set(parts) == needed.get(kind, set())
    ids = {one["id"] for listed in parts.values() for one in listed}
    if kind in ("choice", "sequencing"):
        assert set(_pattern(item, item.key()).split("[,]")) <= ids
    if kind == "matching":
        pairs = [pair.split("[.]") for pair in _pattern(item, item.key()).split("[,]")]
        assert {id_ for pair in pairs for id_ in pair} <= ids


def test_an_attempt_says_what_was_answered_and_that_it_was_completed(store: Store) -> None:
    """With score, response, how sure, and when; the reader is an account without a name."""
    sitting = begun(store)
    sitting.answer("who", ("harbour",), 2)
    sitting.submit()

    answered, completed = statements(sitting.bank, sitting.attempt, "https://school.example")

    assert answered["actor"]["account"] == {"homePage": "https://school.example", "name": "me"}
    assert answered["result"]["score"] == {"scaled": 1.0}
    assert answered["result"]["response"] == "harbour"
    assert answered["object"]["definition"]["correctResponsesPattern"] == ["harbour"]
    assert list(answered["result"]["extensions"].values()) == [2, 3]
    assert completed["result"]["completion"]
    assert completed["result"]["score"]["raw"] == 1.5
    assert completed["context"]["registration"] == answered["context"]["registration"]


def test_the_same_attempt_makes_the_same_ids_and_a_regrade_makes_others(store: Store) -> None:
    """So sending twice stores once, and marks that changed are not lost."""
    sitting = begun(store)
    sitting.answer("who", ("harbour",), None)
    sitting.submit()
    attempt = sitting.attempt

    def ids(one: object) -> list[str]:
        return [s["id"] for s in statements(sitting.bank, one)]  # type: ignore[arg-type]

    assert ids(attempt) == ids(attempt)
    assert not set(ids(attempt)) & set(ids(replace(attempt, marked_by="other")))
    assert all(uuid.UUID(id_).version == 5 for id_ in ids(attempt))


def test_an_open_attempt_says_nothing_yet(store: Store) -> None:
    """It may still change."""
    sitting = begun(store)
    sitting.answer("who", ("harbour",), None)

    assert list(statements(sitting.bank, sitting.attempt)) == []


@pytest.mark.parametrize(
    ("seconds", "told"), [(0, "PT0S"), (4.5, "PT4.5S"), (184, "PT3M4S"), (7205.25, "PT2H5.25S")]
)
def test_durations_are_written_as_iso_8601_has_them(seconds: float, told: str) -> None:
    """To a hundredth of a second."""
    assert duration(timedelta(seconds=seconds)) == told
