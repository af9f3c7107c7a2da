"""A person, or a pipe, at two streams: what is said there, asked there, and read there."""

import re
import shutil
import textwrap
from collections.abc import Iterable
from typing import TextIO

from quizapp.claims import Article
from quizapp.i18n import _
from quizapp.quiz import labels, scheme_of
from quizapp.report import signed

WIDEST = 78
_LABEL = re.compile(r"\s+(?:\S.{0,8}?\s{2,})?")


class StopError(Exception):
    """The reader stops, or the input is at its end."""


class Console:
    """Reads lines and writes wrapped text. ``person`` says whether both ends are a terminal."""

    def __init__(self, source: TextIO, target: TextIO) -> None:
        self._source = source
        self._target = target
        self.person = source.isatty() and target.isatty()
        size = shutil.get_terminal_size()
        self._width = max(30, min(WIDEST, size.columns - 2))
        self._height = max(6, size.lines - 2) if self.person else 0

    def read(self, prompt: str) -> str:
        """The next line, without what stands round it; raises ``StopError`` at the end."""
        self._target.write(prompt)
        self._target.flush()
        line = self._source.readline()
        if not self._source.isatty():
            self._target.write(
                f"{line.rstrip()}\n"
            )  # a person sees what they type, a pipe does not
        if not line:
            raise StopError
        return line.strip()

    def say(self, *lines: str) -> None:
        """Write lines, broken at spaces."""
        self._target.writelines(f"{line}\n" for line in wrapped(lines, self._width))

    def pages(self, lines: Iterable[str]) -> None:
        """The lines; for a person, a screenful at a time."""
        every = list(wrapped(lines, self._width))
        step = self._height or max(len(every), 1)
        for start in range(0, len(every), step):
            self._target.writelines(f"{line}\n" for line in every[start : start + step])
            more = start + step < len(every)
            if more and self.read(_("Press Enter for more, q for the questions. ")) == "q":
                return

    def article(self, article: Article) -> None:
        """Show an article, with the mark of each sentence; nothing where there is none."""
        if not article.text:
            return
        self.pages([article.title, "", article.credit, "", *marked(article)])

    def command(self, reason: str, command: str) -> None:
        """Say why, and then a command, alone on its line, to be copied."""
        self.say("", reason)
        self._target.write(f"  {command}\n")

    def ask_confidence(self, levels: int = 3) -> int | None:
        """The level, from 1; ``None`` where the reader does not say; 0 at the end of the input."""
        paid = [(int(level.right), int(level.wrong)) for level in scheme_of(levels).levels]
        titles = "   ".join(
            _("{level} = {title} ({right} / {wrong})").format(
                level=n, title=_(title), right=signed(paid[n - 1][0]), wrong=signed(paid[n - 1][1])
            )
            for n, title in labels(levels).items()
        )
        self.say(_("How sure are you? The marks are for right / wrong."), titles)
        while True:
            try:
                typed = self.read(_("1 to {n}, or Enter not to say> ").format(n=levels))
            except StopError:
                return 0
            if typed in ("", *(str(n) for n in labels(levels))):
                return int(typed) if typed else None
            self.say(_("Type a number from 1 to {n}, or press Enter.").format(n=levels))


def marked(article: Article) -> Iterable[str]:
    """The paragraphs, each sentence after its mark, so that it can be named as evidence."""
    for paragraph in article.paragraphs:
        yield " ".join(f"[{s.id}] {article.text[s.start : s.end]}" for s in paragraph.sentences)
        yield ""


def wrapped(lines: Iterable[str], width: int) -> Iterable[str]:
    """The lines broken at spaces; a broken line goes on beneath the text after its label."""
    for line in lines:
        label = _LABEL.match(line)
        yield from textwrap.wrap(
            line,
            width,
            subsequent_indent=" " * (label.end() if label else 0),
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
