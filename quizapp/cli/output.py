"""How the commands print what is for programs, and moments for people."""

import argparse
import json
from datetime import datetime
from typing import Any

from quizapp.i18n import _


def print_json(told: Any) -> None:
    """Print data for a program, with every letter as it is."""
    print(json.dumps(told, indent=2, ensure_ascii=False))


def stamp(moment: datetime) -> str:
    """A moment as a list of a command has it, in the time of this place: 2026-03-12 09:30."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")


def add_files(parser: argparse.ArgumentParser, rows: str) -> None:
    """The options of a command whose result can be kept as a file; ``rows`` says what a CSV has."""
    parser.add_argument("--pdf", metavar="FILE", help=_("save it as a PDF to print or to send"))
    text = _("save it as CSV, {rows}").format(rows=rows)
    parser.add_argument("--csv", metavar="FILE", help=text)
    parser.add_argument(
        "--bom", action="store_true", help=_("begin the CSV with a byte order mark, for Excel")
    )


def say_saved(file: str, *, quiet: bool = False) -> None:
    """Say where something was saved; not in the middle of what is for a program."""
    if not quiet:
        print(_("Saved as {file}").format(file=file))
