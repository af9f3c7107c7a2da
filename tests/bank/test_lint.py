"""Each piece of advice, given alone; ``¦`` is where it must be reported."""

from decimal import Decimal
from typing import Any

import pytest

from quizapp.bank import examine
from quizapp.bank.lint import advice_on
from quizapp.bank.wording import WORDINGS, wording_for
from quizapp.claims import ClaimMap
from quizapp.items import KINDS, Item
from tests.bank.test_problems import Changes, found
from tests.examples import beside, changed, examined, ferry

STEM = "stem: Who says that the permit is gone?"
KEY = "text: The harbour master"
COLOURS = ("red ", "tan ", "dun ")


def choice(n: int, key: int, *texts: str) -> str:
    """An item of the example's file with these options."""
    options = "".join(
        f"            -\n                id: {id_}\n                text: {text}\n"
        for id_, text in zip("abc", texts, strict=True)
    )
    return (
        f"    -\n        id: more{n}\n        kind: single_choice\n        claims:\n"
        f"            - permit\n        stem: In the article, which is it for boat {n}?\n"
        f"        options:\n{options}        key: {'abc'[key]}\n"
    )


def turned(n: int, texts: tuple[str, str, str]) -> str:
    """An item whose first text is the key, in a place that goes round with ``n``."""
    places = [texts[(at - n) % 3] for at in range(3)]
    return choice(n, n % 3, *places)


def more(items: list[str]) -> tuple[str, str]:
    """The change that adds items at the end."""
    return "raters:\n", "".join(items) + "raters:\n"


def statement(n: int) -> str:
    """A statement that is not true of the article."""
    return (
        f"    -\n        id: more{n}\n        kind: true_false\n        claims:\n"
        f"            - permit\n        stem: In the article, boat {n} sank.\n        key: false\n"
    )


