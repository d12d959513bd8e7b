"""What is wished to be done: a clause in the passive which the parser takes for an addition to its own subject.

In "would like the ban to be lifted" and "needs the road to be reopened" it hangs the participle on the noun, or beside
it, as in "the first ban to be lifted". Behind verbs that say what somebody wants of others it is what is wanted.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import Parse

BESIDE = frozenset({"relcl", "acl", "advcl"})


def hang_wishes(parse: Parse) -> None:
    """Hang each passive infinitive behind the object of a verb of wishing on that verb, its object with it."""
    for i, dep in enumerate(parse.deps):
        if dep in BESIDE and parse.tags[i] == "VBN" and is_passive_infinitive(parse, i):
            hang(parse, i)


def is_passive_infinitive(parse: Parse, verb: int) -> bool:
    """Tell whether a participle stands behind "to be" and has no subject of its own."""
    before = [parse.lows[kid] for kid in parse.kids[verb] if parse.deps[kid] in ("aux", "auxpass")]
    return before == ["to", "be"] and not any(parse.deps[kid][:5] == "nsubj" for kid in parse.kids[verb])


def hang(parse: Parse, passive: int) -> None:
    """Make a passive infinitive the complement of the verb of wishing above it, if there is one."""
    above = parse.heads[passive]
    nouns = [above] if parse.deps[above] == "dobj" else [kid for kid in parse.kids[above] if parse.deps[kid] == "dobj"]
    wish = parse.heads[nouns[0]] if len(nouns) == 1 else None
    if wish is None or not wish < nouns[0] < passive or parse.lemmas[wish] not in words_of("wishing"):
        return
    parse.move(passive, wish, "ccomp")
    parse.move(nouns[0], passive, "nsubjpass")
