"""Read a bank: every problem at once, each with its line and column."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from quizapp.bank.build import Build
from quizapp.bank.judge import judge
from quizapp.bank.layout import BANK
from quizapp.bank.model import FORMAT, Bank
from quizapp.bank.pictures import fetched, from_text, is_beside
from quizapp.claims import Article
from quizapp.errors import FileError, Problem
from quizapp.fields import Findings, Path

MOST_BYTES = 20_000_000
MOST_DEPTH = 32
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
NEEDED = {"article", "sources", "claims"}  # all of them, or none
NO_ARTICLE = Article("", "", "", file="")
Fetch = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Reading:
    """A bank, if it is sound, and everything that was found in its file, warnings too."""

    bank: Bank | None
    problems: tuple[Problem, ...]


def read(data: bytes, name: str, fetch: Fetch) -> Bank:
    """The bank in ``data``.

    Args:
        data: the bytes of ``bank.nt``.
        name: what to call the file in messages.
        fetch: gives the bytes of a file beside the bank; may raise ``OSError``.

    Raises:
        FileError: with every problem found, in the order of their lines.
    """
    reading = examine(data, name, fetch, advise=False)
    if reading.bank is None:
        raise FileError(name, [p for p in reading.problems if p.severity == "error"])
    return reading.bank


def examine(data: bytes, name: str, fetch: Fetch, *, advise: bool = True) -> Reading:
    """The bank and all that is to be said about its file; never raises for what the file holds.

    Without ``advise`` nobody looks at the wording of a sound bank, and no bot plays it.
    """
    places: dict[Any, Any] = {}
    try:
        tree = _tree(data, places)
    except _UnreadableError as error:
        return Reading(None, (error.problem.at(error.problem.line, error.problem.column, name),))
    findings = Findings()
    bank = _build(tree, fetch, findings, advise=advise)
    placed = (_placed(p, places, name) for p in findings.found)
    problems = sorted(placed, key=lambda p: (p.line, p.column, p.code, p.what))
    if bank is None or any(p.severity == "error" for p in problems):
        return Reading(None, tuple(problems))
    return Reading(bank, tuple(problems))


def examine_tree(
    tree: dict[str, Any], article: str, tick: Callable[[], None] = lambda: None
) -> Reading:
    """The same, without advice, for a bank that was never a file, as ``write.tree`` makes it.

    The problems have paths and no lines; ``article`` is the text that it is about. ``tick`` is
    called for every record; whoever needs the answer no longer may raise from it. Pictures
    are not looked at.
    """
    findings = Findings(tick=tick)
    bank = _build(tree, lambda _name: article.encode(), findings, advise=False, pictures=False)
    problems = tuple(findings.found)
    sound = bank is not None and not any(p.severity == "error" for p in problems)
    return Reading(bank if sound else None, problems)


def from_canonical(data: bytes) -> Bank:
    """The bank version in its canonical JSON, with the sentences as they were split then.

    Raises:
        FileError: it is damaged, or was written by a newer version of the program.
    """
    findings = Findings()
    try:
        whole = json.loads(data)
        fields = BANK.read(whole["bank"], (), findings)
        article = whole["article"]
        if fields and not findings.found:
            text, edited = NO_ARTICLE, False
            if fields["article"] is not None:
                boundaries = _boundaries(article["sentences"], len(article["text"]))
                text = _article(fields["article"], article["text"], boundaries)
                edited = _edited(fields["article"], text)
            bank = Build(text, findings, edited).bank(fields)
            bank = replace(bank, pictures=from_text(whole.get("pictures", {})))
            if not any(p.severity == "error" for p in findings.found):
                return bank
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        findings.add(
            (), "damaged", f"A stored bank version is damaged ({error}).", "Restore a backup."
        )
    raise FileError("bank version", findings.found)


def _boundaries(given: list[list[int]], length: int) -> tuple[tuple[int, int, int], ...]:
    """Stored sentences, as long as they can be sentences of a text of this length."""
    boundaries = tuple((paragraph, start, end) for paragraph, start, end in given)
    paragraph, at = 0, 0
    for number, start, end in boundaries:
        if number not in (paragraph, paragraph + 1) or not number > 0 or not at <= start < end:
            raise ValueError(f"no sentence at {start}")
        paragraph, at = number, end
    if not 0 < at <= length:
        raise ValueError("sentences beyond the text")
    return boundaries


class _UnreadableError(Exception):
    def __init__(self, code: str, what: str, remedy: str, line: int = 1, column: int = 1) -> None:
        super().__init__(what)
        self.problem = Problem(line, column, code, what, remedy)


def _tree(data: bytes, places: dict[Any, Any]) -> dict[str, Any]:
    """The file as records, lists and strings; ``places`` is filled with their lines and columns."""
    import nestedtext as nt  # 40 ms, and needed for files alone, not for what the store keeps

    text = _text(data)
    try:
        tree = nt.loads(text, top="dict", keymap=places)
    except nt.NestedTextError as error:
        line, column = (error.lineno or 0) + 1, (error.colno or 0) + 1
        what = f"This is not NestedText: {error.get_message()}."
        remedy = "Each line is “name: value”, “- entry” or “> text”, indented by four spaces."
        raise _UnreadableError("not-nestedtext", what, remedy, line, column) from error
    except RecursionError as error:
        remedy = f"A bank needs at most {MOST_DEPTH} levels."
        raise _UnreadableError("too-deep", "The file is nested too deeply.", remedy) from error
    if not isinstance(tree, dict) or not tree:
        places.clear()  # nothing in the file has a place
        return {}
    return tree


def _text(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        what = (
            f"The file has {len(data) / 1e6:.0f} MB; a bank has at most {MOST_BYTES // 10**6} MB."
        )
        raise _UnreadableError("too-large", what, "Check that this is the file you mean.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        what = "The file is not UTF-8 text from here on."
        raise _UnreadableError(
            "not-utf-8", what, "Save it again as UTF-8.", line, column
        ) from error
    if binary := _BINARY.search(text):
        line = text.count("\n", 0, binary.start()) + 1
        what = "The file holds binary data, not text."
        raise _UnreadableError("not-text", what, "Check that this is the file you mean.", line)
    return text


def _build(
    tree: dict[str, Any],
    fetch: Fetch,
    findings: Findings,
    *,
    advise: bool,
    pictures: bool = True,
) -> Bank | None:
    version = tree.get("format")
    if isinstance(version, str) and re.fullmatch("[1-9][0-9]{0,8}", version) and version != FORMAT:
        what = f"The bank has format {version}; this program reads format {FORMAT}."
        findings.add(
            ("format",), "newer-format", what, "Open it with a newer version of the program."
        )
        return None
    fields = BANK.read(tree, (), findings)
    if fields is None:
        return None
    if NEEDED & tree.keys():
        for name in sorted(NEEDED - tree.keys()):
            findings.add((), "missing-field", f"This bank has no “{name}”.", f"Add {name}.")
    if fields["article"] is None and NEEDED & tree.keys():
        return None
    article = _read_article(fields["article"], fetch, findings)
    if article is None:
        return None
    edited = fields["article"] is not None and _edited(fields["article"], article)
    if edited:
        what = "The article's text was edited since the bank was written."
        remedy = "Look at the claims named below and save the bank again."
        findings.add(("article", "sha256"), "edited", what, remedy, "warning")
    shaped = len(findings.found)
    bank = Build(article, findings, edited).bank(fields)
    if pictures:
        bank = replace(bank, pictures=fetched(bank.items, fetch, findings))
    _judged(bank, findings, advise=advise)
    built = (replace(p, path=findings.in_file(p.path)) for p in findings.found[shaped:])
    findings.found[shaped:] = list(built)
    return bank


def _judged(bank: Bank, findings: Findings, *, advise: bool) -> None:
    """Note what is wrong with a bank that could be built."""
    if not any(p.severity == "error" for p in findings.found):
        findings.found.extend(judge(bank))
    if advise and not any(p.severity == "error" for p in findings.found):
        from quizapp.bank.lint import advice  # its many patterns take time that a start has not

        findings.found.extend(advice(bank))


def _read_article(
    fields: dict[str, Any] | None, fetch: Fetch, findings: Findings
) -> Article | None:
    """The article; one without words where the bank has none; ``None`` where it cannot be read."""
    if fields is None:
        return NO_ARTICLE
    if not fields["file"]:
        return None
    text = _fetched(fields, fetch, findings)
    return None if text is None else _article(fields, text)


def _edited(fields: dict[str, Any], article: Article) -> bool:
    """Whether the text is another one than that for which the bank was written."""
    return fields["sha256"] not in ("", article.sha256)


def _fetched(fields: dict[str, Any], fetch: Fetch, findings: Findings) -> str | None:
    file = fields["file"]
    path: Path = ("article", "file")
    if not is_beside(file):
        what = f"“{file}” is not in the bank's folder."
        findings.add(path, "outside", what, "Put the article beside the bank and name it alone.")
        return None
    try:
        data = fetch(file)
    except OSError as error:
        what = f"The article “{file}” cannot be read ({error.strerror or error})."
        findings.add(path, "no-article", what, "Put the text file beside the bank.")
        return None
    try:
        text = _text(data)
    except _UnreadableError as error:
        what = f"The article “{file}”: {error.problem.what} (line {error.problem.line})"
        findings.add(path, error.problem.code, what, error.problem.remedy)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        findings.add(path, "empty-article", f"The article “{file}” is empty.", "Paste its text.")
        return None
    return text


def _article(
    fields: dict[str, Any], text: str, boundaries: tuple[tuple[int, int, int], ...] = ()
) -> Article:
    names = ("title", "cites", "file", "as_of", "summary", "licence")
    return Article(text=text, boundaries=boundaries, **{name: fields[name] for name in names})


def _placed(problem: Problem, places: dict[Any, Any], name: str) -> Problem:
    """The problem with the line and column of its path, or of the nearest that the file has."""
    ways = (problem.path[:n] for n in range(len(problem.path), -1, -1))
    path = next((way for way in ways if way in places), None)
    if path is None:
        return problem.at(1, 1, name)
    value = path == problem.path and problem.code != "unknown-field"
    line, column = places[path].as_tuple("value" if value else "key")
    return problem.at(line + 1, column + 1, name)
