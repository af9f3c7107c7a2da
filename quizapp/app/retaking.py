"""Another go at an article with other questions, so that a second try measures reading too."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from quizapp.app.practising import seen_claims
from quizapp.app.sitting import Sitting
from quizapp.bank.retry import retry
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.store import Store, attempts, reviews


def parallel(
    sitting: Sitting, store: Store, now: Callable[[], datetime], seed: int, attempt_id: str
) -> Sitting:
    """A fresh attempt at the same article by the same rules, with questions not asked before.

    Raises:
        QuizappError: there are none.
    """
    bank, reader = sitting.bank, sitting.attempt.reader
    with store.read() as connection:
        seen = {claim for _bank, claim in seen_claims(connection, reader, [bank])}
        taken = [
            *attempts.finished(connection, reader, bank.id),
            *(a for a in attempts.unfinished(connection, reader) if a.bank_id == bank.id),
        ]
        lines = reviews.log(connection, reader)
    posed = {one.item for attempt in taken for one in attempt.posed}
    posed |= {item for bank_id, item in (line.shown for line in lines) if bank_id == bank.id}
    found = retry(bank, seen, posed, seed)
    if found is None:
        text = _("You have been asked everything that can be asked about this article.")
        raise QuizappError(text)
    rules = replace(sitting.attempt.rules, count=0)
    return Sitting.begin(found.bank, rules, store, now, seed, attempt_id, reader, of_file=False)
