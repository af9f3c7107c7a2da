import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank import Bank, Rater, canonical, from_canonical, read, version, write
from quizapp.claims import Claim, Standing, TradeOff
from quizapp.items import (
    Categorise,
    Cloze,
    Derived,
    EvidenceItem,
    Gap,
    Info,
    Item,
    Match,
    MultipleResponse,
    Numeric,
    Option,
    Order,
    Overstatement,
    Picture,
    Scope,
    ShortAnswer,
    SingleChoice,
    StandingItem,
    StandingWithEvidence,
    TrueFalse,
)
from tests.examples import TEXT, beside, ferry

# Any visible or blank character, as NestedText can hold it; a lone carriage return cannot come
# from a file, for it ends a line there.
SAID = st.text(
    st.characters(codec="utf-8", exclude_characters="\r", exclude_categories=("Cc", "Cs")),
    min_size=1, max_size=30,
).filter(str.strip)  # fmt: skip
IDS = st.from_regex(r"[a-z0-9_-]{1,8}", fullmatch=True)
TEXTS = st.one_of(st.just(""), SAID, st.sampled_from(("# x", "- x", "a: b", "> x", "x\ny", " x ")))
NUMBERS = st.decimals(0, 100, places=3)
LONE = SAID.filter(lambda text: "[" not in text and "]" not in text)
UNITS = st.sampled_from(("", "km", "%", "m²", "кг"))
SOURCES = st.sampled_from(((), ("line",), ("union", "line")))


def common(claims: tuple[str, ...] = ()) -> dict[str, st.SearchStrategy[Any]]:
    """Strategies for what every item has."""
    return {
        "claims": st.just(claims), "stem": SAID, "feedback": TEXTS, "weight": NUMBERS,
        "skills": st.lists(SAID, max_size=2).map(tuple),
        "tags": st.lists(SAID, max_size=2).map(tuple),
        "picture": st.none() | st.builds(Picture, st.just("rudder.png"), SAID),
        "derived": st.none() | st.builds(Derived, SAID, SAID, st.booleans()),
    }  # fmt: skip


def options() -> tuple[Option, ...]:
    """Three options, one with half a credit."""
    return (
        Option("a", "Alpha"), Option("b", "Beta", Decimal("0.5"), "Hm."), Option("c", "Gamma"),
    )  # fmt: skip


def bound(kind: type[Item], fields: dict[str, Any], **own: Any) -> Item:
    """An item that takes its key from the map."""
    full = {"trade_off": ""} | fields
    return kind(**full, **own, **kind.bind(full, own, ferry().map))


@st.composite
def items(draw: st.DrawFn) -> tuple[Item, ...]:
    """One item of every kind, each with drawn words."""

    def fields(*claims: str) -> dict[str, Any]:
        return {name: draw(values) for name, values in common(claims).items()}

    keyed: dict[str, Any] = {"options": options(), "right": "a"}
    return (
        SingleChoice(id="i1", **fields(), **keyed),
        MultipleResponse(
            id="i2", **fields(), options=options(), right=("a", "c"),
            all_or_nothing=draw(st.booleans()),
        ),
        TrueFalse(id="i3", **fields(), right=draw(st.sampled_from(("true", "false")))),
        bound(StandingItem, {"id": "i4", **fields("permit")}),
        bound(
            EvidenceItem, {"id": "i5", **fields("sold")},
            select=draw(st.sampled_from(("words", "sentences"))),
        ),
        bound(StandingWithEvidence, {"id": "i6", **fields("rudder")}),
        Scope(id="i7", **fields("permit"), **keyed),
        bound(Categorise, {"id": "i8", **fields(), "trade_off": "sail"}),
        Info(id="i9", **fields()),
        bound(Match, {"id": "i10", **fields("permit", "sold")}, sources=draw(SOURCES)),
        Order(id="i11", **fields(), options=tuple(Option(id_, id_.upper()) for id_ in "cab")),
        ShortAnswer(
            id="i12", **fields(), accepted=draw(st.just(("Aa",)) | st.just(("Aa", "Bb"))),
            misses=draw(st.just(()) | st.tuples(st.tuples(st.just("Cc"), SAID))),
        ),
        Numeric(
            id="i13", **fields(), answer=draw(NUMBERS), tolerance=draw(NUMBERS),
            unit=draw(UNITS), units=tuple(draw(st.lists(UNITS.filter(bool), max_size=2))),
        ),
        Cloze(
            id="i14", **fields(), text=f"{draw(LONE)} [[g1]], [[g2]] {draw(LONE)}",
            gaps=(Gap("g1", ("x", "y")), Gap("g2", ("x",), ("x", "z"))),
        ),
        Overstatement(id="i15", **fields("permit"), **keyed),
    )  # fmt: skip


