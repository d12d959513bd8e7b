"""Ones: who is one of several that did something, told in passing behind his name.

In "Nauru, one of the few countries to have recognised Abkhazia, sent an envoy" a small parser makes the infinitive the
sentence's verb, or "one" a second subject; the name is the subject of the verb behind the aside.
"""

from legation.reading.parse.mending.repair import FINITE, Parse

LONGEST = 14


def seat_ones(parse: Parse) -> None:
    """Set each "one of …" between commas beside the name before it."""
    for i, word in enumerate(parse.words[:-2]):
        if word == "one" and i > 1 and parse.words[i - 1] == "," and parse.words[i + 1] == "of":
            seat(parse, i)


def seat(parse: Parse, one: int) -> None:
    """Hang "one" on the name, the infinitive on what it is one of, and the name on the verb behind the aside."""
    name, end = one - 2, closing(parse, one)
    if parse.tags[name][:2] != "NN":
        return
    acting = next((at for at in range(one, end) if parse.tags[at] == "TO"), None)
    verb = parse.heads[acting] if acting is not None else None
    several = parse.kid(one + 1, "pobj")
    if several is None or (verb is not None and not several < verb < end):
        return
    main = next((at for at in range(end + 1, min(end + 3, len(parse.words))) if parse.tags[at][0] == "V"), None)
    if verb is not None and main is not None and verb in (*parse.above(main), *parse.above(name)):
        raise_main(parse, verb, main, name)
    parse.move(one, name, "appos")
    if verb is not None and main != verb:
        parse.move(verb, several, "relcl")


def closing(parse: Parse, one: int) -> int:
    """Return where the comma behind an aside stands; the end of the text if none follows soon."""
    stretch = range(one + 1, min(one + LONGEST, len(parse.words)))
    return next((at for at in stretch if parse.words[at] in (",", ".")), len(parse.words))


def raise_main(parse: Parse, verb: int, main: int, name: int) -> None:
    """Put the verb behind the aside where the infinitive stood, with the name as its subject."""
    top = name if parse.heads[verb] == name else verb
    above, label = parse.heads[top], parse.deps[top]
    above = verb if above == top else above
    parse.move(main, main if above == verb else above, "ROOT" if above == verb else label)
    if parse.tags[main] == "VBN" and not parse.has(main, "aux", "auxpass"):
        parse.tags[main] = "VBD"
    if parse.tags[main] in FINITE or parse.has(main, "aux"):
        parse.move(name, main, "nsubj")
    parse.hand([kid for kid in parse.kids[verb] if kid > main], main)
