"""A text with gaps in it: the words are painted, the gaps are fields between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.i18n import _
from quizapp.ui.tokens import current
from quizapp.ui.widgets.field import Choices, Field
from quizapp.ui.widgets.paint import width_of, write

_ROLE = "reading"
_AROUND = 5
_NARROWEST = 110
_BESIDE = 2


@dataclass(frozen=True, slots=True)
class Hole:
    """One gap: what may stand in it sets its width; with ``options`` it is chosen from a list."""

    id: str
    sample: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, or the gap with this number; ``glued`` to what stands before it."""

    word: str
    gap: int = -1
    glued: bool = False
    line: bool = False


_Line = list[tuple[_Token, float, float]]


class GapText(QWidget):
    """The text. ``filled`` carries the words of all gaps by their ids; empty ones are left out."""

    filled = Signal(dict)

    def __init__(self, pieces: Sequence[str | Hole], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._holes = [piece for piece in pieces if isinstance(piece, Hole)]
        self._tokens = list(_tokens(pieces))
        self._words: list[tuple[QRectF, str]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self._spoken())
        self.fields = [self._field(hole, n) for n, hole in enumerate(self._holes)]
        for field in self.fields:
            field.changed.connect(lambda _words: self.filled.emit(self.words()))

    def words(self) -> dict[str, str]:
        """What stands in each gap that is not empty."""
        pairs = zip(self._holes, self.fields, strict=True)
        return {hole.id: found for hole, field in pairs if (found := field.words())}

    def set_words(self, words: dict[str, str]) -> None:
        """Show these words in the gaps, without a signal."""
        for hole, field in zip(self._holes, self.fields, strict=True):
            field.set_words(words.get(hole.id, ""))

    def first(self) -> QWidget | None:
        """The first field that is still empty, else the first."""
        empty = (field for field in self.fields if not field.words())
        return next(empty, self.fields[0] if self.fields else None)

    def sizeHint(self) -> QSize:
        width = current().px(440)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST + 40, current().line_height(_ROLE))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(_height(line) for line in self._lines(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        for rect, word in self._words:
            write(painter, word, theme.font(_ROLE), theme.text, rect)
        painter.end()

    def _field(self, hole: Hole, n: int) -> Field | Choices:
        name = _("Gap {n} of {of}: {words}").format(
            n=n + 1, of=len(self._holes), words=self._around(n)
        )
        if hole.options:
            return Choices(name, hole.options, _ROLE, self)
        return Field(name, _ROLE, self)

    def _lines(self, width: int) -> list[_Line]:
        """The tokens in lines of ``width``, each with its left edge and its width."""
        space = width_of(" ", current().font(_ROLE))
        lines, x = list[_Line]([[]]), 0.0
        for cluster in _clusters(self._tokens):
            wide = [self._width(token, width) for token in cluster]
            if lines[-1] and (cluster[0].line or x + space + sum(wide) > width):
                lines.append([])
                x = 0.0
            x += space if lines[-1] else 0.0
            for token, own in zip(cluster, wide, strict=True):
                lines[-1].append((token, x, own))
                x += own
        return lines

    def _width(self, token: _Token, width: int) -> float:
        if token.gap < 0:
            return width_of(token.word, current().font(_ROLE))
        field, samples = self.fields[token.gap], [hole.sample for hole in self._holes]
        if isinstance(field, Choices):
            return min(field.width_for(field.options), width - 40) + 2 * _BESIDE
        return min(max(_NARROWEST, field.width_for(samples)), width - 40) + 2 * _BESIDE

    def _place(self) -> None:
        """Put the fields between the words, in the order of the text for Tab as well."""
        self._words, y = [], 0
        tall = current().grow(36)
        for line in self._lines(self.width()):
            height = _height(line)
            for token, x, wide in line:
                if token.gap < 0:
                    self._words.append((QRectF(x, y, wide + 2, height), token.word))
                else:
                    top = y + (height - tall) // 2
                    place = QRect(round(x) + _BESIDE, top, round(wide) - 2 * _BESIDE, tall)
                    self.fields[token.gap].setGeometry(place)
            y += height
        self.update()

    def _spoken(self) -> str:
        """The text as a screen reader says it."""
        names = (
            _("gap {n}").format(n=token.gap + 1) if token.gap >= 0 else token.word
            for token in self._tokens
        )
        return " ".join(names)

    def _around(self, gap: int) -> str:
        """The words on both sides of a gap, so that it can be told from the others."""
        at = next(n for n, token in enumerate(self._tokens) if token.gap == gap)
        before, after = self._tokens[max(0, at - _AROUND) : at], self._tokens[at + 1 :][:_AROUND]
        words = [token.word or "…" for token in before], [token.word or "…" for token in after]
        return " ".join([*words[0], "____", *words[1]])


def _height(line: _Line) -> int:
    theme = current()
    has_gap = any(token.gap >= 0 for token, _x, _width in line)
    return theme.grow(36) + 8 if has_gap else theme.line_height(_ROLE)


def _tokens(pieces: Sequence[str | Hole]) -> Iterator[_Token]:
    """Words and gaps in their order; what no space parts is glued."""
    gap, space = 0, " "
    for piece in pieces:
        parts = [piece] if isinstance(piece, Hole) else re.findall(r"\s+|\S+", piece)
        for part in parts:
            if isinstance(part, str) and part.isspace():
                space = part
                continue
            glued, line = not space, "\n" in space
            if isinstance(part, Hole):
                yield _Token("", gap, glued, line)
                gap += 1
            else:
                yield _Token(part, -1, glued, line)
            space = ""


def _clusters(tokens: Sequence[_Token]) -> Iterator[list[_Token]]:
    """Tokens that are to stay on one line."""
    cluster: list[_Token] = []
    for token in tokens:
        if cluster and not token.glued:
            yield cluster
            cluster = []
        cluster.append(token)
    if cluster:
        yield cluster
