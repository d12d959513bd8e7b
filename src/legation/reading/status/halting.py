"""Halting: acts that somebody is to stop, is asked to stop or will not stop, which go on until then.

"Urged Togo to stop shelling the town", "demanded that it cease its support for the rebels", "refused to stop shelling":
the shelling and the support go on. What is supplied is cut off so far as the stop itself is real: "agreed to stop
selling arms" is a cut that is planned.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.claim import Status
from legation.reading.parse.trees import NOUN, VERB, Tree
from legation.reading.status.moods import is_negated

OPEN = frozenset({Status.PLANNED, Status.POSSIBLE, Status.CALLED_FOR, Status.CONDITIONAL})


def halting_over(tree: Tree, trigger: int) -> int | None:
    """Return the verb by which an act is to stop, or does not, in the future or as a demand; None of any other."""
    verb = tree.heads[trigger]
    if tree.word_class(verb) != VERB or tree.lemmas[verb] not in words_of("halting") or verb > trigger:
        return None
    gerund = tree.tags[trigger] == "VBG" and tree.deps[trigger] == "xcomp"
    owned = tree.word_class(trigger) == NOUN and tree.deps[trigger] == "dobj" and tree.has(trigger, "poss")
    open_ended = tree.tags[verb] == "VB" or is_negated(tree, verb)
    return verb if open_ended and (gerund or owned) else None


def settle_halt(kind: str, status: Status, halt: Status, *, cut: bool) -> tuple[str, Status]:
    """Return the type and status of an act by how real its end is; `cut`: it is a supply told by its verb."""
    if halt in OPEN:
        return ("SANCTION", halt) if cut else (kind, Status.ONGOING)
    return (kind, Status.ONGOING) if halt is Status.DENIED else (kind, status)
