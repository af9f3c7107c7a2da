"""The article as a document: its parts, and where each of its words is drawn."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from quizapp.text import codepoint_index, utf16_index
from quizapp.ui.tokens import Theme

_WORD_MARK = re.compile(r"p(\d+):(\d+)-(\d+)")
_WORD = re.compile(r"\S+")
_EDGE = "“”‘’\"'(),.;:!?…–—-"


@dataclass(frozen=True, slots=True)
class SentenceText:
    """One sentence: its id (``p2s3``) and its place in the paragraph, in code points."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ParagraphText:
    """One paragraph, with its number as it is shown."""

    number: int
    text: str
    sentences: tuple[SentenceText, ...]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Half-open range of code points in a paragraph."""

    paragraph: int
    start: int
    end: int

    def id(self) -> str:
        """The range as a mark by words, such as ``p2:14-37``."""
        return f"p{self.paragraph}:{self.start}-{self.end}"

    def touches(self, other: "Place") -> bool:
        """Whether two ranges share a character or meet."""
        same = self.paragraph == other.paragraph
        return same and self.start <= other.end and other.start <= self.end


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words that show it, with the claim's standing; empty where that is not told."""

    paragraph: int
    start: int
    end: int
    standing: str

    def place(self) -> Place:
        """Where the words are."""
        return Place(self.paragraph, self.start, self.end)


class ArticleText:
    """Knows the paragraphs, and translates between places in them and Qt's positions."""

    def __init__(self, paragraphs: Sequence[ParagraphText]) -> None:
        self.paragraphs = tuple(paragraphs)
        self._by_number = {p.number: (n, p) for n, p in enumerate(self.paragraphs)}
        self.sentences = tuple(
            (s.id, Place(p.number, s.start, s.end)) for p in self.paragraphs for s in p.sentences
        )
        self._sentence = dict(self.sentences)

    def place_of(self, mark: str) -> Place | None:
        """Where a mark lies: a sentence's id, or words such as ``p2:14-37``."""
        if mark in self._sentence:
            return self._sentence[mark]
        found = _WORD_MARK.fullmatch(mark)
        if not found:
            return None
        number, start, end = map(int, found.groups())
        known = self._by_number.get(number)
        inside = known is not None and 0 <= start < end <= len(known[1].text)
        return Place(number, start, end) if inside else None

    def cut(self, place: Place) -> str:
        """The words at a place."""
        known = self._by_number.get(place.paragraph)
        return known[1].text[place.start : place.end] if known else ""

    def words(self) -> tuple[Place, ...]:
        """Every word of the article, without the punctuation round it."""
        places = []
        for paragraph in self.paragraphs:
            for found in _WORD.finditer(paragraph.text):
                word = found.group()
                start = found.start() + len(word) - len(word.lstrip(_EDGE))
                end = found.end() - (len(word) - len(word.rstrip(_EDGE)))
                if start < end:
                    places.append(Place(paragraph.number, start, end))
        return tuple(places)

    def block_of(self, document: QTextDocument, paragraph: int) -> QTextBlock:
        """The block that holds a paragraph; the title and the citation come before the first."""
        return document.findBlockByNumber(self._by_number[paragraph][0] + 2)

    def rects(self, document: QTextDocument, place: Place, size: int) -> list[QRectF]:
        """A rectangle for each line that a place is on, in the document's coordinates."""
        if place.paragraph not in self._by_number:
            return []
        text = self._by_number[place.paragraph][1].text
        block = self.block_of(document, place.paragraph)
        start, end = utf16_index(text, place.start), utf16_index(text, min(place.end, len(text)))
        document.documentLayout().blockBoundingRect(block)  # lays out what is far below as well
        layout, result = block.layout(), list[QRectF]()
        for number in range(layout.lineCount()):
            found = layout.lineAt(number)
            first = max(start, found.textStart())
            last = min(end, found.textStart() + found.textLength())
            kept = text[: codepoint_index(text, last)].rstrip()
            last = min(last, utf16_index(kept, len(kept)))
            if first >= last:
                continue
            left, right = _x(found.cursorToX(first)), _x(found.cursorToX(last))
            baseline = layout.position().y() + found.y() + found.ascent()
            x = layout.position().x() + left
            result.append(QRectF(x, baseline - size * 1.02, right - left, size * 1.36))
        return result

    def line_above(self, document: QTextDocument, y: float, theme: Theme) -> int:
        """Where the line begins that ``y`` falls on, so that no line is cut at the top."""
        found, size, height = 0.0, theme.px(18), theme.line_height("reading")
        for paragraph in self.paragraphs:
            place = Place(paragraph.number, 0, len(paragraph.text))
            tops = [rect.center().y() - height / 2 for rect in self.rects(document, place, size)]
            found = max([found, *(top for top in tops if top <= y)])
            if tops and tops[-1] > y:
                break
        return round(found)

    def at(self, document: QTextDocument, position: int) -> tuple[int, int] | None:
        """The paragraph's number and the code point at one of Qt's positions."""
        block = document.findBlock(position)
        index = block.blockNumber() - 2
        if not 0 <= index < len(self.paragraphs):
            return None
        paragraph = self.paragraphs[index]
        return paragraph.number, codepoint_index(paragraph.text, position - block.position())


