"""Items as an H5P question set: the content alone, without the libraries that play it."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from quizapp.bank import Bank
from quizapp.formats.base import Loss, Written
from quizapp.formats.h5p.kinds import listed
from quizapp.formats.h5p.read import ID, MARK
from quizapp.formats.h5p.words import blank, line_breaks, paragraph, starless
from quizapp.formats.plain import shortened
from quizapp.items import (
    Cloze,
    Gap,
    Info,
    Item,
    Match,
    MultipleResponse,
    Numeric,
    Option,
    Order,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
    decimal,
)  # fmt: skip
from quizapp.items.choice import OneRight
from quizapp.items.claimed import IDS as STANDINGS
from quizapp.items.claimed import named
from quizapp.items.pairing import PairItem

LOSSES = (
    "Only the content goes out: the place where it is opened must have the libraries of H5P.",
    "Claims, standings and evidence: a question goes out as its words and its key.",
    "Questions that mark words in the article, and texts to read.",
    "Pairs and orders become words to be dragged; this program reads them back as what they were.",
    "Skills, the weight of a question, and answers or gaps that earn a part.",
    "In H5P each right choice earns its part and each wrong one costs as much.",
    "The tolerance and the unit of a number: it goes out as words to be typed.",
)
SET = "H5P.QuestionSet 1.20"
CHOICE, TRUE_FALSE, BLANKS, DRAG = (
    "H5P.MultiChoice 1.16", "H5P.TrueFalse 1.8", "H5P.Blanks 1.14", "H5P.DragText 1.10",
)  # fmt: skip
IN_A_SET = (
    "H5P.MultiChoice", "H5P.DragQuestion", "H5P.Blanks", "H5P.MarkTheWords", "H5P.DragText",
    "H5P.TrueFalse", "H5P.Essay", "H5P.MultiMediaChoice",
)  # fmt: skip
_EPOCH = (1980, 1, 1, 0, 0, 0)
_TYPES = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif", ".svg": "svg+xml"}
Params = dict[str, Any]
Made = tuple[str, Params]


def write(bank: Bank, files: Mapping[str, bytes]) -> Written:
    """The questions of a bank as the content package of a question set."""
    writer = _Writer(files)
    entries = [made for item in bank.items if (made := writer.entry(item)) is not None]
    content = {
        "introPage": {"showIntroPage": False, "title": bank.title},
        "progressType": "dots",
        "passPercentage": 50,
        "questions": entries,
    }
    needed = dict.fromkeys([SET, *(str(entry["library"]) for entry in entries)])
    if writer.used:
        needed["H5P.Image 1.1"] = None
    head = {
        "title": bank.title,
        "language": bank.language,
        "mainLibrary": SET.split(" ", maxsplit=1)[0],
        "embedTypes": ["iframe"],
        "license": "U",
        "preloadedDependencies": list(_needed(needed)),
    }
    parts = {"h5p.json": _json(head), "content/content.json": _json(content)}
    parts |= {f"content/images/{name}": files[name] for name in writer.used}
    return Written(data=_zipped(parts), losses=tuple(writer.losses))


def _needed(libraries: Mapping[str, Any]) -> Iterator[Params]:
    for library in libraries:
        name, _space, version = library.partition(" ")
        major, _dot, minor = version.partition(".")
        if major.isdigit() and minor.isdigit():
            yield {"machineName": name, "majorVersion": int(major), "minorVersion": int(minor)}


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _uuid(content: bytes) -> str:
    """An id in the form of a UUID, the same for the same content."""
    digits = hashlib.sha256(content).hexdigest()
    return "-".join(
        (digits[:8], digits[8:12], f"5{digits[13:16]}", f"a{digits[17:20]}", digits[20:32])
    )


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    """The files in a zip file that is the same whenever they are."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, data)
    return stream.getvalue()


