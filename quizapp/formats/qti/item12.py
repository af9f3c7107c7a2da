"""An item of QTI 1.2 as a question: Canvas, Blackboard, Common Cartridge, and plain.

The type is what the item's metadata says, else what its structure is. Its scoring is asked, as in
the later versions, what each answer is worth.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from quizapp.formats.qti import credit
from quizapp.formats.qti.asking import NEGATIVE, NO_KEY, SIMPLIFIED
from quizapp.formats.qti.conditions import Conditions, Rule, bounds, denied, maybe
from quizapp.formats.qti.credit import Ask, Weighed
from quizapp.formats.qti.item import OPEN, WHOLE
from quizapp.formats.qti.presentation12 import Presentation, Response
from quizapp.formats.qti.shapes import (
    Amount,
    Answer,
    Blank,
    Choice,
    Gaps,
    Pairs,
    Part,
    Pick,
    Shape,
    Typed,
)
from quizapp.formats.qti.shapes import Sequence as Ordered
from quizapp.formats.qti.values import Unscored
from quizapp.formats.xml import (
    Element,
    attribute,
    children,
    descendants,
    local_name,
    source,
    text_in,
)

_OPEN = ("essay", "upload", "text_only", "short response", "shortresponse", "file")
_WHOLE = ("calculated", "formula", "hot spot", "hotspot", "hot_spot", "likert", "opinion")
_TYPES = ("question_type", "cc_profile", "bbmd_questiontype", "qmd_questiontype", "qmd_itemtype")
_BLANK = re.compile(r"\[([^\[\]]{1,80})\]")


@dataclass
class Item12:
    """One item of QTI 1.2, on its way to a question."""

    root: Element

    def part(self) -> Part:
        """The item as one question."""
        root, shown = self.root, Presentation(self.root)
        self.responses, self.rows, said = shown.responses, shown.rows, shown.metadata()
        type_ = next((said[name] for name in _TYPES if said.get(name)), "")
        self.native = type_ or (self.responses[0].name if self.responses else local_name(root))
        self.made = Part(
            id=attribute(root, "ident") or said.get("bbmd_asi_object_id", ""),
            native=self.native,
            line=root.sourceline or 0,
            name=" ".join(attribute(root, "title").split()),
            stem=shown.stem,
            tags=tuple(tag for tag in said.get("quizapp_tags", "").split("\n") if tag),
        )
        self.scoring = Conditions(
            root,
            frozenset(r.id for r in self.responses if r.cardinality == "ordered"),
            frozenset(r.id for r in self.responses if r.numeric),
        )
        self.made.shape = self._shape(self.native.lower())
        if isinstance(self.made.shape, Gaps):
            self.made.stem = said.get("quizapp_stem", "")
        self._settle(self.native.lower())
        self._feedback(shown)
        self._weight(said)
        self.made.pictures = tuple(shown.pictures)
        if self.made.shape is None and self.responses:
            self.made.source = source(root).replace(' xmlns=""', "", 1)
        return self.made

    def _shape(self, native: str) -> Shape | None:
        calculated = any(True for _ in descendants(self.root, "calculated"))
        if calculated or not self.responses or _has(native, *_OPEN, *_WHOLE):
            return None
        lids = [r for r in self.responses if r.name == "response_lid"]
        typed = [r for r in self.responses if r.name in ("response_str", "response_num")]
        if len(lids) + len(typed) != len(self.responses):
            return None
        if len(lids) == 1 and not typed and "blanks" not in native and "dropdown" not in native:
            return self._one_list(lids[0])
        if lids and not typed:
            return self._lists(lids, native)
        if len(typed) == 1 and not lids:
            return self._entry(typed[0])
        return self._blanks(typed) if typed and not lids else None

    def _one_list(self, response: Response) -> Shape | None:
        ids = tuple(c.id for c in response.labels)
        if len(ids) < 2 or len(set(ids)) != len(ids):
            return None
        if response.cardinality == "ordered":
            return self._order(response)
        multiple = response.cardinality == "multiple"
        key = self._picked(response) if multiple else ()

        def rule(ask: Ask) -> Weighed:
            if multiple:
                return credit.several(ask, ids, key, prefer_strict=not self.scoring.adds)
            return credit.single(ask, ids, key)

        found = self._weighed(rule, response)
        if found is None:
            return None
        return Pick(response.labels, found.key, multiple, found.credits, found.strict)

    def _picked(self, response: Response) -> tuple[str, ...]:
        """The options that one earning condition wants, or all of them do: what scores most."""
        each = [self._asked_for(rule, response) for rule in self.scoring.rules]
        each = [wanted for wanted in each if wanted]
        together = frozenset().union(*each)
        ask = self._ask(response)
        best = max([*each, together], key=lambda wanted: ask(tuple(wanted)), default=frozenset())
        return tuple(c.id for c in response.labels if c.id in best)

    def _asked_for(self, rule: Rule, response: Response) -> frozenset[str]:
        """The options that a condition wants to be picked, where that earns anything."""
        if not rule.earns:
            return frozenset()
        mine = (n for n in descendants(rule.node, "varequal") if not denied(n))
        return frozenset(text_in(n) for n in mine if attribute(n, "respident") == response.id)

    def _order(self, response: Response) -> Shape | None:
        labels = {c.id: c for c in response.labels}
        for rule in self.scoring.rules:
            key = tuple(text_in(node) for node in descendants(rule.node, "varequal"))
            if sorted(key) != sorted(labels):
                continue
            found = self._weighed(partial(credit.ordered, key=key), response)
            if found is not None:
                return Ordered(tuple(labels[id_] for id_ in key), found.strict)
        return None

    def _lists(self, lids: Sequence[Response], native: str) -> Shape | None:
        """Several lists: gaps where the stem names them, else rows that share their columns."""
        named = {r.id: r.prompt or r.id.removeprefix("response_") for r in lids}
        marks = set(_BLANK.findall(self.made.stem))
        if set(named.values()) <= marks and "matching" not in native:
            return self._listed_gaps(lids, named, "fill_in" in native or "blanks" in native)
        if any(r.cardinality == "multiple" for r in lids):
            return None
        lids = [r for r in lids if r.prompt] if "matching" in native else list(lids)
        texts = [tuple(self._column(r, n) for n in range(len(r.labels))) for r in lids]
        shared = tuple(dict.fromkeys(text for column in texts for text in column if text))
        rows = tuple(Choice(r.id, r.prompt) for r in lids)
        if len(rows) < 2 or not all(row.text for row in rows):
            return None
        right, tries, scores = [], [], []
        for response, column in zip(lids, texts, strict=True):
            found = self._best(response)
            place = [c.id for c in response.labels].index(found) if found else -1
            if place < 0 or not column[place]:
                return None
            right.append((response.id, column[place]))
            tries.append((response.id, (response.labels[place].id,)))
        full = self.scoring.score(dict(tries))
        scores = [self.scoring.score({id_: given}) for id_, given in tries]
        strict, weights = self._shared_out(full, scores)
        columns = tuple(Choice(f"c{n}", text) for n, text in enumerate(shared, start=1))
        ids = {c.text: c.id for c in columns}
        each = tuple(weights) if len(set(weights)) > 1 else ()
        return Pairs(rows, columns, tuple((r, ids[text]) for r, text in right), strict, each)

    def _column(self, response: Response, n: int) -> str:
        """The text of a label; of Blackboard's matching the one that stands in its block."""
        text = response.labels[n].text
        return text or (self.rows[n] if n < len(self.rows) else "")

    def _best(self, response: Response) -> str | None:
        """The label that earns most, the other responses empty or as the first condition has it."""
        for ask in (self._ask(response), self._joint(response)):
            try:
                scores = {c.id: ask((c.id,)) for c in response.labels}
            except Unscored:
                return None
            if scores and max(scores.values()) > max(0.0, ask(())):
                return max(scores, key=lambda id_: scores[id_])
        return None

    def _shared_out(self, full: float, scores: Sequence[float]) -> tuple[bool, list[float]]:
        """Whether nothing is earned but by all of it, and else what each part is worth."""
        even = [1.0] * len(scores)
        if len(scores) > 1 and full > 0 and max(scores) <= 1e-6:
            return True, even
        each = full / len(scores)
        if all(abs(score - each) <= 1e-3 * full for score in scores):
            return False, even
        if min(scores) <= 0 or abs(sum(scores) - full) > 1e-3 * full:
            self.made.changed("scoring-simplified", SIMPLIFIED)
            return False, even
        return False, [round(score / min(scores), 4) for score in scores]

    def _listed_gaps(
        self, lids: Sequence[Response], named: dict[str, str], typed: bool
    ) -> Shape | None:
        blanks, scores, given = [], [], {}
        for response in lids:
            ask, best = self._ask(response), self._best(response)
            if best is None:
                return None
            worth = {c.id: ask((c.id,)) for c in response.labels}
            alone = worth[best]
            if alone <= 0:
                ask = self._joint(response)
                worth = {c.id: ask((c.id,)) for c in response.labels}
            most = max(worth.values())
            right = [c.text for c in response.labels if worth[c.id] >= most > 0 or c.id == best]
            listed = (
                () if typed or len(right) == len(worth) else tuple(c.text for c in response.labels)
            )
            blanks.append(Blank(named[response.id], tuple(right), listed))
            scores.append(alone)
            given[response.id] = (best,)
        strict, weights = self._shared_out(self.scoring.score(given), scores)
        names = set(named.values())
        text = _BLANK.sub(lambda m: f"[[{m[1]}]]" if m[1] in names else m[0], self.made.stem)
        if any(text.count(f"[[{blank.id}]]") != 1 for blank in blanks):
            return None
        weighed = zip(blanks, weights, strict=True)
        return Gaps(text, tuple(replace(blank, weight=w) for blank, w in weighed), strict)

    def _entry(self, response: Response) -> Shape | None:
        if response.numeric or "numer" in self.native.lower():
            found = self._number(response)
            if found is not None:
                return found
        candidates = self._wanted(response)
        shares: dict[str, float] = {}

        def rule(ask: Ask) -> Weighed:
            given, result = credit.typed(ask, candidates)
            shares.clear()
            shares.update(given)
            return result

        if not candidates or self._weighed(rule, response) is None:
            return None
        first = next(iter(shares))
        turned = first.swapcase()
        exact = turned != first and self._ask(response)((turned,)) <= 0
        return Typed(tuple(Answer(text, share) for text, share in shares.items()), exact)

    def _wanted(self, response: Response) -> list[str]:
        nodes = descendants(self.root, "varequal", "varsubset", "varsubstring")
        mine = (
            "".join(n.itertext()).strip() for n in nodes if attribute(n, "respident") == response.id
        )
        return list(dict.fromkeys(filter(None, mine)))[:200]

    def _number(self, response: Response) -> Shape | None:
        self.scoring.numbers |= {response.id}
        between = bounds(self.root)
        answers = [n for text in self._wanted(response) if (n := maybe(text)) is not None]
        answers += [(low + high) / 2 for low, high in between]
        ranges = [*between, *((n, n) for n in answers)]
        ask, found, right = self._ask(response), list[tuple[float, float]](), 0.0
        for answer in answers:
            if any(low <= answer <= high for low, high in found):
                continue
            around = [r for r in ranges if r[0] <= answer <= r[1]]
            try:
                low, high, weighed = credit.amount(lambda n: ask((f"{n:.12g}",)), answer, around)
            except Unscored:
                continue
            if not weighed.exact:
                self.made.changed("scoring-simplified", SIMPLIFIED)
            right = right if found else answer
            found.append((low, high))
            self.full = weighed.full
        return Amount(*found[0], right, tuple(found[1:])) if found else None

    def _blanks(self, typed: Sequence[Response]) -> Shape | None:
        """Several gaps to type into, between the words or named in brackets among them."""
        text = self.made.stem
        names = set(_BLANK.findall(re.sub(r"\[\[.*?\]\]", "", text)))
        if {r.id for r in typed} <= names:
            text = re.sub(r" *\[\[.*?\]\] *", "\n", text).strip()
            ids = {r.id for r in typed}
            text = _BLANK.sub(lambda m: f"[[{m[1]}]]" if m[1] in ids else m[0], text)
        if any(text.count(f"[[{r.id}]]") != 1 for r in typed):
            return None
        wanted = {r.id: self._wanted(r) for r in typed}
        if not all(wanted.values()):
            return None
        given = {id_: (texts[0],) for id_, texts in wanted.items()}
        full = self.scoring.score(given)
        if full <= 0:
            self.made.changed("scoring-simplified", SIMPLIFIED)
            full = 1.0
        scores = [self.scoring.score({id_: one}) for id_, one in given.items()]
        strict, weights = self._shared_out(full, scores)
        weighed = zip(typed, weights, strict=True)
        return Gaps(
            text, tuple(Blank(r.id, tuple(wanted[r.id]), (), w) for r, w in weighed), strict
        )

    def _ask(self, response: Response) -> Ask:
        return lambda texts: self.scoring.score({response.id: texts})

    def _joint(self, response: Response) -> Ask:
        others = {r.id: self._first(r) for r in self.responses if r.id != response.id}
        return lambda texts: self.scoring.score({**others, response.id: texts})

    def _first(self, response: Response) -> tuple[str, ...]:
        return tuple(self._wanted(response)[:1])

    def _weighed(self, rule: Callable[[Ask], Weighed], response: Response) -> Weighed | None:
        try:
            found = rule(self._ask(response))
        except Unscored:
            return None
        if not found.exact:
            self.made.changed("scoring-simplified", SIMPLIFIED)
        if found.negative:
            self.made.changed("negative-marks", NEGATIVE)
        self.full = found.full
        return found

    def _settle(self, native: str) -> None:
        """Say why there is no shape."""
        if self.made.shape is not None or not self.responses:
            return
        self.made.notes.clear()
        wordless = all(r.name == "response_str" for r in self.responses) and not self.scoring.scored
        if _has(native, *_OPEN) or wordless:
            self.made.info("open-text", OPEN)
        elif not self.scoring.scored:
            self.made.changed("no-key", NO_KEY)
        else:
            self.made.changed("kept-whole", WHOLE)

    def _feedback(self, shown: Presentation) -> None:
        texts = {attribute(f, "ident"): shown.words(f) for f in children(self.root, "itemfeedback")}
        shape = self.made.shape
        if shape is None or not any(texts.values()):
            return
        if not isinstance(shape, Pick):
            given = {r.id: self._first(r) for r in self.responses}
            self.made.feedback = _said(texts, self._links(given))
            return
        only = self.responses[0].id
        told = {c.id: self._links({only: (c.id,)}) for c in shape.choices}
        common = frozenset.intersection(*map(frozenset, told.values()))
        self.made.feedback = _said(texts, [x for x in next(iter(told.values())) if x in common])
        choices = tuple(
            replace(c, feedback=_said(texts, [x for x in told[c.id] if x not in common]))
            for c in shape.choices
        )
        self.made.shape = replace(shape, choices=choices)

    def _links(self, answers: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
        """The feedback that answers bring up, by its idents."""
        try:
            self.scoring.score(answers)
        except Unscored:
            return ()
        return tuple(dict.fromkeys(self.scoring.links))

    full: float = 0.0

    def _weight(self, said: dict[str, str]) -> None:
        for name in ("points_possible", "qmd_absolutescore_max", "cc_weighting"):
            points = maybe(said.get(name, ""))
            if points and 0 < points <= 100:
                self.made.weight = points
                return
        if 0 < self.full < 100:
            self.made.weight = self.full


def _said(texts: dict[str, str], links: Sequence[str]) -> str:
    return "\n".join(dict.fromkeys(t for link in links if (t := texts.get(link, ""))))


def _has(native: str, *words: str) -> bool:
    return any(word in native for word in words)