def _x(found: object) -> float:
    """PySide hands the position back beside its answer."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Margins:
    """Where numbers and text stand, in pixels from the edges of the pane."""

    number: int
    left: int
    right: int

    @staticmethod
    def of(theme: Theme, width: int, *, compact: bool, digits: int = 1) -> "Margins":
        """Margins for a pane of ``width``: 60 to 75 characters a line, the column centred."""
        number, left, right = (28, 72, 32) if compact else (40, 84, 44)
        needed = number + digits * theme.px(8) + theme.grow(16) + 20
        left = max(left, needed)
        most = round(37.5 * theme.px(18))
        spare = max(0, width - left - right - most)
        return Margins(number + spare // 2, left + spare // 2, right + (spare + 1) // 2)


def fill(
    document: QTextDocument,
    theme: Theme,
    title: str,
    byline: str,
    paragraphs: Sequence[ParagraphText],
    *,
    compact: bool,
) -> None:
    """Write the article into ``document`` with the fonts of the look."""
    document.clear()
    document.setDocumentMargin(0)
    document.setUndoRedoEnabled(False)
    cursor = QTextCursor(document)
    head = "display_compact" if compact else "display"
    _write(cursor, theme, title, head, "text", above=0, first=True)
    _write(cursor, theme, byline, "small", "text2", above=7)
    for number, paragraph in enumerate(paragraphs):
        above = 14 if number else (15 if compact else 18)
        _write(cursor, theme, paragraph.text, "reading", "text", above=above)


def set_margins(document: QTextDocument, margins: Margins, *, compact: bool) -> None:
    """Place the column in the pane."""
    frame = document.rootFrame()
    style = frame.frameFormat()
    wanted = (margins.left, margins.right, 20 if compact else 28)
    if (style.leftMargin(), style.rightMargin(), style.topMargin()) != wanted:
        style.setLeftMargin(margins.left)
        style.setRightMargin(margins.right)
        style.setTopMargin(wanted[2])
        style.setBottomMargin(44)
        frame.setFrameFormat(style)


def _write(
    cursor: QTextCursor,
    theme: Theme,
    text: str,
    role: str,
    tone: str,
    *,
    above: int,
    first: bool = False,
) -> None:
    block, letters = QTextBlockFormat(), QTextCharFormat()
    fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    block.setLineHeight(theme.line_height(role), fixed)
    block.setTopMargin(above)
    letters.setFont(theme.font(role))
    letters.setForeground(theme.color(tone))
    if first:
        cursor.setBlockFormat(block)
        cursor.setBlockCharFormat(letters)
    else:
        cursor.insertBlock(block, letters)
    cursor.insertText(text, letters)
