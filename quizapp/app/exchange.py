"""Files of other programs on the disk: told apart, read into a bank, written from one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quizapp import disk
from quizapp.app.bank_files import FILE, open_bank
from quizapp.bank import Bank, canonical, from_canonical, write
from quizapp.bank.pictures import Pictures, fetched
from quizapp.claims import ClaimMap
from quizapp.claims.article import Article
from quizapp.errors import FileError, Problem, QuizappError
from quizapp.formats import FORMATS, Format, Loss, Question, Reading, tables
from quizapp.formats.archive import is_zip
from quizapp.i18n import _
from quizapp.items import Item
from quizapp.text import did_you_mean

HEAD = 65_536
OURS = "quizapp"
JSON, NESTED = "json", "nt"
UNSURE = 0.3
UNKNOWN = "unknown"  # the code of the problem that a file is of no format


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: the format that it turned out to be, and what it holds."""

    format: str
    reading: Reading
    bank: Bank


def recognised(data: bytes, name: str) -> Format | None:
    """The format that a file most likely is, by its content; ``None`` where it is none."""
    head = data[:HEAD]
    if is_zip(data) and len(data) > 2 * HEAD:
        head += data[-HEAD:]  # where the names of all files in it stand
    scored = [
        (format_.recognise(head, name), format_)
        for format_ in FORMATS.values()
        if format_.read is not None and format_.recognise is not None
    ]
    score, best = max(scored, key=lambda pair: pair[0])
    return best if score >= UNSURE else None


def read(path: Path, format_id: str | None = None, columns: str = "") -> Source:
    """Read a file of any known format, or a bank of ours.

    ``columns`` says which column of a table holds what, as in ``question=A,options=B:E,correct=F``.

    Raises:
        FileError: it cannot be read, or is of no format that is known.
        QuizappError: there is no such format.
    """
    if path.is_dir() or path.name == FILE:
        return _ours(open_bank(path))
    try:
        data = path.read_bytes()
    except OSError as error:
        what = _("The file cannot be read ({reason}).").format(reason=error.strerror)
        remedy = _("Check its name, and that you may read it.")
        problem = Problem(0, 0, "no-file", what, remedy, file=str(path))
        raise FileError(str(path), [problem]) from error
    return read_bytes(data, str(path), format_id, columns)


def read_bytes(data: bytes, name: str, format_id: str | None = None, columns: str = "") -> Source:
    """Read the bytes of a file of any known format but a bank's folder; ``name`` is its path.

    Raises:
        FileError: it is of no format that is known, or not of the one that is named.
        QuizappError: there is no such format.
    """
    file = Path(name)
    if data.startswith((b'{"article":', b'{"bank":')) and format_id in (None, JSON):
        return _ours(from_canonical(data))
    found = find_format(format_id) if format_id else recognised(data, file.name)
    if found is None or found.read is None:
        what = _("This is no file of questions that this program knows.")
        remedy = _("Name its format with --from, if you know it: {names}.")
        names = ", ".join(id_ for id_, f in FORMATS.items() if f.read is not None)
        problem = Problem(1, 1, UNKNOWN, what, remedy.format(names=names), file=name)
        raise FileError(name, [problem])
    reading = _table(data, file.name, columns) if columns else found.read(data, file.name)
    return Source(found.id, reading, bank_of(reading, file.stem))


@dataclass(frozen=True, slots=True)
class Target:
    """A format to write: its title, and the ending of its files."""

    id: str
    title: str
    suffix: str


def targets() -> tuple[Target, ...]:
    """Every format that can be written, our own canonical JSON last."""
    able = [one for one in FORMATS.values() if one.write is not None]
    found = (Target(one.id, one.title, one.suffixes[0]) for one in able)
    return (*found, Target(JSON, _("Bank of this program (JSON)"), ".json"))


