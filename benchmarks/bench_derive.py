"""Deriving and checking a bank of 300 claims, and the bots over 1,000 items.

The floor beside each is work that cannot be done without: writing and parsing the same items as
NestedText for the first, splitting every option and claim into words for the second.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import nestedtext as nt

from benchmarks.figure import Figure, report
from quizapp.bank import Bank, examine, item_records, read, write
from quizapp.bank.bots import picks, play
from quizapp.bank.derive import derive
from quizapp.bank.judge import judge
from quizapp.bank.lint import advice
from quizapp.text import words

CLAIMS, ITEMS, ROUNDS, PEOPLE = 300, 1_000, 5, 12
MOST_DERIVE_S, MOST_BOTS_S = 1.0, 2.0
THINGS = ("ferry", "quay", "crane", "barge", "pilot", "anchor", "beacon", "winch", "buoy", "rope")
DEEDS = ("has sunk", "was moved", "burned down", "could go if asked", "may be sold", "was mended")
SAID = ("saw", "reported", "wrote down", "spoke of", "noted", "told the town about")


def claim(n: int) -> dict[str, object]:
    """One claim in words of its own; the standings take turns."""
    stance = ("asserts", "asserts", "does_not_know", "denies", "asserts", "asserts")[n % 6]
    shown = {"source": f"p{n % PEOPLE}", "stance": stance, "evidence": sentence(n)}
    deed = DEEDS[n // 7 % len(DEEDS)]
    told: dict[str, object] = {
        "id": f"c{n}",
        "text": f"The {THINGS[n % 10]} of pier {n + 1000} {deed}.",
        "hedge": deed.split()[0] if deed.split()[0] in ("could", "may") else "",
        "condition": "if asked" if deed.endswith("if asked") else "",
        "would_know": f"the keeper of {THINGS[n * 7 % 10]} book {n}",
        "attributions": [shown],
    }
    if stance == "asserts" and n % 3 == 0:
        told["basis"] = "own_act"
    return {name: value for name, value in told.items() if value}


def sentence(n: int) -> str:
    """The words that show a claim; they stand in one place only."""
    return f"Speaker {n % PEOPLE} {SAID[n % len(SAID)]} {THINGS[n * 3 % 10]} number {n + 1000}"


def made() -> tuple[bytes, bytes]:
    """A bank of 300 claims and one item, and its article."""
    text = "\n\n".join(". ".join(map(sentence, range(n, n + 5))) + "." for n in range(0, CLAIMS, 5))
    tree = {
        "format": "1", "id": "large", "title": "A large map", "language": "en",
        "licence": "CC0-1.0", "article": {"file": "a.txt", "title": "Log", "cites": "generated"},
        "sources": [
            {"id": f"p{n}", "name": f"Speaker {chr(65 + n)}", "kind": "person", "named": "yes"}
            for n in range(PEOPLE)
        ],
        "claims": [claim(n) for n in range(CLAIMS)],
        "items": [{"id": "first", "kind": "standing", "claims": ["c0"]}],
    }  # fmt: skip
    return nt.dumps(tree, indent=4).encode(), text.encode()


def seconds(act: Callable[[], object]) -> float:
    """The median of what ``act`` takes."""
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        act()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def derived_and_checked(bank: Bank) -> int:
    """Derive every item, and look for every problem there is; how many items were looked at."""
    whole = replace(bank, items=derive(bank.map, 1))
    for item in whole.items:
        list(item.problems())
    list(judge(whole))
    list(advice(whole))
    return len(whole.items)


def parsed(bank: Bank) -> object:
    """The floor: the same items through NestedText and back."""
    return nt.loads(nt.dumps(item_records(bank.items), indent=4), top="list")


def split(bank: Bank) -> int:
    """The floor: every option, claim and sentence in words."""
    options = (text for item in bank.items for pick in picks(item) for text in pick.texts)
    texts = [bank.article.text, *options, *(c.text for c in bank.map.claims)]
    return sum(len(words(text)) for text in texts)


def thousand(bank: Bank) -> Bank:
    """The bank with 1,000 items that bots play: choices, and standings with evidence."""
    played = [i for i in derive(bank.map, 1) if picks(i) or i.kind == "standing_with_evidence"]
    copies = (replace(played[n % len(played)], id=f"i{n}") for n in range(ITEMS))
    return replace(bank, items=tuple(copies))


def figures() -> Iterator[Figure]:
    """Each figure, and its ratio to the floor measured in the same run."""
    data, article = made()
    bank = read(data, "bank.nt", lambda _name: article)
    items = derived_and_checked(bank)
    whole = replace(bank, items=derive(bank.map, 1))
    taken, floor = seconds(lambda: derived_and_checked(bank)), seconds(lambda: parsed(whole))
    note = f"{items:,} items, median of {ROUNDS}"
    yield Figure(f"derive: {CLAIMS} claims derived and checked", taken, "s", MOST_DERIVE_S, note)
    yield Figure("derive: against its items as NestedText", taken / floor, "×")
    file = write(whole)
    file_s = seconds(lambda: examine(file, "bank.nt", lambda _name: article))
    yield Figure("derive: its file of all items read and checked", file_s, "s")
    many = thousand(bank)
    bots, word_s = seconds(lambda: play(many)), seconds(lambda: split(many))
    yield Figure(f"bots: over {ITEMS:,} items", bots, "s", MOST_BOTS_S, f"median of {ROUNDS}")
    yield Figure("bots: against splitting into words", bots / word_s, "×")


if __name__ == "__main__":
    raise SystemExit(report(figures()))
