"""What the bots and the balance of a bank say, as lines for people and as data for programs."""

from collections.abc import Iterator
from dataclasses import asdict

from quizapp.bank import Balance, Bank
from quizapp.bank.bots import MOST_JOINT, Played, play
from quizapp.i18n import _, n_


def lines(bank: Bank) -> Iterator[str]:
    """The balance, and a line for each bot."""
    yield balance_line(bank.balance)
    yield from map(bot_line, play(bank))


def told(bank: Bank) -> dict[str, object]:
    """The balance and the bots as a program takes them."""
    balance = bank.balance
    return {
        "balance": {
            "total": balance.total,
            "confirmed": balance.confirmed,
            "counts": {standing.value: n for standing, n in sorted(balance.counts.items())},
            "balanced": balance.balanced,
        },
        "bots": [
            asdict(played) | {"share": played.share, "verdict": played.verdict}
            for played in play(bank)
        ],
    }


def balance_line(balance: Balance) -> str:
    """How many of the claims asked about are confirmed, and whether that is balanced."""
    if not balance.total:
        return _("balance: no claim is asked about by its standing")
    text = (
        _("balance: {confirmed} of {total} claims are confirmed ({share}); balanced")
        if balance.balanced
        else _("balance: {confirmed} of {total} claims are confirmed ({share}); not balanced")
    )
    share = f"{balance.confirmed / balance.total:.0%}"
    return text.format(confirmed=balance.confirmed, total=balance.total, share=share)


def bot_line(played: Played) -> str:
    """One bot: what it played, what chance gives, what it had right, and what follows."""
    if not played.n:
        return _("{bot}: nothing to play").format(bot=_(played.bot))
    text = n_(
        "{bot}: {n} item, {expected} right by chance, {found} found, p = {p}: {verdict}",
        "{bot}: {n} items, {expected} right by chance, {found} found, p = {p}: {verdict}",
        played.n,
    )
    return text.format(
        bot=_(played.bot),
        n=played.n,
        expected=f"{played.expected:.1f}",
        found=played.found,
        p=f"{played.p:.3f}",
        verdict=_verdict(played),
    )


def _verdict(played: Played) -> str:
    if played.gate == "joint":
        text = (
            _("FAILED, {share} jointly right and {most} allowed")
            if played.verdict == "failed"
            else _("passed, {share} jointly right and {most} allowed")
        )
        return text.format(share=f"{played.share:.0%}", most=f"{MOST_JOINT:.0%}")
    if played.verdict == "failed":
        return _("FAILED, a cue gives keys away")
    if played.least is None:
        return _("no cue found; n too small to find any")
    text = (
        _("no cue found; n too small to exclude one that gives away less than {least}")
        if played.verdict == "passed, n small"
        else _("no cue found; one that gives away {least} would have shown")
    )
    return text.format(least=f"{played.least:.0%}")
