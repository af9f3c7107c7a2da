"""A guess at the stance of a cue, from its words alone."""

from quizapp.claims.standing import Stance
from quizapp.claims.suggest.verbs import CUES
from quizapp.claims.suggest.words import NEGATIONS, word_set

_DENYING = word_set(
    "deny dispute reject refute rebut contradict contest disavow doubt oppose dismiss"
)
_SPEAKING = word_set(
    "say know comment confirm answer respond tell reveal disclose explain remember recall"
    " elaborate specify speak"
)
_GRANTING = word_set("believe think accept agree support admit recognize recognise")
_DENIALS = word_set("denial denials rejection doubt doubts")


def stance(cue: tuple[str, ...], content: tuple[str, ...]) -> Stance:
    """What somebody does with a claim whose ``cue`` and first words of ``content`` are given.

    All in small letters. *Would not say* and *declined to comment* leave a claim open, *denied*
    and *did not believe* speak against it; anything else counts as saying so.
    """
    verb = next((CUES[word][0] for word in reversed(cue) if word in CUES), "")
    negated = not NEGATIONS.isdisjoint(cue)
    if verb in ("decline", "refuse") and not _SPEAKING.isdisjoint(content[:3]):
        return Stance.DOES_NOT_KNOW
    if cue[-1] in ("answer", "answers") or cue[1:2] == ("no",):
        return Stance.DOES_NOT_KNOW
    if verb == "wonder" or (negated and not _SPEAKING.isdisjoint((verb, *content[:3]))):
        return Stance.DOES_NOT_KNOW
    if negated:
        return Stance.DENIES if verb in _GRANTING else Stance.ASSERTS
    denies = verb in _DENYING or not _DENIALS.isdisjoint(cue)
    return Stance.DENIES if denies else Stance.ASSERTS
