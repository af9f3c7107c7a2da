from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from quizapp.app.authoring import asking, marking
from quizapp.app.authoring.draft import Draft, draft_of
from quizapp.app.authoring.records import to_record
from quizapp.app.authoring.session import Authoring
from quizapp.app.authoring.wording import Splice
from quizapp.claims import Basis, Span, Standing
from quizapp.errors import QuizappError
from tests.examples import ferry

ACTS: tuple[Callable[[Draft, Random], Draft], ...] = (
    lambda d, r: marking.mark(d, Span(at := r.randrange(500), at + 9), r.choice([*Standing]))[0],
    lambda d, r: marking.set_standing(d, r.choice(d.claims).id, r.choice([*Standing])),
    lambda d, r: marking.set_basis(d, r.choice(d.claims).id, r.choice([*Basis])),
    lambda d, r: marking.set_source(d, r.choice(d.claims).id, r.choice(("Ines Vold", "A. Nother"))),
    lambda d, r: marking.change_claim(d, r.choice(d.claims).id, text=f"Text {r.random()}."),
    lambda d, r: marking.delete_claim(d, r.choice(d.claims).id) if len(d.claims) > 3 else d,
    lambda d, r: marking.move_claim(d, r.choice(d.claims).id, r.randrange(5)),
    lambda d, r: marking.set_trade_off(d, "", f"Question {r.randrange(3)}?"),
    lambda d, r: marking.change_source(d, r.choice(d.sources).id, role=f"role {r.randrange(9)}"),
    lambda d, r: asking.add_item(d, r.choice(("single_choice", "numeric", "cloze")))[0],
    lambda d, r: asking.remove(d, r.choice(d.items).id) if d.items else d,
    lambda d, r: asking.redraw(d, r.randrange(99)),
)  # fmt: skip


def begun(path: Path) -> Authoring:
    """A draft of the example bank."""
    return Authoring.begin(path / "draft", draft_of(ferry(), ()))


def work(session: Authoring, seed: int, acts: int) -> None:
    """Acts drawn at random, text among them."""
    draw = Random(seed)
    for _ in range(acts):
        if draw.random() < 0.25:
            at = draw.randrange(len(session.draft.text))
            session.retype("Type", Splice(at, draw.randrange(2), draw.choice("xé🗳")), merge="t")
        elif draw.random() < 0.15:
            session.undo()
        elif draw.random() < 0.1:
            session.redo()
        else:
            session.do("Act", draw.choice(ACTS)(session.draft, draw))


@pytest.mark.parametrize("seed", range(6))
def test_everything_is_undone_and_done_again(tmp_path: Path, seed: int) -> None:
    """Going back to the beginning gives the beginning, and forth again the end."""
    session = begun(tmp_path)
    first = to_record(session.draft)
    work(session, seed, 40)
    last = to_record(session.draft)

    steps = 0
    while session.undo():
        steps += 1
    assert to_record(session.draft) == first
    for _ in range(steps):
        session.redo()

    assert to_record(session.draft) == last


@pytest.mark.parametrize("seed", range(6))
def test_a_draft_is_taken_up_with_all_its_steps(tmp_path: Path, seed: int) -> None:
    """The next morning one can still undo what was done the evening before."""
    session = begun(tmp_path)
    work(session, seed, 40)
    session.close()

    found = Authoring.resume(session.folder)

    assert to_record(found.draft) == to_record(session.draft)
    assert (found.undoable, found.redoable) == (session.undoable, session.redoable)
    while session.undo():
        found.undo()
    assert to_record(found.draft) == to_record(session.draft)


def test_letters_typed_in_a_row_are_undone_together(tmp_path: Path) -> None:
    """Undo takes back a word and not a letter; what comes after a pause is another step."""
    session = begun(tmp_path)
    text = session.draft.text
    for n, letter in enumerate("new"):
        session.retype("Type", Splice(n, 0, letter), merge="text")
    session.part()
    session.retype("Type", Splice(3, 0, "!"), merge="text")

    session.undo()
    assert session.draft.text == f"new{text}"
    session.undo()

    assert session.draft.text == text


def test_a_line_that_was_cut_off_costs_that_change_alone(tmp_path: Path) -> None:
    """A power cut in the middle of writing is as if the last letter had not been typed."""
    session = begun(tmp_path)
    session.retype("Type", Splice(0, 0, "a"))
    session.retype("Type", Splice(0, 0, "b"))
    session.close()
    journal = next(session.folder.glob("*.jsonl"))
    journal.write_bytes(journal.read_bytes()[:-7])

    found = Authoring.resume(session.folder)
    assert found.draft.text.startswith("aThe")
    found.retype("Type", Splice(0, 0, "c"))
    found.close()

    assert Authoring.resume(session.folder).draft.text.startswith("caThe")


def test_a_change_that_cannot_be_saved_is_not_shown(tmp_path: Path) -> None:
    """What is on the screen is never more than what is on the disk."""
    session = begun(tmp_path)
    for path in session.folder.iterdir():
        path.unlink()
    session.folder.rmdir()
    before = session.draft

    with pytest.raises(QuizappError, match="cannot be"):
        session.retype("Type", Splice(0, 0, "a"))

    assert session.draft is before


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b'{"version":1,"journal":1,"draft":{}}'])
def test_a_damaged_draft_is_named(tmp_path: Path, data: bytes) -> None:
    """Whatever lies in the folder, the message says where, and nothing breaks."""
    (tmp_path / "draft.json").write_bytes(data)

    with pytest.raises(QuizappError, match=str(tmp_path)):
        Authoring.resume(tmp_path)


def test_an_act_that_changes_nothing_is_no_step(tmp_path: Path) -> None:
    """Undo never seems to do nothing."""
    session = begun(tmp_path)

    assert not session.do("Act", session.draft)
    assert not session.retype("Type", Splice(0, 0, ""))
    assert session.undoable == ""
