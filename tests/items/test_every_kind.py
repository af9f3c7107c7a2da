from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.fields import Findings
from quizapp.items import COMMON, KINDS, Info, Item, Picture, ResponseError
from quizapp.items.base import Response
from tests.examples import ferry
from tests.kinds import of

MAKERS: dict[str, Callable[[], Item]] = {
    "single_choice": lambda: ferry().item["who"],
    "multiple_response": lambda: ferry().item["named"],
    "true_false": lambda: ferry().item["whole"],
    "standing": lambda: ferry().item["how-patience"],
    "evidence": lambda: ferry().item["show-sold"],
    "standing_with_evidence": lambda: ferry().item["how-rudder"],
    "scope": lambda: ferry().item["how-far"],
    "categorise": lambda: ferry().item["sort"],
    "info": lambda: ferry().item["welcome"],
    "match": lambda: of("match"),
    "order": lambda: of("order"),
    "short_answer": lambda: of("short_answer"),
    "numeric": lambda: of("numeric"),
    "cloze": lambda: of("cloze"),
    "overstatement": lambda: of("overstatement"),
}
TYPED_KINDS = ("short_answer", "numeric")  # whose answers are any words, or any number
every_kind = pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())
WORDS = st.one_of(
    st.sampled_from(
        ("a", "harbour", "line", "union", "true", "false", "none", "asserted", "standing:disputed",
         "standing:", "p1s1", "p3s1", "p3s2", "p4s1", "p4:51-77", "p9:0-5", "p1:9-1", "p0:0-1",
         "slow for", "slow against", "life against", "slow", " ", "for", "permit harbour",
         "permit line", "withdrawn", "told", "asked", "asked-again", "a deckhand", "Deckhand!",
         "11 faults", "11", "1,1", "11 ships", "who=harbour master", "where=council", "who=", "=",
         "sold")
    ),
    st.from_regex(r"p[0-9]{1,12}:[0-9]{1,12}-[0-9]{1,12}", fullmatch=True),
    st.text(max_size=20),
)  # fmt: skip
RESPONSES = st.lists(WORDS, max_size=6).map(tuple)


def test_every_kind_has_a_maker() -> None:
    """A kind without a maker here would skip the tests below."""
    assert MAKERS.keys() == KINDS.keys()
    assert {name: make().kind for name, make in MAKERS.items()} == {name: name for name in KINDS}


@every_kind
@given(response=RESPONSES)
def test_any_response_earns_a_credit_from_0_to_1(
    make: Callable[[], Item], response: Response
) -> None:
    """Nothing that a file or a person brings as an answer breaks the marking."""
    item = make()

    assert 0.0 <= item.credit(response) <= 1.0
    assert all(0.0 <= part <= 1.0 for part in item.parts(response).values())


@every_kind
@given(response=RESPONSES)
def test_any_response_can_be_put_into_words(make: Callable[[], Item], response: Response) -> None:
    """The review shows whatever was answered, even where it is nonsense."""
    assert isinstance(make().describe(response), str)


@every_kind
def test_the_key_earns_all_and_nothing_earns_nothing(make: Callable[[], Item]) -> None:
    """The right answer is worth full marks in every kind, and an empty one none."""
    item = make()

    assert item.credit(item.key()) == (1.0 if item.scored else 0.0)
    assert item.credit(()) == 0.0


@every_kind
def test_a_blind_answer_is_worth_less_than_the_key(make: Callable[[], Item]) -> None:
    """The chance that the result shows beside a score is a real chance."""
    assert 0.0 <= make().guess() < 1.0


@every_kind
def test_the_plain_text_holds_what_is_asked(make: Callable[[], Item]) -> None:
    """In a terminal and with a screen reader the question can be read."""
    item = make()

    assert item.subject.strip()
    assert item.subject in item.plain(item.drawn(Random(1)))


@every_kind
def test_an_item_has_words_for_its_key(make: Callable[[], Item]) -> None:
    """Feedback can say what would have been right."""
    item = make()

    assert bool(item.describe(item.key())) == item.scored


