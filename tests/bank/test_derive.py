"""What a claim map gives without an author writing a question."""

from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank import Bank, examine, read, write
from quizapp.bank.bots import play
from quizapp.bank.derive import TEMPLATES, added, derive, edited
from quizapp.bank.lint import advice
from quizapp.bank.phrases import LANGUAGES, Phrases, phrases_for
from quizapp.bank.templates import firm, without_condition
from quizapp.claims import Claim, ClaimMap, Stance, Standing
from quizapp.items import Item, Match, Order, Overstatement, SingleChoice
from quizapp.text import fold
from tests.bank.maps import MAPS, bank
from tests.examples import ARTICLE, changed, examined, ferry, with_text

QUESTIONS = Path(__file__).parents[2] / "questions"
SHIPPED = sorted(folder.name for folder in QUESTIONS.iterdir() if (folder / "bank.nt").exists())
SEEDS = st.integers(0, 2**31)
TONGUES = st.sampled_from(sorted(LANGUAGES))


def shipped(name: str) -> Bank:
    """A bank that comes with the program."""
    folder = QUESTIONS / name
    return read((folder / "bank.nt").read_bytes(), name, lambda f: (folder / f).read_bytes())


def of(items: Sequence[Item], *templates: str) -> list[Item]:
    """The items that these templates made."""
    return [item for item in items if item.derived and item.derived.template in templates]


def again(whole: Bank) -> Bank:
    """The bank after writing and reading."""
    return read(write(whole), "bank.nt", lambda name: with_text(name, whole.article.text))


@given(MAPS, SEEDS, TONGUES)
def test_every_derived_item_is_sound(claims: ClaimMap, seed: int, language: str) -> None:
    """A bank of derived items alone is accepted as it stands, whatever the map."""
    items = derive(claims, seed, language)

    assert [str(problem) for item in items for problem in item.problems()] == []
    assert len({item.id for item in items}) == len(items)
    assert {item.credit(item.key()) for item in items} == {1.0}


@given(MAPS, SEEDS, TONGUES)
def test_a_derived_item_is_read_as_it_was_written(
    claims: ClaimMap, seed: int, language: str
) -> None:
    """What is added to a file is what a reader is asked."""
    whole = bank(claims, derive(claims, seed, language), language)

    assert again(whole).items == whole.items


@given(MAPS, SEEDS)
def test_every_item_knows_what_it_was_made_from(claims: ClaimMap, seed: int) -> None:
    """Template, seed and claims stay with it, so that its rule and words can be shown."""
    for item in derive(claims, seed):
        assert item.derived is not None
        assert item.derived.template in TEMPLATES
        assert (item.derived.seed, item.derived.edited) == (str(seed), False)
        assert item.claims or item.trade_off
        assert set(item.claims) <= claims.claim.keys()


@given(MAPS, SEEDS)
def test_the_same_seed_gives_the_same_items(claims: ClaimMap, seed: int) -> None:
    """A teacher can make a test again from its seed."""
    assert derive(claims, seed) == derive(claims, seed)


def test_another_seed_gives_other_draws() -> None:
    """Options and their places change from seed to seed, and the claims do not."""
    claims = shipped("moss-correction").map
    one, other = derive(claims, 1), derive(claims, 2)

    assert one != other
    plain = {item.id for item in of(one, "stands", "shows")}
    assert plain == {item.id for item in of(other, "stands", "shows")}


@given(MAPS, SEEDS, TONGUES)
def test_no_word_of_a_derived_item_gives_its_key_away(
    claims: ClaimMap, seed: int, language: str
) -> None:
    """Each item by itself passes the checks that an author's item has to pass."""
    whole = bank(claims, derive(claims, seed, language), language)
    singly = {"grammar", "long-key", "stem-words", "many-options", "all-or-none", "key-printed"}

    assert [str(p) for p in advice(whole) if p.code in singly] == []


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("seed", range(5))
def test_what_the_shipped_maps_give_passes_every_check(name: str, seed: int) -> None:
    """No bot beats a derived bank, and no advice is left to be followed."""
    source = shipped(name)
    whole = replace(source, items=derive(source.map, seed, source.language))

    assert [str(p) for p in advice(whole)] == []
    assert [p.bot for p in play(whole) if p.verdict == "failed"] == []


@given(MAPS, SEEDS)
def test_nobody_else_could_be_said_to_say_it(claims: ClaimMap, seed: int) -> None:
    """In a question on who says so, exactly one of the options does."""
    stances = {"who-says": Stance.ASSERTS, "who-cites": Stance.ASSERTS, "who-denies": Stance.DENIES}
    for item in of(derive(claims, seed), *stances, "who-was-asked"):
        assert isinstance(item, SingleChoice)
        assert item.derived is not None
        stance = stances.get(item.derived.template, Stance.DOES_NOT_KNOW)
        claim = claims.claim[item.claims[0]]
        taking = {a.source for a in claim.attributions if a.stance is stance}
        names = {claims.source[source].name.casefold() for source in taking}
        assert [o.id for o in item.options if o.text.casefold() in names] == [item.right]


