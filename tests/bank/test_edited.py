"""An article that was edited after its bank was written."""

import pytest

from quizapp.bank import Bank, canonical, examine, from_canonical, read, write
from quizapp.errors import FileError
from tests.examples import ARTICLE, TEXT, ferry, with_text

WRITTEN = write(ferry()).decode()


def over(article: str, text: str = WRITTEN) -> tuple[Bank, list[str]]:
    """The bank over an edited article, and the codes of what is said about it."""
    reading = examine(text.encode(), "bank.nt", lambda name: with_text(name, article))
    assert reading.bank is not None, reading.problems
    return reading.bank, [p.code for p in reading.problems]


def test_an_edit_elsewhere_keeps_every_item() -> None:
    """A new first paragraph moves all the words, and nothing is lost."""
    bank, codes = over("News from Holm.\n\n" + ARTICLE)

    assert codes == ["edited"]
    assert bank.stale == frozenset()
    assert bank.usable == bank.items
    assert bank.item["how-date"].key() == ("standing:unknown", "p3s2")


def test_items_whose_words_changed_are_withheld_until_somebody_looks() -> None:
    """No student is marked against words that the article no longer has."""
    bank, codes = over(ARTICLE.replace("could not say", "did not know"))

    assert sorted(codes) == ["edited", "span-missing"]
    assert bank.stale == {"date"}
    gone = {item.id for item in bank.items} - {item.id for item in bank.usable}
    assert gone == {"whole", "how-date"}


def test_a_changed_consideration_withholds_its_sorting_item() -> None:
    """An item over a whole trade-off hangs on each of its claims."""
    bank, _codes = over(ARTICLE.replace("no timetable is worth a life", "no ferry is"))

    assert "sort" not in {item.id for item in bank.usable}


def test_one_lost_way_of_several_is_enough_to_withhold() -> None:
    """The ways that are left may no longer be all that shows it."""
    bank, _codes = over(ARTICLE.replace("According to a deckhand who", "A deckhand, who"))

    assert bank.stale == {"sold"}


def test_words_that_stand_twice_now_are_stale() -> None:
    """Which place was meant is for a person to say."""
    bank, codes = over(ARTICLE + "It did not sail this week.\n")

    assert sorted(codes) == ["edited", "span-twice"]
    assert bank.stale == {"stopped"}


def test_saving_does_not_hide_that_somebody_must_look() -> None:
    """The stale claims are still stale when the file is opened again."""
    edited = ARTICLE.replace("could not say", "did not know")
    bank, _codes = over(edited)

    again, codes = over(edited, write(bank).decode())

    assert again == bank
    assert sorted(codes) == ["edited", "span-missing"]
    assert from_canonical(canonical(bank)) == bank


def test_saving_a_bank_whose_words_were_all_found_settles_the_edit() -> None:
    """After that the file speaks of the new text, without a warning."""
    edited = "News from Holm.\n\n" + ARTICLE
    bank, _codes = over(edited)

    assert over(edited, write(bank).decode()) == (bank, [])


def test_without_a_hash_a_missing_span_is_an_error() -> None:
    """A file made by hand has no earlier text that could have been edited."""
    edited = ARTICLE.replace("could not say", "did not know").encode()

    with pytest.raises(FileError, match="does not have the words"):
        read(TEXT.encode(), "bank.nt", lambda _name: edited)
