"""One window at a time."""

import errno
import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.app.instance import Instance
from quizapp.errors import QuizappError


def test_a_second_window_is_told_about_the_first(tmp_path: Path) -> None:
    """Two windows never write over each other."""
    first = Instance(tmp_path)

    with pytest.raises(QuizappError, match="already open"):
        Instance(tmp_path)

    first.release()
    Instance(tmp_path).release()


def test_a_window_that_was_killed_does_not_keep_the_next_from_opening(tmp_path: Path) -> None:
    """After a crash nobody has to delete a lock by hand."""
    program = (
        "import os, signal; from pathlib import Path; from quizapp.app.instance import Instance; "
        f"Instance(Path({str(tmp_path)!r})); os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False)

    Instance(tmp_path).release()

    assert done.returncode == -9


def test_a_file_system_without_locks_does_not_keep_the_window_shut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On an old network share the program opens; the answer log notices two at one attempt."""

    def refuse(_handle: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)

    opened = [Instance(tmp_path), Instance(tmp_path)]
    for instance in opened:
        instance.release()

    assert (tmp_path / "window.lock").exists()
