"""`quizapp suggest`: what an author of a claim map may want to mark in an article."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from quizapp.claims import Article, Finding, Paragraph, Span, SuggestedAttribution, Suggestions
from quizapp.claims import suggest as suggest_from
from quizapp.cli.output import print_json
from quizapp.errors import QuizappError
from quizapp.i18n import N_, _, n_

_KINDS = (
    ("hedges", N_("hedge: “{words}” [{rule}]")),
    ("unknowns", N_("left open: “{words}” [{rule}]")),
    ("conflicts", N_("conflict: “{words}” [{rule}]")),
    ("numbers", N_("number: “{words}” [{rule}]")),
)
_MOST_SHOWN = 160
_MOST_BYTES = 1_000_000


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "suggest",
        help=_("propose what to mark in an article"),
        description=_(
            "Propose who says what in an article, its hedges, open questions, conflicts and"
            " numbers. The proposals come from rules about words; how a claim stands is never"
            " proposed."
        ),
        epilog=_("Example: quizapp suggest questions/harbour-budget/article.txt"),
    )
    parser.add_argument("article", metavar="ARTICLE", help=_("a text file, in English, UTF-8"))
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status 0; 2 where the article cannot be read."""
    text = _read(args.article)
    found = suggest_from(text)
    if args.json:
        print_json(told(found))
    else:
        print("\n".join(lines(text, found)))
    return 0


def told(found: Suggestions) -> dict[str, object]:
    """The suggestions for a program; every place is ``[start, end]`` in code points."""
    attributions: list[dict[str, object]] = [
        {
            "source": _place(one.source),
            "cue": _place(one.cue),
            "content": _place(one.content),
            "rule": one.rule,
            "stance": one.stance.value,
        }
        for one in found.attributions
    ]
    others = {
        name: [{"span": _place(one.span), "rule": one.rule} for one in getattr(found, name)]
        for name, _form in _KINDS
    }
    return {"attributions": attributions, **others}


def lines(text: str, found: Suggestions) -> Iterator[str]:
    """The suggestions for a person, paragraph by paragraph."""
    for paragraph in Article("", "", text).paragraphs:
        told_here = list(_lines_of(text, found, paragraph))
        if told_here:
            yield _("Paragraph {number}").format(number=paragraph.number)
            yield from (f"  {line}" for line in told_here)
            yield ""
    n = len(found.attributions)
    yield n_("{n} attribution was found.", "{n} attributions were found.", n).format(n=n)
    yield _("These are proposals: read each one, and decide how its claim stands.")


def _lines_of(text: str, found: Suggestions, paragraph: Paragraph) -> Iterator[str]:
    for one in found.attributions:
        if paragraph.start <= one.content.start < paragraph.end:
            yield _attribution(text, one)
    for name, form in _KINDS:
        findings: tuple[Finding, ...] = getattr(found, name)
        for finding in findings:
            if paragraph.start <= finding.span.start < paragraph.end:
                yield _(form).format(words=_cut(text, finding.span), rule=finding.rule)


def _attribution(text: str, one: SuggestedAttribution) -> str:
    """``the mayor (said): “that …” [verb-that-clause]``."""
    return _("{source} ({cue}): “{content}” [{rule}]").format(
        source=_cut(text, one.source) if one.source else _("nobody named"),
        cue=_cut(text, one.cue) if one.cue else "–",
        content=_cut(text, one.content),
        rule=one.rule,
    )


def _cut(text: str, span: Span) -> str:
    """The words of a span on one line, the middle of a long one left out."""
    words = " ".join(span.cut(text).split())
    if len(words) <= _MOST_SHOWN:
        return words
    half = _MOST_SHOWN // 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"


def _place(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _read(name: str) -> str:
    """The text of the file, with its line ends as they are, so that places can be counted in it."""
    path = Path(name)
    try:
        size = path.stat().st_size
        if not path.is_file() and not path.is_dir():  # reading a pipe could take for ever
            raise QuizappError(
                _("{name} is no file. Give the text file of an article.").format(name=name)
            )
        if size > _MOST_BYTES:
            what = _(
                "{name} has {size:.1f} MB; an article has at most {most:.0f} MB. Give a part of it."
            )
            raise QuizappError(what.format(name=name, size=size / 1e6, most=_MOST_BYTES / 1e6))
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        what = _("{name} is not UTF-8 text (byte {byte}). Save it as UTF-8 and try again.")
        raise QuizappError(what.format(name=name, byte=error.start + 1)) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        what = _("{name} cannot be read ({reason}). Give the text file of an article.")
        raise QuizappError(what.format(name=name, reason=reason)) from error