class _Writer:
    """Writes one item after the other; remembers what was lost and which pictures are shown."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.losses: list[Loss] = []
        self.used: dict[str, None] = {}
        self._files = files

    def lose(self, item: Item, code: str, what: str) -> None:
        """Note what is not carried."""
        self.losses.append(Loss(item=item.id, code=code, what=what))

    def entry(self, item: Item) -> Params | None:
        """One item as content of a question set; ``None`` where H5P has nothing for its kind."""
        if isinstance(item, Info) and item.original and item.original.format == ID:
            return self._kept(item, item.original.source)
        made = self._made(item)
        if made is None:
            self.lose(item, "no-kind", "H5P has no question of this kind, so it is left out.")
            return None
        library, params = made
        self._common(item, params)
        ours: Params = {"id": item.id}
        if tags := _tags(item):
            ours["tags"] = tags
        if isinstance(item, PairItem | Order):
            ours["kind"] = "order" if isinstance(item, Order) else "match"
        metadata = {
            "contentType": library.split(" ")[0].removeprefix("H5P."),
            "license": "U",
            "title": shortened(item.subject or item.id),
            "authorComments": MARK + json.dumps(ours, ensure_ascii=False),
        }
        content = {"library": library, "params": params, "metadata": metadata}
        return {**content, "subContentId": _uuid(_json(content))}

    def _kept(self, item: Info, source: str) -> Params | None:
        try:
            found = json.loads(source)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict) or "library" not in found:
            self.lose(item, "no-kind", "What was kept of it is no content of H5P.")
            return None
        if str(found["library"]).split(" ")[0] not in IN_A_SET:
            what = "It goes back as it came, but a question set of H5P may not take it in."
            self.lose(item, "not-in-a-set", what)
        return found

    def _made(self, item: Item) -> Made | None:
        for kind, write_ in _WRITERS.items():
            if isinstance(item, kind):
                return write_(self, item)
        return _standing(self, item) if item.kind == "standing" else None

    def _common(self, item: Item, params: Params) -> None:
        """Picture and feedback; what else is common has no place."""
        if item.feedback and not isinstance(item, TrueFalse):
            params["overallFeedback"] = [
                {"from": 0, "to": 100, "feedback": line_breaks(item.feedback)}
            ]
        if item.weight != 1:
            self.lose(item, "weight", "How much it counts is left out.")
        if item.skills:
            self.lose(item, "skills", "Its skills are left out.")
        picture = item.picture
        if picture is None:
            return
        name = PurePosixPath(picture.file).name
        if name != picture.file or name not in self._files:
            self.lose(item, "picture", "Its picture is left out.")
            return
        self.used[name] = None
        kind = _TYPES.get(PurePosixPath(name).suffix.casefold(), "png")
        file = {"path": f"images/{name}", "mime": f"image/{kind}"}
        shown = {"contentName": "Image", "file": file, "alt": picture.alternative}
        params["media"] = {"type": {"library": "H5P.Image 1.1", "params": shown}}


def _tags(item: Item) -> list[str]:
    kind = [] if type(item) in _PLAIN or (isinstance(item, Match) and item.rows) else [item.kind]
    added = [tag for one in kind if (tag := f"kind:{one}") not in item.tags]
    return [*item.tags, *added]


def _choice(stem: str, options: list[Params], how: str, *, strict: bool = False) -> Made:
    behaviour = {"type": how, "singlePoint": strict, "randomAnswers": True}
    return CHOICE, {"question": paragraph(stem), "answers": options, "behaviour": behaviour}


def _option(option: Option, *, right: bool) -> Params:
    told = line_breaks(option.feedback)
    feedback = {"tip": "", "chosenFeedback": told, "notChosenFeedback": ""}
    text = f"<div>{line_breaks(option.text)}</div>"
    return {"text": text, "correct": right, "tipsAndFeedback": feedback}


def _one(writer: _Writer, item: OneRight) -> Made:
    if any(option.credit for option in item.options if option.id != item.right):
        writer.lose(item, "credit", "Options that earn or cost a part do so no more.")
    options = [_option(option, right=option.id == item.right) for option in item.options]
    return _choice(item.subject or item.stem, options, "single")


def _several(writer: _Writer, item: MultipleResponse) -> Made:
    options = [_option(option, right=option.id in item.right) for option in item.options]
    how = "single" if len(item.right) > 1 and _credits(item, Decimal(1), Decimal(0)) else "multi"
    share = Decimal(1) / max(len(item.right), 1)
    if not item.all_or_nothing and how == "multi" and not _credits(item, share, -share):
        what = "Each right choice earns its part, and each wrong one costs as much."
        writer.lose(item, "scoring", what)
    return _choice(item.stem, options, how, strict=item.all_or_nothing)


def _credits(item: MultipleResponse, right: Decimal, wrong: Decimal) -> bool:
    return all(
        (option.credit or Decimal(0)) == (right if option.id in item.right else wrong)
        for option in item.options
    )


def _standing(_writer: _Writer, item: Any) -> Made:
    keys = item.accepted[:1]
    options = [_option(Option(id_, named(id_)), right=id_ in keys) for id_ in STANDINGS]
    return _choice(item.subject, options, "single")


def _true_false(_writer: _Writer, item: TrueFalse) -> Made:
    told = line_breaks(item.feedback)
    behaviour = {"feedbackOnCorrect": told, "feedbackOnWrong": told} if told else {}
    params = {"question": paragraph(item.stem), "correct": item.right, "behaviour": behaviour}
    return TRUE_FALSE, params


def _typed(stem: str, lines: list[str], *, case: bool = False) -> Made:
    behaviour = {"caseSensitive": case, "acceptSpellingErrors": False}
    return BLANKS, {"text": paragraph(stem), "questions": lines, "behaviour": behaviour}


def _between(accepted: tuple[str, ...]) -> str:
    return f"*{'/'.join(map(blank, accepted))}*"


def _short(writer: _Writer, item: ShortAnswer) -> Made:
    if item.partial or item.misses or item.wildcards:
        what = "Answers that earn a part, near misses, and a * for anything were left out."
        writer.lose(item, "partial", what)
    return _typed(item.stem, [f"<p>{_between(item.accepted)}</p>"], case=item.case)


def _numeric(writer: _Writer, item: Numeric) -> Made:
    if item.unit or item.tolerance or item.others:
        what = "Its unit, its tolerance and further numbers were left out."
        writer.lose(item, "tolerance", what)
    number = decimal(item.answer or Decimal(0))
    return _typed(item.stem, [f"<p>{_between((number,))}</p>"])


def _cloze(writer: _Writer, item: Cloze) -> Made:
    if item.all_or_nothing or any(gap.partial or gap.weight != 1 for gap in item.gaps):
        writer.lose(item, "scoring", "Each gap earns the same, and all or nothing.")
    options = listed(item.gaps[0].options)
    alike = all(
        gap.options and listed(gap.options) == options and len(gap.accepted) == 1
        and gap.accepted[0] in options
        for gap in item.gaps
    )  # fmt: skip
    if alike:
        return _dragged(item.stem, item.pieces(), options)
    if any(gap.options for gap in item.gaps):
        writer.lose(item, "options", "The lists to choose from were left out; words are typed.")
    text = "".join(
        _between(piece.accepted) if isinstance(piece, Gap) else starless(line_breaks(piece))
        for piece in item.pieces()
    )
    return _typed(item.stem, [f"<p>{text}</p>"])


def _dragged(stem: str, pieces: tuple[str | Gap, ...], options: tuple[str, ...]) -> Made:
    """A text with gaps, the words that fill them, and those that fill none."""
    used = {piece.accepted[0] for piece in pieces if isinstance(piece, Gap)}
    text = "".join(
        _between(piece.accepted)
        if isinstance(piece, Gap)
        else starless(line_breaks(piece)).replace("<br>", "\n")
        for piece in pieces
    )
    params = {
        "taskDescription": paragraph(stem) if stem else "",
        "textField": text,
        "distractors": " ".join(_between((word,)) for word in options if word not in used),
    }
    return DRAG, params


def _pairs(writer: _Writer, item: PairItem) -> Made | None:
    if isinstance(item, Match) and (item.weights or item.all_or_nothing):
        writer.lose(item, "scoring", "Each pair counts the same here.")
    texts, columns = dict(item.texts), item.columns()
    pieces: list[str | Gap] = []
    for n, (row, column) in enumerate(item.right, start=1):
        words = " ".join(texts[row].split())
        pieces += [f"\n{words} → " if pieces else f"{words} → ", Gap(f"g{n}", (columns[column],))]
    if len(item.right) < 2:
        return None
    return _dragged(item.subject or item.stem, tuple(pieces), listed(columns.values()))


def _order(writer: _Writer, item: Order) -> Made:
    if item.all_or_nothing:
        writer.lose(item, "scoring", "Each place counts by itself here.")
    if any(option.feedback for option in item.options):
        writer.lose(item, "feedback", "What is said of single lines was left out.")
    pieces: list[str | Gap] = []
    for n, option in enumerate(item.options, start=1):
        pieces += [f"\n{n}. " if pieces else f"{n}. ", Gap(f"g{n}", (option.text,))]
    return _dragged(item.stem, tuple(pieces), listed(option.text for option in item.options))


_WRITERS: dict[type, Callable[[_Writer, Any], Made | None]] = {
    OneRight: _one,
    MultipleResponse: _several,
    TrueFalse: _true_false,
    ShortAnswer: _short,
    Numeric: _numeric,
    Cloze: _cloze,
    PairItem: _pairs,
    Order: _order,
}
_PLAIN = (SingleChoice, MultipleResponse, TrueFalse, ShortAnswer, Cloze, Order)
