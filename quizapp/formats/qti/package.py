"""Packages: a zip file with a manifest, tests, items, banks and their pictures."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import dirname, join
from urllib.parse import unquote, urlsplit

from quizapp.errors import FileError
from quizapp.formats.archive import Archive
from quizapp.formats.xml import (
    Element,
    attribute,
    child,
    children,
    descendants,
    name_of,
    parsed,
    root_name,
    text_in,
)

MEDIA = "media/"  # the folder of a package in which pictures are written
BROKEN = "broken"
ASKING = ("assessmentitem", "questestinterop", "assessmentstimulus", BROKEN)
MANIFEST = "imsmanifest.xml"
_LIKELY = (".xml", ".qti", ".dat")
_BASES = ("$ims-cc-filebase$", "$ims_cc_filebase$", "%24ims-cc-filebase%24")


@dataclass(frozen=True)
class Found:
    """One document of questions in a package, and where a test or the manifest has it.

    ``weight`` is what a test multiplies its score with.
    """

    name: str
    data: bytes
    category: tuple[str, ...] = ()
    weight: float = 1.0
    tags: tuple[str, ...] = ()


@dataclass
class Package:
    """A package, read in the order of its tests and then of its manifest."""

    archive: Archive
    title: str = ""
    manifest: str = ""
    language: str = ""
    missing: list[str] = field(default_factory=list)
    _kinds: dict[str, str] = field(default_factory=dict)
    _tags: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def documents(self) -> Iterator[Found]:
        """Every document of questions, once."""
        listed = self._listed()
        done: set[str] = set()
        for name in listed:
            root = self._root(name) if self._kind(name) == "assessmenttest" else None
            if root is not None:
                self.title = self.title or attribute(root, "title")
                for found in self._tested(root, name, ()):
                    if found.name not in done:
                        done.add(found.name)
                        yield found
        for name in listed:
            if name not in done and self._kind(name) in ASKING:
                yield self._document(name)

    def _document(self, name: str, category: tuple[str, ...] = (), weight: float = 1.0) -> Found:
        return Found(name, self.archive.read(name), category, weight, self._tags.get(name, ()))

    def _kind(self, name: str) -> str:
        """The folded name of a document's root; ``broken`` where it seems to be a question."""
        if name not in self._kinds:
            data = self.archive.read(name)
            seems = b"assessment" in data or b"questestinterop" in data
            self._kinds[name] = root_name(data) or (BROKEN if seems else "")
        return self._kinds[name]

    def _root(self, name: str) -> Element | None:
        try:
            return parsed(self.archive.read(name), name)
        except FileError:
            return None

    def _listed(self) -> list[str]:
        """The documents in the order of the manifest, then what it does not name."""
        manifest = next((n for n in self.archive if n.rpartition("/")[2] == MANIFEST), "")
        self.manifest = manifest
        names: list[str] = []
        if manifest and (root := self._root(manifest)) is not None:
            names = list(self._resources(root, dirname(manifest)))
            titles = descendants(root, "title")
            self.title = self.title or next((t for e in titles if (t := text_in(e))), "")
        others = (n for n in self.archive if n.lower().endswith(_LIKELY))
        kept = dict.fromkeys([*names, *others])
        kept.pop(manifest, None)
        return [n for n in kept if not self._shadowed(n) and "__MACOSX/" not in n]

    def _shadowed(self, name: str) -> bool:
        """Whether a cartridge of Canvas holds the same quiz again, with its own types."""
        ident, _slash, rest = name.rpartition("/")
        if rest not in ("assessment_qti.xml", "assessment_meta.xml"):
            return False
        return bool(self.archive.find(f"non_cc_assessments/{ident.rpartition('/')[2]}.xml.qti"))

    def _resources(self, manifest: Element, base: str) -> Iterator[str]:
        for resource in descendants(manifest, "resource"):
            own = [
                attribute(resource, "href"),
                *(v for k, v in resource.items() if k.endswith("}file")),
            ]
            files = [attribute(f, "href") for f in children(resource, "file")]
            tags = tuple(t for k in descendants(resource, "keyword") if (t := text_in(k)))
            for n, address in enumerate(filter(None, (*own, *files))):
                name = self.find(address, base)
                if not name:
                    if address.lower().endswith(_LIKELY):
                        self.missing.append(address)
                    continue
                if n == 0 and tags:
                    self._tags[name] = tags
                if name.lower().endswith(_LIKELY):
                    yield name

    def find(self, address: str, base: str) -> str:
        """The file in the package that an address means, seen from the folder ``base``."""
        try:
            parts = urlsplit(address.strip())
        except ValueError:
            return ""
        if parts.scheme or parts.netloc:
            return ""
        path = unquote(parts.path)
        for token in _BASES:
            if path.lower().startswith(token):
                rest = path[len(token) :].lstrip("/")
                return self.archive.find(f"web_resources/{rest}") or self.archive.find(rest)
        return self.archive.find(join(base, path)) or self.archive.find(path)

    def _tested(
        self, node: Element, name: str, category: tuple[str, ...], deep: int = 0
    ) -> Iterator[Found]:
        """What a test or a section asks, in its order."""
        for part in children(node):
            kind = name_of(part)
            if kind in ("testpart", "assessmentsection"):
                title = attribute(part, "title") if kind == "assessmentsection" else ""
                inner = (*category, title) if title and deep < 20 else category
                yield from self._tested(part, name, inner, deep + 1)
            elif kind in ("assessmentitemref", "assessmentsectionref"):
                yield from self._referred(part, name, category, deep)

    def _referred(
        self, part: Element, name: str, category: tuple[str, ...], deep: int
    ) -> Iterator[Found]:
        address = attribute(part, "href")
        target = self.find(address, dirname(name))
        if not target:
            self.missing.append(address)
            return
        if name_of(part) == "assessmentitemref":
            yield self._document(target, category, _weight(part))
        elif deep < 20 and (root := self._root(target)) is not None:
            title = attribute(root, "title")
            yield from self._tested(
                root, target, (*category, title) if title else category, deep + 1
            )


def _weight(part: Element) -> float:
    weight = child(part, "weight")
    try:
        return float(attribute(weight, "value", "1")) if weight is not None else 1.0
    except ValueError:
        return 1.0
