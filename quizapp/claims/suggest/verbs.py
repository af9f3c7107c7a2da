"""Verbs that can bring in what somebody says, thinks, wants or decides, by what may follow.

The groups were written for this program from general knowledge of English. A frame says what the
words behind the verb must look like, and so where the content begins and ends.
"""

from quizapp.claims.suggest.words import EVERYDAY, word_set

CLAUSE, QUOTE, THING, DEED, HEARER, ABOUT = "clause", "quote", "thing", "deed", "hearer", "about"

# frame(s): verbs. A verb may stand in several lines.
_GROUPS = (
    (
        (CLAUSE, QUOTE),
        "say add note argue claim insist contend assert maintain declare explain observe remark"
        " reply concede admit acknowledge confirm reveal disclose report announce predict warn"
        " complain boast joke quip write tweet suggest stress emphasize emphasise underscore"
        " allege testify speculate reiterate repeat counter retort lament marvel muse caution"
        " gripe grouse brag recall state conclude opine proclaim agree assure hint vow promise"
        " pledge swear recount cry blog post text email theorize quote surmise",
    ),
    (
        (CLAUSE,),
        "believe think know feel fear worry hope expect doubt suspect estimate project find show"
        " indicate guess assume imply realize realise recognize recognise propose recommend demand"
        " decide deny calculate forecast fret anticipate determine discover notice remember forget"
        " understand wish imagine dispute question wonder ask prove signal charge reckon learn"
        " foresee rule hold mandate point assess examine",
    ),
    (
        (QUOTE,),
        "ask continue respond answer shout yell whisper mutter crack chant scream thunder exclaim"
        " begin joke laugh ask interject sneer scoff read tell offer deadpan",
    ),
    ((HEARER,), "tell assure warn remind inform convince persuade notify advise brief promise ask"),
    (
        (THING,),
        "praise criticize criticise denounce condemn blast slam attack mock ridicule deride defend"
        " endorse support back oppose reject dismiss deny dispute confirm announce propose urge"
        " demand recommend describe call label accuse blame fault cite mention discuss address tout"
        " highlight stress emphasize emphasise question acknowledge admit concede claim predict"
        " promise pledge vow welcome applaud hail celebrate lament decry bemoan protest challenge"
        " rebuke scold chide bash rip trash disavow embrace champion favor favour prefer advocate"
        " express voice reiterate repeat echo explain recall recount outline detail predict"
        " project forecast estimate envision compare liken portray characterize characterise depict"
        " brand dub condone tweet retweet report reveal disclose expect fear regret doubt recognize"
        " consider contemplate weigh refute rebut contradict counter denigrate disparage insult"
        " malign smear taunt bless salute commend thank congratulate encourage want issue note"
        " show love hate dislike admire respect trust distrust despise resent appreciate value"
        " revile view see regard perceive"
        " threaten suggest warn quote"
        " request seek order float pitch trumpet preach espouse brush contest",
    ),
    (
        (DEED,),
        "promise pledge vow decline refuse threaten agree offer want hope plan decide demand"
        " propose expect ask claim swear intend seek consent resolve volunteer prefer choose mean"
        " wish urge appear pretend seem",
    ),
    (
        (ABOUT,),
        "call:for,on,upon speak:of,about,against,out talk:about,of,up complain:about,of warn:of,"
        "about,against refer:to object:to agree:with,on disagree:with,on boast:of,about joke:about"
        " worry:about comment:on,about allude:to argue:for,against,over "
        " rail:against lash:out campaign:against,on,for vote:against"
        " advocate:for push:for,back apologize:for"
        " apologise:for believe:in know:of,about think:of,about"
        " disapprove:of approve:of lobby:for,against press:for"
        " plead:for,with insist:on wonder:about,if,whether,how,why,what hint:at speculate:about,on"
        " testify:about,to,against write:about,of tweet:about inquire:about lean:toward"
        " ask:about,for lie:about"
        " stand:by,behind point:to,out complain:about,of",
    ),
)
_IRREGULAR = {
    "say": "said", "tell": "told", "think": "thought", "know": "knew known", "feel": "felt",
    "find": "found", "show": "showed shown", "write": "wrote written", "understand": "understood",
    "swear": "swore sworn", "hold": "held", "mean": "meant", "speak": "spoke spoken",
    "begin": "began begun", "read": "read", "learn": "learned learnt", "choose": "chose chosen",
    "forget": "forgot forgotten", "seek": "sought", "see": "saw seen", "go": "went gone",
    "stand": "stood", "forecast": "forecast", "foresee": "foresaw foreseen", "take": "took taken",
    "make": "made", "give": "gave given", "get": "got", "come": "came", "become": "became",
    "bring": "brought", "build": "built", "buy": "bought", "cost": "cost", "cut": "cut",
    "deal": "dealt", "do": "did done", "draw": "drew drawn", "drive": "drove driven",
    "fall": "fell fallen", "fight": "fought", "fly": "flew flown", "grow": "grew grown",
    "hit": "hit", "hurt": "hurt", "keep": "kept", "lead": "led", "leave": "left", "let": "let",
    "lose": "lost", "meet": "met", "pay": "paid", "put": "put", "rise": "rose risen",
    "run": "ran", "sell": "sold", "send": "sent", "set": "set", "sit": "sat", "spend": "spent",
    "teach": "taught", "wear": "wore worn", "win": "won", "spread": "spread", "have": "had",
    "lie": "lied", "signal": "signaled signalled", "label": "labeled labelled", "rip": "ripped",
}  # fmt: skip
_DOUBLING = word_set(
    "quip brag admit refer commit slam rip bet dub plan drop stop submit permit regret blog hit"
    " cut get let put run set sit win begin"
)
# after these a clause follows even where its verb is far off
PLAIN = word_set("say think believe claim argue add insist hope fear allege contend")
TELLING = word_set("tell assure warn")
PAST, BASE, PRESENT, GERUND = "past", "base", "present", "gerund"


