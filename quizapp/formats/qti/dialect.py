"""The two ways in which QTI is written here: 2.1, and 3.0 with its prefixed, hyphened names."""

import re
from dataclasses import dataclass
from html import escape

# What XML 1.0 cannot hold, not even escaped.
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(words: str) -> str:
    """Words as the text of an element; characters that no XML can hold are left out."""
    return escape(_UNFIT.sub("", words), quote=False)


def attributes(given: dict[str, str]) -> str:
    """Attributes as they stand in a tag, in the order given."""
    return "".join(f' {name}="{escape(_UNFIT.sub("", v))}"' for name, v in given.items())


def html(name: str, inside: str, **given: str) -> str:
    """An element of HTML."""
    return f"<{name}{attributes(given)}>{inside}</{name}>"


def paragraphs(words: str) -> str:
    """Each line of words as a paragraph."""
    return "".join(html("p", text(line)) for line in words.split("\n") if line.strip())


def tidy(words: str) -> str:
    """Words as they come back from XML: single spaces, no empty lines, nothing unfit."""
    lines = (" ".join(_UNFIT.sub("", line).split(" ")) for line in words.split("\n"))
    squeezed = (re.sub(r"[ \t\r\f]+", " ", line).strip(" ") for line in lines)
    return "\n".join(line for line in squeezed if line.strip())


@dataclass(frozen=True)
class Dialect:
    """A version of QTI to write. Names are given as 2.1 has them."""

    format_id: str
    version: str
    namespace: str
    schema: str
    templates: str
    item_type: str
    test_type: str

    @property
    def hyphened(self) -> bool:
        """Whether names are those of QTI 3."""
        return self.version == "3.0"

    def tag(self, name: str, *inside: str, **given: str) -> str:
        """An element of QTI."""
        words = "".join(inside)
        if self.hyphened:
            name = f"qti{_hyphens(name[:1].upper() + name[1:])}"
            given = {_hyphens(key): value for key, value in given.items()}
        said = attributes({key.replace("__", ":"): value for key, value in given.items()})
        return f"<{name}{said}>{words}</{name}>" if words else f"<{name}{said}/>"

    def document(self, name: str, *inside: str, **given: str) -> bytes:
        """A file with one element of QTI."""
        location = f"{self.namespace} {self.schema}"
        head = attributes(
            {
                "xmlns": self.namespace,
                "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation": location,
            }
        )
        element = self.tag(name, *inside, **given)
        end = re.match(r"<[\w-]+", element)
        at = end.end() if end else 0
        declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
        return f"{declaration}{element[:at]}{head}{element[at:]}\n".encode()

    def template(self, name: str) -> str:
        """Response processing by a standard template."""
        suffix = ".xml" if self.hyphened else ""
        return self.tag("responseProcessing", template=f"{self.templates}{name}{suffix}")


def _hyphens(name: str) -> str:
    return re.sub(r"[A-Z]", lambda m: f"-{m[0].lower()}", name)


QTI_2_1 = Dialect(
    format_id="qti21",
    version="2.1",
    namespace="http://www.imsglobal.org/xsd/imsqti_v2p1",
    schema="http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    templates="http://www.imsglobal.org/question/qti_v2p1/rptemplates/",
    item_type="imsqti_item_xmlv2p1",
    test_type="imsqti_test_xmlv2p1",
)
QTI_3_0 = Dialect(
    format_id="qti30",
    version="3.0",
    namespace="http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    schema="https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
    templates="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/",
    item_type="imsqti_item_xmlv3p0",
    test_type="imsqti_test_xmlv3p0",
)
