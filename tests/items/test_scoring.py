"""Credits and chances against numbers worked out by hand."""

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from quizapp.claims import Article, Attribution, Claim, ClaimMap, Evidence, Quote, Span, Stance
from quizapp.items import (
    KINDS,
    Categorise,
    Item,
    MultipleResponse,
    Option,
    SingleChoice,
)
from tests.examples import ferry

FIVE = tuple(Option(id_, f"Option {id_}") for id_ in "abcde")


def picks(right: str, options: str = "abcde", all_or_nothing: bool = False) -> MultipleResponse:
    """A multiple response item with these keys."""
    made = tuple(Option(id_, f"Option {id_}") for id_ in options)
    return MultipleResponse(
        id="q", stem="Which?", options=made, right=tuple(right), all_or_nothing=all_or_nothing
    )


def claimed(kind: str, *claims: str, **own: str) -> Item:
    """An item of the example about these claims."""
    return KINDS[kind].build({"id": "q", "claims": claims, "trade_off": ""}, own, ferry().map)


@pytest.mark.parametrize(
    ("picked", "credit"),
    [
        ("abc", 1.0),  # all three keys
        ("ab", 2 / 3),  # two of three keys, no distractor
        ("abd", 2 / 3 - 1 / 2),  # and one of two distractors
        ("abcd", 1 / 2),
        ("abcde", 0.0),  # ticking everything is worth nothing
        ("ad", 0.0),  # 1/3 - 1/2 is below 0
        ("aab", 2 / 3),  # a pick counts once
        ("ax", 0.0),  # no such option
    ],
)
def test_right_picks_earn_and_wrong_picks_cost(picked: str, credit: float) -> None:
    """Right picks over keys, less wrong picks over distractors, never below 0."""
    assert picks("abc").credit(tuple(picked)) == pytest.approx(credit)


def test_all_or_nothing_takes_the_exact_set_only() -> None:
    """Where the author says so, nearly right is not right."""
    item = picks("ab", all_or_nothing=True)

    assert [item.credit(tuple(p)) for p in ("ba", "a", "abc")] == [1.0, 0.0, 0.0]


def test_three_of_five_picked_blindly_are_worth_a_fifth() -> None:
    """Of the ten ways to pick three, one earns 1, six earn 1/6 and three earn 0: 2/10."""
    assert picks("abc").guess() == pytest.approx(0.2)


def test_a_blind_pick_is_worth_less_when_it_is_all_or_nothing() -> None:
    """One of the ten pairs is right."""
    assert picks("ab", all_or_nothing=True).guess() == pytest.approx(1 / 10)


def test_a_chance_is_found_at_once_among_many_options() -> None:
    """Half of sixty options has more ways than could be tried: 10^17."""
    ids = [f"o{n}" for n in range(60)]
    options = tuple(Option(id_, id_) for id_ in ids)
    item = MultipleResponse(id="q", stem="Which?", options=options, right=tuple(ids[:30]))

    assert 0.0 < item.guess() < 0.1


@pytest.mark.parametrize(
    ("right", "options", "guess"), [("", "ab", 0.0), ("abc", "ab", 0.0), ("ab", "ab", 1.0)]
)
def test_a_broken_multiple_response_still_has_a_chance(
    right: str, options: str, guess: float
) -> None:
    """Checking a bank goes on past an item whose key does not fit."""
    assert picks(right, options).guess() == guess


def test_an_option_with_a_credit_of_its_own_earns_that() -> None:
    """A bank from elsewhere may give half marks, and never less than nothing."""
    options = (Option("a", "A"), Option("b", "B", Decimal("0.5")), Option("c", "C", Decimal(-1)))
    item = SingleChoice(id="q", stem="Which?", options=options, right="a")

    assert [item.credit((id_,)) for id_ in "abcx"] == [1.0, 0.5, 0.0, 0.0]
    assert item.credit(("a", "b")) == 0.0
    assert item.guess() == pytest.approx(0.5)
    assert item.keys() == ("a",)


