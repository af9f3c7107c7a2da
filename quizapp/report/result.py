"""What a reader is told after handing in."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.bank import Bank
from quizapp.claims import TITLES, Standing
from quizapp.i18n import N_, _, n_
from quizapp.items import Item
from quizapp.quiz import (
    Attempt,
    BandFit,
    Certainty,
    Discernment,
    Missing,
    Score,
    Verdict,
    answered_standing,
    bands,
    certainty,
    discern,
    graded,
    judge,
    scheme_of,
    score,
    skill_counts,
)
from quizapp.quiz.calibration import Calibration, calibrate
from quizapp.quiz.timing import Timing
from quizapp.report.article_map import ArticleMap, article_map
from quizapp.report.sure import certainty_line, claims_sentence, level_title, sure_sentence
from quizapp.report.taken import taken_lines

SKILL_TITLES = {
    "attribution": N_("Who says it"),
    "standing": N_("How it stands"),
    "evidence": N_("The words that show it"),
    "trade_offs": N_("For and against"),
}


NO_TIMES = Timing()


@dataclass(frozen=True, slots=True)
class SkillLine:
    """How many answers of one skill were right, of how many asked."""

    skill: str
    title: str
    right: int
    asked: int


@dataclass(frozen=True, slots=True)
class Band:
    """One level of confidence: how many answers of it were right, of how many given."""

    level: int
    title: str
    right: int
    n: int


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item as the list of results shows it. ``standing`` and ``said`` are ids, or empty.

    ``outcome`` is right, partly, wrong or blank.
    """

    number: int
    item: str
    kind: str
    text: str
    quoted: bool
    outcome: str
    credit: float
    standing: str
    said: str


@dataclass(frozen=True, slots=True)
class Result:
    """The whole result of one attempt. ``sentence`` can be said aloud; ``rests_on`` limits it.

    ``fits`` has every level of confidence with its interval, ``certainty`` the marks for it, or
    ``None`` where nobody asked. ``claims`` compares the chances that five levels claim with what
    came of them. ``judged`` says how the answers read, or what that still takes.
    """

    title: str
    attempt: Attempt
    sentence: str
    rests_on: str
    score: Score
    discernment: Discernment
    joint: tuple[int, int]
    skills: tuple[SkillLine, ...]
    bands: tuple[Band, ...]
    fits: tuple[BandFit, ...]
    certainty: Certainty | None
    claims: Calibration | None
    judged: Verdict | Missing
    lines: tuple[ItemLine, ...]
    map: ArticleMap
    taken: tuple[str, ...] = ()

    @property
    def closed(self) -> bool:
        """Whether the article was kept away."""
        return self.attempt.rules.closed

    def text(self) -> str:
        """The result as plain text."""
        return "\n".join(self._text())

    def _text(self) -> Iterator[str]:
        yield self.sentence
        yield self.rests_on
        yield from self.taken
        right, n = self.score.right, len(self.score.marks)
        yield _("Full credit: {right} of {n} items.").format(right=right, n=n)
        if self.joint[1]:
            yield _("Standing and words both right: {right} of {n}.").format(
                right=self.joint[0], n=self.joint[1]
            )
        for line in self.skills:
            yield f"  {line.title}: {line.right} / {line.asked}"
        yield from self._sure()
        yield from self._matrix()
        for row in self.lines:
            words = f"“{row.text}”" if row.quoted else row.text
            yield f"  {row.number:>3}  {outcome_title(row.outcome):<12}  {words}"
        yield ""
        yield self.map.text()

    def _sure(self) -> Iterator[str]:
        """Each level of confidence that was used, what they show, and the marks for it."""
        if self.certainty is None:
            return
        for band in self.bands:
            if band.n:
                text = _("  {level} sure: {right} of {n} right")
                yield text.format(level=band.title, right=band.right, n=band.n)
        yield sure_sentence(self.fits)
        if self.claims is not None:
            yield claims_sentence(self.claims)
        yield certainty_line(self.certainty)

    def _matrix(self) -> Iterator[str]:
        """Every pair of the standing matrix that occurred, as a line."""
        for (key, said), n in sorted(self.discernment.matrix.items()):
            words = n_(
                "  {n} claim that is {key}, answered {said}",
                "  {n} claims that are {key}, answered {said}",
                n,
            )
            yield words.format(n=n, key=_title(key), said=_title(said))


def outcome_title(outcome: str) -> str:
    """An outcome in words."""
    titles = {
        "right": _("Right"),
        "partly": _("Partly right"),
        "wrong": _("Not right"),
        "blank": _("Left blank"),
    }
    return titles[outcome]


