"""What the reader marked in the article, and where the reader stands in it."""

from collections.abc import Sequence

from quizapp.ui.widgets.article_text import ArticleText, Place


class Marks:
    """Marks by sentence or by words, and a place that moves from one to the next."""

    def __init__(self, text: ArticleText) -> None:
        self.select = "sentences"
        self._text = text
        self._places: tuple[Place, ...] = ()
        self._sentences = tuple(place for _id, place in text.sentences)
        self._words = text.words()
        self._names = {place: id_ for id_, place in text.sentences}
        self._at = 0
        self._anchor = 0

    def ids(self) -> tuple[str, ...]:
        """The ids of the marks, in the order of the article."""
        if self.select == "words":
            return tuple(place.id() for place in self._places)
        return tuple(self._names.get(place, place.id()) for place in self._places)

    def places(self) -> tuple[Place, ...]:
        """Where the marks are."""
        return self._places

    def set(self, ids: Sequence[str]) -> None:
        """Have these marks; what is not in the article is left out."""
        found = {place for id_ in ids if (place := self._text.place_of(id_)) is not None}
        self._places = tuple(sorted(found))

    def toggle(self, place: Place) -> bool:
        """Mark a place, or take its mark away; says whether it is marked now."""
        if place in self._places or (self.select == "words" and self._inside(place)):
            gone = [p for p in self._places if p.touches(place)]
            self._places = tuple(p for p in self._places if p not in gone)
            return False
        if self.select == "words":
            met = [p for p in self._places if p.touches(place)]
            start = min([place.start, *(p.start for p in met)])
            end = max([place.end, *(p.end for p in met)])
            place = Place(place.paragraph, start, end)
            self._places = tuple(p for p in self._places if p not in met)
        self._places = tuple(sorted({*self._places, place}))
        return True

    def here(self) -> Place | None:
        """Where the reader stands: a sentence, a word, or the words taken with Shift."""
        units = self._units()
        if not units:
            return None
        first, last = units[min(self._at, self._anchor)], units[max(self._at, self._anchor)]
        if first.paragraph != last.paragraph:
            return units[self._at]
        return Place(first.paragraph, first.start, last.end)

    def marked(self, place: Place) -> bool:
        """Whether a place is marked."""
        return place in self._places or self._inside(place)

    def move(self, step: int, *, by_line: bool = False, extend: bool = False) -> None:
        """Go to the next place or the one before; by sentence where ``by_line`` says so."""
        units = self._units()
        if not units:
            return
        if self.select == "words" and by_line:
            self._at = self._next_sentence(step)
        else:
            self._at = min(len(units) - 1, max(0, self._at + step))
        together = units[self._at].paragraph == units[self._anchor].paragraph
        if not (extend and self.select == "words" and together):
            self._anchor = self._at

    def jump(self, *, last: bool) -> None:
        """Go to the first or the last place."""
        self._at = self._anchor = max(0, len(self._units()) - 1) if last else 0

    def go_to(self, sentence: str) -> bool:
        """Stand on a sentence; says whether the article has it."""
        place = self._text.place_of(sentence)
        return place is not None and self.stand_on(place)

    def stand_on(self, place: Place) -> bool:
        """Stand on the first unit that begins in a place."""
        for index, unit in enumerate(self._units()):
            same = unit.paragraph == place.paragraph
            if same and place.start <= unit.start < place.end:
                self._at = self._anchor = index
                return True
        return False

    def unit_at(self, paragraph: int, index: int) -> Place | None:
        """The sentence, or the word, at a code point."""
        for unit in self._units():
            if unit.paragraph == paragraph and unit.start <= index < unit.end:
                return unit
        return None

    def between(self, one: tuple[int, int], other: tuple[int, int]) -> Place | None:
        """Whole words from one point to another, within the paragraph of the first."""
        paragraph = one[0]
        first, last = sorted((one, other))
        start = first[1] if first[0] == paragraph else 0
        end = last[1] if last[0] == paragraph else 1 << 30
        met = [
            word
            for word in self._words
            if word.paragraph == paragraph and word.start <= end and word.end > start
        ]
        return Place(paragraph, met[0].start, met[-1].end) if met else None

    def _units(self) -> tuple[Place, ...]:
        return self._words if self.select == "words" else self._sentences

    def _inside(self, place: Place) -> bool:
        return any(
            p.paragraph == place.paragraph and p.start <= place.start and place.end <= p.end
            for p in self._places
        )

    def _next_sentence(self, step: int) -> int:
        here = self._words[self._at]
        now = [n for n, s in enumerate(self._sentences) if s <= here]
        to = min(len(self._sentences) - 1, max(0, (now[-1] if now else 0) + step))
        start = self._sentences[to]
        return next((n for n, word in enumerate(self._words) if word >= start), self._at)