def test_a_standing_is_guessed_once_in_seven() -> None:
    """There are always seven standings to choose from."""
    assert claimed("standing", "sold").guess() == pytest.approx(1 / 7)


def test_a_claim_with_two_readings_accepts_both() -> None:
    """Where careful readers differ, neither reading is marked wrong."""
    item = claimed("standing", "patience")

    assert [item.credit((s,)) for s in ("asserted", "opinion", "denied")] == [1.0, 1.0, 0.0]
    assert item.credit(("asserted", "opinion")) == 0.0
    assert item.guess() == pytest.approx(2 / 7)


@pytest.mark.parametrize(
    ("marked", "credit"),
    [
        (("p2s2",), 1.0),
        (("p2s1", "p2s2"), 2 / 3),  # precision 1/2, recall 1
        (("p2s1", "p2s2", "p2s3"), 1 / 2),  # precision 1/3
        (("p2s1",), 0.0),
        (("none",), 0.0),
    ],
)
def test_evidence_earns_the_harmonic_mean(marked: tuple[str, ...], credit: float) -> None:
    """Marking more than shows it costs; marking the paragraph earns half."""
    item = claimed("evidence", "date", select="sentences")

    assert item.credit(marked) == pytest.approx(credit)


def test_marking_the_whole_article_earns_next_to_nothing() -> None:
    """One sentence of fifteen: 2 / (15 + 1)."""
    item = claimed("evidence", "date", select="sentences")

    assert item.credit(tuple(ferry().article.sentences)) == pytest.approx(2 / 16)


def test_evidence_is_guessed_by_one_mark_at_random() -> None:
    """One of sixteen places to click: fifteen sentences and “nothing shows it”."""
    item = claimed("evidence", "date", select="sentences")

    assert item.guess() == pytest.approx(1 / 16)


def test_nothing_shows_what_the_article_does_not_state() -> None:
    """For a foil the right mark is no mark in the text."""
    item = claimed("evidence", "jobs", select="words")

    assert item.key() == ("none",)
    assert item.credit(("none",)) == 1.0
    assert item.credit(("p1s1",)) == 0.0


def test_words_are_compared_character_by_character() -> None:
    """Four characters of ink are the key; half of them earn 2/3, all eleven 8/15."""
    article = Article("T", "nowhere", "aa bb cc dd ee.")
    evidence = Evidence(((Quote("bb cc"),),), ((Span(3, 8),),))
    said = (Attribution("ann", Stance.ASSERTS, evidence),)
    claims = ClaimMap(article, (), (Claim("c", "It is so.", attributions=said),))

    item = KINDS["evidence"].build({"id": "q", "claims": ("c",)}, {"select": "words"}, claims)

    assert item.key() == ("p1:3-8",)
    assert item.credit(("p1:3-5",)) == pytest.approx(2 / 3)
    assert item.credit(("p1s1",)) == pytest.approx(8 / 15)
    assert item.credit(("p1:3-5", "p1:5-8")) == 1.0


def test_the_best_of_several_ways_to_show_it_counts() -> None:
    """A claim that two people make is shown by either, or by both."""
    article = Article("T", "nowhere", "Ann says so. Bob says so. Cy left.")
    said = [
        Attribution(who, Stance.ASSERTS, Evidence(((Quote("x"),),), ((span,),)))
        for who, span in (("ann", Span(0, 12)), ("bob", Span(13, 25)))
    ]
    claims = ClaimMap(article, (), (Claim("c", "It is so.", attributions=tuple(said)),))

    item = KINDS["evidence"].build({"id": "q", "claims": ("c",)}, {"select": "sentences"}, claims)

    credits_ = [item.credit(m) for m in (("p1s1",), ("p1s2",), ("p1s1", "p1s2"), ("p1s3",))]
    assert credits_ == [1.0, 1.0, 1.0, 0.0]


