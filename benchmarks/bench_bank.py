"""Reading, checking and opening a bank of 5,000 items, against parsing its NestedText alone."""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import nestedtext as nt

from benchmarks.figure import Figure, report
from quizapp.app.bank_files import open_bank

ITEMS, CLAIMS, ROUNDS = 5_000, 500, 5
MOST_S = 2.0
HEAD = {
    "format": "1",
    "id": "large",
    "title": "A large bank",
    "language": "en",
    "licence": "CC0-1.0",
    "article": {"file": "article.txt", "title": "Counting", "cites": "generated"},
    "sources": [{"id": "clerk", "name": "the clerk", "kind": "person", "named": "no"}],
}


def claim(n: int) -> dict[str, object]:
    """One claim, shown by words that stand in one place only."""
    words = f"the clerk counted {n} boats"
    shown = {"source": "clerk", "cue": "counted", "stance": "asserts", "evidence": words}
    return {"id": f"c{n}", "text": f"There were {n} boats.", "attributions": [shown]}


def item(n: int) -> dict[str, object]:
    """One item; the kinds take turns."""
    shared: dict[str, object] = {"id": f"i{n}", "claims": [f"c{n % CLAIMS + 1000}"]}
    if n % 2:
        return {**shared, "kind": ("standing", "evidence")[n % 4 // 2]}
    options = [{"id": id_, "text": f"{n + more} boats"} for id_, more in zip("abc", (0, 1, 2))]  # noqa: B905
    stem = f"How many boats were counted on day {n}?"
    return {
        **shared,
        "kind": "single_choice",
        "stem": stem,
        "options": options,
        "key": "abc"[n % 3],
    }


def written(folder: Path) -> Path:
    """The bank and its article in ``folder``."""
    numbers = range(1000, 1000 + CLAIMS)
    lines = [f"On day {n - 999} the clerk counted {n} boats." for n in numbers]
    paragraphs = (" ".join(lines[n : n + 5]) for n in range(0, CLAIMS, 5))
    (folder / "article.txt").write_text("\n\n".join(paragraphs), "utf-8")
    tree = {**HEAD, "claims": [claim(n) for n in numbers], "items": [item(n) for n in range(ITEMS)]}
    (folder / "bank.nt").write_text(nt.dumps(tree, indent=4), "utf-8")
    return folder


def seconds(act: Callable[[], object]) -> float:
    """Seconds that ``act`` takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def figures() -> Iterator[Figure]:
    """Medians of both, and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = written(Path(name))
        text = (folder / "bank.nt").read_text("utf-8")
        opened, parsed = [], []
        for _ in range(ROUNDS):
            opened.append(seconds(lambda: open_bank(folder)))
            parsed.append(seconds(lambda: nt.loads(text, top="dict")))
    ours, plain = statistics.median(opened), statistics.median(parsed)
    note = f"{len(text) / 1e6:.1f} MB, median of {ROUNDS}"
    yield Figure(f"bank: {ITEMS:,} items read, checked, opened", ours, "s", MOST_S, note)
    yield Figure("bank: its NestedText parsed alone", plain, "s", note=note)
    yield Figure("bank: opened to parsed alone", ours / plain, "×")


if __name__ == "__main__":
    raise SystemExit(report(figures()))
