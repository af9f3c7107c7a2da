"""From the parameters of an H5P library to an item."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from quizapp.formats.h5p.words import Blank, dragged, each, gapped, marked, part, plain, text, typed
from quizapp.formats.h5p.words import yes as is_yes
from quizapp.formats.moodle_kinds import Given, Maker
from quizapp.items import Cloze, Gap, Item, MultipleResponse, Option, Order, ShortAnswer
from quizapp.text import fold

MOST_WORDS = 100
Params = dict[str, Any]


def _overall(maker: Maker, params: Params) -> None:
    """What is said at the end; H5P says it by the score."""
    ranges = [plain(part(one, "feedback")) for one in each(params.get("overallFeedback"))]
    told = list(dict.fromkeys(filter(None, ranges)))
    if len(told) > 1:
        what = "What is said for single ranges of the score is shown after every answer."
        maker.say("changed", "feedback-joined", what)
    maker.feedback = "\n".join(told)


def _choice(maker: Maker, params: Params) -> Item | None:
    maker.stem = plain(params.get("question"))
    _overall(maker, params)
    answers = [answer for answer in each(params.get("answers")) if isinstance(answer, dict)]
    right = [is_yes(answer.get("correct")) for answer in answers]
    if not any(right):
        maker.say("lost", "no-key", "No answer is right, so it is kept as a text to read.")
        return None
    keys = sum(right)
    how = part(params, "behaviour", "type")
    alone = is_yes(part(params, "behaviour", "singleAnswer")) and how is None
    single = how == "single" or alone or (how != "multi" and keys == 1)
    share = Decimal(1) if single else Decimal(1) / keys
    given = [
        Given(
            text=plain(answer.get("text")),
            fraction=share if good else Decimal(0) if single else -share,
            feedback=plain(part(answer, "tipsAndFeedback", "chosenFeedback")),
        )
        for answer, good in zip(answers, right, strict=True)
    ]
    if any(_unused(answer) for answer in answers):
        maker.say("lost", "tip", "Hints, and what is said to answers not chosen, were left out.")
    item = maker.choice(given, single=single)
    if isinstance(item, MultipleResponse) and not single and _one_point(params):
        return _strict(maker, item, params)
    return item


def _unused(answer: Params) -> bool:
    told = part(answer, "tipsAndFeedback")
    return bool(plain(part(told, "tip")) or plain(part(told, "notChosenFeedback")))


def _one_point(params: Params) -> bool:
    return is_yes(part(params, "behaviour", "singlePoint"))


def _strict(maker: Maker, item: MultipleResponse, params: Params) -> Item:
    """All or nothing: H5P’s single point, given from a percentage on."""
    if part(params, "behaviour", "passPercentage") not in (None, 100, "100"):
        what = "The point was given from a percentage on; here every answer must be right."
        maker.say("changed", "scoring-simplified", what)
    options = tuple(Option(o.id, o.text, None, o.feedback) for o in item.options)
    right = item.right
    return MultipleResponse(**maker.common(), options=options, right=right, all_or_nothing=True)


def _true_false(maker: Maker, params: Params) -> Item | None:
    maker.stem = plain(params.get("question"))
    right = params.get("correct")
    if not is_yes(right) and text(right).casefold() != "false" and right is not False:
        maker.say("lost", "no-key", "It does not say whether it is true; it is kept to read.")
        return None
    told = [
        plain(part(params, "behaviour", name)) for name in ("feedbackOnCorrect", "feedbackOnWrong")
    ]
    if told[0] == told[1]:
        maker.feedback = told[0]
        told = []
    return maker.true_false(is_yes(right), told)


def _tips(maker: Maker, blanks: Sequence[Blank]) -> None:
    if any(one.tip or one.told for one in blanks):
        maker.say("lost", "tip", "Hints and feedback of single gaps were left out.")


def _case(params: Params) -> bool:
    """Whether capitals count; in H5P they do where nothing is said."""
    given = part(params, "behaviour", "caseSensitive")
    return given is None or is_yes(given)


def _blanks(maker: Maker, params: Params) -> Item | None:
    maker.stem = plain(params.get("text"))
    _overall(maker, params)
    source = "<br>".join(filter(None, map(text, each(params.get("questions")))))
    words, blanks = gapped(source, typed)
    _tips(maker, blanks)
    if not blanks:
        maker.say("lost", "no-key", "It has no gap, so it is kept as a text to read.")
        return None
    if is_yes(part(params, "behaviour", "acceptSpellingErrors")):
        maker.say(
            "changed", "spelling", "A slip of a letter earns nothing here; it is pointed out."
        )
    if words == "[[g1]]" and maker.stem:
        return ShortAnswer(**maker.common(), accepted=blanks[0].answers, case=_case(params))
    if _case(params):
        maker.say("changed", "case", "Capital letters in gaps do not count here.")
    gaps = tuple(Gap(f"g{n}", one.answers) for n, one in enumerate(blanks, start=1))
    return Cloze(**maker.common(), text=words, gaps=gaps)


def _drag(maker: Maker, params: Params) -> Item | None:
    maker.stem = plain(params.get("taskDescription"))
    _overall(maker, params)
    words, blanks = gapped(text(params.get("textField")), dragged)
    _tips(maker, blanks)
    if not blanks:
        maker.say("lost", "no-key", "It has no gap, so it is kept as a text to read.")
        return None
    _rest, others = gapped(text(params.get("distractors")), dragged)
    right = {fold(one.answers[0]) or one.answers[0]: one.answers[0] for one in reversed(blanks)}
    wrong = {fold(one.answers[0]) or one.answers[0]: one.answers[0] for one in others}
    options = listed((wrong | right).values())
    gaps = tuple(
        Gap(f"g{n}", (right[fold(one.answers[0]) or one.answers[0]],), options)
        for n, one in enumerate(blanks, start=1)
    )
    return Cloze(**maker.common(), text=words, gaps=gaps)


def listed(options: Any) -> tuple[str, ...]:
    """The words of a list in an order that gives nothing away."""
    return tuple(sorted(dict.fromkeys(options), key=lambda word: (fold(word), word)))


def _mark(maker: Maker, params: Params) -> Item | None:
    task = plain(params.get("taskDescription"))
    _overall(maker, params)
    words, found = marked(text(params.get("textField")))
    maker.stem = "\n\n".join(filter(None, (task, words)))
    keys = sum(word.right for word in found)
    if not keys or len(found) > MOST_WORDS:
        what = f"Nothing is to be marked in it, or it has more than {MOST_WORDS} words."
        maker.say("lost", "no-key", f"{what} It is kept as a text to read.")
        return None
    what = "Its words became options to choose from; one that is repeated has its number."
    maker.say("changed", "words", what)
    seen: dict[str, int] = {}
    given = []
    for word in found:
        seen[word.text] = times = seen.get(word.text, 0) + 1
        share = Decimal(1) / keys
        shown = word.text if times == 1 else f"{word.text} ({times})"
        given.append(Given(text=shown, fraction=share if word.right else -share))
    return maker.choice(given, single=False)


def _sort(maker: Maker, params: Params) -> Item | None:
    maker.stem = plain(params.get("taskDescription"))
    _overall(maker, params)
    rows = [plain(one if isinstance(one, str) else part(one, "text"))
            for one in each(params.get("paragraphs"))]  # fmt: skip
    texts = list(filter(None, rows))
    if len(texts) < 2:
        maker.say("refused", "too-few", "There are fewer than two paragraphs to put in order.")
        return None
    maker.say("changed", "scoring", "Each pair that stands in its order earns its part here.")
    options = tuple(Option(f"o{n}", row) for n, row in enumerate(texts, start=1))
    return Order(**maker.common(), options=options)


def _single(maker: Maker, params: Params) -> Item | None:
    """One choice of a SingleChoiceSet: the first answer is the right one."""
    maker.stem = plain(params.get("question"))
    given = [
        Given(text=plain(answer), fraction=Decimal(not n))
        for n, answer in enumerate(each(params.get("answers")))
    ]
    return maker.choice(given, single=True)


SINGLE = "H5P.SingleChoiceSet"
KINDS: dict[str, Callable[[Maker, Params], Item | None]] = {
    "H5P.MultiChoice": _choice,
    "H5P.TrueFalse": _true_false,
    "H5P.Blanks": _blanks,
    "H5P.DragText": _drag,
    "H5P.MarkTheWords": _mark,
    "H5P.SortParagraphs": _sort,
    SINGLE: _single,
}
