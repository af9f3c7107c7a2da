"""Every bank that comes with the program passes what it asks of others."""

from pathlib import Path

import pytest

from quizapp.bank import Reading, examine
from quizapp.bank.bots import play

QUESTIONS = Path(__file__).parents[2] / "questions"
FOLDERS = sorted(file.parent for file in QUESTIONS.glob("*/bank.nt"))
SAID = {"battery-on-request": {"unbalanced", "no-named-person"}}
every_bank = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def examined(folder: Path) -> Reading:
    """The bank in its folder and what is said about it."""
    data = (folder / "bank.nt").read_bytes()
    return examine(data, "bank.nt", lambda name: (folder / name).read_bytes())


@every_bank
def test_a_shipped_bank_follows_all_advice_but_what_its_article_forbids(folder: Path) -> None:
    """Only the article bank has limits, and it says them: few confirmed claims, nobody named."""
    problems = examined(folder).problems

    assert {p.code for p in problems} == SAID.get(folder.name, set()), [str(p) for p in problems]


@every_bank
def test_no_bot_beats_a_shipped_bank(folder: Path) -> None:
    """A reader who looks at the options only is right as often as chance."""
    bank = examined(folder).bank
    assert bank is not None

    assert [(p.bot, p.found, p.n) for p in play(bank) if p.verdict == "failed"] == []


@every_bank
def test_a_shipped_bank_is_balanced_or_says_that_it_is_not(folder: Path) -> None:
    """Confirmed claims are 40 to 50 % and no standing is over half, but in the article bank."""
    bank = examined(folder).bank
    assert bank is not None

    assert bank.balance.balanced is (folder.name not in SAID)
