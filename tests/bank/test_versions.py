"""Two versions of a bank, compared."""

from dataclasses import replace
from random import Random

import pytest

from quizapp.bank import Bank, Rater, canonical, examine, version, write
from quizapp.bank.versions import SENTENCES, Change, compare
from tests.examples import ARTICLE, changed, examined, ferry, with_text

WRITTEN = write(ferry()).decode()


def edited(*changes: tuple[str, str], article: str = ARTICLE) -> Bank:
    """The example with parts of its file, or its article, made new."""
    bank = examined(changed(*changes, text=WRITTEN), article).bank
    assert bank is not None
    return bank


def told(*changes: tuple[str, str], article: str = ARTICLE) -> list[tuple[str, str, str, str]]:
    """What changed from the example, as plain values."""
    found = compare(ferry(), edited(*changes, article=article))
    return [(c.what, c.id, c.before, c.after) for c in found]


def test_a_version_does_not_differ_from_itself() -> None:
    """Saving without a change is no change."""
    assert compare(ferry(), edited()) == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "text: The line has sold the ship.",
            "text: The line sold the ship.",
            ("claim-words", "sold", "The line has sold the ship.", "The line sold the ship."),
        ),
        ("also: opinion", "also: denied",
         ("claim-accepts", "patience", "Asserted, Opinion", "Asserted, Denied")),
        ("cue: according to", "cue: says", ("claim-other", "sold", "", "attributions")),
        ("evidence: did not sail this week", "evidence: did not sail",
         ("claim-evidence", "stopped", "did not sail this week", "did not sail")),
        ("stem: The article gives a date", "stem: The article has a date",
         ("item-words", "whole", "The article gives a date for the new permit.",
          "The article has a date for the new permit.")),
        ("key: false", "key: true",
         ("item-key", "whole", "Not true of the article", "True of the article")),
        ("scoring: all_or_nothing", "scoring: partial", ("item-rules", "named", "", "scoring")),
        ("weight: 1.5", "weight: 2", ("item-weight", "who", "1.5", "2")),
        ("select: words", "select: sentences", ("item-other", "show-sold", "", "select")),
        ("alternative: A rudder", "alternative: The rudder",
         ("item-other", "named", "", "picture")),
        ("title: The ferry that stayed\nlanguage", "title: Another\nlanguage",
         ("bank-about", "", "", "title")),
        ("cites: invented for tests", "cites: invented", ("article-about", "", "", "cites")),
        ("name: Norlinje", "name: The line", ("source-changed", "line", "", "name")),
        ("question: Should the ferry", "question: May the ferry",
         ("trade-off-changed", "sail", "", "question")),
        ("sold: asserted", "sold: denied", ("rater-changed", "second reader", "", "")),
        ("name: second reader", "name: third reader", ("rater-added", "third reader", "", "")),
    ],
)  # fmt: skip
def test_one_change_is_told_once_with_both_sides(
    old: str, new: str, expected: tuple[str, str, str, str]
) -> None:
    """A teacher reads what a colleague changed, and nothing else."""
    assert expected in told((old, new))
    assert len(told((old, new))) == (2 if expected[0] == "rater-added" else 1)


def test_another_standing_changes_the_keys_of_its_items() -> None:
    """The consequence of a claim for each question is said beside the claim."""
    rest = "attributions:\n            -\n                source: isl"
    found = told((f"nature: opinion\n        {rest}", rest))

    assert found == [
        ("claim-standing", "slow", "Opinion", "Asserted"), ("claim-other", "slow", "", "nature"),
    ]  # fmt: skip
    assert ("item-key", "how-faults", "Confirmed", "Asserted") in told(
        ("        basis: record\n", "")
    )


def test_a_joint_question_tells_its_standing_and_leaves_the_words_to_the_claim() -> None:
    """Evidence is told once, with the claim that it shows."""
    found = compare(ferry(), with_claim("rudder", opinion=True, why="they judge"))

    assert ("item-key", "how-rudder") in [(c.what, c.id) for c in found]
    assert Change("claim-standing", "rudder", "Disputed", "Opinion") in found


def with_claim(id_: str, **fields: object) -> Bank:
    """The example with one claim changed, through its file."""
    claims = tuple(replace(c, **fields) if c.id == id_ else c for c in ferry().map.claims)  # type: ignore[arg-type]  # fields of a claim
    bank = replace(ferry(), map=replace(ferry().map, claims=claims))
    reading = examine(write(bank), "bank.nt", lambda name: with_text(name, ARTICLE))
    assert reading.bank is not None, reading.problems
    return reading.bank


