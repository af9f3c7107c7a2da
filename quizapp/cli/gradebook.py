"""`quizapp gradebook`: the marks of a class, and what is to be decided about its files."""

import argparse
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli import certificates, class_contests, files
from quizapp.cli.collect import STATES
from quizapp.cli.output import print_json
from quizapp.errors import QuizappError
from quizapp.i18n import N_, _, n_

if TYPE_CHECKING:
    from quizapp.app.classes import Classes
    from quizapp.classroom.book import Classroom, Gradebook, Received
    from quizapp.report.cells import Cell, Cells
    from quizapp.store import Store

WHICH = ("best", "first", "last")
_VERDICTS = {"counts": N_("you let it count"), "away": N_("set aside")}


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "gradebook",
        help=_("the marks of a class, on the screen and as a file"),
        description=_(
            "Print what each student earned at each exam. Attempts are marked by the keys as they "
            "are now, regrades included."
        ),
        epilog=_("Example: quizapp gradebook 9b --xlsx marks.xlsx"),
    )
    parser.add_argument("name", metavar="CLASS", help=_("the class"))
    parser.add_argument(
        "--attempt", choices=WHICH, default="best", help=_("which counts where there are several")
    )
    parser.add_argument("--csv", type=Path, metavar="FILE", help=_("write it as CSV"))
    parser.add_argument("--xlsx", type=Path, metavar="FILE", help=_("write it as a workbook"))
    parser.add_argument(
        "--letters",
        type=Path,
        metavar="FOLDER",
        help=_("write a letter for each student and exam: the result, and each key with its why"),
    )
    parser.add_argument(
        "--certificates",
        type=Path,
        metavar="FOLDER",
        help=_("write a page to sign for each student and exam that reached a share"),
    )
    parser.add_argument(
        "--share", default="60", metavar="PERCENT", help=_("from which share on, 60 if not given")
    )
    _add_others(parser)
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))
    parser.set_defaults(run=run)


def _add_others(parser: argparse.ArgumentParser) -> None:
    """What is shown in place of the marks, or done before them; one at a time."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--files", action="store_true", help=_("list what came back, each file with its reason")
    )
    what.add_argument(
        "--flags",
        action="store_true",
        help=_("list facts to look at: clocks that jumped, broken logs, the same answers"),
    )
    what.add_argument(
        "--contests",
        action="store_true",
        help=_("list what students read otherwise, and what was decided"),
    )
    for name, help_ in (
        ("--accept", _("say that a student who contests a key is right, and why")),
        ("--decline", _("say that the key stands, and why")),
    ):
        what.add_argument(name, nargs=2, metavar=("ID", "WORDS"), help=help_)
    what.add_argument("--count", metavar="FILE", help=_("let a file count that is to be decided"))
    what.add_argument("--set-aside", metavar="FILE", help=_("let a file count no more"))


def run(args: argparse.Namespace) -> int:
    """Exit status: 0; 1 with ``--files`` or ``--contests`` where one is to be decided, and where a
    certificate was not written; 2 if it cannot be done.
    """
    from quizapp.app.classes import Classes
    from quizapp.app.desk import open_desk

    with open_desk(os.environ) as desk:
        classes = Classes(desk.store, lambda: datetime.now(UTC))
        one = classes.find(args.name)
        if args.files:
            return _files(classes, one, as_json=args.json)
        if args.flags:
            return _flags(desk.store, one, as_json=args.json)
        if args.contests or args.accept or args.decline:
            return class_contests.run(desk.store, one, args)
        if args.count or args.set_aside:
            found = _file(classes, args.count or args.set_aside)
            classes.decide(found.sha256, counts=bool(args.count))
        book = classes.gradebook(one, args.attempt)
        _print(book, args)
        if args.letters:
            _letters(desk.store, book, args.letters, quiet=args.json)
        if args.certificates:
            folder, share = args.certificates, args.share
            return certificates.write(desk.store, book, folder, share, quiet=args.json)
    return 0


def _print(book: "Gradebook", args: argparse.Namespace) -> None:
    from quizapp.report.cells import csv_bytes
    from quizapp.report.gradebook import gradebook_cells

    cells = gradebook_cells(book)
    if args.csv:
        files.write(args.csv, csv_bytes(cells, bom=True))
    if args.xlsx:
        from quizapp.formats.table_xlsx import workbook

        files.write(args.xlsx, workbook(book.name, cells))
    if args.json:
        head, *rows = cells
        print_json({"columns": list(head), "rows": [list(row) for row in rows]})
    else:
        print(table(cells))


def _letters(store: "Store", book: "Gradebook", folder: Path, *, quiet: bool) -> None:
    from quizapp.app.letters import letters
    from quizapp.drawing.result_pages import result_pdf

    files.folder(folder)
    n = 0
    for letter in letters(store, book, lambda: datetime.now(UTC)):
        data = result_pdf(letter.result, letter.answers, letter.reasons)
        files.write(folder / f"{letter.name}.pdf", data)
        n += 1
    if not quiet:
        words = n_("{n} letter in {folder}.", "{n} letters in {folder}.", n)
        print(words.format(n=n, folder=folder))


def table(cells: "Cells") -> str:
    """The table in columns, words to the left and numbers to the right."""
    rows = [[_shown(cell) for cell in row] for row in cells]
    wide = [max(len(row[x]) for row in rows) for x in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if x == 0 else cell.rjust(width)
            for x, (cell, width) in enumerate(zip(row, wide, strict=True))
        ).rstrip()
        for row in rows
    )


def _shown(cell: "Cell") -> str:
    if cell is None:
        return "–"
    return cell if isinstance(cell, str) else f"{round(cell, 2):g}"


def _files(classes: "Classes", one: "Classroom", *, as_json: bool) -> int:
    came = classes.came(one)
    if as_json:
        print_json(
            [
                {
                    "file": file.file,
                    "state": file.state,
                    "reason": file.reason,
                    "verdict": file.verdict,
                    "counts": file.counts,
                    "code": file.code,
                    "short_code": file.short_code,
                }
                for file in came
            ]
        )
    else:
        for file in came:
            verdict = f" ({_(_VERDICTS[file.verdict])})" if file.verdict else ""
            print(f"{file.file}: {_(STATES[file.state])}{verdict}. {file.reason}")
    return 1 if any(file.open for file in came) else 0


def _flags(store: "Store", one: "Classroom", *, as_json: bool) -> int:
    from quizapp.app.flagging import class_flags

    found = class_flags(store, one)
    if as_json:
        print_json(
            [
                {
                    "exam": each.exam.title,
                    "kind": flag.kind,
                    "who": list(flag.who),
                    "what": flag.words,
                }
                for each in found
                for flag in each.flags
            ]
        )
        return 0
    for each in found:
        print(each.exam.title)
        for flag in each.flags:
            print(f"  {', '.join(flag.who)}: {flag.words}")
        if not each.flags:
            print(_("  Nothing stands out."))
    print(_("These are facts about files. They do not say why something is so."))
    return 0


def _file(classes: "Classes", name: str) -> "Received":
    """The file of that name; one that is to be decided before others of the same name."""
    found = [one for one in classes.files() if name in (one.file, one.sha256)]
    if not found:
        text = _("No file “{name}” came back. List them with: quizapp gradebook CLASS --files")
        raise QuizappError(text.format(name=name))
    return next((one for one in found if one.open), found[-1])
