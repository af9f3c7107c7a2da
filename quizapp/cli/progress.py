"""`quizapp progress`: how a reader reads over all that they have taken; as text or as a file."""

import argparse
import os
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizapp.cli.output import add_files, print_json, say_saved
from quizapp.i18n import _

if TYPE_CHECKING:
    from quizapp.app.progress import Account


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "progress",
        help=_("show how you read over all quizzes"),
        description=_("Add up every quiz that was handed in, and say what the answers show."),
        epilog=_("Example: quizapp progress --pdf progress.pdf"),
    )
    parser.add_argument("--reader", metavar="NAME", help=_("whose progress to show"))
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))
    add_files(parser, _("a row for each attempt, and for each item when it was seen first"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status: 0, also where nothing was taken; 2 if a file cannot be written."""
    from quizapp.app.desk import open_desk
    from quizapp.app.progress import Records
    from quizapp.report.progress_text import progress_text

    with open_desk(os.environ) as desk:
        reader = args.reader or desk.settings.reader
        account = Records(desk.store, reader).account()
    if not account.taken:
        print("{}" if args.json else _("Nothing is handed in yet. Begin with: quizapp take"))
        return 0
    _save(args, account, reader)
    if args.json:
        print_json(_told(account, reader))
    elif not (args.pdf or args.csv):
        print(progress_text(account.progress, account.history))
    return 0


def _save(args: argparse.Namespace, account: "Account", reader: str) -> None:
    from quizapp.app.files import write

    if args.pdf:
        from quizapp.drawing.progress_pages import progress_pdf

        made = progress_pdf(account.progress, account.history, reader, datetime.now(UTC))
        write(Path(args.pdf), made)
        say_saved(args.pdf, quiet=args.json)
    if args.csv:
        from quizapp.report.cells import csv_bytes
        from quizapp.report.progress_cells import progress_cells

        rows = progress_cells(account.taken, account.sights)
        write(Path(args.csv), csv_bytes(rows, bom=args.bom))
        say_saved(args.csv, quiet=args.json)


def _told(account: "Account", reader: str) -> dict[str, Any]:
    """The progress for a program; times are UTC."""
    progress, pooled = account.progress, account.progress.pooled
    return {
        "reader": reader,
        "attempts": progress.attempts,
        "counted": progress.counted,
        "sentence": progress.sentence,
        "rests_on": progress.rests_on,
        "found": pooled.found,
        "confirmed": pooled.confirmed,
        "false_alarms": pooled.false_alarms,
        "others": pooled.others,
        "skills": [
            {"skill": one.skill, "right": one.right, "asked": one.asked} for one in progress.skills
        ],
        "levels": [{"level": fit.level, "right": fit.right, "n": fit.n} for fit in progress.fits],
        "history": [{**asdict(one), "at": one.at.isoformat()} for one in account.history],
    }
