"""An attempt as statements of the Experience API: what was answered, and that it was completed.

Every id follows from the attempt and the keys that mark it, so that a statement that is sent twice
is stored once, and a regrade makes new ones. A reader is an account on a home page, under what
the attempt calls its reader.

Source: ADL, *Experience API* 1.0.3, parts 2.2 and 2.4 with its Appendix C (interaction types).
"""

import json
from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from quizapp.bank import Bank
from quizapp.items import (
    Cloze,
    Item,
    Numeric,
    Option,
    Order,
    Response,
    ShortAnswer,
    TrueFalse,
    decimal,
    parted,
)
from quizapp.items.choice import ChoiceItem
from quizapp.items.claimed import IDS as STANDINGS
from quizapp.items.claimed import named
from quizapp.items.pairing import PairItem
from quizapp.items.standing import StandingItem
from quizapp.quiz import Attempt, Mark, score

HOME = "https://quizapp.invalid"
VERBS = "http://adlnet.gov/expapi/verbs/"
ACTIVITIES = "http://adlnet.gov/expapi/activities/"
NAMESPACE = uuid5(NAMESPACE_URL, "https://quizapp.invalid/xapi")
CONFIDENCE = "https://quizapp.invalid/xapi/confidence"
LEVELS = "https://quizapp.invalid/xapi/confidence-levels"
AND, TO = "[,]", "[.]"
Statement = dict[str, Any]


def statements(bank: Bank, attempt: Attempt, home: str = HOME) -> Iterator[Statement]:
    """A statement for each answer that is marked, in the order of the quiz, and one for the whole.

    ``bank`` is the version by whose keys the attempt counts. An attempt that was not handed in has
    none yet.
    """
    if attempt.submitted is None:
        return
    result = score(bank, attempt)
    for mark in result.marks:
        if mark.item in attempt.answers:
            yield _answered(bank, attempt, mark, home)
    yield _completed(bank, attempt, float(result.earned), float(result.possible), home)


def _common(bank: Bank, attempt: Attempt, verb: str, about: str, home: str) -> Statement:
    name = f"{attempt.id}/{verb}/{about}/{attempt.marked_by}"
    return {
        "id": str(uuid5(NAMESPACE, name)),
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": home, "name": attempt.reader or "reader"},
        },
        "verb": {"id": f"{VERBS}{verb}", "display": {"en": verb}},
        "context": {
            "registration": str(uuid5(NAMESPACE, attempt.id)),
            "platform": "quizapp",
            "language": _language(bank),
        },
    }


def _language(bank: Bank) -> str:
    return bank.language if bank.language and bank.language != "und" else "en"


def _activity(bank: Bank, version: str) -> str:
    """The address of a bank as an activity; each of its versions is another one."""
    return f"{HOME}/banks/{bank.id}/{version[:16]}"


def _answered(bank: Bank, attempt: Attempt, mark: Mark, home: str) -> Statement:
    item, answer = bank.item[mark.item], attempt.answers[mark.item]
    statement = _common(bank, attempt, "answered", item.id, home)
    quiz = _activity(bank, attempt.bank_version)
    statement["object"] = {
        "objectType": "Activity",
        "id": f"{quiz}/{item.id}",
        "definition": _definition(bank, item),
    }
    statement["result"] = {
        "score": {"scaled": round(float(mark.credit), 6)},
        "success": mark.credit >= 1,
        "response": _pattern(item, answer.response),
    }
    if answer.confidence is not None:
        told = {CONFIDENCE: answer.confidence, LEVELS: attempt.rules.levels}
        statement["result"]["extensions"] = told
    statement["context"]["contextActivities"] = {"parent": [{"id": quiz}]}
    statement["timestamp"] = answer.at.isoformat()
    return statement


def _completed(
    bank: Bank, attempt: Attempt, earned: float, possible: float, home: str
) -> Statement:
    statement = _common(bank, attempt, "completed", "", home)
    taken = (attempt.submitted or attempt.started) - attempt.started
    statement["object"] = {
        "objectType": "Activity",
        "id": _activity(bank, attempt.bank_version),
        "definition": {"type": f"{ACTIVITIES}assessment", "name": {_language(bank): bank.title}},
    }
    shares = {"scaled": round(earned / possible, 6)} if possible else {}
    statement["result"] = {
        "score": {**shares, "raw": round(earned, 6), "min": 0, "max": round(possible, 6)},
        "completion": True,
        "duration": duration(taken),
    }
    statement["timestamp"] = (attempt.submitted or attempt.started).isoformat()
    return statement


def duration(time: timedelta) -> str:
    """A length of time as ISO 8601 has it, to a hundredth of a second: ``PT3M4.5S``."""
    hundredths = max(0, round(time / timedelta(milliseconds=10)))
    hours, rest = divmod(hundredths, 360_000)
    minutes, rest = divmod(rest, 6_000)
    parts = (f"{hours}H" if hours else "", f"{minutes}M" if minutes else "")
    seconds = decimal(Decimal(rest) / 100)
    return f"PT{''.join(parts)}{seconds}S"


def _definition(bank: Bank, item: Item) -> Statement:
    language = _language(bank)
    kind, more = _interaction(item, language)
    definition = {
        "type": f"{ACTIVITIES}cmi.interaction",
        "name": {language: item.id},
        "description": {language: item.subject or item.stem or item.id},
        "interactionType": kind,
        **more,
    }
    if key := item.key():
        definition["correctResponsesPattern"] = [_pattern(item, key)]
    return definition


def _interaction(item: Item, language: str) -> tuple[str, Statement]:
    """The interaction type that a kind is, and the components that it needs."""

    def listed(options: Sequence[tuple[str, str]]) -> list[Statement]:
        return [{"id": id_, "description": {language: text}} for id_, text in options]

    if isinstance(item, StandingItem):
        return "choice", {"choices": listed([(id_, named(id_)) for id_ in STANDINGS])}
    if isinstance(item, TrueFalse):
        return "true-false", {}
    if isinstance(item, PairItem):
        columns = list(item.columns().items())
        return "matching", {"source": listed(item.texts), "target": listed(columns)}
    if isinstance(item, ChoiceItem):
        options: list[Option] = list(item.options)
        kind = "sequencing" if isinstance(item, Order) else "choice"
        return kind, {"choices": listed([(one.id, one.text) for one in options])}
    return next((name for kind, name in _KINDS.items() if isinstance(item, kind)), "other"), {}


_KINDS: dict[type, str] = {ShortAnswer: "fill-in", Cloze: "fill-in", Numeric: "numeric"}


def _pattern(item: Item, response: Response) -> str:
    """A response, or a key, as the interaction type of its kind writes it."""
    if isinstance(item, PairItem):
        return AND.join(f"{row}{TO}{column}" for row, column in parted(response))
    if isinstance(item, Cloze):
        return AND.join(part.partition("=")[2] for part in response)
    if _interaction(item, "en")[0] == "other":
        return json.dumps(list(response), ensure_ascii=False)
    return AND.join(response)
