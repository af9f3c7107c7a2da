"""From what answers score to what parts of an answer are worth.

``Ask`` gives the raw score of an answer to one response of a question, all others being empty.
Each function here asks it about the key and about other answers, finds the rule of ours that gives
the same shares, and says whether it truly does.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from quizapp.formats.qti.values import Unscored

Ask = Callable[[tuple[str, ...]], float]
Picked = tuple[str, ...]
NONSENSE = "no such answer 7c1f"
_MOST_TRIED = 24
_NEAR = 1e-6


@dataclass(frozen=True, slots=True)
class Weighed:
    """What was found: the best answer, its score, and what parts of it are worth.

    ``credits`` are shares of the full score, where they are needed; ``strict``: nothing but the key
    earns anything; ``exact``: every answer that was tried scores here what it scores there;
    ``negative``: some answers cost marks there, which nothing here does.
    """

    key: Picked
    full: float = 1.0
    credits: Mapping[str, float] = field(default_factory=dict)
    strict: bool = False
    exact: bool = True
    negative: bool = False


def single(ask: Ask, ids: Sequence[str], key: Picked) -> Weighed:
    """One of several. ``key`` is the declared one; the best is taken where it is not the best."""
    scores = {id_: ask((id_,)) for id_ in ids}
    full = max(scores.values(), default=0.0)
    if full <= 0:
        raise Unscored("nothing earns")
    best = tuple(id_ for id_, score in scores.items() if score >= full - _NEAR)
    right = tuple(id_ for id_ in key if id_ in best)[:1] or best[:1]
    shares = {id_: score / full for id_, score in scores.items()}
    plain = all(
        abs(max(c, 0.0) - (id_ in right)) < _NEAR and c > -_NEAR for id_, c in shares.items()
    )
    negative = min(scores.values()) < -_NEAR
    exact = ask(()) <= _NEAR
    return Weighed(right, full, {} if plain else shares, exact=exact, negative=negative)


def several(ask: Ask, ids: Sequence[str], key: Picked, prefer_strict: bool = True) -> Weighed:
    """Any number of several. ``prefer_strict`` decides where all or nothing and shares agree."""
    worth = {id_: ask((id_,)) for id_ in ids}
    right = key or tuple(id_ for id_ in ids if worth[id_] > _NEAR)
    full = ask(right) if right else 0.0
    if full <= 0:
        raise Unscored("the key earns nothing")
    tried = {picked: ask(picked) for picked in _tries(ids, right)}
    tried |= {(id_,): score for id_, score in worth.items()} | {(): ask(())}
    full = max(full, *tried.values())
    negative = min(tried.values()) < -_NEAR
    wanted = {picked: max(0.0, score) / full for picked, score in tried.items()}
    rules = list(_rules(ask, ids, right, worth, full))
    for shares, strict in rules if prefer_strict else rules[1:] + rules[:1]:
        if all(abs(_credit(p, right, ids, shares, strict) - s) < 1e-4 for p, s in wanted.items()):
            return Weighed(right, full, shares or {}, strict, True, negative)
    alone = any(worth[id_] > _NEAR for id_ in right) and len(right) > 1
    return Weighed(right, full, strict=not alone, exact=False, negative=negative)


def _tries(ids: Sequence[str], key: Picked) -> Iterable[Picked]:
    """The answers to try: the key with one more, with one less, everything, two wrong ones."""
    wrong = [id_ for id_ in ids if id_ not in key][:_MOST_TRIED]
    yield key
    yield tuple(ids)
    for id_ in wrong:
        yield (*key, id_)
        yield (key[0], id_)
    for id_ in key[:_MOST_TRIED]:
        yield tuple(k for k in key if k != id_)
    yield from combinations(wrong[:4], 2)


def _rules(
    ask: Ask, ids: Sequence[str], key: Picked, worth: Mapping[str, float], full: float
) -> Iterable[tuple[dict[str, float] | None, bool]]:
    """The rules of ours that may fit, simplest first: ``(shares, strict)``."""
    yield None, True
    yield None, False
    yield {id_: worth[id_] / full for id_ in ids}, False
    with_wrong = {id_: ask((*key, id_)) - ask(key) for id_ in ids if id_ not in key}
    yield {id_: with_wrong.get(id_, worth[id_]) / full for id_ in ids}, False


def _credit(
    picked: Picked,
    key: Picked,
    ids: Sequence[str],
    shares: Mapping[str, float] | None,
    strict: bool,
) -> float:
    """What the kind multiple_response gives for this answer by a rule."""
    if not picked:
        return 0.0
    if strict:
        return float(set(picked) == set(key))
    if shares is not None:
        return min(1.0, max(0.0, sum(shares[id_] for id_ in picked)))
    hits, others = len(set(picked) & set(key)), max(len(set(ids) - set(key)), 1)
    return max(0.0, hits / len(key) - (len(picked) - hits) / others)


def typed(ask: Ask, candidates: Iterable[str]) -> tuple[dict[str, float], Weighed]:
    """Words: what each of the candidates is worth, as a share; the best come first."""
    scores = {text: ask((text,)) for text in dict.fromkeys(candidates) if text}
    full = max(scores.values(), default=0.0)
    if full <= 0:
        raise Unscored("nothing earns")
    ranked = sorted(scores, key=lambda text: -scores[text])
    shares = {text: scores[text] / full for text in ranked if scores[text] > _NEAR}
    exact = ask((NONSENSE,)) <= _NEAR and ask(()) <= _NEAR
    return shares, Weighed(tuple(shares)[:1], full, exact=exact, negative=min(scores.values()) < 0)


def paired(ask: Ask, key: Picked, wrong: Iterable[str]) -> Weighed:
    """Pairs, each worth something, or only all of them together: the kinds match and cloze.

    ``credits`` are what each pair scores, where they do not all score the same.
    """
    full = ask(key)
    if full <= 0:
        raise Unscored("the key earns nothing")
    alone = [ask((pair,)) for pair in key]
    less = [ask(tuple(k for k in key if k != pair)) for pair in key[:_MOST_TRIED]]
    astray = [ask((pair,)) for pair in list(wrong)[:_MOST_TRIED]]
    negative = any(score < -_NEAR for score in astray)
    idle = all(score <= _NEAR for score in astray) and ask(()) <= _NEAR
    if len(key) > 1 and all(score <= _NEAR for score in (*alone, *less)):
        return Weighed(key, full, strict=True, exact=idle, negative=negative)
    each = full / len(key)
    even = all(abs(score - each) < 1e-4 * full for score in alone)
    missed = zip(alone, less, strict=False)
    adds = all(abs(score + rest - full) < 1e-4 * full for score, rest in missed)
    sums = abs(sum(alone) - full) < 1e-4 * full and min(alone) > 0
    worth = {} if even or not sums else dict(zip(key, alone, strict=True))
    return Weighed(key, full, worth, exact=adds and sums and idle, negative=negative)


def ordered(ask: Ask, key: Picked) -> Weighed:
    """An order: all of it, or the share of pairs the right way round."""
    full = ask(key)
    if full <= 0 or len(key) < 2:
        raise Unscored("the key earns nothing")
    swapped = [(*key[:n], key[n + 1], key[n], *key[n + 2 :]) for n in range(len(key) - 1)]
    scores = [ask(other) for other in swapped] + [ask(tuple(reversed(key)))]
    if all(score <= _NEAR for score in scores):
        return Weighed(key, full, strict=True)
    pairs = len(key) * (len(key) - 1) / 2
    wanted = [full * (pairs - 1) / pairs] * len(swapped) + [0.0]
    exact = all(abs(a - b) < 1e-4 * full for a, b in zip(scores, wanted, strict=True))
    return Weighed(key, full, exact=exact)


def amount(
    ask: Callable[[float], float], answer: float, ranges: Iterable[tuple[float, float]]
) -> tuple[float, float, Weighed]:
    """A number: the widest of ``ranges`` whose ends earn all, and beyond them nothing does."""
    full = ask(answer)
    if full <= 0:
        raise Unscored("the key earns nothing")
    for low, high in sorted(ranges, key=lambda ends: ends[0] - ends[1]):
        beyond = max(abs(low), abs(high), 1.0) * 1e-7
        inside = all(abs(ask(n) - full) < _NEAR for n in (low, high))
        if inside and ask(low - beyond) <= _NEAR and ask(high + beyond) <= _NEAR:
            return low, high, Weighed((), full)
    return answer, answer, Weighed((), full, exact=False)
