"""A program that works at a draft and is killed: ``typist.py FOLDER ORDER SEED``.

It begins the draft, or takes it up. After each act it prints the number of claims and the text's
hash; with ORDER "before" it prints that line too early, which the test must notice.
"""

import random
import sys
from hashlib import sha256
from pathlib import Path

from quizapp.app.authoring.draft import Draft, draft_of
from quizapp.app.authoring.marking import change_claim, delete_claim, mark
from quizapp.app.authoring.session import Authoring
from quizapp.app.authoring.wording import Splice, retype
from quizapp.claims import Span, Standing
from tests.examples import ferry


def state(session: Authoring, draft: Draft | None = None) -> str:
    """What a line says about a draft, how far one can go back and forth, and the journal's length.

    Taking back leads to a draft that was there before; the journal’s length tells them apart.
    """
    steps: tuple[int, ...] = ()
    if draft is None:
        written = sum(path.stat().st_size for path in session.folder.glob("journal-*.jsonl"))
        steps = (len(session._back), len(session._forth), written)
    draft = session.draft if draft is None else draft
    told = (draft.text, [(c.id, c.text, c.standing.value) for c in draft.claims], steps)
    return sha256(repr(told).encode()).hexdigest()[:16]


def act(session: Authoring, draw: random.Random, order: str) -> None:
    """Type a letter, mark, reword or delete a claim, or go back a step."""
    draft, kind = session.draft, draw.randrange(6)
    at = draw.randrange(len(draft.text) - 20)
    if kind == 0 and session.undoable:
        session.undo()
        print(state(session), flush=True)
        return
    splices: tuple[Splice, ...] = ()
    if kind == 1:
        after, _id = mark(draft, Span(at, at + 12), draw.choice(list(Standing)), "Ines Vold")
    elif kind == 2 and len(draft.claims) > 4:
        after = delete_claim(draft, draw.choice(draft.claims).id)
    elif kind == 3 and draft.claims:
        after = change_claim(draft, draw.choice(draft.claims).id, text=f"Reworded {at}.")
    else:
        splices = (Splice(at, draw.randrange(2), draw.choice("aé🗳\n“")),)
        after = retype(draft, *splices)
    if order == "before":
        print(state(session, after), flush=True)
    if splices:
        session.retype("Type", *splices, merge="text")
    else:
        session.do("Act", after)
    if order == "after":
        print(state(session), flush=True)


def main(folder: str, order: str, seed: str) -> None:
    """Work until killed."""
    path, draw = Path(folder), random.Random(int(seed))
    if (path / "draft.json").exists():
        session = Authoring.resume(path)
    else:
        session = Authoring.begin(path, draft_of(ferry(), ()))
    print("ready", flush=True)
    print(state(session), flush=True)
    while True:
        act(session, draw, order)


if __name__ == "__main__":
    main(*sys.argv[1:])
