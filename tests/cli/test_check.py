"""`quizapp check`."""

import json
import shutil
from pathlib import Path

import pytest

from quizapp.bank import schema
from tests.cli.conftest import Quizapp
from tests.examples import FERRY
from tests.taking import edited

ROOT = Path(__file__).parent.parent.parent
GUESSABLE = ROOT / "tests" / "data" / "guessable"


def written(tmp_path: Path, text: str | bytes) -> Path:
    """A copy of the example with this bank.nt."""
    folder = shutil.copytree(FERRY, tmp_path / "ferry")
    (folder / "bank.nt").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def test_a_sound_bank_is_called_sound(quizapp: Quizapp) -> None:
    """One line, and exit status 0 for scripts."""
    done = quizapp("check", FERRY)

    assert (done.status, done.out, done.err) == (0, f"{FERRY}: 14 items, no problems\n", "")


def test_warnings_are_shown_but_do_not_fail(quizapp: Quizapp) -> None:
    """The article bank can be used, and its limits are said."""
    done = quizapp("check", "battery-on-request")

    assert done.status == 0
    assert "warning: " in done.out
    assert "battery-on-request: 32 items, 2 warnings\n" in done.out


def test_every_error_comes_with_its_place_as_editors_expect_it(
    quizapp: Quizapp, tmp_path: Path
) -> None:
    """A click on the line opens the file where the mistake is."""
    folder = written(tmp_path, edited("kind: scope", "kind: scoop"))
    line = (folder / "bank.nt").read_text("utf-8").split("\n").index("        kind: scoop") + 1

    done = quizapp("check", folder)

    assert done.status == 1
    assert done.out == (
        f"{folder}/bank.nt:{line}:15: There is no item kind “scoop”. Did you mean “scope”?\n"
        f"{folder}: 1 error\n"
    )


@pytest.mark.parametrize("content", [b"noise", b"\xff\xfe\0", b"\0" * 100, b"x" * 30_000_000])
def test_what_is_no_bank_is_refused_without_a_traceback(
    quizapp: Quizapp, tmp_path: Path, content: bytes
) -> None:
    """Any file whatever gives a message with a place and something to do."""
    done = quizapp("check", written(tmp_path, content))

    assert done.status == 1
    assert "bank.nt:1:" in done.out


def test_a_path_that_leads_nowhere_is_another_matter_than_a_bad_bank(
    quizapp: Quizapp, tmp_path: Path
) -> None:
    """A script can tell a typing mistake from a mistake in a bank."""
    done = quizapp("check", FERRY, tmp_path, tmp_path / "nothing")

    assert done.status == 2
    assert "no problems" in done.out
    assert done.err.splitlines() == [
        f"{tmp_path}: There is no bank.nt in this folder. "
        "Give the folder of a bank, or its bank.nt.",
        f"{tmp_path}/nothing: There is no such file. "
        "Check the name; a bank is a folder with bank.nt in it.",
    ]


def test_programs_get_json(quizapp: Quizapp, tmp_path: Path) -> None:
    """Other tools need not take lines apart."""
    done = quizapp("check", "--json", FERRY, written(tmp_path, "title"), tmp_path / "nothing")

    first, second, third = json.loads(done.out)
    assert done.status == 2
    assert (first["usable"], first["items"], first["problems"]) == (True, 14, [])
    assert (second["usable"], second["problems"][0]["code"]) == (False, "not-nestedtext")
    assert third["problems"][0]["code"] == "no-file"


def test_without_a_bank_the_command_says_what_it_needs(quizapp: Quizapp) -> None:
    """Nobody waits for a check of nothing."""
    done = quizapp("check")

    assert done.status == 2
    assert "Name a bank to check." in done.err


def test_the_schema_in_the_docs_is_the_one_the_program_reads_by(quizapp: Quizapp) -> None:
    """Editors that complete fields from the schema never offer one that is refused."""
    done = quizapp("check", "--schema")

    assert done.out == (ROOT / "docs" / "bank.schema.json").read_text("utf-8")
    assert json.loads(done.out) == schema()


def test_the_bots_are_reported_line_by_line(quizapp: Quizapp) -> None:
    """What a player who never reads would score, and how much this many items can show."""
    done = quizapp("check", "--bots", GUESSABLE)

    lines = [line.removeprefix(f"{GUESSABLE}: ") for line in done.out.splitlines()]
    assert done.status == 0
    assert "balance: 1 of 8 claims are confirmed (12%); not balanced" in lines
    assert (
        "longest option: 6 items, 2.0 right by chance, 6 found, p = 0.001: "
        "FAILED, a cue gives keys away"
    ) in lines
    assert any(line.startswith("always asserted: 8 items") and "FAILED" in line for line in lines)


def test_a_small_bank_is_not_called_free_of_cues(quizapp: Quizapp) -> None:
    """The report says how large a cue would have had to be to show."""
    out = quizapp("check", "--bots", FERRY).out

    assert "no cue found; n too small to find any" in out
    assert "most hedged option: nothing to play" in out
    assert "balanced" in out


def test_programs_get_problems_balance_and_bots_of_a_bank_in_one_object(quizapp: Quizapp) -> None:
    """Every number of the report, unrounded."""
    (told,) = json.loads(quizapp("check", "--json", GUESSABLE).out)

    assert {problem["code"] for problem in told["problems"]} >= {"bot", "one-standing"}
    assert told["balance"] == {
        "total": 8, "confirmed": 1, "counts": {"asserted": 6, "confirmed": 1, "unknown": 1},
        "balanced": False,
    }  # fmt: skip
    first = told["bots"][0]
    assert (first["bot"], first["n"], first["found"]) == ("longest option", 6, 6)
    assert first["p"] == pytest.approx(1 / 3**6)
    assert {bot["verdict"] for bot in told["bots"]} == {"failed"}
