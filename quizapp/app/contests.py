"""Contests: a reader disagrees with a key, and somebody decides."""

from datetime import datetime

from quizapp.app.readers import of_class
from quizapp.claims import Standing
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.quiz import Contest
from quizapp.quiz.contest import Decision, check
from quizapp.store import Store, attempts, banks, contests
from quizapp.text import did_you_mean


def file(
    store: Store,
    attempt_id: str,
    item_id: str,
    sentences: tuple[str, ...],
    standing: Standing,
    reason: str,
    now: datetime,
    contest_id: str,
) -> Contest:
    """Keep a reader's contest of one item. ``sentences`` are ids, or ``("none",)``.

    Raises:
        QuizappError: there is no such attempt, it did not ask that, the item's answer does not
            stand yet, it is contested already, or words or a reason are missing.
    """
    with store.write() as connection:
        found = attempts.load(connection, attempt_id)
        if found is None:
            text = _("There is no attempt “{id}”. Run “quizapp results” to see those there are.")
            raise QuizappError(text.format(id=attempt_id))
        attempt, _head = found
        if item_id not in {posed.item for posed in attempt.posed}:
            text = _("The attempt has no question “{id}”.")
            raise QuizappError(text.format(id=item_id))
        if attempt.submitted is None and item_id not in attempt.checked:
            raise QuizappError(_("Answer the question first, and see what is said about it."))
        if any(c.item == item_id for c in contests.of_attempt(connection, attempt_id)):
            if of_class(attempt.reader):
                raise QuizappError(_("This question is contested in this attempt already."))
            raise QuizappError(_("You have contested this question already."))
        check(sentences, reason, banks.load(connection, attempt.bank_version).article)
        words = reason.strip()
        contest = Contest(
            contest_id, attempt_id, item_id, attempt.reader, sentences, standing, words, now
        )
        contests.add(connection, contest)
    return contest


def of_attempt(store: Store, attempt_id: str) -> tuple[Contest, ...]:
    """The contests of one attempt, oldest first."""
    with store.read() as connection:
        return contests.of_attempt(connection, attempt_id)


def of_bank(store: Store, bank_id: str) -> tuple[Contest, ...]:
    """The contests at one bank, of all readers, oldest first."""
    with store.read() as connection:
        return contests.of_bank(connection, bank_id)


def decide(
    store: Store, bank_id: str, contest_id: str, state: Decision, words: str, now: datetime
) -> Contest:
    """Accept or decline a contest, with words for the reader. The bank stays as it is.

    Raises:
        QuizappError: there is no such contest at this bank, it was decided, or no words are given.
    """
    with store.write() as connection:
        known = {contest.id: contest for contest in contests.of_bank(connection, bank_id)}
        if contest_id not in known:
            text = _("There is no contest “{id}” at this bank. {hint}")
            hint = did_you_mean(contest_id, known)
            raise QuizappError(text.format(id=contest_id, hint=hint).rstrip())
        decided = known[contest_id].decide(state, words, now)
        contests.save_decision(connection, decided)
    return decided


def quoted(store: Store, contest: Contest) -> str:
    """The words that a contest points at, as the reader saw them; empty where it names none."""
    with store.read() as connection:
        found = attempts.load(connection, contest.attempt)
        if found is None:  # pragma: no cover  (the database holds each contest to its attempt)
            return ""
        article = banks.load(connection, found[0].bank_version).article
    spans = [span for id_ in contest.sentences if (span := article.span_of(id_))]
    return " … ".join(span.cut(article.text) for span in spans)
