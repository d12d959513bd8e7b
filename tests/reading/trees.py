"""The tree of a sentence, as tests of the repairs of its parse look at it."""

from spacy.language import Language

from legation.reading.lemmas import load_lemmatizer
from legation.reading.passages import parse_passages
from legation.reading.trees import Tree, grow_trees
from tests.builders import make_document


def grow(nlp: Language, text: str) -> Tree:
    """Return the tree of a text of one passage, its parse repaired."""
    (tree,) = grow_trees(parse_passages(make_document(text), nlp), load_lemmatizer())
    return tree
