"""`quizapp readers`: who reads on this computer, and everything that is kept of one of them."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.output import print_json
from quizapp.i18n import _, n_

if TYPE_CHECKING:
    from quizapp.app.desk import Desk
    from quizapp.store.readers import Reader


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "readers",
        help=_("list who reads here; export or delete what is kept of somebody"),
        description=_("Without an option: everybody who reads here."),
        epilog=_("Example: quizapp readers --export Ada ada.json"),
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="NAME", help=_("add somebody"))
    what.add_argument(
        "--rename", nargs=2, metavar=("NAME", "NEW"), help=_("show somebody under another name")
    )
    what.add_argument(
        "--export",
        nargs=2,
        metavar=("NAME", "FILE"),
        help=_("write everything that is kept of somebody, as JSON"),
    )
    what.add_argument(
        "--delete", metavar="NAME", help=_("say what would be deleted of somebody; nothing is yet")
    )
    parser.add_argument(
        "--for-good",
        action="store_true",
        help=_("with --delete: delete it, which cannot be undone"),
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status: 0; 2 where nobody is called that, or a name cannot be used."""
    from quizapp.app import readers
    from quizapp.app.desk import open_desk

    now = datetime.now(UTC)
    with open_desk(os.environ) as desk:
        store, current = desk.store, desk.settings.reader
        if args.add:
            readers.add(store, args.add, now)
            print(_("{name} is added. Use --reader to read as them.").format(name=args.add))
        elif args.rename:
            one = readers.find(store, args.rename[0], current)
            readers.rename(store, one.id, args.rename[1], now)
            print(_("{old} is now {new}.").format(old=one.name, new=args.rename[1]))
        elif args.export:
            one = readers.find(store, args.export[0], current)
            n = readers.export(store, one, Path(args.export[1]), now)
            text = n_("{n} entry is in {file}.", "{n} entries are in {file}.", n)
            print(text.format(n=n, file=args.export[1]))
        elif args.delete:
            one = readers.find(store, args.delete, current)
            _delete(desk, one, for_good=args.for_good)
        else:
            _list(readers.everybody(store, current), current, as_json=args.json)
    return 0


def _delete(desk: "Desk", one: "Reader", *, for_good: bool) -> None:
    from quizapp.app import readers

    if not for_good:
        n = readers.count(desk.store, one.id)
        text = n_(
            "{n} entry of {name} would be deleted. To do it, add --for-good.",
            "{n} entries of {name} would be deleted. To do it, add --for-good.",
            n,
        )
        print(text.format(n=n, name=one.name))
        return
    n, copies = readers.delete(desk.store, desk.folder, one.id)
    text = n_("{n} entry of {name} is deleted.", "{n} entries of {name} are deleted.", n)
    print(text.format(n=n, name=one.name))
    for path in copies:
        print(_("An older copy of the database may still hold some: {path}").format(path=path))


def _list(known: "Sequence[Reader]", current: str, *, as_json: bool) -> None:
    if as_json:
        print_json([asdict(one) | {"current": one.id == current} for one in known])
        return
    for one in known:
        mark = "*" if one.id == current else " "
        attempts = n_("{n} attempt", "{n} attempts", one.attempts).format(n=one.attempts)
        print(f"{mark} {one.name}  ({attempts})")
