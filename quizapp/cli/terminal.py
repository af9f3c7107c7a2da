"""A quiz as text: the same sitting as in the window, on any two streams."""

import re
import shutil
import textwrap
from collections.abc import Iterable
from typing import TextIO

from quizapp.app.sitting import Sitting
from quizapp.claims import Article
from quizapp.errors import QuizappError
from quizapp.i18n import _, n_
from quizapp.items import Item, ResponseError
from quizapp.quiz import LABELS, RIGHT, WRONG
from quizapp.report import signed

WIDEST = 78
_LABEL = re.compile(r"\s+(?:\S.{0,8}?\s{2,})?")


class _StopError(Exception):
    """The reader stops, or the input is at its end."""


class Terminal:
    """Plays a sitting. ``resume`` is the command that goes on with it."""

    def __init__(self, sitting: Sitting, source: TextIO, target: TextIO, resume: str) -> None:
        self._sitting = sitting
        self._source = source
        self._target = target
        self._resume = resume
        self._person = source.isatty() and target.isatty()
        size = shutil.get_terminal_size()
        self._width = max(30, min(WIDEST, size.columns - 2))
        self._height = max(6, size.lines - 2) if self._person else 0

    def play(self, resumed: bool) -> None:
        """Go through the questions until the quiz is handed in or stopped."""
        try:
            self._opening(resumed)
            while not self._sitting.submitted:
                self._question(self._sitting.current)
        except _StopError:
            self._way_back(_("Everything you answered is saved. To go on, run:"))
            return
        except QuizappError:
            self._way_back(_("The last act was not saved; all before it is. To go on, run:"))
            raise
        self._say("", *self._sitting.result().text().split("\n"))

    def _way_back(self, reason: str) -> None:
        """Say how to go on; the command stands alone on its line, to be copied."""
        self._say("", reason)
        self._target.write(f"  {self._resume}\n")

    def _opening(self, resumed: bool) -> None:
        bank = self._sitting.bank
        self._say(bank.title, "")
        if resumed:
            self._say(_("You left off here. Type a to see the article again, ? for help."))
            return
        if bank.article.summary:
            self._say(_("What follows is a summary in the project’s own words, not the article."))
        self._article()
        self._say("", _("Type ? at any time to see what you can type."))

    def _article(self) -> None:
        article = self._sitting.bank.article
        self._pages([article.title, "", article.cites, "", *marked(article)])

    def _question(self, item: Item) -> None:
        """Show one item, and do what is typed until another is to be shown."""
        attempt = self._sitting.attempt
        n, of = attempt.place + 1, len(attempt.posed)
        head = _("{n} of {of} · {kind}").format(n=n, of=of, kind=_(item.title))
        if item.id in attempt.flags:
            head += _(" · flagged")
        self._say("", head, "", *item.plain(self._sitting.order(item.id)).split("\n"))
        if answer := attempt.answers.get(item.id):
            given = item.describe(answer.response)
            self._say("", _("Your answer: {answer}").format(answer=given))
        if item.id in attempt.checked:
            self._say("", *self._sitting.feedback(item.id).text().split("\n"))
        while not self._obey(item, self._read("> ")):
            pass

    def _obey(self, item: Item, typed: str) -> bool:
        """Do what was typed; whether to show a question again, this one or another.

        A letter alone is a command, but not at the head of other words: they may be the answer.
        """
        word, _space, rest = typed.partition(" ")
        if word == "=":
            return self._answer(item, rest)
        if rest and word != "g":
            return self._answer(item, typed)
        if word in ("n", "b", "h", "g") or (not word and self._may_pass(item)):
            return self._move(item, word, rest)
        if word == "f":
            on = item.id not in self._sitting.attempt.flags
            self._sitting.flag(item.id, on)
            self._say(_("Flagged.") if on else _("No longer flagged."))
        elif word == "a":
            self._article()
            return True
        elif word in ("?", ""):
            self._help()
        elif word == "q":
            raise _StopError
        else:
            return self._answer(item, typed)
        return False

    def _may_pass(self, item: Item) -> bool:
        attempt = self._sitting.attempt
        return not item.scored or item.id in attempt.answers or item.id in attempt.checked

    def _move(self, item: Item, word: str, rest: str) -> bool:
        ids = [posed.item for posed in self._sitting.attempt.posed]
        place = ids.index(item.id)
        if word == "h":
            return self._hand_in()
        if word == "g":
            if not rest.isdecimal() or not 1 <= int(rest) <= len(ids):
                self._say(_("Type g and a number from 1 to {n}.").format(n=len(ids)))
                return False
            place = int(rest) - 1
        elif word == "b":
            place = max(0, place - 1)
        elif place + 1 == len(ids):
            return self._hand_in()
        else:
            place += 1
        self._sitting.go(ids[place])
        return True

    def _answer(self, item: Item, typed: str) -> bool:
        if item.id in self._sitting.attempt.checked:
            self._say(_("The feedback was shown, so the answer stands. Press Enter to go on."))
            return False
        try:
            response = item.parse(typed, self._sitting.order(item.id))
        except ResponseError as error:
            self._say(str(error))
            return False
        rules = self._sitting.attempt.rules
        level = self._confidence() if rules.confidence else None
        self._sitting.answer(item.id, response, level or None)
        self._say(_("Saved."))
        if level == 0:
            raise _StopError
        if rules.feedback == "at_once":
            self._say("", *self._sitting.check(item.id).text().split("\n"))
            if self._person:
                self._read(_("Press Enter to go on. "))
        return self._move(item, "", "")

    def _confidence(self) -> int | None:
        """1 to 3; ``None`` where the reader does not say; 0 at the end of the input."""
        levels = "   ".join(
            _("{level} = {title} ({right} / {wrong})").format(
                level=n, title=_(title), right=signed(RIGHT[n]), wrong=signed(WRONG[n])
            )
            for n, title in LABELS.items()
        )
        self._say(_("How sure are you? The marks are for right / wrong."), levels)
        while True:
            try:
                typed = self._read(_("1 to 3, or Enter not to say> "))
            except _StopError:
                return 0
            if typed in ("", "1", "2", "3"):
                return int(typed) if typed else None
            self._say(_("Type 1, 2 or 3, or press Enter."))

    def _hand_in(self) -> bool:
        """Name the blanks and ask. Whether to show a question again, or the result."""
        ids = [posed.item for posed in self._sitting.attempt.posed]
        blanks = [str(ids.index(id_) + 1) for id_ in self._sitting.blanks()]
        if blanks:
            text = n_(
                "{n} question has no answer: {numbers}.",
                "{n} questions have no answer: {numbers}.",
                len(blanks),
            )
            self._say("", text.format(n=len(blanks), numbers=", ".join(blanks)))
        else:
            self._say("", _("Every question has an answer."))
        while True:
            self._say(_("Type y to hand in, g and a number to go to a question, or q to stop."))
            word, _space, rest = self._read(_("Hand in? ")).partition(" ")
            if word == "y":
                self._sitting.submit()
                return True
            if word == "q":
                raise _StopError
            if word == "b":
                return True
            if word == "g" and self._move(self._sitting.current, word, rest):
                return True

    def _help(self) -> None:
        self._say(
            _("Type the number of your answer, or its words. You can also type:"),
            _("  = b        the answer “b”, where b alone would mean something else"),
            _("  p2s1       sentences of the article, by their marks, where words are asked for"),
            _("  none       nothing in the article shows it"),
            _("  Enter, n   the next question; n also skips one"),
            _("  b          the question before"),
            _("  g 7        question 7"),
            _("  f          flag this question, or take the flag away"),
            _("  a          the article again"),
            _("  h          hand in"),
            _("  q          stop; everything is saved"),
        )

    def _read(self, prompt: str) -> str:
        self._target.write(prompt)
        self._target.flush()
        line = self._source.readline()
        if not self._source.isatty():
            self._target.write(
                f"{line.rstrip()}\n"
            )  # a person sees what they type, a pipe does not
        if not line:
            raise _StopError
        return line.strip()

    def _say(self, *lines: str) -> None:
        self._target.writelines(f"{line}\n" for line in wrapped(lines, self._width))

    def _pages(self, lines: Iterable[str]) -> None:
        """The lines; for a person, a screenful at a time."""
        every = list(wrapped(lines, self._width))
        step = self._height or max(len(every), 1)
        for start in range(0, len(every), step):
            self._target.writelines(f"{line}\n" for line in every[start : start + step])
            more = start + step < len(every)
            if more and self._read(_("Press Enter for more, q for the questions. ")) == "q":
                return


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
