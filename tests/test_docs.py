"""The documents say what the program does."""

import re
from pathlib import Path

import pytest

from quizapp.app.bank_files import examine_path
from quizapp.bank import schema
from quizapp.items import KINDS

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "bank-format.md").read_text("utf-8")


def files_of_the_example() -> dict[str, str]:
    """The files that the page prints, by name."""
    return dict(re.findall(r"^```\w+ (\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))


def names(of: object) -> set[str]:
    """Every name of a field in a JSON Schema."""
    if isinstance(of, list):
        return set().union(*map(names, of))
    if not isinstance(of, dict):
        return set()
    return set(of.get("properties", ())) | names(list(of.values()))


def test_the_example_of_the_bank_format_can_be_copied_and_taken(tmp_path: Path) -> None:
    """Whoever copies the page begins with a bank that works."""
    for name, text in files_of_the_example().items():
        (tmp_path / name).write_text(text, "utf-8")

    reading = examine_path(tmp_path)

    assert reading.bank is not None, [str(problem) for problem in reading.problems]
    assert [p for p in reading.problems if p.code != "unbalanced"] == []
    assert len(reading.bank.items) == 5


def test_the_bank_format_names_every_field_and_every_kind() -> None:
    """Nothing that the program reads has to be guessed."""
    told = set(re.findall(r"`([a-z0-9_]+)`", PAGE)) | {"before", "words", "after", "any"}

    assert names(schema()) - told == set()
    assert KINDS.keys() - told == set()


@pytest.mark.parametrize(
    "page", [*sorted(ROOT.glob("docs/*.md")), ROOT / "README.md"], ids=lambda page: page.name
)
def test_links_between_the_documents_lead_somewhere(page: Path) -> None:
    """Nobody who reads on meets a page that is not there."""
    text = page.read_text("utf-8")
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)

    assert [target for target in targets if not (page.parent / target).exists()] == []
