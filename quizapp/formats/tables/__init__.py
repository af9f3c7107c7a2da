"""Tables of questions: CSV and workbooks both ways, and the spreadsheet that Kahoot takes."""

from quizapp.formats.base import Format
from quizapp.formats.tables import kahoot
from quizapp.formats.tables.columns import ROLES, Columns, columns_from, columns_of
from quizapp.formats.tables.read import read, recognise_csv, recognise_tsv, recognise_xlsx
from quizapp.formats.tables.rows import Row, rows_of
from quizapp.formats.tables.write import LOSSES, write_csv, write_tsv, write_xlsx

CSV = Format(
    id="csv",
    title="CSV",
    suffixes=(".csv",),
    recognise=recognise_csv,
    read=read,
    write=write_csv,
    text=True,
    losses=LOSSES,
)
TSV = Format(
    id="tsv",
    title="Table with tabs",
    suffixes=(".tsv",),
    recognise=recognise_tsv,
    read=read,
    write=write_tsv,
    text=True,
    losses=LOSSES,
)
XLSX = Format(
    id="xlsx",
    title="Workbook (Excel)",
    suffixes=(".xlsx",),
    recognise=recognise_xlsx,
    read=read,
    write=write_xlsx,
    losses=LOSSES,
)
KAHOOT = Format(
    id="kahoot",
    title="Kahoot",
    suffixes=(".kahoot.xlsx",),
    write=kahoot.write,
    losses=kahoot.LOSSES,
)

__all__ = [
    "CSV",
    "KAHOOT",
    "ROLES",
    "TSV",
    "XLSX",
    "Columns",
    "Row",
    "columns_from",
    "columns_of",
    "read",
    "rows_of",
    "write_csv",
    "write_tsv",
    "write_xlsx",
]
