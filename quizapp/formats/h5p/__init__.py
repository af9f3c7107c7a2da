"""H5P: interactive content as a package, or its content.json alone."""

from quizapp.formats.base import Format
from quizapp.formats.h5p.read import ID, read, recognise
from quizapp.formats.h5p.write import LOSSES, write

H5P = Format(
    id=ID,
    title="H5P (experimental)",
    suffixes=(".h5p",),
    recognise=recognise,
    read=read,
    write=write,
    experimental=True,
    losses=LOSSES,
)

__all__ = ["H5P", "read", "recognise", "write"]
