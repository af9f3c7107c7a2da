"""What several may open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.classroom.keys import KeyFaultError, TeacherKeys
from quizapp.classroom.sealing import seal_to_all, unsealed
from tests.classroom.handing import SCHOOL, TEACHER


@given(st.binary(max_size=200))
def test_each_recipient_opens_it_and_nobody_else(data: bytes) -> None:
    """One recipient or two, in whichever order."""
    for recipients in ([TEACHER], [TEACHER, SCHOOL], [SCHOOL, TEACHER]):
        sealed = seal_to_all(data, [one.public for one in recipients])

        assert all(unsealed(sealed, one) == data for one in recipients)
        with pytest.raises(KeyFaultError):
            unsealed(sealed, TeacherKeys(b"x" * 32))


@pytest.mark.parametrize("end", range(0, 200, 9))
def test_half_of_it_is_refused_or_whole(end: int) -> None:
    """What was cut short never gives something else."""
    sealed = seal_to_all(b"words", [TEACHER.public, SCHOOL.public])

    try:
        assert unsealed(sealed[:end], TEACHER) == b"words"
    except KeyFaultError:
        return
