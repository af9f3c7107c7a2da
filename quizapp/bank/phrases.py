"""The sentences of derived items, one set a language. A bank's language picks its set."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """Whole sentences with named fields, in one language.

    ``sure`` heads a headline that tells a claim as certain. ``settlers`` are what would confirm an
    asserted claim, ``others`` what would not. ``firmer`` turns a hedge into its firm form, unless
    a word of ``perfect`` follows it. ``less`` heads a claim told as weaker than it is.
    """

    who_says: str
    who_denies: str
    who_was_asked: str
    who_would_know: str
    who_cites: str
    what_settles: str
    which_overstates: str
    how_far: str
    chain: str
    match: str
    said_by: str
    denied_by: str
    asked_was: str
    would_know: str
    cited_by: str
    settle_why: str
    sure_why: str
    condition_why: str
    hedge_why: str
    many_why: str
    scope_why: str
    chain_why: str
    sure: str
    many: str
    less: str
    settlers: tuple[str, ...]
    others: tuple[str, ...]
    firmer: tuple[tuple[str, str], ...]
    perfect: tuple[str, ...]


ENGLISH = Phrases(
    who_says="Who says this in the article? “{claim}”",
    who_denies="Who rejects this in the article? “{claim}”",
    who_was_asked="Who in the article has no answer on this? “{claim}”",
    who_would_know="Who or what could settle this? The article leaves it open: “{claim}”",
    who_cites="Who argues from this in the article? “{claim}”",
    what_settles="What, if the article had it, would confirm this? “{claim}”",
    which_overstates="Which headline goes further than the article?",
    how_far="How far do the words of the article go?",
    chain="Who had it from whom? Begin with the one closest to what happened. “{claim}”",
    match="Give each claim to the source that the article gives it to.",
    said_by="The article gives this to {source}.",
    denied_by="The one who rejects it is {source}.",
    asked_was="The question is put to {source}, who has no answer.",
    would_know="This would settle it: {source}. The others would settle other open questions.",
    cited_by="It is {source} from whom the article has this consideration.",
    settle_why="More voices of the same kind leave a claim where it was. Someone in a position to "
    "know, or a record, would move it.",
    sure_why="The article does not show this claim to be sure. The other two are confirmed in it.",
    condition_why="The headline leaves out a condition: “{condition}”.",
    hedge_why="The headline makes a hedge firm: “{hedge}”.",
    many_why="The article has this from one source alone: {source}.",
    scope_why="The article goes as far as this and no further: “{claim}”",
    chain_why="Each hand that a report goes through is a place where it can change.",
    sure="It is certain: {claim}",
    many="Several sources say: {claim}",
    less="Still left open: {claim}",
    settlers=(
        "A public record that shows it",
        "A named witness to it, on record",
        "A named person in charge of it",
    ),
    others=(
        "A second unnamed person saying so",
        "The same words in another paper",
        "A firmer verb in the same sentence",
        "Many more people passing it on",
    ),
    firmer=(
        ("could", "will"),
        ("might", "will"),
        ("may", "will"),
        ("can", "will"),
        ("possibly", "certainly"),
        ("probably", "certainly"),
        ("perhaps", "certainly"),
    ),
    perfect=("have",),
)

FRENCH = Phrases(
    who_says="Qui dit cela dans l’article ? « {claim} »",
    who_denies="Qui rejette cela dans l’article ? « {claim} »",
    who_was_asked="Qui, dans l’article, n’a pas de réponse à ce sujet ? « {claim} »",
    who_would_know="Qui ou quoi pourrait trancher ? L’article laisse la question ouverte : "
    "« {claim} »",
    who_cites="Qui s’appuie sur cela dans l’article ? « {claim} »",
    what_settles="Qu’est-ce qui, si l’article le donnait, confirmerait cela ? « {claim} »",
    which_overstates="Quel titre va plus loin que l’article ?",
    how_far="Jusqu’où vont les mots de l’article ?",
    chain="Qui l’a appris de qui ? Commencez par la personne la plus proche des faits. « {claim} »",
    match="Attribuez chaque affirmation à la source que l’article lui donne.",
    said_by="L’article attribue cela à : {source}.",
    denied_by="C’est cette source qui le rejette : {source}.",
    asked_was="La question est posée à cette source, qui n’a pas de réponse : {source}.",
    would_know="Voici ce qui trancherait : {source}. Le reste trancherait d’autres questions.",
    cited_by="L’article attribue cet argument à : {source}.",
    settle_why="D’autres voix du même genre laissent l’affirmation où elle était. Une personne "
    "bien placée pour savoir, ou un document, la ferait avancer.",
    sure_why="L’article ne montre pas que cette affirmation est sûre. Les deux autres y sont "
    "confirmées.",
    condition_why="Le titre omet une condition : « {condition} ».",
    hedge_why="Le titre rend ferme ce que l’article dit avec prudence : « {hedge} ».",
    many_why="L’article ne le tient que d’une source : {source}.",
    scope_why="L’article va jusque-là et pas plus loin : « {claim} »",
    chain_why="Chaque main par laquelle passe un récit est un endroit où il peut changer.",
    sure="C’est certain : {claim}",
    many="Plusieurs sources le disent : {claim}",
    less="Encore en suspens : {claim}",
    settlers=(
        "Un document public qui le montre",
        "Un témoin qui le dit sous son nom",
        "Un responsable cité par son nom",
    ),
    others=(
        "Une autre personne, restée anonyme",
        "Les mêmes mots dans un autre journal",
        "Un verbe plus ferme dans la phrase",
        "Beaucoup de gens qui le répètent",
    ),
    firmer=(
        ("pourrait", "va"),
        ("pourraient", "vont"),
        ("peut", "va"),
        ("peuvent", "vont"),
        ("probablement", "certainement"),
        ("peut-être", "certainement"),
    ),
    perfect=("avoir",),
)

UKRAINIAN = Phrases(
    who_says="Хто каже це у статті? «{claim}»",
    who_denies="Хто відкидає це у статті? «{claim}»",
    who_was_asked="Хто у статті не має відповіді на це? «{claim}»",
    who_would_know="Хто або що це розв’язало б? Стаття лишає питання відкритим: «{claim}»",
    who_cites="Хто у статті спирається на цей аргумент? «{claim}»",
    what_settles="Що підтвердило б це, якби було у статті? «{claim}»",
    which_overstates="Який заголовок каже більше, ніж стаття?",
    how_far="Як далеко заходять слова статті?",
    chain="Хто від кого про це дізнався? Почніть з того, хто найближче до події. «{claim}»",
    match="Поєднайте кожне твердження з джерелом, якому його приписує стаття.",
    said_by="Стаття приписує це такому джерелу: {source}.",
    denied_by="Це відкидає таке джерело: {source}.",
    asked_was="Запитали це джерело, і воно не має відповіді: {source}.",
    would_know="Це розв’язало б питання: {source}. Решта розв’язала б інші питання.",
    cited_by="Цей аргумент у статті належить такому джерелу: {source}.",
    settle_why="Нові голоси того самого роду нічого не змінюють. Змінила б щось людина, яка має це "
    "знати, або документ.",
    sure_why="Стаття не показує, що це точно так. Два інші твердження в ній підтверджено.",
    condition_why="Заголовок опускає умову: «{condition}».",
    hedge_why="Заголовок каже твердо те, що стаття каже обережно: «{hedge}».",
    many_why="У статті це походить лише від одного джерела: {source}.",
    scope_why="Стаття заходить саме так далеко, і не далі: «{claim}»",
    chain_why="Кожні руки, через які проходить розповідь, можуть її змінити.",
    sure="Це точно так: {claim}",
    many="Кілька джерел кажуть: {claim}",
    less="Ще не з’ясовано: {claim}",
    settlers=(
        "Відкритий документ, який це показує",
        "Названий свідок, який це заявляє",
        "Названа особа, яка за це відповідає",
    ),
    others=(
        "Ще одна людина, ім’я якої не названо",
        "Ті самі слова в іншій газеті",
        "Твердіше дієслово в тому ж реченні",
        "Багато людей, які це повторюють",
    ),
    firmer=(
        ("можливо", "безперечно"),
        ("імовірно", "безперечно"),
        ("ймовірно", "безперечно"),
        ("мабуть", "безперечно"),
    ),
    perfect=("не",),
)

LANGUAGES = {"en": ENGLISH, "fr": FRENCH, "uk": UKRAINIAN}


def phrases_for(language: str) -> Phrases:
    """The sentences for a language tag such as ``fr-CA``; English where there are none."""
    return LANGUAGES.get(language.split("-", maxsplit=1)[0].casefold(), ENGLISH)
