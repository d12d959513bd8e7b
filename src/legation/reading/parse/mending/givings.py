"""Givings: who is given something, where a small parser makes the name a part of the thing behind it.

"Offered Haftar training", "denied Nepal transit", "sold Mali arms": what is given there has no owner and no make, as it
has in "offered Leopard tanks"; so only nouns that are given to somebody part from the name before them. And who did
what somebody judges, which the parser hangs on the judging: "deplored the siege of the town by rebels".
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import Parse

PARTS = frozenset({"compound", "nmod"})
# "Reduced the number of troops by 300", "by June", "by sea" say how much, when and how.
OVER = frozenset({"of", "on", "against", "upon", "into"})
DOERS = frozenset({"NNP", "NNPS", "NNS"})


def find_givers(parse: Parse) -> None:
    """Find who gives or refuses in each passive whose "by" the parser has hung on what stands nearer."""
    for i, dep in enumerate(parse.deps):
        if dep == "auxpass":
            find_giver(parse, parse.heads[i])


def lower_doers(parse: Parse) -> None:
    """Hang who did what somebody judges on the deed."""
    for i, dep in enumerate(parse.deps):
        if dep in ("prep", "agent") and parse.words[i].lower() == "by":
            lower_doer(parse, i)


def lower_doer(parse: Parse, by: int) -> None:
    """Hang "by" on the deed that is an active verb's object: "deplored the siege of the town by rebels"."""
    verb = parse.heads[by]
    if parse.tags[verb][0] != "V" or any(parse.deps[kid] == "auxpass" for kid in parse.kids[verb]):
        return
    deed = next((kid for kid in reversed(parse.kids[verb]) if kid < by and parse.deps[kid] == "dobj"), None)
    doer = next((kid for kid in parse.kids[by] if parse.deps[kid] == "pobj"), None)
    if deed is None or doer is None or parse.tags[doer] not in DOERS or parse.last(deed) != by - 1:
        return
    timed = parse.words[doer].lower() in words_of("calendar") or any(
        parse.tags[kid] == "CD" for kid in parse.kids[doer]
    )
    whose = any(parse.deps[kid] == "prep" and parse.words[kid].lower() in OVER for kid in parse.kids[deed])
    if whose and not timed:
        parse.move(by, deed, "prep")


def find_giver(parse: Parse, verb: int) -> None:
    """Hang the last "by" behind what somebody is given, or refused, on the verb in the passive as who does it."""
    if parse.lemmas[verb] not in words_of("giving") or parse.has(verb, "agent"):
        return
    thing = next((kid for kid in parse.kids[verb] if parse.deps[kid] == "dobj" and kid > verb), None)
    if thing is None:
        return
    inside = range(thing + 1, parse.last(thing) + 1)
    by = next((at for at in reversed(inside) if parse.words[at] == "by" and parse.heads[at] != thing), None)
    named = by is not None and any(parse.deps[kid] == "pobj" and parse.tags[kid][:3] == "NNP" for kid in parse.kids[by])
    if by is not None and named and parse.last(by) == inside[-1]:
        parse.move(by, verb, "agent")


def part_receiver(parse: Parse, name: int) -> None:
    """Hang a name before what is given on the verb of giving, as the one who receives it."""
    thing = parse.heads[name]
    if name + 1 != thing or parse.lemmas[thing].lower() not in words_of("given to somebody"):
        return
    # "Training and spare parts": the parser may hang the first thing on the last.
    joined = parse.deps[thing] in PARTS and parse.has(thing, "cc")
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
