"""A passage's tree with what attributions need besides: characters, spacing and quotations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from numpy import asarray, float32, zeros
from numpy.typing import NDArray

from legation.documents.span import Span
from legation.reading.parse.quotemarks import Quote, find_quotes
from legation.reading.parse.trees import Tree


@dataclass(frozen=True, slots=True)
class Words:
    """One passage, token by token; lists are indexed by token, and `heads` and `kids` hold token indices.

    `starts` and `ends` are characters of the document; `sentence[i]` is the half-open token range of the sentence
    of token i; `quote[i]` is the number of the innermost quotation it stands in (marks included), or -1. `vectors`
    has a row per token, by which the tagger and the parser know it in its place; no rows if nothing was tagged.
    """

    texts: Sequence[str]
    lowers: Sequence[str]
    lemmas: Sequence[str]
    tags: Sequence[str]
    deps: Sequence[str]
    heads: Sequence[int]
    kids: Sequence[Sequence[int]]
    sentence: Sequence[tuple[int, int]]
    starts: Sequence[int]
    ends: Sequence[int]
    quotes: Sequence[Quote]
    quote: Sequence[int]
    vectors: NDArray[float32] = field(default_factory=lambda: zeros((0, 0), float32))

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.texts)

    def left(self, i: int) -> int:
        """Return the first token of the subtree of token i."""
        kids = self.kids
        while kids[i] and kids[i][0] < i:
            i = kids[i][0]
        return i

    def right(self, i: int) -> int:
        """Return the last token of the subtree of token i."""
        kids = self.kids
        while kids[i] and kids[i][-1] > i:
            i = kids[i][-1]
        return i

    def kids_of(self, i: int, *deps: str) -> Iterator[int]:
        """Yield the dependents of token i that have one of the given functions, in text order."""
        return (kid for kid in self.kids[i] if self.deps[kid] in deps)

    def kid_of(self, i: int, *deps: str) -> int:
        """Return the first dependent of token i that has one of the given functions, or -1."""
        for kid in self.kids[i]:
            if self.deps[kid] in deps:
                return kid
        return -1

    def span(self, low: int, high: int) -> Span:
        """Return the characters of the document that tokens `[low, high)` cover."""
        return Span(self.starts[low], self.ends[high - 1])


def list_words(tree: Tree) -> Words:
    """Return the lists of one parsed passage."""
    passage, texts = tree.passage, tree.words
    starts = [passage.start + start for start in tree.starts]
    ends = [passage.start + end for end in tree.ends]
    spaced = [after > end for end, after in zip(ends, [*starts[1:], ends[-1] + 1], strict=True)] if texts else []
    quotes = find_quotes(texts, tree.tags, spaced)
    return Words(
        texts=texts,
        lowers=[text.lower() for text in texts],
        lemmas=tree.lemmas,
        tags=tree.tags,
        deps=tree.deps,
        heads=tree.heads,
        kids=tree.kids,
        sentence=tree.sentence,
        starts=starts,
        ends=ends,
        quotes=quotes,
        quote=number_quotes(quotes, len(texts)),
        vectors=asarray(tree.passage.doc.tensor, float32),
    )


def number_quotes(quotes: Sequence[Quote], length: int) -> list[int]:
    """Return for each token the number of the innermost quotation around it, or -1."""
    numbers = [-1] * length
    for number, quote in sorted(enumerate(quotes), key=lambda item: item[1].depth):
        for i in range(quote.low, quote.high):
            numbers[i] = number
    return numbers
