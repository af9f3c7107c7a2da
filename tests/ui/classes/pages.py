"""Pages of a class with something on them, for what holds on every screen."""

from dataclasses import replace
from decimal import Decimal

from quizapp.app.class_contests import ClassContest
from quizapp.app.remarking import Again
from quizapp.claims import Standing
from quizapp.classroom.book import Gradebook, HandedOut, Line, Taken
from quizapp.classroom.exam import Link
from quizapp.classroom.roster import Student
from quizapp.quiz import Attempt, Contest, Marking, Posed, Rules, regrade
from quizapp.ui.classes.again_page import AgainPage
from quizapp.ui.classes.certificates_page import CertificatesPage
from quizapp.ui.classes.contests_page import ClassContestsPage
from tests.examples import ferry
from tests.taking import BEGAN

EXAM = HandedOut(
    id="e",
    class_id="a",
    bank_id="ferry",
    bank_version="v",
    title="The ferry that stayed, with all that was said about it afterwards",
    link=Link({}),
    students=(),
    rules=Rules(feedback="never", confidence=False),
    at=BEGAN,
)
WHO = "María José de la Cruz y Fernández-Villaverde"


def class_contests() -> tuple[ClassContest, ...]:
    """One to decide, one that was accepted, one that was declined."""
    places, reason = ("p1s1",), "The office gives permits, and says here that it gave none."
    first = Contest("1", "a1", "who", "class:e:1", places, Standing.DENIED, reason, BEGAN)
    found = (
        first,
        replace(first, id="2").decide("accepted", "You are right.", BEGAN),
        replace(first, id="3", sentences=("none",)).decide("declined", "It says so.", BEGAN),
    )
    return tuple(
        ClassContest(
            contest=one,
            exam=EXAM,
            who=WHO,
            question="Who gives permits, as the article has it, and who takes them away again?",
            words="" if one.id == "3" else "The office gives permits and takes them away.",
            key="The office of the harbour",
            answer="" if one.id == "2" else "The minister",
        )
        for one in found
    )


def contests_page() -> ClassContestsPage:
    """The contests of a class."""
    return ClassContestsPage("9b", class_contests(), ("ferry",))


def again(*, own: bool = False) -> Again:
    """What another weight of all questions makes of one attempt that has no answer."""
    bank = ferry()
    posed = tuple(Posed(item.id, ()) for item in bank.items if item.scored)
    attempt = Attempt(
        id="a1",
        reader="class:e:1",
        bank_id="ferry",
        bank_version="v",
        rules=Rules.test(),
        seed=1,
        posed=posed,
        started=BEGAN,
        at=posed[0].item,
    )
    heavier = replace(bank, items=tuple(replace(i, weight=Decimal(3)) for i in bank.items))
    return Again(
        exam=EXAM,
        own=own,
        newer=True,
        saved=BEGAN,
        of=2,
        marks=((WHO, regrade(attempt, Marking(bank), Marking(heavier))),),
        questions={item.id: item.subject for item in bank.items},
    )


def again_page() -> AgainPage:
    """What would change, before it does."""
    page = AgainPage("9b", EXAM.title)
    page.show_again(again())
    return page


def certificates_page() -> CertificatesPage:
    """From which share on, where two of three reach the usual one."""
    shares = (0.9, 0.6, 0.2)
    taken = [Taken(attempt="a", handed_in=BEGAN, earned=s, possible=1.0, right=0) for s in shares]
    lines = tuple(Line(Student(WHO, "", n), ((one,),)) for n, one in enumerate(taken, start=1))
    return CertificatesPage("9b", Gradebook("9b", (EXAM,), lines))
