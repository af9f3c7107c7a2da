"""Questions of other programs on their way into a bank: looked through, chosen, taken back."""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from quizapp.app import exchange
from quizapp.app.authoring.asking import taken_over
from quizapp.app.authoring.drafts import free_id
from quizapp.app.authoring.session import Authoring
from quizapp.app.bank_files import BANKS, FILE, no_collecting, open_bank, refuse_comments
from quizapp.app.banking import save
from quizapp.bank import Bank, canonical, examine_tree, version
from quizapp.bank.pictures import Pictures
from quizapp.bank.write import tree
from quizapp.errors import FileError, Problem, QuizappError
from quizapp.formats import FORMATS, Note, Question
from quizapp.i18n import N_, _
from quizapp.items import Item
from quizapp.store import Store

Report = Callable[[int, int], None]
MOST_BYTES = 200_000_000  # archives may be so large; what is in them has limits of its own
EVERY = 200  # questions between two reports


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of a file. ``item`` is what a bank would have, ``why`` why there is none."""

    question: Question
    item: Item | None
    why: tuple[Note, ...] = ()

    @property
    def remarks(self) -> tuple[Note, ...]:
        """What is to be said of it, refusals first."""
        others = (note for note in self.question.notes if note not in self.why)
        return (*self.why, *others)

    @property
    def worst(self) -> str:
        """The gravest that was done with it: ``refused``, ``lost``, ``changed``, or nothing."""
        if self.item is None:
            return "refused"
        effects = {note.effect for note in self.question.notes}
        return next((effect for effect in ("lost", "changed") if effect in effects), "")


@dataclass(frozen=True, slots=True)
class Intake:
    """A file that was looked through. ``bank`` has every item that can be taken."""

    name: str
    format: str
    bank: Bank
    entries: tuple[Entry, ...]
    notes: tuple[Note, ...] = ()

    @property
    def title(self) -> str:
        """What the format is called."""
        return FORMATS[self.format].title if self.format in FORMATS else "quizapp"

    @property
    def kinds(self) -> tuple[tuple[str, int], ...]:
        """How many questions of each kind can be taken, the most frequent first."""
        return tuple(Counter(item.kind for item in self.bank.items).most_common())

    def count(self, worst: str) -> int:
        """Of how many questions ``worst`` is the gravest that was done."""
        return sum(entry.worst == worst for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Brought:
    """What was brought into a bank, and what taking it back has to know.

    ``made`` says that the bank was made for it; ``sha256`` is the version that was saved.
    """

    path: Path
    bank: Bank
    ids: tuple[str, ...]
    sha256: str
    made: bool
    pictures: Pictures = ()


def look(path: Path, report: Report, columns: str = "") -> Intake:
    """Read a file of another program, and find out which of its questions a bank can hold.

    ``columns`` says what the columns of a table hold, where its headings do not.

    Raises:
        FileError: it cannot be read, or is of no format that is known.
    """
    report(0, 0)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _unreadable(path, _("it is larger than 200 MB"))
        data = b"" if path.is_dir() else path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error
    if not data:
        return _looked(exchange.read(path), path.name, report)
    return look_at(data, str(path), report, columns)


def look_at(data: bytes, name: str, report: Report, columns: str = "") -> Intake:
    """The same for bytes, such as pasted text; ``name`` is what the file is called.

    Raises:
        FileError: it is of no format that is known.
    """
    with no_collecting():
        source = exchange.read_bytes(data, name, None, columns)
        return _looked(source, Path(name).name, report)


def _unreadable(path: Path, reason: str) -> FileError:
    what = _("The file cannot be read ({reason}).").format(reason=reason)
    remedy = _("Check its name, and that you may read it.")
    return FileError(str(path), [Problem(0, 0, "no-file", what, remedy, file=str(path))])


def _looked(source: exchange.Source, name: str, report: Report) -> Intake:
    bank, total = source.bank, len(source.bank.items)
    unfit = _unfit(bank, _ticking(report, total)) if total else {}
    items = {item.id: item for item in bank.items if item.id not in unfit}
    entries = tuple(_entry(question, items, unfit) for question in source.reading.questions)
    bank = replace(bank, items=tuple(items.values()))
    return Intake(name, source.format, bank, entries, source.reading.notes)


def _ticking(report: Report, total: int) -> Callable[[], None]:
    """Tells how far the work is, every now and then; and so lets it be cancelled."""
    done = 0

    def tick() -> None:
        nonlocal done
        if done % EVERY == 0:
            report(min(done, total), total)
        done += 1

    return tick


def _unfit(bank: Bank, tick: Callable[[], None]) -> dict[str, tuple[Note, ...]]:
    """The items that no bank can hold as they are, by id, and what is wrong with each."""
    found: dict[str, tuple[Note, ...]] = {}
    for problem in examine_tree(tree(bank), bank.article.text, tick).problems:
        part, n = (*problem.path[:2], "", "")[:2]
        if problem.severity == "error" and part == "items" and isinstance(n, int):
            note = Note(0, 0, "refused", problem.code, f"{problem.what} {problem.remedy}")
            id_ = bank.items[n].id
            found[id_] = (*found.get(id_, ()), note)
    return found


def _entry(question: Question, items: dict[str, Item], unfit: dict[str, tuple[Note, ...]]) -> Entry:
    if question.item is None:
        return Entry(question, None, tuple(n for n in question.notes if n.effect == "refused"))
    id_ = question.item.id
    why = tuple(replace(note, line=question.line) for note in unfit.get(id_, ()))
    return Entry(question, items.get(id_), why)


def bring_new(
    intake: Intake, ids: Collection[str], title: str, folder: Path, store: Store, now: datetime
) -> Brought:
    """Make a bank of the items with these ids, in a data folder.

    Raises:
        QuizappError: none of them asks anything, or nothing can be written.
    """
    items = _chosen(intake, ids)
    if not any(item.scored for item in items):
        raise QuizappError(
            _("A bank needs a question that can be answered. Choose one, or add these to a bank.")
        )
    title = " ".join(title.split()) or intake.bank.title
    id_ = free_id(folder, title)
    bank = replace(
        intake.bank, id=id_, title=title, items=items, pictures=_shown(intake.bank, items)
    )
    path = folder / BANKS / id_
    try:
        path.mkdir(parents=True)
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with no_collecting():
            saved = save(bank, path, store, now)
    finally:  # also where it was cancelled
        if not (path / FILE).exists():
            shutil.rmtree(path, ignore_errors=True)
    return Brought(path, bank, tuple(item.id for item in items), saved.sha256, made=True)


def bring_into(
    intake: Intake, ids: Collection[str], path: Path, store: Store, now: datetime
) -> Brought:
    """Add the items with these ids to the bank at ``path``; the version before it is kept.

    Items and pictures whose names are taken there get others; claims that the bank does not have
    are left out.

    Raises:
        QuizappError: the bank cannot be read or written, or has comments.
    """
    refuse_comments(path)
    held = open_bank(path)
    items, pictures = _fitted(intake, _chosen(intake, ids), held)
    merged = tuple(sorted((*held.pictures, *pictures)))
    bank = replace(held, items=(*held.items, *items), pictures=merged)
    saved = save(bank, path, store, now)
    added = tuple(item.id for item in items)
    return Brought(path, bank, added, saved.sha256, made=False, pictures=pictures)


def bring_into_draft(intake: Intake, ids: Collection[str], session: Authoring) -> int:
    """Add the items to a draft, as one step that can be undone; how many they are.

    Raises:
        QuizappError: the draft cannot be written.
    """
    items = []
    for item in _chosen(intake, ids):
        picture = intake.bank.picture(item)
        if item.picture is not None and picture:
            name = session.pictures.add(picture)
            items.append(replace(item, picture=replace(item.picture, file=name)))
        else:
            items.append(item)
    after, added = taken_over(session.draft, items)
    session.do(N_("Import questions"), after)
    return len(added)


def take_back(brought: Brought, store: Store, now: datetime) -> None:
    """Undo it: a bank that was made for it goes; out of another one the questions are taken.

    What was changed in that other bank since stays, and so does every version in the store.

    Raises:
        QuizappError: the new bank was changed since, or nothing can be written.
    """
    held = open_bank(brought.path)
    if not brought.made:
        left = tuple(item for item in held.items if item.id not in set(brought.ids))
        gone = dict(brought.pictures)
        save(replace(held, items=left, pictures=_shown(held, left)), brought.path, store, now)
        _unlink(brought.path, gone, {item.picture.file for item in left if item.picture})
        return
    if version(canonical(held)) != brought.sha256:
        text = _("“{title}” was changed since, and stays. Take out what you do not want of it.")
        raise QuizappError(text.format(title=held.title))
    try:
        shutil.rmtree(brought.path)
    except OSError as error:
        raise _unwritable(brought.path, error) from error


def _chosen(intake: Intake, ids: Collection[str]) -> tuple[Item, ...]:
    wanted = frozenset(ids)
    return tuple(item for item in intake.bank.items if item.id in wanted)


def _shown(bank: Bank, items: Iterable[Item]) -> Pictures:
    """The pictures of a bank that these items name."""
    named = {item.picture.file for item in items if item.picture}
    return tuple((name, data) for name, data in bank.pictures if name in named)


def _fitted(
    intake: Intake, items: tuple[Item, ...], held: Bank
) -> tuple[tuple[Item, ...], Pictures]:
    """The items under names that a bank has free, and the pictures that they bring along."""
    files = _file_names(_shown(intake.bank, items), dict(held.pictures))
    known, taken = set(held.map.claim), set(held.item)
    fitted = []
    for item in items:
        id_ = _free(item.id, taken)
        taken.add(id_)
        picture = item.picture and replace(
            item.picture, file=files.get(item.picture.file, item.picture.file)
        )
        claims = tuple(claim for claim in item.claims if claim in known)
        trade_off = item.trade_off if item.trade_off in held.map.trade_off else ""
        fitted.append(
            replace(item, id=id_, claims=claims, trade_off=trade_off, picture=picture, derived=None)
        )
    before = dict(held.pictures)
    brought = ((files[name], data) for name, data in _shown(intake.bank, items))
    return tuple(fitted), tuple((name, data) for name, data in brought if name not in before)


def _file_names(pictures: Pictures, before: dict[str, bytes]) -> dict[str, str]:
    """A name for each picture that no other picture of the bank has."""
    names: dict[str, str] = {}
    for name, data in pictures:
        if before.get(name, data) == data:
            names[name] = name
            continue
        stem, dot, ending = name.rpartition(".")
        fresh = _free(stem or ending, {one.rpartition(".")[0] for one in before})
        names[name] = f"{fresh}{dot}{ending}" if stem else fresh
    return names


def _free(name: str, taken: Collection[str]) -> str:
    """The name, with a number behind it where it is taken."""
    if name not in taken:
        return name
    stem = re.sub(r"-[0-9]{1,6}$", "", name)
    return next(one for n in range(2, len(taken) + 3) if (one := f"{stem}-{n}") not in taken)


def _unlink(folder: Path, pictures: dict[str, bytes], kept: set[str]) -> None:
    """Take away the files of pictures that came along and that nothing shows any more."""
    for name, data in pictures.items():
        file = folder / name
        if name not in kept and file.is_file() and file.read_bytes() == data:
            file.unlink()


def _unwritable(path: Path, error: OSError) -> QuizappError:
    text = _("The bank cannot be saved in {folder} ({reason}). Allow writing there.")
    return QuizappError(text.format(folder=path, reason=error.strerror))
