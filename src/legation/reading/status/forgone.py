"""Forgone: acts that somebody was held back from, or let be, by the word above: "barred Chad from sending troops".

The verb may need its particle and the preposition before the act: "gave up on", "ruled out", "was talked out of".
"""

from legation.lexicon.wordlists import words_of
from legation.reading.claim import Status
from legation.reading.parse.trees import VERB, Tree
from legation.reading.status.moods import is_negated


def of_forgone(tree: Tree, act: int) -> Status | None:
    """Return what a gerund's governor makes of it: denied, possible if the governor is negated; None of any other."""
    if tree.tags[act] != "VBG":
        return None
    verb, link = tree.heads[act], ""
    while tree.tags[verb] == "IN" and tree.heads[verb] != verb:
        verb, link = tree.heads[verb], f"{tree.words[verb].lower()} {link}".strip()
    if tree.word_class(verb) != VERB or verb > act:
        return None
    particle = next((tree.words[kid].lower() for kid in tree.children(verb, "prt", "advmod") if kid < act), "")
    phrases = {" ".join(filter(None, (tree.lemmas[verb], *parts, link))) for parts in ((), (particle,))}
    if phrases.isdisjoint(words_of("holding back")):
        return None
    if not is_negated(tree, verb):
        return Status.DENIED
    # "Has not kept Chad from sending troops": it sends them.
    return None if tree.lemmas[verb] in words_of("hindering") else Status.POSSIBLE
