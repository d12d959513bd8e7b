"""Repairs of the parse: what each of them has in its hands, and when it has anything to do.

A small parser goes astray in ways that grammar tells: two subjects of one verb, a verb tagged as a noun, a clause hung
on what it cannot belong to. Each class of such errors has a module of its own, whose pass over a passage hangs words
elsewhere, or tags them anew, by the methods of `Parse`. `passes` has them in their order.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from legation.lexicon.wordlists import words_of
from legation.reading.parse.lemmas import Lemmatizer

FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Parse:
    """The parse of a passage as a `Tree` has it; all but the words may be changed by repairs.

    `lows` are the words in lower case.
    """

    words: list[str]
    tags: list[str]
    lemmas: list[str]
    deps: list[str]
    heads: list[int]
    kids: list[list[int]]
    lemmatizer: Lemmatizer
    lows: list[str] = field(init=False)

    def __post_init__(self) -> None:
        """Keep the words in lower case, which most repairs ask for."""
        object.__setattr__(self, "lows", [word.lower() for word in self.words])

    def first(self, i: int) -> int:
        """Return the first token of the phrase under token i."""
        return min([i, *(self.first(kid) for kid in self.kids[i] if kid < i)])

    def last(self, i: int) -> int:
        """Return the last token of the phrase under token i."""
        return max([i, *(self.last(kid) for kid in self.kids[i] if kid > i)])

    def above(self, i: int) -> Iterator[int]:
        """Yield the heads above token i, nearest first."""
        while self.heads[i] != i:
            i = self.heads[i]
            yield i

    def has(self, i: int, *links: str) -> bool:
        """Tell whether something hangs on token i by one of these links."""
        return self.kid(i, *links) is not None

    def kid(self, i: int, *links: str) -> int | None:
        """Return the first token that hangs on token i by one of these links, None if none does."""
        for kid in self.kids[i]:
            if self.deps[kid] in links:
                return kid
        return None

    def move(self, i: int, head: int, dep: str) -> None:
        """Hang token i on another head; it stays where it is if that stands below it, for a tree has no circles."""
        at = head
        while at not in (i, self.heads[at]):
            at = self.heads[at]
        if at == i != head:
            return
        old = self.heads[i]
        if old != i:
            self.kids[old].remove(i)
        self.heads[i], self.deps[i] = head, dep
        if head != i:
            self.kids[head] = sorted([*self.kids[head], i])

    def hand(self, tokens: Iterable[int], head: int) -> None:
        """Hang each of these tokens on another head, by the link it has."""
        for i in tokens:
            self.move(i, head, self.deps[i])

    def replace(self, old: int, new: int) -> None:
        """Hang token `new` where token `old` hangs: on its head, by its link; it is a root if that is one."""
        head = self.heads[old]
        self.move(new, new if head == old else head, self.deps[old])

    def retag(self, i: int, tag: str) -> None:
        """Give token i another tag and the lemma that goes with it."""
        self.tags[i], self.lemmas[i] = tag, self.lemmatizer.lemma(self.words[i], tag)


@dataclass(frozen=True, slots=True)
class Repair:
    """One pass over a passage, and what wakes it: without these it could find nothing there.

    Of each set that is not empty one member must occur in the passage: `links` and `tags` of its tokens, `words` in
    lower case, lemmas of the word list `lemmas`.
    """

    run: Callable[[Parse], None]
    links: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    lemmas: str = ""

    @property
    def name(self) -> str:
        """The name of the module that holds the pass, which is that of the class of errors it mends."""
        return self.run.__module__.rpartition(".")[2]

    def wakes(self, parse: Parse) -> bool:
        """Tell whether the passage holds what the pass looks for."""
        return not (
            (self.words and self.words.isdisjoint(parse.lows))
            or (self.links and self.links.isdisjoint(parse.deps))
            or (self.tags and self.tags.isdisjoint(parse.tags))
            or (self.lemmas and words_of(self.lemmas).isdisjoint(parse.lemmas))
        )
