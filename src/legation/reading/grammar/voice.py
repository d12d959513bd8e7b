"""Voice: whether a verb stands in the passive, and whether a participle is somebody's act in the perfect."""

from legation.reading.grammar.sharing import OBJECTS
from legation.reading.parse.trees import SUBJECTS, Tree

PASSIVE_MARKS = ("nsubjpass", "auxpass", "csubjpass")


def is_passive(tree: Tree, i: int) -> bool:
    """Tell whether the verb stands in the passive: by its marks, or as a bare participle after a noun."""
    if tree.has(i, *PASSIVE_MARKS):
        return True
    if tree.tags[i] not in ("VBN", "VBD"):
        return False
    if tree.deps[i] == "conj":
        head = tree.heads[i]
        return tree.tags[i] == "VBN" and not tree.has(i, *SUBJECTS, "aux") and is_passive(tree, head)
    # "Six sailors kidnapped last week": a past tense hangs on no noun, whatever the tag says.
    participle = tree.tags[i] == "VBN" or (tree.deps[i] == "acl" and not tree.has(i, *SUBJECTS))
    return participle and tree.deps[i] in ("acl", "amod", "advcl") and not tree.has(i, "aux", *OBJECTS)


def is_perfect(tree: Tree, i: int) -> bool:
    """Tell whether a participle is somebody's act in the perfect: "had committed", not "had been committed"."""
    return not tree.has(i, "auxpass") and any(tree.lemmas[kid] == "have" for kid in tree.children(i, "aux"))
