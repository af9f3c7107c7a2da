"""A folder, a store and several readers, to whom things happen at random: for long sequences."""

import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random

from sqlalchemy import text

from quizapp.app import contests
from quizapp.app.bank_files import open_bank
from quizapp.app.banking import restore, save, versions
from quizapp.app.regrading import Regrading
from quizapp.app.sitting import Sitting
from quizapp.bank import Bank, write
from quizapp.bank.agreement import with_claims
from quizapp.claims import Standing
from quizapp.items import Response
from quizapp.items.choice import OneRight
from quizapp.items.true_false import TrueFalse
from quizapp.quiz import Attempt, Rules
from quizapp.store import Store, attempts, banks
from tests.examples import ARTICLE, FERRY, ferry
from tests.taking import Clock

MOST_ATTEMPTS = 12
TABLES = ("attempt", "answer", "checked", "entry", "marked", "contest", "saved", "bank_version")
WORDS = ("News 🗳️ from Holm. ", "Zoë\u0308 was there. ", "قالت نعم. ", "Another day passed. ")


class World:
    """Does random acts, and knows what must hold after each."""

    def __init__(self, folder: Path, store: Store, seed: int) -> None:
        self.folder = shutil.copytree(FERRY, folder)
        (folder / "bank.nt").write_bytes(write(ferry()))
        self.store = store
        self.random = Random(seed)
        self.clock = Clock()
        self.bank = ferry()
        self.done: Counter[str] = Counter()
        self.seen: dict[str, bytes] = {}
        self.given: dict[str, dict[str, Response]] = {}
        self.marks: dict[tuple[object, ...], tuple[float, ...]] = {}
        self.acts: list[Callable[[], None]] = [
            self.edit, self.edit_the_article, self.save, self.restore, self.begin, self.answer,
            self.answer, self.answer, self.clear, self.submit, self.look, self.regrade,
            self.contest,
        ]  # fmt: skip

    def step(self) -> None:
        """One act drawn at random."""
        act = self.random.choice(self.acts)
        act()
        self.done[act.__name__] += 1

    def edit(self) -> None:
        """Change something in the bank, which is not saved by that."""
        draw = self.random
        item = draw.choice(self.bank.items)
        if isinstance(item, OneRight):
            item = replace(item, right=draw.choice([o.id for o in item.options]))
        elif isinstance(item, TrueFalse):
            item = replace(item, right=draw.choice(("true", "false")))
        else:
            item = replace(item, weight=draw.choice((1, 2, 3)) * item.weight / item.weight)
        items = tuple(item if one.id == item.id else one for one in self.bank.items)
        if draw.random() < 0.2:  # one goes, and those that went before are back
            items = tuple(ferry().item[i.id] if i.id not in self.bank.item else self.bank.item[i.id]
                          for i in ferry().items if i.id != item.id)  # fmt: skip
        self.bank = replace(self.bank, items=items)
        if draw.random() < 0.4:
            claim = draw.choice([c for c in self.bank.map.claims if c.attributions])
            also = draw.choice([None, *(s for s in Standing if s is not claim.standing)])
            claims = [replace(c, also=also) if c is claim else c for c in self.bank.map.claims]
            self.bank = with_claims(self.bank, claims)

    def edit_the_article(self) -> None:
        """Change the article's file by hand, between words or inside some claim's."""
        article = open_bank(self.folder).article.text
        at = self.random.randrange(len(article))
        new = article[:at] + self.random.choice(WORDS) + article[at:]
        if len(new) > 2 * len(ARTICLE):
            new = ARTICLE
        (self.folder / "article.txt").write_text(new, "utf-8")
        self.bank = open_bank(self.folder)

    def save(self) -> None:
        """Save the bank; saving again changes nothing."""
        saved = save(self.bank, self.folder, self.store, self.clock())
        before = self.everything()
        assert not save(self.bank, self.folder, self.store, self.clock()).new
        assert self.everything() == before
        self.bank = open_bank(self.folder)
        with self.store.read() as connection:
            assert banks.load(connection, saved.sha256) == self.bank

    def restore(self) -> None:
        """Bring an old version back; none is lost by it."""
        found = versions(self.store, "ferry")[-30:]
        if found:
            chosen = self.random.choice(found)
            restore(chosen.sha256, self.folder, self.store, self.clock())
            self.bank = open_bank(self.folder)
            with self.store.read() as connection:
                assert banks.newest(connection, "ferry") == chosen.sha256

    def begin(self) -> None:
        """Begin an attempt at the bank as it is in the folder."""
        if len(self.seen) >= MOST_ATTEMPTS:
            return
        id_, bank = f"a{len(self.seen)}", open_bank(self.folder)
        rules, seed = Rules.practice(), self.random.randrange(99)
        Sitting.begin(bank, rules, self.store, self.clock, seed, id_, "me")
        self.seen[id_] = self.stored()[id_]
        self.given[id_] = {}

    def answer(self) -> None:
        """Answer a question of an open attempt, rightly or not."""
        sitting = self.open()
        if sitting is None:
            return
        item = self.random.choice([i for i in sitting.items if i.scored])
        others = [i for i in sitting.items if i.kind == item.kind]
        response = self.random.choice(others).key()
        sitting.answer(item.id, response, self.random.choice((None, 1, 2, 3)))
        self.given[sitting.attempt.id][item.id] = response

    def clear(self) -> None:
        """Take an answer away."""
        sitting = self.open()
        if sitting and sitting.attempt.answers:
            item = self.random.choice(sorted(sitting.attempt.answers))
            sitting.clear(item)
            del self.given[sitting.attempt.id][item]

    def submit(self) -> None:
        """Hand an attempt in, more often a full one."""
        sitting = self.open()
        if sitting and self.random.random() < (len(sitting.attempt.answers) + 1) / 12:
            sitting.submit()

    def look(self) -> None:
        """Preview a regrade: nothing changes."""
        before = self.everything()
        first = Regrading(self.store, "ferry", self.target()).preview()
        assert self.everything() == before
        for one in first:
            assert len(one.items) == len([p for p in one.attempt.posed if p.item != "welcome"])

    def regrade(self) -> None:
        """Regrade as previewed, or back."""
        target = self.target()
        previewed = Regrading(self.store, "ferry", target).preview()
        assert Regrading(self.store, "ferry", target).apply(self.clock()) == previewed
        for one in previewed:
            assert self.resumed(one.attempt.id).result().score == one.after
        assert Regrading(self.store, "ferry", target).preview() == ()

    def contest(self) -> None:
        """Disagree with a question of a finished attempt."""
        finished = [a for a in self.attempts() if a.submitted]
        if finished:
            attempt = self.random.choice(finished)
            item = self.random.choice(attempt.posed).item
            id_ = f"{attempt.id}-{item}"
            known = {c.id for c in contests.of_attempt(self.store, attempt.id)}
            if id_ not in known:
                contests.file(self.store, attempt.id, item, ("p1s1",),
                              Standing.UNKNOWN, "so it reads", self.clock(), id_)  # fmt: skip

    def target(self) -> Bank | None:
        """A version to mark by: the folder's, a kept one, or each attempt's own."""
        with self.store.read() as connection:
            kept = banks.history(connection, "ferry")
            if kept and self.random.random() < 0.5:
                return banks.load(connection, self.random.choice(kept).sha256)
        return self.random.choice((None, open_bank(self.folder)))

    def open(self) -> Sitting | None:
        """An open attempt."""
        waiting = [a.id for a in self.attempts() if not a.submitted]
        return self.resumed(self.random.choice(waiting)) if waiting else None

    def resumed(self, id_: str) -> Sitting:
        """An attempt as it is when the program starts."""
        return Sitting.resume(id_, self.store, self.clock)

    def attempts(self) -> list[Attempt]:
        """Every attempt as the database has it."""
        with self.store.read() as connection:
            found = [attempts.load(connection, id_) for id_ in self.seen]
        return [one[0] for one in found if one]

    def stored(self) -> dict[str, bytes]:
        """The bytes of the bank version that each attempt is pinned to."""
        words = (
            "SELECT attempt.id, canonical FROM bank_version JOIN attempt ON bank_version = sha256"
        )
        with self.store.read() as connection:
            return {row[0]: bytes(row[1]) for row in connection.execute(text(words))}

    def everything(self) -> dict[str, str]:
        """A hash over every row of each table."""
        with self.store.read() as connection:
            return {
                name: sha256(repr(connection.execute(text(f"SELECT * FROM {name}")).all()).encode())
                .hexdigest()
                for name in TABLES
            }  # fmt: skip

    def hold(self) -> None:
        """All that must be so at any moment; of the marks, those of one attempt drawn at random."""
        with self.store.read() as connection:
            chains = [attempts.verify(connection, id_) for id_ in self.seen]
            rows = connection.execute(text("SELECT sha256, canonical FROM bank_version")).all()
        assert [chain for chain in chains if not chain.sound] == []
        assert [name for name, data in rows if sha256(data).hexdigest() != name] == []
        assert self.stored() == self.seen
        every = self.attempts()
        for attempt in every:
            given = {item: answer.response for item, answer in attempt.answers.items()}
            assert given == self.given[attempt.id]
        finished = [attempt for attempt in every if attempt.submitted]
        for attempt in self.random.sample(finished, min(1, len(finished))):
            inputs = (attempt.id, attempt.bank_version, attempt.marked_by)
            earned = tuple(m.credit for m in self.resumed(attempt.id).result().score.marks)
            assert self.marks.setdefault(inputs, earned) == earned
