"""Banks for the measures of one reader, in balance and out of it, and attempts at them."""

from dataclasses import replace
from datetime import timedelta
from functools import cache

from quizapp.app.bank_files import open_bank, shipped
from quizapp.bank import Bank
from quizapp.quiz import Answer, Attempt, Rules, Sat, assemble, begin
from tests.taking import BEGAN


@cache
def balanced() -> Bank:
    """The first of the banks that come with the program that is in balance."""
    return next(bank for path in shipped() if (bank := open_bank(path)).balance.balanced)


@cache
def unbalanced() -> Bank:
    """The article bank, which is out of balance as its article is."""
    return open_bank(shipped()[0])


def attempt(bank: Bank, n: int, wrong: bool = False, levels: int = 3) -> Attempt:
    """Everything answered surely on day ``n``; ``wrong`` calls every claim confirmed."""
    at = BEGAN + timedelta(days=n)
    rules = Rules(levels=levels)
    made = begin(f"a{n:03}", "me", bank.id, "v", rules, 1, assemble(bank, rules, 1), at)
    for item in bank.usable:
        if item.scored:
            said = ("confirmed",) if wrong and item.kind == "standing" else item.key()
            made = made.answer(item.id, Answer(said, at, levels))
    return made.submit(at)


def taken(days: int, wrong: bool = False) -> list[Sat]:
    """A balanced bank a day, each another one."""
    banks = (replace(balanced(), id=f"bank-{n}") for n in range(days))
    return [(bank, attempt(bank, n, wrong)) for n, bank in enumerate(banks)]
