"""Awaited: what something waits for, which is not told to have come about.

"Chad delayed the talks until Libya withdrew", "will not pay before Libya frees the crew", "pending the release": that
much is wanted or expected. So is what must come first: "will pay once Libya has freed the crew". In "held the town
until Libya withdrew" and "did not leave until Libya had withdrawn" what is told of the first clause happened, and so
did the second. What is told beside a refusal was done as well.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.claim import Status
from legation.reading.parse.trees import VERB, Tree
from legation.reading.status.infinitives import carries_out, is_plain
from legation.reading.status.moods import PRESENT, is_circumstance, own_status
from legation.reading.status.statuswords import StatusWords

WAITING = frozenset({"until", "till", "before"})


def is_awaited(tree: Tree, clause: int, mark: str, words: StatusWords) -> bool:
    """Tell whether a clause with "until" or "before" tells only what the clause above it waits for."""
    if mark not in WAITING:
        return False
    return is_to_come(tree, clause) or is_open(tree, tree.heads[clause], mark, words)


def comes_first(tree: Tree, clause: int, words: StatusWords) -> bool:
    """Tell whether a clause says what must come before something that is to be done itself: "once Libya frees them"."""
    above, opening = tree.heads[clause], tree.words[tree.subtree(clause)[0]].lower()
    if tree.word_class(above) != VERB:
        # "As soon as Libya frees them" hangs on the adverb.
        above, opening = tree.heads[above], f"{opening} {tree.words[above].lower()} {opening}"
    if opening not in words_of("steps before") or not is_still_to_do(tree, above, words):
        return False
    if opening in ("when", "after") and is_dated(tree, clause):
        # "When Rossi visits Chad on Friday": that is arranged already.
        return False
    backshifted = opening != "after" and any(tree.words[kid].lower() == "would" for kid in tree.children(above, "aux"))
    return is_to_come(tree, clause) or backshifted


def is_dated(tree: Tree, clause: int) -> bool:
    """Tell whether a clause says on what day or in what month."""
    return any(tree.words[at].lower() in words_of("calendar") for at in range(*tree.subtree(clause)))


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
    helpers = tree.children(governor(tree, verb) or verb, "aux")
    if mark == "before" and any(tree.words[kid].lower() == "had" for kid in helpers):
        # "Had refused to talk before Libya invaded" tells what came first.
        return False
    particle = next((tree.words[kid].lower() for kid in tree.children(verb, "prt")), "")
    puts_off = f"{tree.lemmas[verb]} {particle}".strip() in words_of("putting off")
    return is_still_to_do(tree, verb, words) or (puts_off and governor(tree, verb) is None)


def is_still_to_do(tree: Tree, verb: int, words: StatusWords) -> bool:
    """Tell whether a verb tells of something that is yet to be done: "will pay", "promised to pay"."""
    above = governor(tree, verb)
    if any(tree.tags[kid] == "MD" for kid in tree.children(verb if above is None else above, "aux")):
        return True
    return above is not None and not carries_out(tree, above, words)


def governor(tree: Tree, verb: int) -> int | None:
    """Return the verb over an infinitive; None over any other verb."""
    above = tree.heads[verb]
    return above if is_plain(tree, verb) and tree.word_class(above) == VERB and above != verb else None


def set_beside(tree: Tree, at: int, mark: str, words: StatusWords) -> Status | None:
    """Return what the clause above makes of one that says why, until when or with what else; None of any other.

    "Refused to sign, accusing Chad": what is done beside a refusal is done. "May come, bringing arms": it may be.
    """
    if is_awaited(tree, at, mark, words) or comes_first(tree, at, words):
        return Status.POSSIBLE
    if is_circumstance(tree, at, mark):
        return Status.HAPPENED
    head = tree.heads[at]
    if tree.tags[at] != "VBG" or mark or at < head:
        return None
    own = own_status(tree, head, words)
    return Status.HAPPENED if own in (None, Status.DENIED) else own
