"""`quizapp collect`: what came back of an exam, each file with its reason, and the gradebook."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizapp.app.files import read
from quizapp.cli import files
from quizapp.cli.keys import opened
from quizapp.cli.output import print_json
from quizapp.errors import QuizappError
from quizapp.i18n import N_, _

if TYPE_CHECKING:
    from quizapp.app.teaching import Line
    from quizapp.classroom.collection import Outcome
    from quizapp.classroom.keys import TeacherKeys

STATES = {
    "accepted": N_("accepted"),
    "continuation": N_("goes on"),
    "duplicate": N_("came before"),
    "conflict": N_("to decide"),
    "unverified": N_("to look at"),
    "unreadable": N_("unreadable"),
}


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "collect",
        help=_("mark what came back of an exam"),
        description=_(
            "Open every .quizattempt in a folder, say of each file what it is and why, and mark "
            "those that count by the keys of the bank. No file stops the others."
        ),
        epilog=_("Example: quizapp collect back exam/ferry.quizclass --key mine.quizkey"),
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help=_("where the files are"))
    parser.add_argument(
        "kept",
        nargs="?",
        type=Path,
        metavar="FILE.quizclass",
        help=_("what you kept of the exam; not needed for an exam of a class that is kept here"),
    )
    parser.add_argument(
        "--key", type=Path, required=True, metavar="FILE.quizkey", help=_("your key file")
    )
    parser.add_argument("--csv", type=Path, metavar="FILE", help=_("write the gradebook here"))
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status: 0 if every file counts or came before, 1 if one is to be looked at."""
    from quizapp.app.teaching import as_csv, collected, gradebook, kept_exam
    from quizapp.classroom.attempt_file import SUFFIX

    paths = sorted(args.folder.glob(f"*{SUFFIX}"))
    if not paths:
        text = _("There is no {suffix} file in {folder}.")
        raise QuizappError(text.format(suffix=SUFFIX, folder=args.folder))
    keys = opened(args.key)
    if args.kept is None:
        return _into_the_store(paths, keys, args)
    kept = kept_exam(read(args.kept), keys)
    outcomes = collected(((path.name, read(path)) for path in paths), keys, kept)
    lines = gradebook(outcomes, kept)
    if args.csv:
        files.write(args.csv, as_csv(lines).encode("utf-8-sig"))
    if args.json:
        print_json({"files": [_told(one) for one in outcomes], "students": list(map(_row, lines))})
    else:
        for one in outcomes:
            print(f"{one.file}: {_(STATES[one.state])}. {one.reason}")
        print("", *map(_shown, lines), sep="\n")
    return 0 if all(one.counts or one.state == "duplicate" for one in outcomes) else 1


def _into_the_store(paths: Sequence[Path], keys: "TeacherKeys", args: argparse.Namespace) -> int:
    """Keep what came back, and take in what counts."""
    from quizapp.app.classes import Classes
    from quizapp.app.desk import open_desk

    if args.csv:
        raise QuizappError(_("Write the table with: quizapp gradebook CLASS --csv FILE"))
    with open_desk(os.environ) as desk:
        classes = Classes(desk.store, lambda: datetime.now(UTC))
        told = classes.collect(((path.name, read(path)) for path in paths), keys, _report)
    if args.json:
        print_json([{"file": one.file, "state": one.state, "reason": one.reason} for one in told])
    else:
        for one in told:
            print(f"{one.file}: {_(STATES[one.state])}. {one.reason}")
    return 0 if all(one.counts or one.state == "duplicate" for one in told) else 1


def _report(done: int, total: int) -> None:
    if sys.stderr.isatty() and total > 1:
        end = "\n" if done == total else ""
        print(f"\r{done} / {total}", end=end, file=sys.stderr, flush=True)


def _told(one: "Outcome") -> dict[str, str]:
    return {"file": one.file, "state": one.state, "reason": one.reason}


def _row(line: "Line") -> dict[str, Any]:
    score = line.score
    marks = (score.earned, score.possible, score.right) if score else (None, None, None)
    earned, possible, right = marks
    return {
        "name": line.name,
        "code": line.code,
        "earned": earned,
        "possible": possible,
        "right": right,
    }


def _shown(line: "Line") -> str:
    if line.score is None:
        return _("{name}: nothing handed in").format(name=line.name)
    earned, possible = line.score.earned, line.score.possible
    text = _("{name}: {earned:g} of {possible:g}")
    return text.format(name=line.name or line.code, earned=round(earned, 2), possible=possible)
