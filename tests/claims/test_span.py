from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.claims import Quote, Span, quote, reanchor, reanchor_all

SAID = "Ann said yes. Bob said yes. Cy said no."


def span(text: str, words: str, nth: int = 0) -> Span:
    """The n-th place of some words, counted from 0."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def test_words_that_stand_once_have_one_place() -> None:
    """The usual case: the author copies words and is done."""
    assert Quote("Bob").places(SAID) == (Span(14, 17),)


def test_words_that_stand_twice_have_two_places() -> None:
    """The author is told, instead of the first place being taken."""
    assert len(Quote("said yes").places(SAID)) == 2
    assert Quote("aa").places("aaa") == (Span(0, 2), Span(1, 3))


def test_words_before_and_after_tell_copies_apart() -> None:
    """A few neighbours settle which of two places is meant."""
    assert Quote("said yes", before="Bob ").places(SAID) == (span(SAID, "said yes", 1),)
    assert Quote("said yes", after=". Bob").places(SAID) == (span(SAID, "said yes"),)


@pytest.mark.parametrize("words", ["nobody", "", "said  yes"])
def test_words_that_are_not_there_have_no_place(words: str) -> None:
    """Nothing close is taken for them."""
    assert Quote(words).places(SAID) == ()


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 4)])
def test_an_empty_or_reversed_span_is_refused(start: int, end: int) -> None:
    """A span that marks nothing cannot be made."""
    with pytest.raises(ValueError, match="there is no character"):
        Span(start, end)


def test_a_span_beyond_the_text_says_so() -> None:
    """A shorter text is noticed, and not cut short in silence."""
    with pytest.raises(ValueError, match="the text has 3"):
        Span(1, 9).cut("abc")


@given(text=st.text(alphabet="ab \n", min_size=1, max_size=30), data=st.data())
def test_a_quote_always_leads_back_to_its_span(text: str, data: st.DataObject) -> None:
    """Whatever is marked can be written into a bank."""
    start = data.draw(st.integers(0, len(text) - 1))
    marked = Span(start, data.draw(st.integers(start + 1, len(text))))

    assert quote(text, marked).places(text) == (marked,)


def test_a_quote_takes_as_few_words_as_will_do() -> None:
    """The file stays readable: one word before is enough here, and none where none is needed."""
    assert quote(SAID, span(SAID, "said yes", 1)) == Quote("said yes", before="Bob ")
    assert quote(SAID, span(SAID, "no")) == Quote("no")


def shortest(text: str, marked: Span) -> int:
    """By trying all: the fewest words around a span that leave one place."""
    found = [
        before.count(" ") + after.count(" ")
        for left in range(marked.start + 1)
        for right in range(marked.end, len(text) + 1)
        if (left in (0, marked.start) or text[left - 1] == " ")
        and (right in (len(text), marked.end) or text[right] == " ")
        for before, after in [(text[left : marked.start], text[marked.end : right])]
        if len(Quote(marked.cut(text), before, after).places(text)) == 1
    ]
    return min(found)


@given(st.lists(st.sampled_from(["a", "b"]), min_size=2, max_size=9), st.data())
def test_no_quote_could_be_shorter(words: list[str], data: st.DataObject) -> None:
    """Compared with every possible choice of neighbours."""
    text = " ".join(words)
    start = 2 * data.draw(st.integers(0, len(words) - 1))

    found = quote(text, Span(start, start + 1))

    assert found.before.count(" ") + found.after.count(" ") == shortest(
        text, Span(start, start + 1)
    )


@pytest.mark.parametrize(
    ("words", "nth", "new", "found"),
    [
        ("said no", 0, "Listen: " + SAID, 39),  # text before it
        ("said no", 0, SAID + " Dee said so.", 31),  # text after it
        ("said yes", 1, "Hear. " + SAID, 24),  # a copy, known by its neighbours
        ("said no", 0, "Cy said no. Ann said yes.", 3),  # moved as a whole
        ("Bob", 0, "Ann said yes. Bob said no.", 14),  # its neighbour changed
    ],
)
def test_an_edit_elsewhere_keeps_the_span(words: str, nth: int, new: str, found: int) -> None:
    """Correcting a typo in an article does not lose the evidence of its claims."""
    assert reanchor(SAID, span(SAID, words, nth), new) == Span(found, found + len(words))


@pytest.mark.parametrize(
    ("words", "nth", "new"),
    [
        ("said no", 0, SAID.replace("no", "nothing")),  # the words changed
        ("said no", 0, SAID.replace("said no", "said, no")),
        ("said yes", 1, "Ann said yes. Bob said maybe. Cy said no."),  # only the copy is left
        ("said yes", 0, "Bob said yes. Cy said no."),  # likewise
        ("said yes", 0, "Dee said yes. Cy said no."),  # cannot be told apart
        ("said yes", 1, "Dee said yes. Cy said no."),
        ("said no", 0, SAID.replace("Cy said no.", "Cy said no. Cy said no.")),
        ("Cy", 0, SAID.replace("Cy", "Cyril")),  # part of a longer word now
        ("Cy said", 0, SAID.replace("Cy said", "Cy\u0301 said").replace("Cy", "Bo Cy")),
        ("no", 0, SAID.replace("no.", "no\u0301.")),  # a mark changes its last letter
    ],
)
def test_an_edit_inside_or_a_doubt_loses_the_span(words: str, nth: int, new: str) -> None:
    """Somebody looks at it, rather than a mark landing on other words."""
    assert reanchor(SAID, span(SAID, words, nth), new) is None


def test_a_thumb_with_another_skin_is_another_thumb() -> None:
    """An emoji is one character to a reader, whatever it is made of."""
    assert reanchor("Fine 👍 she wrote", Span(5, 6), "Fine 👍🏽 she wrote") is None
    assert reanchor("Fine 👩 she wrote", Span(5, 6), "Fine 👩\u200d🔧 she wrote") is None


def test_many_spans_are_found_together() -> None:
    """Each as it would be alone."""
    spans = (span(SAID, "Bob"), span(SAID, "said no"))

    assert reanchor_all(SAID, spans, "Bob " + SAID.replace("Bob", "He")) == (
        Span(0, 3), Span(34, 41),
    )  # fmt: skip


PARTS = (
    "The council met on Monday 🗳️ and the mayor said yes. ",
    "Zoë\u0308 cafe\u0301 — naïve re\u0301sume\u0301 readers said yes. ",
    "المجلس اجتمع يوم الاثنين وقال نعم. ",
    "ראש העיר אמר כן 👩‍👩‍👧 ביום שני. ",
    "Рада зібралася в понеділок 🇺🇦, і мер сказав так. ",
)


def article(random: Random) -> str:
    """A text with emoji, combining marks, right-to-left words, and phrases that come back."""
    return "".join(
        random.choice(PARTS) + f"Point {random.randrange(60)} followed. " for _ in range(40)
    )


def edited(text: str, marked: Span, random: Random) -> tuple[str, int]:
    """The text after one edit that does not touch a span, and how far that moved the span."""
    while True:
        start = random.randrange(len(text))
        end = min(len(text), start + random.choice((0, 0, 1, 5, 30)))
        if end < marked.start - 1 or start > marked.end + 1:
            break
    new = random.choice(("", "x", "Also 🙂 this. ", "u\u0301", "نعم ", random.choice(PARTS)))
    shift = len(new) - (end - start) if end <= marked.start else 0
    return text[:start] + new + text[end:], shift


def test_fifty_edits_elsewhere_leave_a_span_where_it_was_or_lose_it() -> None:
    """Of fifty random edits at least 95 % keep the span, over 20 spans, and none misplaces it."""
    random, found, wrong, n = Random(20), 0, [], 0
    for _ in range(20):
        old = article(random)
        at = random.randrange(len(old) - 40)
        marked = Span(at, at + random.randrange(8, 40))
        for _edit in range(50):
            new, shift = edited(old, marked, random)
            place = reanchor(old, marked, new)
            n, found = n + 1, found + (place is not None)
            if place not in (None, Span(marked.start + shift, marked.end + shift)):
                wrong.append((marked, place))

    assert wrong == []
    assert found / n >= 0.95


def test_fifty_edits_one_after_the_other_leave_a_span_where_it_was_or_lose_it() -> None:
    """A text that was worked over keeps 95 % of 200 spans that were not touched, none misplaced."""
    random, found, wrong = Random(21), 0, []
    for _ in range(200):
        old = new = article(random)
        at = random.randrange(len(old) - 60)
        marked = moved = Span(at, at + random.randrange(20, 60))
        for _edit in range(50):
            new, shift = edited(new, moved, random)
            moved = Span(moved.start + shift, moved.end + shift)
        place = reanchor(old, marked, new)
        found += place is not None
        wrong += [place] if place not in (None, moved) else []

    assert wrong == []
    assert found >= 190


@given(st.text(alphabet="ab c🙂e\u0301", min_size=1, max_size=25), st.data())
def test_what_is_found_always_has_the_same_words(old: str, data: st.DataObject) -> None:
    """No edit whatever leads to other words."""
    start = data.draw(st.integers(0, len(old) - 1))
    marked = Span(start, data.draw(st.integers(start + 1, len(old))))
    new = data.draw(st.text(alphabet="ab c🙂e\u0301", max_size=25))

    place = reanchor(old, marked, new)

    assert place is None or place.cut(new) == marked.cut(old)


@given(st.text(alphabet="ab 🙂\u0301", min_size=1, max_size=25), st.data())
def test_an_unedited_text_keeps_every_span(text: str, data: st.DataObject) -> None:
    """Saving a file again changes nothing."""
    start = data.draw(st.integers(0, len(text) - 1))
    marked = Span(start, data.draw(st.integers(start + 1, len(text))))

    assert reanchor(text, marked, text) == marked
