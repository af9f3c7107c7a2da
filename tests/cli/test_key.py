"""`quizapp key`: a second person keys a bank in the terminal."""

import json
import shutil
from pathlib import Path

import pytest

from quizapp.app.bank_files import open_bank
from quizapp.claims import TITLES, Standing
from quizapp.cli import run
from tests.cli.conftest import Quizapp
from tests.examples import FERRY, ferry


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example bank without its second key."""
    folder = shutil.copytree(FERRY, tmp_path / "ferry")
    text = (folder / "bank.nt").read_text("utf-8")
    (folder / "bank.nt").write_text(text[: text.index("raters:\n")], "utf-8")
    return folder


N = len(ferry().map.claims)


def test_a_bank_is_keyed_blind_and_the_key_goes_into_it(quizapp: Quizapp, folder: Path) -> None:
    """A second reader sees the article and the claims, and nothing of the first one's key."""
    done = quizapp("key", folder, "--rater", "Ada", typed="2\n" * N + "\n")

    (rater,) = open_bank(folder).raters
    assert done.status == 0
    assert (rater.name, {standing for _claim, standing in rater.standings}) == ("Ada", {"asserted"})
    assert all(done.out.count(f"“{claim.text}”") == 1 for claim in ferry().map.claims)
    assert ferry().map.claim["permit"].why not in done.out
    titles = [str(TITLES[standing]) for standing in Standing]
    assert [done.out.count(f"  {n}  {t}:") for n, t in enumerate(titles, start=1)] == [1] * 7
    assert "Your key is in the bank" in done.out
    versions = json.loads(quizapp("versions", folder, "--json").out)
    assert [c["what"] for c in versions[-1]["changes"]] == ["rater-added"]


def test_a_key_that_was_stopped_goes_on_where_it_was(quizapp: Quizapp, folder: Path) -> None:
    """A key is work of an hour, and can be done in two."""
    first = quizapp("key", folder, "--rater", "Ada", typed="2\nb\n3\nx\na\nq\n")
    assert first.status == 0
    assert "You gave: Asserted" in first.out
    assert first.out.count(ferry().article.cites) == 2
    assert "The same command goes on" in first.out

    second = quizapp("key", folder, "--rater", "Ada", typed="2\n" * (N - 1) + "2\nb\n2\n\n")

    (rater,) = open_bank(folder).raters
    assert "You left off here" in second.out
    assert f"2 of {N}" in second.out
    assert sorted(s for _c, s in rater.standings) == ["asserted"] * (N - 1) + ["disputed"]


def test_a_bank_that_was_edited_meanwhile_keeps_both(quizapp: Quizapp, folder: Path) -> None:
    """The key of the old article is set aside and asked anew, the author's edit stays."""
    quizapp("key", folder, "--rater", "Ada", typed="2\n")
    article = folder / "article.txt"
    article.write_text(article.read_text("utf-8") + "It rained.\n", "utf-8")

    done = quizapp("key", folder, "--rater", "Ada", typed="2\n")

    assert "An earlier start was set aside" in " ".join(done.out.split())
    assert article.read_text("utf-8").endswith("It rained.\n")


def test_agreement_is_shown_for_people_and_programs(quizapp: Quizapp, folder: Path) -> None:
    """One sees how far two readers agree, and on which claims they do not."""
    quizapp("key", folder, "--rater", "Ada", typed="2\n" * N + "\n")

    done = quizapp("key", folder, "--agreement")
    told = json.loads(quizapp("key", folder, "--agreement", "--json").out)

    asserted = sum(c.standing is Standing.ASSERTED for c in ferry().map.claims)
    assert f"{asserted} of {N} claims keyed alike" in done.out
    assert f"Krippendorff’s α (nominal): {told['alpha']:.3f}" in done.out
    assert "permit “The ferry's permit was withdrawn on 9 April.”" in done.out
    assert told["standings"]["asserted"] == {
        "counts": [asserted, N], "either": N, "both": asserted,
    }  # fmt: skip
    assert told["raters"][1] == "Ada"
    assert not any(one["open"] for one in told["differences"] if one["claim"] == "permit")


