"""What the documents say, held to the program."""

import argparse
import re
import shlex
import tomllib
from pathlib import Path

import pytest

from quizapp.app.library import open_bank, shipped
from quizapp.cli import COMMANDS, parser
from quizapp.items import KINDS
from quizapp.quiz import LABELS, RIGHT, WRONG
from quizapp.quiz.discernment import FLOOR
from quizapp.report import signed
from quizapp.text import words
from quizapp.ui.player.keys import practice_keys, quiz_keys, review_keys

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMAND = re.compile(r"(?:^    |`)(quizapp(?: [^`\n]+)?)(?:$|`)", re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|srcset)=\"([^\"]+)\"")
GUIDE = (ROOT / "docs" / "user-guide.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
MODULE = re.compile(r"`(\w+/[\w/]+\.py)`")


def commands() -> list[str]:
    """Every command of ours that a page shows, in a block or in a sentence."""
    found = (one for page in PAGES for one in COMMAND.findall(page.read_text("utf-8")))
    return sorted({one.partition("  ")[0] for one in found})  # two spaces: a caption follows


def headings(page: Path) -> set[str]:
    """The anchors of a page, as GitHub and GitLab make them from its headings."""
    titles = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-") for title in titles}


def cells(section: str, page: str = GUIDE) -> list[list[str]]:
    """The rows of all tables below a heading of a page, of the user guide if none is named."""
    _before, mark, after = re.split(rf"(?m)^(##+) {re.escape(section)}$", page)
    text = re.split(rf"(?m)^#{{1,{len(mark)}}} ", after)[0]
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
    assert cells("Keys") == [
        list(pair) for pair in (*quiz_keys(), *practice_keys(), *review_keys())
    ]


def test_the_guide_says_how_every_kind_is_answered() -> None:
    """No reader meets a question of which the guide does not say how it is answered."""
    named = [name for row in cells("Kinds of question") for name in row[0].split(" · ")]

    assert sorted(named) == sorted(kind.title for kind in KINDS.values())


def test_the_guide_has_the_banks_as_they_are() -> None:
    """Whoever chooses a bank by its length and its balance gets what was promised."""
    banks = [open_bank(folder) for folder in shipped()]
    facts = [
        [
            bank.title,
            str(len(words(bank.article.text))),
            str(sum(item.scored for item in bank.items)),
            f"{bank.balance.confirmed} of {bank.balance.total}",
        ]
        for bank in banks
    ]

    assert sorted([row[0], *row[3:]] for row in cells("Which bank trains what")) == sorted(facts)


def test_three_practice_banks_carry_a_verdict_and_two_do_not() -> None:
    """The guide sends nobody through a third bank for nothing, or home with one too few."""
    balances = [bank.balance for bank in map(open_bank, shipped()) if bank.balance.balanced]
    confirmed = sorted(balance.confirmed for balance in balances)
    others = sorted(balance.total - balance.confirmed for balance in balances)

    assert len(balances) == 5
    assert sum(confirmed[:3]) >= FLOOR
    assert sum(others[:3]) >= FLOOR
    assert sum(confirmed[-2:]) < FLOOR


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
    named = re.findall(r"make ([a-z]+)", README)

    assert set(named) == set(targets) - {"help"}


def test_the_readme_names_every_command_and_page() -> None:
    """What the program can do, and what is written about it, is found from the first page."""
    shown = {shlex.split(row[0].strip("`"))[1] for row in cells("The command line", README)[2:]}
    linked = set(re.findall(r"\(docs/([\w-]+\.md)\)", README))

    assert shown == set(COMMANDS)
    assert linked == {page.name for page in PAGES[1:]}


def test_the_commands_with_json_are_those_that_the_readme_says() -> None:
    """A program that reads what a command prints can rely on the sentence."""
    (commands,) = (a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))
    without = {
        name for name, one in commands.choices.items() if "--json" not in one._option_string_actions
    }

    assert without == {"take", "convert"}
    assert "all but `take` and `convert` have `--json`" in README


def test_the_architecture_names_every_package_contract_and_library() -> None:
    """Whoever changes the program finds each part of it, and each rule, on the page."""
    house = re.findall(r"(?m)^  (\w+)/ ", ARCHITECTURE.split("```")[1])
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    project = PROJECT["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["postgresql"]
    libraries = [re.split(r"[<>=\[]", one)[0] for one in wanted]
    named = [row[0].split(",")[0].split(" 2")[0] for row in cells("Dependencies", ARCHITECTURE)]

    assert sorted(house) == sorted(p.parent.name for p in ROOT.glob("quizapp/*/__init__.py"))
    assert len(cells("Who may import whom", ARCHITECTURE)) == len(contracts)
    assert [name.lower() for name in named] == [library.lower() for library in libraries]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    """A promise that names what keeps it, or what shows it, can be followed."""
    named = MODULE.findall(page.read_text("utf-8"))
    places = (ROOT, ROOT / "quizapp")

    assert [path for path in named if not any((at / path).is_file() for at in places)] == []
