"""`quizapp versions`: the versions of a bank, what sets two apart, and bringing one back."""

import argparse
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from quizapp.cli.output import print_json, stamp
from quizapp.errors import FileError
from quizapp.i18n import _, n_

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from quizapp.app.banking import Version
    from quizapp.bank import Bank
    from quizapp.bank.versions import Change
    from quizapp.store import Store

DIGITS = 12
MOST_CHANGES = 12


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "versions",
        help=_("list the versions of a bank, compare two, bring one back"),
        description=_("List the versions of a bank that are kept, and what changed in each."),
        epilog=_("Example: quizapp versions my-bank --compare 3fa1 09bc"),
    )
    parser.add_argument("bank", metavar="BANK", help=_("the folder of a bank, or its bank.nt"))
    parser.add_argument(
        "--compare", nargs=2, metavar="SHA", help=_("say what sets the second apart from the first")
    )
    parser.add_argument(
        "--restore", metavar="SHA", help=_("write this version back, as the newest")
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status: 0 well, 2 if there is no such version, or the bank cannot be used."""
    from quizapp.app.bank_files import find
    from quizapp.app.desk import open_desk

    with open_desk(os.environ) as desk:
        path = find(args.bank)
        if args.compare:
            _compare(path, desk.store, args.compare, args.json)
        elif args.restore:
            _restore(path, desk.store, args.restore, args.json)
        else:
            _list(path, desk.store, args.json)
    return 0


def _held(path: "Path") -> "Bank | None":
    from quizapp.app.bank_files import open_bank

    try:
        return open_bank(path)
    except FileError:
        return None


def _list(path: "Path", store: "Store", as_json: bool) -> None:
    from quizapp.app.banking import bank_id, versions

    held = _held(path)
    found = versions(store, held.id if held else bank_id(path, store), held)
    if as_json:
        print_json([_told(one) for one in found])
        return
    for before, one in zip((None, *found), found, strict=False):
        print(_line(one))
        _print(one.changes[:MOST_CHANGES])
        if before and (more := len(one.changes) - MOST_CHANGES) > 0:
            print(f"     {_more(more, before.sha256, one.sha256)}")
    if not any(one.current for one in found):
        print(_("What the folder holds now is not kept as a version yet; taking it keeps it."))


def _line(one: "Version") -> str:
    date = stamp(one.at)
    items = n_("{n} item", "{n} items", one.items).format(n=one.items)
    line = f"{one.n:>3}  {one.sha256[:DIGITS]}  {date}  {items}"
    return _("{line}  ← in the folder").format(line=line) if one.current else line


def _more(n: int, old: str, new: str) -> str:
    text = n_(
        "… and {n} more; --compare {old} {new} prints all.",
        "… and {n} more; --compare {old} {new} prints all.",
        n,
    )
    return text.format(n=n, old=old[:DIGITS], new=new[:DIGITS])


def _print(changes: "Sequence[Change]") -> None:
    for change in changes:
        print(f"     {change.text()}")


def _compare(path: "Path", store: "Store", typed: list[str], as_json: bool) -> None:
    from quizapp.app.banking import bank_id, find_version
    from quizapp.bank.versions import compare

    id_ = bank_id(path, store)
    (_old, old), (_new, new) = (find_version(store, id_, one) for one in typed)
    changes = compare(old, new)
    if as_json:
        print_json([_change(one) for one in changes])
    elif changes:
        _print(changes)
    else:
        print(_("The two are the same version."))


def _restore(path: "Path", store: "Store", typed: str, as_json: bool) -> None:
    from quizapp.app.banking import restore

    saved = restore(typed, path, store, datetime.now(UTC))
    if as_json:
        print_json({"version": saved.sha256, "new": saved.new})
    elif saved.new:
        text = _("Version {version} is in the folder again; the others are kept.")
        print(text.format(version=saved.sha256[:DIGITS]))
    else:
        print(_("The folder holds this version already."))


def _told(one: "Version") -> dict[str, Any]:
    """A version for a program; times are UTC."""
    return {
        "n": one.n,
        "version": one.sha256,
        "at": one.at.isoformat(),
        "items": one.items,
        "current": one.current,
        "changes": [_change(change) for change in one.changes],
    }


def _change(change: "Change") -> dict[str, str]:
    told = {"what": change.what, "id": change.id, "before": change.before, "after": change.after}
    return {**told, "text": change.text()}
