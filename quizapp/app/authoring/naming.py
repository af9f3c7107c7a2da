"""What a source may be, by its name: a first guess that the author corrects."""

import re

from quizapp.claims import Source
from quizapp.claims.model import SourceKind
from quizapp.i18n import N_, _

ARTICLE = N_("the article itself")
_DOCUMENT = re.compile(
    r"\b(?:report|minutes|agenda|study|survey|records?|data|documents?|filing|letter|memo|"
    r"statement|audit|census|paper|review|register|ledger|e-?mails?|figures|contract|bill|budget)$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:council|committee|commission|ministry|department|office|agency|authority|university|"
    r"institute|company|party|police|court|board|union|bank|association|group|government|"
    r"parliament|congress|senate|army|navy|hospital|school|trust|service|ltd|inc|plc|corp|& sons)"
    r"\.?$",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"(?:^|\s)(?:officials|analysts|experts|critics|supporters|opponents|residents|people|sources|"
    r"witnesses|lawmakers|observers|scientists|researchers|doctors|teachers|parents|workers|"
    r"neighbours|lawyers|members|some|many|others)$",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"^(?:an?|another|one|some|several|many|two|three|the|other)\s", re.IGNORECASE
)


def source_named(id_: str, name: str) -> Source:
    """The source of this name, its kind and whether it is named guessed; no name: the article."""
    if not name:
        return Source(id_, _(ARTICLE), "article", named=False)
    words = name.split()
    proper = [word for word in words if word[:1].isupper() and not _UNNAMED.match(f"{word} ")]
    return Source(id_, name, _kind(name, proper), named=bool(proper))


def _kind(name: str, proper: list[str]) -> SourceKind:
    if _DOCUMENT.search(name):
        return "document"
    if _PLURAL.search(name):
        return "group"
    if _BODY.search(name):
        return "organisation"
    return "person" if len(proper) != 1 or _UNNAMED.match(name) else "organisation"