def forms(verb: str) -> dict[str, str]:
    """Every form of ``verb``, each with what it is: ``said`` is a past, ``saying`` a gerund."""
    stem = verb + verb[-1] if verb in _DOUBLING else verb
    if verb.endswith("y") and verb[-2] not in "aeou":
        present, past, gerund = verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    elif verb.endswith("ie"):
        present, past, gerund = verb + "s", verb + "d", verb[:-2] + "ying"
    elif verb.endswith("e") and not verb.endswith("ee"):
        present, past, gerund = verb + "s", verb + "d", verb[:-1] + "ing"
    elif verb.endswith(("s", "sh", "ch", "x", "z", "go", "do", "to")):
        present, past, gerund = verb + "es", stem + "ed", stem + "ing"
    else:
        present, past, gerund = verb + "s", stem + "ed", stem + "ing"
    if verb == "have":
        present = "has"
    pasts = _IRREGULAR.get(verb, past).split()
    return {verb: BASE, present: PRESENT, gerund: GERUND} | dict.fromkeys(pasts, PAST)


def _frames() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The frames of each verb, and the words that may follow it in the frame ``ABOUT``."""
    frames: dict[str, set[str]] = {}
    about: dict[str, set[str]] = {}
    for names, verbs in _GROUPS:
        for entry in verbs.split():
            verb, _colon, words = entry.partition(":")
            frames.setdefault(verb, set()).update(names)
            if words:
                about.setdefault(verb, set()).update(words.split(","))
    return (
        {verb: frozenset(names) for verb, names in frames.items()},
        {verb: frozenset(words) for verb, words in about.items()},
    )


FRAMES, PARTICLES = _frames()
# form -> (verb, what form it is); the cue verbs, and all that are known
CUES = {form: (verb, kind) for verb in FRAMES for form, kind in forms(verb).items()}
KNOWN = {form: kind for verb in EVERYDAY for form, kind in forms(verb).items()} | {
    form: kind for form, (_verb, kind) in CUES.items()
}
# forms that can end a quotation: “…?” Vold said
SPEAKING = frozenset(
    form
    for form, (verb, kind) in CUES.items()
    if kind in (PAST, PRESENT) and FRAMES[verb] & {CLAUSE, QUOTE}
)
