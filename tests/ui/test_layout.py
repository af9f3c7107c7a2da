"""Nothing cut, nothing wider than its place: every screen, at three sizes and three text scales."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from quizapp.app.authoring.draft import draft_of
from quizapp.app.authoring.drafts import DraftCard
from quizapp.app.authoring.judgement import judge
from quizapp.app.authoring.session import Authoring
from quizapp.app.classes import Classes
from quizapp.app.examining import pack_to_take
from quizapp.app.exchange import readable, targets, written
from quizapp.app.importing import look_at
from quizapp.app.library import Library, open_bank, shipped
from quizapp.app.practising import Practice, Today, Turn
from quizapp.app.progress import Entry, Records
from quizapp.app.sitting import Sitting
from quizapp.app.teaching import make_practice
from quizapp.bank import Bank
from quizapp.bank.bare import Joined, bare, opened
from quizapp.classroom.book import Classroom
from quizapp.classroom.roster import numbered
from quizapp.errors import Problem
from quizapp.quiz import Rules
from quizapp.report import Progress, progress
from quizapp.settings import Settings
from quizapp.store import Store
from quizapp.store.readers import Reader
from quizapp.ui import theme
from quizapp.ui.classes.class_page import ClassPage
from quizapp.ui.classes.hand_out_page import PRACTICE, HandOutPage
from quizapp.ui.classes.handed_out_page import HandedOutPage
from quizapp.ui.classes.key_page import KeyPage
from quizapp.ui.classes.passphrase_page import PassphrasePage
from quizapp.ui.classes.place import ClassCard, ClassesPlace
from quizapp.ui.classes.roster_page import RosterPage
from quizapp.ui.classes.weights_page import RemovePage
from quizapp.ui.exam.done_page import HandedPage
from quizapp.ui.exam.entry_page import EntryPage
from quizapp.ui.exchange.export_page import ExportPage
from quizapp.ui.exchange.import_page import ImportPage
from quizapp.ui.exchange.looking import Target
from quizapp.ui.home.home import Home
from quizapp.ui.home.join_page import JoinPage
from quizapp.ui.home.problems import ProblemsPage
from quizapp.ui.home.readers_page import ReadersPage
from quizapp.ui.home.settings_page import SettingsPage
from quizapp.ui.home.start import StartPage
from quizapp.ui.player.player import Player
from quizapp.ui.player.question import QuestionPane
from quizapp.ui.practice.done_page import DonePage
from quizapp.ui.practice.practice_screen import PracticeScreen
from quizapp.ui.progress.progress_page import ProgressPage
from quizapp.ui.review.result_page import ResultPage
from quizapp.ui.review.review import Review
from quizapp.ui.statistics.page import StatisticsPage
from quizapp.ui.studio.place import OwnBank, StudioPlace
from quizapp.ui.studio.studio import Studio
from quizapp.ui.theme import Theme
from quizapp.ui.widgets.buttons import Link
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.option_list import OptionList
from quizapp.ui.widgets.paint import width_of
from tests.app.test_classes import KEYS
from tests.examples import FERRY
from tests.report.banks import taken as several
from tests.taking import BEGAN, Clock
from tests.ui.classes.pages import again_page, certificates_page, contests_page
from tests.ui.exam.exams import an_exam
from tests.ui.hands import seen
from tests.ui.statistics.classes import a_class, groups_of

SIZES = {"low": (1024, 640), "large": (1920, 1080), "least": (760, 560)}
NAVIGATION = 201
LIBRARY = Library(shipped())


@cache
def article_bank() -> Bank:
    """The bank that comes with the program, read once."""
    return open_bank(shipped()[0])


class Taken:
    """An attempt at the article bank, as far as a screen needs it."""

    def __init__(self, store: Store) -> None:
        self.store, self.bank = store, article_bank()
        self.cards = LIBRARY.cards(store, "me")
        self.sitting = Sitting.begin(self.bank, Rules.practice(), store, Clock(), 5, "a1", "me")

    def done(self) -> Sitting:
        """The attempt handed in, some of it left blank."""
        for n, item in enumerate(item for item in self.sitting.items if item.scored):
            if n % 3:
                self.sitting.answer(item.id, item.key(), n % 3)
        self.sitting.submit()
        return self.sitting


def home(taken: Taken) -> QWidget:
    page = Home()
    page.show_cards(taken.cards, first=True)
    return page


def left_open(taken: Taken) -> QWidget:
    page = Home()
    page.show_cards(LIBRARY.cards(taken.store, "me"), first=True)
    return page


DUE = Today(due=7, waiting=12, done=3, started=True)


def home_with_due(taken: Taken) -> QWidget:
    page = Home()
    page.show_cards(LIBRARY.cards(taken.store, "me"), first=False, today=DUE)
    return page


def practice_at(*, check: bool) -> Callable[[Taken], QWidget]:
    """A question that came back, from the hardest to lay out; with its feedback if asked."""

    def make(taken: Taken) -> QWidget:
        taken.done()
        clock = Clock(BEGAN + timedelta(days=30))
        practice = Practice(taken.store, "me", clock, limit=20)
        practice.fold()
        item = taken.bank.item["q-israel-offer"]
        (version,) = {attempt.bank_version for attempt in [taken.sitting.attempt]}
        turn = Turn(("elsewhere", "x"), taken.bank, item, (), version)
        screen = PracticeScreen(practice, turn, DUE, confidence=True)
        if check:
            screen.pane.view.show_response(item.key())
            screen.feedback = practice.answer(turn, item.key(), 3)
            screen.pane.response = item.key()
            screen.pane.show_feedback(screen.feedback)
        return screen

    return make


def readers_page() -> ReadersPage:
    people = (Reader("a", "Ada Moor", 12), Reader("b", "B-17", 0), Reader("me", "Me", 1))
    page = ReadersPage(people, "b")
    page.ask_deletion(1234)
    return page


def start_with_more(taken: Taken) -> QWidget:
    page = StartPage(taken.bank, None, confidence=True)
    page.more.swap()
    return page


def exam_entry(taken: Taken) -> QWidget:
    caution = "An earlier pack from Ms Roe had another key. Compare the six words before you begin."
    page = EntryPage(pack_to_take(an_exam(taken.bank).pack), caution)
    page.refuse("“WRONG9” is no start code of this exam. Compare it with the one you were given.")
    return page


def exam_handed(taken: Taken) -> QWidget:
    page = HandedPage(taken.bank.title, "K7QF-2MNA")
    page.say_file(Path("/media/ada/A stick of the school/class 9b/ABC234-K7QF-2MNA.quizattempt"))
    return page


def practice_entry(taken: Taken) -> QWidget:
    rules = Rules(feedback="after", time_limit=600, closed=True)
    return EntryPage(pack_to_take(make_practice(taken.bank, rules, KEYS, ["Ada"], "Ms Roe").pack))


def practice_handed(taken: Taken) -> QWidget:
    page = HandedPage(taken.bank.title, "K7QF-2MNA", "5 of 6 questions are right in full.")
    page.say_file(Path("/media/ada/A stick of the school/class 9b/ABC234-K7QF-2MNA.quizattempt"))
    return page


def practice_done(taken: Taken) -> QWidget:
    return DonePage(DUE, (12, 3, 0, 0, 118, 0, 2, 0, 0, 0, 0, 0, 0, 1), can_undo=True)


def at(item: str) -> Callable[[Taken], QWidget]:
    """The quiz at one of its items."""

    def make(taken: Taken) -> QWidget:
        taken.sitting.go(item)
        return Player(taken.sitting)

    return make


def in_five_levels(taken: Taken) -> Sitting:
    """Another attempt at the same bank, which asks how sure the reader is in five levels."""
    return Sitting.begin(taken.bank, Rules(levels=5), taken.store, Clock(), 5, "a5", "me")


def standing_in_five(taken: Taken) -> QWidget:
    sitting = in_five_levels(taken)
    sitting.go("q-has-battery")
    return Player(sitting)


def result_in_five(taken: Taken) -> QWidget:
    """A result with the chances that were claimed, and the figures behind it."""
    sitting = in_five_levels(taken)
    for n, item in enumerate(item for item in sitting.items if item.scored):
        sitting.answer(item.id, item.key(), n % 5 + 1)
    sitting.submit()
    return ResultPage(sitting.result())


def feedback(item: str) -> Callable[[Taken], QWidget]:
    """The feedback on an item that was answered wrongly."""

    def make(taken: Taken) -> QWidget:
        wrong = {
            "q-israel-offer": ("standing:confirmed", "p1s1"),
            "q-sort-send": ("protect against", "training against", "cohesion for"),
        }
        taken.sitting.answer(item, wrong[item], 3)
        taken.sitting.check(item)
        return Player(taken.sitting)

    return make


def hand_in(taken: Taken) -> QWidget:
    player = Player(taken.sitting)
    player.toggle_flag()
    player.ask_hand_in()
    return player


def problems(taken: Taken) -> QWidget:
    words = "This item has no key, and so nobody could ever answer it rightly, however they tried."
    found = [Problem(n, 1, "x", words, "Name one of its options.", file="bank.nt") for n in (1, 2)]
    return ProblemsPage("a/bank.nt", found)


def early_progress(taken: Taken) -> QWidget:
    """Progress after one quiz: no verdict, and what is missing."""
    taken.done()
    records = Records(taken.store, "me")
    page = ProgressPage()
    page.show_progress(records.progress(), records.history())
    return page


@cache
def much() -> Progress:
    """What eight balanced banks show."""
    return progress(several(8, wrong=True), 30)


def late_progress(taken: Taken) -> QWidget:
    """Progress with every picture, and more attempts than the list shows at first."""
    page = ProgressPage()
    at = taken.sitting.attempt.started
    page.show_progress(much(), [Entry(taken.bank.title, at, n, 30, f"a{n}") for n in range(6)])
    return page


def tables(taken: Taken) -> QWidget:
    """The same with a table in the place of every picture."""
    page = late_progress(taken)
    for link in page.findChildren(Link):
        if link.accessibleName().startswith("Show the table"):
            link.click()
    return page


def studio_at(*, item: bool = False, claim: bool = False) -> Callable[[Taken], QWidget]:
    """The studio over the article bank, judged: at the bank, at a claim, or at one of its items."""

    def make(taken: Taken) -> QWidget:
        folder = taken.store.path.parent / "draft"
        studio = Studio(Authoring.begin(folder, draft_of(taken.bank, ())))
        studio.judging.stop()
        judgement = judge(studio.draft)
        studio.judging.judged.emit(judgement)
        if claim or item:
            studio.choose(studio.draft.claims[2].id)
        if item:
            studio.edit_item(judgement.items[3].id)
        return studio

    return make


def studio_with_picture(taken: Taken) -> QWidget:
    """The studio at an item with a picture, whose words are asked for."""
    studio = studio_at(item=True)(taken)
    assert isinstance(studio, Studio)
    studio.item_editor.picture.take(FERRY / "rudder.png")
    return studio


def statistics_of(n: int) -> Callable[[Taken], QWidget]:
    """A class of so many readers."""

    def make(taken: Taken) -> QWidget:
        page = StatisticsPage()
        found = a_class(n, article_bank())
        page.show_statistics(found, *groups_of(found))
        return page

    return make


def join_page(taken: Taken) -> QWidget:
    """A bank without its article, whose copy was found, with some questions withheld."""
    found = opened(bare(taken.bank))
    page = JoinPage(found)
    page.show_found(Joined(taken.bank, 0.97, 40, 44))
    return page


ROSTER = ("Ada Kovalenko-Bjørnsen", "María José de la Cruz y Fernández-Villaverde", "Ng")
GROUPS = tuple(f"{n:02d}-ABCD-XY" for n in range(1, 14))


def class_page(*, exams: int) -> Callable[[Taken], QWidget]:
    """A class that had so many exams, with something to decide."""

    def make(taken: Taken) -> QWidget:
        classes = Classes(taken.store, lambda: BEGAN)
        one = classes.add("9b", ROSTER)
        for _n in range(exams):
            classes.hand_out(one, taken.bank, Rules.test(), KEYS, "Ms Roe")
        page = ClassPage(one)
        page.show_book(classes.gradebook(one), classes.files(one))
        page.say_saved("3 files read, 2 count")
        return page

    return make


def classes_place(_taken: Taken) -> QWidget:
    room = Classroom("a", "9b", numbered(ROSTER))
    words = "board apple bracelet amber magnet honey"
    return ClassesPlace([ClassCard(room, 3, 28, 1)], words)


def key_sheet(_taken: Taken) -> QWidget:
    page = KeyPage()
    page.show_sheet(GROUPS, (3, 6, 12), "board apple bracelet amber magnet honey")
    return page


def hand_out(taken: Taken) -> QWidget:
    caution = "9b practised with this bank on 26 November, with its keys in the file."
    return HandOutPage("9b", [(Path("a"), taken.bank.title)], cautions={Path("a"): caution})


def hand_out_practice(taken: Taken) -> QWidget:
    page = HandOutPage("9b", [(Path("a"), taken.bank.title)])
    page.choose(PRACTICE)
    page.more.swap()
    page.more.show_second("the-key-of-the-whole-school.quizkeypub", KEYS.public)
    page.say("This is not a key file of quizapp.")
    return page


def handed_out(_taken: Taken) -> QWidget:
    names = ("a-practice.quizpack", "a-practice-codes.csv", "a-practice.quizclass")
    page = Path("/home/ada/exams/march")
    more = ("a-practice.tar.gz", "start-a-practice.sh")
    return HandedOutPage("9b", page, names, practice=True, package=more, no_package="Not made.")


def wrong_phrase(_taken: Taken) -> QWidget:
    page = PassphrasePage("What came back is sealed to your key: only your key opens it.")
    page.say("The passphrase does not open this key file. Capital letters and spaces count.")
    return page


QUIZ = (
    b"Who lives at the bottom of the pond, as the warden of the reserve says?"
    b"{=A newt that nobody saw ~A fox}\n\n<b>Wet</b>?{TRUE#It is.}\n\nBroken{=a\n"
)


def importing(state: str) -> Callable[[Taken], QWidget]:
    """A state of bringing questions in: asking, looking or done."""

    def make(_taken: Taken) -> QWidget:
        titles = [title for title, _endings in readable()]
        page = ImportPage(titles, [Target(Path("a"), "The night ferry")], "Home")
        if state == "asking":
            page.show_failed("It could not be read", "Say what it holds.", columns=True)
        elif state == "looking":
            page.show_intake(look_at(QUIZ, "ponds.gift", lambda _done, _total: None))
        else:
            page.show_done(12, "Questions from elsewhere")
        return page

    return make


def exporting(taken: Taken) -> QWidget:
    """A bank for another program, which cannot hold all of it."""
    page = ExportPage(taken.bank.title, "Home", targets())
    _data, losses = written(taken.bank, "gift", {})
    page.show_losses(20, losses)
    page.say_saved("Saved as battery-on-request.gift")
    return page


def studio_place(taken: Taken) -> QWidget:
    cards = (DraftCard(Path("a"), taken.bank.title, 12, 340, 1e9), BROKEN_DRAFT)
    return StudioPlace(cards, [OwnBank(Path("/home/ada/banks/ferry"), "The night ferry")])


BROKEN_DRAFT = DraftCard(Path("b"), "broken", 0, 0, 0.0, "The draft cannot be read.")


SCREENS: dict[str, Callable[[Taken], QWidget]] = {
    "home": home,
    "home, left open": left_open,
    "settings": lambda _taken: SettingsPage(Settings()),
    "start": lambda taken: StartPage(taken.bank, None, confidence=True),
    "problems": problems,
    "choice": at("q-who-battery"),
    "standing": at("q-has-battery"),
    "standing, five levels": standing_in_five,
    "result, five levels": result_in_five,
    "standing with evidence": at("q-israel-offer"),
    "evidence": at("q-weighing"),
    "sorting": at("q-sort-send"),
    "several": at("q-limits"),
    "text": at("i-start"),
    "feedback": feedback("q-israel-offer"),
    "feedback on sorting": feedback("q-sort-send"),
    "hand in": hand_in,
    "result": lambda taken: ResultPage(taken.done().result()),
    "progress, early": early_progress,
    "progress": late_progress,
    "progress, tables": tables,
    "review": lambda taken: Review(taken.done(), 4),
    "statistics": statistics_of(28),
    "statistics, few": statistics_of(9),
    "home, due": home_with_due,
    "readers": lambda _taken: readers_page(),
    "join": join_page,
    "studio, place": studio_place,
    "studio": studio_at(),
    "studio, claim": studio_at(claim=True),
    "studio, item": studio_at(item=True),
    "studio, picture": studio_with_picture,
    "start, more": start_with_more,
    "practice": practice_at(check=False),
    "practice, feedback": practice_at(check=True),
    "practice, done": practice_done,
    "classes": classes_place,
    "classes, none": lambda _taken: ClassesPlace((), ""),
    "class, new": lambda _taken: RosterPage("9b", ROSTER * 5),
    "class, empty": class_page(exams=0),
    "class": class_page(exams=4),
    "class, key": lambda _taken: KeyPage(),
    "class, sheet": key_sheet,
    "class, passphrase": wrong_phrase,
    "class, hand out": hand_out,
    "class, hand out practice": hand_out_practice,
    "class, handed out": handed_out,
    "class, contests": lambda _taken: contests_page(),
    "class, again": lambda _taken: again_page(),
    "class, certificates": lambda _taken: certificates_page(),
    "class, end": lambda _taken: RemovePage("9b", 28, 3),
    "import, asking": importing("asking"),
    "import, looking": importing("looking"),
    "import, done": importing("done"),
    "export": exporting,
    "exam, entry": exam_entry,
    "exam, handed in": exam_handed,
    "practice pack, entry": practice_entry,
    "practice pack, handed in": practice_handed,
}
IN_FRAME = (
    "home",
    "home, left open",
    "home, due",
    "readers",
    "settings",
    "studio, place",
    "classes",
    "classes, none",
    "statistics",
    "statistics, few",
    *(s for s in SCREENS if "progress" in s),
)


@pytest.fixture
def taken(store: Store) -> Taken:
    """A fresh attempt at the article bank."""
    return Taken(store)


@pytest.fixture
def wear(qapp: QApplication) -> Iterator[Callable[[str, float], None]]:
    """Puts a look on the program, and the usual one back."""
    yield lambda name, scale: theme.apply(qapp, Theme.of(name, scale, motion=False))
    theme.apply(qapp, Theme.of("light", motion=False))


def shown(qtbot: QtBot, taken: Taken, screen: str, size: str) -> QWidget:
    """A screen at a size, with everything laid out."""
    width, height = SIZES[size]
    page = SCREENS[screen](taken)
    qtbot.addWidget(page)
    page.resize(width - (NAVIGATION if screen in IN_FRAME else 0), height)
    page.show()
    for _times in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QApplication.processEvents()
    return page


def too_low(page: QWidget) -> list[str]:
    """Texts that wrap and have less height than their lines take."""
    return [
        f"{label.text()[:50]!r} {label.width()}x{label.height()}"
        for label in seen(page, Label)
        if label.hasHeightForWidth() and label.height() < label.heightForWidth(label.width())
    ]


def too_low_options(page: QWidget) -> list[str]:
    """Options that have less height than their words take."""
    return [
        f"{button.accessibleName()[:50]!r} {button.width()}x{button.height()}"
        for options in seen(page, OptionList)
        for button in seen(options, QAbstractButton)
        if button.height() < button.heightForWidth(button.width())
    ]


def too_wide(page: QWidget) -> list[str]:
    """Pages that are wider than what can be seen of them."""
    return [
        f"{held.width()} in {area.viewport().width()}"
        for area in seen(page, QScrollArea)
        if (held := area.widget()) is not None and held.width() > area.viewport().width()
    ]


def sticking_out(page: QWidget) -> list[str]:
    """Texts and buttons that reach over the right edge of what holds them."""
    found = []
    for part in [*seen(page, QLabel), *seen(page, QAbstractButton)]:
        holder = part.parentWidget()
        place = QRect(part.mapTo(page, QPoint(0, 0)), part.size())
        if holder is not None and (part.x() < 0 or part.geometry().right() >= holder.width() + 1):
            name = part.accessibleName() or getattr(part, "text", str)()
            found.append(f"{type(part).__name__} {name[:40]!r} {place.getRect()}")
    return found


def overlapping(page: QWidget) -> list[str]:
    """Neighbours in one holder of which one lies over the other."""
    holders: list[QWidget] = [page, *seen(page, QWidget)]
    return [
        f"{one.accessibleName() or one.text()!r} / {other.accessibleName() or other.text()!r}"
        for holder in holders
        for one, other in combinations(texts_in(holder, page), 2)
        if one.geometry().intersects(other.geometry())
    ]


def texts_in(holder: QWidget, page: QWidget) -> list[QLabel | QAbstractButton]:
    """The texts and buttons directly in a holder that are shown."""
    parts = [c for c in holder.children() if isinstance(c, QLabel | QAbstractButton)]
    return [part for part in parts if part.isVisibleTo(page)]


def broken(page: QWidget) -> list[str]:
    """Options in which a word is wider than a line, so that it breaks in its middle."""
    return [
        f"{button.accessibleName()[:50]!r} {button.width()}"
        for options in seen(page, OptionList)
        for button, face in zip(options._buttons, options._faces, strict=True)
        if widest(face.choice.text) > button.width() - face._text_at(theme.current()) - 16
    ]


def widest(text: str) -> float:
    """The width of the longest word of an option."""
    font = theme.current().font("body", 500)
    return max(width_of(word, font) for word in text.split())


def faults(page: QWidget) -> dict[str, list[str]]:
    """Everything that is wrong with how a page is laid out."""
    looks = (too_low, too_low_options, too_wide, sticking_out, overlapping, broken)
    return {look.__name__: found for look in looks if (found := look(page))}


LOOKS = [
    ("light", 1.0, "low"),
    ("dark", 1.5, "least"),
    ("light", 2.0, "low"),
    ("high_contrast", 2.0, "large"),
]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("look", "scale", "size"), LOOKS)
def test_nothing_is_cut_and_nothing_overlaps(
    qtbot: QtBot,
    taken: Taken,
    wear: Callable[[str, float], None],
    screen: str,
    look: str,
    scale: float,
    size: str,
) -> None:
    """Every word can be read, on a small screen with large text too."""
    wear(look, scale)

    assert faults(shown(qtbot, taken, screen, size)) == {}


SMALL = ("standing", "standing with evidence", "evidence", "choice", "several", "text")


@pytest.mark.parametrize("screen", SMALL)
def test_a_question_of_the_article_bank_needs_no_scrolling_at_usual_text(
    qtbot: QtBot, taken: Taken, wear: Callable[[str, float], None], screen: str
) -> None:
    """On a small screen too, all that can be chosen is seen at once."""
    wear("light", 1.0)

    page = shown(qtbot, taken, screen, "low")

    areas = [area for area in seen(page, QScrollArea) if isinstance(area.widget(), QuestionPane)]
    assert [area.verticalScrollBar().maximum() for area in areas] == [0]
