"""An article as other people’s programs would set it: the same words, and nothing else the same."""

import html
import re
import textwrap
import unicodedata
from collections.abc import Callable

from quizapp.claims import Article
from quizapp.formats.articles import read_article

WIDTH, PAGE = 62, 24
_BREAKABLE = re.compile(r"[^\W\d_]{9,}")


def straight(article: Article) -> str:
    """Typewriter marks: straight quotation marks, two hyphens for a dash, three full stops."""
    text = article.text.translate(str.maketrans("“”‘’", "\"\"''"))
    return text.replace("—", "--").replace("–", "-").replace("…", "...")


def continental(article: Article) -> str:
    """Other quotation marks, hard spaces inside them, thin spaces in numbers."""
    text = re.sub(r"“([^”]*)”", "«\u00a0\\1\u00a0»", article.text)
    return re.sub(r"(?<=\d),(?=\d{3})", "\u202f", text)


def narrow(article: Article) -> str:
    """A narrow column with words parted at the ends of lines, paragraphs by an indent alone."""
    lines: list[str] = []
    for paragraph in _paragraphs(article):
        lines += textwrap.wrap(paragraph, WIDTH, initial_indent="   ", break_on_hyphens=False)
    return "\n".join(_hyphenated(lines))


def pages(article: Article) -> str:
    """Pages with a header, a footer and numbers, which stand in the middle of sentences."""
    out: list[str] = []
    for n, line in enumerate(narrow(article).split("\n")):
        if n and n % PAGE == 0:
            page = n // PAGE
            out += [
                "",
                f"Page {page} of 9",
                "",
                f"{article.title}   |   The Daily   {page + 1}",
                "",
            ]
        out.append(line)
    return "\n".join(out)


def decomposed(article: Article) -> str:
    """Letters with their accents apart, ligatures, capitals at the beginning of each paragraph."""
    text = unicodedata.normalize("NFD", article.text).replace("fi", "ﬁ").replace("fl", "ﬂ")
    return "\n\n".join(
        " ".join([*(word.upper() for word in one.split()[:3]), *one.split()[3:]])
        for one in text.split("\n")
        if one.strip()
    )


def page_of_the_web(article: Article) -> str:
    """A web page with a menu, an advertisement in between, links, and comments below."""
    body = [f"<p>{html.escape(one)}</p>" for one in _paragraphs(article)]
    body.insert(len(body) // 2, "<div class=ad>Buy the new umbrella today, half the price!</div>")
    linked = "".join(body).replace(" the ", ' <a href="#">the</a> ', 3)
    whole = f"""<!doctype html><html><head><title>{html.escape(article.title)} | Daily</title>
    <script>var x = "no words";</script></head><body><nav><ul><li>Home<li>Sport</ul></nav>
    <h1>{html.escape(article.title)}</h1><p>By A. Writer, Tuesday</p>{linked}
    <section><h2>Comments (2)</h2><p>I do not believe a word.</p><p>Nor do I.</p></section>
    </body></html>"""
    return read_article(whole.encode(), "article.html").text


def notes(article: Article) -> str:
    """Raised figures of notes behind every third sentence, and a line of the photographer’s."""
    text = re.sub(r"([.!?][”\"]?) (?=[A-Z“])", "\\1¹² ", article.text)
    lines = text.split("\n")
    lines.insert(len(lines) // 2, "Photograph: M. Berg / Agency")
    return "\n".join(lines)


SETTINGS: dict[str, Callable[[Article], str]] = {
    "straight": straight,
    "continental": continental,
    "narrow": narrow,
    "pages": pages,
    "decomposed": decomposed,
    "web": page_of_the_web,
    "notes": notes,
}


def _paragraphs(article: Article) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs]


def _hyphenated(lines: list[str]) -> list[str]:
    """Every second line ends in the middle of the next one’s first word, where that is long."""
    out = list(lines)
    for n in range(0, len(out) - 1, 2):
        first, _space, rest = out[n + 1].partition(" ")
        if not out[n + 1].startswith(" ") and _BREAKABLE.fullmatch(first):
            out[n] = f"{out[n]} {first[:5]}-"
            out[n + 1] = f"{first[5:]} {rest}"
    return out
