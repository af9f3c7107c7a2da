"""`quizapp print`: a bank as a test on paper, in one of two forms, and the key to it."""

import argparse
from pathlib import Path

from quizapp.cli.output import print_json, say_saved
from quizapp.errors import QuizappError
from quizapp.i18n import _


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "print",
        help=_("make a test on paper from a bank, and its key"),
        description=_(
            "Write a bank as a PDF to print: the article, the questions with room to answer, and "
            "as another file the key with the words that show each answer."
        ),
        epilog=_("Example: quizapp print battery-on-request --test test.pdf --key key.pdf"),
    )
    parser.add_argument("bank", metavar="BANK", help=_("the folder of a bank, or its bank.nt"))
    parser.add_argument("--test", metavar="FILE", help=_("where to write the test"))
    parser.add_argument("--key", metavar="FILE", help=_("where to write the key"))
    parser.add_argument(
        "--form", choices=("A", "B"), help=_("one of two parallel forms that share no claim")
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="N", help=_("what fixes every draw; 1 if left out")
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status: 0 well, 1 if the bank has errors, 2 if a file cannot be written."""
    from quizapp.app.bank_files import find, open_bank
    from quizapp.app.files import write
    from quizapp.app.printing import on_paper

    if not (args.test or args.key):
        raise QuizappError(_("Say where to write: --test FILE, --key FILE, or both."))
    found = on_paper(open_bank(find(args.bank)), args.form or "", args.seed)
    from quizapp.drawing.exam_pages import exam_pdf, key_pdf

    for file, make in ((args.test, exam_pdf), (args.key, key_pdf)):
        if file:
            write(Path(file), make(found))
            say_saved(file, quiet=args.json)
    if args.json:
        print_json(
            {
                "title": found.title,
                "form": found.form,
                "seed": args.seed,
                "questions": len(found.keys),
                "points": float(found.points),
                "items": [line.item for line in found.keys],
            }
        )
    return 0
