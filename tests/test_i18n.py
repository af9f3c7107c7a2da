import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.i18n import N_, _, install, n_

UKRAINIAN = {
    "": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=3; plural="
    "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\n",
    "Confirmed": "Підтверджено",
    "{n} claim\0{n} claims": "{n} твердження\0{n} твердження\0{n} тверджень",
}


def compiled(texts: dict[str, str]) -> bytes:
    """A catalogue as gettext compiles it (GNU gettext manual, section 10.3)."""
    keys = sorted(texts)
    entries = [text.encode() for text in (*keys, *(texts[key] for key in keys))]
    table, words = b"", b""
    at = 28 + 8 * len(entries)
    for entry in entries:
        table += struct.pack("<II", len(entry), at + len(words))
        words += entry + b"\0"
    size = len(keys)
    return struct.pack("<7I", 0x950412DE, 0, size, 28, 28 + 8 * size, 0, 0) + table + words


@pytest.fixture
def catalogues(tmp_path: Path) -> Iterator[Path]:
    """A folder with a Ukrainian catalogue; English again afterwards."""
    folder = tmp_path / "uk" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "quizapp.mo").write_bytes(compiled(UKRAINIAN))
    yield tmp_path
    install(tmp_path, "en")


def test_an_installed_language_is_spoken(catalogues: Path) -> None:
    """Texts and counts come in the reader's language, each count in its form."""
    install(catalogues, "uk")

    assert _("Confirmed") == "Підтверджено"
    assert n_("{n} claim", "{n} claims", 5).format(n=5) == "5 тверджень"


def test_a_text_without_translation_stays_english(catalogues: Path) -> None:
    """A gap in a catalogue is a gap, and not an empty button; nothing stays nothing."""
    install(catalogues, "uk")

    assert _("Denied") == "Denied"
    assert _("") == ""


def test_a_language_without_catalogue_is_english(catalogues: Path) -> None:
    """The program starts in any language."""
    install(catalogues, "xx")

    assert (_("Confirmed"), n_("one", "many", 1), n_("one", "many", 2)) == (
        "Confirmed",
        "one",
        "many",
    )


def test_marking_a_text_changes_nothing() -> None:
    """The core marks, the edge translates."""
    assert N_("Confirmed") == "Confirmed"
