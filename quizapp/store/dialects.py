"""The few statements that SQLite and PostgreSQL do not write alike."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import DDL, Connection, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.functions import FunctionElement

LOGS = {"entry": "the answer log", "review": "the log of reviews"}
ACTS = {"sqlite": ("UPDATE", "DELETE"), "postgresql": ("UPDATE", "DELETE", "TRUNCATE")}


class _AsKept(FunctionElement[str]):
    """JSON as the text that is kept."""

    type = Text()
    inherit_cache = True


@compiles(_AsKept, "sqlite")
def _as_kept_sqlite(element: _AsKept, compiler: Any, **words: Any) -> str:
    return str(compiler.process(element.clauses, **words))


@compiles(_AsKept, "postgresql")
def _as_kept_postgresql(element: _AsKept, compiler: Any, **words: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **words)} AS TEXT)"


def as_kept(column: ColumnElement[Any]) -> ColumnElement[str]:
    """A column of JSON as the text that is kept, which costs less than values do."""
    return _AsKept(column)


def refusals(log: str, dialect: str) -> list[str]:
    """The statements that make a log only grow: the database itself refuses all else."""
    words = f"{LOGS[log]} only grows"
    if dialect == "sqlite":
        return [_sqlite_trigger(log, act) for act in ACTS["sqlite"]]
    name = f"{log}_only_grows"
    return [
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF TG_OP = 'DELETE' AND current_setting('quizapp.removing', true) = 'on' "
        f"THEN RETURN OLD; END IF; RAISE EXCEPTION '{words}'; END $$",
        *(
            f"CREATE TRIGGER {log}_no_{act.lower()} BEFORE {act} ON {log} FOR EACH "
            f"{'STATEMENT' if act == 'TRUNCATE' else 'ROW'} EXECUTE FUNCTION {name}()"
            for act in ACTS["postgresql"]
        ),
    ]


def ddl(log: str, dialect: str) -> list[Any]:
    """``refusals`` as what SQLAlchemy runs once the table is made."""
    return [
        DDL(words).execute_if(dialect=dialect)  # type: ignore[no-untyped-call]  # without types
        for words in refusals(log, dialect)
    ]


@contextmanager
def removing(connection: Connection) -> Iterator[None]:
    """Let rows be taken out of the logs, for everything that is kept of one reader.

    On SQLite the triggers are taken away and put back in the same transaction; on PostgreSQL, where
    that would keep all others waiting and only the owner may, the transaction says what it does.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL quizapp.removing = 'on'")
        yield
        connection.exec_driver_sql("SET LOCAL quizapp.removing = 'off'")
        return
    for log in LOGS:
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {log}_no_delete")
    yield
    for log in LOGS:
        connection.exec_driver_sql(_sqlite_trigger(log, "DELETE"))


def _sqlite_trigger(log: str, act: str) -> str:
    body = f"SELECT RAISE(ABORT, '{LOGS[log]} only grows')"
    return f"CREATE TRIGGER {log}_no_{act.lower()} BEFORE {act} ON {log} BEGIN {body}; END"
