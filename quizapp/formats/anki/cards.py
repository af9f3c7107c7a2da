"""A bank as cards: each claim, and each question that a card can ask."""

import hashlib
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quizapp.bank import Bank
from quizapp.claims import Claim, ClaimMap, Stance
from quizapp.formats.base import Loss
from quizapp.formats.plain import unmarked
from quizapp.i18n import N_, _
from quizapp.items import Cloze, Gap, Info, Item, MultipleResponse, Numeric, Order, ShortAnswer
from quizapp.items.choice import ChoiceItem
from quizapp.items.claimed import named
from quizapp.items.pairing import PairItem
from quizapp.items.standing import StandingItem
from quizapp.items.true_false import ANSWERS, TrueFalse

ID = "anki"
GUID = "quizapp:"
LOSSES = (
    "A card asks and shows: questions to choose, to order or to pair are cards to be turned over.",
    "Questions on a claim go out as the card of the claim: its words, how it stands, and why.",
    "Anki knows one answer to a card and one to a gap: the first goes out.",
    "Lists of gaps, what each gap counts, near misses, units and tolerances.",
    "Weights, skills, and texts to read.",
    "Spaces in tags become underscores.",
)
_PLAIN = (ShortAnswer, Cloze)
_STANCES = {
    Stance.ASSERTS: N_("Asserted by: {source}"),
    Stance.DENIES: N_("Denied by: {source}"),
    Stance.DOES_NOT_KNOW: N_("Not known to: {source}"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """One note of Anki: two fields of HTML. ``id`` is the item’s, or the claim’s after “claim-”."""

    type: Literal["Basic", "Cloze"]
    front: str
    back: str
    tags: tuple[str, ...]
    id: str = ""
    picture: str = ""

    @property
    def guid(self) -> str:
        """What Anki knows the note by: the same for the same words, and no other note’s."""
        whole = json.dumps([self.type, self.front, self.back])
        return f"{GUID}{self.id}:{hashlib.sha256(whole.encode()).hexdigest()[:12]}"


def cards(bank: Bank) -> tuple[list[Card], list[Loss]]:
    """Claims first, then items, and what the cards do not carry."""
    losses: list[Loss] = []
    made = [_claim(claim, bank.map) for claim in bank.map.claims]
    for item in bank.items:
        made += _card(item, losses)
    return made, losses


def _claim(claim: Claim, map_: ClaimMap) -> Card:
    """A claim: how does it stand? With its sources and the reason under the answer."""
    front = f"{_(StandingItem.prompt)}\n“{claim.text}”"
    said = [
        _(_STANCES[one.stance]).format(source=map_.source[one.source].name)
        for one in claim.attributions
        if one.source in map_.source
    ]
    return _basic(front, named(claim.standing), [*said, claim.why], ("claim",), f"claim-{claim.id}")


def _basic(
    front: str, back: str, told: list[str], tags: tuple[str, ...], id_: str, picture: str = ""
) -> Card:
    more = "\n".join(filter(None, told))
    whole = f"{back}\n\n{more}" if more else back
    return Card("Basic", marked(front), marked(whole), tags, id_, picture)


def marked(words: str) -> str:
    """Plain text as the HTML of a field."""
    return html.escape(words, quote=False).replace("\n", "<br>").replace("{{", "{&#123;")


def _card(item: Item, losses: list[Loss]) -> Iterator[Card]:
    """The card of an item, if it has one."""

    def lose(code: str, what: str) -> None:
        losses.append(Loss(item=item.id, code=code, what=what))

    if isinstance(item, Info):
        kept = _kept(item)
        if kept is None:
            lose("no-kind", "A text to read asks nothing, so it is left out.")
        else:
            yield kept
        return
    if item.subject and item.quotes_a_claim:
        lose("no-kind", "Its claim goes out as a card; the question itself is left out.")
        return
    for code, what in _lost(item):
        lose(code, what)
    if isinstance(item, Cloze):
        yield _cloze(item)
        return
    yield _basic(_front(item), _back(item), [item.feedback], _tags(item), item.id, _shown(item))


def _lost(item: Item) -> Iterator[tuple[str, str]]:
    """What a card does not carry of an item."""
    if not isinstance(item, _PLAIN):
        yield "card", "It becomes a card to be turned over."
    if isinstance(item, ShortAnswer) and (item.accepted[1:] or item.partial or item.misses):
        yield "answers", "Only its first answer goes out."
    if isinstance(item, ShortAnswer) and (item.case or item.wildcards):
        yield "case", "That capital letters count, or that * stands for anything, is left out."
    if isinstance(item, Cloze):
        if item.stem:
            yield "stem", "What is asked stands before the text."
        if any(gap.accepted[1:] or gap.options or gap.partial or gap.weight != 1
               for gap in item.gaps) or item.all_or_nothing:  # fmt: skip
            yield "gaps", "Only the first answer of each gap goes out."
    if isinstance(item, Numeric) and (item.tolerance or item.others):
        yield "tolerance", "Its tolerance and further numbers are left out."
    if item.weight != 1 or item.skills:
        yield "weight", "Its weight and its skills are left out."
    if any(" " in tag for tag in item.tags):
        yield "tags", "Spaces in its tags become underscores."


def _tags(item: Item) -> tuple[str, ...]:
    kind = () if isinstance(item, _PLAIN) else (f"kind:{item.kind}",)
    tags = (re.sub(r"\s+", "_", tag.strip()) for tag in item.tags)
    return tuple(dict.fromkeys((*tags, *kind)))


def _front(item: Item) -> str:
    """What is asked, with what there is to choose from."""
    lines = [item.subject or item.stem]
    if isinstance(item, Order):
        lines += sorted(f"• {option.text}" for option in item.options)
    elif isinstance(item, ChoiceItem):
        lines += [f"• {option.text}" for option in item.options]
    elif isinstance(item, TrueFalse):
        lines += [f"• {_(text)}" for text in ANSWERS.values()]
    elif isinstance(item, PairItem):
        lines += [f"• {text}" for _id, text in item.texts]
        lines += sorted(f"→ {name}" for name in item.columns().values())
    return "\n".join(lines)


def _back(item: Item) -> str:
    """The key in words, a line for each part of it."""
    key = item.key()
    if isinstance(item, PairItem):
        texts, columns = dict(item.texts), item.columns()
        return "\n".join(f"{texts[row]} → {columns[column]}" for row, column in item.right)
    if isinstance(item, MultipleResponse | Order):
        known = {option.id: option.text for option in item.options}
        numbers = isinstance(item, Order)
        return "\n".join(
            f"{n}. {known[id_]}" if numbers else f"• {known[id_]}" for n, id_ in enumerate(key, 1)
        )
    return key[0] if isinstance(item, ShortAnswer | Numeric) and key else item.describe(key)


def _cloze(item: Cloze) -> Card:
    """A text with gaps; each is a card of its own in Anki."""
    text = [f"{marked(item.stem)}<br><br>"] if item.stem else []
    n = 0
    for piece in item.pieces():
        if isinstance(piece, Gap):
            n += 1
            text.append(f"{{{{c{n}::{_inside(piece.accepted[0])}}}}}")
        else:
            text.append(marked(piece))
    return Card("Cloze", "".join(text), marked(item.feedback), _tags(item), item.id, _shown(item))


def _shown(item: Item) -> str:
    return item.picture.file if item.picture else ""


def _inside(words: str) -> str:
    """Words in a gap, in which neither a colon nor a brace structures."""
    return marked(words).replace(":", "&#58;").replace("}", "&#125;")


def _kept(item: Info) -> Card | None:
    """A card that came from Anki and could not be asked here, as it was."""
    if item.original is None or item.original.format != ID:
        return None
    try:
        front, back = json.loads(item.original.source)
    except (ValueError, TypeError):
        return None
    type_: Literal["Basic", "Cloze"] = "Cloze" if item.original.type == "Cloze" else "Basic"
    tags = tuple(re.sub(r"\s+", "_", tag.strip()) for tag in item.tags)
    return Card(type_, str(front), str(back), tags, item.id)


def plain(field: str) -> str:
    """A field of HTML as plain text."""
    return unmarked(field).strip()
