"""Cards as a package that Anki opens, made by genanki without touching the disk."""

import hashlib
import itertools
import json
import sqlite3
import warnings
from collections.abc import Mapping
from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from quizapp.bank import Bank
from quizapp.formats.anki.cards import Card, cards, marked
from quizapp.formats.base import Loss, Written

if TYPE_CHECKING:
    from genanki import Deck, Model, Note

BASIC, CLOZE = 1_704_067_201, 1_704_067_202  # ids of the two note types, for good
MADE = 1_704_067_200  # 2024-01-01 in UTC: a package is the same whenever its cards are
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CSS = ".card { font-family: sans-serif; font-size: 20px; text-align: left; }"
_ANSWER = '{{FrontSide}}<hr id="answer">{{Back}}'


def write(bank: Bank, files: Mapping[str, bytes]) -> Written:
    """The claims and questions of a bank as a deck with the bank’s title; the same bytes always."""
    made, losses = cards(bank)
    pictures = [name for name in dict.fromkeys(card.picture for card in made) if name in files]
    losses += [
        Loss(item=card.id, code="picture", what="Its picture is not there.")
        for card in made
        if card.picture and card.picture not in files
    ]
    media = {str(n): name for n, name in enumerate(pictures)}
    parts = {"collection.anki2": _collection(bank, made, pictures)}
    parts["media"] = json.dumps(media).encode()
    parts |= {n: files[name] for n, name in media.items()}
    return Written(data=_zipped(parts), losses=tuple(losses))


def _collection(bank: Bank, made: list[Card], pictures: list[str]) -> bytes:
    """The database that a package holds."""
    from genanki import Package

    title = " ".join(bank.title.split()) or bank.id
    with closing(sqlite3.connect(":memory:")) as connection, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about tags that Anki itself wrote
        package = Package(_deck(title, made, pictures))
        package.write_to_db(connection.cursor(), MADE, itertools.count(MADE * 1000))
        connection.commit()
        return connection.serialize()


def _deck(title: str, made: list[Card], pictures: list[str]) -> "Deck":
    from genanki import Deck

    types = _types()
    number = int.from_bytes(hashlib.sha256(title.encode()).digest()[:4], "big") >> 2
    deck = Deck((1 << 30) + number, title)
    for card in made:
        deck.add_note(_note(card, types[card.type], pictures))
    return deck


def _note(card: Card, type_: "Model", pictures: list[str]) -> "Note":
    from genanki import Note

    shown = f'<br><img src="{marked(card.picture)}">' if card.picture in pictures else ""
    fields = [card.front + shown, card.back]
    return Note(model=type_, fields=fields, tags=list(card.tags), guid=card.guid)


def _types() -> dict[str, "Model"]:
    """The two note types: one with a front and a back, one with gaps."""
    from genanki import Model

    def fields(*names: str) -> list[dict[str, Any]]:
        return [{"name": name} for name in names]

    basic = Model(
        BASIC,
        "Basic (quizapp)",
        fields=fields("Front", "Back"),
        templates=[{"name": "Card 1", "qfmt": "{{Front}}", "afmt": _ANSWER}],
        css=_CSS,
    )
    gaps = "{{cloze:Text}}"
    cloze = Model(
        CLOZE,
        "Cloze (quizapp)",
        fields=fields("Text", "Back Extra"),
        templates=[{"name": "Cloze", "qfmt": gaps, "afmt": f"{gaps}<br>{{{{Back Extra}}}}"}],
        css=f"{_CSS} .cloze {{ font-weight: bold; }}",
        model_type=Model.CLOZE,
    )
    return {"Basic": basic, "Cloze": cloze}


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    """The files in a zip file that is the same whenever they are."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, data)
    return stream.getvalue()
