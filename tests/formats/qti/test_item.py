"""Items of QTI 2 and 3: what each interaction becomes, and that its credits are the item's own."""

from decimal import Decimal

import pytest

from quizapp.formats import Question
from quizapp.formats.qti import read
from quizapp.items import (
    Cloze,
    Item,
    MultipleResponse,
    Numeric,
    Order,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
)
from tests.formats.qti.samples import MAP, MATCH, choices, item2, mapping, response


def only(xml: str) -> Question:
    """The one question of a file."""
    (question,) = read(xml.encode(), "item.xml").questions
    return question


def asked(xml: str) -> Item:
    """The one item of a file."""
    item = only(xml).item
    assert item is not None
    return item


def codes(question: Question) -> list[str]:
    """The codes of what is said of a question."""
    return [note.code for note in question.notes]


def test_one_choice_keeps_its_words_its_options_and_its_key() -> None:
    """A plain question arrives as its author wrote it."""
    question = only(item2(response(("B",)), f"<p>Three boats lay there.</p>{choices()}", MATCH))

    assert question.native == "choiceInteraction"
    assert question.name == "The harbour"
    item = question.item
    assert isinstance(item, SingleChoice)
    assert item.stem == "Three boats lay there.\nWhich one left?"
    assert [option.text for option in item.options] == ["Boat A", "Boat B", "Boat C"]
    assert item.key() == ("b",)
    assert question.notes == ()


def test_what_an_option_is_worth_is_its_share_of_the_best() -> None:
    """Credit for half an answer is neither lost nor rounded up."""
    worth = mapping({"A": 4, "B": 1, "C": -2})

    question = only(item2(response(("A",), mapping=worth), choices(), MAP))

    item = question.item
    assert isinstance(item, SingleChoice)
    assert [item.credit((id_,)) for id_ in "abc"] == [1.0, 0.25, 0.0]
    assert item.weight == 4
    assert codes(question) == ["negative-marks"]


def test_several_choices_by_match_are_all_or_nothing() -> None:
    """What earned nothing there earns nothing here."""
    item = asked(item2(response(("A", "C"), "multiple"), choices(0), MATCH))

    assert isinstance(item, MultipleResponse)
    assert item.credit(("a", "c")) == 1.0
    assert item.credit(("a",)) == 0.0


def test_true_and_false_become_the_kind_of_that_name() -> None:
    """A statement is marked in the place where a student looks for it."""
    body = (
        '<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>It left.</prompt>'
        '<simpleChoice identifier="t">True</simpleChoice>'
        '<simpleChoice identifier="f">False</simpleChoice></choiceInteraction>'
    )

    item = asked(item2(response(("f",)), body, MATCH))

    assert isinstance(item, TrueFalse)
    assert item.key() == ("false",)


def test_every_answer_of_a_mapping_is_accepted() -> None:
    """Another spelling that earned marks there earns them here."""
    worth = mapping({"Odesa": 1, "Odessa": 1})
    body = '<p>The port of <textEntryInteraction responseIdentifier="RESPONSE"/> opened.</p>'

    item = asked(item2(response(("Odesa",), "single", "string", worth), body, MAP))

    assert isinstance(item, ShortAnswer)
    assert item.stem == "The port of ____ opened."
    assert item.accepted == ("Odesa", "Odessa")


@pytest.mark.parametrize(
    ("attributes", "low", "high"),
    [
        ('toleranceMode="absolute" tolerance="0.5 1"', "11", "12.5"),
        ('toleranceMode="exact"', "12", "12"),
    ],
)
def test_a_number_is_right_as_far_as_its_scoring_says(attributes: str, low: str, high: str) -> None:
    """A tolerance that is written into the scoring is found there."""
    rules = (
        f"<responseProcessing><responseCondition><responseIf><equal {attributes}>"
        '<variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal>'
        '<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue>'
        "</setOutcomeValue></responseIf></responseCondition></responseProcessing>"
    )
    body = '<p>How many? <textEntryInteraction responseIdentifier="RESPONSE"/></p>'

    item = asked(item2(response(("12",), "single", "float"), body, rules))

    assert isinstance(item, Numeric)
    assert item.credit((low,)) == item.credit((high,)) == 1.0
    assert item.credit((str(Decimal(low) - Decimal("0.1")),)) == 0.0
    assert item.credit((str(Decimal(high) + Decimal("0.1")),)) == 0.0


