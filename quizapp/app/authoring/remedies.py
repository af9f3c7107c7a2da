"""Problems in an author's words, and what can be done about some of them with one key."""

from collections.abc import Callable
from dataclasses import dataclass

from quizapp.app.authoring.asking import remove
from quizapp.app.authoring.draft import Draft
from quizapp.app.authoring.marking import change_claim, put_on_side
from quizapp.app.authoring.spelling import call_right, respelt
from quizapp.claims import TITLES, Claim, ClaimMap
from quizapp.errors import Problem
from quizapp.i18n import N_, _

Command = Callable[[Draft], Draft]
MOST_SHOWN = 60

# What is wrong and what to do, where the words of a bank's file would mean nothing to an author.
WORDS: dict[str, tuple[str, str]] = {
    "no-basis": (
        N_("Confirmed, and nothing says why"),
        N_("Choose why it counts as confirmed, or let it stand as asserted."),
    ),
    "empty-basis": (
        N_("Confirmed, and nobody says it"),
        N_("Mark the words that say it, or choose another standing."),
    ),
    "unknown-unshown": (
        N_("Unknown, and no words say that it is open"),
        N_("Mark the words that say so. Silence is “not stated”."),
    ),
    "foil-evidence": (
        N_("Not stated, but shown by words"),
        N_("Take the words away, or choose another standing."),
    ),
    "one-sided": (
        N_("Disputed by one side only"),
        N_("Select the words of the other side and press 3 again."),
    ),
    "standing-why": (
        N_("The rules give another standing"),
        N_("Write the reason, or let the rules decide."),
    ),
    "same-standing": (
        N_("The second reading is the same as the first"),
        N_("Choose another standing, or take the second reading away."),
    ),
    "few-sources": (
        N_("Fewer than two named sources say it"),
        N_("Mark the words of the other one, or change the reason."),
    ),
    "span-missing": (
        N_("The article no longer has the words"),
        N_("Select the words that show it now, or delete the claim."),
    ),
    "span-twice": (
        N_("The words stand in the article more than once"),
        N_("Select them again, with a word or two more."),
    ),
    "unargued": (
        N_("Nobody in the article argues from it"),
        N_("Mark who does, or move it to “not argued here”."),
    ),
    "argued-foil": (
        N_("Said in the article, so it is argued"),
        N_("Move it to the side that the article has it on."),
    ),
    "no-items": (N_("The bank asks nothing yet"), N_("Mark a claim; its items write themselves.")),
    "no-stem": (N_("There is no question"), N_("Write what is asked.")),
    "undated": (
        N_("“Now” without a date"),
        N_("Write the date, since nobody knows when it will be read."),
    ),
    "overlap": (
        N_("Shown by the same words as another claim"),
        N_("Select fewer words for one of the two."),
    ),
    "no-named-person": (
        N_("The article names no person"),
        N_("An article with named sources trains more. Say in the description what this one does."),
    ),
    "floating": (
        N_("Bound to no claim"),
        N_("Say which claims it asks about, or leave it out."),
    ),
    "bot": (
        N_("Somebody who never reads would do too well"),
        N_("Word some options otherwise, or leave some of these items out."),
    ),
}
FIELDS: dict[str, tuple[str, str]] = {
    "title": (N_("The bank has no title"), N_("Write one.")),
    "cites": (
        N_("Nothing says where the article comes from"),
        N_("Write author, publisher, date."),
    ),
    "licence": (N_("The bank has no licence"), N_("Say under which licence others may use it.")),
    "language": (N_("The bank has no language"), N_("Write a tag such as en or uk.")),
    "text": (N_("Something is empty"), N_("Write its words.")),
    "claims": (N_("There are no claims yet"), N_("Select words, and press 1 to 7.")),
    "alternative": (
        N_("The picture has no words that stand for it"),
        N_("Write what somebody who cannot see it must know."),
    ),
    "accepted": (N_("No answer is accepted"), N_("Write at least one.")),
    "answer": (N_("There is no answer"), N_("Type the number that is right.")),
    "key": (N_("No option is right"), N_("Mark the one that is.")),
    "keys": (N_("No option is right"), N_("Mark those that are.")),
    "name": (N_("A source has no name"), N_("Write who it is.")),
    "question": (N_("A trade-off has no question"), N_("Write what is under debate.")),
}


