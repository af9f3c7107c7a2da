"""`quizapp pack`: an exam or practice for a class, as a file to hand out."""

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.app.files import read
from quizapp.cli import files
from quizapp.cli.keys import opened
from quizapp.cli.output import print_json
from quizapp.cli.take import count, minutes
from quizapp.errors import QuizappError
from quizapp.i18n import _, n_
from quizapp.quiz import LEVELS, Rules

if TYPE_CHECKING:
    from quizapp.app.teaching import Made
    from quizapp.bank import Bank
    from quizapp.classroom.keys import PublicKeys, TeacherKeys


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "pack",
        help=_("make an exam or practice for a class, as a file to hand out"),
        description=_(
            "Make a signed .quizpack, a sealed .quizclass that only your key opens and that you "
            "keep, and, with --class or --names, a start code for each student. An exam has no "
            "keys in the file; practice has them, for feedback, so never ask its questions in an "
            "exam."
        ),
        epilog=_("Example: quizapp pack my-bank --key mine.quizkey --names class.txt --to exam"),
    )
    parser.add_argument("bank", metavar="BANK", help=_("the bank that is asked"))
    parser.add_argument(
        "--key", type=Path, required=True, metavar="FILE.quizkey", help=_("your key file")
    )
    parser.add_argument(
        "--to", type=Path, required=True, metavar="FOLDER", help=_("a folder for the files")
    )
    _add_who(parser)
    _add_rules(parser)
    _add_more(parser)
    parser.set_defaults(run=run)


def _add_who(parser: argparse.ArgumentParser) -> None:
    who = parser.add_mutually_exclusive_group()
    who.add_argument(
        "--names", type=Path, metavar="FILE", help=_("the class: a name on each line, or a CSV")
    )
    who.add_argument(
        "--class",
        dest="class_",
        metavar="NAME",
        help=_("a class of “quizapp classes”; what it is given is kept"),
    )


def _add_rules(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--practice",
        action="store_true",
        help=_("for practice: with feedback, the keys are in the file; as often as one likes"),
    )
    parser.add_argument(
        "--feedback",
        choices=("at-once", "after"),
        help=_("with --practice: after each answer, as usual, or after handing in"),
    )
    parser.add_argument(
        "--count", type=count, default=0, metavar="N", help=_("ask N questions, not all of them")
    )
    parser.add_argument(
        "--form",
        choices=("A", "B"),
        default="",
        help=_("ask one of two parallel forms, which share no claim, as on paper"),
    )
    parser.add_argument(
        "--shuffle", action="store_true", help=_("give each student the questions in another order")
    )
    parser.add_argument(
        "--time", type=minutes, default=0, metavar="MIN", help=_("hand in after MIN minutes")
    )
    parser.add_argument(
        "--closed", action="store_true", help=_("keep the article closed until it is handed in")
    )
    _add_sure(parser)


def _add_sure(parser: argparse.ArgumentParser) -> None:
    sure = parser.add_mutually_exclusive_group()
    sure.add_argument(
        "--levels",
        type=int,
        choices=LEVELS,
        help=_("ask how sure the student is, in three levels or in five"),
    )
    sure.add_argument(
        "--no-confidence",
        action="store_true",
        help=_("do not ask how sure the student is, as usual in an exam"),
    )


def _add_more(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--second",
        type=Path,
        metavar="FILE.quizkeypub",
        help=_("the public key of somebody who can open the attempts as well, such as the school"),
    )
    parser.add_argument("--teacher", default="", metavar="NAME", help=_("your name, for the class"))
    parser.add_argument(
        "--package",
        type=Path,
        metavar="FILE.tar.gz",
        help=_("write a student package as well: this program with the pack inside"),
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))


