import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank import Reading, canonical, examine, from_canonical, read
from quizapp.bank.read import MOST_BYTES
from quizapp.errors import FileError
from quizapp.items import Picture
from tests.examples import ARTICLE, TEXT, beside, changed, examined, ferry, with_text


def only(reading: Reading) -> tuple[str, int, int]:
    """Code, line and column of the one problem found."""
    (problem,) = reading.problems
    assert reading.bank is None
    return problem.code, problem.line, problem.column


def of(data: bytes) -> Reading:
    """What is found in these bytes."""
    return examine(data, "bank.nt", beside)


def test_a_bank_has_all_that_its_file_says() -> None:
    """What the author wrote is what the reader is asked."""
    bank = ferry()

    assert (bank.id, bank.language, bank.article.title) == ("ferry", "en", "The ferry that stayed")
    assert [len(bank.map.sources), len(bank.map.claims), len(bank.items)] == [7, 11, 14]
    assert bank.map.source["harbour"].named
    assert bank.map.claim["sold"].attributions[0].nested_in == "said-permit"
    assert bank.item["named"].picture == Picture("rudder.png", "A rudder")
    assert bank.raters[0].standings == (("permit", "confirmed"), ("sold", "asserted"))


def test_the_example_has_these_standings() -> None:
    """The map follows from the rules, by hand and by program."""
    assert {claim.id: claim.standing.value for claim in ferry().map.claims} == {
        "permit": "confirmed", "date": "unknown", "rudder": "disputed", "faults": "confirmed",
        "sold": "asserted", "stopped": "asserted", "slow": "opinion", "life": "opinion",
        "fuel": "asserted", "jobs": "not_stated", "patience": "asserted",
    }  # fmt: skip


def test_a_set_is_balanced_when_confirmed_claims_are_two_to_five_in_ten() -> None:
    """Two of the five claims asked about are confirmed; the practice-only one stays out."""
    balance = ferry().balance

    assert (balance.total, balance.confirmed, balance.balanced) == (5, 2, True)


def test_a_set_without_standing_items_has_no_balance() -> None:
    """A bank of plain questions says nothing about trust."""
    text = changed(("raters:\n", "raters:\n"))
    start, end = (
        text.index("    -\n        id: how-permit"),
        text.index("    -\n        id: how-far"),
    )

    bank = examined(text[:start] + text[end:]).bank

    assert bank is not None
    assert (bank.balance.total, bank.balance.balanced) == (0, False)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_and_a_byte_order_mark_do_not_matter(newline: str) -> None:
    """A bank saved on another system is the same bank."""
    article = ARTICLE.replace("\n", newline)
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", newline).encode()

    assert read(data, "bank.nt", lambda name: with_text(name, "\ufeff" + article)) == ferry()


def test_a_file_error_carries_every_problem() -> None:
    """A caller that wants a bank gets one, or all that is wrong."""
    text = changed(("kind: document", "kind: documnt"), ("key: taken", "key: token"))

    with pytest.raises(FileError) as caught:
        read(text.encode(), "bank.nt", beside)

    assert [p.code for p in caught.value.problems] == ["unknown-value", "no-key"]
    assert str(caught.value).startswith("bank.nt\n  bank.nt:")


def test_what_is_not_nestedtext_is_said_where_it_stops() -> None:
    """The line that cannot be understood is named."""
    assert only(of(b"format: 1\nthis is prose\n"))[:2] == ("not-nestedtext", 2)


def test_a_line_given_twice_is_not_nestedtext() -> None:
    """Neither of two titles is silently dropped."""
    assert only(of(b"id: a\nid: b\n"))[:2] == ("not-nestedtext", 2)


def test_bytes_that_are_not_utf_8_are_placed() -> None:
    """An old encoding is noticed at its first odd letter."""
    assert only(of("format: 1\ntitle: Zoé".encode("latin-1"))) == ("not-utf-8", 2, 10)


@pytest.mark.parametrize("data", [b"format: 1\n\0\n", b"a: b\nc: \x1b[2J\n"])
def test_binary_data_is_no_bank(data: bytes) -> None:
    """A picture opened by mistake, or codes that would play with the terminal, are refused."""
    assert only(of(data))[:2] == ("not-text", 2)


def test_a_huge_file_is_refused_unread() -> None:
    """Fifty megabytes of noise cost no time."""
    assert only(of(b"x" * (MOST_BYTES + 1))) == ("too-large", 1, 1)


def test_a_bottomless_file_is_refused() -> None:
    """A thousand levels do not bring the program down."""
    deep = "\n".join(" " * n + "-" for n in range(3000))

    assert only(of(f"a:\n{deep}\n".replace("\n", "\n ").encode()))[0] == "too-deep"