def test_an_order_is_the_declared_one() -> None:
    """The options come in the order that is right, whatever order they were listed in."""
    body = choices().replace("choiceInteraction", "orderInteraction")

    item = asked(item2(response(("C", "A", "B"), "ordered"), body, MATCH))

    assert isinstance(item, Order)
    assert item.key() == ("c", "a", "b")


def test_gaps_in_one_text_are_one_question() -> None:
    """A text with gaps is read as a text, not taken apart."""
    body = (
        '<p>The <textEntryInteraction responseIdentifier="G1"/> left from '
        '<inlineChoiceInteraction responseIdentifier="G2"><inlineChoice identifier="A">Kyiv'
        '</inlineChoice><inlineChoice identifier="B">Odesa</inlineChoice>'
        "</inlineChoiceInteraction>.</p>"
    )
    declared = response(("boat",), "single", "string", mapping({"boat": 1}), "G1")
    declared += response(("B",), mapping=mapping({"B": 1}), id_="G2")
    rules = (
        '<responseProcessing><setOutcomeValue identifier="SCORE"><sum>'
        '<mapResponse identifier="G1"/><mapResponse identifier="G2"/></sum></setOutcomeValue>'
        "</responseProcessing>"
    )

    question = only(item2(declared, body, rules))

    item = question.item
    assert isinstance(item, Cloze)
    assert item.text == "The [[g1]] left from [[g2]]."
    assert item.gaps[1].options == ("Kyiv", "Odesa")
    assert item.credit(("g1=boat", "g2=Kyiv")) == 0.5
    assert question.notes == ()


def test_the_prefixed_names_of_qti_3_are_the_same_item() -> None:
    """One reader reads every version, also where all names carry a prefix."""
    xml = (
        '<q:qti-assessment-item xmlns:q="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" '
        'identifier="a" title="The harbour"><q:qti-response-declaration identifier="RESPONSE" '
        'cardinality="single" base-type="identifier"><q:qti-correct-response><q:qti-value>y'
        "</q:qti-value></q:qti-correct-response></q:qti-response-declaration><q:qti-item-body>"
        '<q:qti-choice-interaction response-identifier="RESPONSE" max-choices="1"><q:qti-prompt>'
        'Which?</q:qti-prompt><q:qti-simple-choice identifier="x">One</q:qti-simple-choice>'
        '<q:qti-simple-choice identifier="y">Two</q:qti-simple-choice></q:qti-choice-interaction>'
        '</q:qti-item-body><q:qti-response-processing template="https://example.org/match_correct'
        '.xml"/></q:qti-assessment-item>'
    )

    question = only(xml)

    assert question.native == "qti-choice-interaction"
    assert question.item is not None
    assert question.item.key() == ("y",)


def test_a_key_that_only_the_scoring_names_is_found_there() -> None:
    """An item without a declared key is not taken for one that has none."""
    rules = (
        "<responseProcessing><responseCondition><responseIf><match>"
        '<variable identifier="RESPONSE"/><baseValue baseType="identifier">C</baseValue></match>'
        '<setOutcomeValue identifier="SCORE"><baseValue baseType="float">2</baseValue>'
        "</setOutcomeValue></responseIf></responseCondition></responseProcessing>"
    )

    question = only(item2(response(), choices(), rules))

    assert question.item is not None
    assert question.item.key() == ("c",)
    assert question.notes == ()