def run(args: argparse.Namespace) -> int:
    """Exit status: 0 well; what cannot be used raises ``QuizappError``."""
    from quizapp.app.bank_files import find, open_bank
    from quizapp.app.printing import of_form
    from quizapp.app.teaching import file_name

    whole = open_bank(find(args.bank))
    bank = of_form(whole, args.form)
    name, rules = file_name(bank, practice=args.practice), _rules(args)
    files.folder(args.to)
    for ending in (".quizpack", ".quizclass", "-codes.csv"):
        files.refuse(args.to / f"{name}{ending}")
    program = _program(args.package)
    made = _made(bank, rules, args, whole if args.form else None)
    paths = _written(name, made, args.to)
    if program is not None:
        paths += _package(made.pack, name, args.package, program)
    if args.json:
        print_json({"files": paths})
        return 0
    print("\n".join(paths))
    n = len(made.students)
    words = n_(
        "{n} start code. Hand out only the .quizpack and to each student their code.",
        "{n} start codes. Hand out only the .quizpack and to each student their code.",
        n,
    )
    print(words.format(n=n) if n else _("Open to everybody. Hand out only the .quizpack."))
    if args.practice:
        print(_("The keys are in the .quizpack: never ask these questions in an exam."))
    if program is not None:
        print(_runs_on())
    return 0


def _rules(args: argparse.Namespace) -> Rules:
    """What the class goes by.

    Raises:
        QuizappError: the options do not go together.
    """
    if args.feedback and not args.practice:
        raise QuizappError(_("An exam gives no feedback. Add --practice, or leave --feedback out."))
    if args.closed and args.feedback == "at-once":
        text = _(
            "Feedback shows the article, so with --closed it comes after handing in. Leave "
            "--feedback out."
        )
        raise QuizappError(text)
    after = not args.practice or args.closed or args.feedback == "after"
    sure = args.levels is not None or (args.practice and not args.no_confidence)
    return Rules(
        feedback="after" if after else "at_once",
        confidence=sure,
        levels=args.levels or LEVELS[0],
        shuffle_items=args.shuffle,
        count=args.count,
        time_limit=args.time * 60,
        closed=args.closed,
    )


def _made(bank: "Bank", rules: Rules, args: argparse.Namespace, whole: "Bank | None") -> "Made":
    """The exam or practice, once everything that it needs was read."""
    from quizapp.app.teaching import make_exam, make_practice
    from quizapp.classroom.keys import public_part
    from quizapp.classroom.roster import names_in

    names = names_in(read(args.names).decode("utf-8", "replace")) if args.names else ()
    teacher = args.teacher or _("your teacher")
    second = public_part(read(args.second)) if args.second else None
    keys = opened(args.key)
    if args.class_:
        return _for_class(args, bank, rules, keys, teacher, second, whole)
    make = make_practice if args.practice else make_exam
    return make(bank, rules, keys, names, teacher, second)


def _written(name: str, made: "Made", folder: Path) -> list[str]:
    from quizapp.app.teaching import codes_csv

    written = {f"{name}.quizpack": made.pack, f"{name}.quizclass": made.kept}
    if made.students:
        written[f"{name}-codes.csv"] = codes_csv(made.students).encode("utf-8-sig")
    for one, data in written.items():
        files.write(folder / one, data)
    return [str(folder / one) for one in written]


def _program(target: Path | None) -> Path | None:
    """The folder that a student package is made of, if one is asked for, before anything is."""
    if target is None:
        return None
    from quizapp.app.student_package import program_folder

    files.refuse(target)
    return program_folder()


def _package(pack: bytes, name: str, target: Path, program: Path) -> list[str]:
    from quizapp.app.student_package import make_package

    made = make_package(pack, name, target, program)
    return [str(made.archive), str(made.launcher)]


def _runs_on() -> str:
    from quizapp.app.student_package import system

    text = _(
        "The package runs on computers like this one ({system}) and on no others. Hand out the "
        "archive, the script beside it and the pack together; students start the script."
    )
    return text.format(system=system())


def _for_class(
    args: argparse.Namespace,
    bank: "Bank",
    rules: "Rules",
    keys: "TeacherKeys",
    teacher: str,
    second: "PublicKeys | None",
    whole: "Bank | None",
) -> "Made":
    """What is handed to a class that is kept, which remembers it."""
    from quizapp.app.classes import Classes, practised_told
    from quizapp.app.desk import open_desk

    practice = args.practice
    with open_desk(os.environ) as desk:
        classes = Classes(desk.store, lambda: datetime.now(UTC))
        one = classes.find(args.class_)
        if not practice and (before := classes.practised(one, bank.id)):
            day = before[-1].at.astimezone().date().isoformat()
            print(practised_told(one.name, day), file=sys.stderr)
        return classes.hand_out(
            one, bank, rules, keys, teacher, second, practice=practice, whole=whole
        )
