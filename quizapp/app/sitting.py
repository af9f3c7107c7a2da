"""An attempt that is being taken, joined to its store."""

from collections.abc import Callable
from datetime import datetime
from typing import Self

from quizapp.app import contests, scoring
from quizapp.app.markings import marked_by
from quizapp.app.stopwatch import Stopwatch, Ticks, monotonic_ms
from quizapp.bank import Bank, canonical, version
from quizapp.claims import Standing
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.items import Item, Response
from quizapp.quiz import Answer, Attempt, Contest, Marking, Rules, assemble, begin, blanks, counted
from quizapp.quiz.timing import Timing
from quizapp.report import Feedback, Result
from quizapp.report import feedback as feedback_on
from quizapp.report import result as result_of
from quizapp.store import Connection, Head, Store, attempts, banks, spells

MOST_SEED = 2**31


class Sitting:
    """One reader at one quiz. Every act is on the disk before ``attempt`` shows it.

    ``bank`` has the words as the reader sees them, ``marking`` the keys that count.

    A ``StoreError`` from any act leaves ``attempt`` as it was, which is what the disk holds.
    """

    def __init__(
        self,
        bank: Bank,
        attempt: Attempt,
        head: Head,
        store: Store,
        now: Callable[[], datetime],
        by: Marking | None = None,
        timing: Timing | None = None,
        ticks: Ticks = monotonic_ms,
    ) -> None:
        self.bank = bank
        self.marking = by or Marking(bank)
        self.attempt = attempt
        self._head = head
        self._store = store
        self._now = now
        self._kept = timing or Timing()
        self._told: Result | None = None
        self._watch = Stopwatch(self._kept, now(), ticks)

    @classmethod
    def begin(
        cls,
        bank: Bank,
        rules: Rules,
        store: Store,
        now: Callable[[], datetime],
        seed: int,
        attempt_id: str,
        reader: str,
        *,
        ticks: Ticks = monotonic_ms,
        of_file: bool = True,
    ) -> Self:
        """Set up a new attempt and keep it, with the bank version that it is pinned to.

        ``of_file`` says that the bank is one that somebody keeps as a file, and not made for this
        attempt alone; only then does its version stand in the bank's history.

        Raises:
            QuizappError: the bank has nothing to ask.
            StoreError: nothing could be saved.
        """
        posed = assemble(bank, rules, seed)
        if not any(bank.item[one.item].scored for one in posed):
            raise QuizappError(
                _(
                    "“{title}” has no question that can be asked. "
                    "Run “quizapp check” on it to see why."
                ).format(title=bank.title)
            )
        sha256 = version(canonical(bank))
        attempt = begin(attempt_id, reader, bank.id, sha256, rules, seed, posed, now())
        with store.write() as connection:
            banks.keep(connection, bank, now(), noted=of_file)
            head = attempts.add(connection, attempt)
        return cls(bank, attempt, head, store, now, ticks=ticks)

    @classmethod
    def resume(
        cls,
        attempt_id: str,
        store: Store,
        now: Callable[[], datetime],
        *,
        ticks: Ticks = monotonic_ms,
    ) -> Self:
        """Go on with an attempt, or look at a finished one. The bank is the version kept with it.

        Raises:
            QuizappError: there is no such attempt, or what it stands on is damaged.
        """
        with store.read() as connection:
            found = attempts.load(connection, attempt_id)
            if found is None:
                raise QuizappError(
                    _(
                        "There is no attempt “{id}”. Run “quizapp results” to see those there are."
                    ).format(id=attempt_id)
                )
            attempt, head = found
            bank = banks.load(connection, attempt.bank_version)
            by = marked_by(connection, attempt, bank)
            timing = spells.of(connection, attempt_id)
        return cls(bank, attempt, head, store, now, by, timing, ticks)

    @property
    def items(self) -> tuple[Item, ...]:
        """The items in the order in which they are posed."""
        return tuple(self.bank.item[posed.item] for posed in self.attempt.posed)

    @property
    def counted(self) -> tuple[Item, ...]:
        """Those of them that are marked, as the reader saw them."""
        return tuple(self.bank.item[i.id] for i in counted(self.marking.bank, self.attempt))

    @property
    def current(self) -> Item:
        """The item on the screen."""
        return self.bank.item[self.attempt.at]

    @property
    def submitted(self) -> bool:
        """Whether the attempt was handed in."""
        return self.attempt.submitted is not None

    def order(self, item_id: str) -> tuple[str, ...]:
        """The ids of the item's options in the order drawn for this attempt."""
        return next(posed.order for posed in self.attempt.posed if posed.item == item_id)

    def answer(self, item_id: str, response: Response, confidence: int | None = None) -> None:
        """Save an answer; an earlier one to the same item is replaced."""
        if not self.bank.item[item_id].scored:
            raise ValueError(f"{item_id} takes no answer")
        self._refuse_late()
        answer = Answer(response, self._now(), confidence)
        changed = self.attempt.answer(item_id, answer).go(item_id)
        with self._store.write() as connection:
            worked = self._note_time(connection, answer.at)
            head = attempts.save_answer(connection, changed.id, item_id, answer, self._head, worked)
        self.attempt, self._head = changed, head

    def clear(self, item_id: str) -> None:
        """Take an answer away again."""
        self._refuse_late()
        changed = self.attempt.clear(item_id).go(item_id)
        with self._store.write() as connection:
            head = attempts.save_clear(connection, changed.id, item_id, self._now(), self._head)
        self.attempt, self._head = changed, head

    def check(self, item_id: str) -> Feedback:
        """Show the feedback on one item; its answer stands from then on."""
        if self.attempt.rules.feedback != "at_once":
            raise ValueError("the rules of this attempt give no feedback before handing in")
        if item_id not in self.attempt.checked:
            changed = self.attempt.check(item_id).go(item_id)
            with self._store.write() as connection:
                head = attempts.save_check(connection, changed.id, item_id, self._now(), self._head)
            self.attempt, self._head = changed, head
        return self.feedback(item_id)

    def flag(self, item_id: str, on: bool) -> None:
        """Mark an item to come back to, or take the mark away."""
        changed = self.attempt.flag(item_id, on)
        with self._store.write() as connection:
            attempts.save_flags(connection, changed.id, changed.flags, self._head)
        self.attempt = changed

    def go(self, item_id: str) -> None:
        """Put an item on the screen."""
        changed = self.attempt.go(item_id)
        if changed.at == self.attempt.at:
            return
        with self._store.write() as connection:
            attempts.save_place(connection, changed.id, item_id, self._head)
        self.attempt = changed

    def blanks(self) -> tuple[str, ...]:
        """The ids of the items that want an answer and have none, in the order posed."""
        return blanks(self.bank, self.attempt)

    def submit(self) -> Result:
        """Hand the attempt in, and be told."""
        self.hand_in()
        return self.result()

    def hand_in(self) -> None:
        """Hand the attempt in. Nothing is marked where the bank has no keys."""
        now = self._now()
        changed = self.attempt.submit(now)
        with self._store.write() as connection:
            self._note_time(connection, now)
            head = attempts.save_submit(connection, changed.id, now, self._head)
            if not self.bank.keyless:
                scoring.keep(connection, self.marking.bank, changed)
        self._kept = self._watch.timing(now)
        self.attempt, self._head = changed, head

    # time

    @property
    def timing(self) -> Timing:
        """How long was worked on the attempt, and when not."""
        return self._kept if self.submitted else self._watch.timing(self._now())

    @property
    def left_ms(self) -> int | None:
        """What is left of the time, milliseconds; ``None`` where there is no limit."""
        limit = self.attempt.rules.time_limit
        return self.timing.left_ms(limit) if limit else None

    @property
    def over(self) -> bool:
        """Whether the time is up and the attempt is still open."""
        return not self.submitted and self.left_ms == 0

    def tick(self) -> None:
        """Keep how long was worked so far; called now and then, so that a kill loses little."""
        if not self.submitted:
            with self._store.write() as connection:
                self._note_time(connection, self._now())

    def _note_time(self, connection: Connection, now: datetime) -> int:
        """Keep the spell that is going on; the work so far, milliseconds."""
        spells.put(connection, self.attempt.id, self._watch.n, self._watch.spell(now))
        return self._watch.timing(now).worked_ms

    def _refuse_late(self) -> None:
        if self.over:
            raise QuizappError(_("The time is up. What was saved until then is handed in."))

    def result(self) -> Result:
        """What the reader is told about the whole of a finished attempt."""
        if not self.submitted:
            raise ValueError("there is no result before handing in")
        if self._told is None:  # nothing changes it once the attempt is handed in
            self._told = result_of(self.marking.bank, self.attempt, self.timing)
        return self._told

    def feedback(self, item_id: str) -> Feedback:
        """What the reader is told about one item, once its answer stands."""
        if not self.submitted and item_id not in self.attempt.checked:
            raise ValueError(f"the answer to {item_id} does not stand yet")
        bank = self.bank if item_id in self.marking.kept else self.marking.bank
        answer = self.attempt.answers.get(item_id)
        return feedback_on(bank, bank.item[item_id], answer, self.attempt.rules)

    def contest_on(self, item_id: str) -> Contest | None:
        """The reader's contest of one item, if they filed one."""
        filed = contests.of_attempt(self._store, self.attempt.id)
        return next((contest for contest in filed if contest.item == item_id), None)

    def contest(
        self, item_id: str, sentences: Response, standing: Standing, reason: str, contest_id: str
    ) -> Contest:
        """Keep that the reader reads an item otherwise; ``contests.file`` has what it refuses."""
        now = self._now()
        return contests.file(
            self._store, self.attempt.id, item_id, sentences, standing, reason, now, contest_id
        )


def unfinished(store: Store, reader: str) -> dict[str, str]:
    """The reader's newest open attempt at each bank: bank id to attempt id."""
    with store.read() as connection:
        newest_first = attempts.unfinished(connection, reader)
    return {attempt.bank_id: attempt.id for attempt in reversed(newest_first)}
