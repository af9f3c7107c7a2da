"""Results as data, and as plain text."""

from quizapp.report.article_map import (
    ArticleMap,
    MapLine,
    MapSide,
    MapTradeOff,
    article_map,
    side_title,
)
from quizapp.report.feedback import Feedback, Shown, feedback, signed
from quizapp.report.result import Band, ItemLine, Result, SkillLine, outcome_title, result

__all__ = [
    "ArticleMap",
    "Band",
    "Feedback",
    "ItemLine",
    "MapLine",
    "MapSide",
    "MapTradeOff",
    "Result",
    "Shown",
    "SkillLine",
    "article_map",
    "feedback",
    "outcome_title",
    "result",
    "side_title",
    "signed",
]
