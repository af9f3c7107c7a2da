"""Finding the files that come with the program."""

import pytest

from quizapp import resources


def test_fonts_and_icons_are_found_with_their_licences() -> None:
    """The bundled parts are there, and under which terms is said beside them."""
    for name in (
        "assets/fonts/Inter-Regular.ttf",
        "assets/fonts/Inter-OFL.txt",
        "assets/fonts/QuizappSerif-OFL.txt",
        "assets/fonts/OpenDyslexic-OFL.txt",
        "assets/icons/check.svg",
        "assets/icons/Lucide-ISC.txt",
    ):
        assert resources.path(name).is_file(), name


@pytest.mark.parametrize(
    "name", ["", "../pyproject.toml", "assets/../../x", "/etc/passwd", "C:/x", "assets\\..\\x"]
)
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    """A bank cannot make the program read a file of the reader's."""
    with pytest.raises(ValueError, match="is not the name of a resource"):
        resources.path(name)