@st.composite
def banks(draw: st.DrawFn) -> Bank:
    """The example's map with drawn words wherever words can stand, and items of every kind."""
    base = ferry()
    foils = draw(st.lists(IDS.map("x{}".format), unique=True, max_size=3))
    claims = (
        *base.map.claims,
        *(
            Claim(id_, draw(SAID), as_of=draw(TEXTS), why=draw(TEXTS), hedge=draw(TEXTS))
            for id_ in foils
        ),
    )
    trade_offs = (*base.map.trade_offs, TradeOff("other", draw(SAID), not_argued=tuple(foils)))
    article = replace(
        base.article, title=draw(SAID), cites=draw(SAID), licence=draw(TEXTS),
        summary=draw(st.booleans()),
    )  # fmt: skip
    rated = draw(
        st.dictionaries(st.sampled_from(("sold", "date", "permit")), st.sampled_from(Standing))
    )
    raters = (Rater(draw(SAID), tuple(sorted((c, s.value) for c, s in rated.items()))),)
    asked = draw(items())
    return replace(
        base, title=draw(SAID), about=draw(TEXTS), language=draw(SAID), licence=draw(SAID),
        skills=tuple(draw(st.lists(SAID, max_size=3))), raters=raters, items=asked,
        pictures=base.pictures if any(item.picture for item in asked) else (),
        map=replace(base.map, article=article, claims=claims, trade_offs=trade_offs),
    )  # fmt: skip


@given(banks())
def test_a_written_bank_is_read_back_whole(bank: Bank) -> None:
    """Saving loses nothing, whatever the author wrote, in every kind of item."""
    bank = relinked(bank)

    again = read(write(bank), "bank.nt", beside)

    assert again == bank
    assert write(again) == write(bank)


@given(banks())
def test_a_bank_version_is_read_back_whole(bank: Bank) -> None:
    """The quiz that is resumed is the quiz that was begun."""
    bank = relinked(bank)

    data = canonical(bank)

    assert from_canonical(data) == bank
    assert canonical(from_canonical(data)) == data


def relinked(bank: Bank) -> Bank:
    """The bank with its items bound to its own map, as reading would bind them."""
    fields = ("id", *common(), "trade_off")
    made = []
    for item in bank.items:
        given_ = {name: getattr(item, name) for name in fields}
        own = {name: getattr(item, name) for name in ("select", "sources") if hasattr(item, name)}
        made.append(replace(item, **type(item).bind(given_, own, bank.map)))
    return replace(bank, items=tuple(made))


def test_writing_twice_changes_nothing() -> None:
    """A saved file differs from the last only where the author changed something."""
    once = write(ferry())

    assert write(read(once, "bank.nt", beside)) == once
    assert read(once, "bank.nt", beside) == ferry()


def test_a_file_keeps_the_order_and_the_words_of_its_author() -> None:
    """Apart from the hash, the example is already as the program would write it."""
    lines = [line for line in write(ferry()).decode().splitlines() if "sha256" not in line]
    own = [line for line in TEXT.splitlines() if line.strip()]

    assert sorted(lines) == sorted(own)
    assert lines[:6] == own[:6]


def values(tree: Any) -> Iterator[Any]:
    """Every single value and key of a tree."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield key
            yield from values(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from values(value)
    else:
        yield tree


def test_a_version_is_sorted_json_of_strings_and_integers() -> None:
    """Any language can check the hash: no floats, no spaces, one order."""
    data = canonical(ferry())
    tree = json.loads(data)

    again = json.dumps(tree, sort_keys=True, ensure_ascii=False, separators=(",", ":"))

    assert again.encode() == data
    assert {type(value) for value in values(tree)} == {str, int}


def test_a_version_is_named_by_the_sha_256_of_its_bytes() -> None:
    """Whoever has the bytes can tell that they are the right ones."""
    data = canonical(ferry())

    assert version(data) == hashlib.sha256(data).hexdigest()


def test_any_change_of_content_is_another_version() -> None:
    """An attempt never meets other words than those it was begun with."""
    base, article = ferry(), ferry().article
    split = ((1, 0, 9), *article.boundaries[1:])
    others = [
        replace(base, title="Other"), replace(base, about=""), replace(base, items=base.items[:-1]),
        replace(base, skills=()), replace(base, raters=()),
        replace(base, map=replace(base.map, article=replace(article, text=article.text + "!"))),
        replace(base, map=replace(base.map, article=replace(article, boundaries=split))),
        replace(base, map=replace(base.map, claims=base.map.claims[:-1])),
        replace(base, items=(replace(base.items[0], stem="Other."), *base.items[1:])),
        replace(base, items=(replace(base.items[0], weight=Decimal(2)), *base.items[1:])),
    ]  # fmt: skip

    assert len({version(canonical(bank)) for bank in [base, *others]}) == len(others) + 1


@pytest.mark.parametrize(
    ("typed", "written"),
    [("1.50", "weight: 1.5"), ("10.0", "weight: 10"), ("0", "weight: 0"), ("1.000", "kind: ")],
)
def test_numbers_are_written_one_way(typed: str, written: str) -> None:
    """The same weight is the same version; the usual weight is left out."""
    bank = read(TEXT.replace("weight: 1.5", f"weight: {typed}").encode(), "bank.nt", beside)

    text = write(bank).decode()

    assert written in text
    assert ("weight" in text) == written.startswith("weight")
