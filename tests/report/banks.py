"""Banks for the measures of one reader, in balance and out of it."""

from functools import cache

from quizapp.app.bank_files import open_bank, shipped
from quizapp.bank import Bank


@cache
def balanced() -> Bank:
    """The first of the banks that come with the program that is in balance."""
    return next(bank for path in shipped() if (bank := open_bank(path)).balance.balanced)


@cache
def unbalanced() -> Bank:
    """The article bank, which is out of balance as its article is."""
    return open_bank(shipped()[0])
