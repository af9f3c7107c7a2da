import pytest

from quizapp.claims import (
    Article,
    Attribution,
    Basis,
    Claim,
    ClaimMap,
    Evidence,
    Quote,
    Span,
    Stance,
    Standing,
    TradeOff,
)

ARTICLE = Article("T", "nowhere", "Aa. Bb. Cc. Dd. Ee.")
PLACES = {f"p1s{n + 1}": Span(4 * n, 4 * n + 3) for n in range(5)}


def said(stance: str, *alternatives: str) -> Attribution:
    """An attribution shown by sentences: ``"1 2"`` are sentences 1 and 2 together."""
    sets = tuple(tuple(PLACES[f"p1s{n}"] for n in one.split()) for one in alternatives)
    quotes = tuple(tuple(Quote(s.cut(ARTICLE.text)) for s in one) for one in sets)
    return Attribution("s", Stance(stance), Evidence(quotes, sets))


def shown(claim: Claim, words: bool = False) -> set[str]:
    """The sets that show a claim, each as its sentence numbers."""
    sets = ClaimMap(ARTICLE, claims=(claim,)).shown_by(claim.id, words)
    return {" ".join(sorted(id_.removeprefix("p1s") for id_ in one)) for one in sets}


@pytest.mark.parametrize(
    ("attributions", "sets"),
    [
        ((), set()),
        ([said("asserts", "1")], {"1"}),
        ([said("asserts", "1", "2")], {"1", "2", "1 2"}),
        ([said("asserts", "1 2")], {"1 2"}),
        ([said("asserts", "1"), said("asserts", "2")], {"1", "2", "1 2"}),
        ([said("asserts", "1"), said("denies", "2")], {"1 2"}),
        (
            [said("asserts", "1"), said("asserts", "2"), said("denies", "3")],
            {"1 3", "2 3", "1 2 3"},
        ),
        ([said("does_not_know", "4")], {"4"}),
    ],
)  # fmt: skip
def test_any_fair_choice_of_sentences_shows_a_claim(
    attributions: list[Attribution], sets: set[str]
) -> None:
    """A reader who finds one of several sufficient places has found it; a dispute needs two."""
    assert shown(Claim("c", "So.", attributions=tuple(attributions))) == sets


def test_what_confirms_a_claim_must_be_among_the_marks() -> None:
    """Others who say the same may join, but do not stand in for the one who should know."""
    claim = Claim(
        "c", "So.", basis=Basis.OWN_ACT, attributions=(said("asserts", "1"), said("asserts", "2"))
    )

    assert shown(claim) == {"1", "1 2"}


def test_two_sources_need_both() -> None:
    """One of two who agree does not confirm it; each may be shown in more than one way."""
    both = (said("asserts", "1", "2"), said("asserts", "3"))

    assert shown(Claim("c", "So.", basis=Basis.TWO_SOURCES, attributions=both)) == {"1 3", "2 3"}


def test_words_follow_the_same_rule_as_sentences() -> None:
    """An item that asks for words is no harder to satisfy."""
    claim = Claim("c", "So.", attributions=(said("asserts", "1"), said("asserts", "2")))

    assert shown(claim, words=True) == {"p1:0-3", "p1:4-7", "p1:0-3 p1:4-7"}


def test_a_hostile_claim_does_not_fill_the_memory() -> None:
    """Forty people on each side have more combinations than can be listed; a thousand will do."""
    many = [said("asserts", "1", "2", "3")] * 40 + [said("denies", "4", "5")] * 40
    two = Claim("c", "So.", basis=Basis.TWO_SOURCES, attributions=tuple(many))

    assert shown(two)
    assert shown(Claim("c", "So.", attributions=tuple(many)))


def test_a_dispute_has_its_two_sides_and_nothing_else_has() -> None:
    """A mark on one side only does not show that a thing is disputed."""
    disputed = Claim("c", "So.", attributions=(said("asserts", "1"), said("denies", "2 3")))
    plain = Claim("d", "So.", attributions=(said("asserts", "1"),))
    claims = ClaimMap(ARTICLE, claims=(disputed, plain))

    assert claims.sides_of("c") == (frozenset({"p1s1"}), frozenset({"p1s2", "p1s3"}))
    assert claims.sides_of("d") == ()


def test_the_evidence_of_a_claim_comes_in_the_order_of_the_text() -> None:
    """The article pane lights up the words from top to bottom, each once."""
    claim = Claim("c", "So.", attributions=(said("denies", "3"), said("asserts", "1 3")))

    assert claim.spans() == (PLACES["p1s1"], PLACES["p1s3"])
    assert claim.spans(Stance.DENIES) == (PLACES["p1s3"],)
    assert claim.standing is Standing.DISPUTED


def test_considerations_know_their_side() -> None:
    """A trade-off lists its sides in one order everywhere."""
    trade_off = TradeOff("t", "Go?", for_=("a",), against=("b", "c"), not_argued=("d",))

    assert list(trade_off.sides) == ["for", "against", "no_side", "not_argued"]
    assert trade_off.considerations == {
        "a": "for", "b": "against", "c": "against", "d": "not_argued",
    }  # fmt: skip


def test_a_map_finds_its_parts_by_id() -> None:
    """Whoever has an id gets the thing."""
    trade_off, claim = TradeOff("t", "Go?"), Claim("c", "So.")
    claims = ClaimMap(ARTICLE, (), (claim,), (trade_off,))

    assert (claims.claim, claims.trade_off, claims.source) == ({"c": claim}, {"t": trade_off}, {})
