"""One database for a school: the same work in a file and on a PostgreSQL server, in the same run.

Both lie on the same disk, and a commit waits for it on both. The server is the one of the tests,
with the settings that PostgreSQL comes with; it is reached by a socket, so that a network adds its
way to and fro to each statement. Figures of the server are followed by their ratio to the file's.

    python -m benchmarks.bench_school             500 attempts, a million responses
    python -m benchmarks.bench_school district    200,000 attempts on a server, for minutes
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks import bench_stats as stats
from benchmarks.bench_classroom import ATTEMPTS, ITEMS, Clock, files_of, handed_out
from benchmarks.figure import Figure, report
from quizapp.app import scoring
from quizapp.app.bank_files import open_bank, shipped
from quizapp.app.classes import Classes
from quizapp.app.sitting import Sitting
from quizapp.classroom.keys import SEED, TeacherKeys
from quizapp.quiz import Rules
from quizapp.store import Address, Store, address
from tests.postgresql import Server, running

ROUNDS, SAVES = 2, 200
DISTRICT, CAME = 200_000, 20_000
PLAIN = {"shared_buffers": "128MB", "max_wal_size": "1GB", "autovacuum": "on"}
Home = Path | Address
MADE_UP = """
    INSERT INTO received
    SELECT md5(n::text) || md5(n::text), 'f', 'p' || n / 30, 'a' || n, 'ABC234', 'accepted', '', '',
        (SELECT json_agg(repeat(md5((n + k)::text), 2)) FROM generate_series(1, %(entries)s) k),
        (SELECT string_agg(sha256((n + k)::text::bytea), '') FROM generate_series(1, 300) k),
        now(), ''
    FROM generate_series(1, %(came)s) n
"""


def both(name: str, unit: str, file: float, server: float, note: str = "") -> list[Figure]:
    """A figure in a file and on a server, and the ratio."""
    return [
        Figure(f"school: {name}, file", file, unit, note=note),
        Figure(f"school: {name}, server", server, unit, note=note),
        Figure(f"school: {name}, server to file", server / file, "×"),
    ]


def collected(homes: Callable[[], Home], folder: Path, rounds: int = ROUNDS) -> tuple[float, float]:
    """Collecting a class: the shortest of some rounds in seconds, and bytes for each attempt."""
    keys, times, size = TeacherKeys(bytes(range(SEED))), list[float](), 0.0
    for n in range(rounds):
        with closing(Store(homes())) as store:
            classes = Classes(store, Clock())
            made = handed_out(classes, keys)
            files = files_of(folder / f"student-{n}", made, keys)
            before, begun = size_of(store), perf_counter()
            told = classes.collect(files, keys)
            times.append(perf_counter() - begun)
            size = (size_of(store) - before) / ATTEMPTS
        assert [one.state for one in told] == ["accepted"] * ATTEMPTS
    return min(times), size


def size_of(store: Store) -> int:
    """Bytes on the disk."""
    with store.read() as connection:
        return store.backend.size(connection)


def saved(home: Home) -> float:
    """The median of saving an answer, in milliseconds."""
    times = []
    with closing(Store(home)) as store:
        bank = open_bank(shipped()[0])
        sitting = Sitting.begin(bank, Rules.test(), store, Clock(), 7, "save", "me")
        asked = [item for item in sitting.items if item.scored]
        for _n, item in zip(range(SAVES), cycle(asked), strict=False):
            begun = perf_counter()
            sitting.answer(item.id, item.key(), None)
            times.append(perf_counter() - begun)
    return median(times) * 1000


def of_a_million(home: Home) -> tuple[float, float, float]:
    """Statistics rebuilt from a million answers, and from packed vectors, seconds; bytes of all."""
    store, _bank = stats.filled(home, stats.answers(stats.READERS))
    with closing(store):
        if store.shared:
            settled(store)
        rebuilt = stats.best(lambda: scoring.renew(store, "class", whole=True), 2)
        packed = stats.best(lambda: stats.from_store(store))
        return rebuilt + packed, packed, float(size_of(store))


def settled(store: Store) -> None:
    """Let the server know what it holds, as it does by itself within a minute."""
    with store.write() as connection:
        connection.exec_driver_sql("ANALYZE")


def figures(server: Server, folder: Path) -> Iterator[Figure]:
    """All of it, on both."""
    count = iter(range(1000))

    def file() -> Path:
        return folder / f"{next(count)}.db"

    def base() -> Address:
        return address("URL", server.url(server.database()))

    (a, size_a), (b, size_b) = (
        collected(homes, folder / kind) for homes, kind in ((file, "file"), (base, "server"))
    )
    yield from both("collected and marked", "s", a, b, f"{ATTEMPTS} attempts at {ITEMS} items")
    yield from both("bytes an attempt that came back", "kB", size_a / 1000, size_b / 1000)
    yield from both("an answer until it is saved", "ms", saved(file()), saved(base()))
    one, other = of_a_million(file()), of_a_million(base())
    for name, n, unit, scale in (
        ("a million responses, rebuilt from the answers", 0, "s", 1),
        ("a million responses, packed", 1, "s", 1),
        ("a million responses on the disk", 2, "MB", 1e6),
    ):
        yield from both(name, unit, one[n] / scale, other[n] / scale)


def district(server: Server, folder: Path) -> Iterator[Figure]:
    """Attempts of a district on the server: what its pages wait for, and a class that hands in."""
    home = address("URL", server.url(server.database()))
    with closing(Store(home)) as store:
        made = stats.bank()
        for start in range(0, DISTRICT, stats.READERS):
            stats.more(store, made, stats.answers(stats.READERS, start), start)
        note = f"{DISTRICT:,} attempts at {ITEMS} items"
        yield Figure("district: on the disk without credits", size_of(store) / 1e6, "MB", note=note)
        settled(store)
        rebuilt = stats.best(lambda: scoring.renew(store, "class", whole=True), 1)
        settled(store)
        yield Figure("district: credits worked out", rebuilt, "s", note=note)
        packed = stats.best(lambda: stats.from_store(store), 3)
        yield Figure("district: statistics from packed credits", packed, "s", note=note)
        came_back(store)
    yield Figure("district: an answer until it is saved", saved(home), "ms", note=note)
    (folder / "district").mkdir()
    seconds, _size = collected(lambda: home, folder / "district", rounds=1)
    yield Figure("district: collected and marked", seconds, "s", note=f"after {CAME:,} files")


def came_back(store: Store) -> None:
    """Files of other classes, thirty each, with hashes and content as long as those of a class."""
    with store.write() as connection:
        connection.exec_driver_sql(MADE_UP, {"entries": ITEMS + 2, "came": CAME})


def main() -> int:
    """Measure all; numpy has one thread, as in the program."""
    if os.environ.get("OPENBLAS_NUM_THREADS") != "1":
        command = [sys.executable, "-m", "benchmarks.bench_school", *sys.argv[1:]]
        return subprocess.run(command, env={**os.environ, **stats.THREADS}, check=False).returncode
    part = district if sys.argv[1:] == ["district"] else figures
    with tempfile.TemporaryDirectory() as name, running(on_disk=True, **PLAIN) as server:
        for kind in ("file", "server"):
            (Path(name) / kind).mkdir()
        return report(part(server, Path(name)))


if __name__ == "__main__":
    raise SystemExit(main())
