"""`quizapp contests`."""

import json
from pathlib import Path

from quizapp.app import contests
from quizapp.claims import Standing
from quizapp.store import Store
from tests.cli.conftest import Quizapp
from tests.examples import FERRY
from tests.taking import BEGAN, begun


def filed(data_folder: Path) -> None:
    """Two contests in the user's database."""
    data_folder.mkdir(exist_ok=True)
    store = Store(data_folder / "quizapp.db")
    begun(store).submit()
    for id_, item, places in (("4f2a", "how-sold", ("p4s1",)), ("9c1d", "how-faults", ("none",))):
        contests.file(store, "a1", item, places, Standing.DENIED, "so it reads", BEGAN, id_)
    store.close()


def test_contests_are_listed_with_words_and_reason(quizapp: Quizapp, data_folder: Path) -> None:
    """A teacher can judge without opening anything else."""
    assert "Nobody has contested anything" in quizapp("contests", FERRY).out
    filed(data_folder)

    done = quizapp("contests", FERRY)
    told = json.loads(quizapp("contests", FERRY, "--json").out)

    assert "me, question “how-sold”: open" in done.out
    assert "    proposes: Denied\n    because: so it reads\n    points at: According to" in done.out
    assert "points at: nothing in the article shows it" in done.out
    assert [(one["id"], one["state"], one["decided"]) for one in told] == [
        ("4f2a", "open", None), ("9c1d", "open", None),
    ]  # fmt: skip


def test_a_contest_is_accepted_or_declined_with_words(quizapp: Quizapp, data_folder: Path) -> None:
    """The decision is kept with its reason, and the way to change the bank is said."""
    filed(data_folder)

    accepted = quizapp("contests", FERRY, "--accept", "4f", "You read it rightly.")
    declined = quizapp("contests", FERRY, "--decline", "9c1d", "The report lists them.")

    assert f"quizapp regrade {FERRY}" in accepted.out
    assert "answer: You read it rightly." in accepted.out
    assert "regrade" not in declined.out
    told = json.loads(quizapp("contests", FERRY, "--json").out)
    assert [one["state"] for one in told] == ["accepted", "declined"]
    again = quizapp("contests", FERRY, "--decline", "4f2a", "No.")
    assert (again.status, "decided before" in again.err) == (2, True)
    unknown = quizapp("contests", FERRY, "--accept", "zzz", "Yes.")
    assert (unknown.status, "no contest “zzz”" in unknown.err) == (2, True)
