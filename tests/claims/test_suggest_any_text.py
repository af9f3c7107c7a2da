"""Nothing in a text makes the suggestions stop."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.claims import Span, Suggestions, suggest

WORDS = st.sampled_from(
    [
        "Vold", "said", "says", "that", "the", "pier", "“", "”", "\"", "''", "'", "‘", "’", "«",
        "»", "„", ",", ".", "?", "!", ";", ":", "—", "-", "(", ")", "according", "to", "told",
        "him", "who", "did", "not", "know", "claim", "of", "and", "whether", "asked", "had", "no",
        "answer", "Mr.", "SAID", "\n", "\n\n", "\r\n", "•", "1.", "40", "%", "$3", "он",
        "сказав", "報告", "قال", "🙂", "e\u0301", "\u200d", "is", "expected", "in", "seems",
        "adding", "but", "X’s",
    ]
)  # fmt: skip


def places(found: Suggestions) -> list[Span]:
    """Every span of the suggestions."""
    spans = [
        span for one in found.attributions for span in (one.source, one.cue, one.content) if span
    ]
    findings = (*found.hedges, *found.unknowns, *found.conflicts, *found.numbers)
    return [*spans, *(finding.span for finding in findings)]


@given(st.text(max_size=200))
def test_any_text_gives_places_within_it(text: str) -> None:
    """Whatever is pasted in, each suggestion points at characters that are there."""
    assert all(span.end <= len(text) for span in places(suggest(text)))


@given(st.lists(WORDS, max_size=40), st.sampled_from(["", " "]))
def test_any_heap_of_words_and_marks_gives_places_within_it(words: list[str], between: str) -> None:
    """Odd, nested and unclosed quotation marks, lists and other scripts are read like any text."""
    text = between.join(words)
    found = suggest(text)

    assert all(span.end <= len(text) for span in places(found))
    assert all(one.content.cut(text).strip() for one in found.attributions)


@given(st.lists(WORDS, max_size=40))
def test_the_same_text_gives_the_same_suggestions(words: list[str]) -> None:
    """Two authors who start from one article start from one draft."""
    text = " ".join(words)

    assert suggest(text) == suggest(text)


@given(st.text(alphabet="ab \n🙂", max_size=40))
def test_what_stands_before_a_paragraph_does_not_change_it(before: str) -> None:
    """Places are counted in code points, and a paragraph is read on its own."""
    sentence = "“We close,” Vold said."
    alone, moved = suggest(sentence), suggest(f"{before}\n{sentence}")
    shift = len(before) + 1

    assert [span.start + shift for span in places(alone)] == [
        span.start for span in places(moved) if span.start >= shift
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("VOLD SAID THAT THE PIER WAS SAFE.", "VOLD", "THAT THE PIER WAS SAFE"),
        ("\"We close,\" Vold said.", "Vold", "\"We close,\""),
        ("''We close,'' Vold said.", "Vold", "''We close,''"),
        ("«We close», Vold said.", "Vold", "«We close»"),
        ("«\u00a0We close\u00a0», Vold said.", "Vold", "«\u00a0We close\u00a0»"),
        ("„We close,“ Vold said.", "Vold", "„We close,“"),
        ("‘We close,’ Vold said.", "Vold", "‘We close,’"),
        ("“He said ‘No,’ and left,” Vold said.", "Vold", "“He said ‘No,’ and left,”"),
        ("Vold said: “We close on Monday", "Vold", "“We close on Monday"),
        ("• Vold said that the pier was safe.", "Vold", "that the pier was safe"),
        ("1. Vold said that the pier was safe.", "Vold", "that the pier was safe"),
    ],
    ids=lambda value: value,
)  # fmt: skip
def test_odd_marks_lists_and_capitals_are_read(text: str, source: str, content: str) -> None:
    """Copies from the web and from old files are read like clean text."""
    (one,) = suggest(text).attributions

    assert one.source is not None
    assert (one.source.cut(text), one.content.cut(text)) == (source, content)


def test_another_language_is_no_error() -> None:
    """The rules know English; elsewhere they find numbers, and stay silent on the rest."""
    found = suggest("Мер сказав, що міст закрили о 08:15. 現場では三人が負傷した。")

    assert [finding.rule for finding in found.numbers] == ["number-time"]
    assert found.attributions == ()


@pytest.mark.parametrize(
    "unit",
    [
        "said ",
        "“",
        "' ",
        "“a ",
        "a, ",
        "X said, ",
        "according to ",
        "''a ",
        "1,",
        "A. ",
        "«»",
        "no ",
    ],
)
def test_a_long_text_without_sense_takes_no_longer_than_a_long_text(unit: str) -> None:
    """Nobody can hold up the program with a file of marks."""
    text = unit * (12_000 // len(unit))
    begun = time.process_time()

    suggest(text)

    assert time.process_time() - begun < 5