def test_a_bank_of_a_newer_format_asks_for_a_newer_program() -> None:
    """The reader is not shown a list of fields that this version cannot know."""
    assert only(examined(changed(("format: 1", "format: 2")))) == ("newer-format", 1, 9)


@pytest.mark.parametrize("name", ["../article.txt", "/etc/passwd", "a/b", "a\\b", ".."])
def test_an_article_elsewhere_is_not_fetched(name: str) -> None:
    """A bank from a stranger reads nothing but its own folder."""
    text = changed(("file: article.txt", f"file: {name}"))

    assert only(of(text.encode()))[:2] == ("outside", 11)


def test_a_missing_article_is_named() -> None:
    """The author learns which file to put beside the bank."""
    text = changed(("file: article.txt", "file: artikel.txt"))

    reading = of(text.encode())

    assert only(reading) == ("no-article", 11, 11)
    assert "artikel.txt" in reading.problems[0].what


def test_an_empty_article_is_refused() -> None:
    """Nothing can be shown in it."""
    assert only(examined(TEXT, " \n\n")) == ("empty-article", 11, 11)


def test_an_article_in_another_encoding_is_refused() -> None:
    """Its line is said in words, for it is another file."""
    reading = examine(TEXT.encode(), "bank.nt", lambda _name: b"One.\nZo\xe9.")

    assert only(reading) == ("not-utf-8", 11, 11)
    assert "(line 2)" in reading.problems[0].what


@pytest.mark.parametrize("data", [b"", b"# nothing\n", b"format: 1\narticle: x\n"])
def test_a_file_with_nothing_in_it_lists_what_is_wanted(data: bytes) -> None:
    """Whoever begins a bank learns what it needs."""
    reading = of(data)

    assert reading.bank is None
    assert "missing-field" in {p.code for p in reading.problems}


@given(st.binary(max_size=200))
def test_no_bytes_whatever_break_the_check(data: bytes) -> None:
    """Noise gives a message."""
    assert of(data).problems


LINES = TEXT.splitlines()


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(LINES) - 1),
            st.sampled_from(("drop", "copy", "indent", "outdent", "clear", "list", "noise")),
            st.text(max_size=8),
        ),
        min_size=1, max_size=4,
    )
)  # fmt: skip
def test_no_edit_of_a_bank_breaks_the_check(edits: list[tuple[int, str, str]]) -> None:
    """However a file is damaged, the answer is a bank or the list of what is wrong with it."""
    lines = list(LINES)
    for n, edit, noise in edits:
        line = lines[n]
        lines[n] = {
            "drop": "#", "copy": f"{line}\n{line}", "indent": f"    {line}", "outdent": line[4:],
            "clear": line.partition(":")[0] + ":", "list": line.replace(": ", ":\n- "),
            "noise": line + noise,
        }[edit]  # fmt: skip
    reading = examined("\n".join(lines))

    assert reading.problems or reading.bank is not None
    assert all(p.line >= 1 and p.column >= 1 and p.file == "bank.nt" for p in reading.problems)
    assert (reading.bank is None) == any(p.severity == "error" for p in reading.problems)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((), []),
        ((), {}),
        (("bank",), []),
        (("bank", "id"), "No Id"),
        (("bank", "items", 4, "claims"), ["nobody"]),
        (("article",), "text"),
        (("article", "text"), 7),
        (("article", "text"), "Other words."),
        (("article", "sentences"), 7),
        (("article", "sentences"), []),
        (("article", "sentences"), [[1, 0]]),
        (("article", "sentences"), [[1, 0, 99999]]),
        (("article", "sentences"), [[1, 5, 9], [1, 0, 4]]),
        (("article", "sentences"), [["a", "b", "c"]]),
        (("article", "sentences"), [[2, 0, 9]]),
    ],
)
def test_a_damaged_bank_version_is_noticed(path: tuple[str | int, ...], value: object) -> None:
    """What the store gives back is whole or refused, never half a quiz."""
    whole = json.loads(canonical(ferry()))
    holder = {"root": whole}
    at, last = holder, "root"
    for step in path:
        at, last = at[last], step  # type: ignore[assignment]
    at[last] = value

    with pytest.raises(FileError):
        from_canonical(json.dumps(holder["root"]).encode())


@pytest.mark.parametrize("data", [b"", b"\xff", b"[" * 100_000, b"null"])
def test_what_is_no_bank_version_is_refused(data: bytes) -> None:
    """Bytes that were cut short or swapped give one clear error."""
    with pytest.raises(FileError, match="bank version"):
        from_canonical(data)
