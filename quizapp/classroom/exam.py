"""An exam's questions without anything that their keys could be computed from, or guessed against.

A practice pack carries the bank itself, for its feedback. An exam pack carries a form made here:
the article, what is asked, and the options in an order drawn for this form under ids drawn for it.
What leads from those ids back to the bank, the link, stays with the teacher. There is no key, no
feedback, no standing, no evidence, no weight, no source of a claim, and no hash of anything that
has one of these.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from quizapp.bank import Bank
from quizapp.claims import Article, ClaimMap
from quizapp.classroom.canonical import UnreadableError, read, write
from quizapp.classroom.keys import bytes64, text64
from quizapp.i18n import _
from quizapp.items import KINDS, Categorise, Cloze, Gap, Item, Match, Option, Picture, Response

_START = b'{"exam":'
Record = dict[str, Any]
Names = dict[str, str]


@dataclass(frozen=True, slots=True)
class Link:
    """From an exam form back to its bank: for each id of an item there, the item's own id here,
    and for each id of an option, row, column or gap there its own.
    """

    items: Mapping[str, tuple[str, Names]]

    def item(self, id_: str) -> str:
        """The bank's id of an item of the form; empty where the form has no such item."""
        return self.items[id_][0] if id_ in self.items else ""

    def response(self, id_: str, response: Response) -> Response:
        """A response under the bank's own ids; parts that name nothing stay as they are."""
        names = self.items[id_][1] if id_ in self.items else {}
        return tuple(_renamed(part, names) for part in response)

    def stored(self) -> str:
        """The link as JSON, for the teacher's own store."""
        plain = {id_: [item, names] for id_, (item, names) in self.items.items()}
        return json.dumps(plain, ensure_ascii=False, sort_keys=True)

    @classmethod
    def restored(cls, text: str) -> "Link":
        """The link from what ``stored`` gave."""
        return cls({id_: (item, dict(names)) for id_, (item, names) in json.loads(text).items()})


def exam_form(
    bank: Bank, items: Sequence[Item], form_id: str, random: Random
) -> tuple[bytes, Link]:
    """The form of an exam as canonical JSON, and its link.

    Args:
        bank: the bank that is asked.
        items: its items, in the order in which they are posed.
        form_id: an id drawn for this form, which says nothing about the bank.
        random: what draws the ids and orders; it must not be foreseeable, and its seed is not kept.
    """
    records, linked = [], {}
    for n, item in enumerate(items, start=1):
        draw = _Draw(random)
        record = {"id": f"q{n}", "kind": item.kind, **_SHOWN[item.kind](item, draw)}
        if item.picture is not None:
            words, data = item.picture.alternative, bank.picture(item)
            record["picture"] = [words, text64(data) if data else ""]
        records.append(record)
        linked[f"q{n}"] = (item.id, draw.names)
    article = bank.article
    form = {
        "id": form_id,
        "title": bank.title,
        "language": bank.language,
        "article": {
            "title": article.title,
            "cites": article.credit,
            "text": article.text,
            "as_of": article.as_of,
            "summary": int(article.summary),
            "sentences": [list(boundary) for boundary in article.boundaries],
        },
        "items": records,
    }
    return write({"exam": form}), Link(linked)


def is_exam_form(data: bytes) -> bool:
    """Whether a kept bank version is the form of an exam, which has no keys."""
    return data.startswith(_START)


def exam_bank(data: bytes) -> Bank:
    """A bank that can be taken, from the form of an exam; nothing in it has a key.

    Raises:
        UnreadableError: it is no such form, or damaged.
    """
    whole = read(data)
    try:
        form = whole["exam"]
        article = _article(form["article"])
        items = tuple(_item(record, article) for record in form["items"])
        claims = ClaimMap(article, (), (), ())
        return Bank(
            id=form["id"],
            title=form["title"],
            language=form["language"],
            licence="",
            map=claims,
            items=items,
            form=data,
            pictures=_pictures(form["items"]),
        )
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        text = _("The questions of this exam are damaged. Ask for the pack again.")
        raise UnreadableError(text) from error


