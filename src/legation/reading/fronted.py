"""Fronted sources: who acts behind a source that the sentence opens with, and that took him in as one more name.

In "According to Tass, Mali, which expelled the troops, has signed a pact" a small parser sets Mali beside Tass.
"""

from legation.reading.repairs import SUBJECTS, Parse

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
