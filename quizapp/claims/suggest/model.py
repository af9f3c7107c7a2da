"""What a suggestion is: a place in the text, and the rule that pointed at it."""

from dataclasses import dataclass

from quizapp.claims.span import Span
from quizapp.claims.standing import Stance


@dataclass(frozen=True, slots=True)
class SuggestedAttribution:
    """Somebody may be saying something here: who, with what word, and what.

    ``source`` is absent where nobody is named ("it is feared that"), ``cue`` where only quotation
    marks show that somebody speaks. ``stance`` is a guess from the cue alone. How the claim stands
    is never guessed: that takes a reader.
    """

    source: Span | None
    cue: Span | None
    content: Span
    rule: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Finding:
    """Words that an author of a claim map wants to look at, and the rule that found them."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Everything that an article alone suggests, each list in the order of the text."""

    attributions: tuple[SuggestedAttribution, ...] = ()
    hedges: tuple[Finding, ...] = ()
    unknowns: tuple[Finding, ...] = ()
    conflicts: tuple[Finding, ...] = ()
    numbers: tuple[Finding, ...] = ()
