"""Idle codings: words that open a frame and tell nothing of their own, so that no claim is made of them."""

from itertools import islice

from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorType, Mention
from legation.reading.frames.coding import Coding
from legation.reading.frames.partykinds import is_place
from legation.reading.grammar.clauses import logical_objects
from legation.reading.parse.trees import SUBJECTS, VERB, Tree
from legation.reading.status.moods import is_negated, is_neither

VERBAL = frozenset("AGREE CONSULT SUPPORT CONCEDE REQUEST ACCUSE REJECT THREATEN STATEMENT".split())


def is_idle(tree: Tree, coding: Coding) -> bool:
    """Tell whether a coding tells nothing of its own: a view, a request of nobody, an attribute before a noun."""
    at = coding.trigger
    attribute = tree.deps[at] == "amod" or (tree.deps[at] == "acl" and tree.tags[at] == "VBN" and not tree.kids[at])
    attribute = attribute and not coding.agents
    # "People briefed on the talks" are sources.
    informed = tree.deps[at] == "acl" and tree.lemmas[at] == "brief" and not coding.agents
    unasked = (
        coding.frame.type in ("REQUEST", "STATEMENT") and not coding.agents and tree.word_class(coding.trigger) == VERB
    )
    unasked = unasked and not is_task(tree, coding)
    # "Had it flown to Lima": a thing pays no visit.
    flown = coding.frame.mode == "visit" and bool(coding.agents) and all(map(is_it, coding.agents))
    return (
        attribute
        or unasked
        or flown
        or informed
        or is_commentary(tree, coding)
        or is_about_place(coding)
        or is_souring(tree, coding)
        or is_own_work(tree, coding)
        or is_vague(tree, coding)
        or is_naming(tree, coding)
    )


def is_task(tree: Tree, coding: Coding) -> bool:
    """Tell whether somebody is given a task, by whoever speaks: "the ministers were instructed to convene"."""
    return bool(coding.recipients) and tree.lemmas[coding.trigger] in words_of("giving tasks")


def is_vague(tree: Tree, coding: Coding) -> bool:
    """Tell whether a frame that asks no more than whose deed it is stands where nothing was done.

    "Ruled out accepting them", "has neither accepted nor rejected it"; what "the one he will pay" is, nothing tells.
    """
    at = coding.trigger
    if not coding.frame.entry.doer:
        return False
    refused = tree.deps[at] in ("xcomp", "pcomp", "ccomp", "dobj", "advcl") and not {
        "rule",
        "refuse",
        "decline",
    }.isdisjoint(tree.lemmas[above] for above in islice(tree.ancestors(at), 2))
    meant = [*logical_objects(tree, at), *(tree.heads[up] for up in (at, tree.heads[at]) if tree.deps[up] == "relcl")]
    another = any(tree.words[thing].lower() == "one" for thing in meant)
    return refused or another or is_neither(tree, at)


def is_it(mention: Mention) -> bool:
    """Tell whether a mention is an "it" or "them" of which nobody knows what it means."""
    return mention.actor is None and mention.text.lower() in ("it", "them")


def is_souring(tree: Tree, coding: Coding) -> bool:
    """Tell whether a tie is only said to get worse: it is no cooperation, and who did what is told elsewhere."""
    at = coding.trigger
    if coding.frame.type != "COOPERATE" or tree.lemmas[at] not in words_of("ties"):
        return False
    return tree.deps[at] in SUBJECTS and tree.lemmas[tree.heads[at]] in words_of("souring")


def is_own_work(tree: Tree, coding: Coding) -> bool:
    """Tell whether somebody is only helped to see to his own: "helped Chad train its soldiers" is no aid by Chad."""
    at = coding.trigger
    if coding.frame.type != "AID" or tree.deps[at] not in ("ccomp", "xcomp") or tree.lemmas[tree.heads[at]] != "help":
        return False
    own = (kid for thing in tree.children(at, "dobj") for kid in tree.children(thing, "poss"))
    return tree.has(at, *SUBJECTS) and any(tree.tags[kid] == "PRP$" for kid in own)


def is_naming(tree: Tree, coding: Coding) -> bool:
    """Tell whether somebody only names a thing in his own way: "the reef, or Bajo Rico as Lima calls it"."""
    at = coding.trigger
    if tree.lemmas[at] != "call" or tree.word_class(at) != VERB or not tree.has(at, "dobj"):
        return False
    return any(tree.words[kid].lower() == "as" and kid < at for kid in tree.children(at, "mark", "advmod", "prep"))


def is_commentary(tree: Tree, coding: Coding) -> bool:
    """Tell whether an act of speech is only somebody's view or a medium's report: that is an attribution, no event."""
    refusal = coding.frame.entry.negated is not None and is_negated(tree, coding.trigger)
    if coding.frame.type != "STATEMENT" or coding.recipients or refusal:
        return False
    return all(m.actor is None or m.actor.country is None or m.actor.type is ActorType.MEDIA for m in coding.agents)


def is_about_place(coding: Coding) -> bool:
    """Tell whether a verbal act has no party but a place: nobody asks, praises or accuses a mountain range."""
    return not coding.agents and coding.frame.type in VERBAL and all(is_place(m) for m in coding.recipients)
