import json
from dataclasses import replace

from quizapp.app.authoring.asking import add_item
from quizapp.app.authoring.draft import draft_of
from quizapp.app.authoring.records import from_record, to_record
from quizapp.items import KINDS
from tests.examples import ferry
from tests.kinds import kinds


def test_a_draft_comes_back_from_its_record_as_it_was() -> None:
    """Every claim, source, trade-off and item of the two example banks survives the journal."""
    for bank in (ferry(), kinds()):
        draft = draft_of(bank, ())
        record = json.loads(json.dumps(to_record(draft)))

        assert json.loads(json.dumps(to_record(from_record(record)))) == record
        assert from_record(record).claims == draft.claims
        assert from_record(record).sources == draft.sources


def test_an_item_with_nothing_filled_in_survives_for_every_kind() -> None:
    """Whoever stops in the middle of a new item finds it half done, and not gone."""
    draft = draft_of(ferry(), ())
    for kind in KINDS:
        draft, id_ = add_item(draft, kind)
        record = json.loads(json.dumps(to_record(draft)))

        found = {item.id: item for item in from_record(record).items}

        assert found[id_].kind == kind
        assert json.loads(json.dumps(to_record(from_record(record)))) == record


def test_fields_of_a_later_version_are_left_out() -> None:
    """A draft that a newer program wrote opens as far as this one understands it."""
    draft = replace(draft_of(ferry(), ()), items=())

    found = from_record({**to_record(draft), "colour": "blue"})

    assert found == draft
