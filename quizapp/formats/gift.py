"""GIFT, Moodle's plain text format: read as Moodle reads it, and written back."""

import re
from collections.abc import Mapping
from decimal import Decimal

from quizapp.bank import Bank
from quizapp.formats import gift_parts as gift
from quizapp.formats.base import Format, Loss, Note, Question, Reading, Written
from quizapp.formats.gift_write import text_of
from quizapp.formats.moodle_kinds import Given, Ids, Maker, number, percent
from quizapp.formats.plain import decoded, is_marked, shortened, unmarked
from quizapp.items import Item

ID = "gift"
_HINT = re.compile(
    rb"^\s*(//|::|\$CATEGORY:)|\{\s*(=|~|#|T\b|F\b|TRUE|FALSE|\})|[=~][^\n]*\}", re.M
)
_LATEX = re.compile(r"\\\(|\\\[|\$\$|\\[a-zA-Z]+\{")


def recognise(head: bytes, name: str) -> float:
    """Braces with answers in them, titles in colons, comments in slashes."""
    if head.lstrip()[:1] == b"<" or b"\x00" in head:
        return 0.0
    if re.search(rb"\{\s*(=|~|#|T\}|F\}|TRUE|FALSE)", head) or (b"::" in head and b"{" in head):
        return 0.9
    if name.lower().endswith(".gift"):
        return 0.8
    return 0.4 if _HINT.search(head) else 0.0


def read(data: bytes, name: str) -> Reading:
    """The questions of a GIFT file.

    Raises:
        FileError: it is no text, or there is nothing in it.
    """
    text, notes = decoded(data, name)
    reader = _Reader()
    for block in gift.blocks(text):
        reader.block(block)
    return Reading(questions=tuple(reader.questions), notes=notes)


class _Reader:
    """Goes through the blocks; a category holds for those after it."""

    def __init__(self) -> None:
        self.questions: list[Question] = []
        self._category: tuple[str, ...] = ()
        self._ids = Ids()

    def block(self, block: gift.Block) -> None:
        """One block: a category, or a question; a question right below a category is read too."""
        if block.text.startswith("$CATEGORY:"):
            line, _newline, rest = block.text.partition("\n")
            path = gift.meant(line.removeprefix("$CATEGORY:")).strip()
            self._category = tuple(part.strip() for part in re.split(r"(?<!/)/(?!/)", path) if part)
            if not rest.strip():
                return
            block = gift.Block(block.line + 1, rest.strip(), block.comments)
        self.questions.append(self._question(block))

    def _question(self, block: gift.Block) -> Question:
        try:
            found = gift.parts(block)
        except gift.BraceError:
            what = "A brace has no partner. Write \\{ or \\} for a brace that is meant."
            note = Note(block.line, 1, "refused", "brace", what)
            title = shortened(gift.meant(block.text))
            return Question(line=block.line, name=title, native="", item=None, notes=(note,))
        native = gift.kind(found.answers)
        maker = Maker(
            line=block.line,
            id=self._ids.new(found.id, len(self.questions) + 1),
            stem=_plain(found.stem),
            feedback=_plain(found.feedback),
            tags=found.tags,
        )
        self._warn(maker, found)
        item = self._item(maker, native, found)
        if item is None and not any(note.effect == "refused" for note in maker.notes):
            item = maker.info()
        return Question(
            line=block.line,
            name=found.name or shortened(maker.stem),
            native=native,
            item=item,
            notes=tuple(maker.notes),
            category=self._category,
        )

    def _warn(self, maker: Maker, found: gift.Parts) -> None:
        if is_marked(found.stem.words):
            maker.say("changed", "markup", "Its markup was taken off; the words are all there.")
        if found.answers is not None and _LATEX.search(found.stem.words):
            what = "There may be a formula: braces that are not escaped are taken for answers."
            maker.say("info", "formula", what)

    def _item(self, maker: Maker, native: str, found: gift.Parts) -> Item | None:
        answers, usual = found.answers or "", found.stem.format
        if native == "multichoice":
            return maker.choice(
                [_given(one) for one in gift.choices(answers, usual)], single="=" in answers
            )
        if native == "match":
            return _match(maker, answers, usual)
        if native == "truefalse":
            right, wrong_told, right_told = gift.true_false(answers, usual)
            return maker.true_false(right, [_plain(wrong_told), _plain(right_told)])
        if native == "shortanswer":
            return maker.short([_given(one) for one in gift.words(answers, usual)])
        if native == "numerical":
            return _number(maker, answers, usual)
        if native == "essay":
            maker.say("changed", "open", "An open question is kept as a text to read, unscored.")
        return maker.info()


def _match(maker: Maker, answers: str, usual: str) -> Item | None:
    try:
        found = gift.pairs(answers, usual)
    except ValueError as error:
        maker.say("refused", "no-arrow", f"A pair has no “->”: “{error}”.")
        return None
    return maker.match([(_plain(left), unmarked(right)) for left, right in found])


def _number(maker: Maker, answers: str, usual: str) -> Item | None:
    found, other = gift.numbers(answers, usual)
    given = [_span(one) for one in found if one.text.words]
    if any(one is None for one in given) or not given:
        maker.say("refused", "no-number", "An answer is no number.")
        return None
    kept = [one for one in given if one is not None]
    if other is not None:
        kept.append(Given(text="*", fraction=Decimal(0), feedback=_plain(other)))
    return maker.number(kept)


def _span(one: gift.Answer) -> Given | None:
    """A number with its tolerance: 5, 5:0.1, or 4.9..5.1; ``None`` where it is none."""
    words, fraction = one.text.words, percent(one.percent)
    low, dots, high = words.partition("..")
    if dots and low:
        least, most = number(low), number(high)
        if least is None or most is None:
            return None
        middle = (least + most) / 2
        words, tolerance = f"{middle:f}", f"{most - middle:f}"
    else:
        words, colon, tolerance = words.partition(":")
        tolerance = tolerance if colon else "0"
    if (number(words) is None and words.strip() != "*") or number(tolerance) is None:
        return None
    return Given(
        text=words.strip(), fraction=fraction, feedback=_plain(one.feedback), tolerance=tolerance
    )


def _given(one: gift.Answer) -> Given:
    return Given(
        text=_plain(one.text), fraction=percent(one.percent), feedback=_plain(one.feedback)
    )


def _plain(text: gift.Text) -> str:
    return text.words if text.format in ("plain", "markdown") else unmarked(text.words)


def write(bank: Bank, files: Mapping[str, bytes]) -> Written:  # noqa: ARG001  (GIFT has no files)
    """The bank as GIFT, and what it does not carry."""
    losses: list[Loss] = []
    texts = [text_of(item, losses) for item in bank.items]
    whole = "\n\n".join(text for text in texts if text)
    return Written(data=(whole + "\n").encode(), losses=tuple(losses))


GIFT = Format(
    id=ID,
    title="GIFT (Moodle)",
    suffixes=(".gift", ".gift.txt", ".txt"),
    recognise=recognise,
    read=read,
    write=write,
    text=True,
    losses=(
        "Claims, standings and evidence: a question goes out as its words and its key.",
        "Evidence and words to be marked in the article.",
        "Pictures, skills, and the weight of a question.",
    ),
)
