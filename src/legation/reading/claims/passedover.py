"""Passed over: what stands around an aside or a word for saying, and that its source is not asked about.

"Has bought tanks and refuses, its generals say, to depend": the generals tell of the refusal; "have not forgotten that
Russia took it": it did; "ruled out extraditing a man whom they suspect", "mentioned none of the agents it expelled".
"""

from legation.lexicon.wordlists import words_of
from legation.reading.grammar.voice import is_passive
from legation.reading.parse.trees import SUBJECTS, VERB, Tree

COMMA = ","


def is_before_join(tree: Tree, token: int, cue: int) -> bool:
    """Tell whether a word is of the first of two acts where the second has the aside in it.

    "Received both and persuaded them, his office says, to withdraw": the office tells of the persuading.
    """
    subject = next(iter(tree.children(cue, *SUBJECTS)), None)
    if subject is None or tree.words[cue + 1 : cue + 2] != [COMMA] or subject > cue:
        return False
    first, _ = tree.subtree(subject)
    if first < 1 or tree.words[first - 1] != COMMA:
        return False
    low = tree.sentence[cue][0]
    verbs = [at for at in range(low, first) if tree.word_class(at) == VERB and tree.deps[at] == "conj"]
    last = verbs[-1] if verbs else None
    if last is None or tree.has(last, *SUBJECTS) or "CC" not in tree.tags[max(last - 2, low) : last]:
        return False
    return low <= token < last


def is_passed_over(tree: Tree, token: int, cue: int) -> bool:
    """Tell whether a word is presupposed, ruled out, mentioned or set beside, and not said by the source."""
    lemma = tree.lemmas[cue]
    if lemma in words_of("presupposing"):
        return True
    particle = next((tree.words[kid].lower() for kid in tree.children(cue, "prt")), "")
    if f"{lemma} {particle}".strip() in words_of("speaking of"):
        return not any(tree.under(token, clause) for clause in tree.children(cue, "ccomp"))
    return is_beside_hearsay(tree, token, cue)


def is_beside_hearsay(tree: Tree, token: int, cue: int) -> bool:
    """Tell whether a word stands beside an "as" clause that says what somebody is said to do, and not in it."""
    inside = [*tree.children(cue, "xcomp")]
    marked = any(tree.words[kid].lower() == "as" for kid in tree.children(cue, "mark", "advmod"))
    if tree.deps[cue] != "advcl" or not marked or not inside or not is_passive(tree, cue):
        return False
    return not tree.under(token, cue)
