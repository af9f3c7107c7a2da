"""`quizapp statements`: to a file, and what it says where that cannot be done."""

import json
from pathlib import Path

from tests.cli.conftest import Quizapp
from tests.examples import FERRY


def test_a_reader_has_their_statements_in_a_file(quizapp: Quizapp, tmp_path: Path) -> None:
    """Those of the reader who is named, and nothing is said of others."""
    quizapp("take", FERRY, "--test", "--reader", "Ada", typed="n\n1\nh\ny\n")
    file = tmp_path / "ada.json"

    done = quizapp("statements", "--to", file, "--reader", "Ada")
    others = json.loads(quizapp("statements", "--to", tmp_path / "me.jsonl", "--json").out)

    assert done.status == 0
    assert "of 1 attempt." in done.out
    told = json.loads(file.read_text("utf-8"))
    assert told[-1]["verb"]["id"].endswith("/completed")
    assert {one["actor"]["account"]["name"] for one in told} == {"Ada"}
    assert others == {"attempts": 0, "statements": 0, "before": 0}


def test_what_is_no_address_or_class_is_named(quizapp: Quizapp, tmp_path: Path) -> None:
    """Exit status 2, and what to write instead."""
    file = tmp_path / "x.json"

    lrs = quizapp("statements", "--lrs", "ftp://lrs.example")
    home = quizapp("statements", "--to", file, "--home", "school")
    room = quizapp("statements", "--to", file, "--class", "9z")

    assert [one.status for one in (lrs, home, room)] == [2, 2, 2]
    assert "“ftp://lrs.example” is no address of a record store" in lrs.err
    assert "A home page begins with https://" in home.err
    assert "9z" in room.err
    assert not file.exists()
