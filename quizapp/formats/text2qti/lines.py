"""The lines of a text2qti file, told apart by how they begin; nothing is judged yet.

Whatever goes on in the next line is indented. A blank line before an indented one begins another
paragraph. Comments and code are left out; code is never run.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

ID = "text2qti"
_WORDS = (  # how a line with words after its mark begins
    ("question", r"\d+\."),
    ("right", r"\*[a-zA-Z]\)"),
    ("wrong", r"[a-zA-Z]\)"),
    ("several-right", r"\[\*\]"),
    ("several-wrong", r"\[ ?\]"),
    ("list-right", r"\{\*\}"),
    ("list-wrong", r"\{ ?\}"),
    ("blank", r"<>"),
    ("typed", r"\*"),
    ("told", r"\.\.\."),
    ("told-right", r"\+"),
    ("told-wrong", r"-"),
    ("number", r"="),
    ("quiz-title", r"(?i:quiz title:)"),
    ("quiz-about", r"(?i:quiz description:)"),
    ("text-title", r"(?i:text title:)"),
    ("text", r"(?i:text:)"),
    ("title", r"(?i:title:)"),
    ("points-each", r"(?i:points per question:)"),
    ("points", r"(?i:points:)"),
    ("pick", r"(?i:pick:)"),
    ("option", r"(?i:shuffle answers|show correct answers|one question at a time|can't go back"
               r"|feedback is solution|solutions sample groups|solutions randomize groups):"),
)  # fmt: skip
_ALONE = (("essay", r"___+"), ("upload", r"\^\^\^+"), ("group", "GROUP"), ("ungroup", "END_GROUP"))
_TIGHT = ("right", "wrong", "several-right", "several-wrong", "list-right", "list-wrong", "blank")
_MARKS = re.compile(
    "|".join(
        rf"(?P<{name.replace('-', '_')}>{mark})(?:[ \t]+|$"
        + (r"|(?=\S))" if name in _TIGHT else ")")
        for name, mark in _WORDS
    )
    + "|"
    + "|".join(rf"(?P<{name}>{mark})[ \t]*$" for name, mark in _ALONE)
)
_FENCE = re.compile(r"```+")
_NOTED = re.compile(r"%\s*(\[(?:id|tag):.*)")


@dataclass(slots=True)
class Entry:
    """One mark and the words after it. ``source`` are its lines as they were."""

    line: int
    kind: str
    paragraphs: list[str]
    source: list[str] = field(default_factory=list)
    loose: bool = False

    @property
    def text(self) -> str:
        """Its words: a paragraph a line."""
        return "\n".join(filter(None, self.paragraphs))


def entries(text: str) -> Iterator[Entry]:
    """The entries of a file; ``code``, ``noted`` (a comment with an id) and ``unknown`` among them.

    ``loose``: a line that should have been indented was taken for a part of the one above.
    """
    reader = _Reader()
    for n, line in enumerate(text.split("\n"), start=1):
        yield from reader.line(n, line)
    yield from reader.rest()


class _Reader:
    """Holds the entry that may still go on."""

    def __init__(self) -> None:
        self._open: Entry | None = None
        self._until = ""
        self._blank = False

    def line(self, n: int, line: str) -> Iterator[Entry]:
        """The entries that a line completes."""
        if self._until:
            self._until = "" if line.strip().startswith(self._until) else self._until
        elif line.strip() == "COMMENT":
            self._until = "END_COMMENT"
        elif fence := _FENCE.match(line):
            yield from self._begin(Entry(n, "code", [line.strip()]))
            self._until = fence[0]
        elif line.startswith("%"):
            if noted := _NOTED.match(line):
                yield from self._begin(Entry(n, "noted", [noted[1]]))
        elif not line.strip():
            self._blank = True
        elif (found := _MARKS.match(line)) is not None:
            kind = (found.lastgroup or "").replace("_", "-")
            yield from self._begin(Entry(n, kind, [line[found.end() :].strip()], [line]))
        elif self._goes_on(line):
            self._add(line)
        else:
            yield from self._begin(Entry(n, "unknown", [line.strip()], [line]))

    def _goes_on(self, line: str) -> bool:
        """Indented; or, more leniently than text2qti, right below."""
        if self._open is None or self._open.kind in ("code", "noted"):
            return False
        return line.expandtabs(4).startswith("  ") or not self._blank

    def _add(self, line: str) -> None:
        entry = self._open
        assert entry is not None
        entry.loose = entry.loose or not line.expandtabs(4).startswith("  ")
        entry.source += ([""] if self._blank else []) + [line]
        if self._blank:
            entry.paragraphs.append(line.strip())
        else:
            entry.paragraphs[-1] = f"{entry.paragraphs[-1]} {line.strip()}".strip()
        self._blank = False

    def _begin(self, entry: Entry) -> Iterator[Entry]:
        yield from self.rest()
        self._open, self._blank = entry, False

    def rest(self) -> Iterator[Entry]:
        """The entry that was open."""
        if self._open is not None:
            yield self._open
        self._open = None
