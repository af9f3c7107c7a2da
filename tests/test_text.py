import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.text import codepoint_index, did_you_mean, fold, utf16_index, words

TEXTS = st.text(st.sampled_from("aé\u0301🙂👩\u200d🔧\U0001f3fdשم\n "), max_size=30)


@given(TEXTS, st.data())
def test_qt_positions_and_python_positions_lead_to_each_other(
    text: str, data: st.DataObject
) -> None:
    """A mark stands on the same words on the screen and in the file, emoji or not."""
    index = data.draw(st.integers(0, len(text)))

    units = utf16_index(text, index)

    assert units == len(text[:index].encode("utf-16-le")) // 2
    assert codepoint_index(text, units) == index


def test_half_an_emoji_is_the_emoji() -> None:
    """A position that Qt can give and Python cannot is the character that it is half of."""
    assert [codepoint_index("a🙂b", units) for units in range(6)] == [0, 1, 1, 2, 3, 3]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry-line!", "the  FERRY line"),
        ("“No.”", "no"),
        ("Straße", "STRASSE"),
        ("ﬁnd", "find"),
        ("cafe\u0301", "café"),
        ("½", "1⁄2"),
    ],
)
def test_what_looks_alike_folds_alike(one: str, other: str) -> None:
    """A reader in a hurry takes the two for the same option."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("+5", "−5"), ("<", ">"), ("कि", "की"), ("resume", "résumé"), ("🙂", "🙁")]
)
def test_what_differs_to_a_reader_does_not_fold_alike(one: str, other: str) -> None:
    """Signs, vowel marks and accents can be the whole difference."""
    assert fold(one) != fold(other)


def test_a_text_of_punctuation_folds_to_nothing() -> None:
    """It says nothing, so an option cannot consist of it."""
    assert fold(" … ?! ") == ""


def test_words_keep_their_hyphens_and_apostrophes() -> None:
    """A claim is as long as a reader counts it."""
    assert words("The seamen’s well-known (old) rule, п’ять.") == [
        "the", "seamen’s", "well-known", "old", "rule", "п’ять",
    ]  # fmt: skip


def test_the_nearest_name_is_proposed() -> None:
    """A slip of the finger is recognised."""
    assert did_you_mean("titel", ["title", "id"]) == "Did you mean “title”?"


def test_far_from_any_name_the_names_are_listed() -> None:
    """Not more of them than can be read."""
    assert did_you_mean("xyz", ["b", "a"]) == "Known here: a, b."
    assert did_you_mean("xyz", (f"n{n:03}" for n in range(900))).endswith("n019, ….")
    assert did_you_mean("xyz", []) == ""
