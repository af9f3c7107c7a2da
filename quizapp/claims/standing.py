"""How a claim stands in an article, and the rules that derive it.

The rules look only at what the article reports. Whether a claim is true in the world is not asked.
"""

from collections.abc import Collection
from enum import StrEnum

from quizapp.i18n import N_


class Standing(StrEnum):
    """The seven standings, in the order in which every list shows them (keys 1 to 7)."""

    CONFIRMED = "confirmed"
    ASSERTED = "asserted"
    DISPUTED = "disputed"
    DENIED = "denied"
    UNKNOWN = "unknown"
    OPINION = "opinion"
    NOT_STATED = "not_stated"


class Stance(StrEnum):
    """What a source does with a claim."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOES_NOT_KNOW = "does_not_know"


class Basis(StrEnum):
    """Why a claim counts as confirmed."""

    OWN_ACT = "own_act"
    RECORD = "record"
    WITNESSED = "witnessed"
    TWO_SOURCES = "two_sources"


TITLES = {
    Standing.CONFIRMED: N_("Confirmed"),
    Standing.ASSERTED: N_("Asserted"),
    Standing.DISPUTED: N_("Disputed"),
    Standing.DENIED: N_("Denied"),
    Standing.UNKNOWN: N_("Unknown"),
    Standing.OPINION: N_("Opinion"),
    Standing.NOT_STATED: N_("Not stated"),
}

GLOSSES = {
    Standing.CONFIRMED: N_("someone who should know says so"),
    Standing.ASSERTED: N_("somebody says it; no more than that"),
    Standing.DISPUTED: N_("one says yes, another says no"),
    Standing.DENIED: N_("only a no is reported"),
    Standing.UNKNOWN: N_("the article says that it is open"),
    Standing.OPINION: N_("a judgement or a forecast"),
    Standing.NOT_STATED: N_("not said or settled here"),
}

RULES = {
    Standing.CONFIRMED: N_(
        "A claim is confirmed when someone who is in a position to know says so on the record, or "
        "a named document shows it. The verb does not decide; who speaks about what does."
    ),
    Standing.ASSERTED: N_(
        "A claim is asserted when somebody, or the article in its own voice, says it and nothing "
        "firmer stands behind it. It may well be true; the article does not show it."
    ),
    Standing.DISPUTED: N_(
        "A claim is disputed when one source says yes, another says no, and neither has a firmer "
        "footing than the other."
    ),
    Standing.DENIED: N_(
        "A claim is denied when the article reports that somebody rejects it and nobody in the "
        "article supports it."
    ),
    Standing.UNKNOWN: N_(
        "A claim is unknown when the article itself says that the matter is open, or somebody who "
        "was asked had no answer. Silence alone is never enough."
    ),
    Standing.OPINION: N_(
        "A claim is an opinion when two careful readers could still disagree with every record on "
        "the table: a value, a “should”, or a forecast that nothing could check."
    ),
    Standing.NOT_STATED: N_(
        "A claim is not stated when nobody in the article says it, denies it or calls it open. "
        "What you know from elsewhere does not count."
    ),
}

BASES = {
    Basis.OWN_ACT: N_(
        "Somebody speaks on the record about what the body that they speak for has, did "
        "or decided, and is not answering an accusation."
    ),
    Basis.RECORD: N_("It can be seen in a document, a recording or a set of data that is named."),
    Basis.WITNESSED: N_("The article says that its reporter saw it."),
    Basis.TWO_SOURCES: N_(
        "Two named sources agree, and the article shows that they are independent."
    ),
}

NEIGHBOURS = {
    frozenset((Standing.CONFIRMED, Standing.ASSERTED)): N_(
        "Both are said by somebody. What parts them is whether that somebody is in a position to "
        "know."
    ),
    frozenset((Standing.UNKNOWN, Standing.NOT_STATED)): N_(
        "Both leave you without an answer. Unknown needs words that say so; not stated is silence."
    ),
    frozenset((Standing.DISPUTED, Standing.DENIED)): N_(
        "Both have somebody who says no. Disputed also has somebody who says yes."
    ),
    frozenset((Standing.ASSERTED, Standing.OPINION)): N_(
        "Both are said by somebody. An assertion could be checked against a record; an "
        "opinion could not."
    ),
    frozenset((Standing.ASSERTED, Standing.DISPUTED)): N_(
        "Both have somebody who says yes. Disputed also has somebody who says no."
    ),
    frozenset((Standing.ASSERTED, Standing.UNKNOWN)): N_(
        "Nothing settles either. An assertion has somebody who says it; unknown has nobody who "
        "does."
    ),
}


def derive(opinion: bool, basis: Basis | None, stances: Collection[Stance]) -> Standing:  # noqa: PLR0911
    """The standing that the rules R0 to R6 give; the first that matches wins.

    Args:
        opinion: the claim is a value, a preference, a "should" or a forecast nobody could check.
        basis: why it counts as confirmed, where the author wrote one down.
        stances: what each source in the article does with the claim.
    """
    if opinion:
        return Standing.OPINION
    if basis is not None:
        return Standing.CONFIRMED
    if Stance.ASSERTS in stances and Stance.DENIES in stances:
        return Standing.DISPUTED
    if Stance.DENIES in stances:
        return Standing.DENIED
    if Stance.ASSERTS in stances:
        return Standing.ASSERTED
    if stances:
        return Standing.UNKNOWN
    return Standing.NOT_STATED
