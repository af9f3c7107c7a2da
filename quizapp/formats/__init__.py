"""Files of other programs. To add a format: write its module, then name it in ``FORMATS``."""

from quizapp.formats.base import Effect, Format, Loss, Note, Question, Reading, Written

FORMATS: dict[str, Format] = {}

__all__ = ["FORMATS", "Effect", "Format", "Loss", "Note", "Question", "Reading", "Written"]
