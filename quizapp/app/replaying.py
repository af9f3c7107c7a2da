"""From the log of an attempt that came back to an attempt at the bank itself.

The exam asked under ids drawn for it. Its link leads back: the items, the options and the answers
get the bank’s own ids, and so does every entry of the log. When each was made stays.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random
from types import MappingProxyType
from typing import Any

from quizapp.bank import Bank
from quizapp.classroom.attempt_file import Handed
from quizapp.classroom.book import HandedOut
from quizapp.classroom.exam import Link
from quizapp.quiz import Answer, Attempt, Posed
from quizapp.quiz.log import Entry, canonical

MOST_LEVEL = 100


@dataclass(frozen=True, slots=True)
class Replayed:
    """What an attempt came to. ``acts`` are the entries after the beginning, under own ids."""

    acts: tuple[Entry, ...]
    answers: Mapping[str, Answer]
    posed: tuple[Posed, ...]
    begun: datetime
    submitted: datetime

    def attempt(self, id_: str, reader: str, exam: HandedOut) -> tuple[Attempt, tuple[Entry, ...]]:
        """The attempt as it is kept, and the acts of its log."""
        kept = Attempt(
            id=id_,
            reader=reader,
            bank_id=exam.bank_id,
            bank_version=exam.bank_version,
            rules=exam.rules,
            seed=0,
            posed=self.posed,
            started=self.begun,
            at=self.posed[-1].item,
            answers=self.answers,
            submitted=self.submitted,
        )
        acts = (
            Entry(id_, n, act.kind, act.item, act.payload, act.at)
            for n, act in enumerate(self.acts, start=2)
        )
        return kept, tuple(acts)


def posed_of(link: Link, bank: Bank) -> tuple[Posed, ...]:
    """The items of an exam and their options, in the order in which it showed them."""
    return tuple(
        Posed(own, _order(bank.item[own].drawn(Random(0)), names))  # noqa: S311  (no secret)
        for own, names in link.items.values()
    )


def replayed(handed: Handed, link: Link, bank: Bank, posed: tuple[Posed, ...]) -> Replayed:
    """What was answered, by the bank’s own ids. ``posed`` is what ``posed_of`` gives.

    Raises:
        ValueError, KeyError, TypeError: it is not written as this program writes it.
    """
    begun, submitted = handed.entries[0].at, None
    acts, answers = list[Entry](), dict[str, Answer]()
    for entry in handed.entries[1:]:
        if entry.kind in ("begin", "regrade", "check"):
            continue  # how it was set up is kept anew; feedback was never shown
        item = link.item(entry.item)
        if entry.kind != "submit" and item not in bank.item:
            raise ValueError(f"no item {entry.item}")
        payload = entry.payload
        if entry.kind == "answer":
            given = _given(entry.payload)
            response = link.response(entry.item, given["response"])
            bank.item[item].credit(response)  # what cannot be marked is found out here
            answers[item] = Answer(response, entry.at, given["confidence"])
            payload = canonical({**given, "response": list(response)})
        elif entry.kind == "clear":
            answers.pop(item, None)
        elif entry.kind != "submit":
            raise ValueError(f"no act is called {entry.kind}")
        elif submitted is None:
            submitted = entry.at
        else:
            continue  # handed in once more
        acts.append(Entry("", 0, entry.kind, item, payload, entry.at))
    if submitted is None:
        raise ValueError("it was not handed in")
    return Replayed(tuple(acts), MappingProxyType(answers), posed, begun, submitted)


def _given(payload: str) -> dict[str, Any]:
    try:
        given = json.loads(payload)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(given, dict) or not isinstance(given["response"], list):
        raise TypeError("an answer is a record with a response")
    level = given.get("confidence")
    if level is not None and not (type(level) is int and 0 <= level <= MOST_LEVEL):
        raise TypeError("a level is a small number")
    response = tuple(str(part) for part in given["response"])
    if b"\0" in "".join(response).encode():  # half a character raises ValueError by itself
        raise ValueError("a character that no database keeps")
    return {**given, "response": response, "confidence": level}


def _order(usual: tuple[str, ...], names: Mapping[str, str]) -> tuple[str, ...]:
    """The options in the order in which the exam showed them."""
    shown = tuple(old for old in names.values() if old in usual)
    return shown if set(shown) == set(usual) else usual
