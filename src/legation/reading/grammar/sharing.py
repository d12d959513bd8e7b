"""Sharing: objects and doers of a verb that stand beside it: what verbs have together, who is asked, what has gone.

What a verb governs itself is told in `legation.reading.grammar.clauses`.
"""

from collections.abc import Iterator

from legation.lexicon.wordlists import words_of
from legation.reading.parse.trees import SUBJECTS, Tree

OBJECTS = ("dobj", "obj")


def doers_of_next(tree: Tree, verb: int) -> Iterator[int]:
    """Yield who else is asked: "asked Chad to leave and Mali to apologise"."""
    if tree.lemmas[verb] in words_of("asking of several") and tree.has(verb, "xcomp"):
        for act in tree.children(verb, "ccomp"):
            if any(tree.tags[aux] == "TO" for aux in tree.children(act, "aux")):
                yield from tree.children(act, "nsubj")


def doers_of_infinitives(tree: Tree, verb: int) -> Iterator[int]:
    """Yield who is to do what an infinitive with a subject under the verb says: "wants Chad to leave"."""
    for kid in tree.children(verb, "ccomp", "xcomp"):
        # "Ministers to meet, says envoy": he says it to nobody there.
        if kid > verb and any(tree.tags[aux] == "TO" for aux in tree.children(kid, "aux")):
            for subject in tree.children(kid, "nsubj", "nsubjpass"):
                yield from tree.coordinated(subject)


def told_of(tree: Tree, verb: int) -> list[int]:
    """Return what a relative clause without an object of its own is about: "the boats that Chad seized"."""
    # "Chad, which officials say sent troops": what the clause is about stands in what they say.
    gapped = tree.deps[verb] == "relcl" and tree.has(verb, *SUBJECTS) and not tree.has(verb, "ccomp")
    # "Odessa, where he refused to sign": he refused no town.
    gapped = gapped and not any(tree.tags[kid] == "WRB" for kid in tree.children(verb, "advmod"))
    return list(tree.coordinated(tree.heads[verb])) if gapped and not pronoun_gap(tree, verb) else []


def names_before(tree: Tree, participle: int) -> list[int]:
    """Return the name left of a participle that the parser packed into its object's phrase ("Iran selling drones")."""
    return [
        kid
        for kid in tree.children(tree.heads[participle], "compound", "nmod", "poss")
        if kid < participle and tree.tags[kid][:3] == "NNP" and tree.words[kid + 1] != "'s"
    ]


def pronoun_gap(tree: Tree, verb: int) -> bool:
    """Tell whether the relative pronoun has a place of its own under the verb, so that no gap is left for an object."""
    return any(tree.tags[kid] in ("WDT", "WP") and tree.deps[kid] in SUBJECTS for kid in tree.kids[verb]) or any(
        tree.tags[grand] in ("WDT", "WP") for kid in tree.children(verb, "prep") for grand in tree.kids[kid]
    )


def shared_object(tree: Tree, verb: int) -> list[int]:
    """Return the object that the last of several coordinated verbs has for all ("condemned and rejected the plan")."""
    kids = list(tree.children(tree.heads[verb], *OBJECTS))
    later = [kid for kid in kids if kid > verb]
    return [noun for kid in later for noun in tree.coordinated(kid)]
