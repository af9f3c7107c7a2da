"""A database on a server, and what is said when it cannot be used."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event, text

from quizapp.app import readers
from quizapp.store import Address, Connection, Store, StoreError, attempts
from quizapp.store import address as parsed
from quizapp.store.schema import SCHEMA
from tests.postgresql import Server, running
from tests.taking import begun

KILL = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'"
SECRET = "correct-horse-battery"


@pytest.fixture(scope="module")
def own() -> Iterator[Server]:
    """A server that tests may stop; ``roe`` needs a password there."""
    with running() as found:
        rules = found.folder / "data" / "pg_hba.conf"
        rules.write_text("local all roe scram-sha-256\nlocal all all trust\n")
        found.run(f"CREATE ROLE roe LOGIN PASSWORD '{SECRET}'", "SELECT pg_reload_conf()")
        yield found


@pytest.fixture
def stoppable(own: Server) -> Iterator[Address]:
    """A database on the server that tests may stop."""
    name = own.database()
    yield parsed("X", own.url(name))
    own.drop(name)


def refusal(where: Address) -> StoreError:
    """What opening the database says."""
    with pytest.raises(StoreError) as caught:
        Store(where, busy_ms=200)
    assert where.shown in str(caught.value)
    return caught.value


def kept(store: Store) -> tuple[str, ...]:
    """The ids of the attempts."""
    with store.read() as connection:
        return attempts.every_id(connection)


def name_of(where: Address) -> str:
    """What the server calls the database."""
    assert where.url.database
    return where.url.database


def test_a_commit_waits_for_the_disk(server: Server, address: Address) -> None:
    """Where the server is set to be quick and forgetful, every connection of ours is not."""
    server.run(f"ALTER DATABASE {name_of(address)} SET synchronous_commit = off")

    with closing(Store(address)) as store, store.read(), store.read() as second:
        assert second.scalar(text("SHOW synchronous_commit")) == "on"
        assert store.synchronous == "on"


def test_a_server_that_waits_for_its_stand_in_goes_on_doing_so(
    server: Server, address: Address
) -> None:
    """Whoever set it to be more careful than we ask has their way."""
    server.run(f"ALTER DATABASE {name_of(address)} SET synchronous_commit = remote_apply")

    with closing(Store(address)) as store:
        assert store.synchronous == "remote_apply"


def test_a_server_that_does_not_wait_for_its_disk_is_not_used(
    own: Server, stoppable: Address
) -> None:
    """A promise that the server does not make is not passed on."""
    own.stop()
    own.start(fsync="off")
    try:
        error = refusal(stoppable)
    finally:
        own.stop()
        own.start()

    assert error.reason == "unsafe"
    assert "fsync = off" in str(error)


def test_a_database_that_cannot_hold_every_letter_is_not_used(server: Server) -> None:
    """It is said at once, and not when somebody writes “ä”."""
    server.run("CREATE DATABASE plain TEMPLATE template0 ENCODING 'SQL_ASCII'")

    error = refusal(parsed("X", server.url("plain")))

    server.drop("plain")
    assert error.reason == "encoding"
    assert "UTF8" in str(error)


def test_many_may_make_the_tables_at_the_same_moment(server: Server) -> None:
    """Two teachers who start together on a first day both work."""
    where = parsed("X", server.url(server.database()))

    with ThreadPoolExecutor(6) as pool:
        stores = list(pool.map(lambda _n: Store(where, busy_ms=10_000), range(6)))

    assert {store.revision(SCHEMA) for store in stores} == {SCHEMA.head}
    for store in stores:
        store.close()
    server.drop(name_of(where))


def test_looking_makes_no_tables(server: Server) -> None:
    """A doctor changes nothing."""
    where = parsed("X", server.url(server.database()))

    with pytest.raises(StoreError) as caught:
        Store(where, make=False)

    assert caught.value.reason == "empty"
    assert server.run("SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
                      database=name_of(where)) == []  # fmt: skip
    server.drop(name_of(where))


def test_a_newer_database_is_refused_politely(server: Server, address: Address) -> None:
    """An old program never spoils what a new one wrote."""
    server.run("UPDATE alembic_version SET version_num = '9999'", database=name_of(address))

    error = refusal(address)

    assert error.reason == "newer"
    assert "Install the newer version" in str(error)


@pytest.mark.parametrize("table", ["theirs", "alembic_version"])
def test_a_database_of_another_program_is_left_alone(server: Server, table: str) -> None:
    """Naming a wrong database costs nothing, also that of a program that uses Alembic too."""
    where = parsed("X", server.url(server.database()))
    server.run(f"CREATE TABLE {table} (version_num text)", database=name_of(where))

    error = refusal(where)

    tables = server.run(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public'", database=name_of(where)
    )
    server.drop(name_of(where))
    assert error.reason == "foreign"
    assert tables == [(table,)]


@pytest.mark.parametrize(
    ("database", "user", "query", "reason"),
    [
        ("no_such", "postgres", {}, "no_database"),
        ("postgres", "nobody_here", {}, "refused"),
        ("postgres", "roe", {}, "refused"),
        ("postgres", f"roe:{SECRET}x", {}, "refused"),
        ("postgres", "postgres", {"port": "1"}, "unreachable"),
        ("postgres", "postgres", {"no_such_option": "1"}, "unreachable"),
    ],
)
def test_what_keeps_one_out_is_named_without_the_password(
    own: Server, database: str, user: str, query: dict[str, str], reason: str
) -> None:
    """The message says what to check, and can be shown to anybody."""
    where = parsed("X", own.url(database, user, **query))

    error = refusal(where)

    assert error.reason == reason
    assert SECRET not in f"{error} {error!r} {where} {where!r} {error.__cause__}"


def test_the_right_password_lets_one_in(own: Server) -> None:
    """What the tests above refuse is refused for the password alone."""
    own.run("CREATE DATABASE hers OWNER roe")
    with closing(Store(parsed("X", own.url("hers", f"roe:{SECRET}")))) as store:
        begun(store)
        assert kept(store) == ("a1",)
    own.drop("hers")


def test_a_host_that_there_is_not_is_named() -> None:
    """A slip in the name of the server."""
    error = refusal(parsed("X", "postgresql+psycopg://roe@nowhere.invalid/quizapp"))

    assert error.reason == "unreachable"
    assert "“quizapp” on nowhere.invalid" in str(error)


def test_too_many_connections_are_called_that(server: Server, address: Address) -> None:
    """Whoever comes last on a busy morning knows what to wait for."""
    server.run("CREATE ROLE crowd LOGIN CONNECTION LIMIT 0")

    error = refusal(parsed("X", server.url(name_of(address), "crowd")))

    assert error.reason == "too_many"
    assert "Wait until somebody has closed quizapp" in str(error)


def test_without_the_right_to_make_tables_nothing_is_made(server: Server) -> None:
    """A teacher who comes before the keeper of the server is sent to them."""
    server.run("CREATE ROLE maker LOGIN")
    where = parsed("X", server.url(server.database(), "maker"))

    error = refusal(where)

    server.drop(name_of(where))
    assert error.reason == "no_right"
    assert "docs/school.md" in str(error)


def test_the_rights_that_the_documentation_lists_are_enough(
    server: Server, address: Address, tmp_path: Path
) -> None:
    """A teacher's role owns nothing, and can do everything that the program does but update."""
    server.run("CREATE ROLE teacher LOGIN")
    server.run(
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO teacher",
        "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO teacher",
        "REVOKE INSERT, UPDATE, DELETE ON alembic_version FROM teacher",
        database=name_of(address),
    )
    with closing(Store(parsed("X", server.url(name_of(address), "teacher")))) as store:
        sitting = begun(store)
        sitting.answer("who", ("harbour",))
        sitting.submit()
        removed, _copies = readers.delete(store, tmp_path, "me")
        assert removed > 5
        assert readers.count(store, "me") == 0


