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
from quizapp.report.figures import Table
from quizapp.report.placed import Placed, placed
from quizapp.report.progress import Point, Progress, progress, skill_table
from quizapp.report.reading import Strip, lacking, reading_table, strips
from quizapp.report.result import Band, ItemLine, Result, SkillLine, outcome_title, result
from quizapp.report.sure import (
    certainty_line,
    claims_sentence,
    claims_table,
    level_title,
    share_right,
    sure_sentence,
    sure_spoken,
    sure_table,
)
from quizapp.report.taken import clock

__all__ = [
    "ArticleMap",
    "Band",
    "Feedback",
    "ItemLine",
    "MapLine",
    "MapSide",
    "MapTradeOff",
    "Placed",
    "Point",
    "Progress",
    "Result",
    "Shown",
    "SkillLine",
    "Strip",
    "Table",
    "article_map",
    "certainty_line",
    "claims_sentence",
    "claims_table",
    "clock",
    "feedback",
    "lacking",
    "level_title",
    "outcome_title",
    "placed",
    "progress",
    "reading_table",
    "result",
    "share_right",
    "side_title",
    "signed",
    "skill_table",
    "strips",
    "sure_sentence",
    "sure_spoken",
    "sure_table",
]
