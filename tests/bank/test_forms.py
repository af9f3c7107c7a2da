"""Two tests from one map."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank.derive import derive
from quizapp.bank.forms import EXPECTED, FURTHEST, expected_facility, forms, unlike
from quizapp.claims import ClaimMap, Standing
from quizapp.items import Item
from tests.bank.maps import MAPS
from tests.bank.test_derive import SEEDS, SHIPPED, shipped
from tests.examples import ferry


def texts(item: Item) -> str:
    """All that an item shows."""
    return item.plain(())


@given(MAPS, SEEDS)
def test_no_claim_is_in_both_forms_and_none_is_lost(claims: ClaimMap, seed: int) -> None:
    """A claim is in one form, or it is said to have no partner."""
    both = forms(claims, seed)
    a, b = ({c for item in form for c in item.claims} for form in (both.a, both.b))

    assert not a & b
    assert a | b | set(both.alone) == {c.id for c in claims.claims}
    assert not (a | b) & set(both.alone)


@given(MAPS, SEEDS)
def test_item_by_item_the_forms_are_of_one_kind_and_standing(claims: ClaimMap, seed: int) -> None:
    """The third item of A and the third of B ask the same thing about like claims."""
    both = forms(claims, seed)

    for one, other in zip(both.a, both.b, strict=True):
        assert one.derived == other.derived
        assert one.kind == other.kind
        assert _standing(one, claims) is _standing(other, claims)
    assert [p.code for p in unlike(both.a, both.b, claims) if p.code != "forms-difficulty"] == []


def _standing(item: Item, claims: ClaimMap) -> Standing:
    return claims.claim[item.claims[0]].standing


@given(MAPS, SEEDS)
def test_no_item_of_a_form_prints_a_claim_of_the_other(claims: ClaimMap, seed: int) -> None:
    """Who took form A has seen nothing of form B, not even among the options."""
    both = forms(claims, seed)
    for mine, other in ((both.a, both.b), (both.b, both.a)):
        shown = "\n".join(texts(item) for item in mine)
        hidden = {claims.claim[c].text for item in other for c in item.claims}
        assert [text for text in hidden if text in shown] == []


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("seed", range(4))
def test_the_shipped_maps_give_parallel_forms(name: str, seed: int) -> None:
    """At least a dozen items a form, alike in standings, kinds and expected difficulty."""
    claims = shipped(name).map
    both = forms(claims, seed)

    assert list(unlike(both.a, both.b, claims)) == []
    assert len(both.a) >= 12
    assert len({item.kind for item in both.a}) >= 3
    assert len(both.alone) <= len(Standing)


def test_a_seed_fixes_both_forms() -> None:
    """Both can be printed again from the seed; another one gives others."""
    claims = shipped("moss-correction").map

    assert forms(claims, 7) == forms(claims, 7)
    assert forms(claims, 7).a != forms(claims, 8).a


def test_forms_that_share_a_claim_are_told() -> None:
    """A practised claim measures memory."""
    items = derive(ferry().map, 1)[:1]

    (problem,) = unlike(items, items, ferry().map)

    assert problem.code == "forms-share"
    assert "permit" in problem.what


def test_a_shared_trade_off_is_a_shared_claim() -> None:
    """Who sorts the considerations has met each of them."""
    sort = ferry().item["sort"]
    life = next(i for i in derive(ferry().map, 1) if i.id == "stands-life")

    assert "forms-share" in {p.code for p in unlike([sort], [life], ferry().map)}


def test_forms_of_other_kinds_and_standings_are_told() -> None:
    """What differs is named with its counts."""
    items = {item.id: item for item in derive(ferry().map, 1)}

    told = {
        p.code: p.what for p in unlike([items["stands-sold"]], [items["shows-date"]], ferry().map)
    }

    assert told.keys() >= {"forms-standings", "forms-kinds"}
    assert "asserted 1 and 0" in told["forms-standings"]
    assert "evidence 0 and 1" in told["forms-kinds"]


def test_forms_that_differ_in_difficulty_are_told() -> None:
    """A form of true or not is easier than one of seven standings."""
    items = {item.id: item for item in derive(ferry().map, 1)}
    easy, hard = ferry().item["whole"], items["stands-date"]

    assert "forms-difficulty" in {p.code for p in unlike([easy], [hard], ferry().map)}


@given(st.sampled_from(sorted(Standing)))
def test_the_expected_share_lies_between_guessing_and_all(standing: Standing) -> None:
    """Guessing counts where a reader does not know."""
    claims = ferry().map
    found = [i for i in derive(claims, 1) if i.claims and _standing(i, claims) is standing]

    for item in found:
        assert item.guess() < expected_facility(item, claims) < 1
    assert 0 < EXPECTED[standing] < 1
    assert 0 < FURTHEST < 0.1


def test_an_item_without_a_claim_is_expected_like_an_opinion() -> None:
    """A sorted trade-off has no one standing."""
    sort = replace(ferry().item["sort"])

    known = EXPECTED[Standing.OPINION]
    assert expected_facility(sort, ferry().map) == pytest.approx(0.25 + 0.75 * known)


def test_two_empty_forms_are_alike() -> None:
    """A map without claims gives nothing, and no complaint."""
    both = forms(replace(ferry().map, claims=(), trade_offs=()), 1)

    assert (both.a, both.b, both.alone) == ((), (), ())
    assert list(unlike(both.a, both.b, ferry().map)) == []
