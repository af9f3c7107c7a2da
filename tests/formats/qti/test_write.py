"""Packages that are written: what is read from them is what was put in, byte for byte again."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.formats import FORMATS, Format
from quizapp.formats.qti.build import free_match
from quizapp.formats.qti.dialect import tidy
from quizapp.items import (
    Cloze,
    Gap,
    Info,
    Item,
    MultipleResponse,
    Numeric,
    Option,
    Order,
    Picture,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
)
from quizapp.text import fold
from tests.formats.qti.samples import MATCH, condition, item2, item12, material, response
from tests.kinds import kinds

QTI = [FORMATS[name] for name in ("qti12", "qti21", "qti30")]
SIGNS = "abcXYZ 019.,:;!?<>&\"'/=#{}()[]%$é–ї字😀"


def lines(most: int = 1) -> st.SearchStrategy[str]:
    """Up to so many lines of words as they come back from XML, none of them empty."""
    line = st.text(SIGNS, min_size=1, max_size=12).map(lambda text: tidy(f"a{text}"))
    return st.lists(line, min_size=1, max_size=most).map("\n".join)


def apart(least: int, most: int) -> st.SearchStrategy[list[str]]:
    """Lines that no reader could take for each other."""
    return st.lists(lines(), min_size=least, max_size=most, unique_by=fold)


@st.composite
def common(draw: st.DrawFn) -> dict[str, Any]:
    """The fields of every kind."""
    weight = draw(st.sampled_from(["1", "2", "0.5", "10"]))
    return {
        "id": draw(st.from_regex(r"[a-z0-9_-]{1,8}", fullmatch=True)),
        "stem": draw(lines(3)),
        "feedback": draw(st.just("") | lines(2)),
        "weight": Decimal(weight),
        "skills": draw(st.sampled_from([(), ("evidence", "standing")])),
        "tags": tuple(draw(apart(0, 2))),
    }


@st.composite
def options(draw: st.DrawFn, feedback: bool = True) -> tuple[Option, ...]:
    """Two to four options."""
    texts = draw(apart(2, 4))
    said = st.just("") | lines(2) if feedback else st.just("")
    return tuple(
        Option(id_, text, None, draw(said)) for id_, text in zip("a2_z", texts, strict=False)
    )


@st.composite
def single(draw: st.DrawFn) -> Item:
    """A single choice, at times with an option that earns a part."""
    made = draw(options())
    part = draw(st.sampled_from([None, Decimal("0.5"), Decimal("-0.25")]))
    made = (*made[:-1], replace(made[-1], credit=part))
    return SingleChoice(**draw(common()), options=made, right=made[0].id)


@st.composite
def several(draw: st.DrawFn) -> Item:
    """A multiple response with a distractor."""
    made = draw(options())
    right = tuple(option.id for option in made[: draw(st.integers(1, len(made) - 1))])
    return MultipleResponse(
        **draw(common()), options=made, right=right, all_or_nothing=draw(st.booleans())
    )


@st.composite
def weighed(draw: st.DrawFn) -> Item:
    """A multiple response whose options each have a credit."""
    made = draw(options())
    worth = [Decimal("0.6"), Decimal("0.4"), Decimal(0), Decimal("-0.5")]
    made = tuple(replace(o, credit=c) for o, c in zip(made, worth, strict=False))
    return MultipleResponse(**draw(common()), options=made, right=("a", "2"))


@st.composite
def pairs(draw: st.DrawFn) -> Item:
    """Rows with what they go with, at times weighed or all or nothing."""
    texts, others = draw(apart(2, 3)), draw(apart(4, 4))
    rows = tuple(zip(texts, others, strict=False))
    extra = tuple(others[len(rows) : len(rows) + draw(st.integers(0, 1))])
    how = draw(st.sampled_from(["even", "weighed", "strict"]))
    weights = tuple(map(Decimal, range(1, len(rows) + 1))) if how == "weighed" else ()
    return free_match(draw(common()), rows, extra, weights, how == "strict")


@st.composite
def gaps(draw: st.DrawFn) -> Item:
    """A text with up to three gaps, typed and chosen."""
    found = []
    for n in range(draw(st.integers(1, 3))):
        words = draw(apart(2, 3))
        listed = draw(st.booleans())
        found.append(Gap(f"g{n}", tuple(words[:1]), tuple(words) if listed else ()))
    text = " ".join(f"Word [[{gap.id}]]." for gap in found)
    strict = len(found) > 1 and draw(st.booleans())
    return Cloze(**draw(common()), text=text, gaps=tuple(found), all_or_nothing=strict)


ITEMS = st.one_of(
    single(),
    several(),
    weighed(),
    pairs(),
    gaps(),
    st.builds(
        lambda fields, right: TrueFalse(**fields, right=right),
        common(),
        st.sampled_from(["true", "false"]),
    ),
    st.builds(
        lambda fields, made, strict: Order(**fields, options=made, all_or_nothing=strict),
        common(),
        options(feedback=False),
        st.booleans(),
    ),
    st.builds(
        lambda fields, words, case: ShortAnswer(
            **fields,
            accepted=tuple(words[:-1]),
            partial=((words[-1], Decimal("0.5")),),
            case=case,
        ),
        common(),
        apart(2, 3),
        st.booleans(),
    ),
    st.builds(
        lambda fields, answer, tolerance: Numeric(
            **fields, answer=Decimal(answer).scaleb(-2), tolerance=Decimal(tolerance).scaleb(-1)
        ),
        common(),
        st.integers(-(10**8), 10**8),
        st.integers(0, 50),
    ),
    st.builds(lambda fields: Info(**{**fields, "feedback": ""}), common()),
)


def sent(format_: Format, items: tuple[Item, ...], files: Mapping[str, bytes] = {}) -> bytes:
    """A bank of these items as a package."""
    assert format_.write is not None
    return format_.write(replace(kinds(), items=items), files).data


def back(format_: Format, data: bytes) -> tuple[Item, ...]:
    """The items of a package."""
    assert format_.read is not None
    return format_.read(data, "sent.zip").items


@pytest.mark.parametrize("format_", QTI, ids=lambda format_: format_.id)
@settings(max_examples=25)
@given(items=st.lists(ITEMS, min_size=1, max_size=4, unique_by=lambda item: item.id).map(tuple))
def test_what_is_written_is_read_again_and_written_the_same(
    format_: Format, items: tuple[Item, ...]
) -> None:
    """A bank can go to another program and come back, and a second export changes no byte."""
    data = sent(format_, items)

    found = back(format_, data)

    assert found == items
    assert sent(format_, found) == data


@pytest.mark.parametrize("format_", QTI, ids=lambda format_: format_.id)
def test_a_picture_travels_in_the_package(format_: Format) -> None:
    """The picture that a question is about is there on the other side too."""
    item = Info(id="a", stem="Look.", picture=Picture("har bour.png", "A “harbour” & a boat"))
    data = sent(format_, (item,), {"har bour.png": b"picture", "other.png": b"not shown"})
    assert format_.read is not None

    reading = format_.read(data, "sent.zip")

    assert reading.items == (item,)
    assert reading.files == {"har bour.png": b"picture"}
    assert ZipFile(BytesIO(data)).namelist()[-1] == "media/har bour.png"


@pytest.mark.parametrize("format_", QTI, ids=lambda format_: format_.id)
def test_what_the_format_cannot_carry_is_said_before_it_is_written(format_: Format) -> None:
    """Nobody finds out later what an export has left behind."""
    assert format_.write is not None
    bank = kinds()

    said = {(loss.item, loss.code) for loss in format_.write(bank, {}).losses}

    assert {("of-whom", "near"), ("how-many", "units"), ("chain", "order")} <= said
    assert {item.id for item in bank.items if item.claims} == {i for i, c in said if c == "claims"}


@pytest.mark.parametrize("format_", QTI, ids=lambda format_: format_.id)
def test_signs_that_no_xml_holds_are_left_out_and_told(format_: Format) -> None:
    """A control character cannot spoil the file for another program."""
    assert format_.write is not None
    item = Info(id="a", stem="One\x00 two.")

    written = format_.write(replace(kinds(), items=(item,)), {})

    assert [loss.code for loss in written.losses] == ["spaces"]
    assert back(format_, written.data)[0].stem == "One two."


@pytest.mark.parametrize("format_", QTI, ids=lambda format_: format_.id)
def test_a_question_that_no_kind_holds_goes_back_as_it_came(format_: Format) -> None:
    """What cannot be asked here is not spoilt by having been here."""
    hotspot = '<hotspotInteraction responseIdentifier="RESPONSE" maxChoices="1"/>'
    xml = item2(response(("A",)), f"<p>Where is it?</p>{hotspot}", MATCH)
    if format_.id == "qti30":
        xml = re.sub(r"<(/?)([a-z]{4,})([A-Z]\w+)?", _prefixed, xml)
    if format_.id == "qti12":
        given = '<response_xy ident="r"><render_hotspot/></response_xy>'
        xml = item12(material("Where?") + given, condition("<other/>"), "hot_spot_question")
    assert format_.read is not None
    items = format_.read(xml.encode(), "item.xml").items

    data = sent(format_, items)

    assert isinstance(items[0], Info)
    assert items[0].original is not None
    assert back(format_, data) == items
    assert sent(format_, back(format_, data)) == data


def _prefixed(tag: re.Match[str]) -> str:
    """A tag of QTI 2 as QTI 3 has it."""
    return f"<{tag[1]}qti-{tag[2]}{re.sub('[A-Z]', lambda m: '-' + m[0].lower(), tag[3] or '')}"
