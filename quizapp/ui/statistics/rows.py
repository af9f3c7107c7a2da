"""The items of a class as the screen shows them."""

from dataclasses import dataclass

from quizapp.analysis.classical import ItemStatistics
from quizapp.app.class_answers import key_of, options_of
from quizapp.app.statistics import BankStatistics
from quizapp.drawing.options import OptionBars
from quizapp.drawing.scatter import Disc
from quizapp.i18n import N_, _
from quizapp.items import ChoiceItem, Item
from quizapp.items.true_false import ANSWERS
from quizapp.report import Table
from quizapp.report.class_statistics import FLAGS, between, number
from quizapp.ui import icons, standings
from quizapp.ui.tokens import Theme

LOW = 0.15  # a discrimination below which the better readers hardly know more

_WARNINGS = {
    "below": N_("The better readers miss it: is the key right?"),
    "low": N_("It hardly tells better readers from others."),
    "closed": N_("It is as often right without the article."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One item of the class."""

    number: int
    item: Item
    figures: ItemStatistics
    standing: str
    warnings: tuple[str, ...]
    enough: bool

    @property
    def grave(self) -> bool:
        """Whether the better readers miss it."""
        return "below" in self.warnings

    def icon(self, theme: Theme) -> tuple[str, str]:
        """The icon of its standing, else of its kind, and its colour."""
        if self.standing:
            return standings.icon(self.standing), theme.standings[self.standing]
        return icons.KIND_ICONS.get(self.item.kind, "info"), theme.text2

    def spoken(self) -> str:
        """The row in words, for screen readers."""
        figures = self.figures
        if not self.enough:
            text = _("{number}, {text}: {full} of {n} earned full marks")
            return text.format(
                number=self.number, text=self.item.subject, full=figures.full, n=figures.n
            )
        text = _("{number}, {text}: facility {facility}, discrimination {discrimination}. {more}")
        return text.format(
            number=self.number,
            text=self.item.subject,
            facility=f"{number(figures.facility)}{between(figures.facility_interval)}",
            discrimination=f"{number(figures.discrimination)}"
            f"{between(figures.discrimination_interval)}",
            more=" ".join(self.told()),
        ).rstrip()

    def told(self) -> list[str]:
        """The warnings as sentences."""
        return [_(_WARNINGS[code]) for code in self.warnings]

    def disc(self, theme: Theme) -> Disc | None:
        """The item on the scatter; ``None`` where a figure is undefined."""
        figures = self.figures
        if figures.facility is None or figures.discrimination is None:
            return None
        icon, color = self.icon(theme)
        return Disc(
            facility=figures.facility,
            discrimination=figures.discrimination,
            icon=icon,
            color=color,
            name=_("item {number}").format(number=self.number),
            named=self.grave,
            across=figures.facility_interval,
            upright=figures.discrimination_interval,
        )


def rows_of(found: BankStatistics) -> tuple[Row, ...]:
    """The items that somebody was presented with, numbered in the order of the bank."""
    bank, figures = found.answers.bank, found.figures
    return tuple(
        Row(
            number=n,
            item=(item := bank.item[one.id]),
            figures=one,
            standing=key_of(item)[0] if item.quotes_a_claim and "standing" in item.kind else "",
            warnings=_warnings(found, one) if figures.enough else (),
            enough=figures.enough,
        )
        for n, one in enumerate(figures.items, start=1)
    )


def bars_of(found: BankStatistics, row: Row, theme: Theme) -> tuple[OptionBars, ...]:
    """The options of an item that somebody chose, and the key; omits last."""
    options = found.figures.distractors.get(row.item.id, ())
    bars = []
    for one in options:
        if not (one.count or one.key):
            continue
        standing = one.id in standings.ORDER and one.id in options_of(row.item)
        bars.append(
            OptionBars(
                text=option_text(row.item, one.id),
                key=one.key,
                upper=one.upper or 0.0,
                lower=one.lower or 0.0,
                count=_("{n} · {share} %").format(n=one.count, share=round(100 * one.share)),
                icon=standings.icon(one.id) if standing else "",
                color=theme.standings[one.id] if standing else "",
                flagged="mis_key" in one.flags,
            )
        )
    return tuple(bars)


def counts_of(found: BankStatistics, row: Row) -> Table:
    """How many chose each option, for a class too small for more; empty where there are none."""
    options = found.figures.distractors.get(row.item.id, ())
    said = _("{option}, the key")
    lines = [
        (said.format(option=text) if one.key else text, str(one.count))
        for one in options
        for text in [option_text(row.item, one.id)]
        if one.id or one.count
    ]
    return ((_("Option"), _("Chosen")), *lines) if lines else ()


def unchosen(found: BankStatistics, row: Row) -> str:
    """Which options nobody chose, in a few words; and what is flagged."""
    options = found.figures.distractors.get(row.item.id, ())
    if not options:
        return _("this kind has no options to count")
    none = [option_text(row.item, one.id) for one in options if one.id and not one.count]
    flagged = [_(FLAGS[f]) for one in options for f in one.flags if f != "seldom"]
    if flagged:
        return flagged[0]
    return _("nobody chose {options}").format(options=", ".join(none)) if none else ""


def option_text(item: Item, id_: str) -> str:
    """An option in words; an empty id is an answer left out."""
    if not id_:
        return _("Left blank")
    if isinstance(item, ChoiceItem):
        option = item.option(id_)
        return option.text if option else id_
    return standings.word(id_) if id_ in standings.ORDER else _(ANSWERS.get(id_, id_))


def _warnings(found: BankStatistics, one: ItemStatistics) -> tuple[str, ...]:
    codes = []
    if one.discrimination is not None and round(one.discrimination, 2) < 0:
        codes.append("below")
    elif one.discrimination is not None and one.discrimination < LOW:
        codes.append("low")
    dependence = found.figures.passage_dependence.get(one.id)
    if dependence is not None and dependence <= 0:
        codes.append("closed")
    return tuple(codes)