def result(bank: Bank, attempt: Attempt, timing: Timing = NO_TIMES) -> Result:
    """The result of ``attempt`` against the bank version it is pinned to."""
    scored = score(bank, attempt)
    seen = discern(bank, attempt)
    joint = [m for m in scored.marks if bank.item[m.item].kind == "standing_with_evidence"]
    levels, judged = graded(attempt, scored), judge([seen])
    scheme = scheme_of(attempt.rules.levels)
    fits = bands(scheme, levels)
    said, rests = _sentences(bank, attempt, seen, scored, judged)
    return Result(
        title=bank.title,
        attempt=attempt,
        sentence=said,
        rests_on=rests,
        score=scored,
        discernment=seen,
        joint=(sum(m.right for m in joint), len(joint)),
        skills=skill_lines(bank, scored),
        bands=tuple(Band(fit.level, level_title(fit), fit.right, fit.n) for fit in fits),
        fits=fits,
        certainty=certainty(levels, len(scored.marks) - len(levels), scheme) if levels else None,
        claims=calibrate(scheme, levels) if attempt.rules.levels == 5 else None,
        judged=judged,
        lines=tuple(_lines(bank, attempt, scored)),
        map=article_map(bank),
        taken=taken_lines(attempt.rules, timing),
    )


def _sentences(
    bank: Bank, attempt: Attempt, seen: Discernment, scored: Score, judged: Verdict | Missing
) -> tuple[str, str]:
    """The sentence, and what it rests on."""
    if attempt.rules.closed:
        return _guessed(scored)
    if isinstance(judged, Verdict):
        return judged.counts(), judged.shown()
    return sentence(seen, scored), rests_on(bank, seen)


def _guessed(scored: Score) -> tuple[str, str]:
    """What can be said of answers that were given without the article."""
    right, n = scored.right, len(scored.marks)
    blind = sum(mark.guess for mark in scored.marks)
    said = _("Without the article you got {right} of {n} items right.").format(right=right, n=n)
    text = _(
        "Guessing blindly earns about {blind} of {n}. This shows which items can be answered "
        "without reading, and nothing about how you read."
    )
    return said, text.format(blind=f"{blind:.1f}", n=n)


def sentence(seen: Discernment, scored: Score) -> str:
    """The result in one line that a person can say aloud."""
    if seen.confirmed and seen.others:
        return found_sentence(seen)
    if seen.others:
        text = n_(
            "The claim is not confirmed in the article; you called {called} of {others} confirmed.",
            "None of the {others} claims is confirmed in the article; you called {called} of them "
            "confirmed.",
            seen.others,
        )
        return text.format(called=seen.false_alarms, others=seen.others)
    right, n = scored.right, len(scored.marks)
    return _("You got {right} of {n} items right.").format(right=right, n=n)


def found_sentence(seen: Discernment) -> str:
    """The counts of both sorts of claims in one line."""
    return _(
        "You found {found} of {confirmed} confirmed claims, and called {called} of {others} "
        "others confirmed."
    ).format(
        found=seen.found, confirmed=seen.confirmed, called=seen.false_alarms, others=seen.others
    )


def rests_on(bank: Bank, seen: Discernment) -> str:
    """What the sentence rests on, and why it says no more."""
    if not seen.balanced:
        balance = bank.balance
        return _(
            "Which way you lean is not said: only {confirmed} of the {n} claims asked about are "
            "confirmed here, and a set like that cannot show it."
        ).format(confirmed=balance.confirmed, n=balance.total)
    if seen.enough:
        words = _(
            "Which way you lean is not said: {confirmed} confirmed claims and {others} others are "
            "out of balance."
        )
        return words.format(confirmed=seen.confirmed, others=seen.others)
    return _(
        "It is too early to say which way you lean: that takes 20 confirmed claims and 20 others, "
        "and you have answered {confirmed} and {others}."
    ).format(confirmed=seen.confirmed, others=seen.others)


def _title(standing: str) -> str:
    return _(TITLES[Standing(standing)])


def skill_lines(bank: Bank, scored: Score) -> tuple[SkillLine, ...]:
    """Right of asked per skill; the parts of a joint credit count for their own skill."""
    return tuple(
        SkillLine(skill, _(SKILL_TITLES[skill]), right, asked)
        for skill, right, asked in skill_counts(bank, scored)
    )


def _lines(bank: Bank, attempt: Attempt, scored: Score) -> Iterator[ItemLine]:
    for number, mark in enumerate(scored.marks, start=1):
        item = bank.item[mark.item]
        answer = attempt.answers.get(mark.item)
        yield ItemLine(
            number=number,
            item=item.id,
            kind=item.kind,
            text=item.subject,
            quoted=item.quotes_a_claim,
            outcome=mark.outcome,
            credit=mark.credit,
            standing=_key_standing(item),
            said=answered_standing(item.kind, answer.response) if answer else "",
        )


def _key_standing(item: Item) -> str:
    return answered_standing(item.kind, item.key())
