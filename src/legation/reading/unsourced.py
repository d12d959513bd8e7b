"""Unsourced: what an attribution covers that nobody is named for, or that its source is not asked about.

"Is expected to send troops", "is said to have armed them": nobody is said to expect it, and that it may not be so its
status tells. "According to Reuters, the accord that Peru signed in 1929 was broken": Reuters tells of the breach.
"""

from legation.reading import clauses
from legation.reading.claim import Attribution
from legation.reading.trees import VERB, Tree

YEAR_LENGTH = 4


def is_unsourced(tree: Tree, token: int, made: Attribution, cue: int | None) -> bool:
    """Tell whether a word stands under the infinitive of a passive that names nobody who says so."""
    if made.source or made.source_text or cue is None or tree.word_class(cue) != VERB:
        return False
    under = any(tree.under(token, infinitive) for infinitive in tree.children(cue, "xcomp"))
    return under and clauses.is_passive(tree, cue)


def is_history(tree: Tree, token: int, cue: int | None) -> bool:
    """Tell whether a word stands in a dated relative clause of what is told "according to" somebody."""
    if cue is None or tree.words[cue].lower() not in ("according", "to"):
        return False
    clause = next((at for at in (token, *tree.ancestors(token)) if tree.deps[at] == "relcl"), None)
    if clause is None or tree.tags[clause] not in ("VBD", "VBN"):
        return False
    return any(
        tree.words[noun].isdigit() and len(tree.words[noun]) == YEAR_LENGTH
        for preposition in tree.children(clause, "prep")
        for noun in tree.children(preposition, "pobj")
    )
