from quizapp.errors import FileError, Problem, QuizappError

WORSE = Problem(9, 5, "no-key", "There is no key.", "Add one.")


def test_a_problem_reads_as_editors_expect_it() -> None:
    """A click on the line in a terminal opens the file at the place."""
    assert str(WORSE.at(3, 7, "bank.nt")) == "bank.nt:3:7: There is no key. Add one."


def test_a_warning_says_that_it_is_one() -> None:
    """Advice is not mistaken for an error."""
    advice = Problem(1, 1, "long", "It is long.", "", "warning", "bank.nt")

    assert str(advice) == "bank.nt:1:1: warning: It is long."


def test_placing_a_problem_keeps_its_file() -> None:
    """A place alone does not make the file unknown."""
    assert WORSE.at(1, 1, "a.nt").at(2, 2).file == "a.nt"


def test_a_file_error_lists_every_problem_in_the_order_of_lines() -> None:
    """The list is read from top to bottom of the file."""
    error = FileError("bank.nt", [WORSE, Problem(2, 1, "x", "It is odd.", "Mend it.")])

    assert isinstance(error, QuizappError)
    assert [p.line for p in error.problems] == [2, 9]
    assert str(error).splitlines()[0] == "bank.nt"
    assert len(str(error).splitlines()) == 3
