"""Those whom an act singles out: "the first to visit", "one of the few to condemn it", "the only one to have left"."""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.trees import SUBJECTS, Tree

# Before these stands the predicate that the singled out are part of: "among the first", "one of the last".
PARTITIVE = frozenset({"among", "amongst", "of"})


def is_singled_out(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is said to be the first, the last, the only one or one of few."""
    return any(tree.lemmas[at].lower() in words_of("singling out") for at in (noun, *tree.kids[noun]))


def is_one_of(tree: Tree, noun: int, verb: int) -> bool:
    """Tell whether somebody is one of those who did a thing: "one of two states to keep ties", not "to watch"."""
    of = tree.heads[noun]
    one = tree.deps[noun] == "pobj" and tree.words[of].lower() == "of" and tree.words[tree.heads[of]].lower() == "one"
    return one and tree.has(verb, "dobj", "prep", "dative")


def bearer(tree: Tree, verb: int) -> tuple[int, bool] | None:
    """Return who does what an infinitive over a noun singles somebody out by, and how to read the answer.

    The verb whose subject it is, and True ("Chad was one of the first to leave"); or the noun that is called so, and
    False ("Chad, the only country to have left"). None where the infinitive singles nobody out.
    """
    noun = tree.heads[verb]
    aimed = any(tree.tags[kid] == "TO" for kid in tree.kids[verb])
    helped = any(tree.deps[kid] == "auxpass" or tree.lemmas[kid] == "have" for kid in tree.kids[verb])
    open_act = (tree.tags[verb] == "VB" or (helped and aimed)) and not tree.has(verb, *SUBJECTS)
    if not open_act or not (is_singled_out(tree, noun) or is_one_of(tree, noun, verb)):
        return None
    whole = noun
    if tree.deps[noun] == "pobj" and tree.words[tree.heads[noun]].lower() in PARTITIVE:
        part = tree.heads[noun]
        whole = tree.heads[part]
        if tree.deps[part] == "prep" and tree.tags[whole][0] == "V":
            return (whole, True) if tree.lemmas[whole] == "be" else None
    if tree.deps[whole] == "attr":
        return tree.heads[whole], True
    return (tree.heads[whole], False) if tree.deps[whole] == "appos" else None


def who_is_one(tree: Tree, noun: int) -> int | None:
    """Return who is said to be one of those a noun names: "Iceland was one of the countries that recognised it"."""
    part = tree.heads[noun]
    if tree.deps[noun] != "pobj" or tree.words[part].lower() not in PARTITIVE:
        return None
    one = tree.heads[part]
    if tree.words[one].lower() == "one" and tree.words[part].lower() == "of":
        if tree.deps[one] == "appos":
            return tree.heads[one]
        verb = tree.heads[one] if tree.deps[one] == "attr" else None
    else:
        verb = one if tree.lemmas[one] == "be" and tree.words[part].lower() != "of" else None
    return None if verb is None else next(tree.children(verb, *SUBJECTS), None)
