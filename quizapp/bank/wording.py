"""The words of each language that the checks of wording look for, in one literal."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.text import words

QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"")
_VOWEL, _CONSONANT = "aeiouyhàâäéèêëîïôöùûü", "bcdfgjklmnpqrstvwxz"


@dataclass(frozen=True, slots=True)
class Wording:
    """One language.

    ``negative`` turns a stem round, unless it comes after ``that``; ``undated`` means the day of
    reading, ``article`` points at the text rather than the world, ``fact`` asks how things are.
    ``all_or_none`` is a whole option. ``fits`` are endings of a stem, each with what an option
    after it must look like. ``idle`` words carry no content, ``hedges`` leave something open.
    """

    negative: re.Pattern[str]
    that: re.Pattern[str]
    all_or_none: re.Pattern[str]
    undated: re.Pattern[str]
    article: re.Pattern[str]
    fact: re.Pattern[str]
    fits: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    hedges: frozenset[str]
    idle: frozenset[str]


def _any(text: str) -> re.Pattern[str]:
    """Any of these words, whole; ``*`` stands for an ending."""
    given = "|".join(text.split()).replace("*", r"\w*").replace("_", " ")
    return re.compile(rf"(?<!\w)(?:{given})(?!\w)", re.IGNORECASE)


def _pair(ending: str, option: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(ending, re.IGNORECASE), re.compile(option, re.IGNORECASE)


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


WORDINGS: dict[str, Wording] = {
    "en": Wording(
        negative=_any(
            "not except excluding neither nor never cannot isn[’']t aren[’']t wasn[’']t "
            "weren[’']t doesn[’']t don[’']t didn[’']t hasn[’']t haven[’']t can[’']t won[’']t "
            "least"
        ),
        that=re.compile(r"(?<=\w) (?:that|whether|if)\b", re.IGNORECASE),
        all_or_none=re.compile(
            r"(all|none|both|neither|any|some) of (the )?(above|these|them|others|two)"
            r"|(all|none) (the )?(above|others)|the above|a(\)|,)? and b\)?",
            re.IGNORECASE,
        ),
        undated=_any("now currently nowadays at_present at_the_moment today"),
        article=_any(
            "article* summar* text* passage* stor(?:y|ies) report* headline* paper* notice* "
            "statement* account* words? sentence* paragraph* quot* claim* source* "
            "consideration* say says said saying tell* told speak* spoke* mention* cite* "
            "cites name[sd]? call* argu* confirm* assert* den(?:y|ies|ied) reject* disput* "
            "object* admit* announce* describe* explain* warn* urge* add[s]? ask* answer* "
            "stress* writ* wrote put[s]? give[sn]? gave raise* stand* word here read* record* "
            "show[ns]? open known unknown"
        ),
        fact=re.compile(
            r"^(?:(?:what|which|who|whose|where|when|why|how)\b.*\b"
            r"(?:is|are|does|do|has|have|can|will)\b|(?:is|are|does|do|has|have|can|will)\b)",
            re.IGNORECASE,
        ),
        fits=(
            _pair(r"\ba[\s:…._]*$", rf"^[{_CONSONANT}hyu]"),
            _pair(r"\ban[\s:…._]*$", r"^[aeiouh]"),
            _pair(r"\b(?:are|were|these|those)[\s:…._]*$", r"(?:[^su]s|ies)\b|\band\b|\bpeople\b"),
            _pair(r"\bis[\s:…._]*$", r"^(?!\w+(?:[^su]s|ies)\b)"),
        ),
        hedges=_set(
            "may might could can would seem seems seemed appear appears appeared suggest "
            "suggests suggested possibly perhaps probably likely unlikely reportedly "
            "allegedly apparently some sometimes often usually maybe almost nearly partly"
        ),
        idle=_set(
            "a an the and or but of in on at to for from by with about as is are was were be "
            "been being it its this that these those he she they them his her their there "
            "here who whom whose which what when where why how do does did has have had not "
            "no nor so than then if while after before into over under out up down off only "
            "own same such also said says say will would can could may might should i you we "
            "us our your one two other article summary"
        ),
    ),
    "fr": Wording(
        negative=_any("ne n[’']\\w+ pas sauf excepté hormis jamais aucun aucune ni moins"),
        that=re.compile(r"(?<=\w)(?<!ce) (?:que|qu[’']|si)\b", re.IGNORECASE),
        all_or_none=re.compile(
            r"(aucune?|toutes?|tous|les deux)( (de|parmi))? (ces|les|ceux|celles)\b.*"
            r"|(aucune?|tou(s|te|tes)) (ci-dessus|des .*)|ci-dessus|a et b",
            re.IGNORECASE,
        ),
        undated=_any(
            "maintenant actuellement aujourd[’']hui de_nos_jours en_ce_moment présentement"
        ),
        article=_any(
            "article* résumé* texte* récit* titre* journal* reportage* rapport* communiqué* "
            "phrase* mot mots paragraphe* cit* affirm* source* dit disent parl* mentionn* "
            "nomm* appel* argu* confirm* ni(?:e|ent|é) rejet* contest* déclar* annonc* décri* "
            "expliqu* ajout* demand* répon* écri* ici donn* montr* ouvert* connu* inconnu* "
            "lecture lire propos selon d[’']après"
        ),
        fact=re.compile(
            r"^(?:qu[ei’']|quels?|quelles?|qui|où|quand|pourquoi|comment|combien|est-ce)\b.*\b"
            r"(?:est|sont|a|ont|fait|font|peut|peuvent)\b",
            re.IGNORECASE,
        ),
        fits=(
            _pair(r"(?<!\w)(?:l|d|qu|n|s)[’'][\s:…._]*$", rf"^[{_VOWEL}]"),
            _pair(r"(?<!\w)(?:le|la|de|que)[\s:…._]*$", rf"^[{_CONSONANT}h]"),
            _pair(r"(?<!\w)(?:les|des|ces|sont)[\s:…._]*$", r"^(?:les |des )?\w+[sx]\b"),
        ),
        hedges=_set(
            "peut peuvent pourrait pourraient semble semblent paraît serait seraient aurait "
            "auraient peut-être probablement sans-doute vraisemblablement apparemment "
            "possible possiblement certains certaines parfois souvent environ presque suggère "
            "suggèrent devrait devraient"
        ),
        idle=_set(
            "un une le la les l d des du de et ou mais à au aux en dans sur sous par pour "
            "avec sans ce cet cette ces il elle ils elles on y est sont était étaient être "
            "été a ont avait qui que qu quoi dont où quand comment ne n pas ni se s son sa "
            "ses leur leurs c cela article résumé selon dit disent plus"
        ),
    ),
    "uk": Wording(
        negative=_any("не ні крім окрім жоден жодна жодне жодного ніколи найменше"),
        that=re.compile(r", (?:що|чи|якщо)\b", re.IGNORECASE),
        all_or_none=re.compile(
            r"(жодн|усі|всі|обидв|усе|все|ніщо)\w*( (з|із|зі))? "
            r"(цих|наведен|перелічен|вище|них)\w*.*"
            r"|(усе|все|жодне) (вище|наведене|перелічене).*|а і б",
            re.IGNORECASE,
        ),
        undated=_any("зараз тепер нині сьогодні наразі на_сьогодні"),
        article=_any(
            "статт* текст* викла* розповід* заголов* газет* повідомл* звіт* заяв* слов* слів "
            "речен* абзац* цит* твердж* стверджу* джерел* каж* говор* зга* назива* назв* "
            "аргумент* підтвер* запереч* відкид* оголо* опису* поясн* дода* пита* відпов* "
            "пиш* писа* тут дає да[вл]* показ* відкрит* відом* невідом* за_словами"
        ),
        fact=re.compile(
            r"^(?:що|який|яка|яке|які|хто|де|коли|чому|як|скільки|чи)\b(?!.*\b\w+(?:в|ла|ло|ли)\b)",
            re.IGNORECASE,
        ),
        fits=(
            _pair(r"(?<!\w)у[\s:…._]*$", r"^[бвгґджзйклмнпрстфхцчшщ]"),
            _pair(r"(?<!\w)в[\s:…._]*$", r"^[аеєиіїоуюя]"),
            _pair(r"(?<!\w)(?:ці|є такі|були)[\s:…._]*$", r"^\w+[иії]\b"),
        ),
        hedges=_set(
            "може можуть міг могла могло могли можливо мабуть імовірно ймовірно певно начебто "
            "нібито здається схоже деякі дехто іноді часто близько приблизно майже очевидно"
        ),
        idle=_set(
            "і й та а але або чи у в на до від з із зі за для про по при під над між через як "
            "що щоб це цей ця ці цього той та те ті він вона воно вони його її їх їхній є був "
            "була було були бути не ні хто який яка яке які де коли чому б би же ж лише "
            "тільки стаття статті каже кажуть викладі"
        ),
    ),
}  # fmt: skip


def wording_for(language: str) -> Wording:
    """The words for a language tag such as ``fr-CA``; English where there are none."""
    return WORDINGS.get(language.split("-", maxsplit=1)[0].casefold(), WORDINGS["en"])


def content(text: str, idle: Iterable[str]) -> frozenset[str]:
    """The words of ``text`` that carry content, each without its possessive ending."""
    plain = (word.removesuffix("’s").removesuffix("'s") for word in words(text))
    return frozenset(plain) - frozenset(idle)


def unquoted(text: str) -> str:
    """``text`` without what stands in quotation marks."""
    return QUOTED.sub(" ", text)
