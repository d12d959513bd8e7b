"""Series: three or more acts of one doer, or names, of which a small parser takes the second for something else.

In "has sheltered, financed and armed the rebels" it reads that the doer was financed and armed, in "Chad, Mali, Niger,
and Togo left" that Mali is what Chad is called.
"""

from legation.reading.parse.mending.repair import SUBJECTS, Parse

PASTS = frozenset({"VBD", "VBN"})
HUNG = frozenset({"advcl", "acl"})
BESIDE = frozenset({"appos", "npadvmod"})
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


def list_names(parse: Parse) -> None:
    """Join the second of four names or more to the first, where the parser sets the rest of the list beside it."""
    for name, dep in enumerate(parse.deps):
        first = parse.heads[name]
        if dep not in BESIDE or not is_name(parse, name) or not is_name(parse, first):
            continue
        third = next((kid for kid in parse.kids[name] if parse.deps[kid] == "conj"), None)
        if third is None or not is_name(parse, third) or "and" in parse.lows[first:third]:
            continue
        last = (kid for item in (first, name, third) for kid in parse.kids[item] if parse.deps[kid] == "conj")
        if any(is_name(parse, kid) and kid > third and "and" in parse.lows[third:kid] for kid in last):
            parse.move(name, first, "conj")


def is_name(parse: Parse, token: int) -> bool:
    """Tell whether a word heads a name."""
    return parse.tags[token] in ("NNP", "NNPS")


def is_in_series(parse: Parse, first: int, verb: int) -> bool:
    """Tell whether a participle is one of a series of acts: an "and" with one more follows, which has the object."""
    if any(parse.deps[kid] in HELPERS or parse.deps[kid] in SUBJECTS for kid in parse.kids[verb]):
        return False
    last = next((kid for kid in parse.kids[verb] if parse.deps[kid] == "conj" and parse.tags[kid] in PASTS), None)
    joined = parse.has(verb, "cc")
    bare = not parse.has(first, "dobj")
    return joined and last is not None and bare and parse.has(last, "dobj")
