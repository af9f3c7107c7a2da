"""Running commands as a user does, in this process."""

import io
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from quizapp.cli import run


@dataclass(frozen=True)
class Done:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str


Quizapp = Callable[..., Done]


@pytest.fixture
def quizapp(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Quizapp:
    """Runs ``quizapp WORDS…`` with the lines of ``typed`` on standard input."""

    def command(*words: object, typed: str = "") -> Done:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        try:
            status = run([str(word) for word in words])
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Done(status, out, err)

    return command
