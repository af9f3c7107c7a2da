"""Reading H5P: the package or its content, with the questions of whatever holds several."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from quizapp.errors import FileError, Problem
from quizapp.formats.archive import Archive, is_zip, opened
from quizapp.formats.base import Question, Reading
from quizapp.formats.h5p.kinds import KINDS, SINGLE
from quizapp.formats.h5p.words import each, part, plain, text
from quizapp.formats.moodle_kinds import Ids, Maker
from quizapp.formats.plain import decoded, shortened
from quizapp.items import Cloze, Item, Match, Order, Picture
from quizapp.items.base import Option
from quizapp.items.info import Original
from quizapp.items.match import free_rows

ID = "h5p"
MARK = "quizapp "
HOLDERS = (
    "H5P.QuestionSet",
    "H5P.Column",
    "H5P.InteractiveBook",
    "H5P.CoursePresentation",
    "H5P.InteractiveVideo",
)
_TELLING = re.compile(
    rb'"(?:answers|questions|textField|paragraphs|choices|correct|library|mainLibrary)"\s*:'
)
_TITLES = ("question", "taskDescription", "text", "title", "description", "introduction")


def recognise(head: bytes, name: str) -> float:
    """A zip file with h5p.json, or JSON with the names that H5P uses."""
    if is_zip(head):
        inside = b"h5p.json" in head or b"content/content.json" in head
        return 0.97 if inside else 0.9 * name.casefold().endswith(".h5p")
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"{" or b"}\n{" in head:
        return 0.0  # nothing of this kind, or a row of JSON values
    return 0.8 if _TELLING.search(head) else 0.0


@dataclass(frozen=True, slots=True)
class _Content:
    """What is known of a file before its questions are looked at."""

    library: str
    params: Any
    title: str = ""
    language: str = ""
    archive: Archive | None = None
    folder: str = ""


def read(data: bytes, name: str) -> Reading:
    """The questions of an H5P package, or of a content.json alone.

    Raises:
        FileError: it is neither, it is damaged, or it unpacks to too much.
    """
    content = _package(data, name) if is_zip(data) else _bare(data, name)
    reader = _Reader(content)
    for entry in _entries({"library": content.library, "params": content.params}):
        reader.take(entry)
    if not reader.questions:
        raise _refused(name, "no-h5p", "There is no question of H5P in this file.")
    language = content.language if content.language != "und" else ""
    return Reading(
        questions=tuple(reader.questions),
        title=content.title,
        language=language,
        files=reader.files,
    )


def _package(data: bytes, name: str) -> _Content:
    archive = opened(data, name)
    found = [one for one in archive if one.endswith("content/content.json")]
    if not found:
        raise _refused(name, "no-h5p", "There is no content/content.json in this package.")
    inner = min(found, key=len)
    root = inner.removesuffix("content/content.json")
    about = archive.find(f"{root}h5p.json")
    head = _json(archive.read(about), name) if about else {}
    params = _json(archive.read(inner), name)
    main = text(part(head, "mainLibrary"))
    needed = [one for one in each(part(head, "preloadedDependencies")) if isinstance(one, dict)]
    version = next((one for one in needed if one.get("machineName") == main), {})
    numbers = [str(version.get(key, "")) for key in ("majorVersion", "minorVersion")]
    library = f"{main} {'.'.join(numbers)}" if main and all(numbers) else main
    return _Content(
        library or _guessed(params, name),
        params,
        plain(part(head, "title")),
        text(part(head, "language")),
        archive,
        f"{root}content/",
    )


def _bare(data: bytes, name: str) -> _Content:
    words, _notes = decoded(data, name)
    params = _json(words.encode(), name)
    if isinstance(part(params, "library"), str) and isinstance(part(params, "params"), dict):
        return _Content(text(params["library"]), params["params"])
    return _Content(_guessed(params, name), params)


def _json(data: bytes, name: str) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _refused(name, "not-json", f"Its content is no JSON: {error}.") from error


def _guessed(params: Any, name: str) -> str:
    """The library that content without its h5p.json most likely is of."""
    keys = set(params) if isinstance(params, dict) else set()
    questions = each(part(params, "questions"))
    choices = each(part(params, "choices"))
    shapes = {
        "H5P.MultiChoice": {"question", "answers"} <= keys,
        "H5P.TrueFalse": {"question", "correct"} <= keys,
        "H5P.DragText": "textField" in keys and bool(keys & {"distractors", "dropZoneIndex"}),
        "H5P.MarkTheWords": "textField" in keys,
        "H5P.SortParagraphs": "paragraphs" in keys,
        SINGLE: any(isinstance(part(one, "answers"), list) for one in choices),
        "H5P.Blanks": any(isinstance(one, str) for one in questions),
        "H5P.QuestionSet": bool(questions or each(part(params, "content"))),
    }
    found = next((library for library, fits in shapes.items() if fits), "")
    if not found:
        raise _refused(name, "no-h5p", "This JSON is no content of H5P that can be told.")
    return found


def _entries(entry: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The content itself, or what lies in it where it holds several, in the order of the file."""
    waiting: list[Any] = [entry]
    while waiting:
        found = waiting.pop()
        if isinstance(found, list):
            waiting += reversed(found)
            continue
        if not isinstance(found, dict):
            continue
        library = found.get("library")
        if not isinstance(library, str) or not isinstance(found.get("params"), dict):
            waiting += reversed(found.values())
        elif library.split(" ")[0] in HOLDERS:
            waiting += reversed(found["params"].values())
        else:
            yield found


