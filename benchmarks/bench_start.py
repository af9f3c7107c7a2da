"""From exec to the first painted window and to a usable home, and the memory held there.

The program, from source and packed, against a bare PySide6 window, turn about in one run, so that
the ratios mean the same on any machine. `quizapp --start-times` prints one line of JSON with the
moments ``first_paint`` and ``home_usable`` in nanoseconds of CLOCK_MONOTONIC. The data folder is
made by a first start that is not counted.
"""

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figure import Figure, report

ROOT = Path(__file__).parent.parent
PACKED = ROOT / "dist" / "quizapp" / "quizapp"
ROUNDS = 9
PAINT_RATIO, USABLE_RATIO, MEMORY_MIB = 2.2, 6.0, 130.0
BARE = """
import json, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        print(json.dumps({"first_paint": time.monotonic_ns()}), flush=True)
        QTimer.singleShot(0, application.quit)
application = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""


def commands() -> dict[str, list[str]]:
    """What is started, by name; the package only where it has been built."""
    found = {
        "bare": [sys.executable, "-c", BARE],
        "source": [str(Path(sys.executable).parent / "quizapp"), "--start-times"],
    }
    if PACKED.exists():
        found["package"] = [str(PACKED), "--start-times"]
    return found


def environment(folder: str) -> dict[str, str]:
    """A user's, with a data folder of its own, and offscreen where there is no display."""
    ours = {**os.environ, "QUIZAPP_DATA": folder}
    ours.pop("PYTHONDONTWRITEBYTECODE", None)  # else our modules are compiled at each start
    if not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        ours["QT_QPA_PLATFORM"] = "offscreen"
    return ours


def start(command: list[str], env: dict[str, str]) -> dict[str, float]:
    """Milliseconds from exec to each moment that the program reports."""
    begun = time.monotonic_ns()
    done = subprocess.run(
        command, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True
    )
    moments = json.loads(done.stdout.splitlines()[0])
    return {name: (moment - begun) / 1e6 for name, moment in moments.items()}


def memory(command: list[str], env: dict[str, str]) -> float:
    """Proportional memory in MiB, of the program and what it started, once home is usable."""
    with subprocess.Popen(
        command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
    ) as run:
        assert run.stdout is not None
        run.stdout.readline()
        time.sleep(0.5)
        rollup = Path(f"/proc/{run.pid}/smaps_rollup").read_text("ascii")
        run.terminate()
    found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
    assert found is not None
    return int(found[1]) / 1024


def figures(folder: str) -> Iterator[Figure]:
    """Medians in milliseconds, their ratios to the bare window, and the memory."""
    env = environment(folder)
    run = commands()
    quits = {name: [*one, "--quit-after-start"] if name != "bare" else one
             for name, one in run.items()}  # fmt: skip
    for command in quits.values():
        start(command, env)
    taken: dict[str, list[dict[str, float]]] = {name: [] for name in run}
    for _ in range(ROUNDS):
        for name, command in quits.items():
            taken[name].append(start(command, env))

    def median(name: str, moment: str) -> float:
        return statistics.median(times[moment] for times in taken[name])

    bare = median("bare", "first_paint")
    yield Figure("start: a bare window, first paint", bare, "ms", note=f"median of {ROUNDS}")
    for name in [one for one in run if one != "bare"]:
        paint, usable = median(name, "first_paint"), median(name, "home_usable")
        yield Figure(f"start: {name}, first paint", paint, "ms")
        yield Figure(f"start: {name}, first paint to bare", paint / bare, "×", PAINT_RATIO)
        yield Figure(f"start: {name}, home usable", usable, "ms")
        yield Figure(f"start: {name}, home usable to bare", usable / bare, "×", USABLE_RATIO)
        yield Figure(
            f"memory: {name}, at home",
            memory(run[name], env),
            "MiB",
            MEMORY_MIB,
            "PSS, less while another Qt program runs",
        )
    if "package" not in run:
        yield Figure("start: package", None, "ms", note="not built: run make build first")


def main() -> int:
    """Exit status 0 if every bound is kept, else 1."""
    with tempfile.TemporaryDirectory() as folder:
        return report(figures(folder))


if __name__ == "__main__":
    raise SystemExit(main())
