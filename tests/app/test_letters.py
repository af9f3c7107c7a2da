"""Letters of a class: who gets one, what it says, and what its file is called."""

from pathlib import Path

import pytest

from quizapp.app.classes import Classes
from quizapp.app.letters import letters
from quizapp.classroom.book import Classroom
from quizapp.drawing.result_pages import result_pdf
from quizapp.store import Store
from tests.app.test_classes import KEYS, Watch, classes, nine, out, sat
from tests.drawing.pages import texts

__all__ = ["classes", "nine"]


@pytest.mark.usefixtures("qapp")
def test_a_letter_has_the_result_and_every_key_with_its_why(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """Who handed in gets one under their own name; who did not gets none."""
    made = out(classes, nine)
    classes.collect([sat(tmp_path, made, n) for n in (0, 3)], KEYS)

    first, second = letters(store, classes.gradebook(nine), Watch())

    title = "The ferry that stayed"
    assert (first.name, second.name) == (f"Ada - {title}", f"Twin (2) - {title}")
    pages = "\n".join(texts(result_pdf(first.result, first.answers, first.reasons)))
    flat = "".join(pages.split())
    assert "Ada,handedin" in flat
    assert "Inthegradebook:1.5of13.5points,11%." in flat
    assert "Why:Herofficegivespermitsandtakesthemaway." in flat
    lines = [line for lines in first.reasons.values() for line in lines]
    assert any(line.startswith("Paragraph ") for line in lines)
    assert all("".join(line.split()) in flat for line in lines if len(line) < 60)


def test_odd_names_give_files_of_their_own(classes: Classes, tmp_path: Path, store: Store) -> None:
    """No name leads out of the folder, and two that look alike on disk stay two."""
    one = classes.add("odd", ["../a", "..:a", "a" * 300, ""])
    made = out(classes, one)
    classes.collect([sat(tmp_path, made, n) for n in range(3)], KEYS)

    names = [letter.name for letter in letters(store, classes.gradebook(one), Watch())]

    assert len(set(names)) == 3
    assert all(len(name) <= 90 and not set(name) & set("/\\:.") for name in names)
