"""Fronted phrases: who acts behind what the sentence opens with, and that took him in as one more name.

- "According to Tass, Mali, which expelled the troops, has signed a pact": a small parser sets Mali beside Tass;
- "After talks in Lima, Ivo Rossi and Omar Haddad signed a pact": and Rossi beside Lima.
"""

from legation.reading.parse.mending.repair import FINITE, SUBJECTS, Parse

TAKEN = frozenset({"appos", "conj"})


def free_doer(parse: Parse) -> None:
    """Give the verb behind each "According to …" that lacks a subject the name behind the source's comma."""
    for opener, word in enumerate(parse.words[:-2]):
        if word == "According" and parse.words[opener + 1] == "to":
            part(parse, opener)


def part(parse: Parse, opener: int) -> None:
    """Part the source from who stands behind it."""
    verb = parse.heads[opener]
    source = parse.kid(opener + 1, "pobj")
    if source is None or verb < source or parse.has(verb, *SUBJECTS):
        return
    taken = [kid for kid in parse.kids[source] if kid > source and parse.deps[kid] in TAKEN]
    if not taken or parse.words[parse.first(taken[0]) - 1] != "," or parse.tags[taken[0]][:2] != "NN":
        return
    doer = taken[0]
    passive = parse.has(verb, "auxpass")
    parse.move(doer, verb, "nsubjpass" if passive else "nsubj")
    parse.hand([kid for kid in parse.kids[source] if kid > doer], doer)


def free_names(parse: Parse) -> None:
    """Give each verb without a subject the names right before it that hang on those of the phrase it opens with."""
    for verb, tag in enumerate(parse.tags):
        if tag[0] != "V" or parse.deps[verb] not in ("ROOT", "ccomp", "conj") or parse.has(verb, *SUBJECTS):
            continue
        start = min([verb, *(kid for kid in parse.kids[verb] if parse.deps[kid] in ("aux", "auxpass", "advmod"))])
        opener = next((kid for kid in parse.kids[verb] if parse.deps[kid] == "prep" and kid < start), None)
        told = tag in FINITE or any(parse.tags[kid] in FINITE or parse.tags[kid] == "MD" for kid in parse.kids[verb])
        if opener is not None and told and parse.last(opener) == start - 1:
            doer = name_taken(parse, opener)
            if doer is not None:
                parse.move(doer, verb, "nsubjpass" if parse.has(verb, "auxpass") else "nsubj")


def name_taken(parse: Parse, opener: int) -> int | None:
    """Return the name behind the comma of a phrase that hangs on a name in it, and reaches to the phrase's end."""
    end, at = parse.last(opener), opener
    while (noun := parse.kid(at, "pobj", "pcomp")) is not None:
        for kid in parse.kids[noun]:
            named = parse.tags[kid] == "NNP" and parse.deps[kid] in TAKEN
            if named and parse.words[parse.first(kid) - 1] == "," and parse.last(kid) == end:
                return kid
        below = [kid for kid in parse.kids[noun] if parse.deps[kid] == "prep" and parse.last(kid) == end]
        if not below:
            return None
        at = below[-1]
    return None
