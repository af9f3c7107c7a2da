"""GIFT taken apart: blocks of lines, what stands in a block, and its answers; nothing is judged.

The order in which things are looked for is that of Moodle's reader, so that the same text means the
same here; which differences are meant is in ``docs/formats.md``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

_ESCAPES = {":": "\ue000", "#": "\ue001", "=": "\ue002", "{": "\ue003", "}": "\ue004",
            "~": "\ue005", "n": "\ue006"}  # fmt: skip
_MEANT = {held: "\n" if letter == "n" else letter for letter, held in _ESCAPES.items()}
_HOLD = re.compile(r"\\\\|\\([:#={}~n])")
_RESTORE = re.compile("[\ue000-\ue006]")
_WEIGHT = re.compile(r"%(-*[0-9]{1,2}\.?[0-9]*)%")
_FORMATS = ("moodle", "html", "plain", "markdown")
_ID = re.compile(r"\[id:([^\[\]]+)\]")
_TAG = re.compile(r"\[tag:([^\[\]]+)\]")


class BraceError(ValueError):
    """One brace without the other."""


@dataclass(frozen=True, slots=True)
class Block:
    """One question's lines; ``line`` is where it begins. Comments are apart."""

    line: int
    text: str
    comments: str


@dataclass(frozen=True, slots=True)
class Text:
    """Words, and the format that they are in: moodle, html, plain or markdown."""

    words: str
    format: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its fraction of the mark as a percentage in words, its text, its feedback."""

    percent: str
    text: Text
    feedback: Text


@dataclass(frozen=True, slots=True)
class Parts:
    """A block taken apart. ``answers`` is ``None`` where there are no braces."""

    name: str
    stem: Text
    answers: str | None
    feedback: Text
    id: str
    tags: tuple[str, ...]


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a file, which blank lines part."""
    lines: list[str] = []
    comments: list[str] = []
    begin = 0
    for n, raw in enumerate(chain(_lines(text), ("",)), start=1):
        line = raw.strip()
        if line:
            begin = begin or n
            is_comment = line.startswith("//")
            (comments if is_comment else lines).append(line)
            continue
        if lines:
            yield Block(begin, _held("\n".join(lines)), "\n".join(comments))
        if begin:
            lines, comments, begin = [], [], 0


def _lines(text: str) -> Iterator[str]:
    """The lines of a text, one at a time: all of them at once weigh many times the file."""
    begin = 0
    while (end := text.find("\n", begin)) >= 0:
        yield text[begin:end]
        begin = end + 1
    yield text[begin:]


def parts(block: Block) -> Parts:
    """What stands in a block.

    Raises:
        BraceError: an opening brace has no closing one, or the other way round.
    """
    name, text = _named(block.text)
    start, end = text.find("{"), text.find("}")
    if (start < 0) != (end < 0) or end < start:
        raise BraceError
    answers = None
    question = text
    if start >= 0:
        answers = text[start + 1 : end].strip()
        gap = "" if text.endswith("}") else "_____"
        question = text[:start] + gap + text[end + 1 :]
    feedback = ""
    if answers is not None and (mark := answers.rfind("####")) >= 0:
        feedback, answers = answers[mark + 4 :], answers[:mark].strip()
    stem = formatted(question, "moodle")
    found = _ID.search(block.comments)
    return Parts(
        name=meant(name).strip(),
        stem=stem,
        answers=answers,
        feedback=formatted(feedback, stem.format),
        id=found[1].strip() if found else "",
        tags=tuple(tag.strip() for tag in _TAG.findall(block.comments)),
    )


def _named(text: str) -> tuple[str, str]:
    if text.startswith("::"):
        end = text.find("::", 2)
        if end >= 0:
            return text[2:end], text[end + 2 :].strip()
        return "", text[2:]
    return "", text


def formatted(text: str, usual: str) -> Text:
    """Words with the format that stands before them in brackets, if any."""
    if text.startswith("["):
        end = text.find("]")
        if end > 0 and text[1:end] in _FORMATS:
            return Text(meant(text[end + 1 :]).strip(), text[1:end])
    return Text(meant(text).strip(), usual)


def kind(answers: str | None) -> str:
    """The type of a question, in Moodle's words, by its answers."""
    if answers is None:
        return "description"
    if not answers:
        return "essay"
    if answers.startswith("#"):
        return "numerical"
    if "~" in answers:
        return "multichoice"
    if "=" in answers and "->" in answers:
        return "match"
    plain = answers[: answers.find("#")].strip() if answers.find("#") > 0 else answers
    return "truefalse" if plain in ("T", "TRUE", "F", "FALSE") else "shortanswer"


def choices(answers: str, usual: str) -> tuple[Answer, ...]:
    """The answers of a multiple choice, with ``=`` for the right ones and ``~`` for the others."""
    pieces = _pieces(answers.replace("=", "~="), "~")
    return tuple(
        _answer(piece[1:], usual, "100")
        if piece.startswith("=")
        else _answer(piece, usual, "0", weighed=True)
        for piece in (one.strip() for one in pieces)
        if piece
    )


def words(answers: str, usual: str) -> tuple[Answer, ...]:
    """The answers of a short answer or a number; each is right unless its weight says otherwise."""
    pieces = (piece.strip() for piece in _pieces(answers, "="))
    return tuple(_answer(piece, usual, "100", weighed=True) for piece in pieces)


def pairs(answers: str, usual: str) -> tuple[tuple[Text, str], ...]:
    """What is to be matched with what.

    Raises:
        ValueError: a pair has no arrow.
    """
    found = []
    for piece in _pieces(answers, "="):
        left, arrow, right = piece.strip().partition("->")
        if not arrow:
            raise ValueError(meant(piece.strip()))
        found.append((formatted(left, usual), meant(right).strip()))
    return tuple(found)


def true_false(answers: str, usual: str) -> tuple[bool, Text, Text]:
    """Whether it is true, what to say to a wrong answer, and what to a right one."""
    bits = [*answers.split("#", 2), "", ""]
    wrong, right = formatted(bits[1], usual), formatted(bits[2], usual)
    return bits[0].strip() in ("T", "TRUE"), wrong, right


def numbers(answers: str, usual: str) -> tuple[tuple[Answer, ...], Text | None]:
    """The answers of a number, and what to say to any other, if anything."""
    body, tilde, rest = answers[1:].partition("~")
    other = None
    if tilde:
        other = formatted((tilde + rest).partition("#")[2], usual)
    return words(body, usual), other


def _pieces(answers: str, mark: str) -> list[str]:
    """What stands between the marks, without a first piece that is empty."""
    pieces = answers.split(mark)
    return pieces[1:] if not pieces[0].strip() else pieces


def _answer(piece: str, usual: str, percent: str, *, weighed: bool = False) -> Answer:
    weight = _WEIGHT.match(piece) if weighed else None
    if weight:
        percent, piece = weight[1], piece[weight.end() :]
    text, _mark, feedback = piece.partition("#")
    return Answer(percent, formatted(text, usual), formatted(feedback, usual))


def _held(text: str) -> str:
    """The text with its escaped characters put aside, so that they structure nothing."""
    if "\\" not in text:
        return text
    return _HOLD.sub(lambda m: "\\" if m[1] is None else _ESCAPES[m[1]], text)


def meant(text: str) -> str:
    """The text with its escaped characters put back, as they are meant."""
    return _RESTORE.sub(lambda m: _MEANT[m[0]], text)
