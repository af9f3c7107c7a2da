"""The fields of a bank's file, once: the reader and the JSON Schema follow from here."""

from typing import Any

from quizapp.claims import SIDES, Basis, Quote, Stance, Standing
from quizapp.fields import ID, IDS, TEXT, YES_NO, Field, Findings, ListOf, Path, Record, Shape, Text
from quizapp.items import COMMON, KINDS
from quizapp.text import did_you_mean

SETS = "sets"
Quotes = tuple[tuple[Quote, ...], ...]
_QUOTE = Record(
    "quotation",
    (Field("before", TEXT), Field("words", TEXT, required=True), Field("after", TEXT)),
)


class EvidenceShape(Shape):
    """Words; or a list, all needed; or ``any:`` with a list of such lists."""

    def read(self, value: Any, path: Path, findings: Findings) -> Quotes:
        if isinstance(value, dict) and "any" in value:
            for other in value.keys() - {"any"}:
                findings.add(
                    (*path, other),
                    "unknown-field",
                    f"“{other}” stands beside “any”.",
                    "Leave it out.",
                )
            sets = value["any"]
            if not isinstance(sets, list) or not sets:
                findings.add(
                    (*path, "any"), "not-list", "A list of sets is expected here.", "Use dashes."
                )
                return ()
            return self._sets([((*path, "any", n), v) for n, v in enumerate(sets)], path, findings)
        return self._sets([(path, value)], path, findings)

    def _sets(self, given: list[tuple[Path, Any]], path: Path, findings: Findings) -> Quotes:
        """The sets that are not empty; ``(*path, SETS, n)`` is where set ``n`` was read."""
        sets: list[tuple[Quote, ...]] = []
        for place, value in given:
            findings.moved[*path, SETS, len(sets)] = place
            if quotes := self._all(value, place, findings):
                sets.append(quotes)
        return tuple(sets)

    def _all(self, value: Any, path: Path, findings: Findings) -> tuple[Quote, ...]:
        if isinstance(value, list) and value:
            quotes: tuple[Quote, ...] = ListOf(_OneQuote()).read(value, path, findings)
            return quotes
        findings.moved[*path, 0] = path
        quote = _OneQuote().read(value, path, findings)
        return (quote,) if quote else ()

    def schema(self) -> dict[str, Any]:
        every = {"anyOf": [_OneQuote().schema(), ListOf(_OneQuote(), least=1).schema()]}
        sets = {"type": "array", "items": every, "minItems": 1}
        alternatives = {
            "type": "object",
            "properties": {"any": sets},
            "required": ["any"],
            "additionalProperties": False,
        }
        return {"anyOf": [*every["anyOf"], alternatives]}


class _OneQuote(Shape):
    """Words; or words with what stands before and after them."""

    def read(self, value: Any, path: Path, findings: Findings) -> Quote | None:
        if isinstance(value, dict):
            read = _QUOTE.read(value, path, findings)
            if read and read["words"].strip():
                return Quote(read["words"], read["before"], read["after"])
            return None
        if isinstance(value, str) and value.strip():
            return Quote(value)
        findings.add(path, "no-words", "Words of the article are expected.", "Copy them exactly.")
        return None

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [{"type": "string", "pattern": r"\S"}, _QUOTE.schema()]}


class ItemShape(Shape):
    """An item: the common fields and those of its kind."""

    def read(self, value: Any, path: Path, findings: Findings) -> dict[str, Any] | None:
        kind = value.get("kind") if isinstance(value, dict) else None
        if isinstance(value, dict) and kind not in KINDS:
            if kind is None:
                findings.add(path, "missing-field", "This item has no “kind”.", "Add kind.")
            else:
                findings.add(
                    (*path, "kind"),
                    "unknown-kind",
                    f"There is no item kind “{kind}”.",
                    did_you_mean(str(kind), KINDS),
                )
            return None
        return _record(kind or "").read(value, path, findings)

    def schema(self) -> dict[str, Any]:
        variants = []
        for kind in KINDS:
            schema = _record(kind).schema()
            schema["properties"]["kind"] = {"const": kind}
            variants.append(schema)
        return {"oneOf": variants}


def _record(kind: str) -> Record:
    own = KINDS[kind].FIELDS if kind in KINDS else ()
    return Record(f"{kind} item" if kind else "item", (*COMMON, *own))


