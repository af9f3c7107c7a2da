"""The command line. A new command has its module, and is listed here."""

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from quizapp import __version__
from quizapp.app.bank_files import is_unreadable
from quizapp.cli import (
    bare,
    check,
    classes,
    collect,
    contests,
    convert,
    derive,
    doctor,
    gradebook,
    join,
    key,
    keys,
    pack,
    practise,
    print_,
    progress,
    readers,
    regrade,
    results,
    statements,
    stats,
    suggest,
    take,
    versions,
)
from quizapp.errors import FileError, QuizappError
from quizapp.i18n import _
from quizapp.text import did_you_mean

COMMANDS = {
    "take": take,
    "practise": practise,
    "check": check,
    "suggest": suggest,
    "derive": derive,
    "print": print_,
    "versions": versions,
    "regrade": regrade,
    "key": key,
    "contests": contests,
    "convert": convert,
    "results": results,
    "readers": readers,
    "keys": keys,
    "pack": pack,
    "bare": bare,
    "join": join,
    "classes": classes,
    "collect": collect,
    "gradebook": gradebook,
    "statements": statements,
    "stats": stats,
    "progress": progress,
    "doctor": doctor,
}


def parser() -> argparse.ArgumentParser:
    """The whole command line; each command adds its own part."""
    top = argparse.ArgumentParser(
        prog="quizapp",
        description=_("Quizzes that ask how the claims in an article stand."),
        epilog=_("Without a command the window opens: quizapp, or quizapp BANK."),
    )
    top.add_argument("--version", action="version", version=f"quizapp {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS.values():
        command.add(commands)
    return top


def run(arguments: Sequence[str]) -> int:
    """Exit status: 0 well, 1 problems found, 2 could not."""
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="replace")  # a terminal that knows no “ still shows the rest
    if arguments and not arguments[0].startswith("-") and arguments[0] not in COMMANDS:
        text = _("quizapp: there is no command and no bank “{word}”. {hint}")
        hint = did_you_mean(arguments[0], COMMANDS)
        print(text.format(word=arguments[0], hint=hint), file=sys.stderr)
        return 2
    try:
        args = parser().parse_args(arguments)
        status = int(args.run(args))
        sys.stdout.flush()
    except FileError as error:
        sys.stdout.flush()
        print("\n".join(check.line(problem) for problem in error.problems), file=sys.stderr)
        return 2 if is_unreadable(error) else 1
    except QuizappError as error:
        sys.stdout.flush()
        print(f"quizapp: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.ENOSPC):
            raise
        return _output_ended(full=error.errno == errno.ENOSPC)
    except KeyboardInterrupt:
        print(_("\nStopped. Every answer that was saved is kept."), file=sys.stderr)
        return 130
    return status


def _open_what_is_closed() -> None:
    """Stand in for streams that the caller closed: nothing to read, nobody who reads."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115


def _output_ended(*, full: bool) -> int:
    """The exit status where no more can be printed: who reads has seen enough, or it is full."""
    # Python writes what is left at its end, and must not complain about it.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if not full:
        return 0
    text = _("quizapp: there is no space left to write to. Make some, and try again.")
    print(text, file=sys.stderr)
    return 2
