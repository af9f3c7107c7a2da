"""Nouns that bring in what somebody says, wants or decides, by what may follow them.

Written for this program from general knowledge of English, as the verbs are.
"""

_CLAUSE = (
    "claim statement report suggestion assertion allegation accusation argument belief fear hope"
    " complaint contention notion idea view opinion warning prediction denial admission promise"
    " pledge vow rumor rumour charge conclusion finding news evidence proof sense feeling concern"
    " worry doubt suspicion assumption impression theory insistence announcement declaration"
    " assurance acknowledgment confession realization expectation proposal demand speculation"
)
_DEED = (
    "decision promise pledge plan proposal offer vow refusal intention effort threat willingness"
    " request demand call desire commitment attempt bid push move agreement determination"
    " reluctance eagerness wish"
)
_ABOUT = (
    "criticism:of accusation:of,against allegation:of,against charge:of claim:of denial:of"
    " support:for opposition:to endorsement:of attack:on,against call:for praise:for,of view:on"
    " views:on,of stance:on,against position:on opinion:of,on,about concern:about,over complaint:of"
    ",about warning:of,about,against fear:of rejection:of condemnation:of defense:of defence:of"
    " comment:about,on remark:about,on question:about,on demand:for plan:for promise:of report:of"
    " proposal:for,on threat:of skepticism:about,of,toward doubt:about rhetoric:on,about"
    " assessment:of description:of characterization:of interpretation:of talk:of"
    " prediction:of suggestion:of admission:of announcement:of disapproval:of approval:of"
    " appeal:for argument:for,against,about vote:against,for speculation:about"
)


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


def _both(nouns: str) -> frozenset[str]:
    return frozenset(form for noun in nouns.split() for form in (noun, _plural(noun)))


BEFORE_CLAUSE = _both(_CLAUSE)
BEFORE_DEED = _both(_DEED)
BEFORE_ABOUT = {
    form: frozenset(words.split(","))
    for noun, _colon, words in (entry.partition(":") for entry in _ABOUT.split())
    for form in (noun, _plural(noun))
}
