"""The words of marked-up content: XHTML in QTI 2 and 3, HTML in text in QTI 1.2."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree, html

from quizapp.formats.xml import Element, attribute, entity_text, name_of

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "blockquote",
        "pre",
        "section",
        "article",
        "figure",
        "figcaption",
        "hr",
        "br",
        "center",
        "address",
        "caption",
        "itembody",
        "prompt",
        "simplechoice",
        "contentbody",
        "flow",
        "flowmat",
        "material",
        "matbreak",
        "rubricblock",
        "stimulusbody",
    ]
)
_HIDDEN = frozenset(
    [
        "script",
        "style",
        "stylesheet",
        "modalfeedback",
        "feedbackblock",
        "feedbackinline",
        "templateblock",
        "templateinline",
        "infocontrol",
        "cataloginfo",
        "companionmaterialsinfo",
        "annotation",
        "annotationxml",
        "head",
        "title",
        "noscript",
        "printedvariable",
        "assessmentstimulusref",
    ]
)
_MATH = {"msup": "^", "msub": "_", "mfrac": "/", "munder": "_", "mover": "^"}
_PICTURES = frozenset(("img", "object", "image"))
_SPACE = re.compile(r"[ \t\r\n\f]+")
_RUN = re.compile(" {2,}")
_MARKUP = re.compile(r"<[a-zA-Z/!]|&[a-zA-Z#]")


@dataclass
class Words:
    """Text as it is collected. ``pictures`` are ``(address, alternative)`` in their order.

    ``replace`` may give the words that stand for an element, such as the mark of a gap; ``None``
    means that it is read like any other.
    """

    replace: Callable[[Element], str | None] = lambda _element: None
    pieces: list[str] = field(default_factory=list)
    pictures: list[tuple[str, str]] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)

    def add(self, element: Element, inside: bool = False) -> "Words":
        """Collect the words of ``element``; with ``inside``, only of what it holds.

        The walk keeps its own stack: how deep a file is nested is not for us to say.
        """
        stack: list[tuple[Element, bool]] = [(element, False)]
        while stack:
            node, closing = stack.pop()
            if closing:
                self._close(node)
            elif not (node is element and inside) and self._stands_alone(node):
                pass
            else:
                self._open(node)
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(node))
                continue
            if node is not element and node.tail:
                self.pieces.append(_spaced(node.tail))
        return self

    def _stands_alone(self, node: Element) -> bool:
        """Whether a node was told in one piece, or is not to be told at all."""
        name = name_of(node)
        if not isinstance(node.tag, str):
            if node.tag is etree.Entity:
                self.pieces.append(entity_text(node))
            return True
        instead = self.replace(node)
        if instead is not None:
            self.pieces.append(instead)
            return True
        if name in _PICTURES:
            self._picture(node)
            return True
        return name in _HIDDEN

    def _picture(self, node: Element) -> None:
        address = next((v for a in ("src", "data", "uri") if (v := attribute(node, a))), "")
        alternative = " ".join((attribute(node, "alt") or "".join(node.itertext())).split())
        if address:
            self.pictures.append((address, alternative))
        if alternative:
            self.pieces.append(f"[{alternative}]")

    def _open(self, node: Element) -> None:
        name = name_of(node)
        if name in _BLOCKS:
            self.pieces.append("\n")
        if name == "li":
            self.pieces.append("– ")
        if name in ("msqrt", "mroot"):
            self.pieces.append("√(")
        if name == "math":
            self.lost.add("math")
        parent = node.getparent()
        sign = _MATH.get(name_of(parent), "") if parent is not None else ""
        if sign and node.getprevious() is not None:
            self.pieces.append(sign)
        if name == "mrow" and sign and len(node) > 1:
            self.pieces.append("(")
        if node.text:
            self.pieces.append(node.text if name == "pre" else _spaced(node.text))

    def _close(self, node: Element) -> None:
        name = name_of(node)
        parent = node.getparent()
        if name == "mrow" and len(node) > 1 and parent is not None and name_of(parent) in _MATH:
            self.pieces.append(")")
        if name in ("msqrt", "mroot"):
            self.pieces.append(")")
        if name in ("td", "th") and node.getnext() is not None:
            self.pieces.append(" | ")
        if name in _BLOCKS and name != "br":
            self.pieces.append("\n")

    @property
    def text(self) -> str:
        """The collected words: single spaces, one line a block."""
        return _tidy("".join(self.pieces))


def _tidy(text: str) -> str:
    """Words with single spaces, and no empty lines."""
    lines = (_RUN.sub(" ", line).strip(" \t\r") for line in text.split("\n") if line.strip())
    return "\n".join(lines)


def _spaced(text: str) -> str:
    """Text of XML as it is shown: any run of white space is one space."""
    return _SPACE.sub(" ", text)


def of_html(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The words of HTML that stands in text, as QTI 1.2 has it, and its pictures."""
    if not _MARKUP.search(text):
        return _tidy(text.replace("\r\n", "\n")), ()
    try:
        root = html.fragment_fromstring(text, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return _tidy(re.sub(r"<[^>]*>", " ", text)), ()
    words = Words().add(root)
    return words.text, tuple(words.pictures)
