"""Pasts: the verb of a sentence that a small parser takes for a participle before its object.

In "Switzerland hosted talks between Armenia and Azerbaijan" it reads talks hosted by Switzerland, and no verb is left.
"""

from legation.reading.repairs import Parse


def tell_past(parse: Parse, name: int) -> None:
    """Make a participle right behind a name that opens the sentence its verb, if the sentence has no other."""
    verb = name + 1
    thing = parse.heads[verb]
    if parse.heads[name] != verb or parse.tags[verb] != "VBN" or parse.deps[verb] != "amod" or verb > thing:
        return
    if parse.deps[thing] != "ROOT" or parse.first(thing) != parse.first(name) or parse.tags[thing][:2] != "NN":
        return
    clause = [
        kid for kid in parse.kids[thing] if kid > thing and parse.deps[kid] not in ("prep", "cc", "conj", "relcl")
    ]
    parse.tags[verb] = "VBD"
    parse.move(verb, verb, "ROOT")
    for kid in clause:
        parse.move(kid, verb, parse.deps[kid])
    parse.move(thing, verb, "dobj")
    parse.move(name, verb, "nsubj")
