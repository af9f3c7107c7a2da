"""Anki: notes as text both ways, and packages of cards to be studied there."""

from quizapp.formats.anki.cards import ID, LOSSES
from quizapp.formats.anki.package import write as write_package
from quizapp.formats.anki.read import read, recognise
from quizapp.formats.anki.text import write
from quizapp.formats.base import Format

ANKI = Format(
    id=ID,
    title="Anki text",
    suffixes=(".anki.txt",),
    recognise=recognise,
    read=read,
    write=write,
    text=True,
    losses=(*LOSSES, "Pictures, as Anki takes none from text."),
)
APKG = Format(
    id="apkg", title="Anki package", suffixes=(".apkg",), write=write_package, losses=LOSSES
)

__all__ = ["ANKI", "APKG", "read", "recognise", "write", "write_package"]
