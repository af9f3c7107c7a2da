"""XML of unknown origin: parsed without entities, network or files, and looked at by local names.

The parser refuses what is nested more than 256 deep and resolves nothing, so a file costs no more
than its own size. lxml has its home here and in what reads or writes XML formats.
"""

from collections.abc import Iterator
from functools import lru_cache
from html.entities import html5
from io import BytesIO
from typing import Any, TypeAlias

from lxml import etree

from quizapp.errors import FileError, Problem

MOST_BYTES = 20_000_000
_ENOUGH = 65_536  # the root lies in the first of these bytes
_STEP = 1_024  # and mostly in the first of these
_OPTIONS = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
Element: TypeAlias = Any  # lxml has neither types nor a public name for its elements


def parsed(data: bytes, name: str) -> Element:
    """The root of an XML file.

    Raises:
        FileError: the file is too large, is not well-formed, or declares entities of its own.
    """
    _sized(data, name)
    try:
        root = etree.fromstring(_begun(data), etree.XMLParser(**_OPTIONS))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _malformed(error, name) from error
    _undeclared(root, name)
    return root


def streamed(data: bytes, name: str, *leaves: str) -> Iterator[Element]:
    """The elements with these local names, each as soon as it is whole, and then emptied.

    So a file with thousands of them never lies in memory as a tree.

    Raises:
        FileError: as ``parsed``; what came before the fault was given by then.
    """
    _sized(data, name)
    tags = [f"{{*}}{leaf}" for leaf in leaves]
    events = etree.iterparse(BytesIO(_begun(data)), events=("end",), tag=tags, **_OPTIONS)
    try:
        for n, (_event, element) in enumerate(events):
            if n == 0:
                _undeclared(element, name)
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _malformed(error, name) from error


def root_name(data: bytes) -> str:
    """The folded name of a file's root; empty where it is no XML."""
    start = _begun(data[:_ENOUGH])
    parser = etree.XMLPullParser(events=("start",), **_OPTIONS)
    try:
        for at in range(0, len(start), _STEP):
            parser.feed(start[at : at + _STEP])
            for _event, element in parser.read_events():
                return name_of(element)
    except (etree.XMLSyntaxError, ValueError):
        return ""
    return ""


def _begun(data: bytes) -> bytes:
    return data.lstrip(b"\t\r\n ") if data[:1] in b"\t\r\n " else data


def _sized(data: bytes, name: str) -> None:
    if len(data) > MOST_BYTES:
        raise refused(name, 0, "too-large", f"The file is larger than {MOST_BYTES // 10**6} MB.")


def _malformed(error: Exception, name: str) -> FileError:
    line = getattr(error, "lineno", 0) or 0
    return refused(name, line, "not-xml", f"This is no well-formed XML: {error}.")


def _undeclared(element: Element, name: str) -> None:
    subset = element.getroottree().docinfo.internalDTD
    if subset is not None and next(subset.iterentities(), None) is not None:
        raise refused(name, 1, "entities", "The file declares entities, which can hide anything.")


def refused(name: str, line: int, code: str, what: str) -> FileError:
    """The error of a file that cannot be used, with its one problem."""
    remedy = "Export it anew from the program that it comes from."
    return FileError(name, [Problem(line, 0, code, what, remedy, file=name)])


@lru_cache(maxsize=4096)
def folded(tag: str) -> str:
    """A tag without namespace, ``qti-``, hyphens and capitals: one name in every version of QTI."""
    local = tag.rpartition("}")[2].rpartition(":")[2]
    return local.removeprefix("qti-").replace("-", "").lower()


def name_of(element: Element) -> str:
    """The folded name of an element; empty for an entity or another thing that is no element."""
    tag = element.tag
    return folded(tag) if isinstance(tag, str) else ""


def local_name(element: Element) -> str:
    """The name of an element in the file's own words, without its namespace."""
    return str(etree.QName(element).localname)


def children(element: Element, *names: str) -> Iterator[Element]:
    """The children with one of these folded names; every child element where none is named."""
    for child in element:
        tag = child.tag
        if isinstance(tag, str) and (not names or folded(tag) in names):
            yield child


def child(element: Element | None, name: str) -> Element | None:
    """The first child with this folded name."""
    return None if element is None else next(children(element, name), None)


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """The elements below ``element`` with one of these folded names, in the file's order."""
    for found in element.iter(etree.Element):
        if folded(found.tag) in names and found is not element:
            yield found


@lru_cache(maxsize=512)
def _kebab(name: str) -> str:
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in name)


def attribute(element: Element, name: str, default: str = "") -> str:
    """An attribute by its name of QTI 2, such as ``maxChoices``, or of QTI 3, ``max-choices``."""
    value = element.get(name)
    if value is None:
        value = element.get(_kebab(name))
    return default if value is None else str(value).strip()


def entity_text(entity: Element) -> str:
    """The character that an entity of HTML stands for; the entity's text where it is unknown."""
    return html5.get(f"{entity.name};", entity.text or "")


def text_in(element: Element | None) -> str:
    """All the text inside an element as one line."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def source(element: Element) -> str:
    """An element as it would be written in a file of its own."""
    return str(etree.tostring(element, encoding="unicode", with_tail=False))
