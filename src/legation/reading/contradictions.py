"""Contradictions: what a report, a claim or a rumour tells that somebody denies did not happen, on that word.

"Denied that it had shelled" needs no more than the verb; in "denied reports that it had shelled" a noun of telling
stands between, and what it tells would pass as done.
"""

from legation.lexicon.status import StatusKind
from legation.lexicon.wordlists import words_of
from legation.reading.claim import Status
from legation.reading.moods import NEGATIVE, is_finite, is_negated
from legation.reading.statuswords import StatusWords
from legation.reading.trees import ADJECTIVE, NOUN, VERB, Tree

# Prepositions behind which stands what is told: "accusations of sending", "reports about an attack".
ABOUT = frozenset({"of", "about", "on"})


def find_contradiction(tree: Tree, at: int, words: StatusWords) -> Status | None:
    """Return what the denial of a telling makes of the clause or event noun told; None if nothing denies it.

    "Denied reports that it had halted supplies": denied. "Did not deny reports that …": possible, and so is what
    reports tell that somebody had nothing to say on.
    """
    doubted = of_predicate(tree, at, words)
    if doubted is not None:
        return doubted
    noun = noun_over(tree, at)
    if noun is not None and tree.lemmas[noun] in words_of("signs") and is_missing(tree, noun):
        return Status.POSSIBLE
    if noun is None or words.get(StatusKind.TELLING, tree.lemmas[noun]) is None:
        return None
    if tree.deps[noun] == "pobj" and tree.lemmas[tree.heads[tree.heads[noun]]] in words_of("commenting"):
        return Status.POSSIBLE
    verb = contradiction_over(tree, noun, words)
    if verb is None:
        return None
    return Status.POSSIBLE if is_negated(tree, verb) else Status.DENIED


def of_predicate(tree: Tree, at: int, words: StatusWords) -> Status | None:
    """Return what is made of a clause by what it is said to be: "it is untrue that", "it is doubtful that"."""
    verb = tree.heads[at]
    if tree.deps[at] not in ("ccomp", "csubj") or tree.lemmas[verb] != "be":
        return None
    for kid in tree.children(verb, "acomp", "attr"):
        word = tree.words[kid].lower()
        if words.get(StatusKind.CONTRADICTION, word):
            return Status.POSSIBLE if is_negated(tree, verb) else Status.DENIED
        if word in ("true", "case") and is_negated(tree, verb):
            return Status.DENIED
        if words.status(StatusKind.GOVERNOR, word) is Status.POSSIBLE:
            return Status.POSSIBLE
    return None


def is_missing(tree: Tree, noun: int) -> bool:
    """Tell whether there is no such thing, or none is seen: "no sign", "has not shown evidence"."""
    if any(tree.words[kid].lower() in NEGATIVE for kid in tree.children(noun, "det", "amod")):
        return True
    verb = tree.heads[noun]
    return tree.deps[noun] in ("dobj", "attr") and tree.word_class(verb) == VERB and is_negated(tree, verb)


def noun_over(tree: Tree, at: int) -> int | None:
    """Return the noun that a finite clause, or what stands behind "of", says the content of; None if there is none."""
    label, head = tree.deps[at], tree.heads[at]
    if label in ("pcomp", "pobj"):
        about = tree.words[head].lower() in ABOUT and tree.deps[head] == "prep"
        return tree.heads[head] if about else None
    if label not in ("acl", "ccomp", "relcl") or tree.word_class(head) != NOUN or not is_finite(tree, at):
        return None
    if label == "relcl" and any(tree.tags[kid] in ("WDT", "WP") and tree.deps[kid] != "mark" for kid in tree.kids[at]):
        return None
    if tree.deps[head] == "pobj" and tree.words[tree.heads[head]].lower() in ("by", "in", "from"):
        # "A report by Reuters that …": the parser takes the clause for the nearer noun's.
        return tree.heads[tree.heads[head]]
    return head


def contradiction_over(tree: Tree, noun: int, words: StatusWords) -> int | None:
    """Return the verb that denies what a noun tells: as its object, or as a subject that "is false"."""
    label, head = tree.deps[noun], tree.heads[noun]
    if label in ("dobj", "nsubjpass") and words.get(StatusKind.CONTRADICTION, tree.lemmas[head]):
        return head
    if label in ("nsubj", "dobj"):
        # "Are false", and where the parser gives the adjective a subject of its own: "called reports … false".
        spots = (head, *tree.children(head, "xcomp"))
        said = [word for spot in spots for word in tree.children(spot, "acomp", "attr", "oprd")]
        said = [head] if tree.word_class(head) == ADJECTIVE else said
        if any(words.get(StatusKind.CONTRADICTION, tree.words[word].lower()) for word in said):
            return head
    return None


def is_denied_telling(tree: Tree, noun: int, words: StatusWords) -> bool:
    """Tell whether a noun of telling is denied: then it was told all the same."""
    told = words.get(StatusKind.TELLING, tree.lemmas[noun]) is not None
    return told and contradiction_over(tree, noun, words) is not None
