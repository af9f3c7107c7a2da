"""Days and times as people here write them."""

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale


def local_day(moment: datetime) -> str:
    """A day as people here write it, such as 12 March; with its year where that is another one."""
    day = _local(moment).date()
    form = "d MMMM" if day.year() == QDate.currentDate().year() else "d MMMM yyyy"
    return QLocale().toString(day, form)


def full_day(moment: datetime) -> str:
    """A day with its year, such as 12 March 2026, for what is kept."""
    return QLocale().toString(_local(moment).date(), "d MMMM yyyy")


def local_time(moment: datetime) -> str:
    """The time of day as people here write it."""
    return QLocale().toString(_local(moment).time(), "HH:mm")


def _local(moment: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
