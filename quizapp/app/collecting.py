"""Files that come back from a class: told apart, kept, and what counts taken in."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256

from quizapp.app import scoring
from quizapp.app.markings import Markings
from quizapp.app.replaying import Replayed, posed_by, posed_of, replayed
from quizapp.bank import Bank
from quizapp.classroom.attempt_file import Handed, stored
from quizapp.classroom.book import HandedOut, Received
from quizapp.classroom.collection import Known, Outcome, collect
from quizapp.classroom.keys import TeacherKeys
from quizapp.classroom.pack import bare_code
from quizapp.i18n import _, n_
from quizapp.quiz import Attempt, Contest, Posed
from quizapp.store import Connection, attempts, classes, contests, readers

Coming = tuple[Received, Replayed, HandedOut]


class _Packs(dict[str, dict[str, Known]]):
    """What came before of each pack, looked up when the first file of it comes."""

    def __init__(self, look: Callable[[str], dict[str, Known]]) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, pack: str) -> dict[str, Known]:
        self[pack] = self._look(pack)
        return self[pack]


class Collecting:
    """Files that come in, against what the database holds and what came in before them.

    Somebody else may collect at the same time, so each lot looks at the database anew.
    """

    def __init__(self, keys: TeacherKeys, now: datetime) -> None:
        self._keys, self._now, self._markings = keys, now, Markings()
        self._posed = dict[str, tuple[Posed, ...]]()

    def _look(self, connection: Connection, names: Collection[str]) -> None:
        self._exams = {exam.id: exam for exam in classes.exams(connection)}
        self._codes: Mapping[str, Mapping[str, str]] = {
            id_: {bare_code(who.code): who.label for who in exam.students}
            for id_, exam in self._exams.items()
        }
        self._practice = {id_ for id_, exam in self._exams.items() if exam.practice}
        self._came = classes.those(connection, names)
        self._counts = dict[tuple[str, str], Received]()
        self._known = _Packs(lambda pack: self._of_pack(connection, pack))
        self._taken = set[str]()
        self._contested = contests.contested(connection, readers.CLASS)

    def _of_pack(self, connection: Connection, pack: str) -> dict[str, Known]:
        """What counts of a pack; a school has too many others to look through them all."""
        known = dict[str, Known]()
        for one in classes.files(connection, [pack], whole=False):
            if one.counts:
                self._counts[pack, one.attempt] = one
                known[one.attempt] = Known(hashes=one.hashes, code=one.code)
        return known

    def take(self, connection: Connection, lot: Sequence[tuple[str, bytes]]) -> list[Received]:
        """What each file is; those that are new are kept, and what counts is taken in."""
        named = [(name, data, sha256(data).hexdigest()) for name, data in lot]
        self._look(connection, [name_of for _name, _data, name_of in named])
        told, came = list[Received](), _Lot()
        for name, data, name_of in named:
            before = self._came.get(name_of)
            if before is not None and not _try_again(before):
                told.append(_seen(before))
                continue
            one, found = self._received(connection, name, name_of, data)
            if before is not None and one.state == before.state:
                told.append(_seen(before))
                continue
            self._came[name_of] = came.fresh[name_of] = one
            told.append(one)
            if found is not None:
                self._count(connection, one, found, came)
        take_in(connection, list(came.coming.values()), self._markings)
        file_contests(connection, came.filed)
        classes.receive(connection, came.fresh.values())
        return told

    def _count(self, connection: Connection, one: Received, found: Replayed, came: "_Lot") -> None:
        """Let a file count, in the place of another if it goes on from that."""
        exam, there = self._exams[one.pack], False
        if one.state == "continuation":
            there = self._make_way(connection, one, came)
        self._let_count(one)
        if not there:
            came.coming[one.sha256] = (one, found, exam)
        for contest in contests_of(one, found, exam):
            came.filed.append(contest)
            self._contested.setdefault(contest.attempt, set()).add(contest.item)

    def _let_count(self, one: Received) -> None:
        self._counts[one.pack, one.attempt] = one
        self._known[one.pack][one.attempt] = Known(hashes=one.hashes, code=one.code)
        self._taken.add(kept_id(one))

    def _received(
        self, connection: Connection, name: str, name_of: str, data: bytes
    ) -> tuple[Received, Replayed | None]:
        """The file as it is kept, and what its attempt came to if that counts."""
        outcome = collect(data, name, self._keys, self._codes, self._known, self._practice)
        handed, found = outcome.handed, None
        if handed is not None and outcome.state == "duplicate":
            outcome, found = self._contested_since(connection, handed, outcome)
        elif handed is not None and outcome.counts:
            exam = self._exams[handed.pack]
            bank = self._markings.bank(connection, exam.bank_version)
            try:
                found = self._replayed(handed, exam, bank)
                found.attempt("", "", exam)
            except (ValueError, KeyError, TypeError):
                reason = _("Its answers are not written as this program writes them.")
                outcome = replace(outcome, state="unverified", reason=reason)
        one = _kept(outcome, name_of, data, self._now)
        if outcome.state == "accepted" and self._is_taken(connection, kept_id(one)):
            reason = _("The same attempt came before, for something else that was handed out.")
            return replace(one, state="conflict", reason=reason), None
        return one, found

    def _is_taken(self, connection: Connection, kept: str) -> bool:
        return kept in self._taken or attempts.is_kept(connection, kept)

    def _contested_since(
        self, connection: Connection, handed: Handed, outcome: Outcome
    ) -> tuple[Outcome, Replayed | None]:
        """The same attempt goes on where more of its questions are contested than before."""
        before = self._counts.get((handed.pack, handed.attempt))
        if not handed.contests or before is None or before.hashes != outcome.hashes:
            return outcome, None
        exam = self._exams[handed.pack]
        found = self._replayed(handed, exam, self._markings.bank(connection, exam.bank_version))
        known = self._contested.get(kept_id(before), set())
        n = sum(one.item not in known for one in found.contested)
        if not n:
            return outcome, None
        text = n_(
            "The same attempt, with {n} more contest of a key.",
            "The same attempt, with {n} more contests of keys.",
            n,
        )
        return replace(outcome, state="continuation", reason=text.format(n=n)), found

    def _replayed(self, handed: Handed, exam: HandedOut, bank: Bank) -> Replayed:
        """The attempt at the bank; how an exam poses its items is the same for everybody."""
        if exam.practice:
            return replay(handed, exam, bank)
        if exam.id not in self._posed:
            self._posed[exam.id] = posed_of(exam.link, bank)
        return replayed(handed, exam.link, bank, self._posed[exam.id])

    def _make_way(self, connection: Connection, one: Received, came: "_Lot") -> bool:
        """Let a file count no more, in whose place another comes; whether its attempt stays.

        A longer state takes the place of the shorter, and what was decided about contests goes
        over to it.
        """
        before = self._counts[one.pack, one.attempt]
        if before.sha256 in came.fresh:
            came.fresh[before.sha256] = replace(before, verdict="away")
        else:
            classes.decide(connection, before.sha256, "away")
        old = kept_id(before)
        if old == kept_id(one):
            return True
        both = (*contests.of_attempt(connection, old), *came.filed)
        to = _moved(one)
        came.filed = [to(each) if each.attempt == old else each for each in both]
        came.coming = {k: each for k, each in came.coming.items() if kept_id(each[0]) != old}
        set_aside(connection, before)
        return False


@dataclass
class _Lot:
    """What a lot of files brings: those that are new, attempts that count, and contests."""

    fresh: dict[str, Received] = field(default_factory=dict)
    coming: dict[str, Coming] = field(default_factory=dict)
    filed: list[Contest] = field(default_factory=list)


def replay(handed: Handed, exam: HandedOut, bank: Bank) -> Replayed:
    """What an attempt at an exam or at practice came to.

    Raises:
        ValueError, KeyError, TypeError: it is not written as this program writes it.
    """
    practice = exam.practice
    posed = posed_by(handed, bank, exam.rules) if practice else posed_of(exam.link, bank)
    return replayed(handed, exam.link, bank, posed, practice=practice)


def take_in(connection: Connection, coming: Sequence[Coming], markings: Markings) -> None:
    """Keep attempts that count, and their credits."""
    whole = []
    for one, found, exam in coming:
        whole.append(found.attempt(kept_id(one), reader_of(exam.id, kept_id(one)), exam))
    attempts.add_whole(connection, whole)
    by_version: dict[str, list[Attempt]] = {}
    for attempt, _acts in whole:
        by_version.setdefault(attempt.bank_version, []).append(attempt)
    for version, same in by_version.items():
        scoring.keep(connection, markings.bank(connection, version), *same)


def contests_of(one: Received, found: Replayed, exam: HandedOut) -> tuple[Contest, ...]:
    """What the student reads otherwise, as contests of the attempt that is kept."""
    kept = kept_id(one)
    return tuple(
        Contest(
            id=_contest_id(kept, told.item),
            attempt=kept,
            item=told.item,
            reader=reader_of(exam.id, kept),
            sentences=told.sentences,
            standing=told.standing,
            reason=told.reason.strip(),
            at=told.at,
        )
        for told in found.contested
    )


def file_contests(connection: Connection, filed: Sequence[Contest]) -> None:
    """Keep contests of attempts that are kept; of two of one item the first stands."""
    known = dict[str, set[str]]()
    for one in filed:
        if one.attempt not in known:
            before = contests.of_attempt(connection, one.attempt)
            known[one.attempt] = {contest.item for contest in before}
        if one.item not in known[one.attempt]:
            known[one.attempt].add(one.item)
            contests.add(connection, one)


def _moved(one: Received) -> Callable[[Contest], Contest]:
    """What makes a contest one of this state of its attempt, with what was decided about it."""
    kept = kept_id(one)
    reader = reader_of(one.pack, kept)
    return lambda contest: replace(
        contest, id=_contest_id(kept, contest.item), attempt=kept, reader=reader
    )


def _contest_id(kept: str, item: str) -> str:
    """The id of a contest: the same file gives the same one each time."""
    return sha256(f"{kept}/{item}".encode()).hexdigest()[:32]


def set_aside(connection: Connection, one: Received) -> None:
    """Take an attempt away that counts no more; what came back stays."""
    readers.remove(connection, reader_of(one.pack, kept_id(one)))


def _kept(outcome: Outcome, name_of: str, data: bytes, now: datetime) -> Received:
    handed = outcome.handed
    return Received(
        sha256=name_of,
        file=outcome.file,
        pack=handed.pack if handed else "",
        attempt=handed.attempt if handed else "",
        code=handed.code if handed else "",
        state=outcome.state,
        reason=outcome.reason,
        short_code=handed.short_code if handed else "",
        hashes=outcome.hashes,
        content=stored(handed) if handed else data,
        at=now,
    )


def kept_id(one: Received) -> str:
    """The id under which the attempt of a file is kept: each state of it has one of its own."""
    return f"{one.attempt}-{one.hashes[-1][:12]}" if one.hashes else one.attempt


def attempt_of(kept: str) -> str:
    """A kept id, or a reader that ends in one, without the state that it tells."""
    return kept.rpartition("-")[0] or kept


def reader_of(exam_id: str, kept: str) -> str:
    """Whose attempt it is: each file’s own, so that it can be taken away by itself."""
    return f"{readers.CLASS}{exam_id}:{kept}"


def _try_again(before: Received) -> bool:
    """Whether another key, or an exam that was not known then, may change what it is."""
    return not before.verdict and before.state in ("unreadable", "unverified")


def _seen(before: Received) -> Received:
    text = _("This very file came before, as “{file}”.")
    return replace(before, state="duplicate", reason=text.format(file=before.file))
