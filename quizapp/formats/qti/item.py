"""An item of QTI 2.0, 2.1, 2.2 or 3.0 as questions: its interactions, their keys and credits.

One interaction is one question. Gaps in one text are one question too. An item that asks several
things otherwise gives one question for each, named by the item and the response.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.formats.qti import interactions as kinds
from quizapp.formats.qti.asking import JOINT, NO_KEY, Asking
from quizapp.formats.qti.interactions import Context
from quizapp.formats.qti.processing import scorer
from quizapp.formats.qti.shapes import Part, Pick
from quizapp.formats.qti.values import Declaration, Declared, Unscored, declared
from quizapp.formats.qti.words import Words
from quizapp.formats.xml import (
    Element,
    attribute,
    child,
    children,
    descendants,
    local_name,
    name_of,
    source,
)

INLINE = ("textentryinteraction", "inlinechoiceinteraction")
SIDE = ("endattemptinteraction", "mediainteraction")
BLOCKS = (
    *["choiceinteraction", "orderinteraction", "associateinteraction", "matchinteraction"],
    *["gapmatchinteraction", "extendedtextinteraction", "hottextinteraction", "hotspotinteraction"],
    *["selectpointinteraction", "graphicorderinteraction", "graphicassociateinteraction"],
    *["graphicgapmatchinteraction", "positionobjectinteraction", "sliderinteraction"],
    *["drawinginteraction", "uploadinteraction", "custominteraction"],
    "portablecustominteraction",
)
Remark = tuple[str, str, bool, str]  # outcome, identifier, whether it is shown then, words
STEM = "quizapp-stem"  # written over a text with gaps, to keep the question apart from it
_ALL = (*INLINE, *BLOCKS, *SIDE)
DRAWN = "Its numbers are drawn anew each time that it is shown; it is kept whole, to read."
WHOLE = "No kind of question here can hold it; it is kept whole, and written back as it is."
OPEN = "It is answered in free words, which nothing here can score; it is something to read."
HINTS = "Its button for a hint or another try was left out."
MEDIA = "Its sound or film was left out."
STEPS = (
    "It takes several tries there, with a score for each; here it is answered once. Compare the"
    " two before you use it."
)


def parts(root: Element, gaps: bool = False) -> list[Part]:
    """The questions of one item. ``gaps``: also a single gap makes a text with gaps of it."""
    made = _Item(root, gaps).parts()
    if len(made) == 1 and made[0].shape is None and made[0].notes:
        made[0].source = source(root)
    return made


@dataclass
class _Item:
    root: Element
    gaps: bool = False

    def __post_init__(self) -> None:
        body = child(self.root, "itembody")
        self.body = self.root if body is None else body
        self.found = list(descendants(self.body, *_ALL))
        self.asked = [e for e in self.found if name_of(e) not in SIDE]

    def part(self, node: Element | None, suffix: str = "") -> Part:
        """A part to be filled, with what the item says of itself."""
        root = self.root
        native = self.root if node is None else node
        return Part(
            id=f"{attribute(root, 'identifier')}{suffix}",
            native=local_name(native),
            line=root.sourceline or 0,
            name=" ".join(attribute(root, "title").split()),
        )

    def parts(self) -> list[Part]:
        if not self.asked:
            return [self._whole(None, "")]
        try:
            said = declared(self.root)
        except Unscored:
            said = Declared()
        if said.drawn:
            return [self._whole(self.asked[0], DRAWN, "drawn-anew")]
        asking = Asking(said, scorer(self.root, said))
        inline = [e for e in self.asked if name_of(e) in INLINE]
        if len(inline) == len(self.asked) and (len(inline) > 1 or self.gaps):
            return [self._gaps(inline, asking, "")]
        if len(self.asked) == 1:
            return [self._single(self.asked[0], asking)]
        return self._composite(inline, asking)

    def _composite(self, inline: list[Element], asking: Asking) -> list[Part]:
        """One part for each interaction, and one for all gaps of the text."""
        made: list[Part] = []
        for node in self.asked:
            if node in inline and len(inline) > 1:
                if node is inline[0]:
                    made.append(self._gaps(inline, asking, "-gaps"))
                continue
            made.append(self._one(node, asking, f"-{attribute(node, 'responseIdentifier')}"))
        return made

    def _single(self, node: Element, asking: Asking) -> Part:
        part = self._one(node, asking, "")
        if isinstance(part.shape, Pick) and name_of(node) == "inlinechoiceinteraction":
            return self._gaps([node], asking, "")
        return part

    def _one(self, node: Element, asking: Asking, suffix: str) -> Part:
        part = self.part(node, suffix)
        self._stem(part, node)
        response = asking.declared.responses.get(attribute(node, "responseIdentifier"))
        name = name_of(node)
        self._aside(part)
        if name == "extendedtextinteraction":
            part.info("open-text", OPEN)
        elif name not in kinds.SHAPES or response is None:
            part.changed("kept-whole", WHOLE)
        else:
            context = Context(node, response, asking, part, alone=not suffix)
            part.shape = kinds.SHAPES[name](context)
            if context.joint:
                context.simplified(JOINT)
            self._settle(part, response)
            if not suffix:
                self._feedback(part, response, asking)
        return part

    def _settle(self, part: Part, response: Declaration) -> None:
        """Say why there is no shape, or what adaptive scoring leaves of it."""
        if part.shape is None:
            keyed = bool(response.correct or response.mapping or response.areas)
            moot = ("not-scored", "negative-marks", "scoring-simplified")
            part.notes = [n for n in part.notes if n.code not in moot]
            if keyed:
                part.changed("kept-whole", WHOLE)
            else:
                part.changed("no-key", NO_KEY)
        elif attribute(self.root, "adaptive", "false") == "true":
            part.notes = [n for n in part.notes if n.code != "scoring-simplified"]
            part.changed("scoring-simplified", STEPS)

    def _gaps(self, nodes: Sequence[Element], asking: Asking, suffix: str) -> Part:
        part = self.part(nodes[0], suffix)
        known = asking.declared.responses
        words = Words(lambda e: _gap_or_nothing(e, nodes)).add(self.body, inside=True)
        part.pictures = tuple(words.pictures)
        above = (e for e in descendants(self.body, "div") if attribute(e, "class") == STEM)
        part.stem = "\n".join(Words().add(e, inside=True).text for e in above)
        self._aside(part)
        contexts = []
        for node in nodes:
            response = known.get(attribute(node, "responseIdentifier"))
            if response is not None:
                own = self.part(node)
                contexts.append(Context(node, response, asking, own, alone=len(nodes) == 1))
        marks = [f"[[{attribute(node, 'responseIdentifier')}]]" for node in nodes]
        if len(contexts) == len(nodes) and all(words.text.count(mark) == 1 for mark in marks):
            part.shape = kinds.blanks(contexts, words.text)
        codes = {note.code for note in part.notes}
        for context in contexts:
            part.notes += [n for n in context.part.notes if n.code not in codes]
            codes |= {note.code for note in part.notes}
        if contexts:
            part.weight = contexts[0].part.weight
            self._settle(part, contexts[0].response)
            self._feedback(part, contexts[0].response, asking)
        else:
            part.changed("kept-whole", WHOLE)
        if part.shape is None:
            self._stem(part, nodes[0])
        return part

    def _whole(self, node: Element | None, why: str, code: str = "kept-whole") -> Part:
        part = self.part(node)
        self._stem(part, node)
        if why:
            part.changed(code, why)
        return part

    def _stem(self, part: Part, node: Element | None) -> None:
        """The words around an interaction and its prompt, and of hottext all its words."""
        words = Words()

        def told(element: Element) -> str | None:
            name = name_of(element)
            if name in INLINE:
                return " ____ "
            if element is node:
                return None if name in _READ else _prompt(element, words)
            if name in ("gap", "hottext") or name not in _ALL:
                return _aside(element)
            return ""

        words.replace = told
        words.add(self.body, inside=True)
        part.stem = "\n".join(line for line in words.text.split("\n") if line.strip(" _"))
        part.pictures = tuple(words.pictures)
        if "math" in words.lost:
            part.changed("math", "Its formulas were written out in one line.")

    def _aside(self, part: Part) -> None:
        names = {name_of(e) for e in self.found}
        if "endattemptinteraction" in names:
            part.lost("hints", HINTS)
        if "mediainteraction" in names:
            part.lost("media", MEDIA)

    def _feedback(self, part: Part, response: Declaration, asking: Asking) -> None:
        """What the item says to an answer: to each option, and to the key."""
        remarks = list(self._remarks())
        if not remarks or part.shape is None:
            return
        if not isinstance(part.shape, Pick):
            shown = _shown(remarks, asking.says(asking.keys))
            part.feedback = _joined(remarks, shown)
            return
        told: dict[str, list[int]] = {}
        for one in part.shape.choices:
            told[one.id] = _shown(remarks, asking.says({response.id: response.value((one.id,))}))
        common = [n for n in range(len(remarks)) if all(n in shown for shown in told.values())]
        part.feedback = _joined(remarks, common)
        own = {id_: [n for n in shown if n not in common] for id_, shown in told.items()}
        choices = tuple(
            replace(c, feedback=_with(c.feedback, _joined(remarks, own[c.id])))
            for c in part.shape.choices
        )
        part.shape = replace(part.shape, choices=choices)

    def _remarks(self) -> Iterator[Remark]:
        """The feedback of the item: outcome, identifier, whether it is shown then, its words."""
        blocks = [*children(self.root, "modalfeedback"), *descendants(self.body, "feedbackblock")]
        for block in blocks:
            words = Words().add(block, inside=True).text
            shown = attribute(block, "showHide", "show") != "hide"
            if words:
                yield (
                    attribute(block, "outcomeIdentifier"),
                    attribute(block, "identifier"),
                    shown,
                    words,
                )


_READ = ("hottextinteraction",)


def _shown(remarks: Sequence[Remark], said: frozenset[tuple[str, str]]) -> list[int]:
    """The places of the remarks that are shown."""
    fits = (((outcome, id_) in said) == show for outcome, id_, show, _text in remarks)
    return [n for n, shown in enumerate(fits) if shown]


def _joined(remarks: Sequence[Remark], shown: Sequence[int]) -> str:
    return "\n".join(dict.fromkeys(remarks[n][3] for n in shown))


def _with(one: str, other: str) -> str:
    return "\n".join(filter(None, (one, other)))


def _prompt(interaction: Element, words: Words) -> str:
    """The prompt of an interaction, with its pictures told to ``words``."""
    prompt = child(interaction, "prompt")
    if prompt is None:
        return "\n"
    inner = Words().add(prompt, inside=True)
    words.pictures.extend(inner.pictures)
    return f"\n{inner.text}\n"


def _aside(element: Element) -> str | None:
    """Nothing for what only a teacher is to read."""
    views = attribute(element, "view")
    hidden = name_of(element) == "rubricblock" and views and "candidate" not in views.split()
    return "" if hidden else None


def _gap_or_nothing(element: Element, nodes: Sequence[Element]) -> str | None:
    if attribute(element, "class") == STEM:
        return ""
    if element in nodes:
        return f"[[{attribute(element, 'responseIdentifier')}]]"
    return "" if name_of(element) in _ALL else _aside(element)
