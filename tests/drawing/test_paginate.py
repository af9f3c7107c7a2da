"""Rows on pages."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.drawing.paginate import Measure, Place, paginate

ROOM = 100.0
ROWS = st.lists(st.builds(Measure, st.floats(1, 60), st.floats(0, 20), st.booleans()), max_size=40)


def test_what_fits_stands_below_each_other_with_its_space() -> None:
    """The space above is left out at the top of a page."""
    rows = [Measure(30, 10), Measure(30, 10), Measure(30, 10)]

    assert paginate(rows, ROOM) == (Place(0, 0), Place(0, 40), Place(1, 0))


def test_rows_that_belong_together_move_to_the_next_page_together() -> None:
    """A question is not parted from its answer lines."""
    rows = [Measure(60), Measure(30), Measure(30, joined=True)]

    assert [place.page for place in paginate(rows, ROOM)] == [0, 1, 1]


def test_what_is_higher_than_a_page_is_broken_where_the_page_ends() -> None:
    """It begins where it is, so that no page is left half empty before it."""
    rows = [Measure(50), *[Measure(40, joined=n > 0) for n in range(3)]]

    assert [place.page for place in paginate(rows, ROOM)] == [0, 0, 1, 1]


@given(ROWS)
def test_rows_keep_their_order_and_stay_on_their_page(rows: list[Measure]) -> None:
    """Nothing overlaps, nothing is cut off, nothing is lost."""
    places = paginate(rows, ROOM)

    assert len(places) == len(rows)
    ends = [(p.page, p.top + r.height) for p, r in zip(places, rows, strict=True)]
    assert all(end <= ROOM + 1e-6 for _page, end in ends)
    starts = [(place.page, place.top) for place in places]
    assert all(end <= (p, t + 1e-6) for end, (p, t) in zip(ends, starts[1:], strict=False))


@given(ROWS)
def test_a_group_is_broken_only_where_no_page_could_hold_it(rows: list[Measure]) -> None:
    """Where it can be helped, it is helped."""
    places = paginate(rows, ROOM)

    groups: list[list[int]] = []
    for n, row in enumerate(rows):
        groups.append([n]) if not (row.joined and groups) else groups[-1].append(n)
    for group in groups:
        height = sum(rows[n].height + rows[n].above for n in group) - rows[group[0]].above
        assert len({places[n].page for n in group}) == 1 or height > ROOM - 1e-6
