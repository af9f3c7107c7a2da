"""A blind second key, kept answer by answer."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.app.keying import FOLDER, Keying
from quizapp.bank import Bank
from quizapp.claims import ClaimMap, Standing
from quizapp.errors import QuizappError
from tests.examples import ferry


def keying(folder: Path, bank: Bank | None = None, name: str = "Ada", seed: int = 7) -> Keying:
    """A keying in this folder, as it is when the program starts."""
    return Keying(bank or ferry(), name, folder, seed)


def draft(folder: Path) -> Path:
    """The file in which it is kept."""
    (file,) = (folder / FOLDER).glob("*.json")
    return file


def test_every_claim_is_asked_once_foils_too_in_a_drawn_order(tmp_path: Path) -> None:
    """The order of the file gives nothing away."""
    orders = {keying(tmp_path, seed=seed).order for seed in range(9)}

    assert len(orders) == 9
    assert {frozenset(order) for order in orders} == {frozenset(ferry().map.claim)}
    assert keying(tmp_path).order == keying(tmp_path).order


def test_a_key_goes_on_where_it_was_left(tmp_path: Path) -> None:
    """A closed terminal costs nothing."""
    first = keying(tmp_path)
    assert not first.resumed
    first.give(Standing.ASSERTED)
    first.give(Standing.UNKNOWN)

    again = keying(tmp_path, seed=99)

    assert (again.resumed, again.place, again.order) == (True, 2, first.order)
    assert again.standings == first.standings
    assert not keying(tmp_path, name="Bo").resumed


def test_one_can_go_back_and_think_again(tmp_path: Path) -> None:
    """The second thought replaces the first."""
    asked = keying(tmp_path)
    asked.back()
    asked.give(Standing.ASSERTED)
    asked.back()
    asked.give(Standing.DENIED)

    assert keying(tmp_path).standings == {asked.order[0]: Standing.DENIED}


def test_a_whole_key_goes_into_the_bank_and_the_draft_goes(tmp_path: Path) -> None:
    """The bank keeps both keys, and nothing is left over."""
    asked = keying(tmp_path)
    while asked.claim is not None:
        with pytest.raises(QuizappError, match="no standing yet"):
            asked.keyed()
        asked.give(Standing.ASSERTED)
    with pytest.raises(ValueError, match="every claim is keyed"):
        asked.give(Standing.ASSERTED)

    bank = asked.keyed()
    asked.forget()
    asked.forget()

    assert bank.raters[-1].name == "Ada"
    assert {standing for _claim, standing in bank.raters[-1].standings} == {"asserted"}
    assert len(bank.raters[-1].standings) == len(ferry().map.claims)
    assert not keying(tmp_path).resumed


def test_a_claim_that_was_rewritten_is_asked_again_and_others_are_not(tmp_path: Path) -> None:
    """A key is for the words that were read."""
    asked = keying(tmp_path)
    for _ in range(3):
        asked.give(Standing.ASSERTED)
    gone = asked.order[1]
    claims = tuple(
        replace(c, text="Something else.") if c.id == gone else c for c in ferry().map.claims
    )

    again = keying(tmp_path, replace(ferry(), map=replace(ferry().map, claims=claims)))

    assert again.standings.keys() == {asked.order[0], asked.order[2]}
    assert again.claim is not None
    assert again.claim.id == gone


@pytest.mark.parametrize("damage", ["article", "noise", "standing", "shape"])
def test_a_draft_that_does_not_fit_is_set_aside_and_said(tmp_path: Path, damage: str) -> None:
    """A key to another text is not passed off as one to this, nor thrown away."""
    keying(tmp_path).give(Standing.ASSERTED)
    file = draft(tmp_path)
    told = json.loads(file.read_text("utf-8"))
    (id_,) = told["standings"]
    damaged = {
        "article": json.dumps(told | {"article": "another"}),
        "noise": "{",
        "standing": json.dumps(told | {"standings": {id_: ["maybe", "words"]}}),
        "shape": json.dumps(told | {"standings": []}),
    }[damage].replace('"words"', json.dumps(ferry().map.claim[id_].text))
    file.write_text(damaged, "utf-8")

    again = keying(tmp_path)

    assert (again.set_aside, again.resumed, again.standings) == (True, False, {})
    assert file.with_suffix(".old").read_text("utf-8") == damaged


def test_a_name_that_is_taken_or_empty_is_refused_before_the_first_claim(tmp_path: Path) -> None:
    """Nobody keys forty claims to hear that at the end."""
    with pytest.raises(QuizappError, match="has keyed this bank already"):
        keying(tmp_path, name="Second Reader")
    with pytest.raises(QuizappError, match="Give the rater a name"):
        keying(tmp_path, name="  ")


def test_a_bank_without_claims_has_nothing_to_key(tmp_path: Path) -> None:
    """The message says so, instead of an empty screen."""
    bank = replace(ferry(), map=ClaimMap(ferry().article), items=())

    with pytest.raises(QuizappError, match="no claims to key"):
        keying(tmp_path, bank)


def test_an_answer_that_cannot_be_kept_is_not_shown_as_given(tmp_path: Path) -> None:
    """What is on the screen is on the disk."""
    (tmp_path / FOLDER).write_text("a file in the way", "utf-8")
    asked = keying(tmp_path)

    with pytest.raises(QuizappError, match="was not saved"):
        asked.give(Standing.ASSERTED)

    assert (asked.place, asked.standings) == (0, {})


def test_names_of_any_script_have_files_of_their_own(tmp_path: Path) -> None:
    """Two raters never share a draft, whatever they are called."""
    for name in ("Олена", "Оксана", "../..", "a/b", "A B"):
        keying(tmp_path, name=name).give(Standing.ASSERTED)

    assert len(list((tmp_path / FOLDER).iterdir())) == 5
    assert keying(tmp_path, name="ОЛЕНА").resumed
