"""Prepositions: those under a word, with the particles and adverbs that hand theirs on."""

from collections.abc import Iterator

from legation.reading.parse.trees import Tree

PARTICLES = frozenset(
    "out off up down back away in over on through forward aside along around apart together ahead by under".split()
)
# Labels and tags of prepositions; "including" and "due to" are tagged otherwise.
PREPOSITIONAL = frozenset({"prep", "dative", "agent", "prt"})
PREPOSITION_TAGS = frozenset({"IN", "TO", "RP", "RB", "VBG", "JJ", "VBN"})
# Adverbs that hand their preposition on: "close to Oman" is a place for what stands before, "prior to" is none.
NEAR = PARTICLES | {"close", "closer", "near", "nearer", "adjacent", "next", "opposite"}
# Frames name a preposition once.
SPELLINGS = {"towards": "toward", "amongst": "among", "inside": "in"}


def prepositions(tree: Tree, i: int) -> list[tuple[str, int]]:
    """Return each (preposition, its token) under a word; "out of" gives "of", "according to" only itself."""
    found = tree.prepositions.get(i)
    if found is None:
        found = tree.prepositions[i] = list(find_prepositions(tree, i)) if tree.kids[i] else []
    return found


def find_prepositions(tree: Tree, i: int) -> Iterator[tuple[str, int]]:
    """Yield what `prepositions` keeps."""
    for kid in tree.kids[i]:
        label = tree.deps[kid]
        if label in PREPOSITIONAL and tree.tags[kid] in PREPOSITION_TAGS and not tree.is_set_apart(kid):
            word = tree.words[kid].lower()
            word = SPELLINGS.get(word, word)
            # "Expelled them instead of charging them": they were not expelled of, or over, that.
            word = "instead of" if word == "of" and kid and tree.words[kid - 1].lower() == "instead" else word
            yield word, kid
            # "Sent ships to Peru and to Chile".
            second = [at for at in tree.children(kid, "conj") if tree.tags[at] in ("IN", "TO")]
            yield from ((tree.words[at].lower(), at) for at in second if not tree.is_set_apart(at))
            if label == "prep":
                joined = word not in PARTICLES
                yield from ((f"{word} {last}" if joined else last, at) for last, at in prepositions(tree, kid))
        elif label == "advmod" and tree.words[kid].lower() in NEAR:
            yield from ((word, at) for word, at in prepositions(tree, kid))
