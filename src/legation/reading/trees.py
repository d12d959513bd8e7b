"""Trees: the parse of a passage as plain lists, since asking spaCy's objects word by word costs more than the work."""

from collections.abc import Iterator
from dataclasses import dataclass

from legation.reading.lemmas import Lemmatizer
from legation.reading.passages import Passage

VERB, NOUN, ADJECTIVE = "verb", "noun", "adjective"
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
RELATIVES = frozenset({"WDT", "WP", "WP$"})
NAMES_AND_NOUNS = ("NN", "PRP", "CD", "WP", "WDT", "DT", "JJ")


@dataclass(frozen=True, slots=True)
class Tree:
    """Words, Penn tags, dependency labels, heads and children of one passage, all by token index."""

    passage: Passage
    words: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    kids: list[list[int]]
    sentence: list[tuple[int, int]]
    lemmas: list[str]

    def children(self, i: int, *labels: str) -> Iterator[int]:
        """Yield the dependents of `i` that carry one of these labels, left to right."""
        return (kid for kid in self.kids[i] if self.deps[kid] in labels)

    def has(self, i: int, *labels: str) -> bool:
        """Tell whether `i` has a dependent with one of these labels."""
        return any(self.deps[kid] in labels for kid in self.kids[i])

    def word_class(self, i: int) -> str | None:
        """Return "verb", "noun", "adjective" or None, by tag."""
        tag = self.tags[i]
        if tag[0] == "V":
            return VERB
        if tag[:2] == "NN":
            return NOUN
        return ADJECTIVE if tag[:2] == "JJ" else None

    def coordinated(self, i: int) -> Iterator[int]:
        """Yield `i` and everything joined to it by conjunction or apposed list after it."""
        yield i
        for kid in self.kids[i]:
            if self.deps[kid] == "conj":
                yield from self.coordinated(kid)

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


def grow_tree(passage: Passage, lemmatizer: Lemmatizer) -> Tree:
    """Read the parse of a passage into lists."""
    doc = passage.doc
    words = [token.text for token in doc]
    tags = [token.tag_ or "XX" for token in doc]
    heads = [token.head.i for token in doc]
    kids: list[list[int]] = [[] for _ in words]
    for i, head in enumerate(heads):
        if head != i:
            kids[head].append(i)
    sentence = [(s.start, s.end) for s in doc.sents for _ in range(s.end - s.start)]
    lemmas = [
        lemmatizer.lemma(word, tag) if tag[0] in "VNJR" else word.lower() for word, tag in zip(words, tags, strict=True)
    ]
    return Tree(passage, words, tags, [token.dep_ for token in doc], heads, kids, sentence, lemmas)
