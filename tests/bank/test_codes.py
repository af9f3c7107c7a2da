"""The list of messages in the documents, held to the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from quizapp.bank.bots import CONSTANT
from quizapp.bank.derive import TEMPLATES
from quizapp.bank.forms import EXPECTED

ROOT = Path(__file__).parents[2]
CHECKS = (ROOT / "docs" / "checks.md").read_text("utf-8")
DERIVE = (ROOT / "docs" / "derive.md").read_text("utf-8")
MODULES = [
    *(ROOT / "quizapp" / "bank").glob("*.py"),
    *(ROOT / "quizapp" / "items").glob("*.py"),
    ROOT / "quizapp" / "fields.py",
    ROOT / "quizapp" / "app" / "bank_files.py",
]
PLACE = {"flaw": 1, "_warning": 1, "add": 1, "_UnreadableError": 0, "Problem": 2}


def constants(node: ast.AST) -> Iterator[str]:
    """Every string in a piece of code."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value


def given() -> set[str]:
    """The codes that the program gives to messages."""
    found = set()
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                place = PLACE.get(name, 99)
                found |= set(constants(node.args[place])) if len(node.args) > place else set()
    return found


def listed() -> set[str]:
    """The codes in the first column of the tables."""
    rows = re.findall(r"^\| ((?:`[a-z0-9-]+`(?:, )?)+) \|", CHECKS, re.MULTILINE)
    return {code for row in rows for code in re.findall(r"`([^`]+)`", row)}


def test_every_code_is_in_the_list() -> None:
    """Whoever meets a message can look up what it means and what to do."""
    codes = given()

    assert len(codes) > 60
    assert codes - listed() == set()


def test_the_list_has_no_code_that_is_never_given() -> None:
    """What is documented can happen."""
    spelled = {
        text for module in MODULES for text in constants(ast.parse(module.read_text("utf-8")))
    }

    assert listed() - spelled == set()


def test_every_bot_is_described() -> None:
    """A report that names a bot can be understood."""
    assert ", ".join(f"always {standing.value}" for standing in CONSTANT) in CHECKS


def test_every_template_is_described() -> None:
    """An author can choose among them."""
    rows = re.findall(r"^\| ((?:`[a-z-]+`(?:, )?)+) \|", DERIVE, re.MULTILINE)

    assert {t for row in rows for t in re.findall(r"`([^`]+)`", row)} == set(TEMPLATES)


def test_the_assumption_behind_the_forms_is_stated_as_it_is() -> None:
    """Nobody has to read code to judge it."""
    rows = re.findall(r"^\| ([a-z, ]+) \| (0\.\d\d) \|$", DERIVE, re.MULTILINE)

    stated = {
        name.replace(" ", "_"): float(share) for names, share in rows for name in names.split(", ")
    }
    assert stated == {standing.value: share for standing, share in EXPECTED.items()}
