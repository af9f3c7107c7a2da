"""Statistics of a class: a million responses from the store, ten million, a class of 30, models.

The store is a real file, filled with attempts at a bank of 40 items by 25,000 readers. What
numpy takes for the same figures of an array in memory is measured in the same run.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from benchmarks.figure import Figure, report
from quizapp.analysis.classical import item_statistics, quick, whole_test
from quizapp.analysis.models import fit
from quizapp.analysis.scores import Floats, scores, unpacked
from quizapp.app import scoring
from quizapp.app.bank_files import open_bank, shipped
from quizapp.bank import Bank
from quizapp.items import Option, SingleChoice
from quizapp.quiz import Rules
from quizapp.store import Address, Connection, Store, banks, vectors
from quizapp.store.tables import answer, attempt

ITEMS, READERS = 40, 25_000
NOW = datetime(2026, 3, 1, tzinfo=UTC)
TEN = 250_000
THREADS = {"OPENBLAS_NUM_THREADS": "1"}
KERNELS = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")


def best(work: Callable[[], object], times: int = 5) -> float:
    """The shortest of some runs, seconds."""
    found = []
    for _ in range(times):
        begun = perf_counter()
        work()
        found.append(perf_counter() - begun)
    return min(found)


def answers(readers: int, seed: int = 1) -> Floats:
    """Right or wrong by a two-parameter model."""
    chance = np.random.default_rng(seed)
    theta = chance.normal(size=(readers, 1))
    slope, place = chance.uniform(0.6, 1.8, ITEMS), chance.normal(size=ITEMS)
    right = chance.random((readers, ITEMS)) < 1 / (1 + np.exp(-slope * (theta - place)))
    return right.astype(np.float64)


def bank() -> Bank:
    """Forty questions with four options."""
    options = tuple(Option(id_, f"Option {id_}") for id_ in "abcd")
    items = tuple(
        SingleChoice(id=f"q{k}", stem=f"Question {k}?", options=options, right="a")
        for k in range(ITEMS)
    )
    return replace(open_bank(shipped()[0]), id="class", items=items)


def filled(home: Path | Address, right: Floats) -> tuple[Store, Bank]:
    """A database with one finished attempt of each reader."""
    store, made = Store(home), bank()
    more(store, made, right)
    return store, made


def more(store: Store, made: Bank, right: Floats, start: int = 0) -> None:
    """A finished attempt of each reader, who are numbered from ``start``."""
    posed = [[item.id, list("abcd")] for item in made.items]
    rules = Rules.test().stored()
    with store.write() as connection:
        sha256 = banks.keep(connection, made, NOW)
        common = {
            "bank_id": made.id, "bank_version": sha256, "rules": rules, "seed": "1",
            "posed": posed, "started": NOW, "at": "q0", "flags": [], "submitted": NOW,
            "head_count": 1, "head_hash": "",
        }  # fmt: skip
        numbers = range(start, start + len(right))
        rows = [{"id": f"a{n}", "reader": f"r{n}", **common} for n in numbers]
        connection.execute(attempt.insert(), rows)
        given = [
            {"attempt_id": f"a{n}", "item_id": f"q{k}", "response": ["a" if one else "b"],
             "confidence": None, "at": NOW}
            for n, row in zip(numbers, right.tolist(), strict=True) for k, one in enumerate(row)
        ]  # fmt: skip
        if store.shared:
            copied(connection, given)
        else:
            connection.execute(answer.insert(), given)


def copied(connection: Connection, given: list[dict[str, Any]]) -> None:
    """Answers into a server as it takes them fastest."""
    names = list(given[0])
    cursor: Any = connection.connection.cursor()
    with cursor.copy(f"COPY answer ({', '.join(names)}) FROM STDIN") as copy:
        for one in given:
            copy.write_row([json.dumps(v) if isinstance(v, list) else v for v in one.values()])


def from_store(store: Store) -> tuple[Floats, Floats, float | None]:
    """Facility, discrimination and alpha, from vectors on the disk."""
    with store.read() as connection:
        (part,) = vectors.packed(connection, "class")
    return quick(unpacked(part.data, len(part.items)))


def by_numpy(marks: Floats) -> object:
    """The same three by numpy’s own functions, as one would write them at a prompt."""
    total = marks.sum(axis=1)
    discrimination = [
        np.corrcoef(marks[:, k], total - marks[:, k])[0, 1] for k in range(marks.shape[1])
    ]
    own = marks.var(axis=0, ddof=1).sum()
    alpha = ITEMS / (ITEMS - 1) * (1 - own / total.var(ddof=1))
    return marks.mean(axis=0), discrimination, alpha


def of_the_store(folder: Path) -> list[Figure]:
    """A million responses on the disk."""
    right = answers(READERS)
    store, _bank = filled(folder / "class.db", right)
    rebuilt = best(lambda: (scoring.renew(store, "class", whole=True), from_store(store)), 3)
    packed, peer = best(lambda: from_store(store)), best(lambda: by_numpy(right))
    store.close()
    name = "stats: a million responses from the store"
    return [
        Figure(f"{name}, packed", packed, "s", 0.15),
        Figure(f"{name}, to numpy in memory", packed / peer, "×", 10),
        Figure(f"{name}, rebuilt from the answers", rebuilt, "s", 2),
    ]


def of_ten_million(folder: Path) -> list[Figure]:
    """Ten million responses on the disk, in a process of its own for its memory."""
    path = folder / "ten.db"
    command = [sys.executable, "-m", "benchmarks.bench_stats"]
    subprocess.run([*command, "fill", str(path)], check=True)
    done = subprocess.run([*command, "ten", str(path)], check=True, capture_output=True, text=True)
    told = json.loads(done.stdout)
    return [
        Figure("stats: ten million responses from the store", told["seconds"], "s", 1.5),
        Figure("stats: ten million, memory at most", told["megabytes"], "MB", 400),
    ]


def fill_ten(path: Path) -> None:
    """Vectors alone, for it is they that are read."""
    store = Store(path)
    name = tuple(f"q{k}" for k in range(ITEMS))
    marks = answers(TEN, 2)
    for start in range(0, TEN, 25_000):
        with store.write() as connection:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            rows = (
                vectors.Vector(
                    attempt=f"a{start + n}", bank_id="class", reader=f"r{start + n}",
                    started=NOW, closed=False, marked_by="v", items=name, credits=tuple(row),
                )
                for n, row in enumerate(marks[start : start + 25_000].tolist())
            )  # fmt: skip
            sha256 = banks.keep(connection, bank(), NOW)
            common = {
                "bank_id": "class", "bank_version": sha256, "rules": Rules.test().stored(),
                "seed": "1", "posed": [],
                "started": NOW, "at": "q0", "flags": [], "submitted": NOW, "head_count": 1,
                "head_hash": "",
            }  # fmt: skip
            connection.execute(
                attempt.insert(),
                [
                    {"id": f"a{start + n}", "reader": f"r{start + n}", **common}
                    for n in range(25_000)
                ],
            )
            vectors.put(connection, rows)
    store.close()


def ten(path: Path) -> None:
    """Measure once, and tell the time and the most memory that the process had."""
    store = Store(path)
    begun = perf_counter()
    from_store(store)
    seconds = perf_counter() - begun
    store.close()
    # Not ru_maxrss, in which the process that started this one still counts.
    status = Path("/proc/self/status")
    most = re.search(r"VmHWM:\s+(\d+)", status.read_text("utf-8")) if status.exists() else None
    megabytes = int(most[1]) / 1000 if most else None
    print(json.dumps({"seconds": seconds, "megabytes": megabytes}))


def of_arrays() -> list[Figure]:
    """A class in memory, and models."""
    small = scores(answers(30))
    rasch, two = scores(answers(2000)), scores(answers(25_000))
    return [
        Figure(
            "stats: every figure of a class of 30 × 40",
            best(lambda: (item_statistics(small), whole_test(small))) * 1000,
            "ms",
            50,
        ),
        Figure("stats: Rasch, 2,000 × 40", best(lambda: fit(rasch, "rasch"), 3), "s", 0.5),
        Figure("stats: 2PL, 25,000 × 40", best(lambda: fit(two, "2pl"), 2), "s", 3),
    ]


def as_the_program_does() -> int:
    """Run this again with one thread for numpy, which it reads when it is imported."""
    environ = {key: value for key, value in os.environ.items() if key not in KERNELS}
    command = [sys.executable, "-m", "benchmarks.bench_stats", *sys.argv[1:]]
    return subprocess.run(command, env={**environ, **THREADS}, check=False).returncode


def main() -> int:
    """Measure all, or one part in a process of its own."""
    if os.environ.get("OPENBLAS_NUM_THREADS") != "1":
        return as_the_program_does()
    if sys.argv[1:2] == ["fill"]:
        fill_ten(Path(sys.argv[2]))
        return 0
    if sys.argv[1:2] == ["ten"]:
        ten(Path(sys.argv[2]))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        return report([*of_arrays(), *of_the_store(Path(folder)), *of_ten_million(Path(folder))])


if __name__ == "__main__":
    raise SystemExit(main())