def test_whoever_reports_it_is_no_wrong_answer() -> None:
    """Where A says that B said so, A is not among the distractors."""
    for seed in range(30):
        items = {item.id: item for item in derive(ferry().map, seed)}
        asked = items["who-says-sold"]
        assert isinstance(asked, SingleChoice)
        assert "Ines Vold" not in {option.text for option in asked.options}


@given(MAPS, SEEDS)
def test_only_the_key_goes_too_far(claims: ClaimMap, seed: int) -> None:
    """Told as certain, the key is not confirmed in the article and both distractors are."""
    by_text = {f"It is certain: {claim.text}": claim.standing for claim in claims.claims}
    for item in of(derive(claims, seed), "told-as-certain"):
        assert isinstance(item, Overstatement)
        standings = {o.id: by_text[o.text] for o in item.options}
        key = item.key()[0]
        assert standings.pop(key) is not Standing.CONFIRMED
        assert set(standings.values()) == {Standing.CONFIRMED}


@given(MAPS, SEEDS)
def test_nothing_is_told_as_certain_and_hedged_at_once(claims: ClaimMap, seed: int) -> None:
    """“It is certain: it might …” would be known by its wording alone."""
    told = of(derive(claims, seed), "told-as-certain")

    assert [item.id for item in told if claims.claim[item.claims[0]].hedge] == []


@given(MAPS, SEEDS)
def test_a_claim_that_goes_to_a_source_has_no_other(claims: ClaimMap, seed: int) -> None:
    """No pairing is right in two ways."""
    for item in of(derive(claims, seed), "pair"):
        assert isinstance(item, Match)
        for claim_id, source in item.pairs:
            assert {a.source for a in claims.claim[claim_id].attributions} == {source}
        assert len({source for _claim, source in item.pairs}) == len(item.pairs) >= 3


def test_the_same_two_headlines_do_not_come_again_and_again() -> None:
    """There are no more such items than distractors to draw from."""
    claims = shipped("battery-on-request").map
    confirmed = [c for c in claims.claims if c.standing is Standing.CONFIRMED]

    assert len(of(derive(claims, 1), "told-as-certain")) <= len(confirmed) == 2


def test_a_claim_with_two_readings_gives_no_item() -> None:
    """What two careful readers key differently is asked by its author only."""
    items = derive(ferry().map, 1)

    assert not [item.id for item in items if "patience" in item.claims]


def test_names_that_read_alike_are_never_options_together() -> None:
    """A case or a full stop is no difference between two answers."""
    claims = ferry().map
    twin = replace(claims.sources[0], id="twin", name="ines  vold.")
    for seed in range(20):
        items = {i.id: i for i in derive(replace(claims, sources=(*claims.sources, twin)), seed)}
        asked = items["who-says-permit"]
        assert isinstance(asked, SingleChoice)
        assert len({fold(option.text) for option in asked.options}) == 3


def test_where_it_is_unclear_who_says_it_nobody_asks() -> None:
    """The example marks one claim so."""
    ids = {item.id for item in derive(ferry().map, 1)}

    assert "who-says-permit" in ids
    assert "who-says-stopped" not in ids


def test_a_consideration_of_two_debates_is_asked_about_once() -> None:
    """Ids stay unique where trade-offs share a claim."""
    debate = ferry().map.trade_offs[0]
    twice = replace(ferry().map, trade_offs=(debate, replace(debate, id="again")))

    assert len(of(derive(twice, 1), "who-cites")) == len(of(derive(ferry().map, 1), "who-cites"))


