"""The drafts in the data folder: begun from an article or a bank, listed, saved as a bank."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from quizapp.app.authoring.cleaning import Cleaned, clean, plain
from quizapp.app.authoring.draft import Draft, draft_of, seed_of
from quizapp.app.authoring.journal import SNAPSHOT
from quizapp.app.authoring.judgement import judge
from quizapp.app.authoring.marking import fresh_id
from quizapp.app.authoring.session import Authoring
from quizapp.app.authoring.wording import splice_between
from quizapp.app.bank_files import BANKS, open_bank, shipped
from quizapp.app.banking import Saved, save
from quizapp.bank import Bank
from quizapp.bank.derive import derive
from quizapp.errors import FileError, QuizappError
from quizapp.formats.articles import Intake, read_article
from quizapp.i18n import N_, _
from quizapp.items import SKILLS
from quizapp.store import Store

DRAFTS = "drafts"
LICENCE = "LicenseRef-not-shared"
CLEANED = N_("Clean the text up")


@dataclass(frozen=True, slots=True)
class DraftCard:
    """One draft as a list shows it; ``broken`` says why it cannot be opened, if it cannot."""

    folder: Path
    title: str
    claims: int
    words: int
    at: float
    broken: str = ""


def drafts(folder: Path) -> tuple[DraftCard, ...]:
    """Every draft in a data folder, the one that was worked at last first."""
    found = [_card(file.parent) for file in (folder / DRAFTS).glob(f"*/{SNAPSHOT}")]
    return tuple(sorted(found, key=lambda card: -card.at))


def begin(folder: Path, text: str, title: str = "", cites: str = "") -> tuple[Authoring, Cleaned]:
    """A draft for pasted text, already cleaned up, which is one step that can be undone."""
    raw, cleaned = plain(text), clean(text, title)
    if not cleaned.text.strip():
        raise QuizappError(_("There is no text. Copy an article, or open a file with one."))
    name = cleaned.title or _("Untitled")
    id_ = free_id(folder, name)
    draft = Draft(id_, name, raw, cleaned.cites or cites, licence=LICENCE, skills=SKILLS[:3])
    session = Authoring.begin(folder / DRAFTS / id_, draft)
    if cleaned.text != raw:
        session.retype(CLEANED, splice_between(raw, cleaned.text))
    return session, cleaned


def begin_from_file(folder: Path, path: Path) -> tuple[Authoring, Cleaned]:
    """A draft for the article in a file.

    Raises:
        FileError: there is no text in it that can be read.
        QuizappError: the draft cannot be written.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        text = _("{path} cannot be read ({reason}).")
        raise QuizappError(text.format(path=path, reason=error.strerror or error)) from error
    intake: Intake = read_article(data, path.name)
    return begin(folder, intake.text, intake.title, intake.cites)


def edit_bank(folder: Path, path: Path) -> Authoring:
    """The draft that goes on with the bank at ``path``; one that was begun before is taken up.

    Of a bank that comes with the program a copy is made, with an id of its own. Where the bank was
    changed by other hands since, that draft is parted from the bank and stays in the list, and
    another one is begun.

    Raises:
        FileError: the bank cannot be read.
        QuizappError: the draft cannot be read or written.
    """
    bank = open_bank(path)
    seed = seed_of(bank)
    derived = derive(bank.map, seed, bank.language)
    if path.resolve() in {one.resolve() for one in shipped()}:
        id_ = free_id(folder, f"{bank.id} copy")
        own = replace(draft_of(bank, derived, "", seed), id=id_, saved="")
        return _begun(folder / DRAFTS / id_, own, bank)
    fresh = draft_of(bank, derived, str(path), seed)
    for card in drafts(folder):
        if not card.broken:
            session = Authoring.resume(card.folder)
            if session.draft.folder == str(path):
                if session.draft.saved == fresh.saved:
                    return session
                session.note_saved(Path(), "")
            session.close()
    return _begun(folder / DRAFTS / free_id(folder, bank.id), fresh, bank)


def follow(folder: Path, bank: Path, version: str, change: Callable[[Draft], Draft]) -> None:
    """Change the drafts of a bank as the bank itself was changed, so that saving them keeps it so.

    Raises:
        QuizappError: a draft cannot be written.
    """
    for card in drafts(folder):
        if card.broken:
            continue
        session = Authoring.resume(card.folder)
        if session.draft.folder == str(bank):
            session.do(N_("Move an item"), change(session.draft))
            session.note_saved(bank, version)
        session.close()


def _begun(folder: Path, draft: Draft, bank: Bank) -> Authoring:
    """A new draft of a bank, with the bank's pictures."""
    session = Authoring.begin(folder, draft)
    session.pictures.hold(bank.pictures)
    return session


def save_bank(session: Authoring, folder: Path, store: Store, now: datetime) -> Saved:
    """Save the draft as a bank, in the folder that it came from, or a new one of its own.

    Raises:
        FileError: the draft has errors, and makes no bank yet.
        QuizappError: the folder cannot be written.
    """
    judgement = judge(session.draft, advise=False)
    if judgement.bank is None:
        raise FileError(session.draft.title, [t.problem for t in judgement.troubles if t.error])
    known = session.draft.folder
    path = Path(known) if known else folder / BANKS / session.draft.id
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        text = _("The bank cannot be saved in {folder} ({reason}). Allow writing there.")
        raise QuizappError(text.format(folder=path, reason=error.strerror)) from error
    pictures = session.pictures.of(judgement.bank.items)
    saved = save(replace(judgement.bank, pictures=pictures), path, store, now)
    session.note_saved(path, saved.sha256)
    return saved


def discard(folder: Path) -> None:
    """Take a draft away; a bank that was saved from it stays."""
    try:
        shutil.rmtree(folder)
    except OSError as error:
        text = _("The draft in {folder} cannot be deleted ({reason}).")
        raise QuizappError(text.format(folder=folder, reason=error.strerror)) from error


def _card(folder: Path) -> DraftCard:
    try:
        session = Authoring.resume(folder)
    except QuizappError as error:
        return DraftCard(folder, folder.name, 0, 0, 0.0, str(error))
    session.close()
    at = max(file.stat().st_mtime for file in folder.iterdir())
    draft = session.draft
    return DraftCard(folder, draft.title, len(draft.claims), len(draft.text.split()), at)


def free_id(folder: Path, title: str) -> str:
    """An id that neither a draft nor a bank of this folder has."""
    taken = {path.name for part in (DRAFTS, BANKS) for path in (folder / part).glob("*")}
    return re.sub("_", "-", fresh_id(title, {one.replace("-", "_") for one in taken}))
