"""QTI 1.2, 2.0, 2.1, 2.2 and 3.0: items, tests, banks and packages. One reader reads them all."""

from quizapp.formats.base import Format
from quizapp.formats.qti.losses import LOSSES
from quizapp.formats.qti.read import read
from quizapp.formats.qti.recognise import sure
from quizapp.formats.qti.write import write_2_1, write_3_0
from quizapp.formats.qti.write12 import write_1_2

QTI12 = Format(
    id="qti12",
    title="QTI 1.2 (Canvas, Blackboard)",
    suffixes=(".zip", ".imscc", ".xml", ".qti", ".dat"),
    recognise=sure("1"),
    read=read,
    write=write_1_2,
    losses=LOSSES,
)
QTI21 = Format(
    id="qti21",
    title="QTI 2.1 (also reads 2.0 and 2.2)",
    suffixes=(".zip", ".xml"),
    recognise=sure("2"),
    read=read,
    write=write_2_1,
    losses=LOSSES,
)
QTI30 = Format(
    id="qti30",
    title="QTI 3.0",
    suffixes=(".zip", ".xml"),
    recognise=sure("3"),
    read=read,
    write=write_3_0,
    losses=LOSSES,
)

__all__ = ["QTI12", "QTI21", "QTI30", "read"]
