"""The tree of a sentence, as tests of the repairs of its parse look at it."""

from spacy.language import Language

from legation.reading.parse.lemmas import load_lemmatizer
from legation.reading.parse.mending.repair import Parse
from legation.reading.parse.passages import parse_passages
from legation.reading.parse.trees import Tree, grow_trees, kids_of
from tests.builders import make_document


def grow(nlp: Language, text: str) -> Tree:
    """Return the tree of a text of one passage, its parse repaired."""
    (tree,) = grow_trees(parse_passages(make_document(text), nlp), load_lemmatizer())
    return tree


def build(rows: str, lemmas: dict[str, str] | None = None) -> Parse:
    """Return a parse written as "word/TAG/link>head", the head by its word; lemmas are the words but where given."""
    cells = [row.rsplit("/", 2) for row in rows.split()]
    words = [cell[0] for cell in cells]
    links = [cell[2].split(">") for cell in cells]
    heads = [words.index(head) for _, head in links]
    named = [(lemmas or {}).get(word, word.lower()) for word in words]
    return Parse(
        words, [cell[1] for cell in cells], named, [link for link, _ in links], heads, kids_of(heads), load_lemmatizer()
    )


def link_of(parse: Parse, word: str) -> tuple[str, str]:
    """Return how a word hangs, and on which word."""
    at = parse.words.index(word)
    return parse.deps[at], parse.words[parse.heads[at]]
