"""`quizapp`: the window; with a command, the command line. Heavy things are imported late."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from quizapp.app.display import has_display

COMMANDS = (
    "take",
    "check",
    "suggest",
    "derive",
    "versions",
    "regrade",
    "key",
    "contests",
    "results",
    "stats",
    "doctor",
)
QUIT, TIMES = "--quit-after-start", "--start-times"


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 well, 1 problems found, 2 could not."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # Statistics of a class take less time on one core than on several that others are using too.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    banks = [word for word in given if word not in (QUIT, TIMES)]
    if not is_start(banks):
        from quizapp.cli import run

        return run(given)
    if not has_display(os.environ, sys.platform):
        return _in_the_terminal(banks)
    gc.disable()  # nothing of what a start imports is garbage; home turns it on again
    try:
        from quizapp.ui.main import run_window
    except ImportError as error:
        if not _lacks_qt(error):
            raise
        print(f"The window cannot open here: {error}. `make setup` says what is missing.",
              file=sys.stderr)  # fmt: skip
        return _in_the_terminal(banks)
    return run_window(Path(banks[0]) if banks else None, QUIT in given, TIMES in given)


def is_start(words: Sequence[str]) -> bool:
    """Whether the words ask for a quiz as such: none at all, or the path of a bank alone."""
    if len(words) != 1:
        return not words
    word = words[0]
    return word not in COMMANDS and not word.startswith("-") and os.path.exists(word)  # noqa: PTH110


def _in_the_terminal(banks: Sequence[str]) -> int:
    gc.enable()
    from quizapp.cli import run

    return run(["take", *banks])


def _lacks_qt(error: ImportError) -> bool:
    """Whether Qt, or a library of the system that it needs, is missing; else the fault is ours."""
    return (error.name or "").startswith(("PySide6", "shiboken6")) or ".so" in str(error)


if __name__ == "__main__":
    raise SystemExit(main())