class StandingsShape(Shape):
    """A rater's standings: claim id and standing, in the order of the ids."""

    def read(self, value: Any, path: Path, findings: Findings) -> tuple[tuple[str, str], ...]:
        if not isinstance(value, dict):
            findings.add(
                path, "not-record", "Claims with standings are expected.", "Write id: standing."
            )
            return ()
        shape = Text(tuple(Standing))
        read = ((id_, shape.read(v, (*path, id_), findings)) for id_, v in value.items())
        return tuple(sorted((id_, standing) for id_, standing in read if standing))

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": {"enum": [s.value for s in Standing]}}


ARTICLE = Record(
    "article",
    (
        Field("file", TEXT, required=True, doc="name of the text file beside the bank"),
        Field("title", TEXT, required=True),
        Field("cites", TEXT, required=True, doc="where the article comes from"),
        Field("as_of", TEXT, doc="the date or time for which it speaks"),
        Field("summary", YES_NO, default=False, doc="yes: a summary in the author's own words"),
        Field("licence", TEXT, doc="of the article's text, where it is not the bank's"),
        Field("sha256", TEXT, doc="of the article's text, written by the program"),
    ),
)
SOURCE = Record(
    "source",
    (
        Field("id", ID, required=True),
        Field("name", TEXT, required=True),
        Field("role", TEXT, doc="what puts the source in a position to know"),
        Field(
            "kind", Text(("person", "organisation", "document", "group", "article")), required=True
        ),
        Field("named", YES_NO, required=True, default=False),
    ),
)
ATTRIBUTION = Record(
    "attribution",
    (
        Field("id", ID, doc="needed only where another one is nested in it"),
        Field("source", ID, required=True, doc="id of the source"),
        Field("cue", TEXT, doc="the word that attributes, such as “confirmed” or “urged”"),
        Field("stance", Text(tuple(Stance)), required=True),
        Field("evidence", EvidenceShape(), required=True, default=(), doc="the words that show it"),
        Field("nested_in", ID, doc="id of the attribution that reports this one"),
        Field("who_says", Text(("unclear",)), doc="unclear: there is no who-says item"),
    ),
)
CLAIM = Record(
    "claim",
    (
        Field("id", ID, required=True),
        Field("text", TEXT, required=True, doc="one proposition of at most 20 words"),
        Field("nature", Text(("opinion",)), doc="opinion: no record could settle it"),
        Field("condition", TEXT, doc="such as “if Kyiv asks”"),
        Field("hedge", TEXT, doc="such as “could”"),
        Field("as_of", TEXT),
        Field("standing", Text(tuple(Standing)), doc="left out, the rules give it"),
        Field("basis", Text(tuple(Basis)), doc="why it counts as confirmed"),
        Field("why", TEXT, doc="the reason, for readers"),
        Field("also", Text(tuple(Standing)), doc="a second standing that is as defensible"),
        Field("asked", TEXT, doc="who was asked"),
        Field("would_know", TEXT, doc="who or what would settle it"),
        Field("origin", TEXT, doc="where in the original, and its hedge there"),
        Field("attributions", ListOf(ATTRIBUTION), default=()),
    ),
)
TRADE_OFF = Record(
    "trade-off",
    (
        Field("id", ID, required=True),
        Field("question", TEXT, required=True, doc="what is under debate"),
        *(Field(side, IDS, default=()) for side in SIDES),
    ),
)
RATER = Record(
    "rater",
    (
        Field("name", TEXT, required=True),
        Field("standings", StandingsShape(), required=True, default=()),
    ),
)
BANK = Record(
    "bank",
    (
        Field("format", Text(("1",)), required=True, doc="1"),
        Field("id", ID, required=True),
        Field("title", TEXT, required=True),
        Field("language", TEXT, required=True, doc="a language tag such as en or uk"),
        Field("licence", TEXT, required=True, doc="an SPDX name such as CC-BY-4.0"),
        Field("about", TEXT),
        Field("skills", ListOf(TEXT), default=()),
        Field(
            "article",
            ARTICLE,
            default=None,
            doc="left out, together with sources and claims, "
            "in a bank of questions that came from elsewhere",
        ),
        Field("sources", ListOf(SOURCE), default=()),
        Field("claims", ListOf(CLAIM), default=()),
        Field("trade_offs", ListOf(TRADE_OFF), default=()),
        Field("items", ListOf(ItemShape()), required=True, default=()),
        Field("raters", ListOf(RATER), default=()),
    ),
)


def schema() -> dict[str, Any]:
    """The JSON Schema of a bank, with every value as text, as NestedText has it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "quizapp bank",
        "description": "A bank.nt file: NestedText; every value is text, a list or a record.",
        **BANK.schema(),
    }
