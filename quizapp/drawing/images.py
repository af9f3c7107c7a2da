"""Pictures of others: read with a bound on memory, made small and free of what they carry along."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

FORMATS = (b"png", b"jpeg")
LARGEST = 1600  # pixels on the longer side, for a screen and for paper
MOST_MEGABYTES = 128  # of memory that one picture may take
MOST_PIXELS = 100_000_000
QUALITY = 85


def decoded(data: bytes, largest: int = 0) -> QImage:
    """The picture in a file, the right way up; a null one where it cannot be read.

    With ``largest`` it is made that many pixels long at most.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    QImageReader.setAllocationLimit(MOST_MEGABYTES)
    size = reader.size()
    known = bytes(reader.format().data()) in FORMATS
    if not known or not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return QImage()
    if largest and max(size.width(), size.height()) > largest:
        aspect = Qt.AspectRatioMode.KeepAspectRatio
        reader.setScaledSize(size.scaled(QSize(largest, largest), aspect))
    return reader.read()


def prepared(data: bytes, most: int) -> bytes:
    """The picture as it goes into a bank: written anew, so that nothing but the picture goes along.

    Drawings stay PNG as long as they have ``most`` bytes or fewer, and photographs become JPEG.
    Empty where it is no picture that can be read.
    """
    image = decoded(data, LARGEST)
    if image.isNull():
        return b""
    as_png = image.hasAlphaChannel() or data.startswith(b"\x89PNG")
    if as_png and len(found := _written(image, "PNG", -1)) <= most:
        return found
    flat = image.convertToFormat(QImage.Format.Format_RGB32)
    for quality in (QUALITY, 70, 50):
        if len(found := _written(flat, "JPEG", quality)) <= most:
            return found
    return b""


def _written(image: QImage, kind: str, quality: int) -> bytes:
    for key in image.textKeys():
        image.setText(key, "")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, quality)  # type: ignore[call-overload]  # a name as text will do
    return bytes(buffer.data().data())
