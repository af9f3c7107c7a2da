"""What the documents say about formats, held to the literal that names them."""

import re
from pathlib import Path

from quizapp.formats import FORMATS

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")


def test_the_table_of_formats_is_the_registry() -> None:
    """Whoever looks for a format finds it, with what can be done with it."""
    table = re.split(r"<!-- formats: (?:begin|end) -->", PAGE)[1]
    rows = table.strip().splitlines()[2:]

    assert rows == [
        f"| `{one.id}` | {one.title} | {'yes' if one.read else 'no'} | "
        f"{'yes' if one.write else 'no'} | {' '.join(one.suffixes)} |"
        for one in FORMATS.values()
    ]


def test_every_loss_is_told() -> None:
    """What the program says before it exports stands on the page as well."""
    told = [loss for one in FORMATS.values() for loss in one.losses]

    assert told
    assert [loss for loss in told if loss not in PAGE] == []


def test_every_format_can_be_told_from_its_content() -> None:
    """A format that is read has a way to be recognised."""
    assert [one.id for one in FORMATS.values() if one.read and not one.recognise] == []
