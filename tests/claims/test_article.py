import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.claims import Article, Span


def sentences(text: str) -> list[str]:
    """The sentences of a text, as they are shown."""
    article = Article("T", "nowhere", text)
    return [text[s.start : s.end] for s in article.sentences.values()]


@pytest.mark.parametrize(
    "parts",
    [
        ("It rained.", "It snowed!", "Did it?", "Yes."),
        ("Mr. Aas met Dr. Vold and Gen. Holm Sr. at 5 p.m. on Friday.", "They talked."),
        ("J. R. Aas and Ann B. Vold spoke for the U.S. delegation.", "Nobody else did."),
        ("“We wait.”", "“We always wait,” he said.", "(Nobody laughed.)", "Then he left."),
        ("He said no.", "Then he left."),
        ("Room No. 5 was locked.", "Room no. 6 was not."),
        ("It cost 3.5 million.", "2024 was worse."),
        ("He waited… and waited... and left.", "Nobody came…", "Then she came."),
        ("The site example.org is down.", "It is back."),
        ("Проф. Коваль і ген. Бондар були у м. Києві.", "«Чому?»", "Ніхто не знає."),
        ("Це сталося 9 квітня 2024 р. біля вул. Садової.", "Далі — тиша."),
        ("M. Dupont a dit non.", "« Pourquoi ? »", "Mme Petit est partie.", "« Oui. »", "Il part."),
        ("Er sagte: „Nein.“", "Dann ging er."),
        ("What?!", "Yes!!", "No."),
        ("He wrote of the iPhone.", "It was new."),
    ],
    ids=lambda parts: parts[0],
)  # fmt: skip
def test_sentences_part_where_a_reader_parts_them(parts: tuple[str, ...]) -> None:
    """Marking by sentence takes a whole sentence, and not half of one after “Mr.”."""
    assert sentences(" ".join(parts)) == list(parts)


def test_a_small_letter_goes_on_with_the_sentence() -> None:
    """A full stop inside, as in a shortened word that nobody listed, does not cut."""
    assert sentences("He came w. his dog. it barked.") == ["He came w. his dog. it barked."]


@pytest.mark.parametrize("newline", ["\n", "\n\n", "\n \t\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_paragraphs_part_at_any_newline(newline: str) -> None:
    """However the text was saved, p2 is the second paragraph."""
    article = Article("T", "nowhere", f"{newline} One. Two. {newline}Three.{newline}")

    assert list(article.sentences) == ["p1s1", "p1s2", "p2s1"]
    assert [len(p.sentences) for p in article.paragraphs] == [2, 1]


@given(st.text(alphabet="aZ.!?…»“” \n\té'\u00a0🙂", max_size=80))
def test_the_sentences_hold_every_character_that_can_be_seen(text: str) -> None:
    """No word of an article is out of reach of a mark, and none is in two sentences."""
    article = Article("T", "nowhere", text)

    covered = [n for s in article.sentences.values() for n in range(s.start, s.end)]

    assert len(covered) == len(set(covered))
    assert {n for n, c in enumerate(text) if not c.isspace()} <= set(covered)
    assert all(text[s.start : s.end].strip() for s in article.sentences.values())


def test_kept_boundaries_are_not_found_anew() -> None:
    """A student's marks stay where they were when the program splits better one day."""
    kept = Article("T", "nowhere", "One. Two.", boundaries=((1, 0, 9),))

    assert list(kept.sentences) == ["p1s1"]


TWO = Article("T", "nowhere", "One. Two.\n\nThree four.")


def test_a_span_has_the_sentences_it_touches() -> None:
    """Words that run over a full stop are shown by both sentences."""
    assert TWO.sentences_in(Span(2, 6)) == ("p1s1", "p1s2")
    assert TWO.sentences_in(Span(4, 5)) == ()


def test_words_are_counted_from_the_start_of_their_paragraph() -> None:
    """An edit in one paragraph leaves the marks in the others alone."""
    assert TWO.words_ids(Span(17, 21)) == ("p2:6-10",)
    assert TWO.span_of("p2:6-10") == Span(17, 21)


def test_words_over_two_paragraphs_have_a_mark_in_each() -> None:
    """Whoever drags over a gap marks both parts."""
    assert TWO.words_ids(Span(5, 16)) == ("p1:5-9", "p2:0-5")
    assert TWO.words_ids(Span(9, 11)) == ()


@pytest.mark.parametrize(
    "id_",
    ["p3s1", "p1s3", "p9:0-3", "p1:3-3", "p1:5-2", "p1:0-99", "p0:0-1", "p1:0-" + 5000 * "9"],
)  # fmt: skip
def test_a_place_that_the_article_has_not_is_no_span(id_: str) -> None:
    """A mark from another article is ignored instead of hitting some other words."""
    assert TWO.span_of(id_) is None


def test_a_sentence_id_is_a_span() -> None:
    """The same call serves sentences and words."""
    assert TWO.span_of("p2s1") == Span(11, 22)


def test_a_text_is_named_by_its_hash() -> None:
    """The SHA-256 of “abc” is the one in the standard (FIPS 180-2, appendix B.1)."""
    found = Article("T", "nowhere", "abc").sha256

    assert found == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_how_long_an_article_takes_is_counted_in_words() -> None:
    """Home, the page of a quiz and the foot of the article name the same time."""
    article = Article("T", "nowhere", "The ferry stayed – at home. " * 46)

    assert article.minutes == 1.0
