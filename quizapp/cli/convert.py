"""`quizapp convert`: questions from one format into another, with what was changed or lost."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizapp.cli.check import line
from quizapp.errors import FileError, QuizappError
from quizapp.formats import FORMATS
from quizapp.i18n import _, n_

if TYPE_CHECKING:
    from quizapp.app.exchange import Source
    from quizapp.formats import Loss, Note

OWN = ("json", "nt")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    readers = [id_ for id_, one in FORMATS.items() if one.read is not None]
    writers = [*OWN, *(id_ for id_, one in FORMATS.items() if one.write is not None)]
    parser = commands.add_parser(
        "convert",
        help=_("bring questions from another program, or take them there"),
        description=_(
            "Read a file of questions and write it in another format. What it is, is told from its "
            "content. A bank of this program may be read and written too."
        ),
        epilog=_("Example: quizapp convert quiz.gift quiz.json --report what-was-done.json"),
    )
    parser.add_argument("source", metavar="IN", help=_("the file, or the folder of a bank"))
    parser.add_argument("target", metavar="OUT", nargs="?", help=_("the file to write"))
    parser.add_argument("--from", dest="given", choices=readers, help=_("the format of IN"))
    parser.add_argument("--to", dest="wanted", choices=writers, help=_("the format of OUT"))
    parser.add_argument(
        "--columns",
        default="",
        metavar="MAP",
        help=_("which column of a table holds what: question=A,options=B:E,correct=F"),
    )
    parser.add_argument(
        "--template", action="store_true", help=_("write a workbook to be filled in, to IN")
    )
    parser.add_argument(
        "--report", metavar="FILE", help=_("write what was done with each question, as JSON")
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status: 0 all was read, 1 something was refused, 2 nothing could be."""
    from quizapp.app import exchange
    from quizapp.formats.tables.template import template

    if args.template:
        exchange.keep(Path(args.source), template())
        return 0
    if args.target is None:
        raise QuizappError(_("Name the file to write as well: quizapp convert IN OUT."))
    wanted = exchange.target(Path(args.target), args.wanted)
    try:
        source = exchange.read(Path(args.source), args.given, args.columns)
    except FileError as error:
        print("\n".join(line(problem) for problem in error.problems), file=sys.stderr)
        return 2
    if args.report:
        whole = json.dumps(told(source), ensure_ascii=False, indent=2) + "\n"
        exchange.keep(Path(args.report), whole.encode())
    items = source.reading.items
    refused = sum(question.refused for question in source.reading.questions)
    if not items:
        print(_("No question could be read."), file=sys.stderr)
        return 2 if refused or not source.reading.questions else 0
    data, losses = exchange.written(source.bank, wanted, source.reading.files)
    exchange.keep(Path(args.target), data)
    _say(source, refused, losses)
    return 1 if refused else 0


def told(source: "Source") -> list[dict[str, Any]]:
    """What was done with each question, in its order."""
    return [
        {
            "line": question.line,
            "name": question.name,
            "kind": question.item.kind if question.item is not None else None,
            "native": question.native,
            **{effect: _of(question.notes, effect) for effect in ("changed", "lost", "refused")},
        }
        for question in source.reading.questions
    ]


def _of(notes: "tuple[Note, ...]", effect: str) -> list[dict[str, Any]]:
    return [
        {"code": note.code, "what": note.what, "line": note.line}
        for note in notes
        if note.effect == effect
    ]


def _say(source: "Source", refused: int, losses: "tuple[Loss, ...]") -> None:
    n = len(source.reading.items)
    text = n_("{n} question read as {format}.", "{n} questions read as {format}.", n)
    print(text.format(n=n, format=source.format), file=sys.stderr)
    for note in source.reading.notes:
        print(f"  {note.what}", file=sys.stderr)
    if refused:
        text = n_("{n} could not be read:", "{n} could not be read:", refused)
        print(text.format(n=refused), file=sys.stderr)
        for question in source.reading.questions:
            for note in question.notes:
                if note.effect == "refused":
                    print(f"  {note.line}: {question.name}: {note.what}", file=sys.stderr)
    _say_lost(losses)


def _say_lost(losses: "tuple[Loss, ...]") -> None:
    """Each thing that is lost once, with the questions that lose it."""
    alike: dict[str, list[str]] = {}
    for loss in losses:
        alike.setdefault(loss.what, []).append(loss.item)
    for what, items in alike.items():
        named = ", ".join(filter(None, items))
        print(f"  {what} {named}".rstrip(), file=sys.stderr)
