"""Attributions that stand in one another: which of them a reading without nesting keeps."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.lexicon.cues import CueEntry
from legation.reading.attribution.cues import PRONOUNS
from legation.reading.attribution.words import Words

Ranges = tuple[tuple[int, int], ...]
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
MARGIN = 40


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution by token ranges of one passage.

    `head` is the cue's head token, `score` its probability, `margin` by how much the closest label was won.
    """

    words: Words
    head: int
    entry: CueEntry | None
    score: float
    source: Ranges
    cue: Ranges
    content: Ranges
    margin: float = 0.0


def describe_rivalry(draft: Draft, drafts: Sequence[Draft]) -> list[str]:
    """Return features of a draft among all of its passage: how sure it is, what it holds and what holds it."""
    words = draft.words
    own = grade(draft.score)
    outer = grade(max((other.score for other in drafts if other is not draft and holds(other, draft.head)), default=0))
    inner = grade(max((other.score for other in drafts if other is not draft and holds(draft, other.head)), default=0))
    holder = max((other for other in drafts if holds(other, draft.head)), key=lambda other: other.score, default=None)
    holder_word = words.lemmas[holder.head] if holder else "-"
    shared = grade(max((other.score for other in drafts if shares(draft, other)), default=0))
    kind = str(draft.entry.kind) if draft.entry else "none"
    size = min(sum(high - low for low, high in draft.content), 40).bit_length()
    quoted = any(words.quote[low] >= 0 for low, _ in draft.content)
    source = "-" if not draft.source else words.tags[draft.source[-1][1] - 1]
    dep, lemma = words.deps[draft.head], words.lemmas[draft.head]
    parts = min(len(draft.content), 3)
    low, high = words.sentence[draft.head]
    around = sum(low <= other.head < high for other in drafts)
    return [
        "1",
        f"o={own}",
        f"oo={own}|{outer}",
        f"oi={own}|{inner}",
        f"out={outer}|{dep}",
        f"in={inner}|{dep}",
        f"oin={own}|{outer}|{inner}",
        f"k={kind}|{outer}",
        f"ki={kind}|{inner}",
        f"z={size}|{kind}",
        f"zi={size}|{inner}",
        f"q={quoted}|{outer}",
        f"s={source}|{kind}",
        f"so={bool(draft.source)}|{outer}",
        f"p={parts}|{len(draft.source)}",
        f"d={dep}",
        f"lo={lemma}|{outer > 0}",
        f"li={lemma}|{inner > 0}",
        f"l={lemma}",
        f"n={min(around, 5)}|{own}",
        f"h={holder_word}|{outer}",
        f"hl={holder_word}|{lemma}",
        f"x={own}|{shared}",
        f"xd={dep}|{shared}",
        f"xl={lemma}|{shared > 0}",
        f"t={words.tags[draft.head]}|{outer}|{bool(draft.source)}",
        f"c={words.tags[draft.content[0][0]]}|{words.deps[draft.content[0][0]]}|{kind}",
        f"e={words.texts[draft.content[-1][1]] if draft.content[-1][1] < len(words) else '-'}|{size}",
        *describe_draft(draft, own, kind),
        *describe_words(draft, own, kind),
    ]


def describe_draft(draft: Draft, own: int, kind: str) -> Iterator[str]:
    """Yield features of one draft by itself: how sure its parts are, what its source and content look like."""
    words = draft.words
    steps = round(2 * logit(draft.score))
    yield from (f"o>{step}" for step in range(-4, min(steps, 8)))
    close = min(int(draft.margin / MARGIN), 6)
    yield f"mg={close}"
    yield f"mgo={close}|{own}"
    yield f"mgk={close}|{kind}|{bool(draft.source)}"
    if draft.source:
        low, high = draft.source[0]
        top = top_of(words, low, high)
        yield f"sh={words.lemmas[top]}"
        yield f"st={words.tags[top]}|{words.deps[top]}|{own}"
        yield f"sd={min(abs(draft.head - top), 8)}|{top < draft.head}|{kind}"
        yield f"sn={min(high - low, 8)}|{len(draft.source)}"
    low, high = draft.content[0]
    top = top_of(words, low, high)
    finite = any(words.tags[i] in FINITE for a, b in draft.content for i in range(a, b))
    yield f"ch={words.lemmas[top]}|{kind}"
    yield f"ct={words.tags[top]}|{words.deps[top]}|{own}"
    yield f"ctk={words.tags[top]}|{words.deps[top]}|{words.lemmas[draft.head]}"
    yield f"cf={finite}|{own}|{kind}"
    yield f"cw={words.lowers[low]}|{words.tags[draft.head]}"
    yield f"cd={low > draft.head}|{min(abs(low - draft.head), 5)}|{kind}"
    yield f"cq={words.quote[low] >= 0}|{finite}|{own}"


def describe_words(draft: Draft, own: int, kind: str) -> Iterator[str]:
    """Yield features of the words: who the source may be, all words of the cue, how the content hangs from it."""
    words, lemma = draft.words, draft.words.lemmas[draft.head]
    who = "none"
    if draft.source:
        top = top_of(words, *draft.source[0])
        who = words.lowers[top] if words.tags[top] in PRONOUNS else words.tags[top]
    yield from (f"sc={who}|{kind}", f"sco={who}|{own}", f"scl={who}|{lemma}")
    low, high = draft.content[0]
    top = top_of(words, low, high)
    yield f"cl={lemma}|{words.tags[top]}"
    yield f"cdl={lemma}|{words.deps[top]}|{words.heads[top] == draft.head}"
    yield f"w1={words.lowers[low]}|{kind}"
    cue = [words.lowers[i] for first, last in draft.cue for i in range(first, last)]
    yield f"cue={' '.join(cue)}"
    yield f"cun={len(cue)}|{kind}"
    yield f"cul={cue[-1]}|{kind}"


def top_of(words: Words, low: int, high: int) -> int:
    """Return the first token of a range whose head lies outside of it."""
    return next((i for i in range(low, high) if not low <= words.heads[i] < high or words.heads[i] == i), low)


def grade(score: float) -> int:
    """Return a probability as a step from 0 to 9, finer at both ends."""
    return max(1, min(9, 5 + round(logit(score)))) if score > 0 else 0


def logit(score: float) -> float:
    """Return the logarithm of the odds of a probability."""
    return math.log(max(score, 1e-6) / max(1 - score, 1e-6))


def holds(draft: Draft, token: int) -> bool:
    """Tell whether a token stands in the content."""
    return any(low <= token < high for low, high in draft.content)


def shares(draft: Draft, other: Draft) -> bool:
    """Tell whether two attributions claim the same words, though neither cue stands in the other's content."""
    if other is draft or holds(draft, other.head) or holds(other, draft.head):
        return False
    return any(a < d and c < b for a, b in draft.content for c, d in other.content)


def drop_nested(drafts: Sequence[Draft], scores: Sequence[float]) -> list[Draft]:
    """Keep of two attributions, one in the content of the other, the likelier one; in text order."""
    kept: list[Draft] = []
    for _, _, draft in sorted(zip([-score for score in scores], range(len(drafts)), drafts, strict=True)):
        if not any(holds(other, draft.head) or holds(draft, other.head) for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda draft: draft.head)
