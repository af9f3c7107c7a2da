"""Suggestions from an article alone: who may be saying what, and what stands open.

The rules look at words and marks; there is no parse, no model and no data but the word lists of
this package. They are written for English: in another language numbers are found, and little else.
"""

from quizapp.claims.suggest.model import Finding, SuggestedAttribution, Suggestions


def suggest(text: str) -> Suggestions:
    """Everything that ``text`` suggests; any text will do, and none is an error."""
    # The rules are needed when an author asks, and take 40 ms that no start of the program has.
    from quizapp.claims.suggest.all_rules import suggestions

    return suggestions(text)


__all__ = ["Finding", "SuggestedAttribution", "Suggestions", "suggest"]
