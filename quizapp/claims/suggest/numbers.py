"""Numbers with what they count or measure, written in figures or in words."""

from quizapp.claims.suggest.patterns import either, rules

_DIGITS = r"(?:\d{1,3}(?:[,. \u00a0\u202f]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
_LARGE = r"(?:hundred|thousand|million|billion|trillion|dozen)s?"
_SMALL = either(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
)
_WORDS = rf"(?:(?:{_SMALL}|an?)[ -]{_LARGE}|{_SMALL}(?:-{_SMALL})?)"
_AMOUNT = rf"(?:{_DIGITS}(?:[ -]{_LARGE})?|{_WORDS})"
_MEASURE = either(
    "km cm mm m kg g mg kW MW GW kWh ha °C °F kilomet(?:er|re)s? met(?:er|re)s? miles? feet foot",
    "inch(?:es)? acres? hectares? tons? tonnes? kilograms? grams? pounds? ounces? lit(?:er|re)s?",
    "gallons? degrees? seconds? minutes? hours? days? nights? weeks? months? years? decades?",
)
_MONEY = either("dollars? euros? pence cents? crowns? kroner yen francs?")
_MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\b|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)"
)
# no unit: words that go on with the sentence
_LITTLE = either(
    "of in on at to and or by for the an? is are was were that as but with from had has have will",
    "would could can told said says",
)

NUMBERS = rules(
    (
        "number-date",
        rf"\b(?:\d{{1,2}} {_MONTH}(?: \d{{4}}\b)?|{_MONTH} \d{{1,2}}\b(?:, \d{{4}}\b)?)",
    ),
    ("number-time", r"\b\d{1,2}:\d{2}\b|\b\d{1,2}(?: ?(?:[ap]\.m\.|[ap]m\b)| o['’]clock\b)"),
    (
        "number-money",
        rf"[$€£¥]{_DIGITS}(?:[ -]?(?:{_LARGE}|bn|m|k)\b)?|\b{_AMOUNT} {_MONEY}\b",
    ),
    ("number-share", rf"\b{_AMOUNT} ?(?:%|percent\b|per cent\b|percentage points?\b)"),
    (
        "number-part",
        rf"\b(?:{_SMALL}|\d+) (?:in|out of) (?:{_SMALL}|\d+)\b"
        r"|\b(?:half|two[ -]thirds|a third|a quarter|three[ -]quarters)\b(?= of\b)",
    ),
    ("number-measure", rf"\b{_AMOUNT}[ -]?{_MEASURE}\b"),
    ("number-year", r"\b(?:1[5-9]|20)\d{2}\b(?![.,]?\d)"),
    ("number-count", rf"\b(?!one\b){_AMOUNT}\b(?: (?!{_LITTLE}\b)[^\W\d_]+)?"),
)
