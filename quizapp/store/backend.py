"""What is different from one kind of database to the next; the store itself knows none of it."""

from abc import ABC, abstractmethod

from sqlalchemy import Connection, Engine

from quizapp.store.errors import Reason, StoreError
from quizapp.store.schema import Schema


class Backend(ABC):
    """One database of some kind: how it is opened and asked, and what its errors mean.

    ``place`` is what people are told it is. ``journal`` and ``synchronous`` say how what was
    written reaches the disk, once there has been a connection.
    """

    place: str
    engine: Engine
    shared = False  # whether it is a place where people at other computers work too
    journal = ""
    synchronous = ""

    @abstractmethod
    def set_up(self, connection: Connection, *, writing: bool) -> None:
        """Say how the transaction is to be that begins next on this connection."""

    @abstractmethod
    def begun(self, connection: Connection, *, writing: bool) -> None:
        """Do what comes first in a transaction."""

    @abstractmethod
    def error(self, error: Exception, *, committing: bool) -> StoreError | None:
        """What people are told of an error; ``None`` for a fault of ours.

        ``committing`` says that it came up while everything was being kept.
        """

    @abstractmethod
    def refusal(self, reason: Reason, detail: str = "") -> StoreError:
        """The error of that reason about this database."""

    @abstractmethod
    def tables(self, connection: Connection) -> frozenset[str]:
        """The names of the tables."""

    @abstractmethod
    def bring_up_to_date(self, revision: str, schema: Schema, *, asked: bool) -> None:
        """Migrate from ``revision``; ``asked`` says that somebody asked for just that.

        Raises:
            StoreError: it cannot be done, or is not to be done unasked.
        """

    @abstractmethod
    def fault(self, connection: Connection) -> str:
        """What the database finds broken in itself; empty where it finds nothing."""

    @abstractmethod
    def vacuum(self) -> None:
        """Let nothing be left of what was deleted, as far as that can be seen to from here."""

    @abstractmethod
    def size(self, connection: Connection) -> int:
        """Bytes on the disk."""

    @abstractmethod
    def version(self, connection: Connection) -> str:
        """The name and version of what keeps the database."""
