"""What an item of QTI 1.2 shows: its words, its responses and what its metadata says of it."""

from dataclasses import dataclass, field

from quizapp.formats.qti.shapes import Choice
from quizapp.formats.qti.words import Words, of_html
from quizapp.formats.xml import Element, attribute, child, children, descendants, name_of, text_in

RESPONSES = ("response_lid", "response_str", "response_num", "response_xy", "response_grp")
_TEXTS = ("mattext", "mat_formattedtext", "matemtext")
_RIGHT = "RIGHT_MATCH_BLOCK"


@dataclass(frozen=True)
class Response:
    """One response of an item: what is to be picked or typed, and the words beside it."""

    id: str
    name: str
    cardinality: str
    prompt: str
    labels: tuple[Choice, ...]
    numeric: bool


@dataclass
class Presentation:
    """What one item shows. ``rows`` are the answers that Blackboard has in a block of their own."""

    root: Element
    pictures: list[tuple[str, str]] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)

    def __post_init__(self) -> None:
        found = child(self.root, "presentation")
        shown = self.root if found is None else found
        nodes = [n for n in descendants(shown, *RESPONSES) if _outermost(n)]
        self.responses = [self._response(node) for node in nodes]
        self.rows = self._right_matches(shown)
        self.stem = self.words(shown)

    def metadata(self) -> dict[str, str]:
        """What the item says of itself: its fields by their small-letter labels."""
        said: dict[str, str] = {}
        for data in children(self.root, "itemmetadata"):
            for node in data.iter("*"):
                if name_of(node) == "qtimetadatafield":
                    entry = child(node, "fieldentry")
                    label = text_in(child(node, "fieldlabel")).lower()
                    said[label] = "" if entry is None else "".join(entry.itertext()).strip()
                elif not len(node) and node.text:
                    said.setdefault(name_of(node), node.text.strip())
        return said

    def _response(self, node: Element) -> Response:
        labels = [
            Choice(attribute(label, "ident"), self.words(label).replace("\n", " "))
            for label in descendants(node, "response_label")
        ]
        beside = [self.words(m) for m in descendants(node, "material") if _beside(m)]
        row = _row(node)
        if row is not None:
            beside.append(self.words(row))
        render = next(descendants(node, "render_fib"), None)
        fib = "" if render is None else attribute(render, "fibtype").lower()
        numeric = name_of(node) == "response_num" or fib in ("integer", "decimal")
        return Response(
            id=attribute(node, "ident"),
            name=name_of(node),
            cardinality=attribute(node, "rcardinality", "Single").lower(),
            prompt="\n".join(filter(None, beside)),
            labels=tuple(labels),
            numeric=numeric,
        )

    def words(self, node: Element) -> str:
        """The words of a node, without those that belong to its responses."""
        words = Words()

        def told(element: Element) -> str | None:
            name = name_of(element)
            if name in _TEXTS:
                text, pictures = of_html("".join(element.itertext()))
                words.pictures.extend(pictures)
                if attribute(element, "texttype") == "text/html" or "\n" in text:
                    return f"\n{text}\n"
                return f" {text} "
            if name == "matimage":
                address = attribute(element, "uri")
                words.pictures.append((address, attribute(element, "label")))
                return ""
            if name in RESPONSES and element is not node:
                return self._mark(attribute(element, "ident"))
            hidden = attribute(element, "class") == _RIGHT or _is_row(element)
            return "" if hidden and element is not node else None

        words.replace = told
        words.add(node, inside=True)
        self.pictures.extend(p for p in words.pictures if p not in self.pictures)
        return words.text

    def _mark(self, ident: str) -> str:
        blanks = [r for r in self.responses if r.name in ("response_str", "response_num")]
        if len(blanks) > 1 and ident in {r.id for r in blanks}:
            return f" [[{ident}]] "
        return "\n"

    def _right_matches(self, shown: Element) -> tuple[str, ...]:
        """The answers of a matching question of Blackboard, which stand in a block of their own."""
        blocks = (e for e in descendants(shown, "flow") if attribute(e, "class") == _RIGHT)
        block = next(blocks, None)
        if block is None:
            return ()
        return tuple(self.words(e).replace("\n", " ") for e in children(block, "flow"))


def _outermost(node: Element) -> bool:
    """Whether a response is not inside another one."""
    return not any(name_of(above) in RESPONSES for above in node.iterancestors())


def _beside(material: Element) -> bool:
    """Whether a material is the response's own, not that of a label."""
    return not any(name_of(above) == "response_label" for above in material.iterancestors())


def _is_row(element: Element) -> bool:
    """Whether a flow is a row of a matching question of Blackboard: a list, and words beside it."""
    parts = list(children(element)) if name_of(element) == "flow" else []
    return len(parts) == 2 and name_of(parts[0]) == "response_lid" and name_of(parts[1]) == "flow"


def _row(node: Element) -> Element | None:
    above = node.getparent()
    return above if above is not None and _is_row(above) else None
