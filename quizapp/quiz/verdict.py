"""What can be said about how somebody reads, in words, and what is missing until it can be.

A verdict rests on two intervals: that of d′ says whether a reader tells confirmed claims from
others, that of the leaning says which way they lean. Two chances to speak are two chances to be
wrong: with both at 95 % about 1 in 14 blind pickers would get a name that they do not deserve. So
5 % are shared out. The interval of d′ has 92 %, of which only the 4 % below it matter, for only
d′ above 0 is telling apart; the interval of the leaning has 99 %, 1 % for both sides.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil

from quizapp.i18n import N_, _, n_
from quizapp.quiz.detection import Detection, detect
from quizapp.quiz.discernment import FLOOR, Discernment
from quizapp.quiz.intervals import wilson
from quizapp.quiz.leaning import Leaning, lean

FEWEST_CONFIRMED, MOST_CONFIRMED = Fraction(7, 20), Fraction(3, 5)
BLIND = (1 / 7, 1 / 2)


class Name(StrEnum):
    """The four ways to read that a verdict tells apart."""

    TELLS_APART = "tells_apart"
    LEANS_TO_TRUST = "leans_to_trust"
    LEANS_TO_DOUBT = "leans_to_doubt"
    CANNOT_TELL = "cannot_tell"


TITLES = {
    Name.TELLS_APART: N_("Tells apart and does not lean"),
    Name.LEANS_TO_TRUST: N_("Leans to trust"),
    Name.LEANS_TO_DOUBT: N_("Leans to doubt"),
    Name.CANNOT_TELL: N_("Does not tell apart so far"),
}


@dataclass(frozen=True, slots=True)
class Pool:
    """The counts of all balanced sets together, and how many answers the other sets hold."""

    counted: Discernment
    left_out: int


@dataclass(frozen=True, slots=True)
class Missing:
    """Why there is no verdict yet: what was answered, and how many more it takes of each sort.

    ``left_out`` answers come from sets that are not balanced, and count for nothing here.
    """

    confirmed: int
    others: int
    more_confirmed: int
    more_others: int
    left_out: int

    def sentence(self) -> str:
        """What is missing, in plain words."""
        text = _(
            "It is too early to say how you read: that takes {floor} confirmed claims and {floor} "
            "others, from balanced sets and in balance. You have answered {confirmed} and "
            "{others}; {more_confirmed} and {more_others} are missing."
        ).format(
            floor=FLOOR,
            confirmed=self.confirmed,
            others=self.others,
            more_confirmed=self.more_confirmed,
            more_others=self.more_others,
        )
        return f"{text} {self._left_out()}" if self.left_out else text

    def _left_out(self) -> str:
        return n_(
            "{n} other answer is from a set that is not balanced, and does not count here.",
            "{n} other answers are from sets that are not balanced, and do not count here.",
            self.left_out,
        ).format(n=self.left_out)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How somebody reads, with the figures that it rests on."""

    name: Name
    counted: Discernment
    detection: Detection
    leaning: Leaning

    @property
    def tells_apart(self) -> bool:
        """Whether the interval of d′ lies above 0."""
        return self.detection.d_prime_interval.low > 0

    def sentence(self) -> str:
        """The verdict in plain words: the counts, what they show, and how sure that is."""
        return f"{self.counts()} {self.shown()}"

    def counts(self) -> str:
        """What was found and what was wrongly called confirmed, in one line."""
        return _(
            "You found {found} of {confirmed} confirmed claims, and called {called} of {others} "
            "others confirmed."
        ).format(
            found=self.counted.found,
            confirmed=self.counted.confirmed,
            called=self.counted.false_alarms,
            others=self.counted.others,
        )

    def shown(self) -> str:
        """What the counts show, and how sure that is."""
        return f"{self._apart()} {self._lean()} {self._range()}"

    def _apart(self) -> str:
        if self.tells_apart:
            return _("You tell the two apart.")
        if self.detection.d_prime_interval.high < 0:
            return _("You take the one for the other more often than chance would.")
        return _("It does not show that you tell the two apart.")

    def _lean(self) -> str:
        seen = self.leaning
        if self.name is Name.LEANS_TO_TRUST:
            text = _(
                "You lean to trust: {said} of {n} answers say confirmed, and {keyed} claims are."
            )
        elif self.name is Name.LEANS_TO_DOUBT:
            text = _(
                "You lean to doubt: {said} of {n} answers say confirmed, and {keyed} claims are."
            )
        elif self.tells_apart:
            text = _("No lean shows: {said} of {n} answers say confirmed, and {keyed} claims are.")
        else:
            text = _(
                "{said} of {n} answers say confirmed, and {keyed} claims are: somebody who picks "
                "blindly could do the same."
            )
        return text.format(said=seen.said, n=seen.n, keyed=seen.keyed)

    def _range(self) -> str:
        text = _("That is {points} percentage points, and {low} to {high} would fit these answers.")
        seen = self.leaning
        ends = (_points(seen.interval.low), _points(seen.interval.high))
        return text.format(points=_points(seen.value), low=ends[0], high=ends[1])


