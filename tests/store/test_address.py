"""Where a database is that is no file."""

import importlib.util

import pytest

from quizapp.errors import QuizappError
from quizapp.store import address

SECRET = "correct-horse-battery"


@pytest.mark.parametrize("name", ["postgresql+psycopg", "postgresql", "postgres"])
def test_all_ways_to_write_it_mean_the_same(name: str) -> None:
    """What a provider of servers hands out can be pasted as it is."""
    found = address("X", f"{name}://roe:{SECRET}@db.school.example/quizapp?sslmode=verify-full")

    assert found.url.drivername == "postgresql+psycopg"
    assert found.url.password == SECRET
    assert found.shown == "“quizapp” on db.school.example"
    assert SECRET not in f"{found} {found!r} {found.url}"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("quizapp", "cannot be read as a URL"),
        (f"://roe:{SECRET}@host/quizapp", "cannot be read as a URL"),
        (f"postgresql://roe:{SECRET}@host:port/quizapp", "cannot be read as a URL"),
        (f"mysql://roe:{SECRET}@host/quizapp", "begins with mysql://"),
        (f"postgresql+psycopg2://roe:{SECRET}@host/quizapp", "begins with postgresql+psycopg2://"),
        ("sqlite:////tmp/quizapp.db", "begins with sqlite://"),
        (f"postgresql://roe:{SECRET}@host", "no database on it"),
    ],
)
def test_what_names_no_such_database_is_refused(words: str, told: str) -> None:
    """The message says how it is written, and repeats no password."""
    with pytest.raises(QuizappError, match="Write it like postgresql") as caught:
        address("QUIZAPP_DATABASE", words)

    assert told in str(caught.value)
    assert "QUIZAPP_DATABASE" in str(caught.value)
    assert SECRET not in str(caught.value)


def test_where_nothing_speaks_to_a_server_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The packed program leaves that out, and says what to use instead."""
    monkeypatch.setattr("quizapp.store.addresses.find_spec", lambda _name: None)

    with pytest.raises(QuizappError, match=r"pip install '\.\[postgresql\]'"):
        address("QUIZAPP_DATABASE", "postgresql://roe@host/quizapp")

    assert importlib.util.find_spec("psycopg") is not None
