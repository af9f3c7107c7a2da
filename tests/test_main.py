"""What `quizapp` alone does: a window where there is a display, else the terminal."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.__main__ import _lacks_qt, is_start, main
from quizapp.app.display import has_display
from tests.examples import FERRY


def started(
    *words: str, env: dict[str, str] | None = None, typed: str = ""
) -> "subprocess.CompletedProcess[str]":
    """The program as a process of its own, without a display unless ``env`` gives one."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ours = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-m", "quizapp", *words],
        env=ours | (env or {}),
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_a_display_the_quiz_is_played_in_the_terminal() -> None:
    """On a server the same two words give the same quiz."""
    done = started(str(FERRY), typed="")

    assert (done.returncode, done.stderr) == (0, "")
    assert "The ferry that stayed" in done.stdout
    assert "To go on, run:" in done.stdout


def test_a_word_that_is_no_command_and_no_bank_gets_a_suggestion() -> None:
    """A slip of the finger costs one look."""
    done = started("chekc")

    assert done.returncode == 2
    assert "Did you mean “check”?" in done.stderr


def test_a_reader_that_stops_listening_is_no_error() -> None:
    """`quizapp take | head` ends quietly."""
    command = f"{sys.executable} -m quizapp take {FERRY} </dev/null | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)

    assert (done.stdout, done.stderr) == ("The ferry that stayed\n", "")


def test_a_window_start_imports_nothing_that_it_does_not_need() -> None:
    """The first window is painted before the store, the bank and the commands are read."""
    program = (
        "import sys; import quizapp.__main__ as m; m.is_start([]); "
        "print([n for n in ('argparse', 'sqlalchemy', 'nestedtext', 'quizapp.cli') "
        "if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_display_is_known_by_what_the_system_says(
    environ: dict[str, str], platform: str, expected: bool
) -> None:
    """A window opens wherever one can be seen."""
    assert has_display(environ, platform) is expected


def test_a_bank_alone_is_opened_and_a_command_is_obeyed(tmp_path: Path) -> None:
    """`quizapp BANK` needs no command, and a folder called check is no trap."""
    assert is_start([])
    assert is_start([str(tmp_path)])
    assert not is_start(["check"])
    assert not is_start(["--help"])
    assert not is_start([str(tmp_path / "missing")])
    assert not is_start([str(tmp_path), str(tmp_path)])


def test_a_missing_qt_is_told_from_a_fault_of_ours() -> None:
    """Only a lack of Qt leads to the terminal; a fault of ours is shown as one."""
    assert _lacks_qt(ImportError("no PySide6", name="PySide6.QtWidgets"))
    assert _lacks_qt(ImportError("libEGL.so.1: cannot open shared object file"))
    assert not _lacks_qt(ImportError("cannot import name 'x'", name="quizapp.ui.main"))


def test_help_and_version_come_without_opening_anything(capsys: pytest.CaptureFixture[str]) -> None:
    """Asking for help costs nothing, and each command gives an example."""
    for command in ([], ["take"], ["check"], ["results"], ["doctor"]):
        with pytest.raises(SystemExit) as end:
            main([*command, "--help"])
        assert end.value.code == 0
        assert not command or "Example: quizapp" in capsys.readouterr().out


def _hears_control_c() -> None:
    """A shell that runs the tests in the background has its children deaf to Ctrl+C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_stopping_with_the_keyboard_says_that_answers_are_kept() -> None:
    """Ctrl+C in the middle of a question is a way to stop like any other."""
    with subprocess.Popen(
        [sys.executable, "-m", "quizapp", "take", str(FERRY)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_hears_control_c,  # noqa: PLW1509  (no threads run here)
    ) as running:
        assert running.stdout is not None
        while "1 of 14" not in running.stdout.readline():
            pass
        running.send_signal(signal.SIGINT)
        _out, err = running.communicate(timeout=20)

    assert running.returncode == 130
    assert err == "\nStopped. Every answer that was saved is kept.\n"
