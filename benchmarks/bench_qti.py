"""Reading 3,000 questions of QTI in each version, against parsing the same XML alone."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from lxml import etree

from benchmarks.figure import Figure, report
from quizapp.app.bank_files import open_bank
from quizapp.formats import FORMATS
from quizapp.formats.archive import opened
from quizapp.items import (
    Cloze,
    Gap,
    Item,
    MultipleResponse,
    Numeric,
    Option,
    Order,
    ShortAnswer,
    SingleChoice,
)

ITEMS, ROUNDS = 3_000, 3
LEAST, MOST_MEMORY = 1_500, 6.0
BANK = Path(__file__).parent.parent / "questions" / "kettle-recall"
STEM = "Before the council met, the clerk had counted the boats in the harbour, and wrote down {n}."


def item(n: int) -> Item:
    """One item; six kinds take turns."""
    texts = ("Nobody had counted them", "The clerk counted them twice", "The master did", "Others")
    options = tuple(Option(id_, f"{t} ({n})") for id_, t in zip("abcd", texts, strict=True))
    shared: dict[str, Any] = {"id": f"i{n}", "stem": STEM.format(n=n), "feedback": "See line 1."}
    made: tuple[Callable[[], Item], ...] = (
        lambda: SingleChoice(**shared, options=options, right="b"),
        lambda: MultipleResponse(**shared, options=options, right=("a", "c")),
        lambda: Order(**shared, options=options, all_or_nothing=True),
        lambda: ShortAnswer(**shared, accepted=(f"clerk {n}", "the clerk")),
        lambda: Numeric(**shared, answer=Decimal(n), tolerance=Decimal("0.5")),
        lambda: Cloze(**shared, text="The [[a]] met.", gaps=(Gap("a", ("council", "board")),)),
    )
    return made[n % len(made)]()


def package(format_id: str) -> bytes:
    """The items as a package of a version."""
    write = FORMATS[format_id].write
    assert write is not None
    bank = open_bank(BANK)
    return write(replace(bank, items=tuple(map(item, range(ITEMS)))), {}).data


def parsed(data: bytes) -> int:
    """Parse every file of a package and nothing else; the number of bytes parsed."""
    archive, size = opened(data, "package"), 0
    for name in archive:
        text = archive.read(name)
        etree.fromstring(text)
        size += len(text)
    return size


def seconds(act: Callable[[], object]) -> float:
    """The median time that ``act`` takes."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        act()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def memory(data: bytes, format_id: str) -> float:
    """Bytes that reading adds to the peak of a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "package"
        path.write_bytes(data)
        command = [sys.executable, "-m", "benchmarks.bench_qti", format_id, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout)


def grown(format_id: str, path: str) -> None:
    """Print how far reading a file lifts the peak memory of this process, in bytes."""
    read = FORMATS[format_id].read
    assert read is not None
    data = Path(path).read_bytes()
    read(package_of_one(format_id), "warm.zip")
    Path("/proc/self/clear_refs").write_text("5", "ascii")  # the peak begins anew
    before = peak()
    kept = read(data, "package.zip")
    after = peak()
    assert len(kept.questions) == ITEMS
    print((after - before) * 1024)


def peak() -> int:
    """The most memory that this process has held, in KiB, as Linux tells it."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split("VmHWM:")[1].split()[0])


def package_of_one(format_id: str) -> bytes:
    """A package of one item, to load what reading needs before the memory is looked at."""
    write = FORMATS[format_id].write
    assert write is not None
    return write(replace(open_bank(BANK), items=(item(0),)), {}).data


def figures() -> Iterator[Figure]:
    """For each version: questions a second, their ratio to parsing alone, and memory."""
    for format_id in ("qti12", "qti21", "qti30"):
        yield from of(format_id, package(format_id))


def of(format_id: str, data: bytes) -> Iterator[Figure]:
    """The figures of one version."""
    read, name = FORMATS[format_id].read, FORMATS[format_id].title
    assert read is not None
    size = parsed(data)
    ours, floor = seconds(lambda: read(data, "package.zip")), seconds(lambda: parsed(data))
    note = f"{ITEMS / ours:,.0f} a second; {size / 1e6:.1f} MB of XML, median of {ROUNDS}"
    yield Figure(f"{name}: a question read", 1000 * ours / ITEMS, "ms", 1000 / LEAST, note)
    yield Figure(f"{name}: read to parsed alone", ours / floor, "×")
    yield Figure(f"{name}: memory to its XML", memory(data, format_id) / size, "×", MOST_MEMORY)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        grown(sys.argv[1], sys.argv[2])
    else:
        raise SystemExit(report(figures()))
