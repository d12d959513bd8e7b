"""Introduced quotations: a paragraph that ends with a colon says whose words the quoted paragraph below it is.

"The statement reads, in the parts that matter:" and below it "“The Sides welcomed the accord. …”".
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from legation.documents.span import Span
from legation.lexicon.wordlists import words_of
from legation.reading.attribution.carried import is_quotation
from legation.reading.attribution.writings import find_mention
from legation.reading.claim import Attribution, Mention, Speech
from legation.reading.parse.mending.reports import reporting_verbs
from legation.reading.parse.passages import Passage
from legation.reading.parse.trees import SUBJECTS, VERB, Tree

COLON = ":"


def introduce(trees: Sequence[Tree], mentions: Sequence[Mention]) -> Iterator[Attribution]:
    """Yield for each quoted paragraph that the paragraph before it introduces an attribution of the whole of it."""
    for tree, below in pairwise(trees):
        if tree.passage.text.rstrip().endswith(COLON) and is_quotation(below.passage.text):
            yield from introduced(tree, below.passage, mentions)


def introduced(tree: Tree, quoted: Passage, mentions: Sequence[Mention]) -> Iterator[Attribution]:
    """Yield the attribution of a quoted paragraph to the subject of the last verb before its colon that gives words."""
    low = tree.sentence[len(tree.words) - 1][0]
    verbs = [at for at in range(low, len(tree.words)) if gives_words(tree, at)]
    if not verbs:
        return
    verb = verbs[-1]
    subject = subjects_of(tree, verb)[0]
    first, end = tree.subtree(subject)
    source, words = tree.span(first, end), quoted.text
    start, stop = len(words) - len(words.lstrip("\"'`")), len(words.rstrip("\"'`"))
    mention = find_mention(tree.span(subject, subject + 1), mentions)
    text = tree.passage.text[source.start - tree.passage.start : source.end - tree.passage.start]
    content = Span(quoted.start + start, quoted.start + stop)
    yield Attribution("", (source,), (tree.span(verb, verb + 1),), (content,), mention, text, Speech.DIRECT, None)


def gives_words(tree: Tree, at: int) -> bool:
    """Tell whether a verb with a subject says that words follow."""
    gives = tree.lemmas[at] in reporting_verbs() or tree.lemmas[at] in words_of("giving words")
    return gives and tree.word_class(at) == VERB and bool(subjects_of(tree, at))


def subjects_of(tree: Tree, verb: int) -> list[int]:
    """Return the subject of a verb, or of the one that it is joined to by "and"."""
    own = list(tree.children(verb, *SUBJECTS))
    joined = not own and tree.deps[verb] == "conj"
    return own or (list(tree.children(tree.heads[verb], *SUBJECTS)) if joined else [])
