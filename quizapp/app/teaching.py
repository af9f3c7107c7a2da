"""What a teacher does: make an exam or practice for a class, and mark what came back.

What leads from the exam back to the bank, its keys and the names behind the start codes lie in one
file, sealed to the teacher's own key: without the passphrase nobody can read it.
"""

import csv
import io
import json
import secrets
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import SystemRandom

from quizapp.app.files import write
from quizapp.app.replaying import posed_by, posed_of, replayed
from quizapp.bank import Bank, canonical, from_canonical
from quizapp.classroom import pack as packs
from quizapp.classroom.attempt_file import Handed
from quizapp.classroom.collection import Known, Outcome, collect, hashes
from quizapp.classroom.exam import Link, exam_form
from quizapp.classroom.keys import PublicKeys, TeacherKeys, bytes64, text64
from quizapp.classroom.pack import Pack, bare_code, code_digest
from quizapp.classroom.practice import practice_content, practice_link
from quizapp.classroom.roster import Student, roster
from quizapp.classroom.sealing import seal_to_all, unsealed
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.items import Item
from quizapp.quiz import Rules, Score, assemble, mark

_KIND = "quizapp-class-1"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Made:
    """What a class is given: the pack to hand out, the sealed file to keep, who has which code.

    ``id`` is that of the pack, ``link`` leads from its questions back to those of the bank.
    """

    id: str
    pack: bytes
    kept: bytes
    students: tuple[Student, ...]
    link: Link
    rules: Rules


@dataclass(frozen=True, slots=True)
class Kept:
    """What the teacher keeps of a pack. ``students`` is empty where it is open to everybody."""

    pack: str
    bank: Bank
    link: Link
    students: tuple[Student, ...]
    rules: Rules

    @property
    def practice(self) -> bool:
        """Whether it was for practice, with feedback."""
        return self.rules.feedback != "never"


@dataclass(frozen=True, slots=True)
class Line:
    """One student's line of the gradebook. ``score`` is ``None`` where nothing was handed in."""

    name: str
    code: str
    score: Score | None


def make_exam(
    bank: Bank,
    rules: Rules,
    keys: TeacherKeys,
    names: Sequence[str],
    teacher_name: str,
    second: PublicKeys | None = None,
) -> Made:
    """An exam from a bank, its items drawn here, and a start code for each name.

    ``second`` opens the attempts and what is kept of the exam as well, a school for instance.

    Raises:
        QuizappError: the bank has nothing to ask.
    """
    form, link = exam_form(bank, _items(bank, rules), uuid.uuid4().hex, SystemRandom())
    asked = _Asked("exam", replace(rules, count=0, feedback="never"), form, link)
    return _made(bank, asked, keys, names, teacher_name, second)


