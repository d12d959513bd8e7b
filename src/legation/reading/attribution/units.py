"""Cuts a sentence, as seen from a cue, into the stretches that are source, cue, content or none of these.

Method: labels go down the tree (as in constituent-wise semantic role labelling: Gildea and Jurafsky 2002; Xue and
Palmer 2004). From the cue, the path to the root is walked; each phrase that hangs from the path is a unit and gets
one label for all its words, or SPLIT: then its head word and the phrases under it are units in turn. Neighbouring
sentences of the passage are units too, outward as long as they belong to the content.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from legation.lexicon.cues import CueEntry
from legation.reading.attribution.cues import PRONOUNS, subject_of
from legation.reading.attribution.words import Words


class Label(IntEnum):
    """What a unit is to the cue; the order is that of the weights."""

    NONE = 0
    SOURCE = 1
    CUE = 2
    CONTENT = 3
    SPLIT = 4


class Unit(NamedTuple):
    """Tokens `[low, high)` under `head`; `relation` is the way from the cue; `whole` is False for a bare word."""

    head: int
    low: int
    high: int
    relation: str
    whole: bool


SURE = 999.0


@dataclass(slots=True)
class View:
    """A cue with what has been decided so far: `labels` by token, and which roles have been filled.

    `word`, `kind` and `frame` say what the cue is, as parts of features; `subject` is its subject's token or -1.
    `margin` is by how much, in hundredths, the closest decision was won.
    """

    words: Words
    cue: int
    entry: CueEntry | None
    labels: dict[int, Label] = field(default_factory=dict)
    has_source: bool = False
    has_content: bool = False
    word: str = ""
    kind: str = "none"
    frame: str = ""
    subject: int = -1
    last: Label = Label.NONE
    margin: float = SURE


Decide = Callable[[View, Unit], Label]
# A part of a description that hangs on so few things that it comes again: a maker of features, and those things.
Part = tuple[Callable[..., list[str]], tuple[str | int, ...]]
SENTENCES = 12
HALF = 0.5
GOT = (("00", "01"), ("10", "11"))
FRAME = frozenset({"ccomp", "xcomp", "dobj", "prep", "parataxis", "acl", "agent", "nsubj", "nsubjpass", "poss"})
INNER = 3


def label_units(words: Words, cue: int, entry: CueEntry | None, decide: Decide) -> View:
    """Return a view with the label of each token that is source, cue or content of the attribution at token `cue`."""
    view = View(words, cue, entry)
    view.labels[cue] = Label.CUE
    view.word = f"{words.lemmas[cue]}/{words.tags[cue][:1]}"
    view.kind = entry.kind.value if entry else "none"
    view.subject = subject_of(words, cue)
    view.frame = "+".join(sorted({words.deps[kid] for kid in words.kids[cue] if words.deps[kid] in FRAME}))
    for unit in path_units(words, cue):
        settle(view, unit, decide)
    for step in (1, -1):
        for unit in sentence_units(words, cue, step):
            label = settle(view, unit, decide)
            if label is Label.NONE:
                break
    fill_quotes(view)
    drop_expletive(view)
    return view


def drop_expletive(view: View) -> None:
    """Take the "it" of "it is believed that …" out of the content: it stands for the clause."""
    words, it = view.words, view.subject
    if view.labels.get(it) is Label.CONTENT and words.lowers[it] == "it" and words.kid_of(view.cue, "ccomp") >= 0:
        del view.labels[it]


def fill_quotes(view: View) -> None:
    """Give a quotation that is mostly content wholly to the content, as far as it holds no source or cue."""
    words, labels = view.words, view.labels
    for quote in words.quotes:
        inside = [i for i in range(quote.low, quote.high) if is_word(words.texts[i])]
        given = {labels.get(i, Label.NONE) for i in inside}
        if given == {Label.CONTENT, Label.NONE} and quote.closed:
            share = sum(labels.get(i) is Label.CONTENT for i in inside) / len(inside)
            if share >= HALF:
                labels.update(dict.fromkeys(inside, Label.CONTENT))


def settle(view: View, unit: Unit, decide: Decide) -> Label:
    """Label a unit, or its parts if it is split; return the label."""
    label = decide(view, unit)
    if label is Label.SPLIT and unit.whole:
        for part in split(view.words, unit):
            settle(view, part, decide)
    elif label is not Label.NONE:
        view.has_source = view.has_source or label is Label.SOURCE
        view.has_content = view.has_content or label is Label.CONTENT
        for i in range(unit.low, unit.high):
            view.labels.setdefault(i, label)
    view.last = label
    return label


def split(words: Words, unit: Unit) -> Iterator[Unit]:
    """Yield the head word of a unit and the phrases under it."""
    way = unit.relation.split("/")
    near = unit.relation if len(way) <= INNER else "/".join([*way[:2], "..", way[-1]])
    yield Unit(unit.head, unit.head, unit.head + 1, f"{near}/self", whole=False)
    for kid in words.kids[unit.head]:
        if words.deps[kid] != "punct":
            yield Unit(kid, words.left(kid), words.right(kid) + 1, f"{near}/{words.deps[kid]}", whole=True)


def path_units(words: Words, cue: int) -> Iterator[Unit]:
    """Yield the phrases under the cue, then each word above it with the phrases under that."""
    deps, kids, heads = words.deps, words.kids, words.heads
    low, high = words.sentence[cue]
    for kid in kids[cue]:
        if deps[kid] != "punct":
            yield Unit(kid, words.left(kid), words.right(kid) + 1, f"k/{deps[kid]}", whole=bool(kids[kid]))
    below, at, height = cue, heads[cue], 1
    while at != below:
        step = f"{min(height, 3)}{deps[below]}"
        yield Unit(at, at, at + 1, f"a{step}", whole=False)
        for kid in kids[at]:
            if kid != below and deps[kid] != "punct":
                first, last = max(words.left(kid), low), min(words.right(kid) + 1, high)
                yield Unit(kid, first, last, f"s{step}/{deps[kid]}", whole=bool(kids[kid]))
        below, at, height = at, heads[at], height + 1


def sentence_units(words: Words, cue: int, step: int) -> Iterator[Unit]:
    """Yield the sentences after the cue's (`step` 1) or before it (-1), nearest first."""
    low, high = words.sentence[cue]
    for number in range(SENTENCES):
        at = high if step > 0 else low - 1
        if not 0 <= at < len(words):
            return
        low, high = words.sentence[at]
        root = next((i for i in range(low, high) if words.heads[i] == i), low)
        yield Unit(root, low, high, f"{'next' if step > 0 else 'last'}{min(number, 2)}", whole=False)


