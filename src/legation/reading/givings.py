"""Givings: who is given something, where a small parser makes the name a part of the thing behind it.

"Offered Haftar training", "denied Nepal transit", "sold Mali arms": what is given there has no owner and no make, as it
has in "offered Leopard tanks"; so only nouns that are given to somebody part from the name before them.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.repairs import Parse

PARTS = frozenset({"compound", "nmod"})


def part_receiver(parse: Parse, name: int) -> None:
    """Hang a name before what is given on the verb of giving, as the one who receives it."""
    thing = parse.heads[name]
    if name + 1 != thing or parse.lemmas[thing].lower() not in words_of("given to somebody"):
        return
    # "Training and spare parts": the parser may hang the first thing on the last.
    joined = parse.deps[thing] in PARTS and any(parse.deps[kid] == "cc" for kid in parse.kids[thing])
    last = parse.heads[thing] if joined else thing
    verb = parse.heads[last]
    if parse.deps[last] != "dobj" or parse.lemmas[verb] not in words_of("giving") or parse.tags[verb][0] != "V":
        return
    # "NATO membership", "US aid": letters stand for what the thing is, or whose.
    if parse.words[name].isupper() or name != verb + 1 or parse.kids[name]:
        return
    parse.move(name, verb, "dative")
    if joined:
        parse.move(thing, verb, "dobj")
        parse.move(last, thing, "conj")
