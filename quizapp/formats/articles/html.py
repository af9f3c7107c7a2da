"""A web page by lxml: the paragraphs of its article, without navigation, scripts and captions."""

from collections.abc import Iterator
from typing import Any

from quizapp.formats.articles import Intake, decoded

BLOCKS = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "div", "section", "article",
     "td", "th", "dt", "dd", "pre", "main", "body", "header", "tr", "table", "ul", "ol")
)  # fmt: skip
LEFT_OUT = frozenset(
    ("script", "style", "nav", "footer", "aside", "form", "button", "figure", "figcaption",
     "noscript", "template", "svg", "iframe", "select", "head", "title", "object", "audio", "video")
)  # fmt: skip
FEWEST_IN_ARTICLE = 200


def read(data: bytes) -> Intake:
    """The longest article element, or else the main one, or else the whole page."""
    import lxml.html

    tree = lxml.html.document_fromstring(_with_charset(data) or b"<html></html>")
    candidates = [*tree.iter("article"), *tree.iter("main"), *tree.iter("body")]
    texts = [("\n\n".join(_paragraphs(one)), one.tag) for one in candidates]
    articles = [text for text, tag in texts if tag != "body" and len(text) >= FEWEST_IN_ARTICLE]
    text = max(articles, key=len, default="") or max((t for t, _tag in texts), key=len, default="")
    title = _meta(tree, "og:title") or _first(tree, "h1") or _first(tree, "title")
    cites = [_meta(tree, name) for name in ("author", "og:site_name", "article:published_time")]
    if cites[2]:
        cites[2] = cites[2][:10]
    return Intake(text, title, " · ".join(filter(None, cites)))


def _with_charset(data: bytes) -> str:
    """The page as text, so that no guess of the parser is needed; its own declaration must go."""
    head = data[:1024].lower()
    for name in (b"iso-8859-1", b"windows-1252", b"windows-1251", b"koi8-r"):
        if name in head and b"utf-8" not in head:
            return _undeclared(data.decode(name.decode(), "replace"))
    return _undeclared(decoded(data))


def _undeclared(text: str) -> str:
    start = text.lstrip()
    return start.partition("?>")[2] if start.startswith("<?xml") else text


def _paragraphs(element: Any) -> Iterator[str]:
    """The text of each block, in the order of the page."""
    parts: list[str] = []
    for piece in _pieces(element):
        if piece is None:
            if words := " ".join("".join(parts).split()):
                yield words
            parts.clear()
        else:
            parts.append(piece)
    if words := " ".join("".join(parts).split()):
        yield words


def _pieces(root: Any) -> Iterator[str | None]:
    """Pieces of text, and ``None`` wherever a block begins or ends. Walks without recursion."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        node, done = stack.pop()
        if done:
            if node.tag in BLOCKS:
                yield None
            if node is not root and node.tail:
                yield node.tail
            continue
        stack.append((node, True))
        if not isinstance(node.tag, str) or node.tag in LEFT_OUT or node.get("hidden") is not None:
            continue
        if node.tag in BLOCKS or node.tag == "br":
            yield None if node.tag in BLOCKS else " "
        if node.text:
            yield node.text
        stack.extend((child, False) for child in reversed(node))


def _meta(tree: Any, name: str) -> str:
    for element in tree.iter("meta"):
        if name in (element.get("name"), element.get("property")) and element.get("content"):
            return " ".join(str(element.get("content")).split())
    return ""


def _first(tree: Any, tag: str) -> str:
    return next((" ".join(one.text_content().split()) for one in tree.iter(tag)), "")
