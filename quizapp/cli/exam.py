"""`quizapp take FILE.quizpack`: what a teacher handed out, an exam or practice, in the terminal."""

import argparse
import os
import shlex
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.app.files import read
from quizapp.errors import QuizappError
from quizapp.i18n import _

if TYPE_CHECKING:
    from quizapp.app.examining import Exam


def take(path: Path, args: argparse.Namespace) -> int:
    """Exit status: 0 if all went well; a pack that cannot be used raises ``QuizappError``."""
    from quizapp.app.examining import StartCodeError, pack_to_take, sit
    from quizapp.app.places import data_folder
    from quizapp.app.trusting import warning
    from quizapp.cli.take import program
    from quizapp.cli.terminal import Terminal

    data = read(path)
    folder = data_folder(os.environ)
    if caution := warning(pack_to_take(data), folder):
        print(caution, file=sys.stderr)
    resume = f"{program(sys.argv[0])} take {shlex.quote(str(path))}"
    resume += f" --code {shlex.quote(args.code)}" if args.code else ""
    resume += f" --name {shlex.quote(args.name)}" if args.name else ""
    try:
        with sit(
            data, args.code, args.name, folder, lambda: datetime.now(UTC), anew=args.new
        ) as exam:
            if not exam.resumed:
                print(_trust(exam), file=sys.stderr)

            def closing() -> str:
                return _closing(exam, path.absolute().parent)

            if exam.sitting.submitted:
                print(closing())
            else:
                Terminal(exam.sitting, sys.stdin, sys.stdout, resume, closing).play(exam.resumed)
            if exam.sitting.submitted and exam.pack.practice:
                print(_("To practise again, run:"), f"  {resume} --new", sep="\n")
    except StartCodeError as error:
        text = _("{why} Type it with: --code CODE")
        raise QuizappError(text.format(why=error)) from error
    return 0


def _trust(exam: "Exam") -> str:
    text = _("From {teacher}, whose key reads: {words}. Compare it with what your teacher says.")
    pack = exam.pack
    return text.format(teacher=pack.teacher_name, words=pack.teacher.fingerprint)


def _closing(exam: "Exam", beside: Path) -> str:
    """What is said at the end; the file is written first, whatever is told of the result."""
    file, code = exam.write(beside), exam.handed().short_code
    if not exam.pack.practice:
        return _(
            "Handed in. Your teacher marks it.\n"
            "Give back this file: {file}\n"
            "Short code for the list on paper: {code}"
        ).format(file=file, code=code)
    told = _("Give back this file: {file}\nShort code for the list on paper: {code}").format(
        file=file, code=code
    )
    return "\n".join([exam.sitting.result().text(), *_reasons(exam), "", told])


def _reasons(exam: "Exam") -> list[str]:
    """The feedback on each question, where it was not shown before."""
    sitting, told = exam.sitting, list[str]()
    for n, item in enumerate(sitting.counted, start=1):
        if item.id not in sitting.attempt.checked:
            told += ["", f"{n}. {item.subject}", sitting.feedback(item.id).text()]
    return told
