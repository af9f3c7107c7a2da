"""What options and claims look like beside an article, to one who compares words only."""

from collections import Counter
from functools import cached_property

from quizapp.bank.wording import Wording, content
from quizapp.claims import Article
from quizapp.text import words


class Looks:
    """What can be seen of options and claims without reading."""

    def __init__(self, article: Article, wording: Wording) -> None:
        self._text = article.text
        self._ids = article.sentences
        self._wording = wording

    @cached_property
    def _article(self) -> frozenset[str]:
        return content(self._text, self._wording.idle)

    @cached_property
    def _sentences(self) -> dict[str, list[str]]:
        """The sentences in which each word stands, in the order of the text."""
        found: dict[str, list[str]] = {}
        for id_, sentence in self._ids.items():
            for word in content(self._text[sentence.start : sentence.end], self._wording.idle):
                found.setdefault(word, []).append(id_)
        return found

    def hedges(self, option: str) -> int:
        """The number of hedging words."""
        return sum(word in self._wording.hedges for word in words(option))

    def shared(self, option: str) -> int:
        """The number of words with content that stand in the article, too."""
        return len(content(option, self._wording.idle) & self._article)

    def nearest(self, claim: str) -> str:
        """The sentence that shares most words with a claim, the first of several."""
        shared = Counter(
            id_
            for word in content(claim, self._wording.idle)
            for id_ in self._sentences.get(word, ())
        )
        most = max(shared.values(), default=0)
        return next((id_ for id_ in self._ids if shared[id_] == most), "")
