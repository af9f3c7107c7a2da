"""From the log of an attempt that came back to an attempt at the bank itself.

The exam asked under ids drawn for it. Its link leads back: the items, the options and the answers
get the bank’s own ids, and so does every entry of the log. When each was made stays.

Practice asked under the bank’s own ids, and each attempt drew its own questions: its log says
which.
"""

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random
from types import MappingProxyType
from typing import Any

from quizapp.bank import Bank
from quizapp.classroom.attempt_file import Handed
from quizapp.classroom.book import HandedOut
from quizapp.classroom.contested import Contested
from quizapp.classroom.exam import Link
from quizapp.errors import QuizappError
from quizapp.quiz import Answer, Attempt, Posed, Rules, assemble
from quizapp.quiz.contest import check
from quizapp.quiz.log import Entry, canonical

MOST_LEVEL = 100


@dataclass(frozen=True, slots=True)
class Replayed:
    """What an attempt came to. ``acts`` are the entries after the beginning, under own ids.

    ``checked`` are the items whose feedback was shown before it was handed in, ``contested`` what
    the student reads otherwise, one contest for an item at most.
    """

    acts: tuple[Entry, ...]
    answers: Mapping[str, Answer]
    posed: tuple[Posed, ...]
    begun: datetime
    submitted: datetime
    checked: frozenset[str] = frozenset()
    contested: tuple[Contested, ...] = ()

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
            checked=self.checked,
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
        Posed(own, _order(bank.item[own].drawn(Random(0)), names.values()))  # noqa: S311  (no secret)
        for own, names in link.items.values()
    )


def posed_by(handed: Handed, bank: Bank, rules: Rules) -> tuple[Posed, ...]:
    """The items that an attempt at practice drew, and their options in the order shown.

    Raises:
        ValueError, KeyError, TypeError: it is not written as this program writes it, or it drew
            other questions than the rules let it.
    """
    drawn = tuple(
        Posed(item, _order(bank.item[item].drawn(Random(0)), order))  # noqa: S311
        for item, order in _record(handed.entries[0].payload)["posed"]
    )
    may = {item.id for item in bank.usable}
    asked = {one.item for one in drawn}
    if len(asked) < len(drawn) or not asked <= may or len(asked) < len(assemble(bank, rules, 0)):
        raise ValueError("other questions than those of the pack")
    return drawn


def replayed(
    handed: Handed, link: Link, bank: Bank, posed: tuple[Posed, ...], *, practice: bool = False
) -> Replayed:
    """What was answered, by the bank’s own ids.

    ``posed`` is what ``posed_of`` gives, for ``practice`` what ``posed_by`` gives.

    Raises:
        ValueError, KeyError, TypeError: it is not written as this program writes it.
    """
    begun, submitted = handed.entries[0].at, None
    acts, answers, checked = list[Entry](), dict[str, Answer](), set[str]()
    items = {one.item for one in posed}
    for entry in handed.entries[1:]:
        if entry.kind in ("begin", "regrade") or (entry.kind == "check" and not practice):
            continue  # how it was set up is kept anew; an exam shows no feedback
        item = link.item(entry.item)
        if entry.kind != "submit" and (item not in items or item in checked):
            raise ValueError(f"no item {entry.item}, or its answer stood already")
        payload = entry.payload
        if entry.kind == "answer":
            answers[item], payload = _answered(entry, link, bank)
        elif entry.kind == "clear":
            answers.pop(item, None)
        elif entry.kind == "check":
            checked.add(item)
        elif entry.kind != "submit":
            raise ValueError(f"no act is called {entry.kind}")
        elif submitted is None:
            submitted = entry.at
        else:
            continue  # handed in once more
        acts.append(Entry("", 0, entry.kind, item, payload, entry.at))
    if submitted is None:
        raise ValueError("it was not handed in")
    contested = tuple(_contested(handed, bank, items)) if practice else ()  # an exam shows no key
    told = MappingProxyType(answers)
    return Replayed(tuple(acts), told, posed, begun, submitted, frozenset(checked), contested)


def _contested(handed: Handed, bank: Bank, items: Container[str]) -> Iterator[Contested]:
    """The contests that could have been filed here; others are left out, and cost nothing."""
    seen = set[str]()
    for one in handed.contests:
        if one.item not in items or one.item in seen or not bank.item[one.item].scored:
            continue
        try:
            check(one.sentences, one.reason, bank.article)
        except QuizappError:
            continue
        seen.add(one.item)
        yield one


def _answered(entry: Entry, link: Link, bank: Bank) -> tuple[Answer, str]:
    """The answer of an entry, and what the log is to say of it."""
    given = _given(entry.payload)
    response = link.response(entry.item, given["response"])
    bank.item[link.item(entry.item)].credit(response)  # what cannot be marked is found out here
    answer = Answer(response, entry.at, given["confidence"])
    return answer, canonical({**given, "response": list(response)})


def _record(payload: str) -> dict[str, Any]:
    try:
        given = json.loads(payload)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(given, dict):
        raise TypeError("an act is told as a record")
    return given


def _given(payload: str) -> dict[str, Any]:
    given = _record(payload)
    if not isinstance(given["response"], list):
        raise TypeError("an answer is a record with a response")
    level = given.get("confidence")
    if level is not None and not (type(level) is int and 0 <= level <= MOST_LEVEL):
        raise TypeError("a level is a small number")
    response = tuple(str(part) for part in given["response"])
    if b"\0" in "".join(response).encode():  # half a character raises ValueError by itself
        raise ValueError("a character that no database keeps")
    return {**given, "response": response, "confidence": level}


def _order(usual: tuple[str, ...], told: Iterable[str]) -> tuple[str, ...]:
    """The options in the order in which they were shown, as it is told."""
    shown = tuple(id_ for id_ in told if id_ in usual)
    return shown if sorted(shown) == sorted(usual) else usual
