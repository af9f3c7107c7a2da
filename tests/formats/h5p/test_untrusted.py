"""H5P of unknown origin: a reading or a FileError, whatever the bytes."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import FileError
from quizapp.formats import Reading
from quizapp.formats.h5p import read, write
from tests.formats.qti.samples import zipped
from tests.kinds import kinds

PACKAGE = write(kinds(), {}).data
CONTENT = (
    b'{"questions":[{"library":"H5P.TrueFalse 1.8","params":{"question":"a","correct":"true"}}]}'
)
DEEP = 200_000
ODD = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from([
            "library", "params", "question", "answers", "correct", "text", "questions", "media",
            "type", "behaviour", "textField", "paragraphs", "metadata", "authorComments", "choices",
        ]),
        inner,
        max_size=5,
    ),
    max_leaves=12,
)  # fmt: skip
LIBRARIES = (
    "MultiChoice", "TrueFalse", "Blanks", "DragText", "MarkTheWords", "SortParagraphs",
    "SingleChoiceSet", "QuestionSet", "Other",
)  # fmt: skip


def settled(data: bytes) -> Reading | None:
    """What is read, or nothing where the file is refused."""
    with contextlib.suppress(FileError):
        return read(data, "given")
    return None


@given(st.binary(max_size=400))
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    """No file can bring the program down."""
    assert settled(data) is None


@given(st.sampled_from([CONTENT, PACKAGE]), st.integers(0, 10_000), st.integers(0, 255))
def test_a_byte_changed_or_an_end_missing_is_read_or_refused(
    data: bytes, place: int, byte: int
) -> None:
    """A file damaged on its way is named as such, or read as far as it goes."""
    place %= len(data)

    for damaged in (data[:place] + bytes([byte]) + data[place + 1 :], data[:place]):
        found = settled(damaged)
        assert found is None or found.questions


@given(
    st.sampled_from(LIBRARIES),
    st.dictionaries(
        st.sampled_from(
            ["question", "answers", "correct", "text", "questions", "textField", "paragraphs",
             "distractors", "behaviour", "media", "choices", "overallFeedback", "taskDescription"]
        ),
        ODD,
    ),
)  # fmt: skip
def test_odd_parameters_cost_no_neighbour(library: str, params: dict[str, object]) -> None:
    """Values of the wrong sort end in a note, and the next question is read."""
    odd = {"library": f"H5P.{library} 1.0", "params": params}
    after = {"library": "H5P.TrueFalse 1.8", "params": {"question": "a", "correct": "true"}}

    reading = read(json.dumps({"questions": [odd, after]}).encode(), "given")

    assert reading.items[-1].kind == "true_false"
    for item in reading.items:
        json.dumps(item.own()).encode()
        list(item.problems())


@pytest.mark.parametrize(
    "data",
    [
        b"[" * DEEP,
        b'{"questions":' + b"[" * DEEP + b"]" * DEEP + b"}",
        b'{"question":"\\ud800","answers":' + b'{"a":' * DEEP,
    ],
)
def test_nests_are_refused(data: bytes) -> None:
    """Depth ends in a sentence."""
    with pytest.raises(FileError):
        read(data, "given")


def test_a_lone_half_of_a_sign_is_left_out() -> None:
    """What could not be saved afterwards does not come in."""
    (item,) = read(b'{"question":"a\\ud800b\\u0000","correct":"true"}', "given").items

    assert item.stem == "ab"


@pytest.mark.parametrize("name", ["/a", "../a", "c\\a", "C:a"])
def test_names_that_lead_out_of_a_package_are_refused(name: str) -> None:
    """A package cannot point outside itself."""
    with pytest.raises(FileError, match="leads out"):
        read(zipped({"content/content.json": CONTENT, name: b"x"}), "p.h5p")


def test_a_picture_outside_the_package_is_not_looked_for() -> None:
    """An address that leads out, or to another machine, is named as lost."""
    for path in ("../../../etc/passwd", "https://example.org/a.png"):
        image = {"library": "H5P.Image 1.1", "params": {"file": {"path": path}}}
        params = {"question": "a", "correct": "true", "media": {"type": image}}

        reading = read(zipped({"content/content.json": json.dumps(params)}), "p.h5p")

        assert reading.files == {}
        assert [note.code for note in reading.questions[0].notes] == ["media"]


def test_what_unpacks_to_far_more_is_refused() -> None:
    """A small file that would fill the memory is stopped while it is unpacked."""
    bomb = b'{"question":"' + b" " * 5_000_000 + b'"}'

    with pytest.raises(FileError, match="unpacks to more"):
        read(zipped({"content/content.json": bomb}), "p.h5p")
