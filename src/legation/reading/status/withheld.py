"""Withheld: plans, wishes and calls that somebody says there are not make nothing planned, possible or called for.

"Has no plans to send troops", "is not seeking to expand", "is not willing to talk", "denied any intention of leaving":
denied, as is what a plan held that was dropped. "Is not expected to come", "has not yet agreed to talk": possible. What
is only not believed stays possible: who does not believe a thing does not say that it is not so. What nobody doubts is
as the clause tells it.
"""

from legation.lexicon.status import StatusKind
from legation.lexicon.wordlists import words_of
from legation.reading.claim import Status
from legation.reading.grammar import clauses
from legation.reading.grammar.voice import is_passive
from legation.reading.parse.trees import NOUN, VERB, Tree
from legation.reading.status.ballots import of_text
from legation.reading.status.moods import NEGATIVE, is_negated
from legation.reading.status.statuswords import StatusWords

OPEN = frozenset({Status.PLANNED, Status.POSSIBLE, Status.CALLED_FOR})


def withhold(tree: Tree, at: int, given: Status | None, words: StatusWords) -> Status | None:
    """Return what a governing word that lends a status makes of a clause or phrase under it, where it is negated."""
    head = tree.heads[at]
    if tree.word_class(head) == NOUN and is_given_up(tree, head):
        return Status.DENIED
    if (voted := of_text(tree, at)) is not None:
        return voted
    if given not in OPEN or not is_withheld(tree, head, words):
        return given
    word_class = tree.word_class(head)
    if tree.lemmas[head] in words_of("doubting") and is_told(tree, at):
        return None
    verb = head if word_class == VERB else clauses.copula_of(tree, head)
    unsettled = verb is not None and any(tree.words[kid].lower() == "yet" for kid in tree.children(verb, "advmod"))
    if given is Status.CALLED_FOR or unsettled:
        return Status.POSSIBLE
    if given is Status.POSSIBLE:
        # "Has not ruled out sending": that it is possible is what "not" has made of it.
        own = words.status(StatusKind.GOVERNOR, tree.lemmas[head]) is Status.POSSIBLE
        wished = word_class == NOUN or (word_class == VERB and not is_passive(tree, head))
        return Status.DENIED if own and wished and not is_told(tree, at) else given
    return Status.DENIED


def is_given_up(tree: Tree, noun: int) -> bool:
    """Tell whether a plan or an idea was dropped: "cancelled plans to buy drones", "gave up the idea of leaving"."""
    if tree.deps[noun] not in ("dobj", "nsubjpass") or tree.lemmas[noun] not in words_of("plans"):
        return False
    verb = tree.heads[noun]
    particle = next((tree.words[kid].lower() for kid in tree.children(verb, "prt")), "")
    if f"{tree.lemmas[verb]} {particle}".strip() not in words_of("giving up"):
        return False
    open_ended = any(tree.tags[kid] in ("MD", "TO") for kid in tree.children(verb, "aux"))
    return tree.tags[verb] in ("VBD", "VBN", "VBZ", "VBP") and not open_ended and not is_negated(tree, verb)


def is_told(tree: Tree, at: int) -> bool:
    """Tell whether a word is the verb of a clause that tells something, and names no act to be done."""
    return tree.deps[at] not in ("xcomp", "prep") and clauses.is_tensed(tree, at)


def is_withheld(tree: Tree, head: int, words: StatusWords) -> bool:
    """Tell whether there is no such plan, wish or call: by "not" at its verb, "no" before it, or somebody's denial."""
    word_class = tree.word_class(head)
    if word_class == VERB:
        return is_negated(tree, head)
    if word_class != NOUN:
        copula = clauses.copula_of(tree, head)
        return copula is not None and is_negated(tree, copula)
    said = {tree.words[kid].lower() for kid in tree.children(head, "det", "amod", "neg")}
    if said & NEGATIVE:
        return True
    verb = tree.heads[head]
    if tree.deps[head] not in ("dobj", "attr", "nsubjpass") or tree.word_class(verb) != VERB:
        return False
    if tree.lemmas[verb] in ("have", "be") and is_negated(tree, verb):
        return True
    particle = next((tree.words[kid].lower() for kid in tree.children(verb, "prt")), "")
    spelt = f"{tree.lemmas[verb]} {particle}".strip()
    return "any" in said and words.get(StatusKind.CONTRADICTION, spelt) is not None