def pool(seen: Iterable[Discernment]) -> Pool:
    """The counts of balanced sets added up; no single set is large enough for a verdict.

    Give first sights only, as ``quizapp.quiz.sights`` finds them.
    """
    matrix: Counter[tuple[str, str]] = Counter()
    left_out = 0
    for one in seen:
        if one.balanced:
            matrix.update(one.matrix)
        else:
            left_out += one.n
    return Pool(Discernment(matrix, balanced=True), left_out)


def missing(pooled: Pool) -> Missing | None:
    """What a verdict still takes; ``None`` where nothing is missing.

    It takes 20 answers about confirmed claims and 20 about others. And the answers themselves must
    be in balance, whatever was left blank or not drawn: 35 to 60 % of them about confirmed claims.
    """
    counted = pooled.counted
    odds = (1 - MOST_CONFIRMED) / MOST_CONFIRMED
    others = max(FLOOR, counted.others, ceil(odds * counted.confirmed))
    odds = FEWEST_CONFIRMED / (1 - FEWEST_CONFIRMED)
    confirmed = max(FLOOR, counted.confirmed, ceil(odds * others))
    if (confirmed, others) == (counted.confirmed, counted.others):
        return None
    return Missing(
        confirmed=counted.confirmed,
        others=counted.others,
        more_confirmed=confirmed - counted.confirmed,
        more_others=others - counted.others,
        left_out=pooled.left_out,
    )


def judge(seen: Iterable[Discernment], seed: int = 1) -> Verdict | Missing:
    """How somebody reads, or what is missing until that can be said.

    - *Tells apart and does not lean*: the interval of d′ is above 0, that of the leaning holds 0.
    - *Leans to trust*, *leans to doubt*: the interval of the leaning is above 0, or below.
    - *Cannot tell*: all else.

    A reader who is not shown to tell apart leans only if blind picking could not have done it.
    Blindly picked among the seven standings, 1 answer in 7 says "confirmed"; by the toss of a
    coin, 1 in 2. So the 99 % Wilson interval of their share of "confirmed" must lie above 1/2 for
    trust, or below 1/7 for doubt.

    ``seed`` fixes the draws behind the interval of d′.
    """
    pooled = pool(seen)
    if (lacking := missing(pooled)) is not None:
        return lacking
    counted = pooled.counted
    detection, leaning = detect(counted, seed=seed), lean(counted)
    assert detection is not None
    assert leaning is not None
    return Verdict(_name(detection, leaning), counted, detection, leaning)


def _name(detection: Detection, leaning: Leaning) -> Name:
    tells_apart = detection.d_prime_interval.low > 0
    said = wilson(leaning.said, leaning.n, leaning.interval.level)
    assert said is not None
    if leaning.interval.low > 0 and (tells_apart or said.low > BLIND[1]):
        return Name.LEANS_TO_TRUST
    if leaning.interval.high < 0 and (tells_apart or said.high < BLIND[0]):
        return Name.LEANS_TO_DOUBT
    return Name.TELLS_APART if tells_apart else Name.CANNOT_TELL


def _points(share: float) -> str:
    """A difference of shares in percentage points, with its sign: +8, 0, −12."""
    points = round(100 * share)
    return f"{points:+d}".replace("-", "−") if points else "0"
