"""What an item is called where several of one kind stand side by side."""

from quizapp.i18n import N_
from quizapp.items import Item

TEMPLATES = {
    "stands": N_("How it stands"),
    "shows": N_("Show the words"),
    "how-and-where": N_("Standing + evidence"),
    "who-says": N_("Who says it"),
    "who-denies": N_("Who denies it"),
    "who-was-asked": N_("Who was asked"),
    "who-would-know": N_("Who would know"),
    "who-cites": N_("Who cites it"),
    "settles": N_("What would settle it"),
    "condition-dropped": N_("Headline: condition"),
    "hedge-dropped": N_("Headline: hedge"),
    "told-as-certain": N_("Headline: certain"),
    "one-made-many": N_("Headline: many"),
    "how-far": N_("How far it goes"),
    "pair": N_("Who says what"),
    "sort": N_("For and against"),
    "chain": N_("Chain of sources"),
}


def title_of(item: Item) -> str:
    """A short title, to be translated: what its template asks, or else its kind."""
    return TEMPLATES.get(item.derived.template, item.title) if item.derived else item.title
