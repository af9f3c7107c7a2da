"""What the documents say, held to the program."""

import re
import shlex
from pathlib import Path

import pytest

from quizapp.cli import COMMANDS, parser
from quizapp.quiz import LABELS, RIGHT, WRONG
from quizapp.report import signed
from quizapp.ui.player.keys import quiz_keys, review_keys

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMAND = re.compile(r"(?:^    |`)(quizapp(?: [^`\n]+)?)(?:$|`)", re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|srcset)=\"([^\"]+)\"")
GUIDE = (ROOT / "docs" / "user-guide.md").read_text("utf-8")


def commands() -> list[str]:
    """Every command of ours that a page shows, in a block or in a sentence."""
    found = (one for page in PAGES for one in COMMAND.findall(page.read_text("utf-8")))
    return sorted({one.partition("  ")[0] for one in found})  # two spaces: a caption follows


def headings(page: Path) -> set[str]:
    """The anchors of a page, as GitHub and GitLab make them from its headings."""
    titles = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-") for title in titles}


def cells(section: str) -> list[list[str]]:
    """The rows of all tables below a heading of the user guide, without their heads."""
    text = GUIDE.split(f"\n## {section}\n")[1].split("\n## ")[0]
    rows = [line for line in text.splitlines() if line.startswith("|")]
    kept = [row for n, row in enumerate(rows) if "---" not in "".join(rows[n : n + 2])]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in kept]


@pytest.mark.parametrize("command", commands())
def test_every_command_that_is_shown_can_be_typed(command: str) -> None:
    """Whoever copies a command from a page is not told that it does not exist."""
    _name, *words = shlex.split(command)

    if words and words[0] in COMMANDS:
        assert parser().parse_args(words).run
    else:
        assert len(words) < 2, "the window takes one bank at most"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    """No link or picture within the project is dead, and no anchor is missing."""
    links = ["".join(pair) for pair in LINK.findall(page.read_text("utf-8"))]
    dead = []
    for link in (one for one in links if "://" not in one):
        file, _hash, anchor = link.partition("#")
        target = page.parent / file if file else page
        if not target.exists() or (anchor and anchor not in headings(target)):
            dead.append(link)

    assert dead == []


def test_the_guide_has_the_keys_that_the_screens_show() -> None:
    """The table of keys is the one behind F1, neither more nor less."""
    assert cells("Keys") == [list(pair) for pair in (*quiz_keys(), *review_keys())]


@pytest.mark.parametrize("name", ["user-guide.md", "scoring.md"])
def test_the_certainty_marks_are_those_that_are_given(name: str) -> None:
    """A reader decides how sure to be by the marks that they will get."""
    text = (ROOT / "docs" / name).read_text("utf-8")
    rows = [
        f"| {level} | {title} | {signed(RIGHT[level])} | {signed(WRONG[level])} |"
        for level, title in LABELS.items()
    ]

    assert "\n".join(rows) in text


def test_the_readme_names_every_target() -> None:
    """What `make help` lists can be looked up, and nothing else is promised."""
    targets = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    named = re.findall(r"make ([a-z]+)", (ROOT / "README.md").read_text("utf-8"))

    assert set(named) == set(targets) - {"help"}
