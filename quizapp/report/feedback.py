"""What a reader is told about one answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.bank import Bank
from quizapp.claims import BASES, NEIGHBOURS, RULES, TITLES, Claim, Span, Standing
from quizapp.i18n import N_, _, n_
from quizapp.items import NOTHING, ChoiceItem, Item, split
from quizapp.items.marking import f1
from quizapp.quiz import Answer, Mark, Outcome, Rules, answered_standing, labels, mark

CLAIM_KINDS = ("standing", "evidence", "standing_with_evidence", "scope")
KIND_RULES = {
    "scope": N_(
        "What was said reaches only as far as its own verb and its conditions: has is not will, "
        "could is not will."
    ),
    "overstatement": N_(
        "A headline goes too far when it drops a condition or a hedge, makes many sources of one, "
        "or tells as sure what was only said."
    ),
}
SKILL_RULES = {
    "attribution": N_(
        "A claim belongs to whoever the article gives it to. Look for the source in the sentence, "
        "and for the words that tie the two together."
    ),
    "trade_offs": N_(
        "A consideration stands on the side of whoever argues from it in the article. Named "
        "without a side it belongs to neither; argued from by nobody, it is not argued here."
    ),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """Words of the article that show something: code points in their paragraph, half-open."""

    paragraph: int
    start: int
    end: int
    text: str
    standing: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """Everything there is to say about one answer; empty strings where there is nothing.

    ``standing`` and ``said`` are the key's and the answer's standing, as ids. ``certainty`` is the
    certainty-based mark, ``None`` where confidence was not asked.
    """

    item: str
    right: bool
    verdict: str
    outcome: Outcome
    credit: float
    certainty: int | None
    sure: str
    yours: str
    key: str
    said: str
    standing: str
    words: str
    why: str
    rule_title: str
    rule: str
    evidence: tuple[Shown, ...]
    nearly: str

    def text(self) -> str:
        """The feedback as plain text, a line each."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield self.verdict
        if self.yours:
            yield _("Your answer: {answer}").format(answer=self.yours)
        yield _("Key: {key}").format(key=self.key)
        if self.words:
            yield _("Your words: {words}").format(words=self.words)
        if self.certainty is not None:
            yield _("Certainty-based mark: {mark}").format(mark=signed(self.certainty))
        for label, line in ((_("Why"), self.why), (self.rule_title, self.rule)):
            if line:
                yield f"{label}: {line}"
        for shown in self.evidence:
            where = _("Paragraph {number}").format(number=shown.paragraph)
            yield f"{where}: “{shown.text}”"
        if self.nearly:
            yield _("Nearly: {words}").format(words=self.nearly)


def signed(number: int) -> str:
    """A number with its sign, as it is printed: +2, 0, −6."""
    return f"+{number}" if number > 0 else f"−{-number}" if number else "0"


def feedback(bank: Bank, item: Item, answer: Answer | None, rules: Rules) -> Feedback:
    """What to tell the reader about ``answer`` to ``item``; ``None`` is an item left blank."""
    marked = mark(item, answer, rules.levels)
    response = answer.response if answer else ()
    claim = _claim(bank, item)
    said = answered_standing(item.kind, response)
    title, rule = _rule(bank, item)
    confidence = answer.confidence if answer else None
    return Feedback(
        item=item.id,
        right=marked.right,
        verdict=_verdict(marked),
        outcome=marked.outcome,
        credit=marked.credit,
        certainty=marked.certainty if rules.confidence and confidence else None,
        sure=_(labels(rules.levels)[confidence]) if confidence else "",
        yours=_yours(item, response),
        key=_key(item),
        said=said,
        standing=claim.standing.value if claim and item.kind in CLAIM_KINDS else "",
        words=_words(item, response),
        why=_why(item, response, claim),
        rule_title=title,
        rule=rule,
        evidence=shown(bank, item),
        nearly=_nearly(said, claim) or item.near(response),
    )