def test_what_one_may_only_read_is_called_that(server: Server, address: Address) -> None:
    """A role for looking looks, and is told so when it writes."""
    server.run("CREATE ROLE looker LOGIN")
    server.run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO looker", database=name_of(address))

    with closing(Store(parsed("X", server.url(name_of(address), "looker")))) as store:
        with pytest.raises(StoreError, match="Nothing was saved") as caught:
            begun(store)
        assert kept(store) == ()
    assert caught.value.reason == "no_right"


def test_a_server_that_stands_in_for_another_is_called_read_only(
    own: Server, stoppable: Address
) -> None:
    """After a change of servers nobody writes to the wrong one; what is there can be read."""
    with closing(Store(stoppable)) as store:
        begun(store)
    signal = own.folder / "data" / "standby.signal"
    own.stop()
    signal.touch()
    own.start()
    try:
        with closing(Store(stoppable)) as store:
            with pytest.raises(StoreError) as caught:
                begun(store, "a2")
            assert kept(store) == ("a1",)
    finally:
        own.stop()
        signal.unlink()
        own.start()

    assert caught.value.reason == "read_only"


def test_a_character_that_it_cannot_hold_is_named(address: Address) -> None:
    """What was pasted from a broken file is refused with what to do."""
    with closing(Store(address)) as store:
        with pytest.raises(StoreError, match="Type the text anew") as caught:
            begun(store, "a\0b")
        assert kept(store) == ()
    assert caught.value.reason == "letters"


