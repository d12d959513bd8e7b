"""Likening: who else did what is told, or when before ("as Chile had done in March"), and what is only as if."""

from legation.reading.parse.trees import SUBJECTS, Tree


def is_likened(tree: Tree, verb: int) -> bool:
    """Tell whether a bare "do" with a subject says who else did it, or when before: "as Chile had done in March"."""
    if tree.deps[verb] != "advcl" or tree.lemmas[verb] != "do" or tree.has(verb, "dobj", "xcomp", "ccomp"):
        return False
    opens = {tree.words[kid].lower() for kid in tree.children(verb, "mark", "advmod")}
    return "as" in opens and tree.has(verb, *SUBJECTS)


def is_as_if(tree: Tree, clause: int) -> bool:
    """Tell whether a clause tells what something is only like: "behaved as though Chad had declared war"."""
    opens = [tree.words[kid].lower() for kid in tree.children(clause, "mark")]
    return opens in (["as", "if"], ["as", "though"])
