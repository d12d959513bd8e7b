"""Clefts: "it was Ankara, not Baku, that closed the border", where what was done hangs on a name beside the doer's.

The clause is made to tell of whom the sentence names as the one, which may be the second: "not Baku but Ankara".
"""

from legation.reading.repairs import Parse

TELLING = frozenset({"that", "who", "which"})
NAMES = frozenset({"NNP", "NNPS", "NN", "NNS"})


def join_clefts(parse: Parse) -> None:
    """Hang the clause of each cleft on whom it tells of."""
    for i, word in enumerate(parse.words):
        be = parse.heads[i]
        if word.lower() != "it" or parse.deps[i] != "nsubj" or parse.lemmas[be] != "be" or be < i:
            continue
        one = next((kid for kid in parse.kids[be] if parse.deps[kid] == "attr" and parse.tags[kid] in NAMES), None)
        told = None if one is None else told_behind(parse, be, one)
        doer = None if one is None else affirmed(parse, be, one)
        if doer is not None and told is not None and doer < told:
            parse.move(told, doer, "relcl")


def told_behind(parse: Parse, be: int, one: int) -> int | None:
    """Return the verb of the clause that "that", "who" or "which" opens behind a noun, if it belongs to the cleft."""
    for at in range(one + 1, len(parse.words)):
        if parse.tags[at][0] == "V" or parse.words[at] in (";", ":", "."):
            return None
        if parse.words[at].lower() in TELLING and parse.tags[at][0] == "W":
            verb = parse.heads[at]
            inside = verb > at and parse.tags[verb][0] == "V" and be in parse.above(verb)
            return verb if inside and parse.deps[verb] in ("relcl", "ccomp", "advcl") else None
    return None


def affirmed(parse: Parse, be: int, one: int) -> int | None:
    """Return whom the sentence says it was: behind a "not" the one after "but"; None if it says whom it was not."""
    denied = any(parse.deps[kid] == "neg" and kid < one for kid in (*parse.kids[be], *parse.kids[one]))
    if not denied:
        return one
    contrast = any(parse.words[kid].lower() == "but" for kid in parse.kids[one])
    return next((kid for kid in parse.kids[one] if parse.deps[kid] == "conj"), None) if contrast else None
