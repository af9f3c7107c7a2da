import pytest

from quizapp.claims import Finding, suggest


def shown(text: str, findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """The words of each finding, and its rule."""
    return [(finding.span.cut(text), finding.rule) for finding in findings]


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("She did not know why.", "did not know why", "not-known"),
        ("She didn’t know.", "didn’t know", "not-known"),
        ("They would not say when.", "would not say when", "not-said"),
        ("It could not be verified.", "could not be verified", "not-verified"),
        ("It was not clear whether he left.", "was not clear whether", "not-clear"),
        ("The cause remains unclear.", "remains unclear", "unclear"),
        ("He declined to say how.", "declined to say how", "declined"),
        ("No date has been set.", "No date has been set", "none-set"),
        ("He had no definite answer on whether it is true.",
         "had no definite answer on whether", "no-answer"),
        ("The plan is under review.", "under review", "under-review"),
        ("Nobody could tell.", "Nobody could tell", "nobody-knows"),
        ("It remains to be seen.", "remains to be", "to-be-seen"),
    ],
    ids=lambda value: value if " " not in value else "",
)  # fmt: skip
def test_what_an_article_leaves_open_is_found(text: str, words: str, rule: str) -> None:
    """An author sees every place where the text itself says that something is not known."""
    assert shown(text, suggest(text).unknowns) == [(words, rule)]


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("It could rain.", "could", "hedge-modal"),
        ("It may rain in May.", "may", "hedge-modal"),
        ("It will probably rain.", "probably", "hedge-adverb"),
        ("It seems to rain.", "seems", "hedge-seems"),
        ("He is said to be ill.", "is said", "hedge-passive"),
        ("About 40 came.", "About", "hedge-about"),
        ("They go if asked.", "if asked", "hedge-condition"),
        ("They wait for now.", "for now", "hedge-degree"),
        ("The data suggest that it rains.", "suggest that", "hedge-judgement"),
    ],
    ids=lambda value: value if "-" in value else "",
)
def test_hedges_are_found(text: str, words: str, rule: str) -> None:
    """A claim keeps its hedge, so its author wants to see it."""
    assert shown(text, suggest(text).hedges) == [(words, rule)]


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("It cost $4.2 million.", "$4.2 million", "number-money"),
        ("It cost 89 crowns.", "89 crowns", "number-money"),
        ("It fell 40 per cent.", "40 per cent", "number-share"),
        ("It fell 3.5% there.", "3.5%", "number-share"),
        ("It is 2,5 km long.", "2,5 km", "number-measure"),
        ("It took eight years.", "eight years", "number-measure"),
        ("It was on 3 March.", "3 March", "number-date"),
        ("It was at 06:20 then.", "06:20", "number-time"),
        ("It was in 1997.", "1997", "number-year"),
        ("There are 48,200 kettles.", "48,200 kettles", "number-count"),
        ("One in five agreed.", "One in five", "number-part"),
        ("There were two dozen boats.", "two dozen boats", "number-count"),
    ],
    ids=lambda value: value if "-" in value else "",
)
def test_numbers_come_with_their_unit(text: str, words: str, rule: str) -> None:
    """A number says what it counts or measures, and of which sort it is."""
    assert shown(text, suggest(text).numbers) == [(words, rule)]


def test_a_denial_is_a_conflict() -> None:
    """A claim that somebody rejects needs both sides in the map."""
    text = "Aas said that the pier was shut. The harbour office denied that it was."

    assert shown(text, suggest(text).conflicts) == [
        ("The harbour office denied that it was", "conflict-denial")
    ]


def test_two_accounts_that_are_set_against_each_other_are_a_conflict() -> None:
    """“But Vold said” after what Aas said is worth a look."""
    text = "Aas said that the pier was shut. But Vold said that it was open."

    assert shown(text, suggest(text).conflicts) == [
        ("Vold said that it was open", "conflict-contrast")
    ]


def test_words_that_name_a_conflict_are_found() -> None:
    """A conflict without a verb of saying is found by its own word."""
    text = "How many were hurt is disputed."

    assert shown(text, suggest(text).conflicts) == [("disputed", "conflict-words")]


def test_of_two_findings_at_one_place_the_first_rule_wins() -> None:
    """A year in a date is not counted twice."""
    text = "It was on 3 March 1997."

    assert shown(text, suggest(text).numbers) == [("3 March 1997", "number-date")]
