"""`quizapp key`: a second person keys a bank blind; how far two keys agree; settling the rest."""

import argparse
import os
import secrets
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from quizapp.claims import GLOSSES, TITLES, Standing
from quizapp.cli.output import print_json
from quizapp.i18n import _, n_

if TYPE_CHECKING:
    from quizapp.app.desk import Desk
    from quizapp.app.keying import Keying
    from quizapp.bank import Bank
    from quizapp.bank.agreement import Agreement, Difference

WIDTH = 78


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "key",
        help=_("key a bank as a second reader, and see how far the keys agree"),
        description=_(
            "Key the claims of a bank without seeing its key, see how far the keys agree, and let "
            "claims on which they differ accept both."
        ),
        epilog=_("Example: quizapp key my-bank --rater Ada"),
    )
    parser.add_argument("bank", metavar="BANK", help=_("the folder of a bank, or its bank.nt"))
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--rater", metavar="NAME", help=_("key the bank under this name"))
    what.add_argument("--agreement", action="store_true", help=_("say how far the keys agree"))
    what.add_argument(
        "--reconcile",
        action="store_true",
        help=_("let every claim with two keys accept both; it is then for practice only"),
    )
    what.add_argument("--withdraw", metavar="NAME", help=_("take this rater’s key out of the bank"))
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status: 0 well, 1 if a person must decide on a claim, 2 if it could not be done."""
    from quizapp.app.bank_files import find, open_bank
    from quizapp.app.desk import open_desk

    path = find(args.bank)
    bank = open_bank(path)
    if args.agreement:
        return _agreement(bank, args.json)
    with open_desk(os.environ) as desk:
        if args.reconcile:
            return _reconcile(bank, path, desk, args.json)
        if args.withdraw is not None:
            return _withdraw(bank, path, desk, args.withdraw)
        return _key(bank, path, desk, args.rater)


def _key(bank: "Bank", path: Path, desk: "Desk", name: str) -> int:
    from quizapp.app.bank_files import open_bank
    from quizapp.app.banking import save
    from quizapp.app.keying import Keying

    seed = secrets.randbits(32)
    if not Asking(Keying(bank, name, desk.folder, seed), sys.stdin, sys.stdout).ask():
        print(_("What you gave is kept. The same command goes on from here."))
        return 0
    keying = Keying(open_bank(path), name, desk.folder, seed)
    if not keying.done:
        print(_("The bank was edited meanwhile. The same command asks what is missing now."))
        return 1
    save(keying.keyed(), path, desk.store, datetime.now(UTC))
    keying.forget()
    print(_("Your key is in the bank. To see how far it agrees: quizapp key BANK --agreement"))
    return 0


class Asking:
    """Asks for the standing of each claim, on any two streams."""

    def __init__(self, keying: "Keying", source: TextIO, target: TextIO) -> None:
        self._keying = keying
        self._source = source
        self._target = target

    def ask(self) -> bool:
        """Ask until every claim is keyed, and that is confirmed; whether it was."""
        if self._keying.set_aside:
            self._say(_("An earlier start was set aside: the article was edited since."))
        if self._keying.resumed:
            self._say(_("You left off here. Type a to see the article again."))
        else:
            self._article()
        self._help()
        while True:
            self._show()
            self._target.write("> ")
            self._target.flush()
            line = self._source.readline()
            typed = line.strip().casefold()
            if not line or typed == "q":
                self._say("")
                return False
            if not typed and self._keying.claim is None:
                return True
            self._obey(typed)

    def _show(self) -> None:
        claim, n = self._keying.claim, len(self._keying.order)
        if claim is None:
            text = _("All {n} claims are keyed. Enter writes your key; b goes back.")
            self._say("", text.format(n=n))
            return
        self._say("", _("{now} of {n}").format(now=self._keying.place + 1, n=n), f"“{claim.text}”")
        if claim.id in self._keying.standings:
            given = _(TITLES[self._keying.standings[claim.id]])
            self._say(_("You gave: {standing}").format(standing=given))

    def _obey(self, typed: str) -> None:
        standings = list(Standing)
        if typed == "b":
            self._keying.back()
        elif typed == "a":
            self._article()
        elif self._keying.claim and typed in {str(n) for n in range(1, len(standings) + 1)}:
            self._keying.give(standings[int(typed) - 1])
        else:
            self._help()

    def _article(self) -> None:
        article = self._keying.bank.article
        self._say(article.title, "", article.credit)
        for paragraph in article.paragraphs:
            self._say("", article.text[paragraph.start : paragraph.end])

    def _help(self) -> None:
        self._say("", _("How does each claim stand in the article? Type a number:"))
        for n, standing in enumerate(Standing, start=1):
            self._say(f"  {n}  {_(TITLES[standing])}: {_(GLOSSES[standing])}")
        self._say(_("b goes back, a shows the article, q stops; what you gave is kept."))

    def _say(self, *lines: str) -> None:
        for line in lines:
            self._target.write("\n".join(textwrap.wrap(line, WIDTH, subsequent_indent="  ")) + "\n")


def _agreement(bank: "Bank", as_json: bool) -> int:
    from quizapp.bank.agreement import agreement, differences

    found, differing = agreement(bank), differences(bank)
    if as_json:
        told = {**_told(found), "differences": [_difference(one) for one in differing]}
        print_json(told)
        return 0
    print(_("Keys: {raters}").format(raters=", ".join(found.raters)))
    alike = n_("{same} of {n} claim keyed alike", "{same} of {n} claims keyed alike", found.n)
    print(alike.format(same=found.same, n=found.n))
    if found.alpha is None:
        print(_("Krippendorff’s α is not defined here: every key is the same standing."))
    else:
        print(_("Krippendorff’s α (nominal): {alpha:.3f}").format(alpha=float(found.alpha)))
    for one in found.standings:
        counts = " / ".join(str(count) for count in one.counts)
        both = _("{both} of {either} by all").format(both=one.both, either=one.either)
        print(f"  {_(TITLES[one.standing]):<12} {counts:<12} {both if one.either else '–'}")
    for difference in differing:
        print(_line(difference, bank))
    return 0


def _line(one: "Difference", bank: "Bank") -> str:
    keys = "; ".join(f"{name}: {_(TITLES[standing])}" for name, standing in one.keys)
    text = bank.map.claim[one.claim].text
    return _("{claim} “{text}”: {keys}").format(claim=one.claim, text=text, keys=keys)


def _reconcile(bank: "Bank", path: Path, desk: "Desk", as_json: bool) -> int:
    from quizapp.app.banking import save
    from quizapp.bank.agreement import differences, reconciled

    differing = differences(bank)
    left = [one for one in differing if one.open]
    save(reconciled(bank), path, desk.store, datetime.now(UTC))
    if as_json:
        told = [_difference(one) for one in differing]
        print_json(told)
        return 1 if left else 0
    for one in differing:
        print(_line(one, bank))
        print(
            _("    A person must decide: no claim accepts three standings.")
            if one.open
            else _("    It accepts both now, and is for practice only.")
        )
    if not differing:
        print(_("There is nothing to do: no two keys differ on a claim that does not accept both."))
    return 1 if left else 0


def _withdraw(bank: "Bank", path: Path, desk: "Desk", name: str) -> int:
    from quizapp.app.banking import save
    from quizapp.bank.agreement import without_rater

    save(without_rater(bank, name), path, desk.store, datetime.now(UTC))
    print(_("The key of “{name}” is out of the bank; earlier versions keep it.").format(name=name))
    return 0


def _told(found: "Agreement") -> dict[str, Any]:
    """An agreement for a program."""
    return {
        "raters": list(found.raters),
        "n": found.n,
        "same": found.same,
        "alpha": None if found.alpha is None else round(float(found.alpha), 6),
        "standings": {
            one.standing.value: {
                "counts": list(one.counts),
                "either": one.either,
                "both": one.both,
            }
            for one in found.standings
        },
    }


def _difference(one: "Difference") -> dict[str, Any]:
    keys = [{"rater": name, "standing": standing.value} for name, standing in one.keys]
    return {"claim": one.claim, "keys": keys, "open": one.open}
