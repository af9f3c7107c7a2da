"""The workbook that teachers fill in: lists to choose from, and a sheet that says how."""

import io
from collections.abc import Sequence

from quizapp.formats.table_xlsx import Sheet, steady, words_in

TYPES = ("single_choice", "multiple_response", "true_false", "short_answer", "numeric", "match",
         "order", "info")  # fmt: skip
SCORINGS = ("partial", "all or nothing")
LAST_ROW = 2000
_WIDTHS = {"question": 48, "feedback": 32, "type": 18, "id": 10, "points": 8, "correct": 12}
_USUAL = 18
HEADINGS = ("id", "type", "question", "A", "B", "C", "D", "correct", "feedback", "points", "tags",
            "tolerance", "unit", "scoring")  # fmt: skip
EXAMPLES = (
    ("", "single_choice", "Who says that the ferry stayed in the harbour?", "The harbour master",
     "A passenger", "Nobody", "", "A", "Look at paragraph 2.", "", "sources", "", "", ""),
    ("", "multiple_response", "Which of these does the article leave open?", "The cost",
     "The date", "The name of the ferry", "", "A, B", "", "2", "", "", "", "all or nothing"),
    ("", "true_false", "The article names two passengers.", "", "", "", "", "FALSE", "", "", "",
     "", "", ""),
    ("", "short_answer", "What was broken?", "the rudder", "rudder", "", "", "", "", "", "", "",
     "", ""),
    ("", "numeric", "How many people were on board?", "", "", "", "", "38", "", "", "", "2",
     "people", ""),
    ("", "match", "Who said what?", "The mayor -> It was the tide",
     "The owner -> It was the rudder", "-> It was the wind", "", "", "", "", "", "", "", ""),
    ("", "order", "Put these in the order of the article.", "The ferry turned back",
     "The owner spoke", "The office opened", "", "", "", "", "", "", "", ""),
    ("", "info", "Read the article before you go on.", "", "", "", "", "", "", "", "", "", "", ""),
)  # fmt: skip
_HOW = (
    ("Column", "What goes into it"),
    ("type", "Choose from the list. Without a type, the other cells say what it is."),
    ("question", "What is asked. A row without a question is named and left out."),
    ("A, B, C, …", "The answers, one in each cell. Add columns E, F, … as you need them."),
    ("correct", "The letter of the right answer; several with commas; TRUE or FALSE; a number."),
    ("short_answer", "Every cell from A on is an answer that counts; “correct” stays empty."),
    (
        "match",
        "One pair in each cell: left -> right. “-> right” is there to choose, and fits none.",
    ),
    ("order", "The parts from A on, in their right order."),
    ("tolerance, unit", "For numbers: how far off still counts, and the unit."),
    ("points", "What it counts; 1 where the cell is empty."),
    ("scoring", "For several answers and orders: in parts, or all or nothing."),
    ("feedback", "Shown after the answer. “feedback A” and so on are shown after that answer."),
    ("tags", "Words to find the question by, with commas between them."),
)


def template() -> bytes:
    """A workbook with an example for each type, to be written over."""
    return filled([list(HEADINGS), *map(list, EXAMPLES)])


def filled(rows: Sequence[Sequence[str]]) -> bytes:
    """A workbook with these rows under its headings; the same bytes for the same rows."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Questions"
    words_in(sheet, rows)
    _laid_out(sheet, rows[0])
    how = book.create_sheet("How to fill in")
    words_in(how, _HOW)
    how.column_dimensions["A"].width, how.column_dimensions["B"].width = _USUAL, 90
    target = io.BytesIO()
    book.save(target)
    return steady(target.getvalue())


def _laid_out(sheet: Sheet, heads: Sequence[str]) -> None:
    """Widths, a row of headings that stays in sight, and lists where there is a choice."""
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for x, name in enumerate(heads, start=1):
        sheet.column_dimensions[get_column_letter(x)].width = _WIDTHS.get(name, _USUAL)
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    keys = (*(name for name in heads if len(name) == 1), "TRUE", "FALSE")
    for name, choices in (("type", TYPES), ("correct", keys), ("scoring", SCORINGS)):
        if name not in heads:
            continue
        letter = get_column_letter(heads.index(name) + 1)
        rule = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
        # A key may also be several letters, a number or words: the list offers and does not forbid.
        rule.showErrorMessage, rule.errorTitle = name != "correct", name
        rule.error = f"Choose one of: {', '.join(choices)}."
        sheet.add_data_validation(rule)
        rule.add(f"{letter}2:{letter}{LAST_ROW}")
