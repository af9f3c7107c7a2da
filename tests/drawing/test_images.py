"""Pictures of others: made small, stripped of what they carry along, or refused."""

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from quizapp.drawing.images import LARGEST, decoded, prepared
from tests.examples import beside

MOST = 1_000_000
SECRET = "51.5007 N 0.1246 W"


def picture(kind: str, width: int, height: int, text: str = "") -> bytes:
    """A picture file of this size, in one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.darkGreen))
    if text:
        image.setText("Description", text)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)  # type: ignore[call-overload]  # a name as text will do
    return bytes(buffer.data().data())


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_large_picture_is_made_small(qapp: QApplication, kind: str) -> None:
    """A photograph from a telephone can be chosen as it is."""
    made = prepared(picture(kind, 4000, 1000), MOST)

    image = decoded(made)
    assert (image.width(), image.height()) == (LARGEST, LARGEST // 4)
    assert len(made) <= MOST


def test_a_small_picture_stays_as_it_looks(qapp: QApplication) -> None:
    """Not a pixel changes."""
    data = beside("rudder.png")

    made = decoded(prepared(data, MOST))

    expected = decoded(data).convertToFormat(QImage.Format.Format_RGB32)
    assert made.convertToFormat(QImage.Format.Format_RGB32) == expected


def test_nothing_but_the_picture_goes_along(qapp: QApplication) -> None:
    """A place or a name that a camera wrote into the file does not reach the students."""
    data = picture("PNG", 40, 30, SECRET)
    assert decoded(data).text("Description") == SECRET

    made = prepared(data, MOST)

    assert decoded(made).text("Description") == ""


def test_a_drawing_that_is_too_large_becomes_a_photograph(qapp: QApplication) -> None:
    """Rather than being refused."""
    made = prepared(beside("rudder.png"), 600)

    assert made == b""
    assert prepared(picture("PNG", 400, 300), 2_900).startswith((b"\xff\xd8", b"\x89PNG"))


@pytest.mark.qt_log_ignore("JPEG")
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
        b"\xff\xd8\xff" + b"\0" * 40,
        # a picture of 100,000 by 100,000 dots in a few bytes
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\x01\x86\xa0\0\x01\x86\xa0\x08\x02\0\0\0\xd5\xc1\xb3\x96",
    ],
)
def test_what_is_no_safe_picture_is_none(qapp: QApplication, data: bytes) -> None:
    """It is neither shown nor kept, and takes no memory."""
    assert decoded(data).isNull()
    assert prepared(data, MOST) == b""
