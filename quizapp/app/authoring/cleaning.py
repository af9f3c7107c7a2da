"""What pasted text needs before it is an article: a list of changes that the author can undo."""

import re
from dataclasses import dataclass

from quizapp.i18n import N_

NOTES = {
    "breaks": N_("Lines that were broken in the middle of a sentence were joined"),
    "quotes": N_("Straight quotation marks were made round"),
    "spaces": N_("Doubled and invisible spaces were taken out"),
    "hyphens": N_("Words that were parted at the end of a line were joined"),
    "litter": N_("Lines that are no part of the article were taken out"),
    "head": N_("The title and the byline were moved out of the text"),
}
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\ufffc]")
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_BREAKS = re.compile("\r\n?|[\u2028\u2029\u0085\x0b\x0c]")
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})-\n(?=[a-zà-ÿа-яіїєґ])")
_LITTER = re.compile(
    r"^(?:advertisement|sponsored|share(?: this)?(?: article)?|follow us.*|read more:?.*"
    r"|subscribe.*|sign up.*|related (?:articles|stories).*|comments?(?: \(\d+\))?|image source.*"
    r"|getty images|\d+ (?:min(?:ute)?s?|hours?|days?) ago|skip to .*|cookie.*|print|e-?mail"
    r"|facebook|twitter|whatsapp|copy link|listen|save|\d+ min(?:ute)? read|photograph:.*|photo:.*"
    r"|page \d+.*)$",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_BYLINE = re.compile(
    r"^(?:(?:by|words by|reporting by|von|par)\s+\S.{2,90}"
    r"|(?:published|updated|posted|first published)\b.{4,80}"
    rf"|.{{0,60}}\b\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?.{{0,20}}"
    rf"|.{{0,60}}\b{_MONTH}\s+\d{{1,2}},\s+\d{{4}}.{{0,20}})$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
MOST_TITLE, MOST_HEAD = 160, 4
SHORT_LINE = 100
FULL_LINE = 0.8  # of the margin: a shorter line that ends a sentence ends a paragraph


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The text, what stood at its head, and the keys of ``NOTES`` for what was changed."""

    text: str
    title: str = ""
    cites: str = ""
    notes: tuple[str, ...] = ()


def plain(text: str) -> str:
    """Text with one kind of line break and nothing that cannot be part of an article."""
    text = _BREAKS.sub("\n", text)
    return "".join(c for c in text if c in "\n\t" or c >= " ").strip("\n")


def clean(text: str, title: str = "") -> Cleaned:
    """The text as an article, its paragraphs parted by an empty line.

    ``title`` is what the source calls it, if it does; else a short first line without a full stop
    is taken for it. Lines after it that look like a byline become the citation.
    """
    notes: list[str] = []
    lines = _note(notes, "spaces", _spaced(plain(text)), plain(text))
    joined = _note(notes, "hyphens", _HYPHEN.sub("", lines), lines)
    paragraphs = _note_lines(notes, "breaks", _paragraphs(joined), joined)
    kept = [one for one in paragraphs if not _LITTER.match(one)]
    if len(kept) < len(paragraphs):
        notes.append("litter")
    found, cites, body = _head(kept, title)
    if len(body) < len(kept):
        notes.append("head")
    text = "\n\n".join(body)
    text = _note(notes, "quotes", rounded(text), text)
    return Cleaned(text, rounded(found), rounded(cites), tuple(notes))


def rounded(text: str) -> str:
    """Straight quotation marks made round, by what stands before them."""
    text = re.sub(r'(^|[\s(\[{—–/‘“])"', r"\1“", text)
    text = text.replace('"', "”")
    text = re.sub(r"(^|[\s(\[{—–/“])'(?=\w)(?!\d0s)", r"\1‘", text)
    return text.replace("'", "’")


def _note(notes: list[str], key: str, after: str, before: str) -> str:
    if after != before:
        notes.append(key)
    return after


def _note_lines(notes: list[str], key: str, paragraphs: list[str], before: str) -> list[str]:
    if len(paragraphs) < sum(bool(line.strip()) for line in before.split("\n")):
        notes.append(key)
    return paragraphs


def _spaced(text: str) -> str:
    text = _INVISIBLE.sub("", text)
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n"))


def _paragraphs(text: str) -> list[str]:
    """Lines joined where they were broken by width; else each line is a paragraph.

    Broken by width means that most lines which another follows end in the middle of a sentence. A
    line that ends a sentence well before the margin then ends its paragraph.
    """
    blocks = [block.split("\n") for block in re.split(r"\n\s*\n", text) if block.strip()]
    inner = [line for block in blocks for line in block[:-1]]
    if not inner:
        return [block[0] for block in blocks]
    broken = sum(not _SENTENCE_END.search(line) for line in inner)
    if broken * 2 <= len(inner) or max(map(len, inner)) > 2 * SHORT_LINE:
        return [line for block in blocks for line in block if line]
    margin = sorted(map(len, inner))[len(inner) * 3 // 4]
    return [paragraph for block in blocks for paragraph in _joined(block, margin)]


def _joined(lines: list[str], margin: int) -> list[str]:
    paragraphs: list[list[str]] = [[]]
    for line in filter(None, lines):
        if _stands_alone(line):
            paragraphs += [[line], []]
            continue
        paragraphs[-1].append(line)
        if _SENTENCE_END.search(line) and len(line) < FULL_LINE * margin:
            paragraphs.append([])
    return [" ".join(paragraph) for paragraph in paragraphs if paragraph]


def _stands_alone(line: str) -> bool:
    """Whether a line is no part of a paragraph, however narrow the page."""
    return _LITTER.match(line) is not None or (
        _BYLINE.match(line) is not None and _is_short(line) and line[-1] != ","
    )


def _head(paragraphs: list[str], title: str) -> tuple[str, str, list[str]]:
    """Title, citation and the rest; nothing is taken where nothing would be left."""
    rest, found, cites = list(paragraphs), title.strip(), list[str]()
    if rest and (rest[0] == found or (not found and _is_title(rest[0], len(rest)))):
        found = rest.pop(0)
    while (
        len(rest) > 1 and len(cites) < MOST_HEAD and _BYLINE.match(rest[0]) and _is_short(rest[0])
    ):
        cites.append(rest.pop(0))
    return found, " · ".join(cites), rest


def _is_title(line: str, lines: int) -> bool:
    ends = _SENTENCE_END.search(line) and not line.endswith(("?", "!"))
    return lines > 1 and len(line) <= MOST_TITLE and not ends


def _is_short(line: str) -> bool:
    return len(line) <= SHORT_LINE and not re.search(r"[.!?][\"”’]?$", line)
