"""What a reader has taken so far."""

from datetime import UTC, datetime

from quizapp.app.sitting import Sitting
from quizapp.store import Store, attempts


def past(
    store: Store, reader: str, bank_id: str | None = None, attempt_id: str | None = None
) -> list[Sitting]:
    """The reader's attempts, finished and open, newest first; at one bank, or one alone, if asked.

    Raises:
        QuizappError: there is no attempt of that id.
    """
    if attempt_id is not None:
        return [Sitting.resume(attempt_id, store, _now)]
    with store.read() as connection:
        every = [
            *attempts.finished(connection, reader, bank_id),
            *(
                attempt
                for attempt in attempts.unfinished(connection, reader)
                if bank_id in (None, attempt.bank_id)
            ),
        ]
    every.sort(key=lambda attempt: attempt.submitted or attempt.started, reverse=True)
    return [Sitting.resume(attempt.id, store, _now) for attempt in every]


def _now() -> datetime:
    return datetime.now(UTC)
