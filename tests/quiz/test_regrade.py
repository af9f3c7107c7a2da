"""Marking by another version: what moves, what stays, and why."""

from dataclasses import replace

import pytest

from quizapp.bank import Bank, examine, write
from quizapp.quiz import (
    Answer,
    Attempt,
    Mark,
    Marking,
    Regrade,
    Rules,
    assemble,
    begin,
    discern,
    marking,
    regrade,
    score,
)
from quizapp.quiz.regrade import REASONS, touched
from quizapp.report import result
from tests.examples import ARTICLE, changed, ferry
from tests.kinds import kinds
from tests.taking import BEGAN

WRITTEN = write(ferry()).decode()
ANSWERS = {
    "who": ("line",),
    "named": ("line",),
    "whole": ("true",),
    "how-permit": ("asserted",),
    "how-faults": ("asserted",),
    "how-rudder": ("standing:disputed", "p3s1", "p3s2"),
    "how-date": ("standing:unknown", "p2s2"),
    "show-sold": ("p4s1",),
    "how-far": ("forever",),
}


def bank(*changes: tuple[str, str], article: str = ARTICLE, text: str = WRITTEN) -> Bank:
    """The example with parts of its file, or its article, made new."""
    data = changed(*changes, text=text).encode()
    found = examine(data, "bank.nt", lambda _name: article.encode(), advise=False)
    assert found.bank is not None, found.problems
    return found.bank


def attempt(seen: Bank, answers: dict[str, tuple[str, ...]] = ANSWERS) -> Attempt:
    """An attempt at ``seen`` with these answers, handed in."""
    taken = begin("a1", "me", seen.id, "s", Rules(), 7, assemble(seen, Rules(), 7), BEGAN)
    for item, response in answers.items():
        taken = taken.answer(item, Answer(response, BEGAN))
    return taken.submit(BEGAN)


def regraded(by: Bank, seen: Bank | None = None, **more: tuple[str, ...]) -> Regrade:
    """What ``by`` makes of the answers above and ``more`` of them."""
    seen = seen or ferry()
    return regrade(attempt(seen, ANSWERS | more), Marking(seen), marking(seen, by))


def moved(done: Regrade) -> dict[str, tuple[float | None, float | None, str]]:
    """The items whose marks move: credit before and after, and why."""
    return {r.item: (credit(r.before), credit(r.after), r.why) for r in done.changed}


def credit(mark: Mark | None) -> float | None:
    """The credit of a mark, if there is one."""
    return mark.credit if mark else None


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("key: harbour", "key: line", {"who": (0.0, 1.0, "key")}),
        ("key: false", "key: true", {"whole": (0.0, 1.0, "key")}),
        ("        scoring: all_or_nothing\n", "", {"named": (0.0, 0.5, "rules")}),
        ("        basis: record\n", "", {"how-faults": (0.0, 1.0, "key")}),
        ("        basis: record\n", "        basis: record\n        also: asserted\n",
         {"how-faults": (0.0, 1.0, "accepted")}),
    ],
)  # fmt: skip
def test_a_corrected_key_moves_exactly_the_marks_that_rest_on_it(
    old: str, new: str, expected: dict[str, tuple[float, float, str]]
) -> None:
    """A teacher sees whom a correction helps before it is made."""
    assert moved(regraded(bank((old, new)))) == expected


def test_another_weight_moves_the_sum() -> None:
    """What a question is worth is the version's to say."""
    done = regraded(bank(("weight: 1.5", "weight: 3")), who=("harbour",))

    assert moved(done) == {"who": (1.0, 1.0, "weight")}
    assert (done.after.earned - done.before.earned) == 1.5
    assert done.after.possible - done.before.possible == 1.5


def test_other_evidence_moves_the_marks_of_words() -> None:
    """A sentence that was forgotten can be made to count afterwards."""
    seen = bank(("evidence: She could not say when a new one would be issued",
                 "evidence: the harbour master"))  # fmt: skip
    done = regraded(ferry(), seen)

    assert moved(done) == {"how-date": (0.0, 1.0, "shown")}


