"""One item to be edited: what every kind has, the form of its kind, and the student’s view."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.app.authoring import asking
from quizapp.app.authoring.draft import Draft
from quizapp.app.authoring.judgement import Judgement
from quizapp.app.authoring.pictures import DraftPictures
from quizapp.bank import item_records
from quizapp.i18n import N_, _
from quizapp.items import SKILLS, Item
from quizapp.report.result import SKILL_TITLES
from quizapp.ui.editors import ItemForm, form_for
from quizapp.ui.icons import KIND_ICONS
from quizapp.ui.studio.claims_field import ClaimsField
from quizapp.ui.studio.picture_field import PictureField
from quizapp.ui.studio.preview import Preview
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.forms import Line, TextBox, labelled
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.option_list import Choice, OptionList
from quizapp.ui.widgets.tag import IconLabel

# Their forms ask for the claims, or the trade-off, by themselves.
FOLLOWS = ("standing", "evidence", "standing_with_evidence", "match", "categorise")


class ItemEditor(QWidget):
    """Emits ``changed(what, draft, merge)`` for every change, ``left`` to go back to the claim."""

    changed = Signal(str, object, str)
    left = Signal()
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._judgement: Judgement | None = None
        self._item: Item | None = None
        self._written: dict[str, Any] = {}
        self._first: dict[str, tuple[str, Any]] = {}
        self._form: ItemForm | None = None
        self._icon = IconLabel("circle-dot")
        self._kind = Label("", "body", weight=600)
        self._origin = Label("", "small", tone="text2")
        self._back = Button(_("Back to the claim"), "icon", icon="arrow-left")
        self._back.clicked.connect(self.left)
        self.stem = TextBox(_("Question"), "body", rows=2, lines=True)
        self._feedback = TextBox(_("Why the key is the key"), rows=2, lines=True)
        self.picture = PictureField()
        self.claims = ClaimsField()
        self._bound = QWidget()
        self._tags = Line(_("Tags, with commas between them"))
        self._skills = OptionList(
            tuple(Choice(skill, _(SKILL_TITLES[skill])) for skill in SKILLS), multiple=True
        )
        self._skills.set_compact(True)
        self._skills.set_columns(2)
        self._skills.setAccessibleName(_("What it trains"))
        self._holder = QVBoxLayout()
        self._preview = Preview()
        self._undo_edit = Button(_("As derived"), "ghost", icon="repeat-2")
        self._copy = Button(_("Duplicate"), "ghost", icon="copy")
        self._gone = Button(_("Take it out"), "ghost", icon="trash-2")
        self._connect()
        self._lay_out()

    def show_item(self, draft: Draft, judgement: Judgement, item: Item) -> None:
        """Show an item as it stands; what is just being typed stays as it is."""
        self._draft, self._judgement = draft, judgement
        (record,) = item_records([item])
        self._preview.show_item(item)
        if self._item is not None and item.id == self._item.id and record == self._written:
            self._show_origin(item)
            return
        self._item, self._written = item, record
        self._show_origin(item)
        self._icon.set_icon(KIND_ICONS[item.kind])
        self._kind.setText(_(item.title))
        self.stem.set_words(item.stem)
        self.picture.show_picture(item.picture)
        self._feedback.set_words(item.feedback)
        self._tags.set_words(", ".join(item.tags))
        self._skills.set_chosen(item.skills)
        self._bound.setVisible(item.scored and item.kind not in FOLLOWS)
        self.claims.show_claims(judgement.map, item.claims)
        self._first = {
            "stem": (self.stem.toPlainText(), item.stem),
            "feedback": (self._feedback.toPlainText(), item.feedback),
            "tags": (self._tags.text(), list(item.tags)),
        }
        self._show_form(item, judgement)

    def focus_first(self) -> None:
        """Go to the question."""
        self.stem.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_place(self, place: str) -> None:
        """Go to the field that a problem is about."""
        if self._form is None or not self._form.focus_place(place):
            fields: dict[str, QWidget] = {
                "feedback": self._feedback,
                "alternative": self.picture.alternative,
                "claims": self.claims,
            }
            fields.get(place, self.stem).setFocus()

    def show_pictures(self, pictures: DraftPictures) -> None:
        """Take and show pictures from here."""
        self.picture.pictures = pictures
        self._preview.pictures = pictures.get

    # what the author does

    def _on_change(self, *, merged: bool = True) -> None:
        item, draft, judgement = self._item, self._draft, self._judgement
        if item is None or draft is None or judgement is None or self._form is None:
            return
        own = {field.name for field in item.FIELDS}
        kept = {name: value for name, value in self._written.items() if name not in own}
        record = {**kept, **self._typed(item), **self._form.fields(), **self._form.common()}
        if item.scored and item.kind not in FOLLOWS:
            record["claims"] = self.claims.record()
        record["picture"] = self.picture.record()
        if record["picture"] is None:
            del record["picture"]
        if "derived" in record:
            record["derived"] = {**record["derived"], "edited": "yes"}
        made = asking.from_fields(item.kind, record, judgement.map)
        (self._written,) = item_records([made])
        self._item = made
        self.changed.emit(
            N_("Edit an item"), asking.put(draft, made), f"item:{item.id}" if merged else ""
        )

    def _typed(self, item: Item) -> dict[str, Any]:
        """The fields of every kind; where nothing was typed they are to the letter what they were.

        Fields to type in change some blanks, and a tag may have a comma in it.
        """
        tags = [tag.strip() for tag in self._tags.text().split(",") if tag.strip()]
        typed: dict[str, tuple[str, Any]] = {
            "stem": (self.stem.toPlainText(), self.stem.toPlainText()),
            "feedback": (self._feedback.toPlainText(), self._feedback.toPlainText()),
            "tags": (self._tags.text(), tags),
        }
        unlisted = [skill for skill in item.skills if skill not in SKILLS]
        found = {
            name: self._first[name][1] if shown == self._first[name][0] else value
            for name, (shown, value) in typed.items()
        }
        return {**found, "skills": [*self._skills.chosen_ids(), *unlisted]}

    def _act(self, what: str, command: Any) -> None:
        if self._draft is not None and self._item is not None:
            self.changed.emit(what, command(self._draft, self._item.id), "")

    def _on_gone(self) -> None:
        self._act(N_("Take an item out"), asking.remove)
        self.left.emit()

    def _on_copy(self) -> None:
        if self._draft is not None and self._item is not None:
            after, _ids = asking.taken_over(self._draft, (self._item,))
            self.changed.emit(N_("Duplicate an item"), after, "")

    def _connect(self) -> None:
        for box in (self.stem, self._feedback, self._tags):
            box.changed.connect(lambda _text: self._on_change())
        self.picture.changed.connect(self._on_change)
        self.picture.swapped.connect(lambda: self._on_change(merged=False))
        self.picture.failed.connect(self.failed)
        self._skills.chosen.connect(lambda _ids: self._on_change())
        self.claims.changed.connect(lambda: self._on_change(merged=False))
        self._undo_edit.clicked.connect(lambda: self._act(N_("Derive it again"), asking.restore))
        self._gone.clicked.connect(self._on_gone)
        self._copy.clicked.connect(self._on_copy)

    # how it looks

    def _show_origin(self, item: Item) -> None:
        derived, draft = item.derived, self._draft
        by_hand = draft is not None and any(one.id == item.id for one in draft.items)
        edited = derived is not None and by_hand
        told = _("edited by hand") if edited else _("by hand")
        self._origin.setText(told if by_hand else _("follows its claim"))
        self._undo_edit.setVisible(edited)

    def _show_form(self, item: Item, judgement: Judgement) -> None:
        if self._form is not None:
            self._holder.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._form = form_for(item, judgement.map)
        self._form.changed.connect(self._on_change)
        self._holder.addWidget(self._form)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 16)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self._back, self._icon, self._kind):
            head.addWidget(part)
        head.addWidget(self._origin, 1)
        column.addLayout(head)
        column.addLayout(labelled(_("Question"), self.stem))
        column.addLayout(labelled(_("Picture"), self.picture))
        column.addLayout(self._holder)
        bound = labelled(_("Claims it asks about"), self.claims)
        bound.setContentsMargins(0, 0, 0, 0)
        self._bound.setLayout(bound)
        column.addWidget(self._bound)
        column.addLayout(labelled(_("Why the key is the key"), self._feedback))
        column.addLayout(labelled(_("What it trains"), self._skills))
        column.addLayout(labelled(_("Tags, with commas between them"), self._tags))
        note = Label(_("key ticked for you only"), "small", tone="text2")
        column.addLayout(labelled(_("As the student sees it"), self._preview, note))
        acts = FlowLayout(spacing=4)
        for button in (self._undo_edit, self._copy, self._gone):
            acts.addWidget(button)
        column.addLayout(acts)
        column.addStretch(1)
