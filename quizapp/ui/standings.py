"""The standings on the screen: their order, icons and words, by id."""

from quizapp.claims.standing import GLOSSES, TITLES, Standing
from quizapp.i18n import _
from quizapp.ui.icons import STANDING_ICONS

ORDER: tuple[str, ...] = tuple(standing.value for standing in Standing)


def word(standing: str) -> str:
    """The name of a standing."""
    return _(TITLES[Standing(standing)])


def gloss(standing: str) -> str:
    """What a standing means, in a few words."""
    return _(GLOSSES[Standing(standing)])


def icon(standing: str) -> str:
    """The name of a standing's icon."""
    return STANDING_ICONS[standing]
