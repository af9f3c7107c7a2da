"""Words and numbers as people type them; every number here was read by a person first."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.items.typed import MOST_TYPED, distance, nearly, quantity, same, spelled

THIN, NARROW, NO_BREAK = "\u2009", "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("HEARING", "hearing"),
        ("  the   hearing. ", "The hearing"),
        ("l'armée", "l’armée"),
        ("L’ARMEE", "l’armée"),
        ("etat-major", "État-major"),
        ("soeur", "sœur"),
        ("naive", "naïve"),
        ("Lodz", "Łódź"),
        ("strasse", "Straße"),
        ("м'ята", "м’ята"),
        ("мʼята", "м’ята"),
        ("КИЇВ", "Київ"),
        ("замок", "за\u0301мок"),
        ("Ｋｙｉｖ", "Kyiv"),
        ("bat\u00adtery", "battery"),
        ("“yes”", "yes"),
        ("Istanbul", "İstanbul"),
    ],
)
def test_case_accents_apostrophes_and_punctuation_do_not_matter(typed: str, accepted: str) -> None:
    """Nobody loses a mark to a keyboard."""
    assert same(typed, [accepted])


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("мии", "мій"),  # и and й are two letters
        ("іжак", "їжак"),
        ("ґава", "гава"),
        ("か", "が"),
        ("hearings", "hearing"),
        ("", "hearing"),
        ("…", "…"),
        ("not confirmed", "confirmed"),
    ],
)
def test_other_letters_and_other_words_are_other_answers(typed: str, accepted: str) -> None:
    """What is not the same word is not silently taken for it."""
    assert not same(typed, [accepted])


@pytest.mark.parametrize(
    ("typed", "wanted", "near"),
    [
        ("hering", "hearing", True),  # seven letters: one slip
        ("haering", "hearing", True),  # two neighbours swapped are one slip
        ("herin", "hearing", False),  # two slips
        ("interpreter", "intrepreter", True),
        ("interoprability", "interoperability", True),
        ("interoprabilty", "interoperability", True),  # sixteen letters: two slips
        ("interprabilty", "interoperability", False),
        ("arny", "army", False),  # of four letters, one changed is another word
        ("hearing", "hearing", False),  # right, and so not nearly
        ("", "hearing", False),
    ],
)
def test_a_slip_of_a_letter_or_two_is_near(typed: str, wanted: str, near: bool) -> None:
    """The longer a word is, the more slips leave it known."""
    assert nearly(typed, [wanted]) == (wanted if near else "")


WORDS = st.text(st.sampled_from("abcdeéй’ "), max_size=12)


@given(WORDS, WORDS)
def test_what_is_near_is_never_right(typed: str, wanted: str) -> None:
    """A near miss is reported, and earns nothing."""
    assert not (nearly(typed, [wanted]) and same(typed, [wanted]))


@given(WORDS, WORDS, st.integers(0, 4))
def test_a_distance_is_the_same_both_ways_and_never_above_its_bound(
    one: str, other: str, most: int
) -> None:
    """Who is near to whom does not depend on who typed."""
    assert distance(one, other, most) == distance(other, one, most) <= most + 1
    assert (distance(one, other, 20) == 0) == (one == other)


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        ("11", ["11"]),
        ("1.5", ["1.5"]),
        ("1,5", ["1.5"]),
        (".5", ["0.5"]),
        (",5", ["0.5"]),
        ("1 234,5", ["1234.5"]),
        (f"1{THIN}234{THIN}567", ["1234567"]),
        (f"1{NARROW}234,50", ["1234.50"]),
        (f"12{NO_BREAK}000", ["12000"]),
        ("1'234.50", ["1234.50"]),
        ("1’234’567", ["1234567"]),
        ("1.234,5", ["1234.5"]),
        ("1,234.5", ["1234.5"]),
        ("1,234,567.8", ["1234567.8"]),
        ("1.234.567,8", ["1234567.8"]),
        ("1,23,456", ["123456"]),
        ("1,234", ["1.234", "1234"]),
        ("1.234", ["1.234", "1234"]),
        ("0,234", ["0.234"]),
        ("1234,567", ["1234.567"]),
        ("1 234,567", ["1234.567"]),
        ("-5", ["-5"]),
        ("−5", ["-5"]),
        ("– 5", ["-5"]),
        ("‐5", ["-5"]),
        ("+5", ["5"]),
        ("１２", ["12"]),
        ("12.", ["12"]),
    ],
)
def test_a_number_is_read_in_every_usual_way_of_writing_it(typed: str, readings: list[str]) -> None:
    """A comma or a point, spaces or apostrophes: it is the same number."""
    found = quantity(typed)

    assert found is not None
    assert list(found.readings) == [Decimal(reading) for reading in readings]
    assert found.unit == ""


@pytest.mark.parametrize(
    "typed",
    ["", "eleven", "about 11", "~11", "1 2", "3 1/2", "5–10", "5 - 10", "1,2.3,4", "12.34,5",
     "1,234,56", "1 234.567.890", "€", "9" * (MOST_TYPED + 1)],
)  # fmt: skip
def test_what_is_not_one_number_is_none(typed: str) -> None:
    """A range, two numbers or a slip in the digits is never read as some number."""
    assert quantity(typed) is None


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("12km", "km"), ("12 km.", "km"), (f"12{NO_BREAK}%", "%"), ("12%", "%"), ("€ 12", "€"),
        ("12 €", "€"), ("12 m²", "m2"), ("−12 °C", "°C"), ("12 km/h", "km/h"),
        ("12 or 13", "or 13"),
    ],
)  # fmt: skip
def test_a_unit_is_found_glued_or_spaced(typed: str, unit: str) -> None:
    """People write units as they please."""
    found = quantity(typed)

    assert found is not None
    assert found.unit == unit


def test_units_are_compared_by_what_they_mean() -> None:
    """Case and spaces do not matter; a metre a second is no millisecond."""
    assert spelled(" KM/H ") == spelled("km / h")
    assert spelled("per cent") == spelled("Percent") == spelled("відсотків") == "%"
    assert spelled("m/s") != spelled("ms")
    assert spelled("m²") == spelled("m2")


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_number_or_is_not(typed: str) -> None:
    """Nothing that is typed breaks the reading."""
    found = quantity(typed)

    assert found is None or 1 <= len(found.readings) <= 2


@given(st.decimals(-(10**14), 10**14, places=3))
def test_a_number_is_read_back_as_it_is_printed(number: Decimal) -> None:
    """The key of an item is right whatever its digits are."""
    found = quantity(f"{number:f}")

    assert found is not None
    assert number in found.readings
