from dataclasses import replace

from quizapp.app.authoring import asking, marking
from quizapp.app.authoring.draft import Draft, draft_of
from quizapp.app.authoring.judgement import judge
from quizapp.bank.derive import derive
from quizapp.claims import Standing
from quizapp.items import SingleChoice
from tests.app.authoring.test_marking import draft, words
from tests.examples import ferry


def marked() -> Draft:
    """An article with three claims of three sources."""
    after, _id = marking.mark(draft(), words("the pipe is new"), Standing.ASSERTED, "Dunmore Civil")
    after, _id = marking.mark(after, words("council voted"), Standing.ASSERTED, "Ruth Adeyemi")
    after, _id = marking.mark(
        after, words("no answer on whether that date will hold"), Standing.UNKNOWN, "an official"
    )
    return after


def test_items_write_themselves_as_claims_are_marked() -> None:
    """Three claims give a dozen items, and each claim knows those that ask about it."""
    judgement = judge(marked())

    assert judgement.bank is not None
    assert len(judgement.items) >= 9
    assert all(len(ids) >= 2 for ids in judgement.asked.values())


def test_an_edited_item_stays_while_the_others_follow_their_claim() -> None:
    """What was written by hand is never overwritten; the rest says what the claim says now."""
    before = marked()
    items = judge(before).items
    item = next(i for i in items if isinstance(i, SingleChoice) and i.derived)
    after = asking.change(before, item, stem="Who is it that says so?")
    after = marking.change_claim(after, item.claims[0], text="The pipe was laid this year.")

    found = judge(after)

    kept = found.item(item.id)
    assert kept is not None
    assert kept.stem == "Who is it that says so?"
    assert kept.derived is not None
    assert kept.derived.edited
    stands = found.item(f"stands-{item.claims[0]}")
    assert stands is not None
    assert stands.subject == "The pipe was laid this year."


def test_an_item_that_was_taken_out_stays_out_until_it_is_wanted() -> None:
    """A derived item that nobody wants does not come back with the next claim."""
    before = marked()
    id_ = judge(before).items[0].id

    without = asking.remove(before, id_)

    assert judge(without).item(id_) is None
    assert judge(asking.restore(without, id_)).item(id_) is not None


def test_a_bank_opened_and_judged_is_the_same_bank() -> None:
    """Opening somebody’s bank in the studio and saving it changes nothing in it."""
    bank = ferry()
    derived = derive(bank.map, 1, bank.language)

    judgement = judge(draft_of(bank, derived))

    assert judgement.bank == replace(bank, pictures=())


def test_a_problem_names_its_place_and_speaks_to_authors() -> None:
    """No message sends an author to a file’s fields; each leads to a claim, an item or a field."""
    broken = replace(marked(), licence="", cites="")
    broken = marking.set_standing(broken, broken.claims[0].id, Standing.CONFIRMED)
    broken, item = asking.add_item(broken, "single_choice")

    troubles = judge(broken).troubles

    errors = [trouble for trouble in troubles if trouble.error]
    assert errors == list(troubles[: len(errors)])
    places = {trouble.place for trouble in errors if not trouble.claim and not trouble.item}
    assert places == {"licence", "cites"}
    assert {trouble.item for trouble in errors if trouble.item} == {item}
    assert not any("basis:" in t.remedy or "stance" in t.remedy for t in troubles)


def test_every_fix_mends_what_it_is_offered_for() -> None:
    """A key on a problem with a fix takes that problem away."""
    for standing in (Standing.CONFIRMED, Standing.UNKNOWN, Standing.DISPUTED):
        start, id_ = marking.mark(
            draft(), words("the pipe is new"), Standing.ASSERTED, "Dunmore Civil"
        )
        broken = marking.change_claim(start, id_, written=standing)
        for trouble in judge(broken).troubles:
            if trouble.fix is not None and trouble.error:
                mended = judge(trouble.fix.command(broken)).troubles
                assert trouble.what not in {t.what for t in mended if t.claim == trouble.claim}


def test_nobody_waits_for_a_judgement_that_is_out_of_date() -> None:
    """The next letter stops the work on the one before."""

    class StoppedError(Exception):
        pass

    def stop(done: int, _total: int) -> None:
        if done:
            raise StoppedError

    try:
        judge(marked(), stop)
    except StoppedError:
        return
    raise AssertionError("it went on")


def test_items_of_another_bank_are_taken_over() -> None:
    """A good question is copied, with an id of its own and without claims that are not here."""
    source = ferry()
    after, ids = asking.taken_over(marked(), (source.item["who"], source.item["who"]))

    items = {item.id: item for item in after.items}
    assert len(set(ids)) == 2
    assert all(items[id_].claims == () for id_ in ids)
    assert items[ids[0]].stem == source.item["who"].stem


def test_items_are_put_in_the_order_that_the_author_wants() -> None:
    """The order is kept while items come and go around it."""
    before = marked()
    shown = [item.id for item in judge(before).items]

    after = asking.reorder(before, shown, shown[-1], 0)

    assert [item.id for item in judge(after).items] == [shown[-1], *shown[:-1]]
