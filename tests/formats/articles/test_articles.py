import io
import zipfile

import docx
import pytest
from pypdf import PdfWriter

from quizapp.errors import FileError
from quizapp.formats.articles import decoded, kind_of, read_article

PARAGRAPHS = ("The council voted on Tuesday.", "“Nobody knows when,” said Zoë Aas.")
HTML = """<!doctype html><html><head><title>Site</title>
<meta property="og:title" content="The vote">
<meta name="author" content="A. Okafor"><style>p {}</style></head><body><nav>Home</nav>
<article><h1>The vote</h1><p>The council voted<br>on <b>Tues</b>day.</p><figure>A picture</figure>
<p>“Nobody knows when,” said Zoë&nbsp;Aas.</p><script>x()</script>
<p>{}</p></article><footer>Imprint</footer></body></html>"""


def document(*paragraphs: str, title: str = "") -> bytes:
    """A DOCX with these paragraphs."""
    made = docx.Document()
    if title:
        made.add_heading(title, 0)
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.core_properties.author = "A. Okafor"
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def pdf(lines: tuple[str, ...]) -> bytes:
    """A PDF of one page that draws these lines, written by hand."""
    words = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {words} ET".encode()
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1 " + font + b">>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    data, places = b"%PDF-1.4\n", []
    for n, part in enumerate(parts, start=1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (n, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    return (
        data
        + b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\n" % table
        + (b"startxref\n%d\n%%%%EOF" % start)
    )


def test_a_web_page_gives_its_article_alone() -> None:
    """Navigation, scripts and captions stay behind; title and author come along."""
    found = read_article(HTML.replace("{}", "More. " * 40).encode(), "page.html")

    assert found.title == "The vote"
    assert found.cites == "A. Okafor"
    assert found.text.startswith("The vote\n\nThe council voted on Tuesday.\n\n“Nobody knows")
    assert not any(word in found.text for word in ("Home", "Imprint", "picture", "x()"))


def test_a_web_page_without_an_article_element_is_read_whole() -> None:
    """An old page has paragraphs in its body and nothing else."""
    found = read_article(b"<html><body><p>One.<p>Two.</body></html>", "old.htm")

    assert found.text == "One.\n\nTwo."


def test_markdown_gives_its_words() -> None:
    """No stars, no brackets, no addresses of links."""
    text = "# The vote\n\nThe *council* voted\non [Tuesday](http://x).\n\n- a\n- b\n"

    found = read_article(text.encode(), "vote.md")

    assert (found.title, found.text) == ("The vote", "The council voted on Tuesday.\n\na\n\nb")


def test_a_document_of_a_word_processor_gives_its_paragraphs() -> None:
    """The title, who wrote it, and every paragraph that has words."""
    found = read_article(document(*PARAGRAPHS, "", title="The vote"), "vote.docx")

    assert found.title == "The vote"
    assert found.cites == "A. Okafor"
    assert found.text == "\n\n".join(PARAGRAPHS)


def test_the_text_of_a_pdf_is_read() -> None:
    """The words in the order in which they are drawn, with their lines as broken there."""
    found = read_article(pdf(("The council voted", "on Tuesday.")), "vote.pdf")

    assert found.text.split() == ["The", "council", "voted", "on", "Tuesday."]
    assert found.broken


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_is_read_in_whatever_way_it_was_saved(encoding: str) -> None:
    """Round quotation marks and accents arrive as they were written."""
    assert read_article(PARAGRAPHS[1].encode(encoding), "a.txt").text == PARAGRAPHS[1]
    assert decoded(b"") == ""


def empty_pdf() -> bytes:
    """A PDF whose page holds no words, as a scanned one does."""
    writer, file = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(file)
    return file.getvalue()


def locked_pdf() -> bytes:
    """A PDF that opens with a password only."""
    writer, file = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(file)
    return file.getvalue()


def archive() -> bytes:
    """A ZIP that is no document."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("a.txt", "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.txt", "no-text"),
        (b" \n", "a.md", "no-text"),
        (b"<html></html>", "a.html", "no-text"),
        (bytes(500), "a.txt", "not-text"),
        (b"%PDF-1.4 nothing more", "a.pdf", "damaged"),
        (empty_pdf(), "scan.pdf", "no-text"),
        (locked_pdf(), "locked.pdf", "damaged"),
        (b"PK\x03\x04 and then nothing", "a.docx", "damaged"),
        (archive(), "a.docx", "not-docx"),
        (document(*PARAGRAPHS)[:-30], "a.docx", "damaged"),
        (b"x" * 30_000_001, "a.txt", "too-large"),
    ],
)
def test_a_file_that_is_no_article_says_why_and_what_to_do(
    data: bytes, name: str, code: str
) -> None:
    """A scan, a locked or damaged file, an archive: each has its reason and a way out."""
    with pytest.raises(FileError) as caught:
        read_article(data, name)

    (problem,) = caught.value.problems
    assert problem.code == code
    assert problem.remedy


def test_the_content_decides_what_a_file_is() -> None:
    """A page that was saved as .txt is read as a page."""
    assert kind_of(b"<!DOCTYPE html><p>x", "page.txt") == "html"
    assert kind_of(document("x"), "page.pdf") == "docx"
    assert kind_of(b"x", "page.md") == "markdown"
