"""text2qti: quizzes as Markdown, a line for each question and each answer, for Canvas."""

from quizapp.formats.base import Format
from quizapp.formats.text2qti.lines import ID
from quizapp.formats.text2qti.read import read, recognise
from quizapp.formats.text2qti.write import write

TEXT2QTI = Format(
    id=ID,
    title="text2qti",
    suffixes=(".text2qti.txt", ".text2qti"),
    recognise=recognise,
    read=read,
    write=write,
    text=True,
    losses=(
        "Pairs, orders, gaps, and words to be marked in the article have no text2qti question.",
        "Several answers are all or nothing there, and no answer earns a part of the mark.",
        "Numbers near 0, units, further numbers, near misses, and that capital letters count.",
        "Points are whole or half there; other weights are rounded.",
        "Pictures and skills.",
    ),
)

__all__ = ["TEXT2QTI", "read", "recognise", "write"]
