"""Series: three or more acts of one doer, of which a small parser makes the middle one a participle.

In "has sheltered, financed and armed the rebels" it reads that the doer was financed and armed.
"""

from legation.reading.repairs import SUBJECTS, Parse

PASTS = frozenset({"VBD", "VBN"})
HUNG = frozenset({"advcl", "acl"})
HELPERS = frozenset({"aux", "auxpass", "mark", "agent"})


def list_acts(parse: Parse) -> None:
    """Join the second of several acts to the first, where only a comma stands between their verbs."""
    for verb, dep in enumerate(parse.deps):
        first = verb - 2
        if dep not in HUNG or first < 0 or parse.heads[verb] != first or parse.words[verb - 1] != ",":
            continue
        if parse.tags[verb] in PASTS and parse.tags[first] in PASTS and is_in_series(parse, first, verb):
            parse.move(verb, first, "conj")
            for act in (verb, *(kid for kid in parse.kids[verb] if parse.deps[kid] == "conj")):
                parse.tags[act] = parse.tags[first]


def is_in_series(parse: Parse, first: int, verb: int) -> bool:
    """Tell whether a participle is one of a series of acts: an "and" with one more follows, which has the object."""
    if any(parse.deps[kid] in HELPERS or parse.deps[kid] in SUBJECTS for kid in parse.kids[verb]):
        return False
    last = next((kid for kid in parse.kids[verb] if parse.deps[kid] == "conj" and parse.tags[kid] in PASTS), None)
    joined = parse.has(verb, "cc")
    bare = not parse.has(first, "dobj")
    return joined and last is not None and bare and parse.has(last, "dobj")
