"""Statements of the Experience API: which attempts they are of, as a file, or to a record store.

Nothing is sent unless somebody asks for it. What a record store has acknowledged is noted beside
the database, so that sending can be stopped and taken up again.
"""

import base64
import hashlib
import json
import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from quizapp.app.classes import Classes
from quizapp.app.markings import Markings
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.report.xapi import HOME, Statement, statements
from quizapp.store import Store, attempts

VERSION = "1.0.3"
BATCH = 200  # statements in one request, or those of one attempt where it has more
TIMEOUT = 30.0  # seconds
TRIES = 3
Report = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of sending: attempts and statements that went out, and attempts from before."""

    attempts: int
    statements: int
    before: int


def of_reader(store: Store, reader: str) -> dict[str, str]:
    """The attempts that a reader handed in, oldest first, each with its account: the reader."""
    with store.read() as connection:
        found = attempts.finished(connection, reader)
    return {one.id: reader for one in sorted(found, key=lambda one: one.started)}


def of_class(classes: Classes, name: str) -> dict[str, str]:
    """The attempts of a class that count, each with its student's account.

    A student has the same account in every exam. Nobody can tell the name from it who does not have
    the class, whose id is chance and stays here.

    Raises:
        QuizappError: there is no such class.
    """
    one = classes.find(name)
    return {
        id_: hashlib.sha256(f"{one.id}/{label}".encode()).hexdigest()[:16]
        for id_, label in classes.whose(one).items()
    }


def made(store: Store, accounts: Mapping[str, str], home: str = HOME) -> Iterator[list[Statement]]:
    """The statements of each attempt, in their order; none for one that is not there.

    ``accounts`` has, for the id of an attempt, under which account its reader is told.
    """
    markings = Markings()
    for id_, account in accounts.items():
        with store.read() as connection:
            found = attempts.load(connection, id_)
            if found is None:
                yield []
                continue
            marked = markings.of_attempt(connection, found[0]).bank
        yield list(statements(marked, replace(found[0], reader=account), home))


def as_file(found: Iterator[list[Statement]], name: str) -> bytes:
    """All statements as a JSON array; a line each where the name ends with ``.jsonl``."""
    every = [one for some in found for one in some]
    if name.lower().endswith(".jsonl"):
        return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in every).encode()
    return (json.dumps(every, ensure_ascii=False, indent=1) + "\n").encode()


class RecordStore:
    """A learning record store over HTTP. ``auth`` is ``user:password``, empty for none.

    ``noted`` is the folder in which is kept what the store has acknowledged.
    """

    def __init__(
        self, url: str, auth: str, noted: Path, wait: Callable[[float], object] = time.sleep
    ) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            text = _("“{url}” is no address of a record store. It begins with https://.")
            raise QuizappError(text.format(url=url))
        self._url = url.rstrip("/").removesuffix("/statements") + "/statements"
        host = parts.netloc.rpartition("@")[2]  # never a password
        self._where = f"{parts.scheme}://{host}{parts.path}"
        self._auth, self._wait = auth, wait
        name = hashlib.sha256(self._url.encode()).hexdigest()[:12]
        self._file = noted / f"statements-{name}.txt"

    def send(self, store: Store, accounts: Mapping[str, str], home: str, report: Report) -> Sent:
        """Send the statements of these attempts, but for those that were acknowledged before.

        What ``report(done, total)`` raises ends it between two requests.

        Raises:
            QuizappError: the store cannot be reached, refuses, or fails time after time; what was
                acknowledged by then is noted.
        """
        known = self._known()
        wanted = {id_: whose for id_, whose in accounts.items() if id_ not in known}
        sent, waiting, of = 0, list[Statement](), list[str]()
        for n, (id_, some) in enumerate(zip(wanted, made(store, wanted, home), strict=True), 1):
            waiting += some
            of.append(id_)
            if len(waiting) >= BATCH or n == len(wanted):
                self._post(waiting)
                self._note(of)
                sent += len(waiting)
                waiting, of = [], []
                report(n, len(wanted))
        return Sent(len(wanted), sent, len(accounts) - len(wanted))

    def _post(self, batch: Sequence[Statement]) -> None:
        """One request; 409 says that some are there already, which are then put one by one."""
        if not batch:
            return
        status = self._request("POST", self._url, batch)
        if status == 409:
            for one in batch:
                self._request("PUT", f"{self._url}?statementId={one['id']}", one)

    def _request(self, method: str, url: str, body: object) -> int:
        data = json.dumps(body, ensure_ascii=False).encode()
        headers = {"Content-Type": "application/json", "X-Experience-API-Version": VERSION}
        if self._auth:
            headers["Authorization"] = f"Basic {base64.b64encode(self._auth.encode()).decode()}"
        for left in reversed(range(TRIES)):
            # The address was looked at when it was given: it is HTTP or HTTPS.
            request = urllib.request.Request(url, data, headers, method=method)  # noqa: S310
            try:
                with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310
                    return int(answer.status)
            except urllib.error.HTTPError as error:
                if error.code == 409:
                    return 409
                if error.code < 500 or not left:
                    raise self._refused(error.code) from error
            except (OSError, ValueError) as error:
                if not left:
                    reason = getattr(error, "reason", None) or error
                    raise self._unreachable(reason) from error
            self._wait(2.0 ** (TRIES - left - 1))
        raise AssertionError("the last try answers or raises")

    def _unreachable(self, reason: object) -> QuizappError:
        text = _("{url} cannot be reached ({reason}). What was sent is noted: go on later.")
        return QuizappError(text.format(url=self._where, reason=reason))

    def _refused(self, code: int) -> QuizappError:
        if code in (401, 403):
            text = _("{url} does not let you in ({code}). Set {variable} to user:password.")
            return QuizappError(text.format(url=self._where, code=code, variable=AUTH))
        if code >= 500:
            text = _("{url} fails ({code}). What was sent is noted: go on later.")
        else:
            text = _("{url} refuses the statements ({code}). Is it the address of a record store?")
        return QuizappError(text.format(url=self._where, code=code))

    def _known(self) -> set[str]:
        try:
            return set(self._file.read_text("utf-8").split())
        except FileNotFoundError:
            return set()

    def _note(self, ids: Sequence[str]) -> None:
        """On the disk before anything else is sent."""
        with self._file.open("a", encoding="utf-8") as file:
            file.writelines(f"{id_}\n" for id_ in ids)
            file.flush()
            os.fsync(file.fileno())


AUTH = "QUIZAPP_LRS_AUTH"
