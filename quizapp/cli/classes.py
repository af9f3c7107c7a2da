"""`quizapp classes`: who is in a class, and what it was given."""

import argparse
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.app.files import read
from quizapp.cli.output import print_json
from quizapp.i18n import _, n_

if TYPE_CHECKING:
    from quizapp.app.classes import Classes
    from quizapp.classroom.book import Classroom


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "classes",
        help=_("list your classes; make one, change its roster, delete it"),
        description=_("Without an option: your classes, and what each was given."),
        epilog=_("Example: quizapp classes --new 9b --names class.txt"),
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--new", metavar="NAME", help=_("make a class"))
    what.add_argument("--change", metavar="NAME", help=_("give a class another roster"))
    what.add_argument(
        "--delete", metavar="NAME", help=_("say what would be deleted of a class; nothing is yet")
    )
    parser.add_argument(
        "--names", type=Path, metavar="FILE", help=_("the roster: a name on each line, or a CSV")
    )
    parser.add_argument(
        "--for-good",
        action="store_true",
        help=_("with --delete: delete it, which cannot be undone"),
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status: 0; 2 where there is no such class, or a name cannot be used."""
    from quizapp.app.classes import Classes
    from quizapp.app.desk import open_desk

    with open_desk(os.environ) as desk:
        classes = Classes(desk.store, lambda: datetime.now(UTC))
        if args.new or args.change:
            names = _names(args.names)
            one = (
                classes.add(args.new, names)
                if args.new
                else classes.change(classes.find(args.change), names)
            )
            print(_told(one))
        elif args.delete:
            _delete(classes, classes.find(args.delete), for_good=args.for_good)
        else:
            _list(classes, as_json=args.json)
    return 0


def _names(file: Path | None) -> Sequence[str]:
    from quizapp.classroom.roster import names_in

    return names_in(read(file).decode("utf-8", "replace")) if file else ()


def _told(one: "Classroom") -> str:
    n = len(one.students)
    text = n_("{name}: {n} student", "{name}: {n} students", n)
    return text.format(name=one.name, n=n)


def _delete(classes: "Classes", one: "Classroom", *, for_good: bool) -> None:
    if for_good:
        classes.remove(one)
        print(_("{name} is deleted, with all that came back.").format(name=one.name))
        return
    n = len(classes.files(one))
    text = n_(
        "{name} would be deleted, with {n} file that came back. To do it, add --for-good.",
        "{name} would be deleted, with {n} files that came back. To do it, add --for-good.",
        n,
    )
    print(text.format(name=one.name, n=n))


def _list(classes: "Classes", *, as_json: bool) -> None:
    found = [(one, classes.exams(one)) for one in classes.every()]
    if as_json:
        print_json(
            [
                {
                    "name": one.name,
                    "students": [who.label for who in one.students],
                    "exams": [{"title": exam.title, "at": exam.at.isoformat()} for exam in exams],
                }
                for one, exams in found
            ]
        )
        return
    for one, exams in found:
        print(_told(one))
        for exam in exams:
            print(f"  {exam.at:%Y-%m-%d}  {exam.title}")
    if not found:
        print(_("There is no class yet. Make one with: quizapp classes --new NAME --names FILE"))
