"""Run every benchmark, or the ones named, and print one table.

    python -m benchmarks.run            all of them
    python -m benchmarks.run start      bench_start.py alone

Exit status 1 if a figure is over its bound or a benchmark fails, else 0.
"""

import os
import platform
import subprocess
import sys
from pathlib import Path

from benchmarks.figure import Figure, parse

FOLDER = Path(__file__).parent


def measure(name: str) -> list[Figure]:
    """The figures of ``bench_NAME.py``, run in a process of its own."""
    print(f"measuring {name} …", file=sys.stderr, flush=True)
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.bench_{name}"],
        cwd=FOLDER.parent,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    figures = [parse(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if not figures or (done.returncode and all(figure.keeps() for figure in figures)):
        note = f"failed with exit status {done.returncode}"
        figures.append(Figure(name, done.returncode, "", most=-1, note=note))
    return figures


def table(figures: list[Figure]) -> str:
    """The figures in columns."""
    rows = [("figure", "measured", "bound", "", ""), *(figure.cells() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        "  ".join((*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]))
        .rstrip()
        for row in rows
    )  # fmt: skip


def main(arguments: list[str]) -> int:
    """Measure, print, and say with the exit status whether every bound is kept."""
    every = sorted(path.stem.removeprefix("bench_") for path in FOLDER.glob("bench_*.py"))
    if unknown := set(arguments) - set(every):
        print(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(every)}")
        return 2
    figures = [figure for name in arguments or every for figure in measure(name)]
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(table(figures))
    return 0 if all(figure.keeps() for figure in figures) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
