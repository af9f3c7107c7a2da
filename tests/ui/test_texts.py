"""Words on the screen go through the catalogue, so that every one of them can be translated."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "quizapp" / "ui"
MODULES = sorted(ROOT.rglob("*.py"))
SHOWN = {
    "setText", "setWindowTitle", "setToolTip", "setAccessibleName", "setAccessibleDescription",
    "setPlaceholderText", "addAction", "Label", "Button", "Link", "NavButton", "QLabel",
    "QPushButton", "set_text", "hint", "StateCard", "Choice",
}  # fmt: skip
# The second word of a choice is what is seen; of the rest the first.
SECOND = {"Choice": 1}
AS_IT_IS = {"quizapp"}


def called(call: ast.Call) -> str:
    """The name of what is called."""
    function = call.func
    return getattr(function, "attr", "") or getattr(function, "id", "")


def bare(node: ast.expr) -> str:
    """The words that stand in the code as they are, without the catalogue."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(bare(part) for part in node.values)
    if isinstance(node, ast.BinOp):
        return bare(node.left) + bare(node.right)
    if isinstance(node, ast.IfExp):
        return bare(node.body) + bare(node.orelse)
    if isinstance(node, ast.BoolOp):
        return "".join(bare(value) for value in node.values)
    return ""


def untranslated(source: str) -> list[str]:
    """Every word that is shown and does not come from the catalogue, with its line."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or called(node) not in SHOWN:
            continue
        words = "".join(bare(one) for one in node.args[SECOND.get(called(node), 0) :][:1])
        if any(letter.isalpha() for letter in words) and words not in AS_IT_IS:
            found.append(f"{node.lineno}: {words}")
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_word_is_shown_past_the_catalogue(path: Path) -> None:
    """A translation reaches the whole program."""
    assert untranslated(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('label.setText("Saved")', ["1: Saved"]),
        ('Label(f"{n} items")', ["1:  items"]),
        ('Button("Yes" if on else "No")', ["1: YesNo"]),
        ('Choice("light", "Light")', ["1: Light"]),
        ('label.setText(_("Saved"))', []),
        ('label.setText("")', []),
        ('Label(f"“{words}”")', []),
        ('window.setWindowTitle("quizapp")', []),
        ('Choice("light", _("Light"))', []),
    ],
)
def test_the_test_itself_finds_words_and_lets_others_pass(code: str, found: list[str]) -> None:
    """A rule that finds nothing would hold nothing."""
    assert untranslated(code) == found