def test_two_keys_are_reconciled_and_three_are_left_to_a_person(
    quizapp: Quizapp, folder: Path
) -> None:
    """What two readers read in two ways is for practice; more ways than two are looked at."""
    quizapp("key", folder, "--rater", "Ada", typed="2\n" * N + "\n")
    before = len(json.loads(quizapp("key", folder, "--agreement", "--json").out)["differences"])

    done = quizapp("key", folder, "--reconcile")

    assert done.status == 0
    assert done.out.count("It accepts both now") == before
    assert open_bank(folder).map.claim["permit"].accepted == (
        Standing.CONFIRMED, Standing.ASSERTED,
    )  # fmt: skip
    assert "There is nothing to do" in quizapp("key", folder, "--reconcile").out
    quizapp("key", folder, "--rater", "Bo", typed="4\n" * N + "\n")
    left = quizapp("key", folder, "--reconcile")
    assert (left.status, "A person must decide" in left.out) == (1, True)
    assert json.loads(quizapp("key", folder, "--reconcile", "--json").out)[0]["open"]


def test_a_key_can_be_withdrawn(quizapp: Quizapp, folder: Path) -> None:
    """A rater who changes their mind is out of the bank, and the old version still has them."""
    quizapp("key", folder, "--rater", "Ada", typed="2\n" * N + "\n")

    done = quizapp("key", folder, "--withdraw", "Ada")

    assert "is out of the bank" in done.out
    assert open_bank(folder).raters == ()
    again = quizapp("key", folder, "--withdraw", "Ada")
    assert (again.status, "Nobody of the name “Ada”" in again.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--agreement"], "Nobody else has keyed"),
        (["--reconcile"], "Nobody else has keyed"),
        (["--rater", " "], "Give the rater a name"),
        ([], "one of the arguments"),
    ],
)
def test_what_cannot_be_done_is_said(
    quizapp: Quizapp, folder: Path, words: list[str], message: str
) -> None:
    """Every refusal says what to do instead."""
    done = quizapp("key", folder, *words)

    assert (done.status, message in done.err) == (2, True)


def test_keys_that_are_all_one_standing_have_no_alpha(quizapp: Quizapp, folder: Path) -> None:
    """A figure that is not defined is said to be so."""
    text = (folder / "bank.nt").read_text("utf-8")
    more = "raters:\n    -\n        name: Ada\n        standings:\n            sold: asserted\n"
    (folder / "bank.nt").write_text(text + more, "utf-8")

    assert "is not defined here" in quizapp("key", folder, "--agreement").out
    assert json.loads(quizapp("key", folder, "--agreement", "--json").out)["alpha"] is None


class EditedWhileTyping:
    """Standard input during which somebody else adds a claim to the bank."""

    def __init__(self, typed: str, file: Path) -> None:
        self.lines = typed.splitlines(keepends=True)
        self.file = file

    def readline(self) -> str:
        """The next line; at the last one the bank is another."""
        line = self.lines.pop(0)
        if line == "\n":
            text = self.file.read_text("utf-8")
            claim = "    -\n        id: late\n        text: It rained.\ntrade_offs:\n"
            self.file.write_text(text.replace("trade_offs:\n", claim), "utf-8")
        return line


def test_a_claim_that_was_added_while_keying_is_asked_before_the_key_is_written(
    quizapp: Quizapp, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the author's new claim nor the rater's hour of work is lost."""
    file = folder / "bank.nt"
    monkeypatch.setattr("sys.stdin", EditedWhileTyping("2\n" * N + "\n", file))

    status = run(["key", str(folder), "--rater", "Ada"])

    assert (status, open_bank(folder).raters) == (1, ())
    assert "late" in open_bank(folder).map.claim
    done = quizapp("key", folder, "--rater", "Ada", typed="7\n\n")
    assert done.out.count("“It rained.”") == 1
    assert dict(open_bank(folder).raters[0].standings)["late"] == "not_stated"