def describe_unit(view: View, unit: Unit) -> list[str]:
    """Return the features of a unit as seen from the cue."""
    single, parts = take_parts(view, unit)
    return single + [feature for make, known in parts for feature in make(*known)]


def take_parts(view: View, unit: Unit) -> tuple[list[str], list[Part]]:
    """Return the features of a unit that hold rare words, and the parts of its description that come again."""
    words, cue, word, kind = view.words, view.cue, view.word, view.kind
    head, low, high, relation = unit.head, unit.low, unit.high, unit.relation
    lemma, tag, dep = words.lemmas[head], words.tags[head], words.deps[head]
    side = "<" if high <= cue else ">" if low > cue else "="
    quoted = quoted_state(words, unit, cue)
    got = GOT[view.has_source][view.has_content]
    gap = low - cue if side == ">" else cue - high
    edge = words.texts[low - 1] if low else "START"
    edge = "w" if edge.isalnum() else edge
    last = int(view.last)
    above = int(view.labels.get(words.heads[head], Label.NONE)) if relation[0] != "a" else last
    person = words.lowers[head] if tag in PRONOUNS else tag
    here = f"{relation}{side}"
    single = [
        f"rw={relation}|{word}",
        f"rk={here}|{kind}",
        f"rl={relation}|{lemma}",
        f"rf={here}|{words.lowers[low]}",
        f"rc={here}|{words.tags[cue]}",
        f"rv={here}|{view.frame}",
        f"wd={word}|{dep}|{side}",
        f"gap={min(gap, 4)}|{side}|{relation[:2]}",
        f"wtl={word}|{relation}|{tag}",
        f"rp={here}|{person}|{kind}",
        f"rpd={relation[:2]}|{person}|{dep}|{got}|{side}",
        f"z={relation}|{min(high - low, 63).bit_length()}",
        f"nx={relation}|{words.lowers[high] if high < len(words) else 'END'}",
        f"pv={relation}|{words.lowers[low - 1] if low else 'START'}",
        f"lt={relation}|{words.tags[high - 1]}",
        f"ft={relation}|{words.tags[low]}",
    ]
    if head == view.subject:
        single += ["sub", f"sub={word}"]
    parts: list[Part] = [
        (tell_way, (relation, side, quoted, got)),
        (tell_before, (relation, side, dep, f"{above}|{last}", quoted, edge)),
    ]
    if unit.whole:
        take_inside(words, unit, single, parts)
    elif relation[0] in "nl":
        single += describe_sentence(view, unit, quoted)
    return single, parts


