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
from quizapp.report.placed import Placed, placed
from quizapp.report.result import Band, ItemLine, Result, SkillLine, outcome_title, result

__all__ = [
    "ArticleMap",
    "Band",
    "Feedback",
    "ItemLine",
    "MapLine",
    "MapSide",
    "MapTradeOff",
    "Placed",
    "Result",
    "Shown",
    "SkillLine",
    "article_map",
    "feedback",
    "outcome_title",
    "placed",
    "result",
    "side_title",
    "signed",
]
