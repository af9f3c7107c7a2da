"""Writing a package of QTI 1.2 as Canvas and others import it: a manifest, a quiz, the pictures."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from quizapp.bank import Bank
from quizapp.claims import TITLES, Standing
from quizapp.formats.base import Loss, Written
from quizapp.formats.qti.dialect import attributes, paragraphs, text
from quizapp.formats.qti.idents import theirs
from quizapp.formats.qti.losses import losses_of
from quizapp.formats.qti.package import MEDIA
from quizapp.formats.qti.write import HEAD, keywords, pictured, zipped
from quizapp.i18n import _
from quizapp.items import (
    Cloze,
    Gap,
    Info,
    Item,
    Match,
    MultipleResponse,
    Numeric,
    Option,
    Order,
    ShortAnswer,
    StandingItem,
    TrueFalse,
    decimal,
)
from quizapp.items.choice import OneRight
from quizapp.items.typed import same

SPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
ANSWER, ALL = "response1", "general_fb"


def write_1_2(bank: Bank, files: Mapping[str, bytes]) -> Written:
    """The bank as a package of QTI 1.2."""
    losses: list[Loss] = []
    items: list[Item] = []
    made: list[str] = []
    for item in bank.items:
        losses += losses_of(item, files, "qti12")
        written = _item(item)
        if written:
            made.append(written)
            items.append(item)
    shown = pictured(items, files)
    whole = {
        "imsmanifest.xml": _manifest(bank, shown),
        "quiz.xml": _quiz(bank, made),
        **{MEDIA + name: files[name] for name in shown},
    }
    return Written(data=zipped(whole), losses=tuple(losses))


def _manifest(bank: Bank, pictures: Iterable[str]) -> bytes:
    files = ("quiz.xml", *(MEDIA + quote(name) for name in pictures))
    named = "".join(f"<file{attributes({'href': name})}/>" for name in files)
    given = attributes({"identifier": "quiz", "type": "imsqti_xmlv1p2", "href": "quiz.xml"})
    identifier = attributes({"identifier": f"M-{theirs(bank.id)}"})
    return (
        f'{HEAD}<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"{identifier}><metadata>'
        "<schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>"
        f"<organizations/><resources><resource{given}>{named}</resource></resources></manifest>\n"
    ).encode()


def _quiz(bank: Bank, items: Sequence[str]) -> bytes:
    given = attributes({"ident": f"A-{theirs(bank.id)}", "title": bank.title})
    language = attributes({"xml:lang": bank.language})
    return (
        f'{HEAD}<questestinterop xmlns="{SPACE}"{language}><assessment{given}>'
        f'<section ident="root_section">{"".join(items)}</section></assessment>'
        "</questestinterop>\n"
    ).encode()


def _item(item: Item) -> str:
    """An item; nothing where the format has no place for its kind."""
    if isinstance(item, Info) and item.original and item.original.format == "qti12":
        return _in_no_space(item.original.source)
    make = next((make for kind, make in _MAKERS.items() if isinstance(item, kind)), None)
    if make is None:
        return ""
    type_, shown, scoring = make(item)
    said = {
        "question_type": type_,
        "points_possible": decimal(item.weight),
        "quizapp_tags": "\n".join(keywords(item)),
    }
    if isinstance(item, Cloze) and item.stem:
        said["quizapp_stem"] = item.stem
    fields = "".join(_field(label, entry) for label, entry in said.items())
    stem = item.text if isinstance(item, Cloze) else item.stem
    if isinstance(item, StandingItem):
        stem = f"{_(item.prompt)}\n{item.claim}"
    if isinstance(item, Cloze):
        for gap in item.gaps:
            stem = stem.replace(f"[[{gap.id}]]", f"[{gap.id}]")
    options: tuple[Option, ...] = getattr(item, "options", ())
    least = "-100" if any(o.credit is not None and o.credit < 0 for o in options) else "0"
    outcomes = f'<decvar maxvalue="100" minvalue="{least}" varname="SCORE" vartype="Decimal"/>'
    rules = _always(item) + _remarks(options) + scoring
    given = attributes({"ident": theirs(item.id), "title": _title(item)})
    return (
        f"<item{given}><itemmetadata><qtimetadata>{fields}</qtimetadata></itemmetadata>"
        f"<presentation>{_html(_picture(item) + paragraphs(stem))}{shown}</presentation>"
        f"<resprocessing><outcomes>{outcomes}</outcomes>{rules}</resprocessing>"
        f"{_said(item, options)}</item>"
    )


def _in_no_space(source: str) -> str:
    """An original that is in no namespace, kept out of the one of the file around it."""
    head, end, rest = source.partition(">")
    return source if "xmlns" in head else f'{head[:5]} xmlns=""{head[5:]}{end}{rest}'


def _title(item: Item) -> str:
    words = " ".join((item.subject or item.id).split())
    return words if len(words) <= 80 else f"{words[:79]}…"


def _field(label: str, entry: str) -> str:
    return (
        f"<qtimetadatafield><fieldlabel>{label}</fieldlabel>"
        f"<fieldentry>{text(entry)}</fieldentry></qtimetadatafield>"
    )


def _html(markup: str) -> str:
    """HTML as this version has it: as text."""
    return f'<material><mattext texttype="text/html">{text(markup)}</mattext></material>'


def _plain(words: str) -> str:
    """Words alone. What looks like markup is written as HTML, which it is then not taken for."""
    if "<" in words or "&" in words:
        return _html(text(words))
    return f'<material><mattext texttype="text/plain">{text(words)}</mattext></material>'


def _picture(item: Item) -> str:
    if item.picture is None:
        return ""
    given = {
        "src": MEDIA + quote(item.picture.file),
        "alt": " ".join(item.picture.alternative.split()),
    }
    return f"<p><img{attributes(given)}/></p>"


def _remarks(options: Sequence[Option]) -> str:
    """The conditions that bring up what is said to an option."""
    return "".join(
        f'<respcondition continue="Yes"><conditionvar>{_equal(theirs(option.id))}</conditionvar>'
        f"<displayfeedback{attributes(_link(theirs(option.id)))}/></respcondition>"
        for option in options
        if option.feedback
    )


def _always(item: Item) -> str:
    """The condition that brings up what is said to everybody."""
    if not item.feedback:
        return ""
    return (
        '<respcondition continue="Yes"><conditionvar><other/></conditionvar>'
        f'<displayfeedback feedbacktype="Response" linkrefid="{ALL}"/></respcondition>'
    )


def _link(id_: str) -> dict[str, str]:
    return {"feedbacktype": "Response", "linkrefid": f"{id_}_fb"}


def _said(item: Item, options: Sequence[Option]) -> str:
    remarks = [(f"{theirs(o.id)}_fb", o.feedback) for o in options if o.feedback]
    if item.feedback:
        remarks.append((ALL, item.feedback))
    return "".join(
        f"<itemfeedback{attributes({'ident': id_})}><flow_mat>{_html(paragraphs(words))}"
        "</flow_mat></itemfeedback>"
        for id_, words in remarks
    )


def _equal(value: str, id_: str = ANSWER, case: str = "") -> str:
    given = attributes({"respident": id_} | ({"case": case} if case else {}))
    return f"<varequal{given}>{text(value)}</varequal>"


def _scores(test: str, amount: Decimal | float = 100, action: str = "Set", more: str = "") -> str:
    score = f"{amount:.12g}" if isinstance(amount, float) else decimal(Decimal(amount))
    return (
        f"<respcondition{more}><conditionvar>{test}</conditionvar>"
        f'<setvar action="{action}" varname="SCORE">{score}</setvar></respcondition>'
    )


def _list(options: Sequence[Option], cardinality: str, id_: str = ANSWER, beside: str = "") -> str:
    labels = "".join(
        f"<response_label{attributes({'ident': theirs(option.id)})}>{_plain(option.text)}"
        "</response_label>"
        for option in options
    )
    given = attributes({"ident": id_, "rcardinality": cardinality})
    return f"<response_lid{given}>{beside}<render_choice>{labels}</render_choice></response_lid>"


def _one_right(item: OneRight) -> tuple[str, str, str]:
    rules = []
    for option in item.options:
        earned = Decimal(option.id == item.right) if option.credit is None else option.credit
        if earned:
            amount = (earned * 100).normalize()
            rules.append(_scores(_equal(theirs(option.id)), amount, more=' continue="No"'))
    return "multiple_choice_question", _list(item.options, "Single"), "".join(rules)


def _true_false(item: TrueFalse) -> tuple[str, str, str]:
    options = [Option("true", "True"), Option("false", "False")]
    return "true_false_question", _list(options, "Single"), _scores(_equal(item.right))


def _multiple(item: MultipleResponse) -> tuple[str, str, str]:
    shown = _list(item.options, "Multiple")
    if item.all_or_nothing:
        tests = (
            _equal(theirs(o.id)) if o.id in item.right else f"<not>{_equal(theirs(o.id))}</not>"
            for o in item.options
        )
        return "multiple_answers_question", shown, _scores(f"<and>{''.join(tests)}</and>")
    if item.weighed:
        earned = (
            _scores(_equal(theirs(o.id)), (o.credit * 100).normalize(), "Add")
            for o in item.options
            if o.credit
        )
        return "multiple_answers_question", shown, "".join(earned)
    right = 100 / max(len(item.right), 1)
    wrong = -100 / max(len(item.options) - len(item.right), 1)
    rules = (
        _scores(_equal(theirs(o.id)), right if o.id in item.right else wrong, "Add")
        for o in item.options
    )
    return "multiple_answers_question", shown, "".join(rules)


def _order(item: Order) -> tuple[str, str, str]:
    shown = sorted(item.options, key=lambda option: option.id)
    wanted = "".join(_equal(theirs(option.id)) for option in item.options)
    return "ordering_question", _list(shown, "Ordered"), _scores(wanted)


def _typed(kind: str) -> str:
    given = attributes({"ident": ANSWER, "rcardinality": "Single"})
    return (
        f'<response_str{given}><render_fib fibtype="{kind}"><response_label ident="answer1"/>'
        "</render_fib></response_str>"
    )


def _short_answer(item: ShortAnswer) -> tuple[str, str, str]:
    case = "Yes" if item.case else "No"
    tests = "".join(_equal(answer, case=case) for answer in item.accepted)
    wanted = f"<or>{tests}</or>" if len(item.accepted) > 1 else tests
    stop = ' continue="No"'
    rules = _scores(wanted, more=stop) + "".join(
        _scores(_equal(words, case=case), (part * 100).normalize(), more=stop)
        for words, part in item.partial
    )
    return "short_answer_question", _typed("String"), rules


def _numeric(item: Numeric) -> tuple[str, str, str]:
    answers = [(item.answer or Decimal(0), item.tolerance)]
    answers += [(other.answer, other.tolerance) for other in item.others]
    rules = (_scores(_within(*one), more=' continue="No"') for one in answers)
    return "numerical_question", _typed("Decimal"), "".join(rules)


def _within(answer: Decimal, tolerance: Decimal) -> str:
    """The test whether a number is near enough."""
    test = _equal(decimal(answer))
    if tolerance:
        low, high = decimal(answer - tolerance), decimal(answer + tolerance)
        within = (
            f'<vargte respident="{ANSWER}">{low}</vargte>'
            f'<varlte respident="{ANSWER}">{high}</varlte>'
        )
        test = f"<or>{test}<and>{within}</and></or>"
    return test


def _cloze(item: Cloze) -> tuple[str, str, str]:
    lists = {gap.id: _labels(gap) for gap in item.gaps}
    shown = "".join(
        _list(lists[gap.id], "Single", f"response_{gap.id}", _plain(gap.id)) for gap in item.gaps
    )
    tests = {
        gap.id: [
            _equal(theirs(option.id), f"response_{gap.id}")
            for option in lists[gap.id]
            if same(option.text, gap.accepted)
        ]
        for gap in item.gaps
    }
    kind = "multiple_dropdowns" if any(gap.options for gap in item.gaps) else _BLANKS
    if item.all_or_nothing:
        each = (f"<or>{''.join(right)}</or>" for right in tests.values())
        return f"{kind}_question", shown, _scores(f"<and>{''.join(each)}</and>")
    most = sum(gap.weight for gap in item.gaps) or Decimal(1)
    rules = (
        _scores(f"<or>{''.join(tests[gap.id])}</or>", float(100 * gap.weight / most), "Add")
        for gap in item.gaps
    )
    return f"{kind}_question", shown, "".join(rules)


def _labels(gap: Gap) -> list[Option]:
    words = gap.options or gap.accepted
    return [Option(f"{gap.id}-{n}", option) for n, option in enumerate(words, start=1)]


def _match(item: Match) -> tuple[str, str, str]:
    columns = [Option(id_, name) for id_, name in item.names]
    shown = "".join(
        _list(columns, "Single", theirs(row), _plain(words)) for row, words in item.texts
    )
    tests = [_equal(theirs(column), theirs(row)) for row, column in item.pairs]
    if item.all_or_nothing:
        return "matching_question", shown, _scores(f"<and>{''.join(tests)}</and>")
    weights = item.weights or (Decimal(1),) * len(tests)
    most = sum(weights) or Decimal(1)
    pairs = zip(tests, weights, strict=True)
    rules = (_scores(test, float(100 * one / most), "Add") for test, one in pairs)
    return "matching_question", shown, "".join(rules)


def _standing(item: StandingItem) -> tuple[str, str, str]:
    options = [Option(standing.value, _(TITLES[standing])) for standing in Standing]
    rules = (_scores(_equal(right)) for right in item.accepted[:1])
    return "multiple_choice_question", _list(options, "Single"), "".join(rules)


def _info(_item: Info) -> tuple[str, str, str]:
    return "text_only_question", "", ""


_BLANKS = "fill_in_multiple_blanks"
_MAKERS: dict[type[Item], Callable[[Any], tuple[str, str, str]]] = {
    TrueFalse: _true_false,
    MultipleResponse: _multiple,
    Order: _order,
    Match: _match,
    StandingItem: _standing,
    OneRight: _one_right,
    ShortAnswer: _short_answer,
    Numeric: _numeric,
    Cloze: _cloze,
    Info: _info,
}