TYPED = {
    "single_choice": "2",
    "multiple_response": "1, 2",
    "true_false": "2",
    "standing": "2",
    "evidence": "P4S1, p4s1",
    "standing_with_evidence": "3 p3s1 p3s2",
    "scope": "1",
    "categorise": "1 2 3 4",
    "match": "1, 2 5 4",
    "order": "4 3 2 1",
    "short_answer": " A  deckhand ",
    "numeric": "11",
    "cloze": "harbour master; 2; withdrawn",
    "overstatement": "3",
}


@pytest.mark.parametrize("kind", TYPED)
def test_what_the_plain_text_offers_can_be_typed(kind: str) -> None:
    """Every scored kind can be answered in a terminal."""
    item = MAKERS[kind]()
    order = item.drawn(Random(3))

    response = item.parse(TYPED[kind], order)

    assert response
    assert item.describe(response)


@every_kind
@given(typed=st.one_of(st.text(max_size=30), st.integers(min_value=0).map(str)))
def test_typing_anything_gives_an_answer_or_says_what_would_be_one(
    make: Callable[[], Item], typed: str
) -> None:
    """A slip at the keyboard gets a hint, not a traceback."""
    item = make()

    try:
        response = item.parse(typed, ())
    except ResponseError:
        return  # the next test looks at the hint
    assert item.describe(response)


@pytest.mark.parametrize("make", [MAKERS[kind] for kind in MAKERS if kind not in TYPED_KINDS])
@pytest.mark.parametrize("typed", ["", "0", "99", "9" * 5000, "-1", "x"])
def test_what_is_no_answer_is_refused_with_a_hint(make: Callable[[], Item], typed: str) -> None:
    """Numbers that stand for nothing are not taken for another answer."""
    with pytest.raises(ResponseError, match=r"\w"):
        make().parse(typed, ())


@every_kind
def test_the_own_fields_can_be_written_and_read_back(make: Callable[[], Item]) -> None:
    """What an author wrote comes back from a saved bank."""
    item, findings = make(), Findings()
    own = item.own()

    read = {
        f.name: f.shape.read(own[f.name], (), findings) if f.name in own else f.default
        for f in item.FIELDS
    }

    common = {f.name: getattr(item, f.name) for f in COMMON if f.name != "kind"}
    assert findings.found == []
    assert type(item).build(common, read, ferry().map) == item


@every_kind
@given(seed=st.integers())
def test_an_order_is_drawn_by_its_seed_alone_and_leaves_nothing_out(
    make: Callable[[], Item], seed: int
) -> None:
    """An attempt that is opened again shows the same options in the same order."""
    item = make()

    drawn = item.drawn(Random(seed))

    assert drawn == item.drawn(Random(seed))
    assert sorted(drawn) == sorted(set(drawn))
    assert item.plain(drawn).count("\n") == item.plain(()).count("\n")


@every_kind
def test_every_kind_says_what_it_trains_or_leaves_it_to_the_author(
    make: Callable[[], Item],
) -> None:
    """The result can group what was asked by skill."""
    item = make()

    assert item.trained == (item.skills or item.skills_by_default)
    assert item.title
    assert item.quotes_a_claim == (item.kind in ("standing", "evidence", "standing_with_evidence"))


@every_kind
def test_a_sound_item_has_no_problems(make: Callable[[], Item]) -> None:
    """Nobody is sent to mend what is right."""
    assert list(make().problems()) == []


@pytest.mark.parametrize(
    "kind", ["standing", "evidence", "standing_with_evidence", "categorise", "match"]
)
def test_an_item_that_hangs_in_the_air_does_no_harm(kind: str) -> None:
    """While a bank is being checked, an item may name a claim that is not there."""
    own = {f.name: f.default for f in KINDS[kind].FIELDS}
    common = {"id": "q", "claims": ("no-such",), "trade_off": "no-such"}

    item = KINDS[kind].build(common, own, ferry().map)

    assert item.credit(("p1s1", "asserted")) == 0.0
    assert item.key() == ()
    assert item.guess() <= 0.25
    assert item.describe(("standing:asserted", "p1s1")) in ("", "Asserted")


def test_the_words_of_a_picture_stand_before_the_question() -> None:
    """A terminal and a screen reader have no picture."""
    item = Info(id="a", stem="Look closely.", picture=Picture("a.png", "A map of the harbour"))

    assert item.told(()) == "[Picture: A map of the harbour]\n\nLook closely."
    assert replace(item, picture=None).told(()) == "Look closely."
