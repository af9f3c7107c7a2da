"""A blind second key in the making: which claim is next, what was given, kept after each answer."""

import contextlib
import json
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from random import Random

from quizapp import disk
from quizapp.bank import Bank
from quizapp.bank.agreement import check_name, with_rater
from quizapp.claims import Claim, Standing
from quizapp.errors import QuizappError
from quizapp.i18n import _

FOLDER = "keyings"


class Keying:
    """One person keying one bank without its key. Every act is on the disk before it shows.

    Nothing of the bank's own key is to be had from here: a claim is shown by its words alone, in an
    order drawn by ``seed``. A draft of an article that has been edited since is set aside.

    Raises:
        QuizappError: the name is empty or taken, the bank has no claims, or the draft cannot be
            read or written.
    """

    def __init__(self, bank: Bank, name: str, folder: Path, seed: int) -> None:
        check_name(bank, name)
        if not bank.map.claims:
            raise QuizappError(_("“{title}” has no claims to key.").format(title=bank.title))
        self.bank = bank
        self.name = name.strip()
        self.set_aside = False
        self._path = _draft(folder, bank.id, self.name)
        self._seed = seed
        self.standings: dict[str, Standing] = {}
        self.resumed = self._take_up()
        ids = [claim.id for claim in bank.map.claims]
        Random(f"{self._seed}/key").shuffle(ids)  # noqa: S311  (no secret)
        self.order = tuple(ids)
        self.place = self._first_open()

    @property
    def claim(self) -> Claim | None:
        """The claim that is to be keyed; ``None`` behind the last."""
        if self.place >= len(self.order):
            return None
        return self.bank.map.claim[self.order[self.place]]

    @property
    def done(self) -> bool:
        """Whether every claim has its standing."""
        return len(self.standings) == len(self.order)

    def give(self, standing: Standing) -> None:
        """Key the claim, keep it, and go to the first that is not keyed."""
        claim = self.claim
        if claim is None:
            raise ValueError("every claim is keyed")
        self._save({**self.standings, claim.id: standing})
        self.standings[claim.id] = standing
        self.place = self._first_open()

    def back(self) -> None:
        """Go to the claim before; at the first one nothing happens."""
        self.place = max(0, self.place - 1)

    def keyed(self) -> Bank:
        """The bank with this key in it.

        Raises:
            QuizappError: claims are left without a standing.
        """
        if not self.done:
            raise QuizappError(_("Some claims have no standing yet."))
        return with_rater(self.bank, self.name, self.standings)

    def forget(self) -> None:
        """Take the draft away, once its key is in the bank."""
        self._path.unlink(missing_ok=True)

    def _first_open(self) -> int:
        places = (n for n, id_ in enumerate(self.order) if id_ not in self.standings)
        return next(places, len(self.order))

    def _take_up(self) -> bool:
        """Go on with a draft about the same article; whether there was one."""
        try:
            draft = json.loads(self._path.read_text("utf-8"))
            seed, standings = int(draft["seed"]), self._still(draft["standings"])
            fits = bool(draft["article"] == self.bank.article.sha256)
        except FileNotFoundError:
            return False
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            fits = False
        if fits:
            self._seed, self.standings = seed, standings
        else:
            self.set_aside = True
            with contextlib.suppress(OSError):
                self._path.replace(self._path.with_suffix(".old"))
        return fits

    def _still(self, given: Mapping[str, list[str]]) -> dict[str, Standing]:
        """The standings given to claims that read as they did then."""
        claims = self.bank.map.claim
        return {
            id_: Standing(standing)
            for id_, (standing, words) in given.items()
            if id_ in claims and claims[id_].text == words
        }

    def _save(self, standings: Mapping[str, Standing]) -> None:
        claims = self.bank.map.claim
        draft = {
            "bank": self.bank.id,
            "rater": self.name,
            "article": self.bank.article.sha256,
            "seed": self._seed,
            "standings": {id_: [s.value, claims[id_].text] for id_, s in standings.items()},
        }
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            disk.replace(self._path, json.dumps(draft, ensure_ascii=False, indent=1).encode())
        except OSError as error:
            text = _("The answer was not saved in {folder} ({reason}).")
            place = {"folder": self._path.parent, "reason": error.strerror}
            raise QuizappError(text.format(**place)) from error


def _draft(folder: Path, bank_id: str, name: str) -> Path:
    """A file name for each bank and rater, whatever characters the name has."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:30]
    mark = sha256(name.casefold().encode()).hexdigest()[:8]
    return folder / FOLDER / f"{bank_id}.{plain}-{mark}.json"
