"""The statistics of a class as data for programs and as plain text; no figure without its n."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quizapp.analysis.classical import ItemStatistics, TestStatistics
from quizapp.analysis.fit import Fit, ItemFit
from quizapp.analysis.groups import OptionStatistics
from quizapp.i18n import N_, _, n_
from quizapp.quiz.intervals import Interval

FEWEST = 10  # readers; below, counts are told and no statistics

NOTES = {
    "too_few": N_("Under 10 readers only counts are told; statistics would say nothing."),
    "wide": N_("With {n} readers the intervals are wide: read the picture, not the decimals."),
    "missing": N_(
        "Not every reader was presented with every item. What was not presented counts nowhere: "
        "totals are shares of what was, and pairs of items are compared on readers who saw both."
    ),
    "claims": N_(
        "Items that share a claim are not independent, so alpha and models take the mean credit of "
        "each claim’s items; an item about several claims, or none, stands for itself."
    ),
    "all_attempts": N_("Every attempt counts, so readers who came back count more than once."),
    "fractional": N_(
        "Credits between 0 and 1 were taken as they are: the standard errors are only rough."
    ),
    "left_out": N_("What everybody or nobody got right has no difficulty, and is left out."),
    "few": N_("There are too few readers for this model: read its figures as a first guess."),
    "steep": N_("A discrimination grew without end, so there is no best fit."),
    "not_converged": N_("The search did not end at a best fit: do not use its figures."),
    "negative_covariance": N_("negative covariance"),
}
FLAGS = {
    "rare_key": N_("key chosen by under 15\N{NO-BREAK SPACE}%"),
    "mis_key": N_("chosen more often than the key: is the key right?"),
    "seldom": N_("chosen by under 5\N{NO-BREAK SPACE}%"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassStatistics:
    """What is known of one class. ``notes`` are codes, whose sentences are in ``NOTES``."""

    title: str
    test: TestStatistics
    items: tuple[ItemStatistics, ...]
    distractors: Mapping[str, tuple[OptionStatistics, ...]] = field(default_factory=dict)
    passage_dependence: Mapping[str, float | None] = field(default_factory=dict)
    fit: Fit | None = None
    notes: tuple[str, ...] = ()

    @property
    def enough(self) -> bool:
        """Whether there are readers enough for more than counts."""
        return self.test.n >= FEWEST


def told(one: ClassStatistics) -> dict[str, Any]:
    """Everything at full precision, under the names of the documentation; undefined is ``None``."""
    test = one.test
    data: dict[str, Any] = {
        "title": one.title,
        "n": test.n,
        "maximum": test.maximum,
        "mean": test.mean,
        "median": test.median,
        "sd": test.sd,
        "skewness": test.skewness,
        "kurtosis": test.kurtosis,
        "alpha": test.alpha,
        "alpha_interval": _pair(test.alpha_interval),
        "error_ratio": test.error_ratio,
        "standard_error": test.standard_error,
    }
    fits = {}
    if one.fit is not None:
        data.update(_told_fit(one.fit))
        fits = {item.id: item for item in one.fit.items}
    own = [_told_item(one, item, fits.get(item.id)) for item in one.items]
    known = {item.id for item in one.items}
    if one.fit is not None and set(fits) - known:
        data["units"] = [{"id": id_, **_told_parameters(f)} for id_, f in fits.items()]
    data["items"] = own
    data["notes"] = list(one.notes)
    return data


def _told_item(
    one: ClassStatistics, item: ItemStatistics, fitted: ItemFit | None
) -> dict[str, Any]:
    options = one.distractors.get(item.id)
    data: dict[str, Any] = {
        "id": item.id,
        "n": item.n,
        "facility": item.facility,
        "facility_interval": _pair(item.facility_interval),
        "sd": item.sd,
        "random_guess_score": item.random_guess_score,
        "intended_weight": item.intended_weight,
        "effective_weight": item.effective_weight,
        "negative_covariance": item.negative_covariance,
        "discrimination": item.discrimination,
        "discrimination_interval": _pair(item.discrimination_interval),
        "discriminative_efficiency": item.discriminative_efficiency,
        "upper_lower_d": item.upper_lower_d,
        "distractors": None if options is None else [_told_option(option) for option in options],
        "passage_dependence": one.passage_dependence.get(item.id),
    }
    if fitted is not None:
        data.update(_told_parameters(fitted))
    return data


def _told_option(option: OptionStatistics) -> dict[str, Any]:
    return {
        "option": option.id or None,
        "key": option.key,
        "count": option.count,
        "share": option.share,
        "wrong_share": option.wrong_share,
        "upper": option.upper,
        "lower": option.lower,
        "rest_correlation": option.rest_correlation,
        "flags": list(option.flags),
    }


def _told_fit(fit: Fit) -> dict[str, Any]:
    return {
        "model": fit.model,
        "estimator": fit.estimator,
        "log_likelihood": fit.log_likelihood,
        "parameters": fit.parameters,
        "aic": fit.aic,
        "bic": fit.bic,
        "converged": fit.converged,
        "iterations": fit.iterations,
        "ability_sd": fit.ability_sd,
        "se_ability_sd": fit.se_ability_sd,
        "abilities": [
            {"reader": one.reader, "ability": one.ability, "se": one.se} for one in fit.abilities
        ],
    }


def _told_parameters(item: ItemFit) -> dict[str, Any]:
    return {
        "a": item.a,
        "b": item.b,
        "se_a": item.se_a,
        "se_b": item.se_b,
        "infit": item.infit,
        "outfit": item.outfit,
    }


def _pair(interval: Interval | None) -> list[float] | None:
    return None if interval is None else [interval.low, interval.high]


def sheet(one: ClassStatistics) -> str:
    """The items as CSV: a row each, every figure at full precision, undefined is empty."""
    names = [name for name in told(one)["items"][0] if name != "distractors"] if one.items else []
    out = io.StringIO()
    writer = csv.writer(out)
    heads = [n.removesuffix("_interval") for n in names]
    writer.writerow(
        [part for name, head in zip(names, heads, strict=True) for part in _heads(name, head)]
    )
    for item in told(one)["items"]:
        writer.writerow([cell for name in names for cell in _cells(name, item[name])])
    return out.getvalue()


def _heads(name: str, head: str) -> list[str]:
    return [f"{head}_low", f"{head}_high"] if name != head else [name]


def _cells(name: str, value: Any) -> list[Any]:
    if name.endswith("_interval"):
        return value or ["", ""]
    if isinstance(value, str) and value[:1] in "=+-@\t":
        return [f"'{value}"]
    return ["" if value is None else value]


def text(one: ClassStatistics) -> str:
    """The statistics for a terminal: the test, a row for each item, and what is to be said."""
    readers = n_("{n} reader", "{n} readers", one.test.n).format(n=one.test.n)
    lines = [f"{one.title} · {readers}", ""]
    if not one.enough:
        lines += [*_counts(one), ""]
    else:
        lines += [*_test(one.test), "", *_items(one), ""]
        if one.fit is not None:
            lines += [*_model(one.fit), ""]
        lines += _looks_wrong(one)
    lines += [_(NOTES[code]).format(n=one.test.n) for code in one.notes]
    return "\n".join(lines).rstrip()


def _counts(one: ClassStatistics) -> list[str]:
    head = (_("item"), _("readers"), _("full marks"))
    return _table([head, *((item.id, str(item.n), str(item.full)) for item in one.items)])


def _test(test: TestStatistics) -> list[str]:
    rows = [
        (_("mean"), f"{number(test.mean)} / {number(test.maximum)}"),
        (_("median"), number(test.median)),
        (_("standard deviation"), number(test.sd)),
        (_("skewness, kurtosis"), f"{number(test.skewness)}, {number(test.kurtosis)}"),
        (_("alpha"), f"{number(test.alpha)}{between(test.alpha_interval)}"),
        (_("standard error"), number(test.standard_error)),
    ]
    return [f"{name:<20}  {value}" for name, value in rows]


def _items(one: ClassStatistics) -> list[str]:
    head = (
        _("item"),
        "n",
        _("facility"),
        "SD",
        _("discrimination"),
        _("efficiency"),
        "D",
        _("weight"),
    )
    rows: list[Sequence[str]] = [head]
    for item in one.items:
        weight = (
            _(NOTES["negative_covariance"])
            if item.negative_covariance
            else number(item.effective_weight)
        )
        rows.append(
            (
                item.id,
                str(item.n),
                f"{number(item.facility)}{between(item.facility_interval)}",
                number(item.sd),
                f"{number(item.discrimination)}{between(item.discrimination_interval)}",
                number(item.discriminative_efficiency),
                number(item.upper_lower_d),
                weight,
            )
        )
    return _table(rows)


def _model(fit: Fit) -> list[str]:
    head = _("{model}, {estimator}: log-likelihood {value:.3f}, {n} parameters").format(
        model=fit.model, estimator=fit.estimator, value=fit.log_likelihood, n=fit.parameters
    )
    rows: list[Sequence[str]] = [(_("item"), "a", "b", "SE b", "infit", "outfit")]
    rows += [(i.id, *(number(v) for v in (i.a, i.b, i.se_b, i.infit, i.outfit))) for i in fit.items]
    return [head, *_table(rows)]


def _looks_wrong(one: ClassStatistics) -> list[str]:
    """Items to look at again: options that are flagged, and what needs no article."""
    found = [
        f"{id_}, {option.id}: {_(FLAGS[flag])} ({option.count})"
        for id_, options in one.distractors.items()
        for option in options
        for flag in option.flags
    ]
    text_ = _("{item}: as often right without the article as with it ({value})")
    found += [
        text_.format(item=id_, value=number(value))
        for id_, value in one.passage_dependence.items()
        if value is not None and value <= 0
    ]
    return [_("To look at again:"), *(f"  {line}" for line in found), ""] if found else []


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def number(value: float | None, digits: int = 2) -> str:
    """A figure with two decimals and a real minus sign; a dash where it is undefined."""
    if value is None:
        return "–"
    shown = f"{value:.{digits}f}"
    return shown.replace("-", "−") if float(shown) else f"{0:.{digits}f}"


def between(interval: Interval | None) -> str:
    """An interval in brackets after its figure; nothing where there is none."""
    if interval is None:
        return ""
    return f" ({number(interval.low)} to {number(interval.high)})"
