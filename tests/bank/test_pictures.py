"""Pictures beside questions: read with their bank, kept with it, refused with a reason."""

import pytest

from quizapp.bank import Reading, canonical, examine, from_canonical, version
from quizapp.bank.pictures import MOST_BYTES, MOST_IN_ALL, fetched
from quizapp.fields import Findings
from quizapp.items import Info, Picture
from tests.examples import TEXT, beside, changed, ferry

PNG = beside("rudder.png")


def with_picture(data: bytes | None, name: str = "rudder.png") -> Reading:
    """The example with these bytes for its picture; ``None`` where there is no such file."""

    def fetch(file: str) -> bytes:
        if file != name:
            return beside(file)
        if data is None:
            raise FileNotFoundError(2, "No such file", file)
        return data

    return examine(changed(("file: rudder.png", f"file: {name}")).encode(), "bank.nt", fetch)


def test_a_picture_belongs_to_its_bank_and_to_every_version_of_it() -> None:
    """Whoever takes a quiz up again sees the picture that they saw, whatever became of the file."""
    bank = ferry()

    again = from_canonical(canonical(bank))

    assert bank.picture(bank.item["named"]) == PNG
    assert again.pictures == bank.pictures
    assert bank.picture(bank.item["how-permit"]) is None


def test_another_picture_under_the_same_name_is_another_version() -> None:
    """A picture that was exchanged is a change like any other."""
    other = with_picture(PNG + b"\0").bank

    assert other is not None
    assert version(canonical(other)) != version(canonical(ferry()))


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (None, "rudder.png", "no-picture"),
        (PNG, "../rudder.png", "no-picture"),
        (PNG, "/etc/rudder.png", "no-picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "rudder.png", "picture-format"),
        (b"", "rudder.png", "picture-format"),
        (b"GIF89a", "rudder.gif", "picture-format"),
        (PNG + b"\0" * MOST_BYTES, "rudder.png", "picture-size"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_named_and_the_bank_goes_on(
    data: bytes | None, name: str, code: str
) -> None:
    """Its words stand for it; the line of the file is told."""
    reading = with_picture(data, name)

    (found,) = reading.problems
    assert (found.code, found.severity) == (code, "warning")
    assert TEXT.splitlines()[found.line - 1].strip().startswith("file: rudder.png")
    assert reading.bank is not None
    assert reading.bank.pictures == ()


def test_pictures_have_a_size_in_all() -> None:
    """A bank stays small enough to be sent."""
    items = tuple(Info(id=f"i{n}", stem="x", picture=Picture(f"{n}.png", "x")) for n in range(10))
    findings = Findings()

    found = fetched(items, lambda _name: PNG + b"\0" * (MOST_BYTES - len(PNG)), findings)

    assert len(found) == MOST_IN_ALL // MOST_BYTES
    assert [problem.code for problem in findings.found] == ["picture-size"] * 2


def test_a_damaged_picture_in_a_stored_version_is_told() -> None:
    """Not a crash in the middle of a quiz."""
    data = canonical(ferry()).replace(b'"rudder.png":"', b'"rudder.png":"!')

    with pytest.raises(Exception, match="damaged"):
        from_canonical(data)