BOUGHT = """        id: bought
        text: Somebody bought it.
        attributions:
            -
                source: deckhand
                stance: asserts
                evidence: asked not to be named
"""
ITEMS = ("items:\n    -", "items:\n    ¦-")
ADVICE: dict[str, Changes] = {
    "negative-stem": ((STEM, "stem: ¦Who never says that the permit is gone?"),),
    "all-or-none": (("text: One of the crew", "text: ¦None of the above"),),
    "all-or-none, these": (("text: One of the crew", "text: ¦All of these."),),
    "long-key": ((KEY, "text: ¦The harbour master, before the council"),),
    "stem-words": ((KEY, "text: ¦The permit office"),),
    "grammar": (
        ("stem: What exactly did the harbour master confirm?",
         "stem: ¦In the article, the harbour master confirms an"),
        ("text: The permit was taken away", "text: end of the permit"),
        ("text: The ferry will never sail again", "text: safe berth for good"),
    ),
    "many-options": (
        (f"options:\n            -\n                id: harbour\n                {KEY}",
         "options:\n            ¦-\n                id: x\n                text: A clerk\n"
         "            -\n                id: y\n                text: A diver\n"
         f"            -\n                id: harbour\n                {KEY}"),
    ),
    "undated": ((STEM, "stem: ¦Who says that the permit is now gone?"),),
    "undated, option": (("text: The ferry will never", "text: ¦The ferry will currently never"),),
    "undated, claim": (("text: The island loses", "text: ¦The island now loses"),),
    "about-the-world": ((STEM, "stem: ¦Who has a ferry?"),),
    "floating": (
        more([statement(0).replace("    -", "    ¦-", 1).replace(
            "        claims:\n            - permit\n", "")]),
    ),
    "key-printed": (
        ("text: The permit was taken away", "text: The permit is gone"),
        (STEM, "stem: ¦Who says that the permit is gone?"),
    ),
    "key-places": (more([choice(n, 2, *COLOURS) for n in range(8)]), ITEMS),
    "key-places, statements": (more([statement(n) for n in range(11)]), ITEMS),
    "hedged-keys": (
        more([turned(n, ("may be red", "may possibly be tan", "is very dark dun"))
              for n in range(12)]),
        ITEMS,
    ),
    "bot, longest": (
        more([turned(n, ("purple", "green", "white")) for n in range(9)]), ITEMS,
    ),
    "one-standing": (
        ("- rudder\n    -\n        id: how-date\n        kind: standing_with_evidence",
         "- stopped\n    -\n        id: how-date\n        kind: standing"),
        ("id: how-rudder\n        kind: standing_with_evidence",
         "id: how-rudder\n        kind: standing"),
        ("kind: standing\n        claims:\n            - date",
         "kind: standing\n        claims:\n            - bought"),
        ("claims:\n    -\n", f"claims:\n    -\n{BOUGHT}    -\n"),
        ITEMS,
    ),
    "overlap": (
        ("evidence: did not sail this week", "evidence: is better than none"),
        ("evidence: a slow boat", "evidence: ¦a slow boat"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("code", ADVICE)
def test_advice_is_given_alone_at_its_place_and_the_bank_can_be_used(code: str) -> None:
    """One cause gives one warning, at the words that an author would change."""
    changes = ADVICE[code]
    if code == "one-standing":
        changes = (changes[1], changes[0], *changes[2:])

    problems, place, usable = found(changes)

    assert [(p.code, p.severity) for p in problems] == [(code.partition(",")[0], "warning")]
    assert (problems[0].line, problems[0].column) == place
    assert problems[0].what[-1] == "."
    assert problems[0].remedy[-1] == "."
    assert usable


def test_opening_a_bank_takes_no_time_for_advice() -> None:
    """Only an author waits for the bots, never a reader."""
    text = changed(*ADVICE["stem-words"]).replace("¦", "").encode()

    assert examine(text, "bank.nt", beside, advise=False).problems == ()


def item(stem: str, *texts: str, kind: str = "single_choice") -> Item:
    """An item whose first option is the key."""
    common: dict[str, Any] = {
        "id": "one", "stem": stem, "claims": ("permit",), "trade_off": "", "feedback": "",
        "weight": Decimal(1), "skills": (), "tags": (), "picture": None, "derived": None,
    }  # fmt: skip
    options = [
        {"id": id_, "text": text, "credit": None, "feedback": ""}
        for id_, text in zip("abcde", texts, strict=False)
    ]
    return KINDS[kind].build(common, {"options": options, "key": "a"}, ClaimMap(ferry().article))


def codes(language: str, stem: str, *texts: str, kind: str = "single_choice") -> list[str]:
    """The codes of all advice on an item."""
    return [p.code for p in advice_on(item(stem, *texts, kind=kind), wording_for(language))]


OTHER_LANGUAGES = {
    "fr": {
        "negative-stem": ("Qui, dans l’article, ne parle pas du bac ?", "Anne", "Paul", "Luc"),
        "all-or-none": ("Qui parle du bac ?", "Anne", "Paul", "Aucune de ces personnes"),
        "undated": ("Qui parle maintenant du bac ?", "Anne", "Paul", "Luc"),
        "about-the-world": ("Quelle est la capitale du pays ?", "Holm", "Oslo", "Rome"),
        "grammar": ("Selon l’article, le bac appartient à l’", "État", "ville", "port"),
        "stem-words": ("Qui parle du permis ?", "Chef du permis", "Chef du port", "Chef du quai"),
    },
    "uk": {
        "negative-stem": ("Хто у статті не говорить про пором?", "Анна", "Петро", "Лука"),
        "all-or-none": ("Хто говорить про пором?", "Анна", "Петро", "Усі з наведених"),
        "undated": ("Хто зараз говорить про пором?", "Анна", "Петро", "Лука"),
        "about-the-world": ("Яке місто є столицею країни?", "Осло", "Рим", "Київ"),
        "grammar": ("За статтею, дозвіл лежить в", "архіві", "шафі", "порту"),
        "stem-words": ("Хто говорить про дозвіл?", "Відділ дозвіл", "Відділ порт", "Відділ міст"),
    },
}  # fmt: skip


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_every_language_has_its_own_words_for_what_is_warned_of(language: str) -> None:
    """An author in French or Ukrainian gets the same advice as one in English."""
    given = OTHER_LANGUAGES[language]

    assert {code: codes(language, *texts) for code, texts in given.items()} == {
        code: [code] for code in given
    }


@pytest.mark.parametrize(
    "stem",
    [
        "What does the notice say about sheep?",
        "Who says that the editor did not read it?",
        "In the article, which is called a model?",
        "Who rejects this in the article? “The moss does not feed the springs now.”",
        "Which headline goes further than the article?",
        "What exactly did the harbour master confirm?",
        "How many boats were counted on 3 May?",
        "What, if the article had it, would confirm this? “It is not so.”",
        "As of 9 April, what is now said of the permit?",
    ],
)
def test_a_stem_about_the_article_is_left_alone(stem: str) -> None:
    """Advice that is often wrong would soon be read by nobody."""
    assert codes("en", stem, "Vold", "Aas", "Holm") == []


def test_a_question_on_how_far_words_go_is_about_the_article() -> None:
    """Scope asks about the article by its kind, whatever its stem is."""
    texts = ("could go", "will go", "has gone")

    assert codes("en", "How far does Vold go?", *texts) == ["about-the-world"]
    assert codes("en", "How far does Vold go?", *texts, kind="scope") == []


def test_the_name_of_a_source_may_stand_in_any_stem() -> None:
    """Few people speak in an article, and questions have to name them."""
    problems, _place, _usable = found((("stem: What exactly did the", "stem: ¦What else did the"),))

    assert [p.code for p in problems] == []


def test_every_language_looks_for_everything() -> None:
    """No check is silently left out in one of the languages."""
    for wording in WORDINGS.values():
        assert wording.fits
        assert len(wording.hedges) > 15
        assert len(wording.idle) > 40
        assert not wording.hedges & wording.idle or wording is WORDINGS["en"]


def test_an_unknown_language_is_read_as_english() -> None:
    """A bank in another language gets what advice there is."""
    assert wording_for("de-CH") is WORDINGS["en"]
    assert wording_for("FR-ca") is WORDINGS["fr"]


def test_a_bank_with_errors_gets_no_advice() -> None:
    """First what must be mended; the rest after that."""
    text = changed(*(pair for pair in ADVICE["stem-words"]), ("key: taken", "key: token"))

    assert [p.code for p in examined(text.replace("¦", "")).problems] == ["no-key"]
