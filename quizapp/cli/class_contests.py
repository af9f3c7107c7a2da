"""`quizapp gradebook CLASS --contests`, `--accept` and `--decline`: what a class contests."""

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from quizapp.claims import TITLES
from quizapp.cli.contests import STATES
from quizapp.cli.output import print_json, stamp
from quizapp.i18n import _

if TYPE_CHECKING:
    from quizapp.app.class_contests import ClassContest
    from quizapp.classroom.book import Classroom
    from quizapp.quiz.contest import Decision
    from quizapp.store import Store


def run(store: "Store", one: "Classroom", args: argparse.Namespace) -> int:
    """Exit status: 0; 1 where one is to be decided.

    Raises:
        QuizappError: there is no such contest, it was decided before, or nothing is said about it.
    """
    from quizapp.app.class_contests import of_class

    found = [_decided(store, one, args)] if args.accept or args.decline else of_class(store, one)
    if args.json:
        print_json([_told(each) for each in found])
    else:
        for each in found:
            print("\n".join(_lines(each)))
        if not found:
            print(_("Nobody in this class has contested a key."))
    if args.accept and not args.json:
        bank = found[0].exam.bank_id
        print(_("No mark has moved. Correct the key in the bank, and see what that does:"))
        print(f"  quizapp regrade {bank} --class {_word(one.name)}")
    return 1 if any(each.open for each in found) else 0


def _word(name: str) -> str:
    """A name as one word of a command."""
    return f"'{name}'" if " " in name else name


def _decided(store: "Store", one: "Classroom", args: argparse.Namespace) -> "ClassContest":
    from quizapp.app.class_contests import decide, find

    typed, words = args.accept or args.decline
    state: Decision = "accepted" if args.accept else "declined"
    found = find(store, one, typed)
    decide(store, found, state, words, datetime.now(UTC))
    return find(store, one, found.contest.id)


def _lines(one: "ClassContest") -> list[str]:
    contest = one.contest
    head = _("{id}  {date}  {who}, {exam}, question “{item}”: {state}")
    words = f"“{one.words}”" if one.words else _("nothing in the article shows it")
    lines = [
        head.format(
            id=contest.id,
            date=stamp(contest.at),
            who=one.who,
            exam=one.exam.heading,
            item=contest.item,
            state=_(STATES[contest.state]),
        ),
        f"    {one.question}",
        _("    key: {key}; answered: {answer}").format(key=one.key, answer=one.answer or "–"),
        _("    proposes: {standing}").format(standing=_(TITLES[contest.standing])),
        _("    because: {reason}").format(reason=contest.reason),
        _("    points at: {words}").format(words=words),
    ]
    if contest.answer:
        lines.append(_("    answer: {answer}").format(answer=contest.answer))
    return lines


def _told(one: "ClassContest") -> dict[str, Any]:
    """A contest for a program; times are UTC."""
    contest = one.contest
    return {
        "id": contest.id,
        "who": one.who,
        "exam": one.exam.heading,
        "attempt": contest.attempt,
        "item": contest.item,
        "question": one.question,
        "key": one.key,
        "response": one.answer,
        "standing": contest.standing.value,
        "words": one.words,
        "reason": contest.reason,
        "at": contest.at.isoformat(),
        "state": contest.state,
        "answer": contest.answer,
        "decided": contest.decided.isoformat() if contest.decided else None,
    }
