"""Words that show how far a claim goes: hedges, explicit unknowns, open conflicts.

The classes of hedges follow Hyland (1998), *Hedging in Scientific Research Articles*, chapters 4
and 5: modal verbs, verbs and adverbs of judgement, approximation, condition. The patterns were
written for this program.
"""

from quizapp.claims.suggest.patterns import either, rules

_NOT = r"(?:not|n['’]t)"
_BE = either("is are was were remains? remained")
_HELPER = rf"\b{either('do does did could would can will has have had is are was were')} ?{_NOT}"
_SOON = rf"(?:{either('yet immediately publicly entirely independently')} )*"
_ASKING = rf"(?: {either('whether if how when where why what who which')}\b)?"
_SETTLED = either(
    "known clear certain sure decided settled confirmed established determined resolved verified"
    " ruled_out identified explained"
)
_DONE = either(
    "set fixed named chosen made reached given found announced scheduled agreed taken asked"
    " published released"
)
_SPEAK = either(
    "say said comment commented respond responded reply replied answer answered specify specified"
    " disclose disclosed elaborate"
)
_TELL = either(
    "say comment answer discuss confirm specify name identify elaborate respond disclose give"
)
_SILENCE = either(
    "answers? comment information idea date details? knowledge evidence explanation way_of_knowing"
)
_SMALL = either(r"\d one two three four five six seven eight nine ten")

UNKNOWNS = rules(
    ("nobody-knows", rf"\b(?:nobody|no one) {_SOON}(?:knows?|knew|(?:could|can) (?:say|tell))\b"),
    ("not-known", rf"{_HELPER} {_SOON}(?:know|understand why)\b{_ASKING}"),
    ("not-said", rf"{_HELPER} {_SOON}{_SPEAK}\b{_ASKING}"),
    ("not-confirmed", rf"{_HELPER} {_SOON}(?:confirm|verify|rule out|decide)\b{_ASKING}"),
    ("declined", rf"\b(?:declin|refus)(?:e|es|ed|ing) to {_TELL}\b{_ASKING}"),
    (
        "no-answer",
        rf"(?:\bha(?:d|s|ve) no|{_HELPER} have an?) (?:\w+ )?{_SILENCE}\b"
        rf"(?: on| about| as to)?{_ASKING}",
    ),
    ("none-set", rf"\bno (?:\w+ ){{1,3}}?(?:ha[sd]|have|was|were) {_SOON}(?:been )?{_DONE}\b"),
    ("not-clear", rf"\b{_BE}(?: still)? ?{_NOT} {_SOON}{_SETTLED}\b{_ASKING}"),
    (
        "unclear",
        rf"\b(?:{_BE}(?: still)? )?"
        rf"{either('unclear unknown uncertain undecided unresolved unsettled undetermined')}"
        rf"\b{_ASKING}",
    ),
    ("unconfirmed", r"\b(?:unconfirmed|unverified)\b"),
    (
        "not-verified",
        rf"{_HELPER} {_SOON}be(?:en)? {_SOON}(?:{_SETTLED}|{_DONE})\b|\bcannot be {_SETTLED}\b",
    ),
    ("to-be-seen", rf"\b(?:remains? to be|ha(?:s|ve|d) yet to|(?:{_BE} )?yet to be)\b"),
    ("open", r"\b(?:an open question|remains? open|still open|too (?:early|soon) to \w+)\b"),
    (
        "under-review",
        rf"\bunder {either('review investigation consideration discussion negotiation study')}\b"
        r"|\bpending\b",
    ),
    ("no-word", rf"\bthere (?:is|was|has been) no {either('word sign indication explanation')}\b"),
    ("without-saying", rf"\bwithout {either('saying specifying naming explaining')}\b{_ASKING}"),
)
HEDGES = rules(
    ("hedge-modal", r"\b(?-i:[Mm]ight|[Cc]ould|may|May(?= (?:be|have|not)\b))\b"),
    (
        "hedge-adverb",
        r"\b"
        + either(
            "perhaps maybe possibly probably apparently reportedly allegedly seemingly presumably",
            "potentially arguably supposedly purportedly conceivably likely unlikely ostensibly",
        )
        + r"\b",
    ),
    ("hedge-seems", r"\b(?:seem|appear)(?:s|ed)?\b(?= (?:to|that|likely|as)\b)"),
    (
        "hedge-passive",
        r"\b(?:is|are|was|were|been) (?:widely |generally )?"
        + either("thought believed expected said understood reported alleged feared presumed")
        + r"(?= (?:to|that)\b)",
    ),
    ("hedge-judgement", r"\b(?:suggest|indicate|impl(?:y|ie))(?:s|d|ed)? that\b"),
    (
        "hedge-about",
        r"\b"
        + either(
            "about around roughly nearly almost approximately some up_to at_least at_most",
            "as_many_as as_much_as more_than less_than fewer_than over under close_to",
        )
        + rf"(?= [$€£]?{_SMALL})",
    ),
    (
        "hedge-condition",
        r"\b"
        + either("unless provided_that as_long_as depending_on subject_to in_principle")
        + rf"\b|\bif {either('asked needed necessary requested approved confirmed true so')}\b",
    ),
    ("hedge-degree", rf"\b{either('in_part to_some_extent for_now so_far for_the_time_being')}\b"),
)
CONFLICTS = rules(
    (
        "conflict-words",
        r"\b"
        + either(
            "not_true untrue no_truth simply_false flatly_false contrary_to at_odds_with",
            "contradict(?:s|ed|ing)? conflicting disagree[sd]? disput(?:es?|ed|ing)",
            "inconsistent_with retract(?:s|ed)? rebut(?:s|ted)? refut(?:es?|ed)",
        )
        + r"\b",
    ),
)
