"""Write a bank: NestedText for people, canonical JSON for hashes, signatures and the store."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from quizapp.bank.model import FORMAT, Bank
from quizapp.bank.nested import dumps
from quizapp.bank.pictures import to_text
from quizapp.claims import Article, Attribution, Claim, Evidence, Quote, Source, TradeOff
from quizapp.items import Item, decimal


def write(bank: Bank) -> bytes:
    """The bank as NestedText, every field in its fixed order; the article's text lies beside it."""
    return as_file(tree(bank))


def as_file(records: Mapping[str, Any]) -> bytes:
    """What ``tree`` made, as the bytes of a bank’s file."""
    return (dumps(records) + "\n").encode()


def write_items(items: Iterable[Item]) -> str:
    """Items as a NestedText list, as they stand in a bank's file."""
    return dumps(item_records(items))


def item_records(items: Iterable[Item]) -> list[dict[str, Any]]:
    """Items as records, lists and strings; absent and default values are left out."""
    return [_item(item) for item in items]


def canonical(bank: Bank) -> bytes:
    """The bank, its article and its pictures as canonical JSON.

    UTF-8, keys sorted, strings and integers only; pictures in base64.
    """
    if bank.keyless:
        return bank.form
    whole = {
        "bank": tree(bank),
        "article": {
            "text": bank.article.text,
            "sentences": [list(boundary) for boundary in bank.article.boundaries],
        },
        **_given(pictures=to_text(bank.pictures)),
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def version(data: bytes) -> str:
    """The name of a bank version: the SHA-256 of its canonical JSON, 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def tree(bank: Bank) -> dict[str, Any]:
    """The bank as records, lists and strings; absent and default values are left out."""
    return {
        "format": FORMAT,
        "id": bank.id,
        "title": bank.title,
        "language": bank.language,
        "licence": bank.licence,
        **_given(about=bank.about, skills=list(bank.skills)),
        **(_about(bank) if bank.article.text else {}),
        **_given(trade_offs=[_trade_off(t) for t in bank.map.trade_offs]),
        "items": item_records(bank.items),
        **_given(raters=[{"name": r.name, "standings": dict(r.standings)} for r in bank.raters]),
    }


def _about(bank: Bank) -> dict[str, Any]:
    """What a bank says about its article; one of questions from elsewhere has none."""
    return {
        "article": _article(bank.article, bank.sha256),
        "sources": [_source(source) for source in bank.map.sources],
        "claims": [_claim(claim) for claim in bank.map.claims],
    }


def _given(**fields: Any) -> dict[str, Any]:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value}


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _article(article: Article, sha256: str) -> dict[str, Any]:
    return {
        "file": article.file,
        "title": article.title,
        "cites": article.cites,
        **_given(
            as_of=article.as_of,
            summary="yes" if article.summary else "",
            licence=article.licence,
        ),
        "sha256": sha256 or article.sha256,
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "name": source.name,
        **_given(role=source.role),
        "kind": source.kind,
        "named": _yes(source.named),
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "text": claim.text,
        **_given(
            nature="opinion" if claim.opinion else "",
            condition=claim.condition,
            hedge=claim.hedge,
            as_of=claim.as_of,
            standing=claim.written and claim.written.value,
            basis=claim.basis and claim.basis.value,
            why=claim.why,
            also=claim.also and claim.also.value,
            asked=claim.asked,
            would_know=claim.would_know,
            origin=claim.origin,
            attributions=[_attribution(a) for a in claim.attributions],
        ),
    }


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {
        **_given(id=attribution.id),
        "source": attribution.source,
        **_given(cue=attribution.cue),
        "stance": attribution.stance.value,
        "evidence": _evidence(attribution.evidence),
        **_given(
            nested_in=attribution.nested_in, who_says="unclear" if attribution.unclear else ""
        ),
    }


def _evidence(evidence: Evidence) -> Any:
    sets = [list(map(_quote, q)) if len(q) > 1 else _quote(q[0]) for q in evidence.quotes]
    return {"any": sets} if len(sets) > 1 else sets[0]


def _quote(quote: Quote) -> str | dict[str, str]:
    if not quote.before and not quote.after:
        return quote.words
    parts = {"before": quote.before, "words": quote.words, "after": quote.after}
    return {name: words for name, words in parts.items() if words}


def _trade_off(trade_off: TradeOff) -> dict[str, Any]:
    sides = {side: list(members) for side, members in trade_off.sides.items()}
    return {"id": trade_off.id, "question": trade_off.question, **_given(**sides)}


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": item.kind,
        **_given(claims=list(item.claims), trade_off=item.trade_off, stem=item.stem),
        **item.own(),
        **_given(
            feedback=item.feedback,
            weight="" if item.weight == 1 else decimal(item.weight),
            skills=list(item.skills),
            tags=list(item.tags),
            picture=_picture(item),
            derived=_derived(item),
        ),
    }


def _picture(item: Item) -> Mapping[str, str] | None:
    picture = item.picture
    return {"file": picture.file, "alternative": picture.alternative} if picture else None


def _derived(item: Item) -> Mapping[str, str] | None:
    made = item.derived
    if made is None:
        return None
    return {"template": made.template, "seed": made.seed, "edited": _yes(made.edited)}
