"""Tables of questions: their headings, what people write in them, and what comes back."""

import contextlib
import io
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from quizapp.app.exchange import recognised
from quizapp.errors import FileError
from quizapp.formats import FORMATS, Reading
from quizapp.formats.tables import (
    columns_from,
    columns_of,
    read,
    rows_of,
    write_csv,
    write_tsv,
    write_xlsx,
)
from quizapp.formats.tables.kahoot import HEAD_ROW, SECONDS
from quizapp.formats.tables.template import EXAMPLES, template
from quizapp.items import (
    Info,
    Item,
    Match,
    MultipleResponse,
    Numeric,
    Option,
    Order,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
)
from quizapp.items.match import free_rows
from quizapp.text import fold
from tests.examples import ferry

HEAD = "question,A,B,C,correct\n"
SIGNS = "abcXYZ 019.,:;!?<>&\"'/=#{}()[]%$é–ї字😀*\\+-_@|\t"


def only(text: str | bytes) -> Item:
    """The one item of a table."""
    (item,) = read(text if isinstance(text, bytes) else text.encode(), "x.csv").items
    return item


def codes(text: str) -> list[str]:
    """What is said of the questions of a table."""
    return [note.code for q in read(text.encode(), "x.csv").questions for note in q.notes]


def workbook(*rows: list[Any]) -> bytes:
    """A workbook with these rows."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize("named", ["B", "b", "2", "B.", "(b)", "A fox", "a FOX", "Option B"])
def test_the_right_answer_in_every_way_in_which_people_name_it(named: str) -> None:
    """By letter, number, or its own words."""
    item = only(f"{HEAD}Who?,A newt,A fox,An owl,{named}\n")

    assert isinstance(item, SingleChoice)
    assert item.right == "o2"


@pytest.mark.parametrize("named", ['"A,C"', "A;C", "AC", "1 and 3", "A newt | An owl"])
def test_several_right_answers(named: str) -> None:
    """With whatever stands between them."""
    item = only(f"{HEAD}Who?,A newt,A fox,An owl,{named}\n")

    assert isinstance(item, MultipleResponse)
    assert item.right == ("o1", "o3")


def test_a_letter_is_a_place_before_it_is_an_answer() -> None:
    """Where the answers are letters themselves."""
    item = only(f"{HEAD}Which letter?,B,A,C,A\n")

    assert isinstance(item, SingleChoice)
    assert item.right == "o1"


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_every_delimiter_and_encoding(sign: str) -> None:
    """As programs in several countries save it."""
    text = (
        f"Frage{sign}Antwort A{sign}Antwort B{sign}richtig\nWer grüßt?{sign}Ähre{sign}Öl{sign}B\n"
    )

    for data in (
        text.encode(),
        text.encode("cp1252"),
        text.encode("utf-16"),
        b"\xef\xbb\xbf" + text.encode(),
    ):
        item = only(data)
        assert isinstance(item, SingleChoice)
        assert (item.stem, item.right) == ("Wer grüßt?", "o2")


@pytest.mark.parametrize("page", ["cp1251", "utf-8"])
def test_cyrillic_code_pages_are_told_from_western_ones(page: str) -> None:
    """As a Ukrainian spreadsheet saves it."""
    text = "питання;A;B;правильна відповідь\nХто це сказав?;Її мер;Ніхто;B\n"

    item = only(text.encode(page))

    assert isinstance(item, SingleChoice)
    assert (item.stem, item.options[0].text, item.right) == ("Хто це сказав?", "Її мер", "o2")


def test_a_formula_without_a_value_is_kept_as_words_and_said() -> None:
    """A program that writes workbooks without working them out; no answer may vanish."""
    book = Workbook()
    for row in (["question", "A", "B", "correct"], ["2 + 2?", "=2+2", "5", "A"]):
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)

    for data in (target.getvalue(), b"question,A,B,correct\n2 + 2?,=2+2,5,A\n"):
        (question,) = read(data, "x").questions
        assert isinstance(question.item, SingleChoice)
        assert [option.text for option in question.item.options] == ["=2+2", "5"]
        assert [(note.effect, note.code) for note in question.notes] == [("changed", "formula")]


def test_a_choice_with_one_answer_left_is_refused() -> None:
    """Its letter is not an answer to be typed."""
    (question,) = read(b"question,A,B,correct\nWho?,the mayor,,A\n", "x.csv").questions

    assert [note.code for note in question.notes] == ["too-few"]
    assert question.refused


def test_what_a_row_is_without_a_type() -> None:
    """Its cells say it."""
    table = read(
        b"question,A,B,correct\nTrue?,,,TRUE\nMany?,,,12\nName?,,,water|rain\nOne?,x,y,A\n"
        b"Pairs?,l -> r,m -> s,\nRead.,,,\n",
        "x",
    )

    assert [item.kind for item in table.items] == [
        "true_false", "numeric", "short_answer", "single_choice", "match", "info",
    ]  # fmt: skip
    words = table.items[2]
    assert isinstance(words, ShortAnswer)
    assert words.accepted == ("water", "rain")


def test_everything_that_can_be_said_about_a_question() -> None:
    """Name, category, points, tags, feedback to the question and to an answer."""
    (found,) = read(
        b"id,title,topic,question,A,B,correct,explanation,points,tags,feedback B\n"
        b'w1,Ponds,Water > Still,Who?,A newt,A fox,A,See 2.,2,"easy, wet",No fox.\n',
        "x",
    ).questions

    assert found.item is not None
    assert (found.name, found.category) == ("Ponds", ("Water", "Still"))
    assert (found.item.id, found.item.tags) == ("w1", ("easy", "wet"))
    assert found.item.weight == 2
    assert isinstance(found.item, SingleChoice)
    assert (found.item.feedback, found.item.options[1].feedback) == ("See 2.", "No fox.")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("Who?,A newt,A fox,,D", "no-key"),
        ("Who?,A newt,A fox,,", "no-key"),
        (",A newt,A fox,,A", "no-stem"),
        ("Who?,same,same,,A", "too-few"),
    ],
)
def test_a_bad_row_costs_no_neighbour(row: str, code: str) -> None:
    """It is named at its line."""
    good = "Who?,A newt,A fox,,A\n"
    first, broken, last = read(f"{HEAD}{good}{row}\n{good}".encode(), "x").questions

    assert not first.refused
    assert not last.refused
    assert broken.refused
    assert (broken.notes[-1].code, broken.line) == (code, 3)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("numeric,How many?,,,many", "no-number"),
        ("match,Who?,newt,fox,", "no-arrow"),
        ("order,Which?,same,same,", "too-few"),
        ("true_false,Is it?,,,perhaps", "no-key"),
        ("short_answer,Name?,,,", "no-key"),
        ("multiple_response,Which?,same,same,A", "twin"),
    ],
)
def test_a_row_that_does_not_fit_its_type_is_refused(row: str, code: str) -> None:
    """With what is wrong with it."""
    assert codes(f"type,question,A,B,correct\n{row}\n") == [code]


def test_what_a_spreadsheet_did_to_an_answer_is_said() -> None:
    """Dates and errors, in text and in a workbook."""
    book = workbook(["question", "A", "B", "correct"], ["When?", date(2026, 3, 1), "May", "A"])

    assert codes(f"{HEAD}When?,1-Mar,2-Mar,,A\n") == ["date"]
    assert codes(f"{HEAD}Which?,#NAME?,x,,B\n") == ["cell-error"]
    (found,) = read(book, "x.xlsx").questions
    assert [note.code for note in found.notes] == ["date"]
    assert isinstance(found.item, SingleChoice)
    assert found.item.options[0].text == "2026-03-01"


def test_a_type_that_is_not_known_is_said() -> None:
    """The cells decide."""
    assert codes("type,question,A,B,correct\nhologram,Who?,x,y,A\n") == ["type"]


def test_columns_are_told_from_the_shape_where_there_are_no_headings() -> None:
    """A question, its answers, and a letter at the end of every row."""
    table = read(b"Who?,A newt,A fox,A\nWhere?,Here,There,B\n", "x.csv")

    assert [item.key() for item in table.items] == [("o1",), ("o2",)]
    assert [note.code for note in table.notes] == ["columns"]


def test_columns_that_nobody_can_tell_are_asked_for() -> None:
    """And then they are named."""
    data = b"c1;c2;c3;c4\nWho?;A newt;A fox;A fox\n"

    with pytest.raises(FileError, match="--columns"):
        read(data, "x.csv")
    rows, _notes = rows_of(data, "x.csv")
    for told in ("question=A,options=B:C,correct=D", "question=c1,options=2:3,correct=c4"):
        (item,) = read(data, "x.csv", columns_from(told, rows[0].cells)).items
        assert item.key() == ("o2",)


@pytest.mark.parametrize("told", ["nonsense=A", "question=A?", "options=:B"])
def test_a_map_of_columns_with_an_unknown_word_says_which(told: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(ValueError, match=r".*"):
        columns_from(told, ("a", "b"))


def test_the_template_is_read_as_the_types_that_it_shows() -> None:
    """Each example is what its type says, and the lists to choose from are there."""
    data = template()
    sheet = load_workbook(io.BytesIO(data))["Questions"]

    assert [q.item.kind for q in read(data, "t.xlsx").questions if q.item] == [
        e[1] for e in EXAMPLES
    ]
    assert {rule.formula1 for rule in sheet.data_validations.dataValidation} == {
        '"single_choice,multiple_response,true_false,short_answer,numeric,match,order,info"',
        '"A,B,C,D,TRUE,FALSE"',
        '"partial,all or nothing"',
    }
    assert {r.errorTitle for r in sheet.data_validations.dataValidation if r.showErrorMessage} == {
        "type",
        "scoring",
    }


def test_they_are_recognised_by_their_content() -> None:
    """Whatever their names are."""
    for data, id_ in (
        (f"{HEAD}Who?,a,b,c,A\n".encode(), "csv"),
        (template(), "xlsx"),
        (HEAD.replace(",", "\t").encode() + b"Who?\ta\tb\tc\tA\n", "tsv"),
    ):
        assert getattr(recognised(data, "file"), "id", "") == id_


def lines(most: int = 1) -> st.SearchStrategy[str]:
    """Up to so many lines of words."""
    line = st.text(SIGNS, min_size=1, max_size=12).map(lambda text: " ".join(f"{text}a".split()))
    return st.lists(line, min_size=1, max_size=most).map("\n".join)


@st.composite
def items(draw: st.DrawFn) -> Item:
    """An item of a kind that a table carries whole."""
    common: dict[str, Any] = {
        "id": draw(st.from_regex(r"[a-z0-9][a-z0-9_]{0,8}", fullmatch=True)),
        "stem": draw(lines(3)),
        "feedback": draw(st.just("") | lines(2)),
        "tags": tuple(
            draw(st.lists(st.from_regex(r"[a-z]{1,6}", fullmatch=True), max_size=2, unique=True))
        ),
        "weight": draw(st.integers(1, 20)) * Decimal("0.5"),
    }
    texts = draw(st.lists(lines(), min_size=2, max_size=5, unique_by=fold))
    told = st.just("") | lines(2)
    options = tuple(Option(f"o{n}", t, None, draw(told)) for n, t in enumerate(texts, start=1))
    strict = draw(st.booleans())
    pairs = tuple((text.replace(">", "a"), f"to {n}") for n, text in enumerate(texts, start=1))
    bare = tuple(Option(o.id, o.text) for o in options)
    kinds: dict[str, Item] = {
        "one": SingleChoice(**common, options=options, right="o2"),
        "several": MultipleResponse(
            **common, options=options, right=("o1", "o2"), all_or_nothing=strict
        ),
        "true": TrueFalse(**common, right=draw(st.sampled_from(("true", "false")))),
        "typed": ShortAnswer(**common, accepted=tuple(texts)),
        "number": Numeric(
            **common,
            answer=draw(st.decimals(-999, 999, places=2)),
            tolerance=Decimal("0.25"),
            unit="m",
        ),
        "pairs": Match(**common, rows=pairs, extra=("none",), **free_rows(pairs, ("none",))),
        "order": Order(**common, options=bare, all_or_nothing=strict),
        "text": Info(**common),
    }
    return kinds[draw(st.sampled_from(sorted(kinds)))]


@pytest.mark.parametrize("write", [write_csv, write_tsv, write_xlsx])
@settings(max_examples=40)
@given(made=st.lists(items(), min_size=1, max_size=4, unique_by=lambda item: item.id))
def test_what_is_written_is_read_again_and_written_the_same(write: Any, made: list[Item]) -> None:
    """Every kind that a table carries, and to the byte."""
    bank = replace(ferry(), items=tuple(made))

    first = write(bank, {})
    back = read(first.data, "x")

    assert first.losses == ()
    assert back.items == bank.items
    assert write(replace(bank, items=back.items), {}).data == first.data


def test_no_cell_becomes_a_formula() -> None:
    """Neither in the text nor in the workbook; and the words come back as they were."""
    item = SingleChoice(
        id="f", stem="=1+1", options=(Option("o1", "@SUM(A1)"), Option("o2", "'-2")), right="o1"
    )
    bank = replace(ferry(), items=(item,))

    text = write_csv(bank, {}).data.decode()
    sheet = load_workbook(io.BytesIO(write_xlsx(bank, {}).data))["Questions"]

    assert "'=1+1" in text
    assert "'@SUM" in text
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} <= {"s", "n"}
    assert read(text.encode(), "x").items == (item,)


@pytest.mark.parametrize("format_id", ["csv", "xlsx", "kahoot"])
def test_every_loss_is_named(format_id: str) -> None:
    """The example has kinds that a table has not; none goes without a word."""
    write = FORMATS[format_id].write
    assert write is not None

    made = write(ferry(), {})

    lost = {loss.item for loss in made.losses}
    if format_id == "kahoot":
        sheet = load_workbook(io.BytesIO(made.data)).active
        asked = sum(1 for row in sheet.iter_rows(min_row=HEAD_ROW + 1, values_only=True) if row[1])
        gone = {loss.item for loss in made.losses if loss.code != "feedback"}
        assert asked == len(ferry().items) - len(gone)
    else:
        kept = {item.id for item in read(made.data, "x").items}
        assert kept | lost == {item.id for item in ferry().items}


def test_kahoot_gets_what_it_takes() -> None:
    """Question, answers, seconds from its list, and the numbers of the right answers."""
    options = tuple(Option(f"o{n}", f"answer {n}") for n in range(1, 4))
    good = MultipleResponse(id="g", stem="Which?", options=options, right=("o1", "o3"))
    long = replace(good, id="l", stem="Which? " * 20)
    wide = replace(good, id="w", options=(Option("o1", "x" * 76), *options[1:]))
    bank = replace(ferry(), items=(good, long, wide))
    write = FORMATS["kahoot"].write
    assert write is not None

    made = write(bank, {})
    sheet = load_workbook(io.BytesIO(made.data)).active
    rows = list(sheet.iter_rows(min_row=HEAD_ROW + 1, values_only=True))

    assert rows[0][1:5] == ("Which?", "answer 1", "answer 2", "answer 3")
    assert rows[0][6] in SECONDS
    assert rows[0][7] == "1,3"
    assert [(loss.item, loss.code) for loss in made.losses] == [
        ("l", "too-long"),
        ("w", "too-long"),
    ]


@given(st.binary(max_size=200))
def test_random_bytes_are_a_table_or_refused(data: bytes) -> None:
    """Nothing else ever happens."""
    for prefix in (b"", HEAD.encode(), b"PK\x03\x04"):
        with contextlib.suppress(FileError):
            assert isinstance(read(prefix + data, "x"), Reading)


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_workbook_is_a_table_or_refused(data: st.DataObject) -> None:
    """A byte changed, or the end cut off, anywhere in any of its parts."""
    source = zipfile.ZipFile(io.BytesIO(template()))
    name = data.draw(st.sampled_from(source.namelist()))
    part = bytearray(source.read(name))
    at = data.draw(st.integers(0, len(part) - 1))
    if data.draw(st.booleans()):
        part[at] = data.draw(st.integers(0, 255))
    else:
        part = part[:at]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for other in source.namelist():
            made.writestr(other, bytes(part) if other == name else source.read(other))
    with contextlib.suppress(FileError):
        assert isinstance(read(target.getvalue(), "x.xlsx"), Reading)


def test_entities_in_a_workbook_are_refused() -> None:
    """They can hide anything, and nothing that makes workbooks writes them."""
    source = zipfile.ZipFile(io.BytesIO(template()))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            part = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                part = b'<!DOCTYPE x [<!ENTITY a "b">]>' + part
            made.writestr(name, part)

    with pytest.raises(FileError, match="entities"):
        read(target.getvalue(), "x.xlsx")


def test_a_table_without_rows_says_so() -> None:
    """With what to do."""
    with pytest.raises(FileError, match="no row"):
        read(HEAD.encode(), "x.csv")
    assert columns_of(()) is None
