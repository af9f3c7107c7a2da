"""Text for people, translated where a catalogue is installed.

The core marks its texts with ``N_`` and the edge translates them with ``_``. The catalogue is
the one global of the program.
"""

import gettext
from pathlib import Path

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def install(folder: Path, language: str) -> None:
    """Use the catalogue of ``language`` below ``folder``; English where there is none."""
    global _catalogue  # noqa: PLW0603  (one catalogue serves core, terminal and window)
    _catalogue = gettext.translation("quizapp", folder, [language], fallback=True)


def _(text: str) -> str:
    """``text`` in the language of the program."""
    return _catalogue.gettext(text) if text else text


def n_(one: str, many: str, n: int) -> str:
    """``one`` or ``many``, whichever suits ``n``, in the language of the program."""
    return _catalogue.ngettext(one, many, n)


def N_(text: str) -> str:  # noqa: N802  (the usual gettext name)
    """Mark ``text`` for translation, and leave it as it is."""
    return text
