"""`quizapp statements`: attempts as statements of xAPI, to a file or a record store."""

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from quizapp.cli.output import print_json
from quizapp.errors import QuizappError
from quizapp.i18n import _, n_


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "statements",
        help=_("attempts as xAPI statements, as a file or to a record store"),
        description=_(
            "Write what was answered and completed as statements of the Experience API (xAPI), or "
            "send them to a learning record store. No name of a roster is in them, and nothing is "
            "sent without --lrs."
        ),
        epilog=_("Example: quizapp statements --class 9b --to march.json"),
    )
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument(
        "--to", type=Path, metavar="FILE", help=_("write them here, .json or .jsonl")
    )
    where.add_argument(
        "--lrs", metavar="URL", help=_("send them here; QUIZAPP_LRS_AUTH has user:password")
    )
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument("--class", dest="class_", metavar="NAME", help=_("of this class"))
    whose.add_argument("--reader", metavar="NAME", help=_("of this reader"))
    parser.add_argument(
        "--home", metavar="URL", help=_("the home page that the accounts of readers are on")
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status 0; 2 where they cannot be written or sent."""
    from quizapp.app import statements
    from quizapp.app.classes import Classes
    from quizapp.app.desk import open_desk
    from quizapp.app.files import write
    from quizapp.report.xapi import HOME

    home = args.home or HOME
    if not home.startswith(("http://", "https://")):
        raise QuizappError(_("A home page begins with https://, such as https://school.example."))
    with open_desk(os.environ) as desk:
        if args.class_:
            classes = Classes(desk.store, lambda: datetime.now(UTC))
            accounts = statements.of_class(classes, args.class_)
        else:
            accounts = statements.of_reader(desk.store, args.reader or desk.settings.reader)
        if args.to:
            found = list(statements.made(desk.store, accounts, home))
            write(args.to, statements.as_file(iter(found), args.to.name))
            sent = statements.Sent(len(found), sum(map(len, found)), 0)
        else:
            lrs = statements.RecordStore(args.lrs, os.environ.get(statements.AUTH, ""), desk.folder)
            sent = lrs.send(desk.store, accounts, home, _report)
    if args.json:
        print_json(
            {"attempts": sent.attempts, "statements": sent.statements, "before": sent.before}
        )
        return 0
    n, k = sent.statements, sent.attempts
    text = n_("{n} statement of {attempts}.", "{n} statements of {attempts}.", n)
    print(text.format(n=n, attempts=n_("{k} attempt", "{k} attempts", k).format(k=k)))
    if sent.before:
        text = n_("{n} attempt was sent before.", "{n} attempts were sent before.", sent.before)
        print(text.format(n=sent.before))
    return 0


def _report(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} / {total}", end="\n" if done == total else "", file=sys.stderr, flush=True)
