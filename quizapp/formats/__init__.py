"""Files of other programs. To add a format: write its module, then name it in ``FORMATS``."""

from quizapp.formats.aiken import AIKEN
from quizapp.formats.anki import ANKI, APKG
from quizapp.formats.base import Effect, Format, Loss, Note, Question, Reading, Written
from quizapp.formats.gift import GIFT
from quizapp.formats.h5p import H5P
from quizapp.formats.moodle_xml import MOODLE_XML
from quizapp.formats.qti import QTI12, QTI21, QTI30
from quizapp.formats.tables import CSV, KAHOOT, TSV, XLSX
from quizapp.formats.text2qti import TEXT2QTI

FORMATS: dict[str, Format] = {
    format_.id: format_
    for format_ in (
        GIFT,
        MOODLE_XML,
        AIKEN,
        QTI12,
        QTI21,
        QTI30,
        TEXT2QTI,
        TSV,
        CSV,
        XLSX,
        H5P,
        ANKI,
        APKG,
        KAHOOT,
    )
}

__all__ = ["FORMATS", "Effect", "Format", "Loss", "Note", "Question", "Reading", "Written"]
