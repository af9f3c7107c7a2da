"""What leads from the studio to versions, to a second reader and to contests, and back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from secrets import randbelow
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from quizapp.errors import QuizappError
from quizapp.i18n import N_, _

if TYPE_CHECKING:
    from quizapp.app.authoring.draft import Draft
    from quizapp.app.authoring.session import Authoring
    from quizapp.bank import Bank
    from quizapp.quiz import Contest
    from quizapp.store import Store
    from quizapp.ui.window import Window


class ReviewFlow:
    """Everything that is opened over one draft. ``back`` shows the studio again."""

    def __init__(self, window: "Window", session: "Authoring", back: Callable[[], None]) -> None:
        self._window = window
        self._session = session
        self._back = back
        self._exchange: object = None  # a signal alone would not keep it

    def offer(self, at: QWidget) -> None:
        """A menu of what can be opened."""
        menu = QMenu(self._window)
        saved = bool(self._session.draft.folder)
        for name, act, there_is in (
            (_("Compare versions"), self.versions, saved),
            (_("Copy or move items from other banks"), self.search, True),
            (_("Bring in questions of another program"), self.bring_in, True),
            (_("Second reader"), self.readers, True),
            (_("Contests"), self.contests, saved),
            (_("Save without the article"), self.bare, True),
            (_("Save for another program"), self.export, True),
        ):
            entry = menu.addAction(name)
            entry.setEnabled(there_is)
            entry.triggered.connect(lambda _on=False, act=act: self._window.attempt(act))
        menu.popup(at.mapToGlobal(at.rect().bottomLeft()))

    def versions(self) -> None:
        """Every save of the bank, two of them side by side."""
        from quizapp.app.bank_files import open_bank
        from quizapp.app.banking import find_version, versions
        from quizapp.bank.versions import compare
        from quizapp.ui.studio.versions_page import VersionsPage

        draft, store = self._session.draft, self._store()
        held = open_bank(Path(draft.folder))

        def compared(old: str, new: str) -> tuple[object, ...]:
            return compare(
                find_version(store, draft.id, old)[1], find_version(store, draft.id, new)[1]
            )

        found = versions(store, draft.id, held)
        page = VersionsPage(draft.title, found, compared)  # type: ignore[arg-type]  # of changes
        page.left.connect(self._back)
        page.back_wanted.connect(lambda sha256: self._window.attempt(lambda: self._go_back(sha256)))
        self._window.show_screen(page)

    def _go_back(self, sha256: str) -> None:
        """The draft is that version again, as one step that can be undone."""
        from quizapp.app.authoring.draft import draft_of, seed_of
        from quizapp.app.banking import find_version
        from quizapp.bank.derive import derive

        draft = self._session.draft
        _name, bank = find_version(self._store(), draft.id, sha256)
        seed = seed_of(bank)
        self._session.pictures.hold(bank.pictures)
        old = draft_of(bank, derive(bank.map, seed, bank.language), draft.folder, seed)
        self._session.do(N_("Go back to a version"), replace(old, saved=draft.saved))
        self._back()

    def readers(self) -> None:
        """Both keys side by side, or the beginning of a second one."""
        from quizapp.ui.studio.agreeing import Agreeing

        page = Agreeing(lambda: (self._session.draft, self._bank()))
        page.left.connect(self._back)
        page.changed.connect(
            lambda what, after: self._window.attempt(lambda: self._session.do(what, after))
        )
        page.key_wanted.connect(lambda name: self._window.attempt(lambda: self._key(name)))
        self._window.show_screen(page)

    def _key(self, name: str) -> None:
        """Let somebody key the claims without seeing how they stand."""
        from quizapp.app.keying import Keying
        from quizapp.ui.studio.rating import Rating

        keying = Keying(self._bank(), name, self._window.folder, randbelow(2**31))

        def keyed() -> None:
            raters = keying.keyed().raters
            after = replace(self._session.draft, raters=raters)
            self._session.do(N_("Add a second key"), after)
            keying.forget()
            self.readers()

        screen = Rating(keying)
        screen.left.connect(self.readers)
        screen.keyed.connect(lambda: self._window.attempt(keyed))
        self._window.show_screen(screen)

    def search(self) -> None:
        """Items of all banks, to be copied, or moved out of an own one."""
        from quizapp.app.authoring.searching import Finder, FoundItem, copy_item, move_item
        from quizapp.app.bank_files import own_banks, shipped
        from quizapp.ui.studio.search_page import SearchPage

        folder, here = self._window.folder, Path(self._session.draft.folder)
        own = [path for path in own_banks(folder) if path != here]

        def copy(found: FoundItem) -> bool:
            return self._window.attempt(lambda: copy_item(self._session, found))

        def move(found: FoundItem) -> bool:
            now = datetime.now(UTC)
            return self._window.attempt(
                lambda: move_item(self._session, found, folder, self._store(), now)
            )

        page = SearchPage(Finder((*own, *shipped()), own).find, copy, move)
        page.left.connect(self._back)
        self._window.show_screen(page)

    def bring_in(self) -> None:
        """Questions of another program, into this draft."""
        from quizapp.ui.flows.exchanging import ImportFlow

        self._exchange = flow = ImportFlow(self._window, self._back, _("Studio"), self._session)
        flow.open()

    def export(self) -> None:
        """The bank as another program has it."""
        from quizapp.ui.flows.exchanging import ExportFlow

        self._exchange = flow = ExportFlow(self._window, self._back, _("Studio"))
        flow.open(self._sound())

    def bare(self) -> None:
        """Keep the bank as a file without its article, for students who have their own copy."""
        from quizapp.bank.bare import bare
        from quizapp.ui.flows.saving import ask_and_save
        from quizapp.ui.studio.studio import Studio

        draft, studio = self._session.draft, self._window.screen_shown
        if isinstance(studio, Studio):
            made = bare(self._sound())
            ask_and_save(self._window, studio.bar, draft.id, "quizbare", lambda: made)

    def _sound(self) -> "Bank":
        from quizapp.app.authoring.judgement import judge

        bank = judge(self._session.draft, advise=False).bank
        if bank is None:
            raise QuizappError(_("The bank has errors. Mend what the problems name first."))
        return replace(bank, pictures=self._session.pictures.of(bank.items))

    def contests(self) -> None:
        """What students contested."""
        from quizapp.app.class_contests import names_of
        from quizapp.app.contests import of_bank, quoted
        from quizapp.ui.studio.contests_page import ContestsPage, Filed

        store, bank = self._store(), self._bank()

        def filed() -> list[Filed]:
            found = of_bank(store, bank.id)
            who = names_of(store, found)
            return [
                Filed(one, who[one.id], _question(bank, one), quoted(store, one)) for one in found
            ]

        page = ContestsPage(filed)
        page.left.connect(self._back)

        def decide(contest: "Contest", state: str, words: str) -> None:
            self._window.attempt(lambda: self._decide(contest, state, words))
            page.show_contests()

        page.decided.connect(decide)
        page.item_wanted.connect(self._look_at)
        self._window.show_screen(page)

    def _look_at(self, item: str) -> None:
        """The studio at an item, once it is judged."""
        from quizapp.ui.studio.studio import Studio

        self._back()
        if isinstance(self._window.screen_shown, Studio):
            self._window.screen_shown.item = item

    def _decide(self, contest: "Contest", state: str, words: str) -> None:
        from datetime import UTC, datetime

        from quizapp.app.contests import decide

        now, id_ = datetime.now(UTC), self._session.draft.id
        if state == "accepted":
            decide(self._store(), id_, contest.id, "accepted", words, now)
        else:
            decide(self._store(), id_, contest.id, "declined", words, now)

    def _store(self) -> "Store":
        work = self._window.work
        if work is None:
            raise QuizappError(_("Your data are not open yet."))
        return work.store

    def _bank(self) -> "Bank":
        """The bank that the draft would make, whether it can be saved yet or not."""
        from quizapp.app.authoring.judgement import judge

        draft: Draft = self._session.draft
        judgement = judge(draft, advise=False)
        return judgement.bank or draft.bank(judgement.items, judgement.map)


def _question(bank: "Bank", contest: "Contest") -> str:
    item = bank.item.get(contest.item)
    return item.subject if item else contest.item
