import pytest

from quizapp.app.authoring import marking
from quizapp.app.authoring.draft import Draft
from quizapp.app.authoring.judgement import judge
from quizapp.claims import Basis, Span, Stance, Standing

TEXT = (
    "The town council voted on Tuesday, said Ruth Adeyemi, who chairs it. "
    "A second official had no answer on whether that date will hold. "
    "Dunmore Civil says that the pipe is new. Fenwick & Sons denies that the pipe is new."
)


def draft() -> Draft:
    """An article without claims."""
    return Draft("pipe", "The pipe", TEXT, cites="invented", licence="MIT")


def words(text: str) -> Span:
    """Where these words stand."""
    return Span(TEXT.index(text), TEXT.index(text) + len(text))


@pytest.mark.parametrize("standing", list(Standing))
def test_one_key_gives_a_claim_its_standing(standing: Standing) -> None:
    """Select words, press a digit: the claim stands as was said, with its words and its source."""
    after, id_ = marking.mark(draft(), words("the pipe is new"), standing, "Dunmore Civil")

    claim = after.claim(id_)
    assert claim is not None
    assert claim.standing is standing
    assert claim.text == "The pipe is new."
    if standing is Standing.NOT_STATED:
        assert claim.attributions == ()
    else:
        assert claim.attributions[0].stance is marking.STANCES[standing]
        assert after.sources[0].name == "Dunmore Civil"


def test_a_confirmed_claim_wants_a_basis_and_has_a_fix() -> None:
    """Nothing is confirmed by a key alone: why is asked, and choosing it settles the matter."""
    after, id_ = marking.mark(draft(), words("council voted"), Standing.CONFIRMED, "Ruth Adeyemi")
    found = [t for t in judge(after).troubles if t.problem.code == "no-basis"]

    settled = marking.set_basis(after, id_, Basis.OWN_ACT)

    assert [t.claim for t in found] == [id_]
    assert found[0].fix is not None
    assert found[0].fix.command(after).claim(id_).standing is Standing.ASSERTED  # type: ignore[union-attr]  # it is there
    assert not [t for t in judge(settled).troubles if t.error]


def test_the_other_side_makes_a_claim_disputed() -> None:
    """Press 3 on both sides: the first says yes, the second says no."""
    after, id_ = marking.mark(draft(), words("the pipe is new"), Standing.DISPUTED, "Dunmore Civil")
    assert "one-sided" in {t.problem.code for t in judge(after).troubles}

    both = marking.show(after, id_, words("denies that"), Standing.DISPUTED, "Fenwick & Sons")
    both = marking.set_standing(both, id_, Standing.DISPUTED)

    claim = both.claim(id_)
    assert claim is not None
    assert [a.stance for a in claim.attributions] == [Stance.ASSERTS, Stance.DENIES]
    assert claim.written is None
    assert "one-sided" not in {t.problem.code for t in judge(both).troubles}


def test_a_standing_can_be_changed_to_any_other_and_back() -> None:
    """A second thought costs one key, and leaves nothing behind of the first."""
    start, id_ = marking.mark(draft(), words("the pipe is new"), Standing.ASSERTED, "Dunmore Civil")
    for standing in (s for s in Standing if s is not Standing.NOT_STATED):
        changed = marking.set_standing(start, id_, standing)
        back = marking.set_standing(changed, id_, Standing.ASSERTED)

        assert changed.claim(id_).standing is standing  # type: ignore[union-attr]  # it is there
        assert back.claims == start.claims


def test_deleting_a_claim_leaves_no_trace_of_it() -> None:
    """Its items, its side of a trade-off and the source that said nothing else go with it."""
    after, id_ = marking.mark(draft(), words("the pipe is new"), Standing.ASSERTED, "Dunmore Civil")
    after = marking.set_trade_off(after, "", "Should the pipe be replaced?")
    after = marking.put_on_side(after, after.trade_offs[0].id, id_, "for")

    gone = marking.delete_claim(after, id_)

    assert gone.claims == ()
    assert gone.sources == ()
    assert gone.trade_offs[0].considerations == {}


def test_claims_come_in_the_order_of_the_article() -> None:
    """However one jumps about, the list reads as the article does."""
    after, last = marking.mark(
        draft(), words("the pipe is new"), Standing.ASSERTED, "Dunmore Civil"
    )
    after, first = marking.mark(after, words("council voted"), Standing.ASSERTED)

    assert [claim.id for claim in after.claims] == [first, last]
    moved = marking.move_claim(after, last, 0)
    assert [claim.id for claim in moved.claims] == [last, first]


@pytest.mark.parametrize(
    ("name", "kind", "named"),
    [
        ("Ruth Adeyemi", "person", True),
        ("Dunmore Civil Ltd", "organisation", True),
        ("the town council", "organisation", False),
        ("officials", "group", False),
        ("a second official", "person", False),
        ("the minutes", "document", False),
        ("Norlinje", "organisation", True),
    ],
)
def test_the_name_of_a_source_tells_what_it_may_be(name: str, kind: str, named: bool) -> None:
    """The first guess is mostly right, so that the author corrects little."""
    after, _id = marking.mark(draft(), words("the pipe is new"), Standing.ASSERTED, name)

    source = after.sources[0]
    assert (source.kind, source.named) == (kind, named)


def test_the_same_source_is_not_made_twice() -> None:
    """A name in other letters or with another blank is the same source."""
    after, _one = marking.mark(draft(), words("council voted"), Standing.ASSERTED, "Ruth Adeyemi")
    after, _two = marking.mark(after, words("the pipe is new"), Standing.ASSERTED, "ruth  adeyemi")

    assert len(after.sources) == 1
