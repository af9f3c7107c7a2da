"""`quizapp results`: what was taken, how it went, and what is still open."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizapp.cli.output import add_files, print_json, say_saved, stamp
from quizapp.errors import FileError, QuizappError
from quizapp.i18n import _

if TYPE_CHECKING:
    from quizapp.app.sitting import Sitting


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "results",
        help=_("show attempts and results"),
        description=_(
            "List the attempts, newest first, and print the last result in full, or save it."
        ),
        epilog=_("Example: quizapp results questions/battery-on-request --pdf result.pdf"),
    )
    parser.add_argument("bank", nargs="?", metavar="BANK", help=_("only attempts at this bank"))
    parser.add_argument("--attempt", metavar="ID", help=_("show this attempt alone"))
    parser.add_argument("--reader", metavar="NAME", help=_("whose attempts to show"))
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))
    add_files(parser, _("a row for each item of the last result"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status: 0, also where there is nothing to show; 2 if the data cannot be read."""
    from quizapp.app.desk import open_desk
    from quizapp.app.past import past

    with open_desk(os.environ) as desk:
        reader = args.reader or desk.settings.reader
        sittings = past(desk.store, reader, _bank_id(args.bank), args.attempt)
        if args.pdf or args.csv:
            _save(args, sittings)
        if args.json:
            print_json([_told(one) for one in sittings])
        elif args.pdf or args.csv:
            return 0
        elif not sittings:
            print(_nothing(args.bank))
        else:
            _show(sittings)
    return 0


def _nothing(bank: str | None) -> str:
    """What to say where there is nothing to show; other banks may have been taken."""
    if bank is None:
        return _("Nothing has been taken yet. Begin with: quizapp take")
    text = _("No attempt at “{bank}” is kept for this reader. All of them: quizapp results")
    return text.format(bank=bank)


def _bank_id(name: str | None) -> str | None:
    """The id of the bank that was named; a bank whose file is gone is named by its id."""
    if name is None:
        return None
    from quizapp.app.bank_files import find, open_bank

    try:
        return open_bank(find(name)).id
    except FileError:
        return find(name).name


def _show(sittings: "list[Sitting]") -> None:
    for sitting in sittings:
        print(_line(sitting))
    last = _last(sittings)
    if last is not None:
        print(f"\n{last.result().title}\n{last.result().text()}")


def _last(sittings: "list[Sitting]") -> "Sitting | None":
    return next((one for one in sittings if one.submitted), None)


def _save(args: argparse.Namespace, sittings: "list[Sitting]") -> None:
    """Keep the last result as the files that were asked for."""
    from quizapp.app.files import write

    last = _last(sittings)
    if last is None:
        raise QuizappError(_("Nothing is handed in yet, so there is no result to save."))
    bank, attempt = last.marking.bank, last.attempt
    if args.pdf:
        from quizapp.drawing.result_pages import result_pdf
        from quizapp.report.answers import answers

        write(Path(args.pdf), result_pdf(last.result(), answers(bank, attempt)))
        say_saved(args.pdf, quiet=args.json)
    if args.csv:
        from quizapp.report.answers import result_cells
        from quizapp.report.cells import csv_bytes

        write(Path(args.csv), csv_bytes(result_cells(bank, attempt), bom=args.bom))
        say_saved(args.csv, quiet=args.json)


def _line(sitting: "Sitting") -> str:
    attempt, told = sitting.attempt, _told(sitting)
    if attempt.submitted:
        text = _("{date}  {title}: {right} of {posed} right  ({id})")
    else:
        text = _("{date}  {title}: open, {answered} of {posed} answered  ({id})")
    date = stamp(attempt.submitted or attempt.started)
    return text.format(date=date, **told)


def _told(sitting: "Sitting") -> dict[str, Any]:
    """An attempt for a program; times are UTC."""
    attempt = sitting.attempt
    told: dict[str, Any] = {
        "id": attempt.id,
        "reader": attempt.reader,
        "bank": attempt.bank_id,
        "bank_version": attempt.bank_version,
        "title": sitting.bank.title,
        "started": attempt.started.isoformat(),
        "submitted": attempt.submitted.isoformat() if attempt.submitted else None,
        "posed": sum(item.scored for item in sitting.items),
        "answered": len(attempt.answers),
        "rules": attempt.rules.stored(),
    }
    if attempt.submitted:
        result = sitting.result()
        told["worked_ms"] = sitting.timing.worked_ms
        told["right"] = result.score.right
        told["earned"] = round(result.score.earned, 6)
        told["possible"] = result.score.possible
        told["items"] = [
            {"item": line.item, "outcome": line.outcome, "credit": round(line.credit, 6)}
            for line in result.lines
        ]
    return told
