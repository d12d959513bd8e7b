"""Acknowledged: what somebody welcomes, raises, rejects or discusses, which the author tells as it is.

"Welcomed the grain that Ghana had sent", "expressed concern at the ramming of a boat", "rejected the duties imposed by
Peru", "looked forward to receiving the envoy": that there was grain, a ramming, are duties, will be a visit is no
message of the speaker's. What a clause tells is: "noted that Chad had left"; so is what is charged: "rejected reports
of a raid". Thanks are: who is thankful for shells says that they came, and a record wants to know who has said so.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.trees import NOUN, Tree

# How what stands in a noun phrase hangs together; a clause with a message of its own hangs on otherwise.
NOMINAL = frozenset(
    "dobj nsubjpass dative pobj prep pcomp acl relcl amod compound nmod poss conj appos agent nummod".split()
)
MESSAGES = frozenset({"that", "whether", "if"})


def is_acknowledged(tree: Tree, token: int, cue: int) -> bool:
    """Tell whether a word stands in the noun phrase that a word of acknowledgement is about."""
    if not acknowledges(tree, cue):
        return False
    for at in (token, *tree.ancestors(token)):
        if at == cue:
            return True
        charged = at != token and tree.word_class(at) == NOUN and tree.lemmas[at] in words_of("names of charges")
        if charged or tree.deps[at] not in NOMINAL or is_message(tree, at) or is_beside(tree, at, cue):
            return False
    return False


def acknowledges(tree: Tree, cue: int) -> bool:
    """Tell whether a word takes up what is so: "welcomed", "look forward to", "concern at"."""
    if tree.word_class(cue) == NOUN:
        return tree.lemmas[cue] in words_of("feelings in words")
    forward = any(tree.words[kid].lower() == "forward" for kid in tree.kids[cue])
    return tree.lemmas[cue] in words_of("acknowledging") or (tree.lemmas[cue] == "look" and forward)


def is_message(tree: Tree, verb: int) -> bool:
    """Tell whether a clause under a noun says what somebody holds: "voiced hope that Chad would leave"."""
    if tree.deps[verb] not in ("acl", "relcl"):
        return False
    return any(tree.deps[kid] == "mark" and tree.words[kid].lower() in MESSAGES for kid in tree.kids[verb])


def is_beside(tree: Tree, verb: int, cue: int) -> bool:
    """Tell whether a verb is only joined to the one that acknowledges: "thanked Chad and said"."""
    return tree.deps[verb] == "conj" and tree.heads[verb] == cue
