"""Items of QTI 1.2 as Canvas, Blackboard and others write them."""

from decimal import Decimal

from quizapp.formats import Question
from quizapp.formats.qti import read
from quizapp.items import Cloze, MultipleResponse, Numeric, Order, ShortAnswer, SingleChoice
from tests.formats.qti.samples import condition, equal, item12, labels, material


def only(xml: str) -> Question:
    """The one question of a file."""
    (question,) = read(xml.encode(), "quiz.xml").questions
    return question


def listed(cardinality: str = "Single", id_: str = "r") -> str:
    """A list of three boats."""
    options = labels({"1": "Boat A", "2": "Boat B", "3": "Boat C"})
    return f'<response_lid ident="{id_}" rcardinality="{cardinality}">{options}</response_lid>'


def test_a_choice_of_canvas_keeps_words_key_weight_and_place() -> None:
    """A quiz out of Canvas arrives with its points and its sections."""
    xml = item12(
        material("<p>Which <b>one</b> left?</p>") + listed(),
        condition(equal("r", "2")),
        "multiple_choice_question",
    )

    question = only(xml)

    assert (question.native, question.category) == ("multiple_choice_question", ("Part one",))
    item = question.item
    assert isinstance(item, SingleChoice)
    assert (item.stem, item.key(), item.weight) == ("Which one left?", ("2",), Decimal(2))


def test_several_answers_of_canvas_are_all_or_nothing() -> None:
    """The condition that wants the others unpicked is understood."""
    wanted = f"<and>{equal('r', '1')}<not>{equal('r', '2')}</not>{equal('r', '3')}</and>"
    xml = item12(material("Which?") + listed("Multiple"), condition(wanted))

    item = only(xml).item

    assert isinstance(item, MultipleResponse)
    assert item.key() == ("1", "3")
    assert item.all_or_nothing


def test_shares_that_add_up_are_options_with_credit() -> None:
    """Partial sums of a score stay what each option is worth."""
    rules = condition(equal("r", "1"), "Add", 25) + condition(equal("r", "2"), "Add", 75)

    item = only(item12(material("Which?") + listed("Multiple"), rules)).item

    assert isinstance(item, MultipleResponse)
    assert item.key() == ("1", "2")
    assert [option.credit for option in item.options] == [Decimal("0.25"), Decimal("0.75"), 0]


def test_an_order_is_read_from_its_condition() -> None:
    """An ordered response has its key in the order of the tests."""
    wanted = "".join(equal("r", id_) for id_ in "312")

    item = only(item12(material("Order?") + listed("Ordered"), condition(wanted))).item

    assert isinstance(item, Order)
    assert item.key() == ("3", "1", "2")


def test_a_number_of_canvas_has_its_range() -> None:
    """An answer with a margin keeps the margin."""
    typed = '<response_str ident="r"><render_fib fibtype="Decimal"/></response_str>'
    within = '<vargte respident="r">9.5</vargte><varlte respident="r">10.5</varlte>'
    rules = condition(f"<or>{equal('r', '10')}<and>{within}</and></or>")

    item = only(item12(material("How many?") + typed, rules, "numerical_question")).item

    assert isinstance(item, Numeric)
    assert (item.answer, item.tolerance) == (Decimal(10), Decimal("0.5"))


def test_blanks_that_the_stem_names_are_gaps() -> None:
    """Several blanks of Canvas become one text with gaps."""
    lists = "".join(
        f'<response_lid ident="response_{name}">{material(name)}'
        f"{labels({f'{name}1': word})}</response_lid>"
        for name, word in (("what", "boat"), ("where", "Odesa"))
    )
    rules = "".join(
        condition(equal(f"response_{name}", f"{name}1"), "Add", 50) for name in ("what", "where")
    )
    xml = item12(
        material("The [what] left [where].") + lists, rules, "fill_in_multiple_blanks_question"
    )

    item = only(xml).item

    assert isinstance(item, Cloze)
    assert item.text == "The [[what]] left [[where]]."
    assert item.gaps[1].accepted == ("Odesa",)


def test_words_accept_every_condition_that_earns_all() -> None:
    """Each spelling that Blackboard lists without a score is right all the same."""
    typed = '<response_str ident="r"><render_fib fibtype="String"/></response_str>'
    right = '<displayfeedback linkrefid="correct"/>'
    rules = "".join(
        f"<respcondition><conditionvar>{equal('r', word)}</conditionvar>{right}</respcondition>"
        for word in ("Odesa", "Odessa")
    ) + condition("<other/>", "Set", 0)

    item = only(item12(material("Which port?") + typed, rules)).item

    assert isinstance(item, ShortAnswer)
    assert item.accepted == ("Odesa", "Odessa")


def test_a_formula_is_kept_whole() -> None:
    """A question with drawn numbers is named and kept, not read as another one."""
    typed = '<response_str ident="r"><render_fib fibtype="Decimal"/></response_str>'

    question = only(
        item12(material("[x] + 1?") + typed, condition("<other/>"), "calculated_question")
    )

    assert question.item is not None
    assert question.item.kind == "info"
    assert [note.code for note in question.notes] == ["kept-whole"]


def test_feedback_of_an_option_and_of_all_is_kept_apart() -> None:
    """What is said to an answer is said to that answer."""
    said = "".join(
        f'<itemfeedback ident="{id_}"><flow_mat>{material(text)}</flow_mat></itemfeedback>'
        for id_, text in (("1_fb", "It stayed."), ("2_fb", "It left."))
    )
    rules = "".join(
        f'<respcondition continue="Yes"><conditionvar>{equal("r", id_)}</conditionvar>'
        f'<displayfeedback linkrefid="{id_}_fb"/></respcondition>'
        for id_ in "12"
    ) + condition(equal("r", "2"))

    item = only(item12(material("Which?") + listed(), rules, more=said)).item

    assert isinstance(item, SingleChoice)
    assert [option.feedback for option in item.options] == ["It stayed.", "It left.", ""]
