"""The pages of a test and of its key."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from quizapp.claims import Article
from quizapp.drawing.document import pdf
from quizapp.drawing.fonts import ready
from quizapp.drawing.images import decoded
from quizapp.drawing.ink import RIGHT, level_line, width_of, write
from quizapp.drawing.print_look import LINE_STRONG, TEXT, TEXT2, font, style
from quizapp.drawing.setting import WIDTH, Row, Rows, before, heading, labelled, together, words
from quizapp.i18n import _
from quizapp.report.paper import LETTERS, KeyLine, Paper, Question

INDENT, BOX, LINE_HEIGHT = 34.0, 11.0, 31.0
TALLEST_PICTURE, LARGEST_DOT = 250.0, 0.75


def exam_pdf(paper: Paper) -> bytes:
    """The test as a PDF: a place for the name, the article, the questions with room to answer."""
    app = ready()
    title = name_of(paper)
    made = pdf(title, title, tuple(_test(paper)))
    del app
    return made


def key_pdf(paper: Paper) -> bytes:
    """The key as a PDF: each answer with the words of the article that show it, and why."""
    app = ready()
    title = _("Key: {title}").format(title=name_of(paper))
    made = pdf(title, title, tuple(_key(paper)))
    del app
    return made


def name_of(paper: Paper) -> str:
    """The title of a test, with its form."""
    if not paper.form:
        return paper.title
    return _("{title}, form {form}").format(title=paper.title, form=paper.form)


def _test(paper: Paper) -> Iterator[Row]:
    yield from words(name_of(paper), style("title"))
    yield from _names(paper)
    told = _(
        "Answer from the article alone, not from what you know. Cross the box of your answer; more "
        "than one only where the question asks for every answer."
    )
    yield from words(told, style("body", TEXT2), above=16.0)
    yield from _article(paper.article)
    questions = [row for question in paper.questions for row in _question(question)]
    head = heading(_("Questions"), _("{n} points").format(n=paper.points))
    if paper.legend:
        head = (*head, *_legend(paper.legend))
    yield from before(head, tuple(questions))


def _names(paper: Paper) -> Rows:
    """Where the name, the date and the points are written."""
    places = (
        (_("Name"), 0.0, 300.0),
        (_("Date"), 322.0, 150.0),
        (_("Points of {n}").format(n=paper.points), 494.0, 148.0),
    )

    def paint(painter: QPainter, x: float, y: float) -> None:
        for label, left, width in places:
            level_line(painter, x + left, x + left + width, y + 30, LINE_STRONG)
            place = QRectF(x + left, y + 33, width, 15)
            write(painter, label, font("small"), TEXT2, place)

    return (Row(50.0, paint, 10.0),)


def _article(article: Article) -> Iterator[Row]:
    """The article with its paragraphs numbered, so that a place in it can be named."""
    title = words(article.title, style("head"), above=4.0)
    cites = words(article.credit, style("small", TEXT2), above=2.0) if article.credit else ()
    label = style("small", TEXT2)
    body: list[Row] = []
    for paragraph in article.paragraphs:
        text = article.text[paragraph.start : paragraph.end]
        rows = words(text, style("reading"), left=INDENT, above=9.0)
        body += labelled(str(paragraph.number), label, rows, left=8.0)
    yield from before((*heading(_("The article")), *title, *cites), tuple(body))


def _legend(legend: Sequence[tuple[str, str]]) -> Rows:
    """How a claim can stand, in words."""
    small, strong = font("small"), font("small_strong")
    widest = max(width_of(title, strong) for title, _gloss in legend) + 14

    def row(title: str, gloss: str, above: float) -> Row:
        def paint(painter: QPainter, x: float, y: float) -> None:
            write(painter, title, strong, TEXT, QRectF(x + INDENT, y, widest, 17))
            place = QRectF(x + INDENT + widest, y, WIDTH - INDENT - widest, 17)
            write(painter, gloss, small, TEXT2, place)

        return Row(17.0, paint, above)

    told = words(_("How a claim can stand in an article:"), style("small", TEXT2), above=2.0)
    lines = (row(title, gloss, 3.0 if n == 0 else 0.0) for n, (title, gloss) in enumerate(legend))
    return (*told, *lines)


def _question(question: Question) -> Rows:
    """One question with its room, which stays on one page where a page can hold it."""
    if not question.number:
        return words(question.subject, style("body"), above=16.0)
    subject = f"“{question.subject}”" if question.quoted else question.subject
    parts: list[Rows] = []
    if question.prompt:
        parts.append(words(question.prompt, style("small", TEXT2), left=INDENT, above=18.0))
    parts.append(
        words(subject, style("reading"), left=INDENT, above=2.0 if question.prompt else 18.0)
    )
    if question.picture:
        parts.append(_picture(question))
    rows = together(*parts, *_room(question))
    rows = _noted(question.points, rows)
    return labelled(f"{question.number}.", style("strong"), rows)


def _picture(question: Question) -> Rows:
    """The picture beside a question; its words, where it cannot be printed."""
    image = decoded(question.image) if question.image else QImage()
    if image.isNull():
        told = _("[Picture: {words}]").format(words=question.picture)
        return words(told, style("small", TEXT2), left=INDENT)
    scale = min(
        (WIDTH - INDENT) / image.width(),
        TALLEST_PICTURE / image.height(),
        LARGEST_DOT,
    )
    wide, tall = image.width() * scale, image.height() * scale

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.drawImage(QRectF(x + INDENT, y, wide, tall), image)

    return (Row(tall + 6.0, paint, 8.0),)


def _noted(note: str, rows: Rows) -> Rows:
    """The rows with a note at the right of the first."""
    first = rows[0]

    def paint(painter: QPainter, x: float, y: float) -> None:
        first.paint(painter, x, y)
        place = QRectF(x, y, WIDTH, first.height)
        write(painter, note, font("small"), TEXT2, place, RIGHT)

    return (Row(first.height, paint, first.above, first.joined), *rows[1:])


def _room(question: Question) -> Iterator[Rows]:
    """Boxes, rows, gaps and lines, as far as the question has them."""
    room = question.room
    if room.boxes:
        yield _short_boxes(room.boxes) if room.short else _boxes(room.boxes)
    if room.text:
        yield words(room.text, style("reading"), left=INDENT, above=6.0)
    for row in room.rows:
        yield _blank(row)
    if room.choices:
        text = "     ".join(room.choices)
        yield words(text, style("small"), left=INDENT, above=8.0)
    for label in room.lines:
        yield (_ruled(label),)


def _boxes(options: Sequence[str]) -> Rows:
    """A box, a letter and an option, one under the other."""
    rows: list[Row] = []
    body = style("body")
    for letter, option in zip(LETTERS, options, strict=False):
        lines = words(option, body, left=INDENT + 42, above=4.0)
        lines = labelled(letter, style("body", TEXT2), lines, left=INDENT + 22)
        rows += _boxed(lines, INDENT)
    return tuple(rows)


def _short_boxes(options: Sequence[str]) -> Rows:
    """Boxes beside each other, in as many lines as they need."""
    body, at = font("body"), INDENT
    rows: list[Row] = []
    line: list[tuple[float, str]] = []
    for option in options:
        width = BOX + 6 + width_of(option, body) + 10
        if line and at + width > WIDTH + 10:
            rows.append(_box_line(tuple(line)))
            line, at = [], INDENT
        line.append((at, option))
        at += width
    return (*rows, _box_line(tuple(line)))


def _box_line(boxes: Sequence[tuple[float, str]]) -> Row:
    def paint(painter: QPainter, x: float, y: float) -> None:
        for left, option in boxes:
            _box(painter, x + left, y + 5)
            place = QRectF(x + left + BOX + 6, y, WIDTH, 21)
            write(painter, option, font("body"), TEXT, place)

    return Row(21.0, paint, 5.0)


def _boxed(rows: Rows, left: float) -> Rows:
    first = rows[0]

    def paint(painter: QPainter, x: float, y: float) -> None:
        _box(painter, x + left, y + (first.height - BOX) / 2)
        first.paint(painter, x, y)

    return (Row(first.height, paint, first.above, first.joined), *rows[1:])


def _box(painter: QPainter, x: float, y: float) -> None:
    painter.setPen(QPen(QColor(TEXT), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(x, y, BOX, BOX))


def _blank(text: str) -> Rows:
    """A statement after a short line for a number."""
    rows = words(text, style("body"), left=INDENT + 48, above=6.0)
    first = rows[0]

    def paint(painter: QPainter, x: float, y: float) -> None:
        level_line(painter, x + INDENT, x + INDENT + 34, y + first.height - 2, LINE_STRONG)
        first.paint(painter, x, y)

    return (Row(first.height, paint, first.above), *rows[1:])


def _ruled(label: str) -> Row:
    """A line to write on, with what belongs there at its left, small."""

    def paint(painter: QPainter, x: float, y: float) -> None:
        level_line(painter, x + INDENT, x + WIDTH, y + LINE_HEIGHT - 1, LINE_STRONG)
        place = QRectF(x + INDENT, y + LINE_HEIGHT - 17, WIDTH - INDENT, 14)
        write(painter, label, font("small"), TEXT2, place)

    return Row(LINE_HEIGHT, paint)


def _key(paper: Paper) -> Iterator[Row]:
    yield from words(_("Key"), style("small", TEXT2))
    yield from words(name_of(paper), style("title"), above=2.0)
    told = _("With the words of the article that show each answer, and why.")
    yield from words(told, style("body", TEXT2), above=8.0)
    for line in paper.keys:
        yield from _key_line(line)


def _key_line(line: KeyLine) -> Rows:
    subject = f"“{line.subject}”" if line.quoted else line.subject
    parts = [
        words(subject, style("reading"), left=INDENT, above=16.0),
        words(line.key, style("strong"), left=INDENT, above=2.0),
    ]
    for shown in line.evidence:
        where = _("Paragraph {number}: “{words}”").format(number=shown.paragraph, words=shown.text)
        parts.append(words(where, style("small"), left=INDENT, above=2.0))
    if line.why:
        parts.append(words(line.why, style("small", TEXT2), left=INDENT, above=2.0))
    return labelled(f"{line.number}.", style("strong"), together(*parts))
