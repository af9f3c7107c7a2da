"""The command line with streams that are closed or full."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.examples import FERRY

STREAMS = [
    ("take", "<&-", 0),
    ("key --rater Ada", "<&-", 0),
    ("take", ">&- </dev/null", 0),
    ("check", ">&-", 0),
    ("check", ">&- 2>&-", 0),
]


def shell(command: str, streams: str, data_folder: Path) -> subprocess.CompletedProcess[str]:
    """``quizapp COMMAND`` on the example bank, its streams redirected by a shell."""
    line = f'exec "$1" -m quizapp {command} "$2" {streams}'
    words = ["sh", "-c", line, "sh", sys.executable, str(FERRY)]
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(("command", "streams", "status"), STREAMS)
def test_a_closed_stream_is_nothing_to_read_or_nobody_who_reads(
    command: str, streams: str, status: int, data_folder: Path
) -> None:
    """A command that a service or a scheduler starts does what it can, and does not break off."""
    done = shell(command, streams, data_folder)

    assert done.returncode == status
    assert "Traceback" not in done.stderr


def test_a_full_disk_is_said(data_folder: Path) -> None:
    """What could not be printed is no success."""
    done = shell("check", ">/dev/full", data_folder)

    assert done.returncode == 2
    assert "no space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_who_has_read_enough_may_stop_reading(data_folder: Path) -> None:
    """`quizapp … | head` is no error."""
    done = shell("check --schema", "| head -c 1", data_folder)

    assert (done.stdout, done.stderr) == ("{", "")
