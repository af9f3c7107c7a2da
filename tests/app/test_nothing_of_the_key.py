"""What a student has of an exam: nothing in it is a key, or lets a guess at one be tested."""

import base64
import hashlib
import json
import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.app.classes import Classes
from quizapp.app.examining import sit
from quizapp.app.sitting import Sitting
from quizapp.app.teaching import Made
from quizapp.bank import Bank, canonical
from quizapp.bank.write import tree
from quizapp.classroom import attempt_file
from quizapp.classroom.exam import Link
from quizapp.classroom.keys import digest
from quizapp.classroom.pack import opened
from tests.app.test_classes import KEYS, Watch, classes, out
from tests.examples import ferry
from tests.kinds import kinds

__all__ = ["classes"]
SHOWN = {
    "id", "kind", "stem", "claim", "select", "options", "rows", "columns", "unit", "text", "gaps",
    "picture",
}  # fmt: skip
DOMAINS = ("fingerprint", "code", "place", "finish", "pack", "attempt", "bank", "item", "key")
WIDE = 14  # bytes of a hash that are looked for
HASHES = ("md5", "sha1", "sha256", "sha512", "blake2b", "blake2s", "sha3_256")


def written(value: object) -> bytes:
    """Canonical JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def there(link: Link, item: str, part: str) -> str:
    """A part of a key under the ids that the exam drew."""
    back = {
        own: drawn
        for of, names in link.items.values()
        if of == item
        for drawn, own in names.items()
    }
    return " ".join(back.get(word, word) for word in part.split(" "))


def guesses(bank: Bank, link: Link) -> Iterator[bytes]:
    """Everything that holds a key and that somebody who guesses could write down as well."""
    records = tree(bank)
    yield canonical(bank)
    for record in (records, *records["items"], *records["claims"], records["items"]):
        yield written(record)
    for drawn, (id_, _names) in link.items.items():
        own = bank.item[id_].key()
        for id__, key in ((id_, own), (drawn, tuple(there(link, id_, part) for part in own))):
            if not key:
                continue
            for form in (list(key), [id__, list(key)], {id__: list(key)}, {"response": list(key)}):
                yield written(form)
            yield from (" ".join(key).encode(), f"{id__}/{' '.join(key)}".encode())


def shown_as_keyed(bank: Bank, link: Link, sitting: Sitting) -> bool:
    """Whether options happen to stand in the order that is their item’s key."""
    return any(
        len(shown := sitting.order(drawn)) > 1
        and shown == tuple(there(link, id_, part) for part in bank.item[id_].key())
        for drawn, (id_, _names) in link.items.items()
    )


def traces(guess: bytes) -> Iterator[bytes]:
    """Every hash of a guess as it could lie somewhere: as bytes, in hexadecimal, in base 64."""
    found = [hashlib.new(name, guess).digest() for name in HASHES]
    found += [digest(domain, guess) for domain in DOMAINS]
    for one in found:
        forms = [one, one.hex().encode(), one.hex().upper().encode()]
        forms += [base64.b64encode(one), base64.urlsafe_b64encode(one)]
        yield from (form[:WIDE] for form in forms)


def windows(data: bytes) -> set[bytes]:
    """Every place of the data, as wide as a trace."""
    return {data[n : n + WIDE] for n in range(len(data) - WIDE + 1)}


def words(bank: Bank) -> set[bytes]:
    """Reasons, feedback and the other texts that a student is never shown in an exam."""
    told = {item.feedback for item in bank.items} | {claim.why for claim in bank.map.claims}
    return {one.encode() for one in told if len(one) > 8}


def everything(folder: Path, made: Made, more: bytes) -> bytes:
    """All bytes of the student’s files, and what is inside of the pack and the attempt file."""
    files = b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())
    handed = [
        attempt_file.stored(attempt_file.opened(file.read_bytes(), KEYS).handed)
        for file in folder.rglob("*.quizattempt")
    ]
    body = base64.urlsafe_b64decode(json.loads(made.pack)["body"] + "==")
    return b"\0".join([files, made.pack, body, opened(made.pack).content, *handed, more])


@pytest.fixture(params=[ferry, kinds], ids=["ferry", "kinds"])
def bank(request: pytest.FixtureRequest) -> Bank:
    """A bank with the kinds that are marked in the text, and one with the others."""
    found: Bank = request.param()
    return found


@pytest.fixture
def sat_(
    classes: Classes,
    bank: Bank,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> tuple[Made, bytes]:
    """An exam that was sat to the end, and every byte that it left with the student.

    Options are shown in an order drawn by chance, which now and then is the one that an item of
    order asks for and then tells nothing; another student sits such an exam.
    """
    made = out(classes, classes.add("9b", ["Ada"]), bank)
    for n in range(9):
        student = tmp_path / f"student-{n}"
        (student / "temporary").mkdir(parents=True)
        monkeypatch.setattr(tempfile, "tempdir", str(student / "temporary"))
        caplog.clear()
        with (
            caplog.at_level(logging.DEBUG),
            sit(made.pack, made.students[0].code, "", student, Watch()) as exam,
        ):
            if shown_as_keyed(bank, made.link, exam.sitting):
                continue
            for id_ in made.link.items:
                item = exam.sitting.bank.item[id_]
                if item.scored:
                    exam.sitting.answer(id_, ("x",), None)
                    exam.sitting.clear(id_)
            exam.sitting.hand_in()
            exam.write(student)
            return made, everything(student, made, caplog.text.encode())
    pytest.fail("The order that is shown is the key, nine times of nine")


def test_no_key_is_there_and_no_guess_can_be_tested(bank: Bank, sat_: tuple[Made, bytes]) -> None:
    """Pack, database, attempt file, logs and temporary files, walked byte by byte."""
    made, data = sat_
    tried, there_ = list(guesses(bank, made.link)), windows(data)

    assert len(tried) > 100
    assert [guess for guess in tried if len(guess) > 16 and guess in data] == []
    assert [guess for guess in tried if not there_.isdisjoint(traces(guess))] == []
    assert [one for one in words(bank) if one in data] == []


def test_the_walk_would_find_them(bank: Bank, sat_: tuple[Made, bytes]) -> None:
    """The name of the bank’s own version, a hash of one key and a feedback are all found."""
    _made, data = sat_
    id_, key = next((i.id, i.key()) for i in bank.items if i.scored)
    version = hashlib.sha256(canonical(bank)).hexdigest().encode()
    kept = base64.b64encode(hashlib.sha256(written({id_: list(key)})).digest())
    told = [*traces(canonical(bank)), *traces(written({id_: list(key)}))]

    for planted in (version, kept):
        assert not windows(data + planted).isdisjoint(told)
    assert any(one in data + canonical(bank) for one in words(bank))


def test_the_form_has_the_fields_that_are_shown_and_no_others(sat_: tuple[Made, bytes]) -> None:
    """A field that a later version adds is looked at here before it goes out."""
    form = json.loads(opened(sat_[0].pack).content)["exam"]

    assert {name for record in form["items"] for name in record} <= SHOWN
    assert set(form) == {"id", "title", "language", "article", "items"}
    assert set(form["article"]) == {"title", "cites", "text", "as_of", "summary", "sentences"}
