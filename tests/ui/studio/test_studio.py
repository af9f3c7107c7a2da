"""The studio in the real window, by keys."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from quizapp.app.authoring.asking import put
from quizapp.app.bank_files import open_bank, own_banks
from quizapp.claims import Standing
from quizapp.items import Option, SingleChoice
from quizapp.settings import Settings
from quizapp.ui.home.cards import BankCardView
from quizapp.ui.home.start import StartPage
from quizapp.ui.studio.place import StudioPlace
from quizapp.ui.studio.studio import Studio
from quizapp.ui.widgets.option_list import OptionList
from quizapp.ui.widgets.shown_picture import ShownPicture
from quizapp.ui.window import Window
from tests.examples import FERRY
from tests.ui.conftest import Opener
from tests.ui.hands import Key, press, push, seen, words
from tests.ui.studio.conftest import ARTICLE, Began, settled


def cut(studio: Studio) -> str:
    """The words that are selected in the article."""
    span = studio.article.selected()
    return span.cut(studio.draft.text) if span else ""


def test_a_pasted_article_comes_clean_with_its_first_suggestion_selected(began: Began) -> None:
    """Title, byline and text are where they belong, and one can begin with a digit."""
    window, studio = began()

    assert studio.draft.title == "The night ferry"
    assert studio.draft.cites == "By Ann Onym · 12 March 2026"
    assert studio.draft.text.startswith("The night ferry to Holm")
    assert cut(studio)
    assert "good choice" in words(window)


def test_a_digit_makes_a_claim_and_its_items_write_themselves(qtbot: QtBot, began: Began) -> None:
    """Select, press 2, press Enter: the claim, its source and its items are there."""
    window, studio = began()
    for _ in range(3):
        press(window, Key.Key_2, Key.Key_Return)
    settled(qtbot, studio)

    assert len(studio.draft.claims) == 3
    assert all(claim.standing is Standing.ASSERTED for claim in studio.draft.claims)
    assert studio.judgement is not None
    assert len(studio.judgement.items) >= 6
    assert all(claim.id in studio.judgement.asked for claim in studio.draft.claims)


def test_why_a_claim_is_confirmed_is_asked_there_and_only_there(qtbot: QtBot, began: Began) -> None:
    """1 leads to the question, a digit answers it, and the next suggestion is selected."""
    window, studio = began()
    first = cut(studio)

    press(window, Key.Key_1)
    assert studio.claim_editor.basis.isVisible()
    press(window, Key.Key_2)

    claim = studio.draft.claims[0]
    assert claim.basis is not None
    assert claim.basis.value == "record"
    assert claim.written is None
    assert studio.article.hasFocus()
    assert cut(studio) not in ("", first)


def test_tab_leads_to_the_source_which_completes_from_the_article(began: Began) -> None:
    """The names in the article are offered, and Enter goes on."""
    window, studio = began()
    press(window, Key.Key_2, Key.Key_Tab)
    assert studio.claim_editor.source.hasFocus()

    QTest.keyClicks(studio.claim_editor.source, "Norlinje")
    press(window, Key.Key_Return)

    claim = studio.draft.claims[0]
    source = studio.draft.source(claim.attributions[0].source)
    assert source is not None
    assert source.name == "Norlinje"
    assert studio.article.hasFocus()


def test_everything_is_undone_from_wherever_one_is(began: Began) -> None:
    """Control+Z takes back the last act, whether in a field, a list or the article."""
    window, studio = began()
    press(window, Key.Key_2, Key.Key_Tab)
    QTest.keyClicks(studio.claim_editor.source, "Norlinje")
    before = studio.draft.claims

    press(window, Key.Key_Z, control=True)
    assert studio.draft.claims != before
    press(window, Key.Key_Z, control=True)
    assert studio.draft.claims == ()
    press(window, Key.Key_Y, control=True)

    assert len(studio.draft.claims) == 1


def test_the_text_is_corrected_in_place_and_claims_move_along(began: Began) -> None:
    """A letter typed at the head of the article leaves every underline where its words are."""
    window, studio = began()
    press(window, Key.Key_2)
    claim = studio.draft.claims[0]
    said = claim.attributions[0].evidence.spans[0][0].cut(studio.draft.text)

    press(window, Key.Key_E, control=True)
    press(window, Key.Key_Home, control=True)
    QTest.keyClicks(studio.article, "Then: ")

    assert studio.draft.text.startswith("Then: The night ferry")
    moved = studio.draft.claims[0].attributions[0].evidence.spans[0][0]
    assert moved.cut(studio.draft.text) == said
    press(window, Key.Key_Z, control=True)
    assert studio.draft.text.startswith("The night ferry")
    assert studio.article.toPlainText() == studio.draft.text


def test_a_selected_suggestion_is_waved_away(began: Began) -> None:
    """X takes it off the list, and goes to the next one."""
    window, studio = began()
    first = cut(studio)

    press(window, Key.Key_X)

    assert studio.draft.dismissed
    assert cut(studio) != first


def test_a_problem_jumps_and_its_fix_is_one_key(qtbot: QtBot, began: Began) -> None:
    """Enter leads to the field, F does what is surely right."""
    window, studio = began()
    press(window, Key.Key_2, Key.Key_Return, Key.Key_2, Key.Key_Return, Key.Key_1)
    settled(qtbot, studio)
    studio.problems.list.setFocus()
    studio.problems.list.go_to(0)

    press(window, Key.Key_Return)
    assert studio.claim == studio.draft.claims[2].id
    studio.problems.list.setFocus()
    press(window, Key.Key_F)
    settled(qtbot, studio)

    assert studio.judgement is not None
    assert studio.judgement.errors == 0


def test_a_bank_is_saved_and_stands_on_home(qtbot: QtBot, began: Began, folder: Path) -> None:
    """Control+S makes the bank, and home has its card."""
    window, studio = began()
    for _ in range(4):
        press(window, Key.Key_2, Key.Key_Return)
    settled(qtbot, studio)

    press(window, Key.Key_S, control=True)
    assert "Bank saved" in words(window)
    window.go_to("home")

    (path,) = own_banks(folder)
    assert len(open_bank(path).items) >= 8
    qtbot.waitUntil(lambda: bool(seen(window, BankCardView)))
    assert "The night ferry" in {card.card.title for card in seen(window, BankCardView)}


def test_a_draft_with_errors_says_so_instead_of_saving(
    qtbot: QtBot, began: Began, folder: Path
) -> None:
    """Nothing is written, and the problems have the keyboard."""
    window, studio = began()

    press(window, Key.Key_S, control=True)

    assert own_banks(folder) == ()
    assert studio.problems.list.hasFocus()
    assert "Not a bank yet" in words(window)


def test_an_item_is_edited_and_the_others_stay_derived(qtbot: QtBot, began: Began) -> None:
    """What is typed stands in the item at once, and the preview follows."""
    window, studio = began()
    for _ in range(4):
        press(window, Key.Key_2, Key.Key_Return)
    settled(qtbot, studio)
    assert studio.judgement is not None
    item = next(i for i in studio.judgement.items if i.kind == "single_choice")

    studio.edit_item(item.id)
    QTest.keyClick(studio.item_editor.stem, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(studio.item_editor.stem, " Say who.")
    settled(qtbot, studio)

    kept = studio.judgement.item(item.id)
    assert kept is not None
    assert kept.stem.endswith(" Say who.")
    assert [one.id for one in studio.draft.items] == [item.id]
    assert "edited by hand" in words(window)


def test_words_are_replaced_with_a_preview(began: Began) -> None:
    """The bar says how often they stand there and what one place would read."""
    window, studio = began()
    n = studio.draft.text.count("ferry")
    press(window, Key.Key_F, control=True)
    bar = studio.side.finder

    QTest.keyClicks(bar._wanted, "ferry")
    QTest.keyClicks(bar._other, "boat")
    assert f"{n} places" in words(bar)
    assert "night boat" in words(bar)
    push(bar, "Replace all")

    assert "ferry" not in studio.draft.text
    press(window, Key.Key_Escape)
    assert not bar.isVisible()


def test_drafts_are_found_again_in_the_studio(qtbot: QtBot, began: Began) -> None:
    """One leaves, comes back, and goes on where one was."""
    window, _studio = began()
    press(window, Key.Key_2)
    window.go_to("studio")
    (place,) = seen(window, StudioPlace)
    assert "1 claim" in words(place)

    push(place, "Go on with “The night ferry”")

    again = window.screen_shown
    assert isinstance(again, Studio)
    assert len(again.draft.claims) == 1
    settled(qtbot, again)


def test_pasting_in_the_studio_begins_a_draft(qtbot: QtBot, open_window: Opener) -> None:
    """Control+V in the place is all it takes."""
    window = open_window()
    window.go_to("studio")
    QApplication.clipboard().setText(ARTICLE)

    press(window, Key.Key_V, control=True)

    studio = window.screen_shown
    assert isinstance(studio, Studio)
    assert studio.draft.title == "The night ferry"
    settled(qtbot, studio)


def test_a_bank_is_edited_from_its_page(qtbot: QtBot, open_window: Opener) -> None:
    """The page of a bank leads to the studio, with all its claims and items."""
    window = open_window(bank=FERRY)
    qtbot.waitUntil(lambda: bool(seen(window, StartPage)))

    push(window, "Edit in the studio")

    studio = window.screen_shown
    assert isinstance(studio, Studio)
    settled(qtbot, studio)
    assert studio.judgement is not None
    assert [item.id for item in studio.judgement.items] == [i.id for i in open_bank(FERRY).items]


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_nothing_is_lost_in_a_small_window(began: Began, size: tuple[int, int]) -> None:
    """Where there is no room for three columns, claims and editor take turns."""
    window, studio = began()
    window.resize(*size)
    QApplication.processEvents()

    assert studio.panes.width() <= size[0]
    assert studio.article.isVisible()
    if size[0] < 1100:
        assert not studio.claims.isVisible()
        push(window, "Claims")
        assert studio.claims.isVisible()


def test_the_articles_licence_is_kept_apart_from_the_banks(qtbot: QtBot, began: Began) -> None:
    """An article that others may print on, asked about in a bank of one’s own."""
    window, studio = began()
    line = studio.bank_editor.lines["article_licence"]
    line.setFocus()

    QTest.keyClicks(line, "CC-BY-4.0")
    settled(qtbot, studio)

    assert studio.draft.article_licence == "CC-BY-4.0"
    assert studio.draft.map.article.licence == "CC-BY-4.0"
    assert "By Ann Onym · 12 March 2026 · CC-BY-4.0" in words(window)


def test_a_picture_is_chosen_told_in_words_and_shown(qtbot: QtBot, began: Began) -> None:
    """Without words it is a problem that leads to their field; with them students see it."""
    _window, studio = began()
    studio._add_item("info")
    settled(qtbot, studio)
    editor = studio.item_editor

    editor.picture.take(FERRY / "rudder.png")
    settled(qtbot, studio)
    assert studio.judgement is not None
    (trouble,) = (t for t in studio.judgement.troubles if t.place == "alternative")
    studio._jump(trouble)
    QTest.keyClicks(editor.picture.alternative, "A rudder")
    settled(qtbot, studio)

    qtbot.waitUntil(lambda: bool(seen(editor, ShownPicture)))
    (shown,) = seen(editor, ShownPicture)
    assert shown.shows
    qtbot.waitUntil(
        lambda: any(s.accessibleDescription() == "A rudder" for s in seen(editor, ShownPicture))
    )
    assert not any(t.place == "alternative" for t in studio.judgement.troubles)

    editor.picture.take_out()
    assert studio.draft.items[-1].picture is None
    studio.undo()
    assert studio.draft.items[-1].picture is not None


def test_a_file_that_is_no_picture_is_refused_in_words(
    qtbot: QtBot, began: Began, tmp_path: Path
) -> None:
    """The item stays as it was."""
    _window, studio = began()
    studio._add_item("info")
    settled(qtbot, studio)
    told: list[Exception] = []
    studio.item_editor.failed.connect(told.append)
    file = tmp_path / "drawing.svg"
    file.write_text("<svg/>")

    studio.item_editor.picture.take(file)
    studio.item_editor.picture.take(tmp_path / "gone.png")

    assert ["PNG or JPEG" in str(told[0]), "cannot be read" in str(told[1])] == [True, True]
    assert studio.draft.items[-1].picture is None


def test_a_place_that_is_chosen_before_the_program_is_ready_is_shown_then(
    qtbot: QtBot, calm: None, folder: Path
) -> None:
    """Whoever is quick is not left on home with another place marked in the navigation."""
    window = Window(folder, Settings(first_start_done=True))
    with qtbot.waitSignal(window.usable):
        window.show()
        window.open_work(None)
        window.go_to("studio")
    try:
        qtbot.waitUntil(lambda: bool(seen(window, StudioPlace)))
    finally:
        window.close()
        QApplication.processEvents()


def test_a_doubted_word_is_mended_or_called_right_by_one_key(qtbot: QtBot, began: Began) -> None:
    """F writes what was meant, K doubts it no more."""
    _window, studio = began()
    for slip in ("confirmmed", "harrbour"):
        studio.do("Describe", replace(studio.draft, about=f"What was {slip}."))
        settled(qtbot, studio)
        assert studio.judgement is not None
        rows = [t.problem.code for t in studio.judgement.troubles]
        studio.problems.list.setFocus()
        pane = studio.problems.list
        pane.setCurrentIndex(pane.model().index(rows.index("spelling"), 0))
        QTest.keyClick(pane, Key.Key_F if slip == "confirmmed" else Key.Key_K)
        settled(qtbot, studio)
        assert "spelling" not in [t.problem.code for t in studio.judgement.troubles]

    assert studio.draft.words == ("harrbour",)
    studio.undo()
    studio.undo()
    assert studio.draft.about == "What was confirmed."


def test_a_question_from_elsewhere_is_bound_to_the_claims_it_asks_about(
    qtbot: QtBot, open_window: Opener, folder: Path
) -> None:
    """It floats until its author says which; the problem leads there and goes away."""
    path = shutil.copytree(FERRY, folder / "banks" / "ferry")
    window = open_window()
    window.studio.edit(path)
    (studio,) = seen(window, Studio)
    settled(qtbot, studio)
    options = (Option("a", "The harbour master"), Option("b", "Nobody"))
    item = SingleChoice(id="from-elsewhere", stem="Who says so?", options=options, right="a")
    studio.do("Add", put(studio.draft, item))
    settled(qtbot, studio)
    assert studio.judgement is not None
    (trouble,) = [t for t in studio.judgement.troubles if t.problem.code == "floating"]

    studio._jump(trouble)
    assert "no words of the article decide it" in words(studio.item_editor)
    push(studio.item_editor, "Choose the claims")
    (listed,) = seen(studio.item_editor.claims, OptionList)
    seen(listed, QAbstractButton)[0].click()
    settled(qtbot, studio)

    assert studio.draft.items[-1].claims == (studio.draft.claims[0].id,)
    assert "floating" not in [t.problem.code for t in studio.judgement.troubles]
