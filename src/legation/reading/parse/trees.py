"""Trees: the parse of a passage as plain lists, since asking spaCy's objects word by word costs more than the work."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from numpy import int64
from spacy.attrs import DEP, HEAD, IDX, LENGTH, SENT_START, TAG

from legation.documents.span import Span
from legation.reading.parse.lemmas import Lemmatizer
from legation.reading.parse.mending.passes import find_fired, mend
from legation.reading.parse.mending.repair import Parse
from legation.reading.parse.mending.seams import sew
from legation.reading.parse.passages import Passage

VERB, NOUN, ADJECTIVE = "verb", "noun", "adjective"
# By the first two letters of a tag.
CLASSES = {"VB": VERB, "NN": NOUN, "JJ": ADJECTIVE}
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
RELATIVES = frozenset({"WDT", "WP", "WP$"})
# The first letters of the tags of words that have lemmas.
INFLECTED = "VNJR"
NAMES_AND_NOUNS = ("NN", "PRP", "CD", "WP", "WDT", "DT", "JJ")


@dataclass(frozen=True, slots=True)
class Tree:
    """Words, Penn tags, dependency labels, heads and children of one passage, all by token index.

    `starts` and `ends` are characters of the passage; `sentence` gives each token its sentence's first token and end.
    `classes` holds what `word_class` tells. The rest keeps what has been worked out once, since every frame of a word
    asks for it: logical objects of verbs, prepositions under a word, the phrases a word ends, what a
    condition may call a noun or a verb's objects, what stands in a slot, what prepositions govern.
    """

    passage: Passage
    words: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    kids: list[list[int]]
    sentence: list[tuple[int, int]]
    lemmas: list[str]
    starts: list[int]
    ends: list[int]
    classes: list[str | None]
    objects: dict[int, list[int]] = field(default_factory=dict)
    prepositions: dict[int, list[tuple[str, int]]] = field(default_factory=dict)
    phrases: dict[int, list[str]] = field(default_factory=dict)
    names: dict[int, frozenset[str]] = field(default_factory=dict)
    objects_named: dict[int, frozenset[str]] = field(default_factory=dict)
    slots: dict[tuple[object, ...], dict[str, list[int]]] = field(default_factory=dict)
    governed: dict[tuple[object, ...], dict[str, list[int]]] = field(default_factory=dict)

    def span(self, low: int, high: int) -> Span:
        """Return where the tokens from `low` up to but without `high` stand in the document's text."""
        return Span(self.passage.start + self.starts[low], self.passage.start + self.ends[high - 1])

    def tokens(self, span: Span) -> tuple[int, int]:
        """Return the first token that a span of the passage touches and the one after the last."""
        low, high = span.start - self.passage.start, span.end - self.passage.start
        return bisect_right(self.ends, low), bisect_left(self.starts, high)

    def children(self, i: int, *labels: str) -> Iterator[int]:
        """Yield the dependents of `i` that carry one of these labels, left to right."""
        deps = self.deps
        return iter([kid for kid in self.kids[i] if deps[kid] in labels])

    def has(self, i: int, *labels: str) -> bool:
        """Tell whether `i` has a dependent with one of these labels."""
        return self.kid(i, *labels) is not None

    def kid(self, i: int, *labels: str) -> int | None:
        """Return the first dependent of `i` that carries one of these labels, None if none does."""
        deps = self.deps
        for kid in self.kids[i]:
            if deps[kid] in labels:
                return kid
        return None

    def word_class(self, i: int) -> str | None:
        """Return "verb", "noun", "adjective" or None, by tag."""
        return self.classes[i]

    def coordinated(self, i: int) -> Iterator[int]:
        """Yield `i` and everything joined to it by conjunction or apposed list after it, but for "and not Chile"."""
        yield i
        for kid in self.kids[i]:
            if self.deps[kid] == "conj" and not self.is_set_apart(kid):
                yield from self.coordinated(kid)

    def is_set_apart(self, i: int) -> bool:
        """Tell whether a party, or the phrase of one, is named as not meant: "not Chile", "but not by Niger"."""
        return self.tags[i][0] in "NI" and any(self.deps[kid] == "neg" and kid < i for kid in self.kids[i])

    def subtree(self, i: int) -> tuple[int, int]:
        """Return the first token of the phrase under `i` and the one after its last."""
        low = high = i
        stack = [i]
        while stack:
            at = stack.pop()
            low, high = min(low, at), max(high, at)
            stack.extend(self.kids[at])
        return low, high + 1

    def ancestors(self, i: int) -> Iterator[int]:
        """Yield the heads above `i`, nearest first."""
        while self.heads[i] != i:
            i = self.heads[i]
            yield i

    def under(self, i: int, top: int) -> bool:
        """Tell whether `i` is `top` or stands below it."""
        return i == top or top in self.ancestors(i)


