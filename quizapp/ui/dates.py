"""Days and times on the screen, as they are in files."""

from quizapp.drawing.dates import local_day, local_time

__all__ = ["local_day", "local_time"]
