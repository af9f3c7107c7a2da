"""What other programs make of our files, with a Python that has them installed.

    python -m benchmarks.read_by_others /path/to/python

The other Python needs pygiftparser, anki and text2qti from the Python Package Index, which have
requirements of their own and are no part of this project’s environment. For each of them a bank
that comes with the program is written in its format and read by it; the number of questions that
it found stands beside the number that was written. LibreOffice opens the workbooks where there is
one. The exit status is 1 where a number differs.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from quizapp.app.bank_files import open_bank, shipped
from quizapp.app.exchange import read, written
from quizapp.formats.tables.template import template

GIFT = "import sys, pygiftparser.parser as p; print(len(p.parseFile(open(sys.argv[1]))))"
ANKI = """
import sys, tempfile
from anki.collection import Collection, ImportAnkiPackageRequest
notes = Collection(tempfile.mkdtemp() + "/c.anki2")
notes.import_anki_package(ImportAnkiPackageRequest(package_path=sys.argv[1]))
print(notes.note_count())
"""


def main(python: str) -> int:
    """Print a line for each program; whether all of them found what was written."""
    same = True
    with tempfile.TemporaryDirectory() as name:
        for program, wrote, found in compared(python, Path(name)):
            print(f"{program}: {found} of {wrote}")
            same = same and wrote == found
    return 0 if same else 1


def compared(python: str, folder: Path) -> Iterator[tuple[str, int, int]]:
    """Program, how many questions were written, and how many it found."""
    bank = next(open_bank(path) for path in shipped() if path.name == "battery-on-request")
    files = {}
    for format_id, ending in (("gift", "gift"), ("apkg", "apkg"), ("text2qti", "txt")):
        data, losses = written(bank, format_id, {})
        files[format_id] = folder / f"{format_id}.{ending}"
        files[format_id].write_bytes(data)
        if format_id != "apkg":
            gone = sum(loss.code == "no-kind" for loss in losses)
            wrote = len(bank.items) - gone
            yield format_id, wrote, _asked(python, format_id, files[format_id])
    cards = sum(not item.quotes_a_claim and item.scored for item in bank.items)
    yield "anki", len(bank.map.claims) + cards, int(_run(python, "-c", ANKI, files["apkg"]))
    if shutil.which("soffice"):
        yield from _workbooks(folder)


def _asked(python: str, format_id: str, file: Path) -> int:
    if format_id == "gift":
        return int(_run(python, "-c", GIFT, file))
    _run(Path(python).with_name("text2qti"), file)  # writes a package beside the file
    return len(read(file.with_suffix(".zip")).bank.items)


def _workbooks(folder: Path) -> Iterator[tuple[str, int, int]]:
    """The template through LibreOffice into CSV, and read here again."""
    book = folder / "template.xlsx"
    book.write_bytes(template())
    wrote = len(read(book).bank.items)
    convert = ("--headless", "--convert-to", "csv", "--outdir", folder, book)
    _run("soffice", f"-env:UserInstallation=file://{folder}/profile", *convert)
    yield "LibreOffice", wrote, len(read(folder / "template.csv").bank.items)


def _run(*command: str | Path) -> str:
    where = command[-1].parent if isinstance(command[-1], Path) else None
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, input="\n", cwd=where
    )
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
