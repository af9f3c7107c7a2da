"""What every template needs: a draw, options in drawn places, an item with its origin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import islice
from random import Random
from typing import Any

from quizapp.bank.lint import advice_on
from quizapp.bank.looks import Looks
from quizapp.bank.phrases import Phrases
from quizapp.bank.wording import Wording, content
from quizapp.claims import Attribution, Claim, ClaimMap, Source, Stance, Standing
from quizapp.items import KINDS, Derived, Item
from quizapp.text import fold

OPTION_IDS = "abcdef"
MOST_DRAWS = 12
DISTRACTORS = 2


@dataclass(frozen=True)
class Maker:
    """Writes the items of one map in one language; ``seed`` fixes every draw."""

    map: ClaimMap
    seed: int
    phrases: Phrases
    wording: Wording

    def item(self, kind: str, template: str, name: str, **fields: Any) -> Item:
        """One derived item. Its id is the template and what it asks about."""
        common: dict[str, Any] = {
            "id": f"{template}-{name}",
            "stem": "",
            "claims": (),
            "trade_off": "",
            "feedback": "",
            "weight": Decimal(1),
            "skills": (),
            "tags": (),
            "picture": None,
            "derived": Derived(template, str(self.seed)),
        }
        own = {field.name: field.default for field in KINDS[kind].FIELDS}
        for field, value in fields.items():
            (common if field in common else own)[field] = value
        return KINDS[kind].build(common, own, self.map)

    def random(self, template: str, name: str) -> Random:
        """The draw of one item, which no other item's draw moves."""
        return Random(f"{self.seed}/{template}/{name}")  # noqa: S311  (no secret)

    def choice(
        self, kind: str, template: str, name: str, right: str, wrong: Sequence[str], **fields: Any
    ) -> Item | None:
        """A choice between the key and two distractors, drawn into place.

        Draws in which the wording gives the key away are thrown away; ``None`` where only such
        draws are found, or too few distractors.
        """
        random = self.random(template, name)
        for drawn in islice(_draws(random, list(dict.fromkeys(wrong))), MOST_DRAWS):
            texts = [right, *drawn]
            if len({fold(text) for text in texts}) < len(texts):
                continue
            random.shuffle(texts)
            options = [option(id_, text) for id_, text in zip(OPTION_IDS, texts, strict=False)]
            key = OPTION_IDS[texts.index(right)]
            item = self.item(kind, template, name, options=options, key=key, **fields)
            if not any(advice_on(item, self.wording)):
                return item
        return None

    @cached_property
    def looks(self) -> Looks:
        """What a bot sees of the claims."""
        return Looks(self.map.article, self.wording)

    @cached_property
    def settlers(self) -> dict[str, frozenset[str]]:
        """What would settle each open question, with its words that carry content."""
        given = (claim.would_know for claim in self.map.claims if claim.would_know)
        return {text: content(text, self.wording.idle) for text in given}

    @cached_property
    def confirmed(self) -> tuple[Claim, ...]:
        """The claims that the article confirms and that have one reading only."""
        return tuple(
            c for c in self.map.claims if c.standing is Standing.CONFIRMED and not c.practice_only
        )

    @cached_property
    def _outer(self) -> dict[str, Attribution]:
        return {a.id: a for c in self.map.claims for a in c.attributions if a.id}

    def chain(self, attribution: Attribution) -> tuple[str, ...]:
        """The sources that an attribution came through, the innermost first."""
        chain, seen = [attribution.source], {attribution.id}
        at = attribution.nested_in
        while at in self._outer and at not in seen:
            seen.add(at)
            chain.append(self._outer[at].source)
            at = self._outer[at].nested_in
        return tuple(chain)

    def voices(self, claim: Claim, stance: Stance) -> frozenset[str]:
        """Every source of which one could say that it takes the stance, reporters included."""
        taking = (a for a in claim.attributions if a.stance is stance)
        return frozenset(source for a in taking for source in self.chain(a))


def option(id_: str, text: str) -> dict[str, Any]:
    """An option as a kind is built from it."""
    return {"id": id_, "text": text, "credit": None, "feedback": ""}


def saying(claim: Claim, stance: Stance) -> list[str]:
    """The sources that take a stance on a claim, each once."""
    return list(dict.fromkeys(a.source for a in claim.attributions if a.stance is stance))


def headed(text: str) -> str:
    """``text`` with a capital at its head."""
    return text[:1].upper() + text[1:]


def name(source: Source) -> str:
    """A source's name as an option shows it."""
    return headed(source.name)


def _draws(random: Random, wrong: Sequence[str]) -> Iterator[list[str]]:
    while len(wrong) >= DISTRACTORS:
        yield random.sample(wrong, DISTRACTORS)
