"""H5P: standard libraries become kinds, every other is kept whole and named."""

import json
from decimal import Decimal
from typing import Any

import pytest

from quizapp.errors import FileError
from quizapp.formats import Question, Reading
from quizapp.formats.h5p import read, recognise
from quizapp.items import Cloze, Info, MultipleResponse, Order, ShortAnswer, SingleChoice, TrueFalse
from tests.formats.qti.samples import zipped

PNG = b"\x89PNG picture"


def content(library: str, **params: Any) -> dict[str, Any]:
    """One content of a library."""
    return {"library": f"{library} 1.0", "params": params, "metadata": {"title": "Pond"}}


def read_set(*entries: dict[str, Any]) -> Reading:
    """A question set of these."""
    return read(json.dumps({"questions": entries}).encode(), "content.json")


def only(library: str, **params: Any) -> Question:
    """The one question that a content gives."""
    (question,) = read_set(content(library, **params)).questions
    return question


def answers(*right: bool, told: str = "") -> list[dict[str, Any]]:
    """Answers that are right or not."""
    feedback = {"chosenFeedback": told}
    return [
        {"text": f"<div>Answer {n}</div>\n", "correct": good, "tipsAndFeedback": feedback}
        for n, good in enumerate(right)
    ]


def test_a_choice_with_one_right_answer() -> None:
    """Its markup is taken off, and what is said to an answer stays with it."""
    item = only(
        "H5P.MultiChoice", question="<p>Who &amp; what?</p>", answers=answers(True, False, told="x")
    ).item

    assert isinstance(item, SingleChoice)
    assert (item.stem, item.right, item.options[1].text) == ("Who & what?", "o1", "Answer 1")
    assert [option.feedback for option in item.options] == ["x", "x"]


def test_a_choice_with_several_right_answers_is_scored_as_in_h5p() -> None:
    """Each right answer earns its part, each wrong one costs as much."""
    given = answers(True, True, False, False)
    item = only("H5P.MultiChoice", question="Which?", answers=given).item
    strict = only(
        "H5P.MultiChoice", question="Which?", answers=given, behaviour={"singlePoint": True}
    ).item

    assert isinstance(item, MultipleResponse)
    assert [option.credit for option in item.options] == [Decimal(n) / 2 for n in (1, 1, -1, -1)]
    assert item.credit(("o1", "o2", "o3")) == 0.5
    assert isinstance(strict, MultipleResponse)
    assert strict.all_or_nothing


def test_one_answer_may_be_picked_where_several_are_right() -> None:
    """Either earns everything."""
    item = only(
        "H5P.MultiChoice", question="Which?", answers=answers(True, True, False),
        behaviour={"type": "single"},
    ).item  # fmt: skip

    assert item is not None
    assert [item.credit((id_,)) for id_ in ("o1", "o2", "o3")] == [1.0, 1.0, 0.0]


@pytest.mark.parametrize(
    ("correct", "right"), [("true", "true"), ("false", "false"), (True, "true")]
)
def test_true_or_false(correct: Any, right: str) -> None:
    """The key is a word in H5P, at times a value."""
    item = only("H5P.TrueFalse", question="<p>It is wet.</p>", correct=correct).item

    assert isinstance(item, TrueFalse)
    assert item.right == right


def test_blanks_are_gaps_with_every_answer() -> None:
    """Answers stand between slashes; an entity is no slash."""
    found = only(
        "H5P.Blanks", text="<p>Fill</p>",
        questions=["<p>The *newt/frog:small* is *wet&#47;damp*.</p>", "<p>Two ** stars.</p>"],
    )  # fmt: skip
    item = found.item

    assert isinstance(item, Cloze)
    assert (item.stem, item.text) == ("Fill", "The [[g1]] is [[g2]].\n\nTwo ** stars.")
    assert [gap.accepted for gap in item.gaps] == [("newt", "frog"), ("wet/damp",)]
    assert [note.code for note in found.notes] == ["tip", "case"]


def test_one_blank_alone_is_a_short_answer() -> None:
    """Capitals count where they did."""
    item = only("H5P.Blanks", text="Which city?", questions=["<p>*Oslo/Kristiania*</p>"]).item

    assert isinstance(item, ShortAnswer)
    assert (item.accepted, item.case) == (("Oslo", "Kristiania"), True)


def test_words_to_drag_are_gaps_with_one_list() -> None:
    """The list has the words of all gaps and those of none, in an order that tells nothing."""
    item = only(
        "H5P.DragText", taskDescription="Drag", distractors="*ash*",
        textField="A *newt:hint\\+yes\\-no* in a *pond*\nor a *newt*.",
    ).item  # fmt: skip

    assert isinstance(item, Cloze)
    assert item.text == "A [[g1]] in a [[g2]]\nor a [[g3]]."
    assert {gap.options for gap in item.gaps} == {("ash", "newt", "pond")}
    assert [gap.accepted for gap in item.gaps] == [("newt",), ("pond",), ("newt",)]


