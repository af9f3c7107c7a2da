from pathlib import Path

from quizapp.app.authoring.searching import Finder
from quizapp.app.bank_files import shipped
from tests.examples import FERRY


def test_items_are_found_by_words_in_any_order() -> None:
    """Every word must stand in the question, its options, its feedback or its tags."""
    finder = Finder((FERRY, *shipped()))

    found = finder.find("Permit WITHDRAWN")

    assert found
    assert {one.bank for one in found} == {"ferry"}
    assert finder.find("withdrawn permit") == found
    assert finder.find("permit zeppelin") == ()
    assert finder.find("  ") == ()


def test_a_bank_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    """One broken bank does not keep the others from being found."""
    (tmp_path / "bank.nt").write_text("no bank")

    assert Finder((tmp_path, FERRY)).find("permit")
