"""`quizapp regrade`: what marking by another version would change; with `--apply`, done."""

import argparse
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizapp.cli.output import print_json, stamp
from quizapp.errors import QuizappError
from quizapp.i18n import _, n_

if TYPE_CHECKING:
    from quizapp.bank import Bank
    from quizapp.quiz import Mark, Regrade, Remark
    from quizapp.store import Store

OWN = "own"


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "regrade",
        help=_("mark finished attempts by another version of their bank"),
        description=_(
            "Say whose finished attempts would get other marks by another version of the bank, and "
            "why. Nothing changes without --apply."
        ),
        epilog=_("Example: quizapp regrade my-bank --to 3fa1"),
    )
    parser.add_argument("bank", metavar="BANK", help=_("the folder of a bank, or its bank.nt"))
    parser.add_argument(
        "--to",
        metavar="VERSION",
        help=_(
            "a kept version, the file of a bank, or “own”: each attempt’s own version again; "
            "without it, what the folder holds now"
        ),
    )
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument("--reader", metavar="NAME", help=_("only this reader’s attempts"))
    whose.add_argument(
        "--class", dest="class_", metavar="CLASS", help=_("only the attempts of this class")
    )
    parser.add_argument("--apply", action="store_true", help=_("do it, and say what was done"))
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status: 0 well, also where nothing would change; 2 if it could not be done."""
    from quizapp.app.bank_files import find
    from quizapp.app.banking import bank_id
    from quizapp.app.desk import open_desk
    from quizapp.app.regrading import Regrading

    with open_desk(os.environ) as desk:
        path = find(args.bank)
        id_ = bank_id(path, desk.store)
        by = None if args.to == OWN else _by(path, id_, args.to, desk.store)
        names = _class(desk.store, args.class_, id_) if args.class_ else None
        ids = None if names is None else tuple(names)
        retention = desk.settings.retention
        regrading = Regrading(desk.store, id_, by, args.reader, retention, ids)
        done = regrading.apply(datetime.now(UTC)) if args.apply else regrading.preview()
    names = names or {}
    if args.json:
        told = {"applied": args.apply, "attempts": [_told(one, names) for one in done]}
        print_json(told)
    else:
        _print(done, names, args.apply, undone=args.to == OWN)
    return 0


def _class(store: "Store", name: str, bank_id: str) -> dict[str, str]:
    """Whose the attempts of a class at a bank are, by their ids.

    Raises:
        QuizappError: there is no such class, or it has handed in nothing at this bank.
    """
    from quizapp.app.classes import Classes
    from quizapp.app.remarking import of_class

    one = Classes(store, lambda: datetime.now(UTC)).find(name)
    names = of_class(store, one, bank_id)
    if not names:
        text = _("“{name}” has handed in nothing at the bank “{bank}” that counts.")
        raise QuizappError(text.format(name=one.name, bank=bank_id))
    return names


def _by(path: Path, id_: str, typed: str | None, store: "Store") -> "Bank":
    """The version to mark by. What was typed is a path if there is such a file."""
    from quizapp.app.bank_files import open_bank
    from quizapp.app.banking import find_version

    if typed is None:
        return open_bank(path)
    if Path(typed).exists():
        return open_bank(Path(typed))
    return find_version(store, id_, typed)[1]


def _print(
    done: "tuple[Regrade, ...]", names: Mapping[str, str], applied: bool, *, undone: bool
) -> None:
    moved = [one for one in done if one.changed]
    for one in moved:
        print(_line(one, names))
        for remark in one.items:
            if remark.changed or remark.why in ("removed", "kind", "words", "evidence", "withheld"):
                print(f"    {_remark(remark)}")
    n = len(done)
    still = n_(
        "{n} attempt looked at; {moved} with other marks.",
        "{n} attempts looked at; {moved} with other marks.",
        n,
    )
    print(still.format(n=n, moved=len(moved)))
    if not done:
        return
    if applied and undone:
        print(_("Each is marked by its own version again."))
    elif applied:
        print(_("They are marked by this version now. To undo it: --to own --apply"))
    else:
        print(_("Nothing was changed. To do it: --apply"))


def _line(done: "Regrade", names: Mapping[str, str]) -> str:
    """A regrade as a line: whose, when, and the sum before and after."""
    attempt = done.attempt
    date = stamp(attempt.submitted or attempt.started)
    return _("{reader}, {date}: {before:g} of {of:g} → {after:g} of {now_of:g}  ({id})").format(
        reader=names.get(attempt.id, attempt.reader),
        date=date,
        before=round(done.before.earned, 2),
        of=done.before.possible,
        after=round(done.after.earned, 2),
        now_of=done.after.possible,
        id=attempt.id,
    )


def _remark(remark: "Remark") -> str:
    text = _("{item}: {before} → {after}, {why}")
    before, after = _credit(remark.before), _credit(remark.after)
    return text.format(item=remark.item, before=before, after=after, why=remark.text())


def _credit(mark: "Mark | None") -> str:
    if mark is None:
        return _("not counted")
    return f"{round(mark.credit * float(mark.weight), 2):g}"


def _told(one: "Regrade", names: Mapping[str, str]) -> dict[str, Any]:
    """A regrade for a program."""
    return {
        "attempt": one.attempt.id,
        "reader": names.get(one.attempt.id, one.attempt.reader),
        "before": {"earned": round(one.before.earned, 6), "possible": one.before.possible},
        "after": {"earned": round(one.after.earned, 6), "possible": one.after.possible},
        "items": [
            {
                "item": remark.item,
                "before": None if remark.before is None else round(remark.before.credit, 6),
                "after": None if remark.after is None else round(remark.after.credit, 6),
                "changed": remark.changed,
                "why": remark.why,
            }
            for remark in one.items
        ],
    }