def readable() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Title and endings of every format that can be read."""
    able = [one for one in FORMATS.values() if one.read is not None]
    return tuple((one.title, one.suffixes) for one in able)


def _table(data: bytes, name: str, columns: str) -> Reading:
    rows, _notes = tables.rows_of(data, name)
    try:
        known = tables.columns_from(columns, rows[0].cells if rows else ())
    except ValueError as error:
        text = _("“{word}” is neither a column nor what one may hold: {roles}, options, header.")
        roles = ", ".join(tables.ROLES)
        raise QuizappError(text.format(word=error, roles=roles)) from error
    return tables.read(data, name, known)


def find_format(id_: str) -> Format:
    """The format of that name.

    Raises:
        QuizappError: there is none.
    """
    if id_ not in FORMATS:
        text = _("There is no format “{id}”. {hint}")
        raise QuizappError(text.format(id=id_, hint=did_you_mean(id_, FORMATS)).rstrip())
    return FORMATS[id_]


def bank_of(reading: Reading, name: str) -> Bank:
    """The questions of a file as a bank without an article."""
    title = reading.title or name
    return Bank(
        id=re.sub(r"[^a-z0-9_-]+", "-", name.casefold()).strip("-") or "imported",
        title=title,
        about=reading.about,
        language=reading.language or "und",
        licence="NOASSERTION",
        map=ClaimMap(Article("", "", "", file=""), (), (), ()),
        items=_apart(reading.items),
        pictures=_pictures(reading),
    )


def _pictures(reading: Reading) -> Pictures:
    """The pictures of a file that can be shown beside a question."""
    items, files = _apart(reading.items), reading.files
    return fetched((i for i in items if i.picture and i.picture.file in files), files.__getitem__)


def _apart(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items, each id once; readers see to that, and nothing is lost where one did not."""
    return tuple({item.id: item for item in items}.values())


def _ours(bank: Bank) -> Source:
    questions = tuple(
        Question(line=0, name=item.subject or item.id, native=item.kind, item=item)
        for item in bank.items
    )
    return Source(OURS, Reading(questions=questions, title=bank.title), bank)


def target(path: Path, format_id: str | None) -> str:
    """The format to write: the one named, else the one of the file's ending.

    Raises:
        QuizappError: neither says it.
    """
    if format_id in (JSON, NESTED):
        return format_id
    if format_id:
        return find_format(format_id).id
    name = path.name.casefold()
    if name.endswith((".json", ".nt")):
        return JSON if name.endswith(".json") else NESTED
    ends = {id_: _ending(f, name) for id_, f in FORMATS.items() if f.write}
    fitting = [id_ for id_, end in ends.items() if end == max(ends.values()) > 0]
    if len(fitting) != 1:
        text = _("The ending of “{name}” does not say one format. Name it with --to: {names}.")
        names = ", ".join([JSON, NESTED, *(id_ for id_, f in FORMATS.items() if f.write)])
        raise QuizappError(text.format(name=path.name, names=names))
    return fitting[0]


def _ending(format_: Format, name: str) -> int:
    """How much of a name is an ending of the format: “.gift.txt” is more than “.txt”."""
    return max((len(end) for end in format_.suffixes if name.endswith(end)), default=0)


def written(
    bank: Bank, format_id: str, files: Mapping[str, bytes]
) -> tuple[bytes, tuple[Loss, ...]]:
    """A bank in a format, and what that does not carry.

    Raises:
        QuizappError: the format can be read only.
    """
    if format_id == JSON:
        return canonical(bank), ()
    if format_id == NESTED:
        return write(bank), ()
    found = find_format(format_id)
    files = {**dict(bank.pictures), **files}
    if found.write is None:
        text = _("{title} can be read, not written.")
        raise QuizappError(text.format(title=found.title))
    made = found.write(bank, files)
    return made.data, made.losses


def keep(path: Path, data: bytes) -> None:
    """Write a file whole, or not at all.

    Raises:
        QuizappError: it could not be written.
    """
    try:
        disk.replace(path, data)
    except OSError as error:
        text = _("The file {path} could not be written ({reason}). Choose another place.")
        raise QuizappError(text.format(path=path, reason=error.strerror)) from error
