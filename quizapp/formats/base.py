"""What every foreign format has in common: what was read, what was written, what was lost.

A reader is a pure function from bytes to a ``Reading``. It stops at nothing that is inside the
file: a question that cannot be read is named among the others and loses no neighbour. Only what is
no such file at all raises ``FileError``. A writer gives bytes, and says what they do not carry.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from quizapp.bank import Bank
from quizapp.items import Item

Effect = Literal["info", "changed", "lost", "refused"]


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """One thing that a reader or a writer has to say about a question, or about the file.

    ``line`` and ``column`` count from 1, 0 where they are not known. ``code`` is stable and meant
    for programs; ``what`` is a sentence for people that says what was done, and what to do.
    ``info`` changed nothing, ``changed`` kept the meaning in another form, ``lost`` left something
    out, ``refused`` means that the question itself is not there.
    """

    line: int
    column: int
    effect: Effect
    code: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of a foreign file, as it was understood.

    ``line`` is where it begins, from 1. ``name`` is its title there, else its first words.
    ``native`` is its type in the file's own words, such as ``multichoice``. ``item`` is ``None``
    where the question was refused; a question of a type that no kind can hold is an ``info`` item
    that keeps its source whole. ``category`` is the path of folders that it lies in.
    """

    line: int
    name: str
    native: str
    item: Item | None
    notes: tuple[Note, ...] = ()
    category: tuple[str, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether the question could not be read."""
        return self.item is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a file holds: its questions in their order, and what is to be said of it as a whole.

    ``files`` are the pictures that items name, by the name that they use.
    """

    questions: tuple[Question, ...]
    notes: tuple[Note, ...] = ()
    title: str = ""
    about: str = ""
    language: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def items(self) -> tuple[Item, ...]:
        """The items that were understood, in the order of the file."""
        return tuple(question.item for question in self.questions if question.item is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What a format cannot carry of one item, by its id; an empty id means the whole bank."""

    item: str
    code: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file as bytes, and what it does not carry."""

    data: bytes
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One foreign format. ``FORMATS`` in this package is the literal that names them all.

    ``recognise(head, name)`` says how surely ``head``, the file's first 64 KiB, is of this format,
    from 0 (no) to 1; ``name`` decides only where the content leaves it open. ``read(data, name)``
    raises ``FileError`` where the file as a whole is not of this format. ``write(bank, files)``
    takes the bank's pictures by name. ``text`` says that people paste it. ``losses`` tells what the
    format cannot carry, in sentences for the documentation and for whoever is about to export.
    """

    id: str
    title: str
    suffixes: tuple[str, ...]
    recognise: Callable[[bytes, str], float] | None = None
    read: Callable[[bytes, str], Reading] | None = None
    write: Callable[[Bank, Mapping[str, bytes]], Written] | None = None
    text: bool = False
    experimental: bool = False
    losses: tuple[str, ...] = ()
