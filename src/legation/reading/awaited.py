"""Awaited: what something waits for, which is not told to have come about.

"Chad delayed the talks until Libya withdrew", "will not pay before Libya frees the crew", "pending the release": that
much is wanted or expected. In "held the town until Libya withdrew" and "did not leave until Libya had withdrawn" what
is told of the first clause happened, and so did the second. What is told beside a refusal was done as well.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.claim import Status
from legation.reading.infinitives import carries_out, is_plain
from legation.reading.moods import PRESENT, is_circumstance, own_status
from legation.reading.statuswords import StatusWords
from legation.reading.trees import VERB, Tree

WAITING = frozenset({"until", "till", "before"})


def is_awaited(tree: Tree, clause: int, mark: str, words: StatusWords) -> bool:
    """Tell whether a clause with "until" or "before" tells only what the clause above it waits for."""
    if mark not in WAITING:
        return False
    return is_to_come(tree, clause) or is_open(tree, tree.heads[clause], mark, words)


def awaits(tree: Tree, preposition: int, words: StatusWords) -> bool:
    """Tell whether a preposition makes the occasion behind it one that is only waited for."""
    word, head = tree.words[preposition].lower(), tree.heads[preposition]
    if word == "pending":
        return True
    return word in WAITING and tree.word_class(head) == VERB and is_open(tree, head, word, words)


def is_to_come(tree: Tree, clause: int) -> bool:
    """Tell whether a clause stands in the present, or the perfect, which behind "until" is still to come."""
    helpers = {tree.words[kid].lower() for kid in tree.children(clause, "aux", "auxpass")}
    if tree.tags[clause] in PRESENT:
        return not helpers
    return tree.tags[clause] == "VBN" and not helpers.isdisjoint({"has", "have", "is", "are"})


def is_open(tree: Tree, verb: int, mark: str, words: StatusWords) -> bool:
    """Tell whether a verb puts something off, or itself tells of nothing done: "would not talk", "refused to talk"."""
    above = tree.heads[verb]
    infinitive = is_plain(tree, verb) and tree.word_class(above) == VERB and above != verb
    top = above if infinitive else verb
    helpers = list(tree.children(top, "aux"))
    if mark == "before" and any(tree.words[kid].lower() == "had" for kid in helpers):
        # "Had refused to talk before Libya invaded" tells what came first.
        return False
    if any(tree.tags[kid] == "MD" for kid in helpers):
        return True
    if infinitive:
        return not carries_out(tree, above, words)
    particle = next((tree.words[kid].lower() for kid in tree.children(verb, "prt")), "")
    return f"{tree.lemmas[verb]} {particle}".strip() in words_of("putting off")


def set_beside(tree: Tree, at: int, mark: str, words: StatusWords) -> Status | None:
    """Return what the clause above makes of one that says why, until when or with what else; None of any other.

    "Refused to sign, accusing Chad": what is done beside a refusal is done. "May come, bringing arms": it may be.
    """
    if is_awaited(tree, at, mark, words):
        return Status.POSSIBLE
    if is_circumstance(tree, at, mark):
        return Status.HAPPENED
    head = tree.heads[at]
    if tree.tags[at] != "VBG" or mark or at < head:
        return None
    own = own_status(tree, head, words)
    return Status.HAPPENED if own in (None, Status.DENIED) else own
