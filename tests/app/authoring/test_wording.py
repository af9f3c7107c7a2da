from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.app.authoring.draft import Draft, draft_of, spans_of
from quizapp.app.authoring.wording import (
    Splice,
    found,
    moved,
    replacing,
    retype,
    splice_between,
)
from quizapp.claims import Span
from tests.examples import ARTICLE, ferry

TEXT = "The ferry has sunk. Nobody saw it."
WORDS = st.text(alphabet="ab é🗳\n", max_size=6)


@given(old=WORDS, new=WORDS)
def test_the_change_between_two_texts_makes_one_of_the_other(old: str, new: str) -> None:
    """Whatever the text pane did to the article, the draft can do the same."""
    assert splice_between(old, new).on(old) == new


@given(
    at=st.integers(0, len(ARTICLE)),
    removed=st.integers(0, 30),
    words=WORDS,
    start=st.integers(0, len(ARTICLE) - 9),
)
def test_words_that_were_not_touched_are_found_where_they_went(
    at: int, removed: int, words: str, start: int
) -> None:
    """Typing anywhere else in the article moves no underline to other words."""
    splice = Splice(at, min(removed, len(ARTICLE) - at), words)
    span = Span(start, start + 9)

    after = moved(span, splice)

    if splice.at + splice.removed <= span.start or span.end <= splice.at:
        assert after is not None
        assert after.cut(splice.on(ARTICLE)) == span.cut(ARTICLE)
    elif after is not None:
        assert after.end <= len(splice.on(ARTICLE))


@pytest.mark.parametrize(
    ("splice", "words"),
    [
        (Splice(14, 0, "already "), "has already sunk"),
        (Splice(14, 4, "left"), "has left"),
        (Splice(10, 8, "is gone"), "is gone"),
        (Splice(0, 14, ""), "sunk"),
        (Splice(0, 30, ""), ""),
    ],
)
def test_words_typed_inside_a_quotation_belong_to_it(splice: Splice, words: str) -> None:
    """A corrected letter keeps the claim; only words that are all gone are lost."""
    after = moved(Span(10, 18), splice)

    assert (after.cut(splice.on(TEXT)) if after else "") == words


def test_a_claim_whose_words_are_deleted_keeps_what_they_were() -> None:
    """The claim stays, and the problems can say which words are missing."""
    draft = draft_of(ferry(), ())
    claim = next(claim for claim in draft.claims if len(list(spans_of(claim))) == 1)
    span = next(spans_of(claim))

    after = retype(draft, Splice(span.start, span.end - span.start, ""))

    left = after.claim(claim.id)
    assert left is not None
    evidence = left.attributions[0].evidence
    assert evidence.spans == ()
    assert evidence.quotes[0][0].words == span.cut(draft.text)


def test_find_and_replace_moves_every_claim_along() -> None:
    """A name is corrected in the whole article, and no claim loses its words."""
    draft = draft_of(ferry(), ())
    places = found(draft.text, "harbour master", whole=True)

    after = retype(draft, *replacing(places, "master of the harbour"))

    assert after.text.count("master of the harbour") == len(places) > 0
    before = [span.cut(draft.text) for claim in draft.claims for span in spans_of(claim)]
    now = [span.cut(after.text) for claim in after.claims for span in spans_of(claim)]
    assert now == [words.replace("harbour master", "master of the harbour") for words in before]


def test_finding_can_mind_case_and_whole_words() -> None:
    """“The” is found without “There”, and with a capital alone where that is asked for."""
    draft = Draft("a", "A", "The other one. There is the end.")

    assert len(found(draft.text, "the")) == 4
    assert len(found(draft.text, "the", whole=True)) == 2
    assert len(found(draft.text, "the", case=True, whole=True)) == 1
    assert found(draft.text, "") == ()
    assert replace(draft, text="") != draft
