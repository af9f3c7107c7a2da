"""Reading QTI of any version: an item, a test, a bank of items, or a package of all these."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from posixpath import dirname
from typing import ClassVar

from quizapp.errors import FileError
from quizapp.formats.archive import is_zip, opened
from quizapp.formats.base import Note, Question, Reading
from quizapp.formats.qti import item
from quizapp.formats.qti.build import KIND, Builder
from quizapp.formats.qti.idents import Names
from quizapp.formats.qti.item12 import Item12
from quizapp.formats.qti.package import MEDIA, Found, Package
from quizapp.formats.qti.shapes import Part
from quizapp.formats.qti.words import Words
from quizapp.formats.xml import (
    Element,
    attribute,
    child,
    descendants,
    local_name,
    name_of,
    parsed,
    refused,
    root_name,
    source,
    streamed,
)
from quizapp.items import Cloze, Picture

ELSEWHERE = "The test names {n} items that lie in other files; open its package to read them."
PICTURES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp"))
REFERENCES = ("itemref", "bankentry_item", "sourcebank_ref")
_XML = "{http://www.w3.org/XML/1998/namespace}lang"


def read(data: bytes, name: str) -> Reading:
    """The questions of a QTI file or package.

    Raises:
        FileError: it is no QTI, is damaged as a whole, or is made to do harm.
    """
    if is_zip(data):
        return _Reader(Package(opened(data, name))).package(name)
    return _Reader(None).document(data, name)


@dataclass
class _Reader:
    """Reads one file. ``package`` is where pictures are looked for, if there is one."""

    files_in: Package | None
    files: dict[str, bytes] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    language: str = ""
    title: str = ""
    _taken: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.builder = Builder(Names())

    def package(self, name: str) -> Reading:
        """The questions of a package."""
        package = self.files_in
        assert package is not None
        questions: list[Question] = []
        seen = False
        for found in package.documents():
            seen = True
            questions += self._found(found)
        for address in dict.fromkeys(package.missing):
            what = f"“{address}” is named in the package, but is not in it."
            self.notes.append(Note(0, 0, "lost", "file-missing", what))
        if not seen and not package.manifest:
            raise refused(name, 0, "no-qti", "There are no questions of QTI in this package.")
        if not seen:
            self.notes.append(Note(0, 0, "info", "no-questions", "The package has no questions."))
        return self._reading(questions, package.title)

    def document(self, data: bytes, name: str) -> Reading:
        """The questions of one file."""
        kind = root_name(data)
        if kind in ("assessmenttest", "assessmentsection"):
            root = parsed(data, name)
            named = descendants(root, "assessmentitemref", "assessmentsectionref")
            self._elsewhere(sum(1 for _ in named))
            return self._reading([], attribute(root, "title"))
        if kind not in self._READERS:
            root = parsed(data, name)
            raise refused(name, 1, "not-qti", f"The file begins with <{local_name(root)}>.")
        return self._reading(list(self._questions(Found(name, data))), "")

    def _elsewhere(self, n: int) -> None:
        if n:
            self.notes.append(Note(1, 0, "lost", "items-elsewhere", ELSEWHERE.format(n=n)))

    def _reading(self, questions: list[Question], title: str) -> Reading:
        return Reading(
            questions=tuple(questions),
            notes=tuple(self.notes),
            title=self.title or title,
            language=self.language,
            files=self.files,
        )

    def _found(self, found: Found) -> Iterator[Question]:
        """The questions of one document; itself as refused where it cannot be read."""
        try:
            yield from self._questions(found)
        except FileError as error:
            what = f"“{found.name}” could not be read: {error.problems[0].what}"
            note = Note(error.problems[0].line, 0, "refused", error.problems[0].code, what)
            yield Question(line=note.line, name=found.name, native="", item=None, notes=(note,))

    def _questions(self, found: Found) -> Iterator[Question]:
        read = self._READERS.get(root_name(found.data), _Reader._items)
        for part in read(self, found):
            part.category = (*found.category, *part.category)
            part.tags = (*found.tags, *part.tags)
            part.weight *= found.weight
            yield self._pictured(self.builder.question(part), part, dirname(found.name))

    def _items(self, found: Found) -> Iterator[Part]:
        root = parsed(found.data, found.name)
        self.language = self.language or str(root.get(_XML) or "")
        yield from item.parts(root, f"{KIND}{Cloze.kind}" in found.tags)

    def _stimulus(self, found: Found) -> Iterator[Part]:
        root = parsed(found.data, found.name)
        body = child(root, "stimulusbody")
        words = Words().add(root if body is None else body, inside=True)
        yield Part(
            id=attribute(root, "identifier"),
            native=local_name(root),
            line=root.sourceline or 0,
            name=attribute(root, "title"),
            stem=words.text,
            pictures=tuple(words.pictures),
            source=source(root),
        )

    def _bank(self, found: Found) -> Iterator[Part]:
        """The items of a file of QTI 1.2, each in the sections that it lies in."""
        elsewhere, read = 0, 0
        try:
            for node in streamed(found.data, found.name, "item", *REFERENCES):
                if name_of(node) != "item":
                    elsewhere += 1
                category = self._sections(node)
                if name_of(node) != "item":
                    continue
                read += 1
                part = Item12(node).part()
                part.category = category
                yield part
        except FileError as error:
            if not read:
                raise
            problem = error.problems[0]
            what = f"The file breaks off at line {problem.line}; what follows was not read."
            self.notes.append(Note(problem.line, 0, "refused", problem.code, what))
        self._elsewhere(elsewhere)

    def _sections(self, node: Element) -> tuple[str, ...]:
        """The titles of the sections around an item, from the outermost; the title of the whole."""
        titles = []
        for above in node.iterancestors():
            kind, title = name_of(above), attribute(above, "title")
            if kind in ("section", "objectbank") and title:
                titles.append(title)
            elif kind == "assessment":
                self.title = self.title or title
            elif kind == "questestinterop":
                self.language = self.language or str(above.get(_XML) or "")
        return tuple(reversed(titles))

    def _pictured(self, question: Question, part: Part, base: str) -> Question:
        """The question with the first of its pictures; a note for every other."""
        if not part.pictures or question.item is None:
            return question
        notes, picture = list(question.notes), None
        for n, (address, alternative) in enumerate(part.pictures):
            name = self._file(address, base)
            if name and n == 0:
                words = alternative or PurePosixPath(address).stem or address
                picture = Picture(name, words)
            else:
                what = "One picture stands beside a question; “{a}” was left out."
                if not name:
                    what = "The picture “{a}” is not in the file, and nothing is fetched."
                code = "more-pictures" if name else "picture-missing"
                notes.append(Note(part.line, 0, "lost", code, what.format(a=address[:120])))
        made = replace(question.item, picture=picture)
        if picture is not None and f"[{part.pictures[0][1]}]" in made.stem:
            stem = made.stem.replace(f"[{part.pictures[0][1]}]", "", 1)
            made = replace(made, stem=_tidy(stem) or made.stem)
        return replace(question, item=made, notes=tuple(notes))

    def _file(self, address: str, base: str) -> str:
        """The name under which a picture of the package is kept; empty where it is not there."""
        if self.files_in is None or PurePosixPath(address).suffix.lower() not in PICTURES:
            return ""
        inside = self.files_in.find(address, base)
        if not inside:
            return ""
        if inside not in self._taken:
            path = PurePosixPath(inside.removeprefix(MEDIA))
            name = str(path) if inside.startswith(MEDIA) else path.name
            name = name if name not in self.files else "-".join(path.parts)
            self.files[name] = self.files_in.archive.read(inside)
            self._taken[inside] = name
        return self._taken[inside]

    _READERS: ClassVar = {
        "assessmentitem": _items,
        "assessmentstimulus": _stimulus,
        "questestinterop": _bank,
    }


def _tidy(text: str) -> str:
    lines = (" ".join(line.split(" ")).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