@dataclass(frozen=True, slots=True)
class Fix:
    """Something certain that an author may do about a problem: its name, and the command."""

    name: str
    command: Command


def told(problem: Problem, claim: Claim | None) -> tuple[str, str]:
    """What is wrong and what to do, in the words of an author."""
    if problem.code in ("missing-field", "empty-field", "short-list"):
        found = _field(problem)
        if found:
            return _(found[0]), _(found[1])
    if problem.code == "standing-why" and claim is not None:
        what = _("The rules give “{standing}”").format(standing=_(TITLES[claim.derived]))
        return what, _(WORDS[problem.code][1])
    if problem.code in WORDS:
        what, remedy = WORDS[problem.code]
        return _(what), _(remedy)
    return problem.what, problem.remedy


def fix_for(problem: Problem, claims: ClaimMap, claim: str, item: str, derived: bool) -> Fix | None:
    """What is surely right to do, where anything is."""
    known = claims.claim.get(claim)
    if known is not None and problem.code in _CLAIM_FIXES:
        name, make = _CLAIM_FIXES[problem.code]
        return Fix(_(name), make(claim))
    if problem.code == "unargued":
        return _to_foils(problem, claims)
    if item and derived:
        return Fix(_("Leave the item out"), lambda draft: remove(draft, item))
    return None


def spelling_fix(word: str, other: str) -> Fix:
    """Put the word that was meant wherever the author wrote the other."""
    return Fix(_("Write “{word}”").format(word=other), lambda draft: respelt(draft, word, other))


def spelling_accepted(word: str) -> Fix:
    """Doubt the word no more."""
    return Fix(_("It is spelt right"), lambda draft: call_right(draft, word))


def short(words: str, most: int = MOST_SHOWN) -> str:
    """Words as a line of a list shows them, in ``most`` characters."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _field(problem: Problem) -> tuple[str, str] | None:
    names = [step for step in problem.path if isinstance(step, str)]
    if problem.code == "missing-field":
        named = problem.what.rpartition("“")[2].rstrip("”.")
        names.append(named)
    return next((FIELDS[name] for name in reversed(names) if name in FIELDS), None)


def _without_words(id_: str) -> Command:
    return lambda draft: change_claim(draft, id_, attributions=(), basis=None)


def _by_rule(id_: str) -> Command:
    return lambda draft: change_claim(draft, id_, written=None)


def _one_reading(id_: str) -> Command:
    return lambda draft: change_claim(draft, id_, also=None)


def _no_basis(id_: str) -> Command:
    return lambda draft: change_claim(draft, id_, basis=None, written=None)


_CLAIM_FIXES: dict[str, tuple[str, Callable[[str], Command]]] = {
    "foil-evidence": (N_("Take the words away"), _without_words),
    "standing-why": (N_("Let the rules decide"), _by_rule),
    "same-standing": (N_("Keep one reading"), _one_reading),
    "empty-basis": (N_("Take the reason away"), _no_basis),
    "no-basis": (N_("Let it stand as asserted"), _by_rule),
}


def _to_foils(problem: Problem, claims: ClaimMap) -> Fix | None:
    if len(problem.path) < 4 or not isinstance(problem.path[1], int):
        return None
    trade_off = claims.trade_offs[problem.path[1]]
    side, n = problem.path[2], problem.path[3]
    members = {str(name): ids for name, ids in trade_off.sides.items()}.get(str(side), ())
    if not isinstance(n, int) or n >= len(members):
        return None
    id_, claim = trade_off.id, members[n]
    name = _("Move it to “not argued here”")
    return Fix(name, lambda draft: put_on_side(draft, id_, claim, "not_argued"))
