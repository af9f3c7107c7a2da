"""A quiz as text: the same sitting as in the window, on any two streams."""

from collections.abc import Callable
from typing import TextIO

from quizapp.app.sitting import Sitting
from quizapp.cli.console import Console, StopError
from quizapp.errors import QuizappError
from quizapp.i18n import _, n_
from quizapp.items import Item, ResponseError
from quizapp.report import clock


class Terminal:
    """Plays a sitting. ``resume`` is the command that goes on with it.

    ``closing`` gives what is said at the end, the result where nothing else is given.
    """

    def __init__(
        self,
        sitting: Sitting,
        source: TextIO,
        target: TextIO,
        resume: str,
        closing: Callable[[], str] | None = None,
    ) -> None:
        self._sitting = sitting
        self._console = Console(source, target)
        self._say, self._read = self._console.say, self._console.read
        self._resume = resume
        self._closing = closing or (lambda: sitting.result().text())

    def play(self, resumed: bool) -> None:
        """Go through the questions until the quiz is handed in or stopped."""
        try:
            self._opening(resumed)
            while not self._sitting.submitted:
                if self._sitting.over:
                    self._time_is_up()
                else:
                    self._question(self._sitting.current)
        except StopError:
            self._console.command(
                _("Everything you answered is saved. To go on, run:"), self._resume
            )
            return
        except QuizappError:
            self._console.command(
                _("The last act was not saved; all before it is. To go on, run:"), self._resume
            )
            raise
        self._say("", *self._closing().split("\n"))

    def _time_is_up(self) -> None:
        self._say("", _("The time is up. What was saved is handed in."))
        self._sitting.hand_in()

    def _opening(self, resumed: bool) -> None:
        bank = self._sitting.bank
        self._say(bank.title, "")
        if resumed:
            self._say(_("You left off here. Type a to see the article again, ? for help."))
            return
        if self._sitting.attempt.rules.closed:
            self._say(_("The article stays closed until you have handed in."))
            self._say("", _("Type ? at any time to see what you can type."))
            return
        if bank.article.summary:
            self._say(_("What follows is a summary in the project’s own words, not the article."))
        self._article()
        self._say("", _("Type ? at any time to see what you can type."))

    def _article(self) -> None:
        if self._sitting.attempt.rules.closed:
            self._say(_("The article stays closed until you have handed in."))
            return
        self._console.article(self._sitting.bank.article)

    def _question(self, item: Item) -> None:
        """Show one item, and do what is typed until another is to be shown."""
        attempt = self._sitting.attempt
        n, of = attempt.place + 1, len(attempt.posed)
        head = _("{n} of {of} · {kind}").format(n=n, of=of, kind=_(item.title))
        if (left := self._sitting.left_ms) is not None:
            head += _(" · {time} left").format(time=clock(left))
        if item.id in attempt.flags:
            head += _(" · flagged")
        self._say("", head, "", *item.told(self._sitting.order(item.id)).split("\n"))
        if answer := attempt.answers.get(item.id):
            given = item.describe(answer.response)
            self._say("", _("Your answer: {answer}").format(answer=given))
        if item.id in attempt.checked:
            self._say("", *self._sitting.feedback(item.id).text().split("\n"))
        while True:
            typed = self._read("> ")
            if self._sitting.over or self._obey(item, typed):
                return  # what is typed after the time does not count

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
            raise StopError
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
        level = self._console.ask_confidence(rules.levels) if rules.confidence else None
        if self._sitting.over:
            return True
        self._sitting.answer(item.id, response, level or None)
        self._say(_("Saved."))
        if level == 0:
            raise StopError
        if rules.feedback == "at_once":
            self._say("", *self._sitting.check(item.id).text().split("\n"))
            if self._console.person:
                self._read(_("Press Enter to go on. "))
        return self._move(item, "", "")

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
                self._sitting.hand_in()
                return True
            if word == "q":
                raise StopError
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