def test_a_chain_begins_with_the_one_closest_to_it() -> None:
    """Three hands deep, from the innermost outwards."""
    text = changed(
        ("source: union\n                cue: says",
         "id: second\n                nested_in: said-permit\n"
         "                source: union\n                cue: says"),
        ("nested_in: said-permit\n                evidence:\n                    any:",
         "nested_in: second\n                evidence:\n                    any:"),
    )  # fmt: skip
    whole = examined(text).bank
    assert whole is not None

    (chain,) = of(derive(whole.map, 1), "chain")

    assert isinstance(chain, Order)
    names = [option.text for option in chain.options]
    assert names == ["A deckhand", "The seamen's union", "Ines Vold"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_sentence_with_the_same_fields(language: str) -> None:
    """Nobody meets an empty question, or one with a hole."""
    given = phrases_for(language)
    for field in fields(Phrases):
        ours, english = getattr(given, field.name), getattr(LANGUAGES["en"], field.name)
        assert ours
        if isinstance(ours, str):
            assert _holes(ours) == _holes(english), field.name
    assert len(given.settlers) == len(LANGUAGES["en"].settlers)
    assert len(given.others) == len(LANGUAGES["en"].others)


def _holes(sentence: str) -> set[str]:
    return {hole for hole in ("{claim}", "{source}", "{condition}", "{hedge}") if hole in sentence}


def test_a_bank_asks_in_its_own_language() -> None:
    """A tag with a region counts as its language; an unknown one as English."""
    assert phrases_for("fr-CA") is LANGUAGES["fr"]
    assert phrases_for("UK") is LANGUAGES["uk"]
    assert phrases_for("de") is LANGUAGES["en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_fixed_answer_stands_out_by_its_length(language: str) -> None:
    """What would settle a claim is no longer and no shorter than what would not."""
    given = phrases_for(language)
    lengths = [len(text) for text in (*given.settlers, *given.others)]

    assert max(lengths) <= 1.35 * min(lengths)


@pytest.mark.parametrize(
    ("text", "condition", "told"),
    [
        ("It could go if Kyiv asks.", "if Kyiv asks", "It could go."),
        ("If Kyiv asks, a battery could be sent.", "if Kyiv asks", "A battery could be sent."),
        ("The boat, if asked for, could go.", "if asked for", "The boat could go."),
        ("It could go.", "if Kyiv asks", ""),
        ("It goes if it rains and if it rains.", "if it rains", ""),
        ("It could go.", "", ""),
        ("If so, it goes.", "if so", ""),
    ],
)
def test_a_condition_is_dropped_only_where_that_is_clean(
    text: str, condition: str, told: str
) -> None:
    """The headline that overstates is a sentence still."""
    assert without_condition(Claim("x", text, condition=condition)) == told


@pytest.mark.parametrize(
    ("language", "text", "hedge", "told"),
    [
        ("en", "It could go.", "could", "It will go."),
        ("en", "Perhaps it goes.", "perhaps", "Certainly it goes."),
        ("en", "It may have gone.", "may", ""),
        ("en", "It could go and could stay.", "could", ""),
        ("en", "It is thought to go.", "is thought", ""),
        ("fr", "Le bac pourrait partir.", "pourrait", "Le bac va partir."),
        ("fr", "Il pourrait avoir coulé.", "pourrait", ""),
        ("uk", "Пором, можливо, продано.", "можливо", "Пором, безперечно, продано."),
        ("uk", "Пором може піти.", "може", ""),
    ],
)
def test_a_hedge_is_made_firm_only_where_the_language_allows(
    language: str, text: str, hedge: str, told: str
) -> None:
    """The headline that overstates is a sentence still."""
    assert firm(Claim("x", text, hedge=hedge), phrases_for(language)) == told


def test_an_edited_item_keeps_its_claim_and_says_that_it_was_edited() -> None:
    """After an edit it is an ordinary item that remembers where it comes from."""
    item = derive(ferry().map, 1)[0]

    changed_ = edited(item, feedback="Her office took it away.", tags=("mine",))

    assert changed_.claims == item.claims
    assert changed_.derived == replace(item.derived, edited=True)  # type: ignore[type-var]
    assert again(replace(ferry(), items=(changed_,))).items == (changed_,)
    assert edited(ferry().item["named"], stem="Who speaks?").derived is None


@pytest.mark.parametrize("field", ["id", "claims", "trade_off", "derived"])
def test_an_edit_cannot_take_an_item_away_from_its_claim(field: str) -> None:
    """Results of an item stay results on its claim."""
    with pytest.raises(ValueError, match=field):
        edited(derive(ferry().map, 1)[0], **{field: ()})


def test_an_edited_item_is_not_written_over() -> None:
    """Deriving again, even with another seed, adds only what is missing."""
    first = derive(ferry().map, 1)
    mine = edited(first[0], feedback="Mine.")

    new = added((mine, *first[2:]), derive(ferry().map, 1))

    assert [item.id for item in new] == [first[1].id]
    other = added((mine, *first[1:]), derive(ferry().map, 2))
    assert {item.id for item in other} & {item.id for item in first} == set()


def test_words_that_match_are_no_evidence_item() -> None:
    """Where the sentence that shares most words shows the claim, no reading is needed."""
    text = changed(("text: The line has sold the ship.", "text: Owners have parted with a vessel."))
    whole = examined(text, ARTICLE).bank
    assert whole is not None

    before = {item.id for item in derive(ferry().map, 1)}
    after = {item.id for item in derive(whole.map, 1)}

    assert "how-and-where-sold" in after - before


def test_a_bank_of_derived_items_is_checked_like_any_other() -> None:
    """The file that deriving writes is read without an error."""
    whole = replace(ferry(), items=derive(ferry().map, 3), pictures=())
    reading = examine(write(whole), "bank.nt", lambda name: with_text(name, ARTICLE))

    assert reading.bank == whole
