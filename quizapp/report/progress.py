"""How somebody reads over all that they have taken: first sights only, added up over all banks."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.i18n import _
from quizapp.items import SKILLS
from quizapp.quiz import (
    Attempt,
    BandFit,
    Discernment,
    Missing,
    Pool,
    Sat,
    Verdict,
    bands,
    discern,
    graded,
    judge,
    missing,
    pool,
    scheme_of,
    score,
    skill_counts,
    wilson,
)
from quizapp.quiz.calibration import Calibration, calibrate
from quizapp.quiz.schemes import Graded
from quizapp.report.figures import Table, percents
from quizapp.report.result import SKILL_TITLES, SkillLine, found_sentence

MOST_POINTS = 16


@dataclass(frozen=True, slots=True)
class Point:
    """How the answers read up to and with the attempt that was handed in ``at``."""

    at: datetime
    judged: Verdict


@dataclass(frozen=True, slots=True)
class Progress:
    """What all finished attempts together show.

    ``attempts`` were handed in; ``counted`` of them showed something new. ``judged`` rests on the
    balanced banks alone; ``skills`` and confidence on all: ``fits`` on the answers in three levels,
    ``five`` and ``claims`` on those in five, for the two are never mixed.
    ``points`` begin where the first verdict is possible.
    """

    attempts: int
    counted: int
    pooled: Discernment
    judged: Verdict | Missing
    points: tuple[Point, ...]
    fits: tuple[BandFit, ...]
    skills: tuple[SkillLine, ...]
    five: tuple[BandFit, ...] = ()
    claims: Calibration | None = None

    @property
    def sentence(self) -> str:
        """One line that can be said aloud."""
        if isinstance(self.judged, Verdict):
            return self.judged.counts()
        if self.pooled.confirmed and self.pooled.others:
            return found_sentence(self.pooled)
        return _("There is no verdict yet.")

    @property
    def rests_on(self) -> str:
        """What the answers show and how sure that is, or what is missing."""
        return self.judged.shown() if isinstance(self.judged, Verdict) else self.judged.sentence()

    @property
    def sure(self) -> bool:
        """Whether any answer said in three levels how sure the reader was."""
        return any(fit.n for fit in self.fits)

    @property
    def sure_in_five(self) -> bool:
        """Whether any answer said so in five levels."""
        return any(fit.n for fit in self.five)


def progress(sat: Sequence[Sat], attempts: int) -> Progress:
    """What first sights show: ``sat`` as ``first_sights`` gives them, of finished attempts."""
    by_date = sorted(sat, key=lambda one: (one[1].submitted or one[1].started, one[1].id))
    every = [(bank, attempt, score(bank, attempt)) for bank, attempt in by_date]
    scored = [one for one in every if one[2].marks]
    seen = [discern(bank, attempt) for bank, attempt, _marks in scored]
    levels: dict[int, list[Graded]] = {3: [], 5: []}
    for _bank, attempt, marks in scored:
        levels[attempt.rules.levels].extend(graded(attempt, marks))
    return Progress(
        attempts=attempts,
        counted=len(scored),
        pooled=pool(seen).counted,
        judged=judge(seen),
        points=_points([attempt for _bank, attempt, _marks in scored], seen),
        fits=bands(scheme_of(3), levels[3]),
        skills=_skills(one for bank, _at, marks in scored for one in skill_counts(bank, marks)),
        five=bands(scheme_of(5), levels[5]),
        claims=calibrate(scheme_of(5), levels[5]),
    )


def _points(taken: Sequence[Attempt], seen: Sequence[Discernment]) -> tuple[Point, ...]:
    """A point for each attempt that added to the pool, once there can be a verdict.

    Of more than 16 some are left out, evenly; the last one is always among them.
    """
    total = Pool(Discernment({}, balanced=True), 0)
    able: list[tuple[datetime, Discernment]] = []
    for attempt, one in zip(taken, seen, strict=True):
        if not (one.balanced and one.n):
            continue
        total = pool([total.counted, one])
        if missing(total) is None:
            able.append((attempt.submitted or attempt.started, total.counted))
    step = -(-len(able) // MOST_POINTS) or 1
    kept = able[::-1][::step][::-1]
    judged = ((at, judge([counted])) for at, counted in kept)
    return tuple(Point(at, verdict) for at, verdict in judged if isinstance(verdict, Verdict))


def _skills(counts: Iterable[tuple[str, int, int]]) -> tuple[SkillLine, ...]:
    right, asked = Counter[str](), Counter[str]()
    for skill, rights, n in counts:
        right[skill] += rights
        asked[skill] += n
    lines = ((skill, _(SKILL_TITLES[skill])) for skill in SKILLS if asked[skill])
    return tuple(SkillLine(skill, title, right[skill], asked[skill]) for skill, title in lines)


def skill_table(skills: Sequence[SkillLine]) -> Table:
    """The skills as a table, with the interval of each share."""
    head = (_("Skill"), _("Right"), _("Asked"), _("95 % interval"))
    rows = (
        (s.title, str(s.right), str(s.asked), percents(wilson(s.right, s.asked))) for s in skills
    )
    return (head, *rows)
