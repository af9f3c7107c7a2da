"""`quizapp check`: everything that is wrong with a bank, with its place and what to do."""

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from quizapp.app.bank_files import examine_path, find, is_unreadable
from quizapp.bank import schema
from quizapp.cli import bot_report
from quizapp.cli.output import print_json
from quizapp.errors import FileError, Problem
from quizapp.i18n import _, n_


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "check",
        help=_("say what is wrong with a bank"),
        description=_("Read banks and print file:line:column: what is wrong, and what to do."),
        epilog=_("Example: quizapp check --bots questions/battery-on-request"),
    )
    parser.add_argument(
        "bank", nargs="*", metavar="BANK", help=_("the folder of a bank, or its bank.nt")
    )
    parser.add_argument(
        "--bots", action="store_true", help=_("tell how players who never read would fare")
    )
    parser.add_argument(
        "--json", action="store_true", help=_("print JSON, for programs: problems, balance, bots")
    )
    parser.add_argument(
        "--schema", action="store_true", help=_("print the JSON Schema of a bank, and read none")
    )
    parser.set_defaults(run=run, parser=parser)


def run(args: argparse.Namespace) -> int:
    """Exit status: 0 if every bank can be used, 1 if one has errors, 2 if one cannot be read."""
    if args.schema:
        print_json(schema())
        return 0
    if not args.bank:
        args.parser.error(_("Name a bank to check."))
    looks = [look(name, bots=args.bots, data=args.json) for name in args.bank]
    if args.json:
        print_json([told for told, _lines, _status in looks])
    else:
        for _told, lines, status in looks:
            print("\n".join(lines), file=sys.stderr if status == 2 else sys.stdout)
    return max(status for _told, _lines, status in looks)


def look(
    name: str, *, bots: bool = False, data: bool = False
) -> tuple[dict[str, object], list[str], int]:
    """One bank: what to tell a program, what to tell a person, and the exit status."""
    path, bank = find(name), None
    try:
        reading = examine_path(path)
    except FileError as error:
        status = 2 if is_unreadable(error) else 1
        problems, items = error.problems, 0
    else:
        problems, bank = reading.problems, reading.bank
        items = len(bank.items) if bank else 0
        status = 0 if bank else 1
    told: dict[str, object] = {
        "bank": name,
        "usable": status == 0,
        "items": items,
        "problems": [_told(problem) for problem in problems],
    }
    if bank and data:
        told |= bot_report.told(bank)
    lines = [line(problem) for problem in problems]
    if bank and bots:
        lines += [f"{name}: {text}" for text in bot_report.lines(bank)]
    if status < 2:
        lines.append(f"{name}: {summary(items, problems, status == 0)}")
    return told, lines, status


def line(problem: Problem) -> str:
    """A problem as a line; without a place where the file itself is missing."""
    if problem.line:
        return str(problem)
    return f"{problem.file}: {problem.what} {problem.remedy}".rstrip()


def summary(items: int, problems: tuple[Problem, ...], usable: bool) -> str:
    """The last line on a bank: how many items, and what was found."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    parts = [n_("{n} item", "{n} items", items).format(n=items)] if usable else []
    if errors:
        parts.append(n_("{n} error", "{n} errors", errors).format(n=errors))
    if warnings:
        parts.append(n_("{n} warning", "{n} warnings", warnings).format(n=warnings))
    if not problems:
        parts.append(_("no problems"))
    return ", ".join(parts)


def _told(problem: Problem) -> dict[str, object]:
    return asdict(problem) | {"path": list(problem.path), "file": str(Path(problem.file))}