@pytest.mark.parametrize(
    ("response", "credit", "evidence"),
    [
        (("standing:disputed", "p3s1", "p3s2"), 1.0, 1.0),
        (("standing:disputed", "p3s1", "p3s2", "p3s3"), 1.0, 0.8),
        (("standing:disputed", "p3s1", "p3s2", "p3s3", "p1s1"), 0.0, 2 / 3),  # not above 2/3
        (("standing:disputed", "p3s1"), 0.0, 0.0),  # one side only
        (("standing:asserted", "p3s1", "p3s2"), 0.0, 1.0),
        (("p3s1", "p3s2"), 0.0, 1.0),
    ],
)
def test_a_joint_credit_wants_the_standing_and_more_than_two_thirds_of_evidence(
    response: tuple[str, ...], credit: float, evidence: float
) -> None:
    """Both parts are reported, but only both together earn the mark; a dispute has two sides."""
    item = claimed("standing_with_evidence", "rudder")

    assert item.credit(response) == credit
    assert item.parts(response)["evidence"] == pytest.approx(evidence)


def test_a_joint_key_for_a_foil_is_that_nothing_shows_it() -> None:
    """“Not stated” goes with “nothing shows it”."""
    item = claimed("standing_with_evidence", "jobs")

    assert item.key() == ("standing:not_stated", "none")
    assert item.credit(("standing:not_stated", "none")) == 1.0
    assert item.credit(("standing:not_stated", "p1s1")) == 0.0
    assert item.guess() == pytest.approx(1 / 7 / 16)


def test_sorting_earns_the_share_on_their_side() -> None:
    """Three of four considerations in their place are worth three quarters."""
    item = ferry().item["sort"]

    assert item.credit(("slow for", "life against", "fuel no_side", "jobs for")) == 0.75
    assert item.credit(("slow for",)) == 0.25
    assert item.credit(("slow for", "slow against")) == 0.0


def test_a_sorting_item_may_ask_about_some_considerations() -> None:
    """The author leaves out what would be too easy; naming one twice changes nothing."""
    trade_off = {"id": "q", "claims": ("life", "slow", "life"), "trade_off": "sail"}

    item = Categorise.build(trade_off, {}, ferry().map)

    assert item.key() == ("life against", "slow for")
    assert item.credit(item.key()) == 1.0


@pytest.mark.parametrize(
    "last", ["None of these", "all of the above.", "Жодне з наведених", "Aucune de ces réponses"]
)
def test_none_of_these_stays_last(last: str) -> None:
    """An option that speaks of the others comes after them, whatever is drawn."""
    options = (Option("z", last), *FIVE)
    item = SingleChoice(id="q", stem="Which?", options=options, right="a")

    drawn = [item.drawn(Random(seed)) for seed in range(20)]

    assert {order[-1] for order in drawn} == {"z"}
    assert len(set(drawn)) > 1


def test_the_options_are_numbered_as_they_were_drawn() -> None:
    """A number typed in the terminal means the option that stands beside it."""
    item = SingleChoice(id="q", stem="Which?", options=FIVE, right="a")
    order = item.drawn(Random(5))

    lines = item.plain(order).splitlines()

    assert lines[2].endswith(f"Option {order[1]}")
    assert item.parse("2", order) == (order[1],)


def test_nothing_can_be_typed_for_evidence() -> None:
    """In a terminal, “none” is an answer as good as a mark."""
    item = claimed("evidence", "jobs", select="sentences")

    assert item.parse("None", ()) == ("none",)


def test_marks_are_described_by_their_words() -> None:
    """The review shows what was marked, not where."""
    item = claimed("evidence", "date", select="sentences")

    assert item.describe(("p6s2", "p9s9")) == "““We always wait.””"
    assert item.describe(("none",)) == "Nothing in the article shows it"
    assert claimed("evidence", "date", "sold", select="words").describe(("p1s1",)) == ""


def test_the_skills_of_an_item_are_the_authors_where_given() -> None:
    """An author can say that a choice trains attribution."""
    assert ferry().item["who"].trained == ("attribution",)
    assert replace(ferry().item["how-sold"], skills=()).trained == ("standing",)
