"""`quizapp bare`: a bank without its article, for an article that may not be copied."""

import argparse
from pathlib import Path

from quizapp.cli import files
from quizapp.cli.output import print_json, say_saved
from quizapp.i18n import _


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "bare",
        help=_("write a bank without its article, which may not be copied"),
        description=_(
            "Write a bank with hashes in place of its article. Students open it with their own "
            "copy, which is recognised."
        ),
        epilog=_("Example: quizapp bare my-bank my-bank.quizbare"),
    )
    parser.add_argument("bank", metavar="BANK", help=_("the folder of a bank, or its bank.nt"))
    parser.add_argument("file", type=Path, metavar="FILE.quizbare", help=_("where to write it"))
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status: 0 well, 1 if the bank has errors, 2 if it quotes too much or is not written."""
    from quizapp.app.bank_files import find, open_bank
    from quizapp.bank.bare import bare, opened

    data = bare(open_bank(find(args.bank)))
    files.write(args.file, data)
    say_saved(str(args.file), quiet=args.json)
    if args.json:
        made = opened(data)
        counts = {"sentences": len(made.sentences), "spans": len(made.spans)}
        print_json({"file": str(args.file), "bytes": len(data), **counts})
    return 0
