"""A bank whose article is edited at random: every claim keeps its words, or is withheld."""

from dataclasses import dataclass, field
from random import Random

from quizapp.bank import Bank, canonical, examine, from_canonical, write
from quizapp.claims import (
    Article,
    Attribution,
    Claim,
    ClaimMap,
    Evidence,
    Quote,
    Source,
    Span,
    Stance,
    quote,
)
from quizapp.items.standing import StandingItem
from quizapp.quiz import Rules, assemble

PARTS = (
    "The council met on Monday 🗳️ and the mayor said yes. ",
    "Zoë\u0308 cafe\u0301 — naïve re\u0301sume\u0301 readers said yes. ",
    "المجلس اجتمع يوم الاثنين وقال نعم. ",
    "ראש העיר אמר כן 👩‍👩‍👧 ביום שני. ",
    "Рада зібралася в понеділок 🇺🇦, і мер сказав так. ",
)
NEW = ("", "x", "Also 🙂 this. ", "u\u0301", "نعم ", "כן ", *PARTS)
CLAIMS, EDITS = 20, 50


@dataclass
class Edited:
    """An article in the making, and where the spans of its claims really are."""

    text: str
    spans: list[Span]
    random: Random
    broken: set[int] = field(default_factory=set)

    def edit(self) -> None:
        """One edit that touches no span."""
        while True:
            start = self.random.randrange(len(self.text))
            end = min(len(self.text), start + self.random.choice((0, 0, 1, 5, 30)))
            if all(end < s.start - 1 or start > s.end + 1 for s in self.spans):
                break
        self._replace(start, end, self.random.choice(NEW))

    def edit_inside(self, n: int) -> None:
        """One letter changed in the middle of a span."""
        middle = (self.spans[n].start + self.spans[n].end) // 2
        self._replace(middle, middle + 1, "§")
        self.broken.add(n)

    def _replace(self, start: int, end: int, new: str) -> None:
        shift = len(new) - (end - start)
        self.text = self.text[:start] + new + self.text[end:]
        self.spans = [
            Span(s.start + shift, s.end + shift) if end <= s.start else s for s in self.spans
        ]


def written(random: Random) -> tuple[Bank, bytes, list[Span]]:
    """A bank over a text with emoji, combining marks and right-to-left words, and its file."""
    lines = [random.choice(PARTS) + f"Point {n} came up as item {n * 7}. " for n in range(60)]
    text = "\n".join("".join(lines[n : n + 4]) for n in range(0, 60, 4)).strip() + "\n"
    starts = [text.index(f"Point {n * 3} came") for n in range(CLAIMS)]
    spans = [Span(at - random.randrange(1, 12), at + random.randrange(7, 16)) for at in starts]
    spans = [Span(text.rindex("\n", 0, s.end) + 1, s.end) if "\n" in s.cut(text) else s
             for s in spans]  # fmt: skip
    claims = tuple(claim(n, quote(text, span), span) for n, span in enumerate(spans))
    article = Article("Edits", "invented for tests", text)
    sources = (Source("mayor", "Ann Moor", "person", True),)
    claim_map = ClaimMap(article, sources, claims)
    items = tuple(StandingItem(id=f"how-{c.id}", claims=(c.id,), claim=c.text) for c in claims)
    bank = Bank("edits", "Edits", "en", "CC0-1.0", claim_map, items)
    return bank, write(bank), spans


def claim(n: int, words: Quote, span: Span) -> Claim:
    """A claim shown by one span."""
    evidence = Evidence(((words,),), ((span,),))
    said = Attribution("mayor", Stance.ASSERTS, evidence)
    return Claim(f"c{n}", f"Point {n} came up.", attributions=(said,))


def opened(data: bytes, text: str) -> Bank:
    """The file over the edited article."""
    reading = examine(data, "bank.nt", lambda _name: text.encode(), advise=False)
    assert reading.bank is not None, reading.problems
    return reading.bank


def test_fifty_edits_outside_the_spans_keep_them_and_withhold_the_rest() -> None:
    """Of 20 spans in each of 20 articles at least 95 % are found, none in a wrong place."""
    found, wrong = 0, []
    for seed in range(20):
        random = Random(seed)
        _bank, data, spans = written(random)
        article = Edited(_bank.article.text, spans, random)
        for _ in range(EDITS):
            article.edit()
        bank = opened(data, article.text)
        for n, claim in enumerate(bank.map.claims):
            found += claim.id not in bank.stale
            wrong += [claim.id] if claim.spans() not in ((), (article.spans[n],)) else []
        posed = {one.item for one in assemble(bank, Rules(), seed)}
        assert posed == {f"how-{c.id}" for c in bank.map.claims if c.id not in bank.stale}
        assert from_canonical(canonical(bank)) == bank

    assert wrong == []
    assert found / (20 * CLAIMS) >= 0.95


def test_edits_inside_spans_make_exactly_their_items_stale() -> None:
    """Whoever rewrites a sentence looks at its questions, and at no others."""
    for seed in range(20):
        random = Random(f"inside/{seed}")
        original, data, spans = written(random)
        article = Edited(original.article.text, spans, random)
        for n in random.sample(range(CLAIMS), random.randrange(1, 6)):
            article.edit_inside(n)

        bank = opened(data, article.text)

        assert bank.stale == {f"c{n}" for n in article.broken}
        withheld = {item.id for item in bank.items} - {item.id for item in bank.usable}
        assert withheld == {f"how-c{n}" for n in article.broken}


def test_every_edit_after_another_can_be_saved_and_read_again() -> None:
    """A bank that is saved after each edit loses no claim, and its stale ones stay stale."""
    random = Random(3)
    original, data, spans = written(random)
    article = Edited(original.article.text, spans, random)
    stale: set[str] = set()
    for n in range(EDITS):
        if n % 10 == 9:
            article.edit_inside(n // 10)
        article.edit()
        bank = opened(data, article.text)
        data = write(bank)
        assert stale <= bank.stale
        stale |= bank.stale

    assert {f"c{n}" for n in article.broken} <= stale
    assert len(stale) <= len(article.broken) + 1
    assert len(bank.items) == CLAIMS