def test_an_item_that_was_removed_keeps_its_mark_and_says_so() -> None:
    """Taking a question out of a bank takes nothing from those who answered it."""
    by = replace(ferry(), items=tuple(i for i in ferry().items if i.id != "how-rudder"))
    done = regraded(by)

    assert done.changed == ()
    assert done.before == done.after
    (kept,) = (r for r in done.items if r.item == "how-rudder")
    assert (kept.why, kept.text()) == ("removed", "removed from the bank, so its mark stays")


@pytest.mark.parametrize(
    ("old", "new", "item", "why"),
    [
        ("stem: The article gives a date for", "stem: The article names a ship for",
         "whole", "words"),
        ("text: The harbour master", "text: The ferry’s captain", "who", "words"),
        ("text: The inspection found eleven faults.", "text: The inspection found faults.",
         "how-faults", "words"),
        ("            - rudder\n        stem", "            - sold\n        stem", "named", "kind"),
        ("id: how-permit\n        kind: standing\n", "id: how-permit\n        kind: evidence\n",
         "how-permit", "kind"),
        ("kind: scope\n        claims:\n            - permit\n        stem: What exactly",
         "kind: scope\n        claims:\n            - permit\n        stem: What",
         "how-far", "words"),
    ],
)  # fmt: skip
def test_an_item_that_asks_something_else_now_keeps_its_mark(
    old: str, new: str, item: str, why: str
) -> None:
    """Nobody is marked on words that they did not read."""
    done = regraded(bank((old, new)))

    assert done.before == done.after
    assert {r.item: r.why for r in done.items}[item] == why


def test_an_option_under_another_id_is_another_option() -> None:
    """An answer names an option's id, so an id that went cannot be marked."""
    by = bank(("id: taken\n", "id: gone\n"), ("key: taken", "key: gone"))

    assert {r.item: r.why for r in regraded(by).items}["how-far"] == "words"


def test_a_slip_of_the_pen_that_is_mended_does_not_stop_a_regrade() -> None:
    """Capitals and punctuation may be corrected together with a key; words as seen stay."""
    seen = ferry()
    by = bank(
        ("stem: Who says that the permit is gone?", "stem: Who says that the permit is gone"),
        ("text: The ferry line\n                f", "text: the ferry line.\n                f"),
        ("key: harbour", "key: line"),
    )
    done = marking(seen, by)

    assert moved(regraded(by)) == {"who": (0.0, 1.0, "key")}
    assert done.bank.item["who"].plain(()) == seen.item["who"].plain(())


def test_a_stale_item_is_withheld_and_counts_neither_way() -> None:
    """Where the article lost the words, nobody gains or loses by the question."""
    by = bank(article=ARTICLE.replace("could not say", "did not know"))
    done = regraded(by)

    assert moved(done) == {
        "whole": (0.0, None, "withheld"),
        "how-date": (1.0, None, "withheld"),
    }
    assert done.after.possible == done.before.possible - 2


def test_an_article_that_was_edited_is_marked_in_the_places_that_were_seen() -> None:
    """A paragraph more in the new version moves no mark: p2s2 was p2s2 to the reader."""
    by = bank(("key: false", "key: true"), article="News from Holm.\n\n" + ARTICLE)

    assert moved(regraded(by)) == {"whole": (0.0, 1.0, "key")}
    assert by.item["how-date"].key() == ("standing:unknown", "p3s2")
    assert marking(ferry(), by).bank.item["how-date"].key() == ("standing:unknown", "p2s2")


def test_words_that_the_reader_never_had_cannot_be_asked_for() -> None:
    """Evidence that came into the article later does not count against anybody."""
    later = ARTICLE + "The harbour office has set no day yet.\n"
    by = bank(
        ("evidence: She could not say when a new one would be issued",
         "evidence: The harbour office has set no day yet"),
        article=later,
    )  # fmt: skip
    done = regraded(by)

    assert done.before == done.after
    assert {r.item: r.why for r in done.items}["how-date"] == "evidence"


