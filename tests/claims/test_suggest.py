import pytest

from quizapp.claims import Stance, SuggestedAttribution, suggest


def only(text: str) -> SuggestedAttribution:
    """The one attribution of a text."""
    (one,) = suggest(text).attributions
    return one


def said(text: str, one: SuggestedAttribution) -> tuple[str, str, str]:
    """Source, cue and content as they are written."""
    source = one.source.cut(text) if one.source else ""
    return source, one.cue.cut(text) if one.cue else "", one.content.cut(text)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "rule"),
    [
        (
            "Mayor Ann Vold said that the pier would close in May.",
            "Mayor Ann Vold", "said", "that the pier would close in May", "verb-that-clause",
        ),
        (
            "On Monday, the harbour office said the pier was safe.",
            "the harbour office", "said", "the pier was safe", "verb-clause",
        ),
        (
            "“We close on Monday,” Ann Vold said.",
            "Ann Vold", "said", "“We close on Monday,”", "content-source-verb",
        ),
        (
            "“Who pays?” asked Ann Vold, the mayor, on Monday.",
            "Ann Vold, the mayor", "asked", "“Who pays?”", "content-verb-source",
        ),
        (
            "The pier is safe, the harbour office says.",
            "the harbour office", "says", "The pier is safe", "content-source-verb",
        ),
        (
            "Ann Vold told the council that the pier would close.",
            "Ann Vold", "told", "that the pier would close", "verb-hearer-clause",
        ),
        (
            "Ann Vold said in a statement: “We close on Monday.”",
            "Ann Vold", "said", "“We close on Monday.”", "verb-quotation",
        ),
        (
            "According to the harbour office, the pier is safe.",
            "the harbour office", "According to", "the pier is safe", "according-to-first",
        ),
        (
            "The pier is safe, according to the harbour office.",
            "the harbour office", "according to", "The pier is safe", "according-to-last",
        ),
        (
            "In the harbour office's view, the pier is safe.",
            "the harbour office", "In the harbour office's view", "the pier is safe",
            "according-to-first",
        ),
        (
            "The pier is old, as the plans show.",
            "the plans", "show", "The pier is old", "content-source-verb",
        ),
        (
            "Ann Vold: We close on Monday.",
            "Ann Vold", ":", "We close on Monday", "speaker-colon",
        ),
        (
            "The council promised to close the pier.",
            "The council", "promised", "to close the pier", "verb-deed",
        ),
        (
            "Traders criticised the closing of the pier.",
            "Traders", "criticised", "the closing of the pier", "verb-thing",
        ),
        (
            "Traders called for a later date.",
            "Traders", "called for", "a later date", "verb-about",
        ),
        (
            "The mayor's claim that the pier is safe was disputed.",
            "The mayor", "claim", "that the pier is safe", "noun-clause",
        ),
        (
            "The pier is expected to close in May.",
            "", "is expected", "The pier is expected to close in May", "passive",
        ),
        (
            "Aas had no answer on whether the pier would close.",
            "Aas", "had no answer", "whether the pier would close", "no-answer",
        ),
        (
            "Aas, asked whether the pier would close, had no answer.",
            "Aas, asked whether the pier would close", "had no answer",
            "whether the pier would close", "no-answer",
        ),
        (
            "Whether the pier will close, Aas could not say.",
            "Aas", "could not say", "Whether the pier will close", "question-source-verb",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "-" in value else "",
)  # fmt: skip
def test_each_way_of_reporting_is_found(
    text: str, source: str, cue: str, content: str, rule: str
) -> None:
    """An author sees who says what, in whichever order the sentence has it, and by which rule."""
    one = only(text)

    assert said(text, one) == (source, cue, content)
    assert one.rule == rule


def test_a_quotation_runs_on_behind_its_speaker() -> None:
    """What somebody goes on to say in the same paragraph is one content and not two."""
    text = "“We close on Monday,” Vold said. “We open in May.” Then she left."

    assert said(text, only(text))[2] == "“We close on Monday,” Vold said. “We open in May.”"


def test_a_quotation_runs_on_in_a_paragraph_that_is_nothing_else() -> None:
    """A long statement is one content, though it is printed in two paragraphs."""
    text = "Vold said: “We close on Monday.\n\n“We open in May.”\n\nThen she left."

    assert said(text, only(text))[2] == "“We close on Monday.\n\n“We open in May.”"


def test_a_full_stop_in_a_title_does_not_end_a_sentence() -> None:
    """The name behind Sen. or Gov. belongs to the source."""
    text = "The pier is safe, Gov. Ann Vold said."

    assert said(text, only(text))[0] == "Gov. Ann Vold"


def test_a_second_verb_has_the_same_speaker() -> None:
    """Whoever said one thing and added another is the source of both."""
    text = "Ann Vold said that the pier was old, adding that it leaked."

    assert [said(text, one)[0] for one in suggest(text).attributions] == ["Ann Vold"] * 2


def test_a_chain_of_speakers_is_kept_link_by_link() -> None:
    """“Pell said that Simm said” gives two attributions, the second inside the first."""
    text = "Pell said that Simm had told him that the bridge was shut."
    first, second = suggest(text).attributions

    assert (said(text, first)[0], said(text, second)[0]) == ("Pell", "Simm")
    assert first.content.start <= second.content.start
    assert second.content.end <= first.content.end


def test_one_who_is_described_between_commas_is_the_source() -> None:
    """The name comes with what is said about the person."""
    text = "Ann Vold, who leads the council, said that the pier was safe."

    assert said(text, only(text))[0] == "Ann Vold, who leads the council"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Vold said that the pier was safe.", Stance.ASSERTS),
        ("Vold denied that the pier was safe.", Stance.DENIES),
        ("Vold did not believe that the pier was safe.", Stance.DENIES),
        ("Vold did not deny that the pier was safe.", Stance.ASSERTS),
        ("Vold could not say whether the pier was safe.", Stance.DOES_NOT_KNOW),
        ("Vold declined to say whether the pier was safe.", Stance.DOES_NOT_KNOW),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_cue_gives_a_first_guess_at_the_stance(text: str, stance: Stance) -> None:
    """Yes, no and don't know are told apart where the verb tells them apart."""
    assert only(text).stance is stance


@pytest.mark.parametrize(
    "text",
    [
        "The claim is old.",
        "He walked home and ate bread.",
        "Reports lay on the table.",
        "The show began at eight.",
    ],
)
def test_where_nobody_says_anything_nothing_is_suggested(text: str) -> None:
    """Words that could be verbs of saying but are nouns here raise no false alarm."""
    assert suggest(text).attributions == ()
