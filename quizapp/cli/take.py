"""`quizapp take`: a quiz in the terminal, saved answer by answer."""

import argparse
import os
import secrets
import shlex
import shutil
import sys
import uuid
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.check import line
from quizapp.errors import FileError
from quizapp.i18n import _
from quizapp.quiz import LEVELS, Rules
from quizapp.settings import Settings

if TYPE_CHECKING:
    from quizapp.app.desk import Desk
    from quizapp.app.sitting import Sitting


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "take",
        help=_("take a quiz in the terminal"),
        description=_(
            "Take a quiz in the terminal. Every answer is saved at once; a quiz that was stopped "
            "goes on where it was."
        ),
        epilog=_("Example: quizapp take questions/battery-on-request --count 10"),
    )
    parser.add_argument(
        "bank",
        nargs="?",
        metavar="BANK",
        help=_("the folder of a bank, its bank.nt, the name of an included bank, or a .quizpack"),
    )
    _add_rules(parser)
    parser.add_argument("--reader", metavar="NAME", help=_("keep the attempt under this name"))
    parser.add_argument(
        "--new", action="store_true", help=_("begin anew, even if an attempt is open")
    )
    parser.set_defaults(run=run)


def _add_rules(parser: argparse.ArgumentParser) -> None:
    """What a new attempt goes by."""
    parser.add_argument("--test", action="store_true", help=_("give feedback only at the end"))
    parser.add_argument(
        "--count", type=count, default=0, metavar="N", help=_("ask N questions, not all of them")
    )
    parser.add_argument(
        "--time", type=minutes, default=0, metavar="MIN", help=_("hand in after MIN minutes")
    )
    parser.add_argument(
        "--closed",
        action="store_true",
        help=_("keep the article closed, to learn what can be answered without it"),
    )
    parser.add_argument(
        "--seed", type=_seed, metavar="N", help=_("draw as before: the same N, the same quiz")
    )
    parser.add_argument(
        "--no-confidence", action="store_true", help=_("do not ask how sure the reader is")
    )
    _for_a_pack(parser)
    parser.add_argument(
        "--levels",
        type=int,
        choices=LEVELS,
        help=_("ask how sure the reader is, in three levels or in five"),
    )


def _for_a_pack(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--code", default="", help=_("the start code, for a teacher’s .quizpack"))
    parser.add_argument("--name", default="", help=_("what to call you there"))


def run(args: argparse.Namespace) -> int:
    """Exit status: 0 if all went well; a bank that cannot be used raises ``FileError``."""
    from quizapp.app.bank_files import find, shipped
    from quizapp.app.desk import open_desk
    from quizapp.cli.terminal import Terminal

    name = args.bank or shipped()[0].name
    if Path(name).suffix == ".quizpack":
        from quizapp.cli.exam import take

        return take(Path(name), args)
    resume = f"{program(sys.argv[0])} take {shlex.quote(name)}"
    if args.reader:
        resume += f" --reader {shlex.quote(args.reader)}"
    with open_desk(os.environ) as desk:
        if desk.warning:
            print(desk.warning, file=sys.stderr)
        sitting, resumed = _sitting(find(name), args, desk)
        if resumed and _asks_for_rules(args):
            words = _("An attempt is open and goes on by its own rules; --new begins another.")
            print(words, file=sys.stderr)
        Terminal(sitting, sys.stdin, sys.stdout, resume).play(resumed)
    return 0


def _sitting(path: Path, args: argparse.Namespace, desk: "Desk") -> "tuple[Sitting, bool]":
    """The open attempt at the bank, else a new one; and whether it was open.

    A lost or broken file does not stop an open attempt, which has its questions with it.

    Raises:
        FileError: the bank cannot be used, and no attempt at it is open.
    """
    from quizapp.app.bank_files import FILE, open_bank
    from quizapp.app.sitting import MOST_SEED, Sitting, unfinished

    reader = args.reader or desk.settings.reader
    waiting = {} if args.new else unfinished(desk.store, reader)
    try:
        bank = open_bank(path)
    except FileError as error:
        name = path.absolute().parent.name if path.name == FILE else path.name
        if name not in waiting:
            raise
        print("\n".join(line(problem) for problem in error.problems), file=sys.stderr)
        print(_("The open attempt goes on with the questions as they were kept."), file=sys.stderr)
        return Sitting.resume(waiting[name], desk.store, _now), True
    if bank.id in waiting:
        return Sitting.resume(waiting[bank.id], desk.store, _now), True
    rules, id_ = _rules(args, desk.settings), uuid.uuid4().hex
    seed = secrets.randbelow(MOST_SEED) if args.seed is None else args.seed
    return Sitting.begin(bank, rules, desk.store, _now, seed, id_, reader), False


def program(started_as: str) -> str:
    """What to type to start this program again from here."""
    if shutil.which("quizapp"):
        return "quizapp"
    path = Path(started_as)
    return shlex.quote(started_as) if path.stem == "quizapp" else "python -m quizapp"


def _rules(args: argparse.Namespace, settings: Settings) -> Rules:
    rules = Rules.test() if args.test else Rules.pilot() if args.closed else Rules.practice()
    asked = (rules.confidence and settings.confidence) or args.levels is not None
    asked = asked and not args.no_confidence
    levels = args.levels or settings.levels
    limit = args.time * 60
    return replace(
        rules,
        count=args.count,
        confidence=asked,
        levels=levels,
        time_limit=limit,
        closed=args.closed,
    )


def _asks_for_rules(args: argparse.Namespace) -> bool:
    given = (args.test, args.count, args.no_confidence, args.levels, args.time, args.closed)
    return any(given) or args.seed is not None


def _now() -> datetime:
    return datetime.now(UTC)


def minutes(typed: str) -> int:
    """Minutes as typed, 1 to 600."""
    if not typed.isdecimal() or not 1 <= int(typed) <= 600:
        raise argparse.ArgumentTypeError(_("Give minutes from 1 to 600, such as 20."))
    return int(typed)


def _seed(typed: str) -> int:
    if not typed.isdecimal() or len(typed) > 10:
        raise argparse.ArgumentTypeError(_("Give a whole number of at most ten digits."))
    return int(typed)


def count(typed: str) -> int:
    """A number of questions as typed."""
    if not typed.isdecimal() or int(typed) < 1:
        raise argparse.ArgumentTypeError(_("Give a number of questions, such as 10."))
    return int(typed)
