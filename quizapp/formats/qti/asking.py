"""What an answer to one response of a QTI 2 or 3 item scores, and what the item then says."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from quizapp.formats.qti.credit import Ask
from quizapp.formats.qti.processing import Scorer
from quizapp.formats.qti.values import Declaration, Declared, Unscored, Value

SIMPLIFIED = (
    "Its scoring is not one that a question here can have; the declared key was taken, and other"
    " answers may earn something else than there. Compare the two before you use it."
)
NOT_SCORED = "It has no scoring of its own; the declared key was taken."
NO_KEY = "Nothing in it says which answer is right, so it is kept as something to read."
NEGATIVE = "A wrong answer costs marks there; here the least that a question earns is nothing."
JOINT = (
    "Its parts earn something only together there; here each part is scored for itself. Compare"
    " the two before you use it."
)


@dataclass(frozen=True)
class Asking:
    """Asks about the responses of one item. ``native``: whether the item's own scoring is used."""

    declared: Declared
    scorer: Scorer

    @property
    def scored(self) -> bool:
        """Whether the item has any scoring of its own."""
        return bool(self.scorer.template) or self.scorer.rules is not None

    @property
    def keys(self) -> dict[str, Value | None]:
        """The declared keys of all responses."""
        return {id_: response.key for id_, response in self.declared.responses.items()}

    def about(self, response: Declaration, others: Mapping[str, Value | None] | None = None) -> Ask:
        """Asks about one response; the others are empty, or as given."""
        fixed = dict(others or {})

        def ask(texts: tuple[str, ...]) -> float:
            return self.scorer.score({**fixed, response.id: response.value(texts)})

        return ask

    def joint(self, response: Declaration) -> Ask:
        """Asks about one response with all the others answered by their declared key."""
        others = {id_: key for id_, key in self.keys.items() if id_ != response.id}
        least = self.scorer.score(others)
        ask = self.about(response, others)
        return lambda texts: ask(texts) - least

    def declared_key(self, response: Declaration) -> Ask:
        """Asks what the declaration alone says: its mapping, or whether it matches the key."""
        template = "match_correct" if response.correct else "map_response"
        if not self.scored and response.mapping and not response.areas:
            template = "map_response"
        alone = replace(self.declared, responses={response.id: response})
        return Asking(alone, Scorer(alone, None, template)).about(response)

    def says(self, answers: Mapping[str, Value | None]) -> frozenset[tuple[str, str]]:
        """The ``(outcome, identifier)`` of the feedback that answers bring up."""
        try:
            score = self.scorer.score(answers)
        except Unscored:
            return self.scorer.said()
        said = self.scorer.said()
        if self.scorer.template:
            said |= {("FEEDBACKBASIC", "correct" if score > 0 else "incorrect")}
        return said
