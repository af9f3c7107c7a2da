"""H5P content that is written: read again it is what it was, and the bytes stay the same."""

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.formats.h5p import read, write
from quizapp.formats.h5p.kinds import listed
from quizapp.items import (
    Cloze,
    Gap,
    Info,
    Item,
    Match,
    MultipleResponse,
    Option,
    Order,
    Picture,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
)
from quizapp.items.info import Original
from quizapp.items.match import free_rows
from quizapp.text import fold
from tests.examples import ferry
from tests.kinds import kinds

SIGNS = "abcXYZ 019.,:;!?<>&\"'/=#{}()%$é–ї字😀*\\+-"


def lines(most: int = 1) -> st.SearchStrategy[str]:
    """Up to so many lines of words without spaces that HTML would take away."""
    line = st.text(SIGNS, min_size=1, max_size=12).map(lambda text: " ".join(f"a{text}".split()))
    return st.lists(line, min_size=1, max_size=most).map("\n".join)


def apart(least: int, most: int) -> st.SearchStrategy[list[str]]:
    """Lines that no reader could take for each other."""
    return st.lists(lines(), min_size=least, max_size=most, unique_by=fold)


@st.composite
def common(draw: st.DrawFn) -> dict[str, Any]:
    """What H5P carries of the fields of every kind."""
    return {
        "id": draw(st.from_regex(r"[a-z0-9][a-z0-9_]{0,8}", fullmatch=True)),
        "stem": draw(lines(3)),
        "feedback": draw(st.just("") | lines(2)),
        "tags": tuple(draw(apart(0, 2))),
    }


@st.composite
def options(draw: st.DrawFn, *, told: bool = True) -> tuple[Option, ...]:
    """Two to four options."""
    said = st.just("") | lines(2) if told else st.just("")
    return tuple(
        Option(f"o{n}", text, None, draw(said)) for n, text in enumerate(draw(apart(2, 4)), start=1)
    )


@st.composite
def several(draw: st.DrawFn) -> Item:
    """All or nothing, or each right one its part and each wrong one the same off."""
    made = draw(options())
    right = tuple(option.id for option in made[: draw(st.integers(1, len(made) - 1))])
    strict = draw(st.booleans())
    share = Decimal(1) / len(right)
    if not strict:
        made = tuple(replace(o, credit=share if o.id in right else -share) for o in made)
    return MultipleResponse(**draw(common()), options=made, right=right, all_or_nothing=strict)


@st.composite
def pairs(draw: st.DrawFn) -> Item:
    """Rows with what they go with."""
    texts, others = draw(apart(2, 3)), draw(apart(4, 4))
    rows = tuple(zip(texts, others, strict=False))
    extra = listed(others[len(rows) : len(rows) + draw(st.integers(0, 1))])
    return Match(**draw(common()), rows=rows, extra=extra, **free_rows(rows, extra))


@st.composite
def gaps(draw: st.DrawFn) -> Item:
    """A text with gaps that are typed, or all filled from one list."""
    words = draw(apart(3, 4))
    from_list = draw(st.booleans())
    found = [
        Gap(f"g{n}", (word,), listed(words)) if from_list else Gap(f"g{n}", (word, f"{word} too"))
        for n, word in enumerate(words[:2], start=1)
    ]
    text = "\n".join(f"{draw(lines())} [[{gap.id}]] b" for gap in found)
    return Cloze(**draw(common()), text=text, gaps=tuple(found))


ITEMS = st.one_of(
    st.builds(lambda f, o: SingleChoice(**f, options=o, right="o2"), common(), options()),
    several(),
    pairs(),
    gaps(),
    st.builds(lambda f, r: TrueFalse(**f, right=r), common(), st.sampled_from(["true", "false"])),
    st.builds(lambda f, o: Order(**f, options=o), common(), options(told=False)),
    st.builds(
        lambda f, w, c: ShortAnswer(**f, accepted=tuple(w), case=c),
        common(),
        apart(1, 3),
        st.booleans(),
    ),
)


def sent(items: tuple[Item, ...], files: Mapping[str, bytes] = {}) -> bytes:
    """A bank of these items as a package."""
    return write(replace(kinds(), items=items), files).data


@settings(max_examples=60)
@given(items=st.lists(ITEMS, min_size=1, max_size=4, unique_by=lambda item: item.id).map(tuple))
def test_what_is_written_is_read_again_and_written_the_same(items: tuple[Item, ...]) -> None:
    """Every kind that H5P carries comes back equal, and a second export changes no byte."""
    data = sent(items)

    found = read(data, "sent.h5p").items

    assert found == items
    assert sent(found) == data


def test_every_kind_goes_out_or_is_named_as_lost() -> None:
    """Nothing disappears in silence, and what was turned into another kind stays that."""
    for bank in (kinds(), ferry()):
        written = write(bank, {})
        reading = read(written.data, "sent.h5p")
        left_out = {loss.item for loss in written.losses if loss.code == "no-kind"}

        assert [item.id for item in reading.items] == [
            item.id for item in bank.items if item.id not in left_out
        ]
        assert write(replace(bank, items=reading.items), {}).data == written.data


def test_a_picture_travels_in_the_package() -> None:
    """With its words; one that nothing shows stays at home."""
    item = TrueFalse(id="a", stem="Wet?", right="true", picture=Picture("a b.png", "A “pond”"))
    data = sent((item,), {"a b.png": b"picture", "other.png": b"not shown"})

    reading = read(data, "sent.h5p")

    assert reading.items == (item,)
    assert reading.files == {"a b.png": b"picture"}
    assert ZipFile(BytesIO(data)).namelist()[-1] == "content/images/a b.png"


def test_the_package_says_what_it_needs() -> None:
    """Whoever opens it elsewhere is told which libraries play it."""
    data = sent((TrueFalse(id="a", stem="Wet?", right="true"),))

    head = json.loads(ZipFile(BytesIO(data)).read("h5p.json"))

    assert head["mainLibrary"] == "H5P.QuestionSet"
    assert [one["machineName"] for one in head["preloadedDependencies"]] == [
        "H5P.QuestionSet",
        "H5P.TrueFalse",
    ]


def test_what_no_kind_holds_goes_back_as_it_came() -> None:
    """Even where a question set may not take it, which is said."""
    entry = {"library": "H5P.Dialogcards 1.9", "params": {"title": "Cards"}}
    source = json.dumps(entry, separators=(",", ":"))
    item = Info(id="q1", stem="Cards", original=Original("h5p", "H5P.Dialogcards", source))

    written = write(replace(kinds(), items=(item,)), {})

    assert read(written.data, "sent.h5p").items == (item,)
    assert [loss.code for loss in written.losses] == ["not-in-a-set"]
