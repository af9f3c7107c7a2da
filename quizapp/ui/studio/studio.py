"""The studio: an article on the left, its claims in the middle, what is chosen on the right."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from quizapp.app.authoring import asking, marking
from quizapp.app.authoring.draft import Draft, spans_of
from quizapp.app.authoring.gate import Fitness
from quizapp.app.authoring.judgement import Judgement, Trouble
from quizapp.app.authoring.remedies import Fix
from quizapp.app.authoring.session import Authoring
from quizapp.app.authoring.wording import Splice
from quizapp.bank.agreement import rebound
from quizapp.claims import Span, Standing
from quizapp.errors import QuizappError
from quizapp.i18n import N_
from quizapp.items import Item
from quizapp.ui.studio.article_side import ArticleSide
from quizapp.ui.studio.bank_editor import BankEditor
from quizapp.ui.studio.claim_editor import ClaimEditor
from quizapp.ui.studio.claims import ClaimsPane
from quizapp.ui.studio.item_editor import ItemEditor
from quizapp.ui.studio.judging import Judging
from quizapp.ui.studio.panes import Panes
from quizapp.ui.studio.problems import ProblemsPane
from quizapp.ui.studio.rail import Rail
from quizapp.ui.studio.suggesting import Open, Proposed, Suggesting, key_of
from quizapp.ui.studio.top import StudioBar
from quizapp.ui.widgets.label import Hairline
from quizapp.ui.widgets.scroll import PageScroll

BANK, CLAIM, ITEM = range(3)
TYPED = "text"


class Studio(QWidget):
    """One draft. Every change goes through its session, and everything is shown from its draft."""

    place_wanted = Signal(str)
    save_wanted = Signal()
    more_wanted = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Authoring, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.judgement: Judgement | None = None
        self.claim = self.item = ""
        self._suggesting = Suggesting()
        self._suggested: Open | None = None
        self.judging = Judging(self)
        self.bar = StudioBar()
        self.side = ArticleSide()
        self.article = self.side.article
        self.claims = ClaimsPane()
        self.problems = ProblemsPane()
        self.bank_editor, self.claim_editor = BankEditor(), ClaimEditor()
        self.item_editor = ItemEditor()
        self.item_editor.show_pictures(session.pictures)
        self.claim_editor.preview.pictures = session.pictures.get
        self._editors = QStackedWidget()
        for editor in (self.bank_editor, self.claim_editor, self.item_editor):
            scroll = PageScroll()
            editor.setObjectName("page")
            scroll.setWidget(editor)
            self._editors.addWidget(scroll)
        self.panes = Panes(self.side, self.claims, self._editors, self.problems)
        self._lay_out()
        self._connect()
        session.listen(self.refresh)
        self.refresh()
        self.judging.ask(session.draft, at_once=True)

    @property
    def draft(self) -> Draft:
        """The draft as it stands."""
        return self.session.draft

    # changes

    def do(self, what: str, after: Draft, merge: str = "") -> None:
        """Go on with another state of the draft; where it cannot be kept, say so and stay."""
        self.attempt(lambda: self.session.do(what, after, merge))

    def attempt(self, act: Callable[[], object]) -> None:
        """Do it; an error that the author can act on is told, and nothing is shown as changed."""
        try:
            act()
        except QuizappError as error:
            self.bar.show_saved(failed=True)
            self.failed.emit(error)
            self.refresh()
        else:
            self.bar.show_saved()

    def undo(self) -> None:
        """Take the last change back."""
        self.attempt(self.session.undo)

    def redo(self) -> None:
        """Do it again."""
        self.attempt(self.session.redo)

    def refresh(self) -> None:
        """Show the draft, and have it judged."""
        draft = self.draft
        if draft.claim(self.claim) is None:
            self.claim = ""
        self.bar.show_session(self.session)
        self.side.show_draft(draft, self.claim, self._suggesting.open(draft))
        self.claims.show_draft(draft, self.judgement, self.claim)
        self._show_editor()
        self.judging.ask(draft)

    def choose(self, claim: str) -> None:
        """Be at a claim; at none, show what is said about the bank."""
        self.claim, self.item = claim, ""
        self.article.set_current(claim)
        found = self.draft.claim(claim)
        spans = list(spans_of(found)) if found else []
        if spans and not self.article.hasFocus():
            self.article.reveal(min(spans))
        self.claims.show_draft(self.draft, self.judgement, claim)
        self._show_editor()

    def edit_item(self, id_: str) -> None:
        """Open the editor of an item."""
        self.item = id_
        self._show_editor()
        self.item_editor.focus_first()

    def show_errors(self) -> None:
        """The bank cannot be saved yet: go to the first thing that keeps it from that."""
        self.bar.show_errors()
        self.judging.ask(self.draft, at_once=True)
        self.problems.list.go_to(0)
        self.problems.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_saved(self) -> None:
        """The bank is saved, and on home from now on."""
        self.bar.show_session(self.session)
        self.bar.show_bank_saved()

    # marking

    def _on_typed(self, splice: Splice) -> None:
        self._suggesting.follow(splice)
        self.attempt(lambda: self.session.retype(N_("Edit the article"), splice, merge=TYPED))

    def _on_standing(self, span: Span | None, word: str) -> None:
        standing = Standing(word)
        if span is None:
            self._restand(standing)
            return
        open_ = self._suggested or self._suggesting.at(self.draft, span)
        source, cue = (open_.source, open_.cue) if open_ else ("", "")
        claim = self.draft.claim(self.claim)
        lacking = claim and claim.standing is standing is Standing.DISPUTED
        if claim is not None and lacking and len(claim.attributions) == 1:
            after = marking.show(self.draft, claim.id, span, standing, source, cue)
            after, id_ = marking.set_standing(after, claim.id, standing), claim.id
        else:
            after, id_ = marking.mark(self.draft, span, standing, source, cue)
        self.claim, self.item, self._suggested = id_, "", None
        self.do(N_("Mark a claim"), after)
        self.article.leave_selection()
        if standing is Standing.CONFIRMED:
            self._show_editor()
            self.claim_editor.focus_basis()

    def _restand(self, standing: Standing) -> None:
        """Without a selection a digit is about the claim that is chosen."""
        if self.claim:
            self.do(N_("Set the standing"), marking.set_standing(self.draft, self.claim, standing))
            if standing is Standing.CONFIRMED:
                self.claim_editor.focus_basis()

    def _next(self, step: int = 1) -> None:
        """Select the next suggestion behind the caret, or the one before it."""
        opened, at = self._suggesting.open(self.draft), self.article.place()
        if step > 0:
            behind = [one for one in opened if one.span.end > at]
            found = next(iter(behind or opened), None)
        else:
            found = next((one for one in reversed(opened) if one.span.end < at), None)
        if found is not None:
            self.article.select(found.span)
            self._suggested = found

    def _dismiss(self) -> None:
        """Wave the selected suggestion away, or delete the chosen claim where none is selected."""
        if self._suggested is not None:
            key = key_of(self._suggested, self.draft.text)
            self._suggested = None
            after = replace(self.draft, dismissed=(*self.draft.dismissed, key))
            self.do(N_("Wave a suggestion away"), after)
            self._next()
        elif self.claim and self.article.selected() is None:
            self.do(N_("Delete the claim"), marking.delete_claim(self.draft, self.claim))

    def toggle_suggestions(self) -> None:
        """Hide the suggestions, or show them again."""
        self._suggesting.hidden = not self._suggesting.hidden
        self._suggested = None
        self.side.show_draft(self.draft, self.claim, self._suggesting.open(self.draft))

    def _on_picked(self, span: Span | None) -> None:
        if self._suggested is not None and span != self._suggested.span:
            self._suggested = None

    def _done(self) -> None:
        """A claim is finished: on to the next suggestion."""
        self.attempt(self.session.part)
        self.article.setFocus(Qt.FocusReason.OtherFocusReason)
        self._next()

    # what was worked out

    def _on_judged(self, judgement: Judgement) -> None:
        self.judgement = judgement
        self.claims.show_draft(self.draft, judgement, self.claim)
        self.problems.show_judgement(judgement)
        self._show_editor()

    def _on_suggested(self, proposed: Proposed, worth: Fitness) -> None:
        self._suggesting.take(proposed)
        self.bank_editor.show_fitness(worth)
        self.side.show_draft(self.draft, self.claim, self._suggesting.open(self.draft))
        if self.article.hasFocus() and not self.article.editing and not self.draft.claims:
            self._next()

    def _jump(self, trouble: Trouble) -> None:
        if trouble.item:
            self.claim = trouble.claim or self.claim
            if trouble.item != self.item:
                self.edit_item(trouble.item)
            self.panes.show_editor()
            self.item_editor.focus_place(trouble.place)
        elif trouble.claim:
            self.choose(trouble.claim)
            self.panes.show_editor()
            self.claim_editor.focus_place(trouble.place)
        else:
            self.choose("")
            self.panes.show_editor()
            self.bank_editor.focus_place(trouble.place)

    def _mend(self, fix: Fix) -> None:
        self.do(fix.name, fix.command(self.draft))

    def _item_now(self) -> Item | None:
        """The item that is edited: as it was written by hand, or else as it follows its claim."""
        if self.judgement is None or not self.item:
            return None
        own = next((item for item in self.draft.items if item.id == self.item), None)
        return rebound(own, self.judgement.map) if own else self.judgement.item(self.item)

    def _show_editor(self) -> None:
        item = self._item_now()
        if item is not None and self.judgement is not None:
            self.item_editor.show_item(self.draft, self.judgement, item)
            self._editors.setCurrentIndex(ITEM)
        elif self.claim:
            names = self._suggesting.names
            self.claim_editor.show_claim(self.draft, self.judgement, self.claim, names)
            self._editors.setCurrentIndex(CLAIM)
        else:
            self.bank_editor.show_draft(self.draft)
            self._editors.setCurrentIndex(BANK)

    # the frame

    def _connect(self) -> None:
        article = self.article
        article.typed.connect(self._on_typed)
        article.standing_wanted.connect(self._on_standing)
        article.claim_wanted.connect(self.choose)
        article.next_wanted.connect(self._next)
        article.dismiss_wanted.connect(self._dismiss)
        article.source_wanted.connect(self._to_source)
        article.undo_wanted.connect(self.undo)
        article.redo_wanted.connect(self.redo)
        article.picked.connect(self._on_picked)
        article.suggestions_wanted.connect(self.toggle_suggestions)
        self._connect_panes()

    def _connect_panes(self) -> None:
        editors = (self.bank_editor, self.claim_editor, self.item_editor)
        self.side.bank_wanted.connect(lambda: self.choose(""))
        self.side.next_wanted.connect(self._next)
        self.side.replace_wanted.connect(self._replace)
        self.claims.chosen.connect(self.choose)
        self.claims.opened.connect(lambda _id: self.panes.show_editor())
        self.claims.item_wanted.connect(self.edit_item)
        self.claims.item_added.connect(self._add_item)
        for editor in editors:
            editor.changed.connect(self.do)
        self.claim_editor.done.connect(self._done)
        self.claim_editor.item_wanted.connect(self.edit_item)
        self.item_editor.left.connect(lambda: self.choose(self.claim))
        self.problems.jumped.connect(self._jump)
        self.problems.fixed.connect(self._mend)
        self.panes.narrowed.connect(self.bar.set_compact)
        self.judging.judged.connect(self._on_judged)
        self.judging.suggested.connect(self._on_suggested)
        self.judging.failed.connect(self.failed)
        self.item_editor.failed.connect(self.failed)
        self.bar.undo_wanted.connect(self.undo)
        self.bar.redo_wanted.connect(self.redo)
        self.bar.save_wanted.connect(self.save_wanted)
        self.bar.more_wanted.connect(self.more_wanted)

    def _lay_out(self) -> None:
        rail = Rail("studio")
        rail.wanted.connect(self.place_wanted)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self.panes, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        row.addWidget(Hairline(upright=True))
        row.addLayout(right, 1)
        self.setFocusProxy(self.article)
        QTimer.singleShot(0, self, self.panes.arrange)

    def _to_source(self) -> None:
        if self.claim:
            self.panes.show_editor()
            self.claim_editor.focus_source()
        else:
            self.focusNextChild()

    def _add_item(self, kind: str) -> None:
        claims = (self.claim,) if self.claim else ()
        after, id_ = asking.add_item(self.draft, kind, claims=claims)
        self.item = id_
        self.do(N_("Add an item"), after)
        self.judging.ask(self.draft, at_once=True)

    def _replace(self, splices: tuple[Splice, ...]) -> None:
        self.attempt(lambda: self.session.retype(N_("Replace words"), *splices))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        acts: dict[int, Callable[[], object]] = {}
        if control:
            acts = {
                Qt.Key.Key_Z: self.redo if shift else self.undo,
                Qt.Key.Key_Y: self.redo,
                Qt.Key.Key_S: self.save_wanted.emit,
                Qt.Key.Key_E: self.side.toggle_editing,
                Qt.Key.Key_F: self.side.open_find,
            }
        elif not event.modifiers():
            acts = {
                Qt.Key.Key_F6: self.panes.next_pane,
                Qt.Key.Key_Escape: self._escape,
                Qt.Key.Key_Return: self._done,
                Qt.Key.Key_Enter: self._done,
            }
        act = acts.get(event.key())
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _escape(self) -> None:
        """One step out: from an item to its claim, from a field to the article."""
        if self.side.finder.isVisible():
            self.side.finder.close_bar()
        elif self.item:
            self.choose(self.claim)
        elif self.article.editing:
            self.side.toggle_editing()
        self.article.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panes.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.session.listen(self.refresh)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():  # another screen is shown, and this one goes
            self.session.listen(lambda: None)
            self.judging.rest()
        super().hideEvent(event)
