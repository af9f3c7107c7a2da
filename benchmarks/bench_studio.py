"""Typing in the studio: the longest pause of the event loop, in an article of 3,000 words.

The article has 150 claims. Letters are typed through the real window at a fast typist's pace, into
the article, into a claim and into an item, while the draft is judged on another thread. A
timer that is due every 5 ms shows how long the event loop was held up. Beside it stands the same
typing into a bare text field of the same words, in the same run.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from benchmarks.figure import Figure, report
from quizapp.app.authoring.draft import Draft
from quizapp.app.authoring.marking import mark, set_basis
from quizapp.app.authoring.session import Authoring
from quizapp.claims import Basis, Span, Standing
from quizapp.ui import theme
from quizapp.ui.studio.studio import Studio
from quizapp.ui.theme import Theme

WORDS, CLAIMS, LETTERS = 3_000, 150, 120
BEAT_MS, BETWEEN_MS = 5, 90  # a letter each 90 ms is 130 words a minute
MOST_MS = 100.0
THINGS = ("ferry", "quay", "crane", "barge", "pilot", "anchor", "beacon", "winch", "buoy", "rope")
SAID = ("said", "denied", "could not say whether", "wrote", "believes")


def article() -> str:
    """Paragraphs of five sentences of 20 words, each sentence unlike the others."""
    one = (
        "Speaker {who} {said} that the {thing} of pier {n} was moved before the winter storm came "
        "to the harbour."
    )
    sentences = [
        one.format(who=chr(65 + n % 12), said=SAID[n % 5], thing=THINGS[n % 10], n=n + 1000)
        for n in range(WORDS // 20)
    ]
    return "\n\n".join(" ".join(sentences[n : n + 5]) for n in range(0, len(sentences), 5))


def marked() -> Draft:
    """The draft with a claim in each sentence."""
    text = article()
    draft = Draft("harbour", "The harbour", text, cites="generated", licence="CC0-1.0")
    standings = list(Standing)[:6]
    for n in range(CLAIMS):
        words = f"the {THINGS[n % 10]} of pier {n + 1000} was moved"
        start = text.index(words)
        span = Span(start, start + len(words))
        draft, id_ = mark(draft, span, standings[n % 6], f"Speaker {chr(65 + n % 12)}")
        if standings[n % 6] is Standing.CONFIRMED:
            draft = set_basis(draft, id_, Basis.OWN_ACT)
    return draft


def spin(milliseconds: int) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def pauses(act: Callable[[], None]) -> list[float]:
    """How many milliseconds the event loop was held up beyond each beat, the longest last."""
    beats = [time.perf_counter()]
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start(BEAT_MS)
    act()
    timer.stop()
    return sorted((b - a) * 1e3 - BEAT_MS for a, b in pairwise(beats))


def type_into(target: QWidget) -> None:
    """Words of letters, one after the other, and a pause in which everything is worked out."""
    target.setFocus()
    for n in range(LETTERS):
        key = Qt.Key.Key_Space if n % 6 == 5 else Qt.Key(Qt.Key.Key_A + n % 26)
        QTest.keyClick(target, key)
        spin(BETWEEN_MS if n % 30 else 700)
    spin(1500)


def figures() -> Iterator[Figure]:
    """The longest pause, and the one that 99 of 100 beats keep, for each place to type in."""
    app = theme.application("bench")
    theme.apply(app, Theme.of("light", motion=False))
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent.parent, prefix=".bench-") as folder:
        bare = QTextEdit(article())
        bare.resize(470, 600)
        bare.show()
        spin(300)
        floor = pauses(lambda: type_into(bare))
        bare.close()
        yield Figure("studio: bare text field, longest pause", floor[-1], "ms")
        session = Authoring.begin(Path(folder) / "draft", marked())
        studio = Studio(session)
        studio.resize(1280, 800)
        studio.show()
        spin(3000)
        note = f"{len(session.draft.text.split()):,} words, {len(session.draft.claims)} claims"
        studio.side.toggle_editing()
        yield from _told("the article", pauses(lambda: type_into(studio.article)), note)
        studio.side.toggle_editing()
        opening = pauses(lambda: _opened(studio, session.draft.claims[0].id))
        yield Figure("studio: opening a claim for the first time", opening[-1], "ms", note=note)
        yield from _told("a claim", pauses(lambda: type_into(studio.claim_editor.words)), note)
        if studio.judgement is not None:
            studio.edit_item(studio.judgement.items[3].id)
        yield from _told("an item", pauses(lambda: type_into(studio.item_editor.stem)), note)
        studio.close()
        session.close()
    QApplication.processEvents()


def _opened(studio: Studio, claim: str) -> None:
    """Show the editor of a claim, and let it be painted."""
    studio.choose(claim)
    spin(1500)


def _told(what: str, found: list[float], note: str) -> Iterator[Figure]:
    yield Figure(f"studio: typing in {what}, longest pause", found[-1], "ms", MOST_MS, note)
    middle = found[round(len(found) * 0.99)]
    yield Figure(f"studio: typing in {what}, 99th percentile", middle, "ms", note=note)


if __name__ == "__main__":
    raise SystemExit(report(figures()))
