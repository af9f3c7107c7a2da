"""An exam in the window: from the pack through the start code to the file that goes back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from quizapp.app.bank_files import open_bank, shipped
from quizapp.app.teaching import Made, collected, gradebook, kept_exam
from quizapp.disk import replace as write
from quizapp.ui.exam.done_page import HandedPage
from quizapp.ui.exam.entry_page import EntryPage
from quizapp.ui.player.player import Player
from quizapp.ui.widgets.field import Field
from quizapp.ui.window import Window
from tests.ui.conftest import Opener
from tests.ui.exam.exams import KEYS, an_exam
from tests.ui.hands import Key, press, push, seen, words

BANK = open_bank(shipped()[1])


def handed_out(folder: Path, *names: str, limit: int = 0) -> tuple[Path, Made]:
    """A pack of four questions in a folder of its own."""
    made = an_exam(BANK, *names, limit=limit)
    folder.mkdir(exist_ok=True)
    file = folder / "exam.quizpack"
    file.write_bytes(made.pack)
    return file, made


def entry(window: Window, qtbot: QtBot, file: Path) -> EntryPage:
    """The page before the exam, once the pack is read."""
    window.quiz.open_bank(file)
    qtbot.waitUntil(lambda: bool(seen(window, EntryPage)))
    return seen(window, EntryPage)[0]


def type_in(page: EntryPage, text: str) -> None:
    """Type into the one field that there is, and press Enter."""
    (field,) = [one for one in page.findChildren(Field) if one.isVisible()]
    field.setText(text)
    press(field, Key.Key_Return)


def answer_all(window: Window) -> None:
    """Answer each question with the first key that is taken, and hand in."""
    (player,) = seen(window, Player)
    sitting = player._sitting
    for n, item in enumerate(sitting.items):
        order = sitting.order(item.id)
        player.go(n)
        response = order[:1] or ("asserted",)
        sitting.answer(item.id, response, None)
    player.ask_hand_in()
    push(window, "Hand in")


def test_an_exam_from_the_pack_to_the_file_that_the_teacher_can_mark(
    open_window: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    """Start code, questions, handing in; no marks, a short code, and a file beside the pack."""
    file, made = handed_out(tmp_path / "stick", "Ada", "Bo")
    window = open_window()
    page = entry(window, qtbot, file)
    assert "From Ms Roe" in words(window)
    assert KEYS.public.fingerprint in words(window)

    type_in(page, made.students[0].code.lower())
    answer_all(window)

    assert seen(window, HandedPage)
    assert "marks" in words(window)
    (attempt,) = (tmp_path / "stick").glob("*.quizattempt")
    assert attempt.name in words(window)
    kept = kept_exam(made.kept, KEYS)
    outcomes = collected([(attempt.name, attempt.read_bytes())], KEYS, kept)
    assert [one.state for one in outcomes] == ["accepted"]
    assert outcomes[0].handed is not None
    assert outcomes[0].handed.short_code in words(window)
    (ada, bo) = gradebook(outcomes, kept)
    assert (ada.name, ada.score is None, bo.score) == ("Ada", False, None)


def test_a_wrong_code_is_said_where_it_was_typed(
    open_window: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    """What was typed stays, to be compared; the exam does not begin."""
    file, _made = handed_out(tmp_path, "Ada")
    window = open_window()
    page = entry(window, qtbot, file)

    type_in(page, "")
    assert "Type your start code first." in words(window)
    type_in(page, "WRONG9")

    assert "“WRONG9” is no start code of this exam." in words(window)
    assert seen(window, EntryPage)


def test_an_open_exam_asks_for_a_name(open_window: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    """The teacher has nothing else to find the answers by."""
    file, _made = handed_out(tmp_path)
    window = open_window()
    page = entry(window, qtbot, file)

    type_in(page, " ")
    assert "Type your name first." in words(window)
    type_in(page, "Cem")

    assert seen(window, Player)


def test_who_stops_goes_on_with_the_same_code(
    open_window: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    """In another window, or after a crash: every answer is there, and so is the place."""
    file, made = handed_out(tmp_path, "Ada")
    first = open_window()
    type_in(entry(first, qtbot, file), made.students[0].code)
    (player,) = seen(first, Player)
    item = player._sitting.items[0]
    player._sitting.answer(item.id, player._sitting.order(item.id)[:1] or ("asserted",), None)
    player.leave()
    assert not seen(first, Player)

    type_in(entry(first, qtbot, file), made.students[0].code)

    (again,) = seen(first, Player)
    assert list(again._sitting.attempt.answers) == [item.id]
    answer_all(first)
    seen(first, HandedPage)[0].left.emit()
    type_in(entry(first, qtbot, file), made.students[0].code)
    assert seen(first, HandedPage)


def test_the_rules_are_told_before_it_begins(
    open_window: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    """Nobody finds out about the clock when it runs."""
    file, _made = handed_out(tmp_path, "Ada", limit=2400)
    window = open_window()

    entry(window, qtbot, file)

    assert "You have 40 minutes. Then it is handed in by itself." in words(window)


def test_a_damaged_pack_is_said_and_home_stays(
    open_window: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that was cut off on the way opens nothing."""
    file, made = handed_out(tmp_path, "Ada")
    file.write_bytes(made.pack[:-40])
    window = open_window()
    said: list[str] = []
    monkeypatch.setattr(window, "show_error", lambda error: said.append(str(error)))

    window.quiz.open_bank(file)
    qtbot.waitUntil(lambda: bool(said))

    assert not seen(window, EntryPage)


def test_the_file_can_be_saved_elsewhere(
    open_window: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pack that came from where nothing can be written: the page says so, and nothing is lost."""
    file, made = handed_out(tmp_path / "stick", "Ada")
    window = open_window()
    type_in(entry(window, qtbot, file), made.students[0].code)
    with monkeypatch.context() as broken:
        broken.setattr("quizapp.app.examining.disk.replace", _refuse)
        answer_all(window)
    assert "There is no file yet" in words(window)
    assert not list((tmp_path / "stick").glob("*.quizattempt"))
    (desk := tmp_path / "desk").mkdir()

    push(window, "Save the file elsewhere …")
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(desk))
    dialog.close()

    (attempt,) = desk.glob("*.quizattempt")
    assert attempt.name in words(window)


def _refuse(path: Path, data: bytes) -> None:
    """A stick that is read-only; the key of the installation lies elsewhere."""
    if path.suffix == ".quizattempt":
        raise OSError(30, "Read-only file system")
    write(path, data)