@dataclass(slots=True)
class _Reader:
    """Takes one content after the other, and the pictures that they show."""

    content: _Content
    questions: list[Question] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    ids: Ids = field(default_factory=Ids)

    def take(self, entry: dict[str, Any]) -> None:
        """One content; a SingleChoiceSet has several questions."""
        library, params = text(entry["library"]), entry["params"]
        if library.split(" ")[0] != SINGLE:
            self._question(entry, library, params)
            return
        for one in each(params.get("choices")):
            self._question(entry, library, one if isinstance(one, dict) else {})

    def _question(self, entry: dict[str, Any], library: str, params: dict[str, Any]) -> None:
        ours = _ours(part(entry, "metadata", "authorComments"))
        n = len(self.questions) + 1
        maker = Maker(line=0, id=self.ids.new(text(part(ours, "id")), n), stem="")
        tags = (text(tag) for tag in each(part(ours, "tags")))
        maker.tags = tuple(dict.fromkeys(filter(None, tags)))
        native = library.split(" ", maxsplit=1)[0]
        self._picture(maker, params)
        make = KINDS.get(native)
        item = make(maker, params) if make else None
        title = plain(part(entry, "metadata", "title"))
        if item is None:
            item = _kept(maker, entry, native, title)
        name = title or shortened(item.stem if item else maker.stem) or native
        item = _restored(item, part(ours, "kind"))
        notes = tuple(maker.notes)
        self.questions.append(Question(line=0, name=name, native=library, item=item, notes=notes))

    def _picture(self, maker: Maker, params: dict[str, Any]) -> None:
        """The picture above a question."""
        shown = part(params, "media", "type") or part(params, "media")
        kind = text(part(shown, "library")).split(" ")[0]
        if not kind:
            return
        path = text(part(shown, "params", "file", "path"))
        archive = self.content.archive
        found = archive.find(self.content.folder + path) if archive and path else ""
        if kind != "H5P.Image" or archive is None or not found:
            maker.say("lost", "media", f"What is shown above it ({kind}) was left out.")
            return
        file = path.removeprefix("images/").replace("/", "-")
        self.files[file] = archive.read(found)
        words = html.unescape(text(part(shown, "params", "alt"))).strip()
        maker.picture = Picture(file, words or file)


def _ours(comment: Any) -> Any:
    """What this program wrote for itself beside a question."""
    if not isinstance(comment, str) or not comment.startswith(MARK):
        return {}
    try:
        return json.loads(comment.removeprefix(MARK))
    except (ValueError, RecursionError):
        return {}


def _kept(maker: Maker, entry: dict[str, Any], native: str, title: str) -> Item | None:
    """Content that no kind holds, kept whole; nothing where it was refused already."""
    if any(note.effect == "refused" for note in maker.notes):
        return None
    try:
        source = text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")))
    except RecursionError:
        maker.say("refused", "too-deep", "It is nested too deeply to be kept.")
        return None
    if native not in KINDS and native != "H5P.AdvancedText":
        what = f"Content of the type “{native}” cannot be asked here; it is kept whole, unscored."
        maker.say("changed", "kept", what)
    params = entry["params"]
    maker.stem = maker.stem or next(filter(None, (plain(params.get(t)) for t in _TITLES)), "")
    maker.stem = maker.stem or title or native
    return maker.info(Original(ID, native, source))


def _restored(item: Item | None, kind: Any) -> Item | None:
    """Pairs and orders, which go out as words to be dragged, as what they were."""
    rows = _rows(item) if kind in ("match", "order") else []
    if not isinstance(item, Cloze) or len(rows) < 2:
        return item
    common: dict[str, Any] = {
        name: getattr(item, name) for name in ("id", "stem", "feedback", "tags", "picture")
    }
    if kind == "order":
        options = tuple(Option(f"o{n}", word) for n, (_no, word) in enumerate(rows, start=1))
        return Order(**common, options=options)
    used = {word for _row, word in rows}
    extra = tuple(word for word in item.gaps[0].options if word not in used)
    pairs = tuple(rows)
    return Match(**common, rows=pairs, extra=extra, **free_rows(pairs, extra))


def _rows(item: Item | None) -> list[tuple[str, str]]:
    """The lines of a text in which each ends in one gap: what stands before it, and its word."""
    if not isinstance(item, Cloze) or not all(gap.options for gap in item.gaps):
        return []
    words = {f"[[{gap.id}]]": gap.accepted[0] for gap in item.gaps}
    lines = [line.rpartition(" ") for line in item.text.split("\n")]
    if [gap for _row, _space, gap in lines] != list(words):
        return []
    return [(row.removesuffix(" →").strip(), words[gap]) for row, _space, gap in lines]


def _refused(name: str, code: str, what: str) -> FileError:
    remedy = "Export it anew from the program that it comes from."
    return FileError(name, [Problem(1, 1, code, what, remedy, file=name)])
