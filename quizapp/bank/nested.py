"""Records, lists and strings as NestedText, for banks with thousands of items.

The library writes anything and asks of each value what it is; here it is known to be what
``write.tree`` makes, which takes a tenth of the time. The bytes are the same, as a test holds.
"""

from collections.abc import Iterator, Mapping
from typing import Any

STEP = "    "


def dumps(tree: Mapping[str, Any] | list[Any]) -> str:
    """The records as text, without a newline at its end; keys are plain words."""
    return "\n".join(_record(tree, "") if isinstance(tree, Mapping) else _items(tree, ""))


def _record(record: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in record.items():
        yield from _value(f"{indent}{key}:", value, indent + STEP)


def _items(items: list[Any], indent: str) -> Iterator[str]:
    for value in items:
        yield from _value(f"{indent}-", value, indent + STEP)


def _value(mark: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, str):
        if "\n" in value or "\r" in value:
            yield mark
            lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            yield from (f"{indent}> {line}" if line else f"{indent}>" for line in lines)
        else:
            yield f"{mark} {value}" if value else mark
    elif not value:
        yield mark
        yield f"{indent}{{}}" if isinstance(value, Mapping) else f"{indent}[]"
    else:
        yield mark
        inner = _record if isinstance(value, Mapping) else _items
        yield from inner(value, indent)
