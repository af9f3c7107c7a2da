"""`quizapp stats`: what a class shows about items and about itself."""

import argparse
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.output import print_json
from quizapp.errors import QuizappError
from quizapp.i18n import _

if TYPE_CHECKING:
    from quizapp.report.class_statistics import ClassStatistics
    from quizapp.store import Store


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "stats",
        help=_("statistics of a class: of a bank’s attempts, or of a table of marks"),
        description=_(
            "Facility, discrimination, alpha and more, with intervals: for what was handed in at a "
            "bank, each reader’s first attempt; or for marks in a CSV file, a "
            "row for each reader, a column for each item, credits from 0 to 1, or marks with a "
            "first row named “max”. A blank cell earns 0; NA is an item that was not presented."
        ),
        epilog=_("Example: quizapp stats marks.csv --model rasch --estimator cml --json"),
    )
    parser.add_argument(
        "source", metavar="BANK|FILE.csv", help=_("the folder of a bank, or a table of marks")
    )
    parser.add_argument(
        "--all", action="store_true", help=_("every attempt at the bank, not only each first one")
    )
    parser.add_argument(
        "--class", dest="room", metavar="NAME", help=_("only what came back from this class")
    )
    parser.add_argument(
        "--rebuild", action="store_true", help=_("mark every attempt at the bank anew first")
    )
    parser.add_argument(
        "--model", choices=("rasch", "1pl", "2pl"), help=_("fit a model of item responses as well")
    )
    parser.add_argument(
        "--estimator",
        choices=("mml", "cml"),
        default="mml",
        help=_("how to fit it: marginal or, for rasch, conditional maximum likelihood"),
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status: 0 well, 1 if the file has problems, 2 if there is nothing to be worked out."""
    from quizapp.report.class_statistics import text, told

    if args.estimator == "cml" and args.model is None:
        raise QuizappError(_("Name a model as well: --model rasch --estimator cml"))
    found = _found(args)
    if args.json:
        print_json(told(found))
    else:
        print(text(found))
    return 0


def _found(args: argparse.Namespace) -> "ClassStatistics":
    from quizapp.app.bank_files import find
    from quizapp.app.statistics import of_file

    path = Path(args.source)
    if path.suffix != ".nt" and path.is_file():
        return of_file(path, args.model, args.estimator)
    folder = find(args.source)
    if not folder.exists() and path.suffix:
        return of_file(path, args.model, args.estimator)  # which says that there is none
    return _of_bank(folder, args)


def _of_bank(folder: Path, args: argparse.Namespace) -> "ClassStatistics":
    from quizapp.app import scoring
    from quizapp.app.bank_files import open_bank
    from quizapp.app.desk import open_desk
    from quizapp.app.statistics import of_bank

    bank = open_bank(folder)
    with open_desk(os.environ) as desk:
        if args.rebuild:
            scoring.renew(desk.store, bank.id, whole=True)
        room = _room(desk.store, args.room)
        found = of_bank(
            desk.store, bank, args.model, args.estimator, first=not args.all, class_id=room
        )
    return found.figures


def _room(store: "Store", name: str | None) -> str:
    """The id of the class of that name; empty where none is named."""
    from quizapp.app.classes import Classes

    return Classes(store, lambda: datetime.now(UTC)).find(name).id if name else ""
