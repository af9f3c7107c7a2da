"""What holds for the project as a whole: its tree, its sizes, its binding to Qt."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from PySide6.QtCore import QObject

ROOT = Path(__file__).parent.parent
TOP_LEVEL = {
    ".ci", ".gitignore", "LICENSE", "Makefile", "README.md", "assets", "benchmarks", "build.spec",
    "docs", "pyproject.toml", "questions", "quizapp", "tests",
}  # fmt: skip
MODULES = sorted((ROOT / "quizapp").rglob("*.py"))


def tracked() -> list[Path]:
    """The files that a clone would have."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout, so nothing says which files belong to it")
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    return [Path(name) for name in names.split("\0") if name]


def requirements() -> list[Requirement]:
    """The run-time dependencies as pyproject.toml has them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [Requirement(line) for line in project["dependencies"]]


def test_the_top_level_holds_only_what_the_architecture_names() -> None:
    """Whoever opens the project finds thirteen things, each where the docs say."""
    found = {path.parts[0] for path in tracked()}

    assert found - TOP_LEVEL == set()


def test_no_tracked_file_is_large() -> None:
    """A clone stays quick: big things are made, not kept."""
    sizes = {path: (ROOT / path).stat().st_size for path in tracked() if (ROOT / path).is_file()}

    assert {path: size for path, size in sizes.items() if size > 2_000_000} == {}


def test_files_are_short() -> None:
    """No module is longer than 400 lines, so each can be read at a sitting."""
    lines = {path.name: len(path.read_text("utf-8").splitlines()) for path in MODULES}

    assert lines, "no modules found"
    assert {name: count for name, count in lines.items() if count > 400} == {}


def test_functions_are_short() -> None:
    """No function is longer than 40 lines, so each fits on a screen."""
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno + 1 > 40
    ]

    assert long == []


def test_calls_into_qt_leave_none_alone() -> None:
    """A binding that takes a reference from None with each call would end in an abort."""
    thing = QObject()
    before = sys.getrefcount(None)

    for _ in range(1_000):
        thing.setObjectName("name")

    assert abs(sys.getrefcount(None) - before) < 100


def test_the_binding_that_aborts_cannot_be_installed() -> None:
    """Version 6.12.0 of PySide6 is shut out, 6.11.3 is welcome."""
    qt = next(one for one in requirements() if one.name == "PySide6-Essentials")

    assert "6.12.0" not in qt.specifier
    assert "6.11.3" in qt.specifier


def test_constraints_pin_every_dependency_exactly() -> None:
    """Two machines that run `make setup` get the same versions."""
    lines = (ROOT / ".ci/constraints.txt").read_text("utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line and not line.startswith("#")]
    exact = {
        pin.name.replace("_", "-").lower()
        for pin in pins
        if [one.operator for one in pin.specifier] == ["=="]
    }

    assert len(exact) == len(pins)
    assert {one.name.lower() for one in requirements()} <= exact
