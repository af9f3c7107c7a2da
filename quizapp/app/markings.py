"""By which keys attempts are marked: each bank is read once, each pair of versions joined once."""

from quizapp.bank import Bank
from quizapp.quiz import Attempt, Marking, marking
from quizapp.store import Connection, banks


class Markings:
    """What was read so far. ``known`` are versions that are at hand, by their hash."""

    def __init__(self, known: dict[str, Bank] | None = None) -> None:
        self._banks = dict(known or {})
        self._found: dict[tuple[str, str], Marking] = {}

    def bank(self, connection: Connection, sha256: str) -> Bank:
        """A version of a bank as it is kept."""
        if sha256 not in self._banks:
            self._banks[sha256] = banks.load(connection, sha256)
        return self._banks[sha256]

    def of(self, connection: Connection, seen: str, by: str) -> Marking:
        """The version that was seen, under the keys of another or of its own."""
        if (seen, by) not in self._found:
            seen_bank = self.bank(connection, seen)
            self._found[seen, by] = marking(seen_bank, self.bank(connection, by))
        return self._found[seen, by]

    def of_attempt(self, connection: Connection, attempt: Attempt) -> Marking:
        """What an attempt is marked by, as the database has it."""
        seen = attempt.bank_version
        return self.of(connection, seen, attempt.marked_by or seen)


def marked_by(connection: Connection, attempt: Attempt, seen: Bank) -> Marking:
    """What one attempt is marked by, where the version that was seen is at hand."""
    return Markings({attempt.bank_version: seen}).of_attempt(connection, attempt)
