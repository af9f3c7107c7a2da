"""Cards as a text file that Anki imports."""

import csv
from collections.abc import Mapping
from io import StringIO

from quizapp.bank import Bank
from quizapp.formats.anki.cards import cards
from quizapp.formats.base import Loss, Written

HEADER = (
    "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n"
    "#tags column:6\n"
)


def write(bank: Bank, files: Mapping[str, bytes]) -> Written:  # noqa: ARG001  (no pictures)
    """The claims and questions of a bank as notes, one a line, in a deck with the bank’s title."""
    made, losses = cards(bank)
    losses += [
        Loss(item=card.id, code="picture", what="Its picture is left out.")
        for card in made
        if card.picture
    ]
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
    deck = " ".join(bank.title.split()) or bank.id
    for card in made:
        writer.writerow((card.guid, card.type, deck, card.front, card.back, " ".join(card.tags)))
    return Written(data=(HEADER + stream.getvalue()).encode(), losses=tuple(losses))
