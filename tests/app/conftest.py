"""A database of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty database on a real disk."""
    opened = Store(tmp_path / "quizapp.db", busy_ms=200)
    yield opened
    opened.close()