def grow_trees(passages: Sequence[Passage], lemmatizer: Lemmatizer) -> list[Tree]:
    """Read the parses of a document into lists, a tree a passage."""
    return [grow_tree(passage, lemmatizer) for passage in passages]


def grow_tree(passage: Passage, lemmatizer: Lemmatizer) -> Tree:
    """Read the parse of a passage into lists, and set it right."""
    parse, starts, ends, begins = take_parse(passage, lemmatizer)
    sentence = sentences_of(sew(parse, begins))
    mend(parse)
    classes = [CLASSES.get(tag[:2]) for tag in parse.tags]
    return Tree(
        passage,
        parse.words,
        parse.tags,
        parse.deps,
        parse.heads,
        parse.kids,
        sentence,
        parse.lemmas,
        starts,
        ends,
        classes,
    )


def repairs_of(passage: Passage, lemmatizer: Lemmatizer) -> list[str]:
    """Return the names of the repairs that change the parse of a passage, in the order in which they do."""
    parse, _, _, begins = take_parse(passage, lemmatizer)
    sew(parse, begins)
    return find_fired(parse)


def take_parse(passage: Passage, lemmatizer: Lemmatizer) -> tuple[Parse, list[int], list[int], list[int]]:
    """Return the parse as the model gives it, where each token starts and ends, and spaCy's marks of first tokens."""
    rows: Any = passage.doc.to_array([IDX, LENGTH, TAG, DEP, HEAD, SENT_START])
    starts, lengths, offsets, begins = rows[:, [0, 1, 4, 5]].astype(int64).T.tolist()
    tags, deps = rows[:, [2, 3]].T.tolist()
    strings = passage.doc.vocab.strings
    names = {key: strings[key] for key in {*tags, *deps}}
    ends = [start + length for start, length in zip(starts, lengths, strict=True)]
    words = [passage.text[start:end] for start, end in zip(starts, ends, strict=True)]
    tagged = [names[tag] or "XX" for tag in tags]
    heads = [i + offset for i, offset in enumerate(offsets)]
    lemmas = [
        lemmatizer.lemma(word, tag) if tag[0] in INFLECTED else word.lower()
        for word, tag in zip(words, tagged, strict=True)
    ]
    parse = Parse(words, tagged, lemmas, [names[dep] for dep in deps], heads, kids_of(heads), lemmatizer)
    return parse, starts, ends, begins


def kids_of(heads: Sequence[int]) -> list[list[int]]:
    """Return for each token those that depend on it, in text order; a root is its own head."""
    kids: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            kids[head].append(i)
    return kids


def sentences_of(begins: Sequence[int]) -> list[tuple[int, int]]:
    """Return for each token where its sentence starts and ends, from spaCy's marks (1 at a first token)."""
    firsts = [i for i, mark in enumerate(begins) if mark == 1 or i == 0]
    bounds = zip(firsts, [*firsts[1:], len(begins)], strict=True)
    return [bound for bound in bounds for _ in range(bound[1] - bound[0])]
