"""`quizapp stats`."""

import json
from pathlib import Path

import pytest

from tests.analysis.published import LSAT6
from tests.cli.conftest import Quizapp
from tests.examples import FERRY

ITEM = {
    "facility", "sd", "random_guess_score", "intended_weight", "effective_weight", "discrimination",
    "discriminative_efficiency", "upper_lower_d", "distractors", "passage_dependence",
}  # fmt: skip
TEST = {"alpha", "error_ratio", "standard_error", "mean", "median", "skewness", "kurtosis", "n"}
FIT = {"model", "log_likelihood", "converged", "items", "abilities"}


@pytest.fixture
def lsat(tmp_path: Path) -> Path:
    """The answers to section 6 as a spreadsheet has them."""
    rows = [",".join(f"{k:05b}") for k, count in enumerate(LSAT6) for _ in range(count)]
    path = tmp_path / "lsat6.csv"
    path.write_text("a,b,c,d,e\n" + "\n".join(rows), "utf-8")
    return path


def test_programs_get_every_figure_by_its_name(quizapp: Quizapp, lsat: Path) -> None:
    """Names are those of the documentation, digits are all there are."""
    told = json.loads(quizapp("stats", lsat, "--json").out)

    assert set(told) >= TEST
    assert all(set(item) >= ITEM for item in told["items"])
    assert (told["n"], told["items"][0]["facility"]) == (1000, 0.924)
    assert told["alpha"] == pytest.approx(0.2949, abs=1e-3)
    assert told["items"][0]["random_guess_score"] is None


def test_a_model_is_fitted_if_one_is_named(quizapp: Quizapp, lsat: Path) -> None:
    """Its parameters stand beside the other figures of each item."""
    told = json.loads(quizapp("stats", lsat, "--model", "2pl", "--json").out)

    assert set(told) >= FIT
    assert told["log_likelihood"] == pytest.approx(-2466.653, abs=0.0006)
    assert all(item["se_b"] > 0 for item in told["items"])
    assert len(told["abilities"]) == 1000


def test_both_estimators_of_rasch_can_be_asked_for(quizapp: Quizapp, lsat: Path) -> None:
    """Conditional likelihood assumes nothing about the readers."""
    done = quizapp("stats", lsat, "--model", "rasch", "--estimator", "cml")

    assert done.status == 0
    assert "rasch, cml: log-likelihood" in done.out


def test_people_get_a_table_with_intervals(quizapp: Quizapp, lsat: Path) -> None:
    """Each figure has its interval beside it, and how many readers it rests on."""
    out = quizapp("stats", lsat).out

    assert out.startswith("lsat6 · 1000 readers")
    assert "0.92 (0.91 to 0.94)" in out


def test_under_ten_readers_people_get_counts_only(quizapp: Quizapp, tmp_path: Path) -> None:
    """Nine readers are too few for a verdict, and the report says so; programs get figures."""
    path = tmp_path / "few.csv"
    path.write_text("id,q1,q2\n" + "\n".join(f"r{k},{k % 2},1" for k in range(9)), "utf-8")
    out = quizapp("stats", path).out

    assert "Under 10 readers only counts are told" in out
    assert "alpha" not in out
    assert json.loads(quizapp("stats", path, "--json").out)["items"][0]["facility"] == 4 / 9


def test_gaps_and_credits_are_spoken_of(quizapp: Quizapp, tmp_path: Path) -> None:
    """The report says what was done with items that were not presented."""
    path = tmp_path / "gaps.csv"
    rows = [f"r{k},{k % 2},{(k % 3) / 2},NA" if k % 4 else f"r{k},1,0,1" for k in range(12)]
    path.write_text("id,q1,q2,q3\n" + "\n".join(rows), "utf-8")
    out = quizapp("stats", path, "--model", "rasch").out

    for words in (
        "Not every reader",
        "only rough",
        "no difficulty",
        "too few readers",
        "12 readers",
    ):
        assert words in out


@pytest.mark.parametrize(
    ("cells", "words", "message"),
    [
        ("1,0.5\n0,1\n1,0", ["--model", "rasch", "--estimator", "cml"], "Use MML"),
        ("1,0\n0,1\n1,0", ["--model", "2pl", "--estimator", "cml"], "for Rasch alone"),
        ("1,1\n1,1\n1,1", ["--model", "rasch"], "two items"),
        ("1,0\n0,1", ["--estimator", "cml"], "Name a model"),
    ],
)
def test_a_model_that_cannot_be_fitted_says_why(
    quizapp: Quizapp, tmp_path: Path, cells: str, words: list[str], message: str
) -> None:
    """And what to do instead."""
    path = tmp_path / "marks.csv"
    path.write_text(cells, "utf-8")
    done = quizapp("stats", path, *words)

    assert done.status == 2
    assert message in done.err


def test_a_file_that_is_not_there_is_named(quizapp: Quizapp, tmp_path: Path) -> None:
    """A slip in a name is seen at once."""
    done = quizapp("stats", tmp_path / "no.csv")

    assert done.status == 2
    assert "no.csv" in done.err
    assert "cannot be read" in done.err


def test_the_attempts_at_a_bank_are_told_of_by_its_name(quizapp: Quizapp) -> None:
    """One reader is no class, and the report says so; every attempt can be asked for."""
    quizapp("take", FERRY, "--test", typed="n\n1\n" + "\n" * 30 + "y\ny\n")
    done = quizapp("stats", FERRY, "--all", "--rebuild", "--json")

    assert done.status == 0
    told = json.loads(done.out)
    assert told["notes"][0] == "too_few"
    assert told["items"][0]["random_guess_score"] is not None or told["n"] == 0
