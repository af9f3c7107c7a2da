"""Our writer of NestedText gives the bytes that the library gives."""

from typing import Any

import nestedtext
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.app.bank_files import open_bank, shipped
from quizapp.bank.nested import dumps
from quizapp.bank.write import item_records, tree
from tests.examples import ferry

WORDS = st.text("ab :->[]{}#\n\r é", max_size=8)
KEYS = st.from_regex(r"[a-z][a-z0-9_-]{0,5}", fullmatch=True)
RECORDS = st.dictionaries(
    KEYS,
    st.recursive(
        WORDS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
        max_leaves=8,
    ),
    min_size=1,
    max_size=4,
)


@given(RECORDS)
def test_any_record_is_written_as_the_library_writes_it(records: dict[str, Any]) -> None:
    """Strings of several lines, empty ones, and what begins like something else."""
    assert dumps(records) == nestedtext.dumps(records, indent=4)


@pytest.mark.parametrize("bank", [*map(open_bank, shipped()), ferry()], ids=lambda bank: bank.id)
def test_every_bank_at_hand_is_written_so_too(bank: Any) -> None:
    """As a whole, and its items alone."""
    assert dumps(tree(bank)) == nestedtext.dumps(tree(bank), indent=4)
    items = item_records(bank.items)
    assert dumps(items) == nestedtext.dumps(items, indent=4)