def make_practice(
    bank: Bank,
    rules: Rules,
    keys: TeacherKeys,
    names: Sequence[str],
    teacher_name: str,
    second: PublicKeys | None = None,
) -> Made:
    """The bank with its keys, for practice by ``rules``, and a start code for each name.

    Each attempt draws its own questions.

    Raises:
        QuizappError: the bank has nothing to ask.
        ValueError: the rules give no feedback, so that it would be no practice.
    """
    if rules.feedback == "never":
        raise ValueError("practice has feedback")
    _items(bank, rules)
    asked = _Asked("practice", rules, practice_content(bank), practice_link(bank))
    return _made(bank, asked, keys, names, teacher_name, second)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked, and how; ``content`` is what the pack has of it."""

    mode: packs.Mode
    rules: Rules
    content: bytes
    link: Link


def _items(bank: Bank, rules: Rules) -> list[Item]:
    """The items that the rules draw, of which one at least can be answered."""
    items = [bank.item[one.item] for one in assemble(bank, rules, secrets.randbelow(2**32))]
    if not any(item.scored for item in items):
        raise QuizappError(
            _("“{title}” has no question that can be asked.").format(title=bank.title)
        )
    return items


def _made(
    bank: Bank,
    asked: _Asked,
    keys: TeacherKeys,
    names: Sequence[str],
    teacher_name: str,
    second: PublicKeys | None,
) -> Made:
    students = roster(names, SystemRandom()) if names else ()
    id_ = uuid.uuid4().hex
    pack = Pack(
        id=id_,
        mode=asked.mode,
        title=bank.title,
        rules=asked.rules,
        teacher=keys.public,
        teacher_name=teacher_name,
        content=asked.content,
        second=second,
        codes=tuple(sorted(code_digest(id_, student.code) for student in students)),
    )
    kept = _kept(id_, bank, asked, students)
    sealed = seal_to_all(kept, pack.recipients)
    return Made(id_, packs.made(pack, keys), sealed, students, asked.link, pack.rules)


def _kept(pack: str, bank: Bank, asked: _Asked, students: Sequence[Student]) -> bytes:
    """What marks a pack, for the teacher alone."""
    kept = {
        "kind": _KIND,
        "pack": pack,
        "bank": text64(canonical(bank)),
        "link": asked.link.stored(),
        "rules": asked.rules.stored(),
        "students": [[one.name, one.code, one.number] for one in students],
    }
    return json.dumps(kept, ensure_ascii=False).encode()


def file_name(bank: Bank, *, practice: bool) -> str:
    """What the files of a pack are called, without an ending; practice is told from an exam."""
    return f"{bank.id}-practice" if practice else bank.id


def hand_out_files(
    folder: Path, name: str, make: Callable[[], Made], more: Sequence[str] = ()
) -> tuple[str, str, str]:
    """Write the files of a pack into a folder; their names: for the class, codes, for the teacher.

    Nothing is made where one of the files is there already, or one of ``more`` that come later.

    Raises:
        QuizappError: a file is there already, or cannot be written, or the pack cannot be made.
    """
    names = (f"{name}.quizpack", f"{name}-codes.csv", f"{name}.quizclass")
    for one in (*names, *more):
        if (folder / one).exists():
            text = _("There is a file {file} already. Choose another folder.")
            raise QuizappError(text.format(file=one))
    exam = make()
    codes = codes_csv(exam.students).encode("utf-8-sig")
    for one, data in zip(names, (exam.pack, codes, exam.kept), strict=True):
        write(folder / one, data)
    return names


def kept_exam(data: bytes, keys: TeacherKeys) -> Kept:
    """What ``make_exam`` or ``make_practice`` sealed; what was kept before there was practice is
    of an exam.

    Raises:
        QuizappError: it was sealed to another key, was changed, or is no such file.
    """
    try:
        kept = json.loads(unsealed(data, keys))
        return Kept(
            kept["pack"],
            from_canonical(bytes64(kept["bank"])),
            Link.restored(kept["link"]),
            tuple(Student(*one) for one in kept["students"]),
            Rules.restored(kept.get("rules", {"feedback": "never"})),
        )
    except (AttributeError, ValueError, KeyError, TypeError) as error:
        raise QuizappError(_("This is no file that quizapp keeps of an exam.")) from error


def collected(
    files: Iterable[tuple[str, bytes]], keys: TeacherKeys, kept: Kept
) -> tuple[Outcome, ...]:
    """What each file is, by name and bytes, in their order; none stops the others."""
    codes = {kept.pack: {bare_code(one.code): one.label for one in kept.students}}
    known: dict[str, Known] = {}
    outcomes = []
    for name, data in files:
        practice = (kept.pack,) if kept.practice else ()
        outcome = _readable(collect(data, name, keys, codes, {kept.pack: known}, practice), kept)
        if outcome.handed is not None and outcome.counts:
            one = outcome.handed
            known[one.attempt] = Known(hashes=hashes(one), code=one.code)
        outcomes.append(outcome)
    return tuple(outcomes)


def _readable(outcome: Outcome, kept: Kept) -> Outcome:
    """The outcome, unless what was answered there cannot be marked at all."""
    if outcome.handed is None or not outcome.counts:
        return outcome
    try:
        marked(outcome.handed, kept)
    except (ValueError, KeyError, TypeError, RecursionError):
        reason = _("Its answers are not written as this program writes them.")
        return replace(outcome, state="unverified", reason=reason)
    return outcome


def gradebook(outcomes: Iterable[Outcome], kept: Kept) -> tuple[Line, ...]:
    """The class in the order of its roster, each with the marks of the attempt that counts.

    Of several attempts at practice that is the best. Where the pack was open to everybody, there is
    a line for each attempt.
    """
    latest = {one.handed.attempt: one.handed for one in outcomes if one.handed and one.counts}
    if not kept.students:
        return tuple(Line(one.name, one.code, marked(one, kept)) for one in latest.values())
    best: dict[str, Score] = {}
    for one in latest.values():
        score, code = marked(one, kept), bare_code(one.code)
        if code not in best or _share(score) > _share(best[code]):
            best[code] = score
    return tuple(Line(one.label, one.code, best.get(bare_code(one.code))) for one in kept.students)


def _share(score: Score) -> float:
    return score.earned / score.possible if score.possible else 0.0


def marked(handed: Handed, kept: Kept) -> Score:
    """The marks of an attempt by the keys of the bank; what was not answered earns 0.

    Raises:
        ValueError, KeyError, TypeError: it is not written as this program writes it.
    """
    bank, practice = kept.bank, kept.practice
    posed = posed_by(handed, bank, kept.rules) if practice else posed_of(kept.link, bank)
    found = replayed(handed, kept.link, bank, posed, practice=practice)
    items = [bank.item[one.item] for one in posed]
    return Score(tuple(mark(item, found.answers.get(item.id)) for item in items if item.scored))


def as_csv(lines: Iterable[Line]) -> str:
    """The gradebook as CSV; a cell that a spreadsheet would take for a formula is made harmless."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow([_("name"), _("code"), _("earned"), _("possible"), _("right")])
    for line in lines:
        who = [_harmless(line.name), _harmless(line.code)]
        score = line.score
        marks = [f"{score.earned:g}", f"{score.possible:g}", score.right] if score else ["", "", ""]
        writer.writerow([*who, *marks])
    return target.getvalue()


def codes_csv(students: Iterable[Student]) -> str:
    """Names and start codes, to be cut apart and handed out."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow([_("name"), _("code")])
    writer.writerows([_harmless(one.label), one.code] for one in students)
    return target.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