def test_a_connection_that_is_lost_in_the_middle_keeps_nothing(
    server: Server, address: Address
) -> None:
    """Half an act is never kept, and the next one connects anew."""
    with closing(Store(address)) as store:
        sitting = begun(store)

        def half_an_act() -> None:
            with store.write() as connection:
                connection.execute(text("UPDATE attempt SET at = 'x'"))
                server.run(KILL.format(name_of(address)))
                connection.execute(text("UPDATE attempt SET at = 'x'"))

        with pytest.raises(StoreError, match="Everything saved before is safe") as caught:
            half_an_act()

        sitting.answer("who", ("harbour",))
        assert caught.value.reason == "gone"
        assert sitting.attempt.answers.keys() == {"who"}


def test_a_connection_that_is_lost_while_saving_is_said_to_be_so(
    server: Server, address: Address
) -> None:
    """Nobody is told that an answer is saved, or that it is not, where nobody can know."""

    def cut(_connection: Connection) -> None:
        server.run(KILL.format(name_of(address)))

    with closing(Store(address)) as store:
        sitting = begun(store)
        event.listen(store.backend.engine, "commit", cut)
        with pytest.raises(StoreError, match="may be saved or not") as caught:
            sitting.answer("who", ("harbour",))
        event.remove(store.backend.engine, "commit", cut)

        assert caught.value.reason == "unsure"
        assert sitting.attempt.answers == {}
        sitting.answer("who", ("harbour",))


def test_a_server_that_was_started_anew_is_not_even_noticed(
    own: Server, stoppable: Address
) -> None:
    """A window that was open over the weekend goes on; while nobody answers, it says so."""
    with closing(Store(stoppable)) as store:
        sitting = begun(store)
        own.stop()
        with pytest.raises(StoreError, match="cannot be reached") as caught:
            sitting.answer("who", ("line",))
        own.start()

        sitting.answer("who", ("harbour",))
        assert caught.value.reason == "unreachable"
        found = kept(store)
    assert found == ("a1",)


def test_what_was_saved_outlives_a_server_that_is_killed(own: Server, stoppable: Address) -> None:
    """The server is stopped as by a power cut, right after the answer was called saved."""
    with closing(Store(stoppable)) as store:
        sitting = begun(store)
        sitting.answer("who", ("harbour",))
        own.stop()
        own.start()

    with closing(Store(stoppable)) as store, store.read() as connection:
        found = attempts.load(connection, "a1")
        assert found is not None
        assert found[0] == sitting.attempt
        assert attempts.verify(connection, "a1").sound


def test_somebody_quick_is_waited_for(address: Address) -> None:
    """Colleagues who save at the same moment do not notice each other."""
    held, done = threading.Event(), threading.Event()
    with closing(Store(address, busy_ms=10_000)) as store:

        def hold() -> None:
            with store.write():
                held.set()
                done.wait(0.1)

        other = threading.Thread(target=hold)
        other.start()
        held.wait()
        begun(store)
        other.join()

        assert kept(store) == ("a1",)


def test_a_large_connection_pool_is_not_kept(server: Server, address: Address) -> None:
    """An open window holds one connection of the hundred that a server has."""
    question = f"SELECT count(*) FROM pg_stat_activity WHERE datname = '{name_of(address)}'"
    with closing(Store(address)) as store:
        with store.read(), store.read(), store.read():
            assert server.run(question) == [(3,)]

        assert server.run(question) == [(1,)]
