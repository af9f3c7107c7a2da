"""Statements to a file and to a record store: in batches, once each, taken up again."""

import json
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from quizapp.app import statements
from quizapp.app.classes import Classes
from quizapp.app.statements import RecordStore, as_file, made, of_class, of_reader
from quizapp.classroom.book import Classroom
from quizapp.errors import QuizappError
from quizapp.report.xapi import HOME
from quizapp.store import Store
from tests.app.test_classes import KEYS, classes, nine, out, sat
from tests.taking import begun

__all__ = ["classes", "nine"]


@dataclass
class Lrs:
    """A record store that answers with what is planned, else keeps each id once."""

    plan: list[int] = field(default_factory=list)
    kept: dict[str, Any] = field(default_factory=dict)
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    url: str = ""

    def take(self, method: str, path: str, headers: dict[str, str], body: Any) -> int:
        """The status of one request."""
        self.asked.append((method, path, headers))
        if self.plan and (status := self.plan.pop(0)) != 200:
            return status
        batch = body if isinstance(body, list) else [body]
        if method == "POST" and any(one["id"] in self.kept for one in batch):
            return 409
        self.kept |= {one["id"]: one for one in batch}
        return 200


@pytest.fixture
def lrs() -> Iterator[Lrs]:
    """The record store, on a port of its own."""
    own = Lrs()

    class Handler(BaseHTTPRequestHandler):
        def _any(self) -> None:
            data = self.rfile.read(int(self.headers["Content-Length"]))
            status = own.take(self.command, self.path, dict(self.headers), json.loads(data))
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_POST = do_PUT = _any  # noqa: N815  (the library’s names)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    own.url = f"http://127.0.0.1:{server.server_port}/xAPI"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield own
    server.shutdown()
    server.server_close()


def taken(store: Store, count: int = 3) -> dict[str, str]:
    """So many attempts with two answers each."""
    for n in range(count):
        sitting = begun(store, attempt_id=f"a{n}")
        sitting.answer("who", ("harbour",), 2)
        sitting.answer("how-permit", ("asserted",), 1)
        sitting.submit()
    return of_reader(store, "me")


def quiet(_done: int, _total: int) -> None:
    """Nobody waits."""


def sender(lrs: Lrs, folder: Path, auth: str = "") -> RecordStore:
    """A client that waits for nothing."""
    return RecordStore(lrs.url, auth, folder, wait=lambda _seconds: None)


def test_they_go_out_in_batches_and_are_stored_once(
    store: Store, lrs: Lrs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sending twice asks nothing and stores nothing."""
    monkeypatch.setattr(statements, "BATCH", 4)
    ids = taken(store)

    first = sender(lrs, tmp_path, "ada:secret").send(store, ids, HOME, quiet)
    again = sender(lrs, tmp_path).send(store, ids, HOME, quiet)

    assert (first.attempts, first.statements, first.before) == (3, 9, 0)
    assert (again.attempts, again.statements, again.before) == (0, 0, 3)
    assert len(lrs.kept) == 9
    assert [path for _method, path, _headers in lrs.asked] == ["/xAPI/statements"] * 2
    headers = {name.lower(): value for name, value in lrs.asked[0][2].items()}
    assert headers["x-experience-api-version"] == "1.0.3"
    assert headers["authorization"] == "Basic YWRhOnNlY3JldA=="


def test_a_failing_store_is_tried_again_and_then_taken_up_later(
    store: Store, lrs: Lrs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was acknowledged is noted; the rest follows when the store is back."""
    monkeypatch.setattr(statements, "BATCH", 3)
    ids = taken(store)
    lrs.plan = [503, 200, 500, 500, 500]

    with pytest.raises(QuizappError, match="go on later"):
        sender(lrs, tmp_path).send(store, ids, HOME, quiet)
    assert len(lrs.kept) == 3
    rest = sender(lrs, tmp_path).send(store, ids, HOME, quiet)

    assert (rest.attempts, rest.before) == (2, 1)
    assert len(lrs.kept) == 9


def test_what_is_there_already_is_put_one_by_one(store: Store, lrs: Lrs, tmp_path: Path) -> None:
    """Where the note was lost, nothing is doubled and nothing is missing."""
    ids = taken(store)
    sender(lrs, tmp_path).send(store, dict([*ids.items()][:1]), HOME, quiet)
    for file in tmp_path.glob("statements-*.txt"):
        file.unlink()

    sender(lrs, tmp_path).send(store, ids, HOME, quiet)

    assert len(lrs.kept) == 9
    assert [method for method, _p, _h in lrs.asked].count("PUT") == 9


@pytest.mark.parametrize(("status", "said"), [(401, "QUIZAPP_LRS_AUTH"), (404, "record store")])
def test_a_refusal_says_what_to_do(
    store: Store, lrs: Lrs, tmp_path: Path, status: int, said: str
) -> None:
    """At once: trying again would not help."""
    ids = taken(store, 1)
    lrs.plan = [status]

    with pytest.raises(QuizappError, match=said):
        sender(lrs, tmp_path).send(store, ids, HOME, quiet)

    assert len(lrs.asked) == 1


def test_a_store_that_is_not_there_says_so(store: Store, tmp_path: Path) -> None:
    """And an address that is none."""
    ids = taken(store, 1)
    nobody = RecordStore("http://127.0.0.1:9/x", "", tmp_path, wait=lambda _seconds: None)
    with pytest.raises(QuizappError, match="cannot be reached"):
        nobody.send(store, ids, HOME, quiet)
    with pytest.raises(QuizappError, match="begins with https"):
        RecordStore("file:///etc/passwd", "", tmp_path)


def test_as_a_file_they_are_an_array_or_lines(store: Store) -> None:
    """Each attempt’s answers, then that it was completed."""
    ids = taken(store, 2)

    whole = json.loads(as_file(made(store, ids), "x.json"))
    lines = as_file(made(store, ids), "x.jsonl").decode().splitlines()

    assert [json.loads(line) for line in lines] == whole
    verbs = [one["verb"]["display"]["en"] for one in whole]
    assert verbs == ["answered", "answered", "completed"] * 2


def test_a_student_has_one_account_in_every_exam_and_no_name(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """Others have others; a file that does not count has no statements."""
    for n in range(2):
        made_ = out(classes, nine)
        files = [sat(tmp_path, made_, who, ("who",))[1] for who in (0, 1)]
        classes.collect([(f"{n}-{k}", data) for k, data in enumerate(files)], KEYS)
    away = classes.files(nine)[-1]
    classes.decide(away.sha256, counts=False)

    accounts = of_class(classes, nine.name)

    told = [one for some in made(store, accounts) for one in some]
    assert len(accounts) == 3
    assert sorted(Counter(accounts.values()).values()) == [1, 2]
    assert {one["actor"]["account"]["name"] for one in told} == set(accounts.values())
    assert not any(who.name in json.dumps(told) for who in nine.students)