def shown(bank: Bank, item: Item) -> tuple[Shown, ...]:
    """The words that decide the item, in the order of the text, each once.

    The standing is told only where the item is about it, so that the feedback on who says a thing
    does not give away how it stands.
    """
    article, told = bank.article, _about_standing(item)
    found: dict[Span, Shown] = {}
    for id_ in bank.asks(item):
        claim = bank.map.claim[id_]
        for span in claim.spans():
            paragraph = next(p for p in article.paragraphs if span.start < p.end)
            found.setdefault(
                span,
                Shown(
                    paragraph.number,
                    span.start - paragraph.start,
                    span.end - paragraph.start,
                    span.cut(article.text),
                    claim.standing.value if told else "",
                ),
            )
    return tuple(found[span] for span in sorted(found))


def _about_standing(item: Item) -> bool:
    return item.kind in CLAIM_KINDS or item.trained[:1] == ("standing",)


def _claim(bank: Bank, item: Item) -> Claim | None:
    return bank.map.claim[item.claims[0]] if len(item.claims) == 1 else None


def _verdict(marked: Mark) -> str:
    if not marked.answered:
        return _("Left blank")
    if marked.right:
        return _("Right")
    if marked.parts.get("standing") == 1.0:
        return _("The standing is right, the words are not")
    if marked.parts.get("evidence", 0.0) == 1.0:
        return _("The words are right, the standing is not")
    return _("Partly right") if marked.credit > 0 else _("Not this time")


def _yours(item: Item, response: tuple[str, ...]) -> str:
    if item.kind == "standing_with_evidence":
        standing = answered_standing(item.kind, response)
        return _(TITLES[Standing(standing)]) if standing in set(Standing) else ""
    return item.describe(response)


def _key(item: Item) -> str:
    if item.kind == "standing_with_evidence":
        return _(TITLES[Standing(answered_standing(item.kind, item.key()))])
    return item.describe(item.key())


def _words(item: Item, response: tuple[str, ...]) -> str:
    """How many of the sentences that show it were marked, against the set that fits best."""
    sets = getattr(item, "shown", ())
    marks = set(split(response)[1])
    if not sets or not response or getattr(item, "select", "sentences") == "words":
        return ""
    if NOTHING in sets[0]:
        return _("Nothing in the article shows it") if NOTHING in marks else _("There are none")
    best = max(sets, key=lambda ids: f1(marks, ids))
    hits, extra = len(best & marks), len(marks - best - {NOTHING})
    text = n_(
        "{hits} of {n} sentence that shows it", "{hits} of {n} sentences that show it", len(best)
    )
    line = text.format(hits=hits, n=len(best))
    if extra:
        more = n_("{n} more marked", "{n} more marked", extra).format(n=extra)
        line = f"{line}, {more}"
    return line


def _why(item: Item, response: tuple[str, ...], claim: Claim | None) -> str:
    """The picked option's own feedback first, then the item's, else the claim's reason."""
    own = ""
    if isinstance(item, ChoiceItem) and len(response) == 1 and response != item.key():
        option = item.option(response[0])
        own = option.feedback if option else ""
    general = item.feedback or (claim.why if claim else "")
    return " ".join(part for part in (own, general) if part)


def _rule(bank: Bank, item: Item) -> tuple[str, str]:
    """The rule behind the key, with its title; the kind's own first, then the claims', if one."""
    skill = item.trained[0] if item.trained else ""
    if item.kind in KIND_RULES:
        return _("The rule"), _(KIND_RULES[item.kind])
    if item.kind in CLAIM_KINDS or skill in ("standing", "evidence"):
        found = {_claim_rule(bank.map.claim[id_]) for id_ in item.claims}
        return found.pop() if len(found) == 1 else ("", "")
    return (_("The rule"), _(SKILL_RULES[skill])) if skill in SKILL_RULES else ("", "")


def _claim_rule(claim: Claim) -> tuple[str, str]:
    rule = BASES[claim.basis] if claim.basis else RULES[claim.standing]
    return _("The rule · {standing}").format(standing=_(TITLES[claim.standing])), _(rule)


def _nearly(said: str, claim: Claim | None) -> str:
    if claim is None or not said or said in claim.accepted:
        return ""
    return _(NEIGHBOURS.get(frozenset((Standing(said), claim.standing)), ""))
