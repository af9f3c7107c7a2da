"""Little words, by what they do in a sentence, and the everyday verbs that part its clauses."""


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as a sentence is."""
    return frozenset(text.split())


DETERMINERS = word_set(
    "a an the this these those some any no every each both all another such many several most more"
    " few his her its their our my your whose"
)
POSSESSIVES = word_set("his her its their our my your whose")
SUBJECTS = word_set(
    "i he she it we they you who which that everyone nobody somebody someone many some others few"
    " both none one"
)
OBJECTS = word_set("me him her it us them you himself herself itself themselves myself")
PREPOSITIONS = word_set(
    "of in on at by for with from to into onto about against over under between among during"
    " before after since until through without within across toward towards behind beyond near off"
    " despite besides given following including amid upon as than like per via around up"
    " down out along outside inside"
)
BINDING = word_set("of for in at from with on to by")
SUBORDINATORS = word_set(
    "because although though while whereas when whenever where unless if since until after before"
    " once as whether so"
)
COORDINATORS = word_set("and or but nor yet")
BE = word_set("be is are was were been being am 's 're 'm")
HAVE = word_set("has have had having 've")
DO = word_set("do does did")
MODALS = word_set("will would can could may might must shall should ought 'll 'd cannot wo ca")
NEGATIONS = word_set("not n't never")
AUXILIARIES = BE | HAVE | DO | MODALS | NEGATIONS
ADVERBS = word_set(
    "also still now then already even just only often once again later soon long ever always never"
    " not n't first instead too perhaps maybe rather quite very almost nearly further thus"
    " nonetheless nevertheless meanwhile however today yesterday tomorrow there here"
)
NOT_ADVERBS = word_set(
    "family rally ally reply supply italy july early only daily weekly monthly likely friendly"
    " assembly monopoly anomaly butterfly fly rely apply imply comply multiply bully ugly lonely"
    " elderly costly deadly orderly emily molly sally kelly billy holy silly jelly belly"
)
TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier later"
    " afterward afterwards recently repeatedly morning afternoon evening night last this week month"
    " year ago then now"
)
TITLES = word_set(
    "mr. mrs. ms. dr. sen. sens. rep. reps. gov. govs. gen. lt. col. sgt. capt. prof. rev. hon. st."
    " jr. sr. maj. adm. cmdr. dist. supt. atty. del. amb. pres. vs. no. u.s. u.k. u.n. d.c."
)
EVERYDAY = word_set(
    "accept act add affect aim allow appear apply approve arrive attend avoid become begin bring"
    " build buy call campaign carry cause change close come compete consider contain continue cost"
    " cover create cut deal deliver develop do draw drive drop earn end enter exist face fail fall"
    " fight fill find finish fit fly follow force form gain get give go grow happen have help hit"
    " hold hurt include increase join keep kill know lack lead learn leave let like live look lose"
    " love make mark matter mean meet move need occur offer open own pass pay play prevent produce"
    " prove provide publish pull push put raise reach read receive reduce remain remove represent"
    " require resign result return rise run save see seek seem sell send serve set share sit speak"
    " spend spread stand start stay stop struggle suffer survive take talk teach tend travel try"
    " turn use visit vote wait walk want watch wear win work write"
)
