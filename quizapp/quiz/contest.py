"""A reader who disagrees with a key: words pointed at, a standing proposed, and a reason."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from quizapp.claims import Article, Standing
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.items import NOTHING

Decision = Literal["accepted", "declined"]
State = Literal["open"] | Decision
MOST_CHARACTERS = 2000


@dataclass(frozen=True, slots=True)
class Contest:
    """One contest. ``sentences`` are ids such as ``p2s3``, or ``none``; times are aware UTC.

    ``answer`` and ``decided`` are empty while it is open.
    """

    id: str
    attempt: str
    item: str
    reader: str
    sentences: tuple[str, ...]
    standing: Standing
    reason: str
    at: datetime
    state: State = "open"
    answer: str = ""
    decided: datetime | None = None

    def decide(self, state: Decision, words: str, now: datetime) -> "Contest":
        """The contest with a decision and what the reader is told.

        Raises:
            QuizappError: it was decided before, or nothing is said about it.
        """
        if self.state != "open":
            text = _("The contest “{id}” was decided before; a decision stands.")
            raise QuizappError(text.format(id=self.id))
        if not words.strip():
            raise QuizappError(_("Say in a few words why, so that the reader can learn from it."))
        return replace(self, state=state, answer=words.strip(), decided=now)


def check(sentences: tuple[str, ...], reason: str, article: Article) -> None:
    """Whether a contest says enough to be judged.

    Raises:
        QuizappError: it points at no words, at words that the article does not have, or gives no
            reason, or too long a one.
    """
    if not sentences:
        raise QuizappError(_("Mark the sentences that you mean; a contest rests on words."))
    places = [id_ for id_ in sentences if sentences != (NOTHING,)]
    if lost := [id_ for id_ in places if article.span_of(id_) is None]:
        text = _("The article has no {places}.")
        raise QuizappError(text.format(places=", ".join(lost)))
    if not reason.strip():
        raise QuizappError(_("Say why you read it in another way."))
    if len(reason) > MOST_CHARACTERS:
        text = _("Say it in at most {n} characters.")
        raise QuizappError(text.format(n=MOST_CHARACTERS))
