"""Unsourced: what an attribution covers that nobody is named for, or that its source is not asked about.

"Is expected to send troops", "is set to leave": nobody is said to expect it, and that it may not be so the claim's
status tells; "is said to have armed them" is somebody's word. "According to Reuters, the accord that Peru signed in
1929 was broken": Reuters tells of the breach.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.claim import Attribution
from legation.reading.grammar.voice import is_passive
from legation.reading.parse.mending.reports import reporting_verbs
from legation.reading.parse.trees import SUBJECTS, VERB, Tree

YEAR_LENGTH = 4


def is_unsourced(tree: Tree, token: int, made: Attribution, cue: int | None) -> bool:
    """Tell whether a word stands under the infinitive of a passive that names nobody who says so."""
    if made.source or made.source_text or cue is None or tree.word_class(cue) != VERB or is_hearsay(tree, cue):
        return False
    under = any(tree.under(token, infinitive) for infinitive in tree.children(cue, "xcomp"))
    return under and is_passive(tree, cue)


def is_hearsay(tree: Tree, cue: int) -> bool:
    """Tell whether a passive says that somebody says or believes it: "is said to have met", "are thought to arm"."""
    return tree.lemmas[cue] in words_of("hearsay")


def is_history(tree: Tree, token: int, cue: int | None) -> bool:
    """Tell whether a word stands in a dated relative clause of what is told "according to" somebody, or reported."""
    behind = cue is not None and token < cue and tree.lemmas[cue] in reporting_verbs() and tree.deps[cue] != "ccomp"
    if cue is None or not (behind or tree.words[cue].lower() in ("according", "to")):
        return False
    clause = next((at for at in (token, *tree.ancestors(token)) if tree.deps[at] == "relcl"), None)
    if clause is None or tree.tags[clause] not in ("VBD", "VBN") or tree.under(cue, clause):
        # "The land which, according to Lima, was seized": that is what Lima tells.
        return False
    noun = tree.heads[clause]
    if tree.deps[noun] in SUBJECTS and tree.words[noun + 1 : noun + 2] == [","]:
        # "Rossi, who flew home on Sunday, asked for a loan, according to a diplomat".
        return True
    return any(
        tree.words[noun].isdigit() and len(tree.words[noun]) == YEAR_LENGTH
        for preposition in tree.children(clause, "prep")
        for noun in tree.children(preposition, "pobj")
    )
