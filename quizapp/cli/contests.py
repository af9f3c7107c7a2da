"""`quizapp contests`: what readers object to, and deciding it."""

import argparse
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from quizapp.claims import TITLES
from quizapp.cli.output import print_json, stamp
from quizapp.i18n import N_, _

if TYPE_CHECKING:
    from quizapp.quiz import Contest
    from quizapp.quiz.contest import Decision
    from quizapp.store import Store

STATES = {"open": N_("open"), "accepted": N_("accepted"), "declined": N_("declined")}


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "contests",
        help=_("list what readers object to, and decide it"),
        description=_("List the contests at a bank, and accept or decline one."),
        epilog=_("Example: quizapp contests my-bank --accept 4f2a 'You are right.'"),
    )
    parser.add_argument("bank", metavar="BANK", help=_("the folder of a bank, or its bank.nt"))
    decision = parser.add_mutually_exclusive_group()
    for name, help_ in (
        ("--accept", _("say that the reader is right, and why")),
        ("--decline", _("say that the key stands, and why")),
    ):
        decision.add_argument(name, nargs=2, metavar=("ID", "WORDS"), help=help_)
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status: 0 well, 2 if there is no such contest or it was decided before."""
    from quizapp.app.bank_files import find
    from quizapp.app.banking import bank_id
    from quizapp.app.class_contests import names_of
    from quizapp.app.contests import of_bank
    from quizapp.app.desk import open_desk

    with open_desk(os.environ) as desk:
        id_ = bank_id(find(args.bank), desk.store)
        if args.accept or args.decline:
            found = [_decided(args, desk.store, id_)]
        else:
            found = list(of_bank(desk.store, id_))
        if args.json:
            print_json([_told(one) for one in found])
            return 0
        who = names_of(desk.store, found)
        for one in found:
            print("\n".join(_lines(one, who[one.id], desk.store)))
    if args.accept:
        print(_("The bank is as it was. Change the key in its bank.nt, and see what that does:"))
        print(f"  quizapp regrade {args.bank}")
    elif not found:
        print(_("Nobody has contested anything at this bank."))
    return 0


def _decided(args: argparse.Namespace, store: "Store", id_: str) -> "Contest":
    from quizapp.app.contests import decide, of_bank

    typed, words = args.accept or args.decline
    fitting = [one.id for one in of_bank(store, id_) if one.id.startswith(typed)]
    contest_id = fitting[0] if len(fitting) == 1 else typed
    state: Decision = "accepted" if args.accept else "declined"
    return decide(store, id_, contest_id, state, words, datetime.now(UTC))


def _lines(one: "Contest", who: str, store: "Store") -> list[str]:
    from quizapp.app.contests import quoted

    date = stamp(one.at)
    head = _("{id}  {date}  {reader}, question “{item}”: {state}")
    words = quoted(store, one) or _("nothing in the article shows it")
    lines = [
        head.format(id=one.id, date=date, reader=who, item=one.item, state=_(STATES[one.state])),
        _("    proposes: {standing}").format(standing=_(TITLES[one.standing])),
        _("    because: {reason}").format(reason=one.reason),
        _("    points at: {words}").format(words=words),
    ]
    if one.answer:
        lines.append(_("    answer: {answer}").format(answer=one.answer))
    return lines


def _told(one: "Contest") -> dict[str, Any]:
    """A contest for a program; times are UTC."""
    return {
        "id": one.id,
        "attempt": one.attempt,
        "item": one.item,
        "reader": one.reader,
        "sentences": list(one.sentences),
        "standing": one.standing.value,
        "reason": one.reason,
        "at": one.at.isoformat(),
        "state": one.state,
        "answer": one.answer,
        "decided": one.decided.isoformat() if one.decided else None,
    }
