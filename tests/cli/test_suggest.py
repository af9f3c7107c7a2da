"""`quizapp suggest`."""

import json
import os
from pathlib import Path

import pytest

from quizapp.claims import suggest
from tests.cli.conftest import Quizapp

TEXT = (
    "Ann Vold, the mayor, said that the pier could close in May.\r\n"
    "\r\n"
    "The harbour office denied it. No date has been set. Some 40 boats lie there.\r\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article as a file, with the line ends of Windows."""
    file = tmp_path / "pier.txt"
    file.write_bytes(TEXT.encode())
    return file


def test_a_person_gets_the_suggestions_paragraph_by_paragraph(
    quizapp: Quizapp, article: Path
) -> None:
    """An author reads who says what, what is hedged, open and disputed, and by which rule."""
    done = quizapp("suggest", article)

    assert (done.status, done.err) == (0, "")
    assert done.out == (
        "Paragraph 1\n"
        "  Ann Vold, the mayor (said): “that the pier could close in May” [verb-that-clause]\n"
        "  hedge: “could” [hedge-modal]\n"
        "\n"
        "Paragraph 2\n"
        "  The harbour office (denied): “it” [verb-thing]\n"
        "  hedge: “Some” [hedge-about]\n"
        "  left open: “No date has been set” [none-set]\n"
        "  conflict: “The harbour office denied it” [conflict-denial]\n"
        "  number: “40 boats” [number-count]\n"
        "\n"
        "2 attributions were found.\n"
        "These are proposals: read each one, and decide how its claim stands.\n"
    )


def test_a_program_gets_every_place_in_code_points(quizapp: Quizapp, article: Path) -> None:
    """What stands at a place in the JSON stands there in the file, whatever its line ends."""
    told = json.loads(quizapp("suggest", article, "--json").out)
    places = [one["content"] for one in told["attributions"]]
    open_ = [TEXT[slice(*one["span"])] for one in told["unknowns"]]

    assert list(told) == ["attributions", "hedges", "unknowns", "conflicts", "numbers"]
    assert list(told["attributions"][0]) == ["source", "cue", "content", "rule", "stance"]
    assert places == [[one.content.start, one.content.end] for one in suggest(TEXT).attributions]
    assert open_ == ["No date has been set"]


def test_a_source_that_nobody_names_is_null(quizapp: Quizapp, tmp_path: Path) -> None:
    """A program can tell “is expected to” from “Vold expects”."""
    file = tmp_path / "pier.txt"
    file.write_text("The pier is expected to close in May.", "utf-8")

    (one,) = json.loads(quizapp("suggest", file, "--json").out)["attributions"]

    assert one["source"] is None
    assert "nobody named (is expected)" in quizapp("suggest", file).out


def test_a_long_content_is_shown_by_its_ends(quizapp: Quizapp, tmp_path: Path) -> None:
    """A quotation of ten lines does not bury the next suggestion."""
    file = tmp_path / "pier.txt"
    file.write_text(f"Vold said that the pier was {'very ' * 100}old.", "utf-8")

    longest = max(quizapp("suggest", file).out.splitlines(), key=len)

    assert " … " in longest
    assert len(longest) < 220


@pytest.mark.parametrize("content", [b"", b"\n \n", b"Nobody speaks."])
def test_an_article_without_suggestions_is_no_error(
    quizapp: Quizapp, tmp_path: Path, content: bytes
) -> None:
    """Silence is an answer too."""
    file = tmp_path / "pier.txt"
    file.write_bytes(content)

    done = quizapp("suggest", file)

    assert done.status == 0
    assert done.out.startswith("0 attributions were found.\n")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("absent.txt", None, "cannot be read (No such file or directory)"),
        (".", None, "cannot be read (Is a directory)"),
        ("pier.txt", b"Vold \xff said", "is not UTF-8 text (byte 6)"),
        ("pier.txt", b"a" * 1_200_000, "has 1.2 MB; an article has at most 1 MB"),
    ],
)
def test_what_is_no_text_is_refused_with_a_way_out(
    quizapp: Quizapp, tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    """Exit status 2, one line that says why and what to do."""
    if content is not None:
        (tmp_path / name).write_bytes(content)

    done = quizapp("suggest", tmp_path / name)

    assert (done.status, done.out) == (2, "")
    assert message in done.err
    assert done.err.count("\n") == 1


def test_a_pipe_is_refused_and_not_waited_for(quizapp: Quizapp, tmp_path: Path) -> None:
    """A name that leads to no file gives an answer at once."""
    os.mkfifo(tmp_path / "pipe")

    done = quizapp("suggest", tmp_path / "pipe")

    assert done.status == 2
    assert "is no file" in done.err


def test_thousands_parted_by_a_space_are_one_number(quizapp: Quizapp, tmp_path: Path) -> None:
    """As French and Ukrainian articles write them; a year before a number stays apart."""
    file = tmp_path / "pier.txt"
    file.write_text("Le conseil a voté 20 000 euros. In 2015 300 boats came.", "utf-8")

    out = quizapp("suggest", file).out

    assert "number: “20 000 euros” [number-money]" in out
    assert "number: “300 boats” [number-count]" in out
