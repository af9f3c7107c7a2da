"""Type a word or a few (QTI textEntryInteraction)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Self

from quizapp.claims import ClaimMap
from quizapp.errors import Problem
from quizapp.fields import TEXT, YES_NO, Field, ListOf, Number, Record
from quizapp.i18n import N_, _
from quizapp.items.base import Item, Response, ResponseError, flaw
from quizapp.items.choice import decimal
from quizapp.items.typed import MOST_TYPED, bare, fits, nearly, same

NEAR = Record(
    "near miss",
    (
        Field("text", TEXT, required=True),
        Field("feedback", TEXT, required=True, doc="what to say to a reader who typed it"),
    ),
)
PARTLY = Record(
    "answer",
    (
        Field("text", TEXT, required=True),
        Field("credit", Number(Decimal(0), Decimal(1)), required=True, default=None),
    ),
)


@dataclass(frozen=True, kw_only=True)
class ShortAnswer(Item):
    """Right where the words are among those accepted, whatever their case, accents, punctuation.

    A near miss, one that the author foresaw or a slip of a letter or two, is reported and earns
    nothing. Answers under ``partial`` earn a part, as imported ones may. The first of ``accepted``
    is shown as the key. With ``case`` letters must be the same, with ``wildcards`` a ``*`` in an
    answer stands for anything.
    """

    kind: ClassVar[str] = "short_answer"
    title: ClassVar[str] = N_("In a word")
    prompt: ClassVar[str] = N_("Type the answer in the article’s words.")
    FIELDS = (
        Field("accepted", ListOf(TEXT, least=1), required=True, default=()),
        Field("near", ListOf(NEAR), doc="answers that nearly fit", default=()),
        Field("partial", ListOf(PARTLY), doc="answers that earn a part", default=()),
        Field("case", YES_NO, doc="yes: capital letters count", default=False),
        Field("wildcards", YES_NO, doc="yes: * stands for anything", default=False),
    )

    accepted: tuple[str, ...]
    misses: tuple[tuple[str, str], ...] = ()
    partial: tuple[tuple[str, Decimal], ...] = ()
    case: bool = False
    wildcards: bool = False

    @classmethod
    def build(cls, common: Mapping[str, Any], own: Mapping[str, Any], claims: ClaimMap) -> Self:
        misses = tuple((near["text"], near["feedback"]) for near in own["near"])
        partial = tuple((one["text"], one["credit"]) for one in own.get("partial", ()))
        how = {"case": own.get("case", False), "wildcards": own.get("wildcards", False)}
        return cls(**common, accepted=own["accepted"], misses=misses, partial=partial, **how)

    def own(self) -> dict[str, Any]:
        near = [{"text": text, "feedback": words} for text, words in self.misses]
        partial = [{"text": text, "credit": decimal(credit)} for text, credit in self.partial]
        return {
            "accepted": list(self.accepted),
            **({"near": near} if near else {}),
            **({"partial": partial} if partial else {}),
            **({"case": "yes"} if self.case else {}),
            **({"wildcards": "yes"} if self.wildcards else {}),
        }

    def key(self) -> Response:
        return self.accepted[:1]

    def credit(self, response: Response) -> float:
        if len(response) != 1:
            return 0.0
        if any(self._fits(response[0], answer) for answer in self.accepted):
            return 1.0
        found = (credit for text, credit in self.partial if self._fits(response[0], text))
        return float(max(found, default=Decimal(0)))

    def _fits(self, typed: str, answer: str) -> bool:
        return fits(typed, answer, case=self.case, wildcards=self.wildcards)

    def guess(self) -> float:
        return 0.0

    def near(self, response: Response) -> str:
        if len(response) != 1 or self.credit(response) == 1.0:
            return ""
        for text, words in self.misses:
            if self._fits(response[0], text):
                return words
        if close := nearly(response[0], self.accepted):
            return _("The article writes “{words}”.").format(words=close)
        return ""

    def plain(self, order: tuple[str, ...]) -> str:
        return self.stem

    def parse(self, typed: str, order: tuple[str, ...]) -> Response:
        if not bare(typed):
            raise ResponseError(_("Type a word or a few."))
        return (" ".join(typed.split())[:MOST_TYPED],)

    def describe(self, response: Response) -> str:
        return "; ".join(f"“{words}”" for words in response)

    def problems(self) -> Iterator[Problem]:
        if not self.stem.strip():
            yield flaw((), "no-stem", "There is no question.", "Write it as stem.")
        for n, answer in enumerate(self.accepted):
            if not bare(answer) and "*" not in answer:
                what = "This answer says nothing."
                yield flaw(("accepted", n), "empty-answer", what, "Fill it, or leave it out.")
        for n, (text, _words) in enumerate(self.misses):
            where = ("near", n, "text")
            if same(text, self.accepted):
                what = f"“{text}” is accepted and a near miss at once."
                yield flaw(where, "near-and-right", what, "Keep it in one place.")
            elif text.strip() and not bare(text):
                what = "This near miss says nothing."
                yield flaw(where, "empty-answer", what, "Fill it, or leave it out.")
