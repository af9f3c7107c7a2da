"""Cards that are written: as text they come back equal, as a package they are the same bytes."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.bank import Bank
from quizapp.claims import ClaimMap
from quizapp.formats.anki import read, write, write_package
from quizapp.items import Cloze, Gap, Item, Picture, ShortAnswer
from quizapp.items.typed import bare
from tests.examples import ferry
from tests.kinds import kinds

SIGNS = "abcXYZ 019.,:;!?<>&\"'/=#{}()%$é–ї字😀*\\+-|~"


def lines(most: int = 1) -> st.SearchStrategy[str]:
    """Up to so many lines of words."""
    line = st.text(SIGNS, min_size=1, max_size=12).map(lambda text: " ".join(f"a{text}".split()))
    return st.lists(line, min_size=1, max_size=most).map("\n".join)


@st.composite
def common(draw: st.DrawFn) -> dict[str, Any]:
    """What Anki carries of the fields of every kind."""
    tags = st.lists(st.from_regex(r"[a-zé:_-]{1,6}", fullmatch=True), max_size=2, unique=True)
    return {
        "id": draw(st.from_regex(r"[a-z0-9][a-z0-9_]{0,8}", fullmatch=True)),
        "feedback": draw(st.just("") | lines(3)),
        "tags": tuple(draw(tags)),
    }


@st.composite
def gaps(draw: st.DrawFn) -> Item:
    """A text with gaps."""
    found = [Gap(f"g{n}", (draw(lines().filter(bare)),)) for n in (1, 2)]
    text = "\n".join(f"{draw(lines())} [[{gap.id}]] b" for gap in found)
    return Cloze(**draw(common()), text=text, gaps=tuple(found))


ITEMS = gaps() | st.builds(
    lambda fields, stem, answer: ShortAnswer(**fields, stem=stem, accepted=(answer,)),
    common(),
    lines(3),
    lines().filter(bare),
)


def unclaimed(bank: Bank, items: tuple[Item, ...]) -> Bank:
    """A bank of these items without a claim."""
    return replace(bank, map=ClaimMap(bank.map.article, (), (), ()), items=items)


@settings(max_examples=60)
@given(items=st.lists(ITEMS, min_size=1, max_size=4, unique_by=lambda item: item.id).map(tuple))
def test_what_is_written_is_read_again_and_written_the_same(items: tuple[Item, ...]) -> None:
    """Every kind that Anki carries comes back equal, and a second export changes no byte."""
    data = write(unclaimed(kinds(), items), {}).data

    reading = read(data, "sent.txt")

    assert reading.items == items
    assert reading.title == kinds().title
    assert write(unclaimed(kinds(), reading.items), {}).data == data


def test_claims_and_every_other_question_become_cards_that_stay_the_same() -> None:
    """What comes back as a card goes out as that card, claims among them."""
    for bank in (kinds(), ferry()):
        written = write(bank, {})
        reading = read(written.data, "sent.txt")
        left_out = {loss.item for loss in written.losses if loss.code == "no-kind"}

        assert [item.id for item in reading.items] == [
            *(f"claim-{claim.id}" for claim in bank.map.claims),
            *(item.id for item in bank.items if item.id not in left_out),
        ]
        again = write(unclaimed(bank, reading.items), {})
        assert again.data == written.data


def test_the_card_of_a_claim_says_how_it_stands_and_why() -> None:
    """Who turns it over learns what the article shows."""
    text = write(ferry(), {}).data.decode()

    assert "“The ferry's permit was withdrawn on 9 April.”\tConfirmed<br><br>" in text
    assert "Denied by: the seamen's union" in text


def collection(data: bytes) -> dict[str, list[tuple[Any, ...]]]:
    """The notes and cards in a package."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(ZipFile(BytesIO(data)).read("collection.anki2"))
        return {
            table: connection.execute(f"SELECT * FROM {table}").fetchall()
            for table in ("notes", "cards", "col")
        }


def test_a_package_is_the_same_bytes_whenever_its_cards_are() -> None:
    """So a deck that was not changed is not new; notes keep the ids that Anki knows them by."""
    bank = ferry()
    data = write_package(bank, {}).data

    assert write_package(bank, {}).data == data
    back = read(write(bank, {}).data, "sent.txt")
    assert write_package(unclaimed(bank, back.items), {}).data == data


def test_a_package_has_a_note_for_each_card_and_a_card_for_each_gap() -> None:
    """In the form that Anki keeps them in."""
    found = collection(write_package(kinds(), {}).data)
    lines_ = read(write(kinds(), {}).data, "sent.txt").items
    gaps_ = next(item for item in lines_ if isinstance(item, Cloze)).gaps

    assert len(found["notes"]) == len(lines_)
    assert len(found["cards"]) == len(lines_) - 1 + len(gaps_)
    names = [deck["name"] for deck in json.loads(found["col"][0][10]).values()]
    assert kinds().title in names


def test_a_picture_travels_in_the_package_alone() -> None:
    """Anki takes none from text, which is said."""
    item = ShortAnswer(id="a", stem="Who?", accepted=("x",), picture=Picture("a&b.png", "A newt"))
    bank = unclaimed(kinds(), (item,))
    packed = write_package(bank, {"a&b.png": b"picture", "other.png": b""})
    archive = ZipFile(BytesIO(packed.data))

    assert json.loads(archive.read("media")) == {"0": "a&b.png"}
    assert archive.read("0") == b"picture"
    assert '<img src="a&amp;b.png">' in collection(packed.data)["notes"][0][6]
    assert packed.losses == ()
    assert [loss.code for loss in write(bank, {}).losses] == ["picture"]
    assert [loss.code for loss in write_package(bank, {}).losses] == ["picture"]
