"""What every test stands on: no display, a data folder of its own, no Qt object left behind."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from quizapp.store import Address, Store
    from tests.postgresql import Server

# Before anything imports Qt or quizapp: no window on a screen, nobody's real data.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QUIZAPP_DATA"] = f"{os.devnull}/no-data-folder-outside-a-test"
os.environ.pop("LANGUAGE", None)
os.environ.pop("QUIZAPP_DATABASE", None)

settings.register_profile(
    "quizapp",
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("long", parent=settings.get_profile("quizapp"), max_examples=2000)
settings.load_profile("quizapp")


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder for this test alone, also for programs that it starts."""
    folder = tmp_path / "data"
    monkeypatch.setenv("QUIZAPP_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def server() -> Iterator["Server"]:
    """A PostgreSQL server for as long as the tests run."""
    from tests.postgresql import running

    with running() as found:
        yield found


@pytest.fixture(scope="session")
def template(server: "Server") -> str:
    """The name of a database with our tables, to make others from."""
    from tests.postgresql import with_tables

    return with_tables(server)


@pytest.fixture
def address(server: "Server", template: str) -> Iterator["Address"]:
    """A database on the server for this test alone, with our tables in it."""
    from tests.postgresql import made

    yield from made(server, template)


@pytest.fixture(params=["sqlite", "postgresql"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> "Path | Address":
    """Where a database is to be: a file, and then a server."""
    if request.param == "sqlite":
        return tmp_path / "quizapp.db"
    found: Address = request.getfixturevalue("address")
    return found


@pytest.fixture
def store(home: "Path | Address") -> Iterator["Store"]:
    """An empty database, in a file and on a server: what holds of one holds of the other."""
    from quizapp.store import Store

    opened = Store(home, busy_ms=200)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def _nothing_left_of_qt(request: pytest.FixtureRequest) -> Iterator[None]:
    """Delete closed windows now; the offscreen platform keeps 2 MB for each until then."""
    yield
    if "qtbot" not in request.fixturenames and "qapp" not in request.fixturenames:
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    application = QCoreApplication.instance()
    if application is not None:
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        application.processEvents()