def test_words_to_mark_become_options() -> None:
    """A word that is repeated has its number, and a doubled asterisk is one."""
    item = only(
        "H5P.MarkTheWords", taskDescription="Verbs?", textField="<p>It (*runs*), it 2 ** 3.</p>"
    ).item

    assert isinstance(item, MultipleResponse)
    assert item.stem == "Verbs?\n\nIt (runs), it 2 * 3."
    assert [option.text for option in item.options] == ["It", "runs", "it", "2", "*", "3"]
    assert item.right == ("o2",)


def test_paragraphs_are_put_in_order() -> None:
    """They stand in their right order in the file."""
    item = only("H5P.SortParagraphs", taskDescription="Sort", paragraphs=["<p>a</p>", "b"]).item

    assert isinstance(item, Order)
    assert [option.text for option in item.options] == ["a", "b"]


def test_a_set_of_single_choices_gives_one_question_each() -> None:
    """The first answer is the right one; a bad question costs no other."""
    choices = [{"question": "q", "answers": ["r", "w"]}, {"question": "q", "answers": ["r"]}, 3]
    found = read_set(content("H5P.SingleChoiceSet", choices=choices)).questions

    assert [one.refused for one in found] == [False, True, True]
    assert found[0].item is not None
    assert found[0].item.key() == ("o1",)


def test_whatever_else_is_kept_whole_and_named() -> None:
    """Nothing of it is lost, and the report says what it was."""
    found = only("H5P.Dialogcards", title="<p>Cards</p>", dialogs=[{"text": "é"}])

    assert isinstance(found.item, Info)
    assert found.native == "H5P.Dialogcards 1.0"
    assert [note.code for note in found.notes] == ["kept"]
    assert found.item.original is not None
    assert json.loads(found.item.original.source)["params"]["dialogs"] == [{"text": "é"}]


@pytest.mark.parametrize("library", ["H5P.Column", "H5P.InteractiveBook", "H5P.CoursePresentation"])
def test_questions_are_found_wherever_they_lie(library: str) -> None:
    """Columns, books and presentations hold them at different depths."""
    inner = content("H5P.TrueFalse", question="Wet?", correct="true")
    whole = {"slides": [{"elements": [{"action": inner}]}, {"elements": [{"action": inner}]}]}

    assert len(read_set(content(library, **whole)).items) == 2


@pytest.mark.parametrize(
    ("params", "kind"),
    [
        ({"question": "q", "answers": answers(True, False)}, "single_choice"),
        ({"question": "q", "correct": "true"}, "true_false"),
        ({"text": "t", "questions": ["A *b* c."]}, "cloze"),
        ({"textField": "A *b*.", "distractors": ""}, "cloze"),
        ({"textField": "A *b*."}, "multiple_response"),
        ({"paragraphs": ["a", "b"]}, "order"),
        ({"choices": [{"question": "q", "answers": ["r", "w"]}]}, "single_choice"),
        (content("H5P.TrueFalse", question="q", correct="true"), "true_false"),
    ],
)
def test_content_alone_says_what_it_is(params: dict[str, Any], kind: str) -> None:
    """A content.json without its package is told by what it has in it."""
    data = json.dumps(params).encode()

    assert recognise(data, "content.json") > 0.5
    assert [item.kind for item in read(data, "content.json").items] == [kind]


def test_a_package_names_its_library_its_title_and_its_pictures() -> None:
    """The picture comes along with the words that stand for it."""
    image = {"library": "H5P.Image 1.1", "params": {"file": {"path": "images/a.png"}, "alt": "A"}}
    params = {"question": "Wet?", "correct": "true", "media": {"type": image}}
    needed = [{"machineName": "H5P.TrueFalse", "majorVersion": 1, "minorVersion": 8}]
    head = {"title": "Ponds", "language": "nb", "mainLibrary": "H5P.TrueFalse",
            "preloadedDependencies": needed}  # fmt: skip
    data = zipped({
        "h5p.json": json.dumps(head), "content/content.json": json.dumps(params),
        "content/images/a.png": PNG,
    })  # fmt: skip
    reading = read(data, "p.h5p")

    assert recognise(data, "p") > 0.9
    assert (reading.title, reading.language, reading.files) == ("Ponds", "nb", {"a.png": PNG})
    assert reading.questions[0].native == "H5P.TrueFalse 1.8"
    assert reading.items[0].picture is not None
    assert reading.items[0].picture.alternative == "A"


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[1]", b'{"a": 1', b'{"questions": []}', b"PK\x03\x04"]
)
def test_what_is_no_h5p_is_refused(data: bytes) -> None:
    """With a sentence that says so."""
    with pytest.raises(FileError):
        read(data, "x.h5p")
