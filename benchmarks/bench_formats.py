"""Questions a second that the readers of GIFT and Moodle XML take in, and memory to the file."""

import statistics
import time
import tracemalloc
from collections.abc import Callable, Iterator

from lxml import etree

from benchmarks.figure import Figure, report
from quizapp.formats.gift import read as read_gift
from quizapp.formats.moodle_xml import read as read_moodle

QUESTIONS, ROUNDS = 10_000, 3
MOST_MEMORY = 6.0


def gift() -> bytes:
    """A file with every type; a question has 197 bytes on average, about as published ones have.

    Public collections have about 230. The shorter the questions, the more weighs what is kept of
    each: with 53 bytes a question it is 20 times the file.
    """
    kinds = (
        "// question {n}\n::Ponds, question {n}::Which of these animals spends the winter at the"
        " bottom of pond {n}?{{\n\t=The crested newt#It does, under leaves.\n\t~The red fox"
        "#It lives on land.\n\t~%25%The common frog#Only some of them do."
        "\n\t~The barn owl#It does not.\n}}",
        "::Wet ponds {n}::Pond {n} holds water in every month of the year, even after a summer"
        " without rain.{{TRUE#A spring feeds it from below.#It does, since a spring feeds it.}}",
        "::Depth {n}::How many metres deep was pond {n} when the surveyors measured it in the"
        " spring of the year before last?{{#{n}:0.5#Read the table beside the map again.}}",
        "// [id:w{n}] [tag:easy]\n::Substance {n}::Which substance fills pond {n} up to the lower"
        " end of the wooden ladder?{{=water#It does. =%50%mud#Only close to the bank. =%50%ice}}",
        "::Homes {n}::Say where each of these animals of pond {n} brings up its young, as the"
        " warden describes it.{{=the newt -> in the pond =the fox -> in a den =the owl -> in a tree"
        " =the mole -> under the lawn}}",
    )
    return "\n\n".join(kinds[n % len(kinds)].format(n=n) for n in range(QUESTIONS)).encode()


def moodle() -> bytes:
    """As many choices with feedback as Moodle writes them."""
    one = (
        '<question type="multichoice"><name><text>Q{n}</text></name><questiontext format="html">'
        "<text><![CDATA[<p>Who lives in pond {n}?</p>]]></text></questiontext>"
        "<defaultgrade>1.0</defaultgrade><single>true</single>"
        '<answer fraction="100"><text>A newt</text><feedback><text>Yes.</text></feedback></answer>'
        '<answer fraction="0"><text>A fox</text><feedback><text>No.</text></feedback></answer>'
        '<answer fraction="-25"><text>An owl</text><feedback><text/></feedback></answer></question>'
    )
    body = "\n".join(one.format(n=n) for n in range(QUESTIONS))
    return f"<?xml version='1.0'?>\n<quiz>{body}</quiz>".encode()


def seconds(act: Callable[[], object]) -> float:
    """The median time of an act."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        act()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def memory(act: Callable[[], object]) -> int:
    """The most bytes that Python held during an act."""
    tracemalloc.start()
    act()
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def figures() -> Iterator[Figure]:
    """Rates as microseconds a question, so that less is better and a bound is a most."""
    for name, data, read, floor, most in (
        ("GIFT", gift(), read_gift, lambda d: d.decode().split("\n\n"), 100.0),
        ("Moodle XML", moodle(), read_moodle, etree.fromstring, 250.0),
    ):
        taken = seconds(lambda: read(data, "x"))  # noqa: B023  (called at once)
        least = seconds(lambda: floor(data))  # noqa: B023
        held = memory(lambda: read(data, "x")) / len(data)  # noqa: B023
        note = f"{QUESTIONS / taken:,.0f} questions a second; {taken / least:.1f} × of the floor"
        yield Figure(f"{name}: a question read", taken / QUESTIONS * 1e6, "µs", most, note)
        yield Figure(f"{name}: memory to the file", held, "×", MOST_MEMORY)


if __name__ == "__main__":
    raise SystemExit(report(figures()))