def take_inside(words: Words, unit: Unit, single: list[str], parts: list[Part]) -> None:
    """Add what tells of the phrases under a unit's head: do they belong together?"""
    head, relation, deps = unit.head, unit.relation, words.deps
    kids = words.kids[head]
    single.append(f"kr={relation}|{'+'.join(sorted({deps[kid] for kid in kids if kid > head}))}")
    for kid in kids:
        dep = deps[kid]
        if dep == "punct":
            continue
        first = words.left(kid)
        edge = words.texts[first - 1] if first and not words.texts[first - 1][0].isalnum() else ""
        parts.append((tell_kid, (relation, dep, edge, str(kid > head))))
        single.append(f"kw={relation[:6]}|{dep}|{words.lowers[kid]}")
        if dep == "pobj":
            single.append(f"oh={words.lowers[head]}|{words.tags[kid]}|{relation[:2]}")


def tell_way(relation: str, side: str, quoted: str, got: str) -> list[str]:
    """Return features of the way from a cue to a unit, of quotation, and of what has been found before it."""
    here = f"{relation}{side}"
    found = ["1", f"r={relation}", f"rs={here}", f"rq={here}|{quoted}", f"rg={here}|{got}"]
    return [*found, f"rgq={here}|{got}|{quoted}", f"q={quoted}|{side}|{got}"]


def tell_before(relation: str, side: str, dep: str, labels: str, quoted: str, edge: str) -> list[str]:
    """Return features of the labels above a unit and before it, "3|0", and of the mark that it begins behind."""
    here = f"{relation}{side}"
    above, _, last = labels.partition("|")
    found = [f"e={here}|{edge}", f"u={relation}|{above}", f"uq={here[:2]}|{above}|{quoted}|{edge}"]
    return [*found, f"ud={dep}|{labels}|{side}", f"v={relation}|{last}"]


def tell_kid(relation: str, dep: str, edge: str, behind: str) -> list[str]:
    """Return features of a phrase under a unit's head, of the mark it begins behind, and of its side."""
    return [f"kc={relation}|{dep}|{edge}|{behind}", f"kd={relation}|{dep}|{behind}"]


def quoted_state(words: Words, unit: Unit, cue: int) -> str:
    """Return how much of a unit is quoted: "no", "all", "part"; "same" if the cue stands in that quotation."""
    if not words.quotes:
        return "no"
    numbers = {words.quote[i] for i in range(unit.low, unit.high) if words.texts[i][-1].isalnum()}
    outside = -1 in numbers
    if (outside and len(numbers) == 1) or not numbers:
        return "no"
    if words.quote[cue] >= 0 and words.quote[cue] in numbers:
        return "same"
    return "part" if outside else "all"


def describe_sentence(view: View, unit: Unit, quoted: str) -> Iterator[str]:
    """Yield features of a neighbouring sentence: does a quotation of the content go on in it?"""
    words, labels = view.words, view.labels
    running = {words.quote[i] for i, label in labels.items() if label is Label.CONTENT} - {-1}
    here = {words.quote[i] for i in range(unit.low, unit.high)} - {-1}
    yield f"sq={unit.relation[:4]}|{quoted}|{bool(running & here)}|{bool(running)}"
    low, high = words.sentence[view.cue]
    ends = labels.get(high - 2) is Label.CONTENT or labels.get(high - 1) is Label.CONTENT
    starts = labels.get(low) is Label.CONTENT or labels.get(low + 1) is Label.CONTENT
    yield f"se={unit.relation}|{quoted}|{ends}|{starts}"


def runs(words: Words, labels: Mapping[int, Label]) -> Mapping[Label, Sequence[tuple[int, int]]]:
    """Return the token ranges of each label, joined over punctuation and without punctuation at their edges."""
    found: dict[Label, list[tuple[int, int]]] = {label: [] for label in Label}
    for i in sorted(labels):
        if not is_word(words.texts[i]):
            continue
        own = found[labels[i]]
        if own and (own[-1][1] == i or not any(map(is_word, words.texts[own[-1][1] : i]))):
            own[-1] = (own[-1][0], i + 1)
        else:
            own.append((i, i + 1))
    return found


def is_word(text: str) -> bool:
    """Tell whether a token has a letter or digit."""
    return text[0].isalnum() or any(map(str.isalnum, text))


def gold_decider(gold: Sequence[Label]) -> Decide:
    """Return the decisions that lead to these token labels; punctuation takes any label."""

    def decide(view: View, unit: Unit) -> Label:
        texts = view.words.texts
        seen = {gold[i] for i in range(unit.low, unit.high) if is_word(texts[i])}
        if not seen:
            return Label.NONE
        if len(seen) == 1:
            return seen.pop()
        if unit.whole:
            return Label.SPLIT
        counts = [gold[i] for i in range(unit.low, unit.high)]
        return max(seen, key=counts.count)

    return decide
