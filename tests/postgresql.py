"""A PostgreSQL server for the tests alone: started when first wanted, thrown away at the end."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from quizapp.store import Address, Store, address

NOBODY = 65534  # PostgreSQL refuses to run as root
ROOM = 1_000_000_000
SETTINGS = {
    "listen_addresses": "",
    "shared_buffers": "16MB",
    "max_wal_size": "128MB",
    "max_connections": "40",
    "autovacuum": "off",
    "lc_messages": "C",
}


class Server:
    """A server that listens on a socket in a folder of its own."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder = folder
        self._programs = programs
        self._process: subprocess.Popen[bytes] | None = None
        self._made = 0
        self._run("initdb", "-D", folder / "data", "-U", "postgres", "--auth=trust",
                  "--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions")  # fmt: skip

    def start(self, **settings: str) -> None:
        """Start, and wait until it answers."""
        words = [str(self._programs / "postgres")]
        words += ["-D", str(self.folder / "data"), "-k", str(self.folder)]
        for name, value in {**SETTINGS, **settings}.items():
            words += ["-c", f"{name}={value}"]
        with (self.folder / "log").open("ab") as log:
            process: subprocess.Popen[bytes] = subprocess.Popen(
                words, stdout=log, stderr=log, **_as_nobody()
            )
        self._process = process
        from psycopg import OperationalError

        until = time.monotonic() + 30
        while True:
            try:
                self.run("SELECT 1")
            except OperationalError:
                if process.poll() is not None or time.monotonic() > until:
                    said = (self.folder / "log").read_text(errors="replace")
                    pytest.fail(f"PostgreSQL did not start. Its log says:\n{said[-2000:]}")
                time.sleep(0.02)
            else:
                return

    def stop(self) -> None:
        """Stop at once, as a power cut does; whoever is connected is cut off."""
        if self._process is not None:
            self._process.send_signal(3)
            self._process.wait(30)
            self._process = None

    def url(self, database: str, user: str = "postgres", **query: str) -> str:
        """What ``QUIZAPP_DATABASE`` is to be."""
        more = "".join(f"&{name}={value}" for name, value in query.items())
        return f"postgresql+psycopg://{user}@/{database}?host={self.folder}{more}"

    def run(self, *statements: str, database: str = "postgres") -> list[Any]:
        """Do something behind the program's back; the rows of the last statement, if it has any."""
        import psycopg

        place = f"host={self.folder} user=postgres dbname={database}"
        with psycopg.connect(place, autocommit=True) as connection:
            for statement in statements:
                cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def database(self, template: str = "template0") -> str:
        """The name of a new database."""
        self._made += 1
        name = f"q{self._made}"
        how = "STRATEGY FILE_COPY" if self.folder.is_relative_to("/dev/shm") else ""
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} {how}")
        return name

    def drop(self, name: str) -> None:
        """Take a database away, whoever is connected to it."""
        self.run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _run(self, program: str, *words: object) -> None:
        done = subprocess.run([self._programs / program, *map(str, words)], check=False,
                              capture_output=True, text=True, **_as_nobody())  # fmt: skip
        if done.returncode:
            pytest.fail(f"{program} failed: {done.stderr or done.stdout}")


@contextmanager
def running(*, on_disk: bool = False, **settings: str) -> Iterator[Server]:
    """A server in a folder that goes away with it: in memory where there is room, or on the disk.

    ``settings`` are added to those of a server for tests.
    """
    memory = Path("/dev/shm")
    roomy = not on_disk and memory.is_dir() and shutil.disk_usage(memory).free > ROOM
    folder = Path(tempfile.mkdtemp(prefix="quizapp-", dir=memory if roomy else None))
    try:
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
        server = Server(folder, _programs(folder))
        server.start(**settings)
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)


def _programs(folder: Path) -> Path:
    """Where PostgreSQL's programs are, for whoever is to run them."""
    spec = find_spec("pgserver")
    if spec is None or not spec.submodule_search_locations:
        if sys.version_info >= (3, 13):
            pytest.skip("pgserver, which brings PostgreSQL, is not made for this Python")
        pytest.fail("pgserver, which brings PostgreSQL for the tests, is missing: run make setup")
    package = Path(spec.submodule_search_locations[0])
    whole = package / "pginstall"
    try:
        subprocess.run([whole / "bin" / "postgres", "-V"], check=True, capture_output=True,
                       **_as_nobody())  # fmt: skip
    except (OSError, subprocess.CalledProcessError):  # it lies where only root may look
        copied = folder / "programs"
        for part in (whole, package.with_name("pgserver.libs")):  # found beside each other
            if part.is_dir():
                target = copied / part.relative_to(package.parent)
                shutil.copytree(part, target, symlinks=True)
        subprocess.run(["chmod", "-R", "a+rX", copied], check=True)
        whole = copied / package.name / "pginstall"
    return whole / "bin"


def _as_nobody() -> dict[str, Any]:
    if os.geteuid() != 0:
        return {}
    return {"user": NOBODY, "group": NOBODY, "extra_groups": [], "cwd": "/"}


def made(server: Server, template: str) -> Iterator[Address]:
    """A database for one test, with our tables in it."""
    name = server.database(template)
    yield address("QUIZAPP_DATABASE", server.url(name))
    server.drop(name)


def with_tables(server: Server) -> str:
    """A database to make others from."""
    name = server.database()
    Store(address("QUIZAPP_DATABASE", server.url(name))).close()
    return name
