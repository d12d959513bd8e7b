"""Contradictions: what a report, a claim or a rumour tells that somebody denies did not happen, on that word.

"Denied that it had shelled" needs no more than the verb; in "denied reports that it had shelled" a noun of telling
stands between, and what it tells would pass as done. So it would in "it is not true that it had shelled", which says
what is so of the clause itself.
"""

from legation.lexicon.status import StatusKind
from legation.lexicon.wordlists import words_of
from legation.reading.claim import Status
from legation.reading.parse.trees import ADJECTIVE, NOUN, VERB, Tree
from legation.reading.status.moods import NEGATIVE, is_finite, is_negated, opening_word, own_status
from legation.reading.status.statuswords import StatusWords

# Prepositions behind which stands what is told: "accusations of sending", "reports about an attack".
ABOUT = frozenset({"of", "about", "on"})
# What a clause has that lacks no object.
COMPLETED = ("dobj", "prep", "ccomp", "xcomp", "nsubjpass", "attr", "acomp", "prt", "agent", "advmod")
# Behind these stands whose telling it is.
TOLD_BY = frozenset({"by", "from", "of", "made", "in"})


def find_contradiction(tree: Tree, at: int, words: StatusWords) -> Status | None:
    """Return what the denial of a telling makes of the clause or event noun told; None if nothing denies it.

    "Denied reports that it had halted supplies": denied. "Did not deny reports that …": possible, and so is what
    reports tell that somebody had nothing to say on.
    """
    judged = judge_clause(tree, at, words)
    if judged is not None:
        return judged
    noun = noun_over(tree, at)
    if noun is None:
        return None
    if tree.lemmas[noun] in words_of("signs") and is_missing(tree, noun):
        return Status.POSSIBLE
    if words.get(StatusKind.TELLING, tree.lemmas[noun]) is not None:
        commented = tree.deps[noun] == "pobj" and tree.lemmas[tree.heads[tree.heads[noun]]] in words_of("commenting")
        judged = Status.POSSIBLE if commented else contradiction_over(tree, noun, words)
        if judged is not None:
            return judged
    return Status.POSSIBLE if is_hearsay(tree, noun, at) else None


def is_hearsay(tree: Tree, noun: int, told: int) -> bool:
    """Tell whether nobody is named whose telling a noun is, and nobody confirms it: "there were claims that …".

    Of what it is on ("a report on the raid") nothing is said, nor of what was done to it ("a claim that Chad rejects").
    """
    whole = opening_word(tree, told) == "that" and tree.has(told, *COMPLETED)
    if tree.lemmas[noun] not in words_of("told by nobody") or not whole:
        return False
    behind = [kid for kid in tree.children(noun, "prep", "acl") if kid < told and tree.words[kid].lower() in TOLD_BY]
    start = tree.sentence[noun][0]
    named = (kid for kid in tree.kids[noun] if kid < noun and tree.words[kid][0].isupper())
    owned = behind or tree.has(noun, "poss") or any(tree.tags[kid][:3] == "NNP" or kid > start for kid in named)
    verb = tree.heads[noun]
    made = tree.deps[noun] == "dobj" and tree.lemmas[verb] in words_of("making claims")
    return not owned and not made and tree.lemmas[verb] not in words_of("proving")


def judge_clause(tree: Tree, at: int, words: StatusWords) -> Status | None:
    """Return what somebody makes of a clause by saying whether it is so; None if nobody does.

    "It is not true that Chad shelled it", "that Chad shelled it is a lie", "it is wrong to say that Chad shelled it".
    """
    head = tree.heads[at]
    if tree.deps[at] in ("acl", "relcl") and tree.deps[head] == "attr" and tree.words[head + 1].lower() == "that":
        # "It is not the case that …": the parser may hang the clause on the noun.
        return verdict_on(tree, tree.heads[head], words) if tree.lemmas[head] in words_of("what is so") else None
    behind = [kid for kid in tree.children(at, "dep") if kid > at]
    if behind and tree.words[tree.subtree(at)[0]].lower() == "that":
        # "That Chad left is a lie": the parser may hang what is said of the clause on its verb.
        return verdict_on(tree, behind[0], words, judged=True)
    if tree.deps[at] not in ("ccomp", "csubj", "advcl") or not is_finite(tree, at):
        return None
    copula = tree.heads[head] if tree.deps[head] in ("xcomp", "acomp", "attr", "csubj") else head
    said = tree.deps[head] in ("xcomp", "csubj") and tree.lemmas[head] in words_of("put as said")
    silent = tree.deps[at] == "ccomp" and tree.lemmas[head] in words_of("put as said") | words_of("proving")
    silent = silent and is_that(tree, at)
    if silent and own_status(tree, head, words) is Status.DENIED:
        # What a report does not say may be so all the same.
        return Status.POSSIBLE
    if tree.lemmas[copula] != "be" or (head != copula and not said and tree.word_class(head) == VERB):
        return None
    if tree.deps[at] == "advcl" and opening_word(tree, at) != "that":
        return None
    return verdict_on(tree, copula, words, judged=not said)


