"""`quizapp gradebook CLASS --certificates FOLDER`: a page for whoever reached a share."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli import files
from quizapp.i18n import n_

if TYPE_CHECKING:
    from quizapp.classroom.book import Gradebook
    from quizapp.store import Store


def write(store: "Store", book: "Gradebook", folder: Path, share: str, *, quiet: bool) -> int:
    """Write them. Exit status: 0; 1 where one was not written, since no font has its letters.

    Raises:
        QuizappError: the share is none, or the folder cannot be written.
    """
    from quizapp.app.certificates import award, least_share, unwritten
    from quizapp.drawing.certificate import certificate_pdf, lacking

    found = award(store, book, least_share(share))
    files.folder(folder)
    n = 0
    for one in found.certificates:
        if missing := lacking(one.texts):
            print(unwritten(one, missing), file=sys.stderr)
            continue
        files.write(folder / f"{one.name}.pdf", certificate_pdf(one))
        n += 1
    if not quiet:
        words = n_("{n} certificate in {folder}.", "{n} certificates in {folder}.", n)
        print(words.format(n=n, folder=folder))
        if found.short:
            words = n_(
                "{n} attempt did not reach {share} % and gets none.",
                "{n} attempts did not reach {share} % and get none.",
                found.short,
            )
            print(words.format(n=found.short, share=f"{least_share(share):g}"))
    return 1 if n < len(found.certificates) else 0
