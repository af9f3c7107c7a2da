"""Items of QTI as other programs write them, made here."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NS2 = 'xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"'
MATCH = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"
MAP = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"
SCORE = '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>'


def item2(response: str, body: str, scoring: str = "", more: str = "", id_: str = "harbour") -> str:
    """One item of QTI 2.1. ``scoring`` is a template's address, or rules."""
    rules = scoring
    if not scoring.startswith("<") and scoring:
        rules = f'<responseProcessing template="{scoring}"/>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<assessmentItem {NS2} identifier="{id_}" '
        f'title="The harbour" adaptive="false" timeDependent="false">{response}{SCORE}'
        f"<itemBody>{body}</itemBody>{rules}{more}</assessmentItem>"
    )


def response(
    key: tuple[str, ...] = (),
    cardinality: str = "single",
    base: str = "identifier",
    mapping: str = "",
    id_: str = "RESPONSE",
) -> str:
    """A response declaration."""
    values = "".join(f"<value>{value}</value>" for value in key)
    correct = f"<correctResponse>{values}</correctResponse>" if key else ""
    return (
        f'<responseDeclaration identifier="{id_}" cardinality="{cardinality}" baseType="{base}">'
        f"{correct}{mapping}</responseDeclaration>"
    )


def mapping(entries: dict[str, float], attributes: str = 'defaultValue="0"') -> str:
    """What each value is worth."""
    made = "".join(
        f'<mapEntry mapKey="{k}" mappedValue="{v}" caseSensitive="false"/>'
        for k, v in entries.items()
    )
    return f"<mapping {attributes}>{made}</mapping>"


def choices(most: int = 1, letters: str = "ABC") -> str:
    """A choice interaction with options “Boat A” and so on."""
    made = "".join(f'<simpleChoice identifier="{c}">Boat {c}</simpleChoice>' for c in letters)
    return (
        f'<choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="{most}">'
        f"<prompt>Which one left?</prompt>{made}</choiceInteraction>"
    )


def item12(presentation: str, processing: str, type_: str = "", more: str = "") -> str:
    """A file of QTI 1.2 with one item in a section of an assessment."""
    field = (
        f"<qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>{type_}</fieldentry>"
        "</qtimetadatafield><qtimetadatafield><fieldlabel>points_possible</fieldlabel>"
        "<fieldentry>2</fieldentry></qtimetadatafield>"
    )
    metadata = f"<itemmetadata><qtimetadata>{field}</qtimetadata></itemmetadata>" if type_ else ""
    return (
        '<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">'
        '<assessment ident="a" title="A quiz"><section ident="s" title="Part one">'
        f'<item ident="Q1" title="The harbour">{metadata}<presentation>{presentation}'
        f"</presentation><resprocessing><outcomes><decvar maxvalue='100' varname='SCORE'/>"
        f"</outcomes>{processing}</resprocessing>{more}</item></section></assessment>"
        "</questestinterop>"
    )


def material(text: str) -> str:
    """A piece of text of QTI 1.2, HTML written as text."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<material><mattext texttype="text/html">{escaped}</mattext></material>'


def labels(options: dict[str, str]) -> str:
    """The options of a list of QTI 1.2."""
    made = (
        f'<response_label ident="{k}">{material(v)}</response_label>' for k, v in options.items()
    )
    return f"<render_choice>{''.join(made)}</render_choice>"


def condition(test: str, action: str = "Set", amount: float = 100, attributes: str = "") -> str:
    """A condition of QTI 1.2 with its score."""
    score = f'<setvar action="{action}" varname="SCORE">{amount}</setvar>'
    return f"<respcondition {attributes}><conditionvar>{test}</conditionvar>{score}</respcondition>"


def equal(id_: str, value: str) -> str:
    """The test whether a response is or has a value."""
    return f'<varequal respident="{id_}">{value}</varequal>'


def zipped(files: dict[str, str | bytes]) -> bytes:
    """A zip file."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return out.getvalue()


def manifest(*resources: str) -> str:
    """A manifest with these resources."""
    return (
        '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="m"><organizations/>'
        f"<resources>{''.join(resources)}</resources></manifest>"
    )


def resource(href: str, type_: str = "imsqti_item_xmlv2p1") -> str:
    """A resource of a manifest, with its one file."""
    return f'<resource identifier="r" type="{type_}" href="{href}"><file href="{href}"/></resource>'