def test_a_trade_off_is_sorted_anew_where_it_sorts_the_same() -> None:
    """A consideration on the wrong side can be moved; one more is another question."""
    for_, against = "        for:\n            - {}\n", "        against:\n            - {}"
    old = for_.format("slow") + against.format("life")
    turned = bank((old, for_.format("life") + against.format("slow")))
    more = bank((old, for_.format("slow\n            - sold") + against.format("life")))
    given = ("slow against", "life for", "fuel no_side", "jobs not_argued")

    assert moved(regraded(turned, sort=given)) == {"sort": (0.5, 1.0, "key")}
    assert {r.item: r.why for r in regraded(more, sort=given).items}["sort"] == "words"


def test_sources_keep_the_names_that_were_seen() -> None:
    """An answer is described in the words in which it was given."""
    by = bank(("name: Norlinje", "name: The Line"))

    assert marking(ferry(), by).bank.map.source["line"].name == "Norlinje"


def test_marking_by_what_was_seen_changes_nothing() -> None:
    """A regrade to the same content is none."""
    by = bank()
    done = regraded(by)

    assert done.changed == ()
    assert {r.why for r in done.items} == {"same"}
    assert marking(ferry(), by).bank == ferry()
    assert marking(ferry(), ferry()).bank is ferry()


def test_every_kind_can_be_marked_by_another_version() -> None:
    """The key of any kind still earns all when another version marks it."""
    seen = kinds()
    by = replace(seen, title="Another")
    marked = marking(seen, by)

    assert marked.kept == {}
    assert marked.bank == seen
    assert all(i.credit(i.key()) == 1.0 for i in marked.bank.items if i.scored)


def test_the_result_after_a_regrade_has_the_words_seen_and_the_new_keys() -> None:
    """What a reader looks at again is what they read, with the mark corrected."""
    by = bank(("        basis: record\n", ""), article="News.\n\n" + ARTICLE)
    taken, marked = attempt(ferry()), marking(ferry(), by)
    before, after = result(ferry(), taken), result(marked.bank, taken)

    assert [line.text for line in after.lines] == [line.text for line in before.lines]
    changed_lines = [a.item for a, b in zip(after.lines, before.lines, strict=True) if a != b]
    assert changed_lines == ["how-faults"]
    assert discern(marked.bank, taken).as_keyed == discern(ferry(), taken).as_keyed + 1


def test_a_withheld_item_is_in_no_count() -> None:
    """The result speaks only of what is marked."""
    by = bank(article=ARTICLE.replace("could not say", "did not know"))
    marked, taken = marking(ferry(), by), attempt(ferry())

    assert {m.item for m in score(marked.bank, taken).marks}.isdisjoint({"whole", "how-date"})
    assert discern(marked.bank, taken).n == discern(ferry(), taken).n - 1
    assert {line.item for line in result(marked.bank, taken).lines}.isdisjoint({"how-date"})


def test_only_a_finished_attempt_is_regraded() -> None:
    """Nobody's key changes while they are answering."""
    taken = attempt(ferry())

    assert taken.regrade("other").marked_by == "other"
    assert taken.regrade("other").regrade(taken.bank_version) == taken
    with pytest.raises(ValueError, match="not handed in"):
        replace(taken, submitted=None).regrade("other")


def test_every_reason_is_said() -> None:
    """No mark moves or stays without a word."""
    assert all(REASONS.values())
    assert {r.text() for r in regraded(bank()).items} == {"nothing changed"}


@pytest.mark.parametrize(
    ("by", "moves"),
    [
        (ferry(), False),
        (replace(ferry(), title="Another"), False),
        (bank(("        key: false", "        key: true")), True),
        (bank(article=ARTICLE.replace("could not say", "did not know")), True),
        (replace(ferry(), items=ferry().items[1:]), False),
    ],
    ids=["same", "title", "key", "withheld", "removed"],
)
def test_a_version_that_can_move_no_mark_is_told_from_one_that_can(by: Bank, moves: bool) -> None:
    """Nobody is asked to mark again for a title; and what is withheld in both moves nothing."""
    seen, items = ferry(), [item.id for item in ferry().items]

    assert touched(Marking(seen), marking(seen, by), items) is moves
    assert not touched(marking(seen, by), marking(seen, by), items)
    assert not touched(Marking(seen), marking(seen, by), ())