def test_items_that_come_and_go_are_named_with_their_words() -> None:
    """Whoever lost a question sees which it was."""
    bank = ferry()
    less = replace(bank, items=bank.items[1:])

    assert compare(bank, less) == (Change("item-removed", "welcome", bank.items[0].subject, ""),)
    assert compare(less, bank) == (Change("item-added", "welcome", "", bank.items[0].subject),)
    assert compare(bank, replace(bank, items=bank.items[::-1])) == (Change("order", "items"),)


def test_claims_sources_and_raters_that_come_and_go_are_told() -> None:
    """Nothing leaves a bank without a word."""
    bank = ferry()
    claims = replace(bank.map, claims=bank.map.claims[:-1], sources=bank.map.sources[1:])
    found = {(c.what, c.id) for c in compare(bank, replace(bank, map=claims, raters=()))}

    assert found == {
        ("claim-removed", "patience"), ("source-removed", "harbour"),
        ("rater-removed", "second reader"),
    }  # fmt: skip
    assert {(c.what, c.id) for c in compare(replace(bank, map=claims), bank)} == {
        ("claim-added", "patience"), ("source-added", "harbour"),
    }  # fmt: skip


def test_another_kind_is_told_alone() -> None:
    """What is asked in a wholly new way is not compared field by field."""
    bank = ferry()
    items = tuple(
        replace(bank.item["welcome"], id="whole") if item.id == "whole" else item
        for item in bank.items
    )

    assert compare(bank, replace(bank, items=items)) == (
        Change("item-kind", "whole", "true_false", "info"),
    )


def test_an_option_is_told_by_what_is_offered_or_by_its_other_fields() -> None:
    """A new distractor is seen, and so is new feedback on an old one."""
    rest = "\n                feedback"
    (offered,) = told((f"text: The ferry line{rest}", f"text: A line{rest}"))
    other = told(("feedback: The line speaks of the rudder only.", "feedback: No."))

    assert offered[0] == "item-options"
    assert "The ferry line" in offered[2]
    assert "A line" in offered[3]
    assert other == [("item-other", "who", "", "options")]


def test_an_edited_article_tells_what_moved_and_what_went_stale() -> None:
    """A word more in the article does not hide which questions are withheld by it."""
    found = told(article="News.\n\n" + ARTICLE.replace("could not say", "did not know"))

    assert found[0][:2] == ("article-edited", "")
    assert ("claim-stale", "date", "", "whole, how-date") in found
    assert {what for what, *_rest in found} == {"article-edited", "claim-stale", "claim-moved"}
    again = compare(edited(article=ARTICLE.replace("could not say", "did not know")), ferry())
    assert Change("claim-settled", "date") in again


def test_a_stale_claim_that_nobody_asks_about_is_told_too() -> None:
    """The map has it, even where no question does."""
    found = told(article=ARTICLE.replace("Fuel prices were mentioned too", "Fuel was mentioned"))

    assert ("claim-stale", "fuel", "", "sort") in found


def test_sentences_that_part_in_another_way_are_a_change() -> None:
    """Marks are sentences, so their limits belong to a version."""
    article = ferry().article
    first, second, *rest = article.boundaries
    joined = replace(article, boundaries=((first[0], first[1], second[2]), *rest))
    bank = replace(ferry(), map=replace(ferry().map, article=joined))

    assert Change("article-about", "", "", "sentences") in compare(ferry(), bank)


def test_what_no_other_sentence_covers_is_still_told() -> None:
    """Two versions never differ in silence."""
    twice = replace(ferry(), raters=(Rater("a", ()), Rater("a", ())))

    assert compare(twice, replace(twice, raters=twice.raters[:1])) == (
        Change("bank-about", "", "", "raters"),
    )


def test_every_change_can_be_said() -> None:
    """No change ends in a crash instead of a sentence."""
    for what, words in SENTENCES.items():
        said = Change(what, "this-id", "before this", "after this").text()

        assert "{" not in said
        assert ("{id}" in words) == ("this-id" in said)


def test_whatever_line_of_a_file_is_edited_two_versions_compare_as_different() -> None:
    """Of 400 random edits of the file none that makes another version goes unnoticed."""
    random, lines, seen = Random(5), WRITTEN.splitlines(), 0
    for _ in range(400):
        n = random.randrange(len(lines))
        new = [lines[n] + random.choice(" x1"), "", lines[random.randrange(len(lines))]]
        text = "\n".join([*lines[:n], random.choice(new), *lines[n + 1 :]])
        bank = examine(
            text.encode(), "bank.nt", lambda name: with_text(name, ARTICLE), advise=False
        ).bank
        if bank is None:
            continue
        same = version(canonical(bank)) == version(canonical(ferry()))
        seen += not same
        assert (compare(ferry(), bank) == ()) is same, (n, text.splitlines()[n])

    assert seen > 50
