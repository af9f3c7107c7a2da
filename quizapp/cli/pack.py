"""`quizapp pack`: an exam for a class, as a file to hand out."""

import argparse
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.app.files import read
from quizapp.cli import files
from quizapp.cli.keys import opened
from quizapp.cli.output import print_json
from quizapp.cli.take import count, minutes
from quizapp.i18n import _, n_

if TYPE_CHECKING:
    from quizapp.app.teaching import Made
    from quizapp.bank import Bank
    from quizapp.classroom.keys import PublicKeys, TeacherKeys
    from quizapp.quiz import Rules


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "pack",
        help=_("make an exam for a class, as a file to hand out"),
        description=_(
            "Make a signed .quizpack without keys, a sealed .quizclass that only your key opens "
            "and that you keep, and, with --names, a start code for each student."
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


def _add_more(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--second",
        type=Path,
        metavar="FILE.quizkeypub",
        help=_("the public key of somebody who can open the attempts as well, such as the school"),
    )
    parser.add_argument("--teacher", default="", metavar="NAME", help=_("your name, for the class"))
    parser.add_argument(
        "--count", type=count, default=0, metavar="N", help=_("ask N questions, not all of them")
    )
    parser.add_argument(
        "--time", type=minutes, default=0, metavar="MIN", help=_("hand in after MIN minutes")
    )
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

    bank = open_bank(find(args.bank))
    files.folder(args.to)
    for ending in (".quizpack", ".quizclass", "-codes.csv"):
        files.refuse(args.to / f"{bank.id}{ending}")
    program = _program(args.package)
    made = _made(bank, args)
    paths = _written(bank.id, made, args.to)
    if program is not None:
        paths += _package(made.pack, bank.id, args.package, program)
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
    if program is not None:
        print(_runs_on())
    return 0


def _made(bank: "Bank", args: argparse.Namespace) -> "Made":
    """The exam, once everything that it needs was read."""
    from quizapp.app.teaching import make_exam
    from quizapp.classroom.keys import public_part
    from quizapp.classroom.roster import names_in
    from quizapp.quiz import Rules

    names = names_in(read(args.names).decode("utf-8", "replace")) if args.names else ()
    rules = replace(Rules.test(args.time * 60), count=args.count)
    teacher = args.teacher or _("your teacher")
    second = public_part(read(args.second)) if args.second else None
    keys = opened(args.key)
    if args.class_:
        return _for_class(args.class_, bank, rules, keys, teacher, second)
    return make_exam(bank, rules, keys, names, teacher, second)


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
    name: str,
    bank: "Bank",
    rules: "Rules",
    keys: "TeacherKeys",
    teacher: str,
    second: "PublicKeys | None",
) -> "Made":
    """An exam for a class that is kept, which remembers it."""
    from quizapp.app.classes import Classes
    from quizapp.app.desk import open_desk

    with open_desk(os.environ) as desk:
        classes = Classes(desk.store, lambda: datetime.now(UTC))
        return classes.hand_out(classes.find(name), bank, rules, keys, teacher, second)
