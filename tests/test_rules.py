"""The rules of the house that no linter knows, read from the source itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "quizapp"
ABOVE = {"app", "cli", "ui", "drawing", "__main__.py"}
READS_THE_DISK = {"store", "resources.py", "settings.py", "disk.py"}
NAME = "quizapp"  # the program's name is the same in every language
SHOWS_TEXT = {
    "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QAction", "setText", "setTitle",
    "setWindowTitle", "setToolTip", "setAccessibleName", "setAccessibleDescription",
    "setPlaceholderText", "setInformativeText", "setStatusTip",
}  # fmt: skip


def modules(*, below_app: bool = False) -> Iterator[tuple[str, ast.Module]]:
    """Each module with its place in the package; the pure ones alone if asked."""
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE)
        if not (below_app and place.parts[0] in ABOVE | READS_THE_DISK):
            yield place.as_posix(), ast.parse(path.read_text("utf-8"))


def name(node: ast.expr) -> str:
    """The last name of what is called: ``setText`` of ``label.setText``."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    """Every call in a module."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def test_every_text_in_the_window_can_be_translated() -> None:
    """No words go to the screen without passing through the catalogue of translations."""
    found = [
        f"ui: {place}:{call.lineno} {argument.value!r}"
        for place, tree in modules()
        if place.startswith("ui/")
        for call in calls(tree)
        if name(call.func) in SHOWS_TEXT
        for argument in call.args
        if isinstance(argument, ast.Constant)
        and isinstance(argument.value, str)
        and argument.value != NAME
        and any(letter.isalpha() for letter in argument.value)
    ]

    assert found == []


def test_every_message_of_an_error_can_be_translated() -> None:
    """Whoever cannot go on is told why in the language of the program."""
    found = [
        f"{place}:{call.lineno}"
        for place, tree in modules()
        for call in calls(tree)
        if name(call.func) in {"QuizappError", "ResponseError"}
        if any(isinstance(argument, ast.Constant | ast.JoinedStr) for argument in call.args)
    ]

    assert found == []


def test_no_error_is_swallowed_whole() -> None:
    """What nobody foresaw is reported: only the thread boundary catches everything."""
    found = {
        place
        for place, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or name(node.type) in {"Exception", "BaseException"})
        and not (isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None)
    }

    assert found <= {"ui/tasks.py"}


def test_the_core_reads_no_clock_chance_or_surroundings() -> None:
    """The same bank, answers and seed give the same quiz and marks on any day and machine."""
    found = [
        f"{place}:{node.lineno}"
        for place, tree in modules(below_app=True)
        for node in ast.walk(tree)
        if (isinstance(node, ast.Import) and _OUTSIDE & {alias.name for alias in node.names})
        or (isinstance(node, ast.ImportFrom) and _takes_from_outside(node))
        or (isinstance(node, ast.Attribute) and node.attr in {"utcnow", "today", "environ"})
        or (isinstance(node, ast.Attribute) and node.attr == "now" and name(node.value) in _CLOCKS)
    ]

    assert found == []


def test_the_core_opens_no_file() -> None:
    """Reading is done in one place, so that a bank is checked the same wherever it comes from."""
    touching = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink"}
    found = [
        f"{place}:{call.lineno} {name(call.func)}"
        for place, tree in modules(below_app=True)
        for call in calls(tree)
        if name(call.func) in touching
        and place != "formats/archive.py"  # what it opens lies in a zip that is in memory
    ]

    assert found == []


_CLOCKS = {"datetime", "date", "time"}
_OUTSIDE = {"time", "os", "secrets", "uuid", "random"}
_FROM_WHAT_IS_GIVEN = {"Random", "uuid5", "NAMESPACE_URL"}


def _takes_from_outside(node: ast.ImportFrom) -> bool:
    """Whether it imports more than chance that is given its seed and ids that follow from names."""
    return node.module in _OUTSIDE and not {a.name for a in node.names} <= _FROM_WHAT_IS_GIVEN