def is_that(tree: Tree, clause: int) -> bool:
    """Tell whether a clause tells that something is so, and asks neither why nor how."""
    first, _ = tree.subtree(clause)
    return opening_word(tree, clause) == "that" or tree.tags[first] not in ("WRB", "WP", "WDT")


def verdict_on(tree: Tree, verb: int, words: StatusWords, *, judged: bool = False) -> Status | None:
    """Return what the predicate of a verb says of what it is told of: "is untrue", "is not the case", "is a lie".

    Of a clause that is `judged`, "it is wrong that they left" says that they did.
    """
    tops = [*tree.children(verb, "acomp", "attr", "oprd")]
    for under in tree.children(verb, "xcomp"):
        # "Turned out to be false".
        tops += [*tree.children(under, "acomp", "attr")] if tree.lemmas[under] == "be" else []
    said = {tree.words[top].lower() for top in tops} - (words_of("valuing") if judged else frozenset())
    negated = is_negated(tree, verb)
    if said & words_of("unproven"):
        return Status.POSSIBLE
    if any(words.get(StatusKind.CONTRADICTION, word) for word in said):
        return Status.POSSIBLE if negated else Status.DENIED
    if negated and said & words_of("what is so"):
        return Status.DENIED
    doubted = any(words.status(StatusKind.GOVERNOR, word) is Status.POSSIBLE for word in said)
    return Status.POSSIBLE if doubted and judged else None


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


def contradiction_over(tree: Tree, noun: int, words: StatusWords) -> Status | None:
    """Return what is made of what a noun tells by who denies it, or by what it is said to be; None if nobody does.

    The noun is the verb's object ("denied reports", "waved away reports"), stands behind its preposition ("scoffed at
    reports"), or is a subject that "is false" or "is not true".
    """
    label, head = tree.deps[noun], tree.heads[noun]
    if label == "pobj":
        verb = tree.heads[head]
        spelt = [f"{spell_verb(tree, verb)} {tree.words[head].lower()}"]
    else:
        verb, spelt = head, [tree.lemmas[head], spell_verb(tree, head)]
    if label == "nsubjpass" and tree.lemmas[head] in words_of("proving") and is_negated(tree, head):
        return Status.POSSIBLE
    if label in ("dobj", "nsubjpass", "pobj") and any(words.get(StatusKind.CONTRADICTION, one) for one in spelt):
        return Status.POSSIBLE if is_negated(tree, verb) else Status.DENIED
    if label not in ("nsubj", "dobj"):
        return None
    if tree.word_class(head) == ADJECTIVE:
        # Where the parser gives the adjective a subject of its own: "called reports … false".
        found = words.get(StatusKind.CONTRADICTION, tree.words[head].lower())
        return Status.DENIED if found else None
    return verdict_on(tree, head, words)


def spell_verb(tree: Tree, verb: int) -> str:
    """Return the lemma of a verb with its particle: "wave away"."""
    behind = [kid for kid in tree.children(verb, "prt", "advmod") if kid == verb + 1]
    return " ".join([tree.lemmas[verb], *(tree.words[kid].lower() for kid in behind)])


def is_denied_telling(tree: Tree, noun: int, words: StatusWords) -> bool:
    """Tell whether a noun of telling is denied: then it was told all the same."""
    told = words.get(StatusKind.TELLING, tree.lemmas[noun]) is not None
    return told and contradiction_over(tree, noun, words) is not None