def test_scoring_by_chance_is_said_to_be_simplified() -> None:
    """A teacher learns which questions to look at before trusting their marks."""
    rules = (
        '<responseProcessing><setOutcomeValue identifier="SCORE"><randomInteger min="0" max="1"/>'
        "</setOutcomeValue></responseProcessing>"
    )

    question = only(item2(response(("A",)), choices(), rules))

    assert question.item is not None
    assert question.item.key() == ("a",)
    assert codes(question) == ["scoring-simplified"]


def test_several_questions_in_one_item_are_named_by_item_and_response() -> None:
    """Each part can be asked, scored and found again for itself."""
    second = choices().replace("RESPONSE", "OTHER")
    declared = response(("A",)) + response(("B",), id_="OTHER")

    questions = read(item2(declared, choices() + second).encode(), "i.xml").questions

    assert [q.item.id for q in questions if q.item] == ["harbour-response", "harbour-other"]


def test_free_words_are_something_to_read() -> None:
    """An essay is kept, and nobody is marked for it."""
    body = '<p>Why?</p><extendedTextInteraction responseIdentifier="RESPONSE"/>'

    question = only(item2(response(base="string"), body))

    assert question.native == "extendedTextInteraction"
    assert question.item is not None
    assert question.item.kind == "info"
    assert question.item.stem == "Why?"
    assert codes(question) == ["open-text"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<hotspotInteraction responseIdentifier="RESPONSE"/>', "kept-whole"),
        (choices(), "no-key"),
    ],
)
def test_what_cannot_be_asked_here_is_kept_to_read(body: str, code: str) -> None:
    """Nothing of a file vanishes without a word."""
    question = only(item2(response(), body))

    assert question.item is not None
    assert question.item.kind == "info"
    assert codes(question) == [code]


def test_feedback_goes_to_the_option_that_brings_it_up() -> None:
    """What the author said to each answer is said here too."""
    rules = (
        "<responseProcessing><responseCondition><responseIf><match>"
        '<variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>'
        '<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue>'
        '</setOutcomeValue></responseIf></responseCondition><setOutcomeValue identifier="FB">'
        '<variable identifier="RESPONSE"/></setOutcomeValue></responseProcessing>'
    )
    more = (
        '<modalFeedback outcomeIdentifier="FB" identifier="A" showHide="show">It did.'
        '</modalFeedback><modalFeedback outcomeIdentifier="FB" identifier="B" showHide="show">'
        "It stayed.</modalFeedback>"
    )

    item = asked(item2(response(("A",)), choices(), rules, more))

    assert isinstance(item, SingleChoice)
    assert [option.feedback for option in item.options] == ["It did.", "It stayed.", ""]


@pytest.mark.parametrize(
    ("worth", "key", "said"),
    [
        ({"A": 1, "B": 1, "C": 0}, ("A",), ["several-keys"]),
        ({"A": 1, "B": 0.5, "C": 0}, ("A",), []),
    ],
)
def test_a_single_choice_with_two_best_answers_lets_both_be_picked(
    worth: dict[str, float], key: tuple[str, ...], said: list[str]
) -> None:
    """A question that another program allows is one that a bank here can hold."""
    question = only(item2(response(key, mapping=mapping(worth)), choices(), MAP))

    assert question.item is not None
    assert list(question.item.problems()) == []
    assert codes(question) == said


def test_options_that_are_all_right_or_say_nothing_can_be_held() -> None:
    """An odd question is kept, and makes no bank that cannot be opened."""
    body = choices(0).replace("Boat A", " ").replace("Boat B", "Boat C")

    item = asked(item2(response(("A", "B", "C"), "multiple"), body, MATCH))

    assert isinstance(item, MultipleResponse)
    assert list(item.problems()) == []
    assert item.credit(("a", "b", "c")) == 1.0
    assert item.credit(("a", "b")) == 0.0
