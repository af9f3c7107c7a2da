"""`quizapp practise`: what is due today, in the terminal."""

import argparse
import os
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from quizapp.cli.console import Console, StopError
from quizapp.cli.output import print_json
from quizapp.i18n import _, n_
from quizapp.items import ResponseError

if TYPE_CHECKING:
    from quizapp.app.desk import Desk
    from quizapp.app.practising import Practice, Turn
    from quizapp.report import Feedback


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "practise",
        help=_("practise what is due today"),
        description=_(
            "Questions that you have answered come back when you are about to forget how to answer "
            "them. Every answer is saved at once."
        ),
        epilog=_("Example: quizapp practise --limit 10"),
    )
    parser.add_argument(
        "--limit", type=_limit, metavar="N", help=_("ask at most N questions today")
    )
    parser.add_argument("--reader", metavar="NAME", help=_("whose practice it is"))
    parser.add_argument(
        "--rebuild", action="store_true", help=_("work out anew when everything is due, and stop")
    )
    parser.add_argument(
        "--json", action="store_true", help=_("print what is due, for programs, and stop")
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status: 0, also where nothing is due."""
    from quizapp.app.desk import open_desk

    with open_desk(os.environ) as desk:
        practice = _practice(desk, args)
        practice.fold()
        if args.rebuild:
            n = len(practice.rebuild())
            words = n_("{n} question comes back.", "{n} questions come back.", n)
            print(words.format(n=n))
        elif args.json:
            print_json(_told(practice))
        else:
            _play(practice, Console(sys.stdin, sys.stdout), sure=desk.settings.confidence)
    return 0


def _practice(desk: "Desk", args: argparse.Namespace) -> "Practice":
    from quizapp.app.library import Library, shipped
    from quizapp.app.practising import Practice

    settings = desk.settings
    return Practice(
        desk.store,
        args.reader or settings.reader,
        lambda: datetime.now(UTC),
        limit=args.limit or settings.daily_limit,
        retention=settings.retention,
        at_hand=Library(shipped()).banks,
    )


def _told(practice: "Practice") -> dict[str, object]:
    today = practice.today()
    return {
        "due": today.due,
        "waiting": today.waiting,
        "done": today.done,
        "forecast": list(practice.forecast()),
    }


def _play(practice: "Practice", console: Console, *, sure: bool) -> None:
    if not practice.today().started:
        console.say(_("Nothing comes back yet. Hand in a quiz first: quizapp take"))
        return
    article = ""
    try:
        while turn := practice.turn():
            if turn.bank.id != article:
                article = turn.bank.id
                console.say("", turn.bank.title, "")
                console.article(turn.bank.article)
            _ask(practice, turn, console, sure=sure)
    except StopError:
        console.say("", _("Everything you answered is saved."))
        return
    _done(practice, console)


def _done(practice: "Practice", console: Console) -> None:
    today = practice.today()
    console.say("", _("Done for today."))
    if today.waiting:
        words = n_(
            "{n} question waits beyond the limit of the day.",
            "{n} questions wait beyond the limit of the day.",
            today.waiting,
        )
        console.say(words.format(n=today.waiting))
    tomorrow = practice.forecast()[1]
    words = n_("{n} question comes back tomorrow.", "{n} questions come back tomorrow.", tomorrow)
    console.say(words.format(n=tomorrow))


def _ask(practice: "Practice", turn: "Turn", console: Console, *, sure: bool) -> None:
    """One question, until it is answered; and again if the answer is taken back."""
    console.say("", _kind(turn), "", *turn.item.told(turn.order).split("\n"))
    while True:
        typed = console.read("> ")
        if typed == "a":
            console.article(turn.bank.article)
        elif typed in ("?", ""):
            _help(console)
        elif typed == "q":
            raise StopError
        else:
            try:
                response = turn.item.parse(typed.removeprefix("= "), turn.order)
            except ResponseError as error:
                console.say(str(error))
                continue
            _answered(practice, turn, response, console, sure=sure)
            return


def _kind(turn: "Turn") -> str:
    if turn.elsewhere:
        text = _("{kind} · in place of a question of another article that you were sure about")
        return text.format(kind=_(turn.item.title))
    return _(turn.item.title)


def _answered(
    practice: "Practice", turn: "Turn", response: tuple[str, ...], console: Console, *, sure: bool
) -> None:
    level = console.ask_confidence() if sure else None
    feedback: Feedback = practice.answer(turn, response, level or None)
    console.say(_("Saved."), "", *feedback.text().split("\n"))
    if level == 0:
        raise StopError
    if console.person and console.read(_("Enter to go on, u to take it back> ")) == "u":
        again = practice.undo()
        if again is not None:
            console.say(_("Taken back."))
            _ask(practice, again, console, sure=sure)


def _help(console: Console) -> None:
    console.say(
        _("Type the number of your answer, its words, or sentences such as p2s1. Also:"),
        _("  a          the article again"),
        _("  u          after an answer: take it back"),
        _("  q          stop; everything is saved"),
    )


def _limit(typed: str) -> int:
    if not typed.isdecimal() or not 1 <= int(typed) <= 500:
        raise argparse.ArgumentTypeError(_("Give a number of questions from 1 to 500."))
    return int(typed)
