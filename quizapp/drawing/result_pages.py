"""The pages of one result: the sentence, the pictures with their tables, the items, the map."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from quizapp.drawing.dates import full_day, local_time
from quizapp.drawing.document import pdf
from quizapp.drawing.fonts import ready
from quizapp.drawing.parts import (
    by_reader,
    matrix_rows,
    reading_rows,
    skill_rows,
    sure_rows,
    title_rows,
)
from quizapp.drawing.print_look import TEXT2, style
from quizapp.drawing.setting import Row, Rows, before, heading, labelled, together, words
from quizapp.i18n import _
from quizapp.quiz import Verdict
from quizapp.report import MapLine, Result, certainty_line, lacking, side_title, signed
from quizapp.report.answers import Answered

INDENT = 34.0


Reasons = Mapping[str, Sequence[str]]


def result_pdf(
    result: Result, answers: Sequence[Answered], reasons: Reasons = MappingProxyType({})
) -> bytes:
    """The result as a PDF. ``answers`` are those of its attempt.

    ``reasons`` are lines that are printed below the key of an item, by its id.
    """
    app = ready()
    title = _("Result: {title}").format(title=result.title)
    made = pdf(title, title, tuple(_rows(result, answers, reasons)))
    del app
    return made


def _rows(result: Result, answers: Sequence[Answered], reasons: Reasons) -> Iterator[Row]:
    yield from title_rows(_("Result"), result.title, _facts(result))
    yield from words(result.sentence, style("said"), above=18.0)
    yield from words(result.rests_on, style("body", TEXT2), above=4.0)
    for line in (*result.taken, _credit(result)):
        yield from words(line, style("small", TEXT2), above=4.0)
    yield from matrix_rows(result.discernment.matrix, _("counts; stronger is more"))
    if result.discernment.n:
        yield from _reading(result)
    yield from _sure(result)
    yield from skill_rows(result.skills)
    yield from _items(answers, reasons)
    yield from _map(result)


def _facts(result: Result) -> str:
    attempt = result.attempt
    at = attempt.submitted or attempt.started
    text = _("handed in {day}, {time}")
    return by_reader(attempt.reader, text.format(day=full_day(at), time=local_time(at)))


def _credit(result: Result) -> str:
    right, n = result.score.right, len(result.score.marks)
    return _("Full credit: {right} of {n} items.").format(right=right, n=n)


def _reading(result: Result) -> Rows:
    if isinstance(result.judged, Verdict) and not result.closed:
        return reading_rows(result.judged)
    told = (
        _("Not from answers that were given without the article.")
        if result.closed
        else lacking(result.discernment)
    )
    head = heading(_("Telling apart, and leaning"))
    return together(head, words(told, style("body", TEXT2), above=4.0))


def _sure(result: Result) -> Rows:
    if result.certainty is None:
        told = _("How sure you were was not asked, so there is nothing to compare.")
        head = heading(_("Sure, and right"))
        return together(head, words(told, style("body", TEXT2), above=4.0))
    marks = words(certainty_line(result.certainty), style("small", TEXT2))
    return together(sure_rows(result.fits, result.claims), marks)


def _items(answers: Sequence[Answered], reasons: Reasons) -> Rows:
    """Every item with its answer and its key."""
    rows = tuple(row for answer in answers for row in _item(answer, reasons.get(answer.item, ())))
    return before(heading(_("Every item")), rows)


def _item(answer: Answered, reasons: Sequence[str]) -> Rows:
    subject = f"“{answer.text}”" if answer.quoted else answer.text
    parts = [words(subject, style("reading"), left=INDENT, above=10.0)]
    lines = [_("Key: {key}").format(key=answer.key), *reasons, _mark(answer)]
    if answer.yours:
        lines.insert(0, _("Your answer: {answer}").format(answer=answer.yours))
    parts += [words(line, style("small", TEXT2), left=INDENT) for line in lines]
    rows = together(*parts)
    return labelled(f"{answer.number}.", style("strong"), rows)


def _mark(answer: Answered) -> str:
    """What the answer earned, in one line."""
    text = _("{verdict}: {credit} of 1")
    told = text.format(verdict=answer.verdict, credit=f"{answer.mark.credit:.2g}")
    if answer.certainty is None:
        return told
    text = _("{told}. Sure: {level}, which earns {mark}")
    return text.format(told=told, level=answer.sure, mark=signed(answer.certainty))


def _map(result: Result) -> Iterator[Row]:
    """How everything stands in the article."""
    found = result.map
    groups = (
        (_("Confirmed by"), found.confirmed),
        (_("Still open"), found.open),
        (_("Said by, no more than that"), found.said),
    )
    rows = [row for title, lines in groups if lines for row in _group(title, lines)]
    for one in found.argued:
        rows += words(one.question, style("strong"), above=12.0)
        for side in one.sides:
            rows += _group(side_title(side.side), side.lines)
    note = _("as of {date}").format(date=found.as_of) if found.as_of else ""
    yield from before(heading(_("The article’s map"), note), tuple(rows))


def _group(title: str, lines: Sequence[MapLine]) -> Rows:
    told = [f"{line.text} ({line.by})" if line.by else line.text for line in lines]
    body = style("body")
    rows = tuple(
        row
        for one in told or [_("not argued here")]
        for row in labelled("–", body, words(one, body, left=14.0, above=3.0))
    )
    return before(words(title, style("small_strong", TEXT2), above=10.0), rows)
