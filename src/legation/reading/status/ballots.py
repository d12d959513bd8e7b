"""Texts put to a vote: what a bill would do is not done where it is voted down, and open while it is debated.

"Vetoed a statement condemning Chad", "rejected a bill to send police": denied. "Opposed a resolution imposing
sanctions": possible. What a text does that was adopted, or is only cited, is as the clause tells it.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.claim import Status
from legation.reading.parse.trees import Tree
from legation.reading.status.moods import is_negated


def of_text(tree: Tree, at: int) -> Status | None:
    """Return what becomes of that which stands in a text, by the verb whose object the text is; None for any other."""
    noun = text_over(tree, at)
    texts = {name for name in ("texts put to a vote", "joint texts") if tree.lemmas[noun] in words_of(name)}
    if not texts or tree.deps[noun] not in ("dobj", "nsubjpass", "pobj"):
        return None
    above = tree.heads[noun]
    # The parser may take a particle for a preposition: "voted down a motion".
    verb = tree.heads[above] if tree.deps[noun] == "pobj" else above
    particle = next((tree.words[kid].lower() for kid in (*tree.children(verb, "prt"), above) if kid != verb), "")
    spelt = f"{tree.lemmas[verb]} {particle}".strip()
    open_ended = is_negated(tree, verb) or any(tree.tags[kid] in ("MD", "TO") for kid in tree.children(verb, "aux"))
    if spelt in words_of("putting to a vote") or (open_ended and spelt in words_of("voting down")):
        return Status.POSSIBLE
    # Who vetoes or rejects a statement does not say what it says, even where others have issued it.
    downed = "vetoing" if texts == {"joint texts"} else "voting down"
    return Status.DENIED if spelt in words_of(downed) else None


def text_over(tree: Tree, at: int) -> int:
    """Return the word that a clause says more of: where an infinitive hangs on the verb, the object right before it."""
    head, (first, _) = tree.heads[at], tree.subtree(at)
    objects = tree.children(head, "dobj") if tree.words[first].lower() == "to" else []
    return next((noun for noun in objects if noun == first - 1), head)
