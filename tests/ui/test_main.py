"""The program as it is started: in a process of its own, with its exit status and its words."""

import json
import os
import subprocess
import sys
from pathlib import Path

from quizapp.app.instance import Instance
from quizapp.app.places import database, settings_file
from tests.ui.conftest import use

ROOT = Path(__file__).parents[2]
LOOK = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from quizapp.settings import Settings
from quizapp.ui.window import Window, apply_look

app = QApplication([])
apply_look(Settings())
window = Window(Path(sys.argv[1]), Settings())
window.painted.connect(app.quit)
window.show()
app.exec()
print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
"""


def start(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the program on a data folder until home can be used."""
    return python("-m", "quizapp", *words, QUIZAPP_DATA=str(folder))


def python(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the checkout, without a display."""
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_window_opens_and_closes_again(data_folder: Path) -> None:
    """The program starts with nothing there, says nothing, and leaves its data behind."""
    done = start(data_folder, "--quit-after-start", "--start-times")

    moments = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert moments["first_paint"] < moments["home_usable"]
    assert database(data_folder).exists()


def test_a_second_copy_says_where_the_first_one_is(data_folder: Path) -> None:
    """Two windows never write to one attempt; the second says what to do instead."""
    first = Instance(use(data_folder))

    done = start(data_folder, "--quit-after-start")

    first.release()
    assert done.returncode == 2
    assert "quizapp is already open with the data in" in done.stderr
    assert str(data_folder) in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    """Where nothing can be kept no quiz is begun."""
    in_the_way = tmp_path / "file"
    in_the_way.write_text("a file where a folder should be")

    done = start(in_the_way, "--quit-after-start")

    assert done.returncode == 2
    assert str(in_the_way) in done.stderr
    assert "Traceback" not in done.stderr


def test_settings_that_cannot_be_read_do_not_keep_the_program_closed(data_folder: Path) -> None:
    """The usual ones are in force, and home can be used."""
    settings_file(use(data_folder)).write_text("{not json", "utf-8")

    done = start(data_folder, "--quit-after-start")

    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_the_first_paint_comes_before_everything_heavy(data_folder: Path) -> None:
    """The window is there while the database and the banks are still being opened."""
    done = python("-c", LOOK, str(use(data_folder)))

    loaded = set(json.loads(done.stdout))
    assert "PySide6" in loaded
    assert not loaded & {"sqlalchemy", "alembic", "nestedtext"}
