"""Cards are remembered between starts, and computed anew as soon as anything could differ."""

import json
import shutil
from pathlib import Path

import pytest

from quizapp.app.card_cache import FILE, CardCache
from quizapp.app.cards import BankCard
from quizapp.app.library import Library
from quizapp.store import Store
from tests.examples import FERRY
from tests.taking import begun


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example bank."""
    return shutil.copytree(FERRY, tmp_path / "ferry")


def card(folder: Path, cache: Path, store: Store) -> BankCard:
    """The folder's card as a start of the program finds it."""
    (found,) = Library([folder], CardCache(cache)).cards(store, "me")
    assert isinstance(found, BankCard)
    return found


def test_a_second_start_shows_the_same_card_without_parsing(
    tmp_path: Path, folder: Path, store: Store
) -> None:
    """The file says what was shown; a bank that is gone from the disk's cache is not needed."""
    first = card(folder, tmp_path / FILE, store)
    library = Library([folder], CardCache(tmp_path / FILE))

    assert library.cards(store, "me") == (first,)
    assert not library._read


def test_an_answer_and_an_edit_are_seen_at_once(tmp_path: Path, folder: Path, store: Store) -> None:
    """What is remembered never hides what has changed since."""
    before = card(folder, tmp_path / FILE, store)
    sitting = begun(store)
    begun_card = card(folder, tmp_path / FILE, store)
    sitting.answer(sitting.items[1].id, sitting.items[1].key(), 2)
    answered = card(folder, tmp_path / FILE, store)
    text = (folder / "bank.nt").read_text("utf-8")
    (folder / "bank.nt").write_text(text.replace("title: ", "title: New ", 1), "utf-8")
    edited = card(folder, tmp_path / FILE, store)

    assert (before.state, begun_card.state) == ("new", "open")
    assert (begun_card.answered, answered.answered) == (0, 1)
    assert edited.title == f"New {before.title}"


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"program": "0"}', "half"])
def test_a_damaged_cache_costs_only_time(
    tmp_path: Path, folder: Path, store: Store, damage: str
) -> None:
    """Whatever stands in the file, the cards are right."""
    cache = tmp_path / FILE
    right = card(folder, cache, store)
    whole = json.loads(cache.read_text("utf-8"))
    for entry in whole["folders"].values():
        entry["cards"] = {name: {"bar": 1} for name in entry["cards"]}
    cache.write_text(json.dumps(whole) if damage == "half" else damage, "utf-8")

    assert card(folder, cache, store) == right


def test_a_cache_that_cannot_be_written_is_done_without(folder: Path, store: Store) -> None:
    """A full disk does not keep home from opening."""
    nowhere = Path("/proc/nowhere") / FILE

    assert card(folder, nowhere, store).title