class _Draw:
    """Draws new ids and orders, and keeps what leads back."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self.names: Names = {}

    def shuffled(self, ids: Sequence[str], letter: str) -> dict[str, str]:
        """Old ids in a drawn order, each with its new one."""
        drawn = list(ids)
        self._random.shuffle(drawn)
        fresh = {old: f"{letter}{n}" for n, old in enumerate(drawn, start=1)}
        self.names |= {new: old for old, new in fresh.items()}
        return fresh

    def words(self, words: Sequence[str]) -> list[str]:
        """Words in a drawn order; they are their own ids."""
        drawn = list(words)
        self._random.shuffle(drawn)
        return drawn

    def keep(self, ids: Sequence[str]) -> None:
        """Ids that are the same for every item, and so stay."""
        self.names |= {id_: id_ for id_ in ids}


# what is shown of each kind


def _options(item: Any, draw: _Draw) -> Record:
    fresh = draw.shuffled([option.id for option in item.options], "o")
    texts = {option.id: option.text for option in item.options}
    return {"stem": item.stem, "options": [[new, texts[old]] for old, new in fresh.items()]}


def _stem(item: Item, _draw: _Draw) -> Record:
    return {"stem": item.stem}


def _claim(item: Any, _draw: _Draw) -> Record:
    return {"stem": item.stem, "claim": item.claim}


def _marked(item: Any, draw: _Draw) -> Record:
    return {**_claim(item, draw), "select": item.select}


def _rows(item: Any, draw: _Draw) -> Record:
    fresh = draw.shuffled([id_ for id_, _text in item.texts], "r")
    texts = dict(item.texts)
    return {"stem": item.subject, "rows": [[new, texts[old]] for old, new in fresh.items()]}


def _match(item: Match, draw: _Draw) -> Record:
    columns = item.columns()
    fresh = draw.shuffled(list(columns), "c")
    return {
        **_rows(item, draw),
        "columns": [[new, columns[old]] for old, new in fresh.items()],
    }


def _categorise(item: Categorise, draw: _Draw) -> Record:
    draw.keep(list(item.columns()))
    return _rows(item, draw)


def _numeric(item: Any, _draw: _Draw) -> Record:
    return {"stem": item.stem, "unit": item.unit}


def _cloze(item: Cloze, draw: _Draw) -> Record:
    fresh = {gap.id: f"g{n}" for n, gap in enumerate(item.gaps, start=1)}
    draw.names |= {new: old for old, new in fresh.items()}
    text = "".join(
        piece if isinstance(piece, str) else f"[[{fresh[piece.id]}]]" for piece in item.pieces()
    )
    gaps = [[fresh[gap.id], draw.words(gap.options)] for gap in item.gaps]
    return {"stem": item.stem, "text": text, "gaps": gaps}


_SHOWN: dict[str, Callable[[Any, _Draw], Record]] = {
    "single_choice": _options,
    "multiple_response": _options,
    "true_false": _stem,
    "standing": _claim,
    "evidence": _marked,
    "standing_with_evidence": _claim,
    "scope": _options,
    "match": _match,
    "order": _options,
    "categorise": _categorise,
    "short_answer": _stem,
    "numeric": _numeric,
    "cloze": _cloze,
    "overstatement": _options,
    "info": _stem,
}


# from what is shown to an item that can be answered


def _pairs(given: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((id_, text) for id_, text in given)


def _article(fields: Mapping[str, Any]) -> Article:
    return Article(
        title=fields["title"],
        cites=fields["cites"],
        text=fields["text"],
        as_of=fields["as_of"],
        summary=bool(fields["summary"]),
        boundaries=tuple((p, start, end) for p, start, end in fields["sentences"]),
    )


# What a kind must have in place of its key, so that there can be an item at all.
_NO_KEY: dict[str, Record] = {
    "single_choice": {"right": ""},
    "multiple_response": {"right": ()},
    "true_false": {"right": ""},
    "scope": {"right": ""},
    "overstatement": {"right": ""},
    "short_answer": {"accepted": ()},
    "numeric": {"answer": None},
}
_READ: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "stem": ("stem", str),
    "claim": ("claim", str),
    "select": ("select", str),
    "unit": ("unit", str),
    "text": ("text", str),
    "options": ("options", lambda given: tuple(Option(id_, text) for id_, text in given)),
    "rows": ("texts", _pairs),
    "columns": ("names", _pairs),
    "gaps": ("gaps", lambda given: tuple(Gap(id_, (), tuple(list_)) for id_, list_ in given)),
}
_MARKED = ("evidence", "standing_with_evidence")


def _pictures(records: Sequence[Record]) -> tuple[tuple[str, bytes], ...]:
    """The pictures by the ids of their items, whose own names would tell what they show."""
    given = ((record["id"], record["picture"][1]) for record in records if "picture" in record)
    return tuple(sorted((id_, bytes64(data)) for id_, data in given if data))


def _item(record: Mapping[str, Any], article: Article) -> Item:
    kind = record["kind"]
    own = {_READ[name][0]: _READ[name][1](value) for name, value in record.items() if name in _READ}
    own |= _NO_KEY.get(kind, {})
    if kind in _MARKED:
        own["article"] = article
    if "picture" in record:
        own["picture"] = Picture(record["id"], str(record["picture"][0]))
    return KINDS[kind](id=record["id"], **own)


def _renamed(part: str, names: Names) -> str:
    if part in names:
        return names[part]
    row, space, column = part.partition(" ")
    if space and row in names and column in names:
        return f"{names[row]} {names[column]}"
    gap, equals, words = part.partition("=")
    return f"{names[gap]}={words}" if equals and gap in names else part
