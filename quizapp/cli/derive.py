"""`quizapp derive`: the items that a bank's claim map gives, or two parallel forms of them."""

import argparse
import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from quizapp.app.bank_files import find, open_bank, refuse_comments
from quizapp.bank import Bank, item_records, write_items
from quizapp.bank.derive import TEMPLATES, added, derive
from quizapp.bank.forms import Forms, forms, unlike
from quizapp.cli.output import print_json
from quizapp.errors import Problem
from quizapp.i18n import _, n_
from quizapp.items import Item


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "derive",
        help=_("write items from the claims of a bank"),
        description=_("Print the items that a bank's claims and trade-offs give, as NestedText."),
        epilog=_("Example: quizapp derive battery-on-request --template who-says settles"),
    )
    parser.add_argument("bank", metavar="BANK", help=_("the folder of a bank, or its bank.nt"))
    parser.add_argument(
        "--seed", type=int, default=1, metavar="N", help=_("what fixes every draw; 1 if left out")
    )
    parser.add_argument(
        "--template",
        nargs="+",
        action="extend",
        choices=TEMPLATES,
        metavar="NAME",
        help=_("only these: {names}").format(names=", ".join(TEMPLATES)),
    )
    parser.add_argument(
        "--form", choices=("a", "b", "both"), help=_("a form of two that share no claim, or both")
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))
    parser.add_argument(
        "--write",
        action="store_true",
        help=_("add to the bank's file the items that it does not have yet"),
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status: 0 well, 1 if the bank has errors or the forms are not parallel, 2 unreadable."""
    path = find(args.bank)
    bank = open_bank(path)
    made, problems = _made(bank, args)
    told: dict[str, object] = {"bank": bank.id, "seed": args.seed}
    if args.write:
        told["added"] = _written(path, bank, [item for items in made.values() for item in items])
    if args.json:
        records = {name: item_records(items) for name, items in made.items()}
        told |= records | {"problems": [problem.what for problem in problems]}
        print_json(told)
    elif args.write:
        count = told["added"]
        assert isinstance(count, int)
        print(n_("{n} item added", "{n} items added", count).format(n=count))
    else:
        print("\n".join(_lines(made)))
    for problem in problems:
        print(f"{problem.what} {problem.remedy}", file=sys.stderr)
    return 1 if problems and args.form else 0


def _made(
    bank: Bank, args: argparse.Namespace
) -> tuple[dict[str, tuple[Item, ...]], list[Problem]]:
    """The items by the name under which they are printed, and in what the forms are not alike."""
    if not args.form:
        items = derive(bank.map, args.seed, bank.language)
        return {"items": _of(items, args.template)}, []
    both = forms(bank.map, args.seed, bank.language)
    problems = list(unlike(both.a, both.b, bank.map))
    _say_alone(both)
    chosen = {"a": both.a, "b": both.b}
    names = chosen if args.form == "both" else (args.form,)
    return {name: _of(chosen[name], args.template) for name in names}, problems


def _of(items: Iterable[Item], templates: list[str] | None) -> tuple[Item, ...]:
    """The items of these templates, or all."""
    return tuple(
        item
        for item in items
        if not templates or (item.derived and item.derived.template in templates)
    )


def _say_alone(both: Forms) -> None:
    if both.alone:
        told = n_(
            "{n} claim has no partner and is in neither form: {ids}.",
            "{n} claims have no partner and are in neither form: {ids}.",
            len(both.alone),
        )
        print(told.format(n=len(both.alone), ids=", ".join(both.alone)), file=sys.stderr)


def _lines(made: dict[str, tuple[Item, ...]]) -> Iterable[str]:
    """One list as it stands in a bank; two with their names above them."""
    for name, items in made.items():
        if len(made) == 1:
            yield write_items(items)
        else:
            yield f"{name}:"
            yield "\n".join(f"    {line}" for line in write_items(items).splitlines())


def _written(path: Path, bank: Bank, items: Iterable[Item]) -> int:
    """How many items were new to the bank and are now in its file, kept as a version."""
    from quizapp.app import banking
    from quizapp.app.desk import open_desk

    new = added(bank.items, tuple(items))
    if new:
        refuse_comments(path)
        with open_desk(os.environ) as desk:
            grown = replace(bank, items=(*bank.items, *new))
            banking.save(grown, path, desk.store, datetime.now(UTC))
    return len(new)
