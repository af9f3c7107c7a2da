"""Suggestions for the shipped articles, per 1,000 words."""

import statistics
import time
from collections.abc import Iterator

from benchmarks.figure import Figure, report
from quizapp import resources
from quizapp.claims import suggest

ROUNDS = 7
MOST_MS = 200.0


def figures() -> Iterator[Figure]:
    """The median over some rounds through every shipped article."""
    files = sorted(resources.path("questions").glob("*/article.txt"))
    texts = [file.read_text("utf-8") for file in files]
    words = sum(len(text.split()) for text in texts)
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        for text in texts:
            suggest(text)
        taken.append((time.perf_counter() - begun) / words * 1_000_000)
    note = f"{len(texts)} articles, {words:,} words, median of {ROUNDS}"
    yield Figure("suggest: 1,000 words", statistics.median(taken), "ms", MOST_MS, note)


if __name__ == "__main__":
    raise SystemExit(report(figures()))
