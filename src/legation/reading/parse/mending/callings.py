"""Callings: what something is called in quotation marks, where the parser hangs the quoted words anywhere.

- 'called the accord "a betrayal of the fallen"': the quoted noun says what the accord is called;
- 'called the decision to close the road "an act of war"', '… "shameful"': that of the decision, not of the road.
"""

from legation.reading.parse.mending.repair import Parse

CALLING = frozenset({"call", "brand", "label", "dub", "term", "deem", "pronounce"})
MARKS = frozenset({'"', "``", "''"})
ARTICLES = frozenset({"a", "an", "the", "no"})
ADRIFT = frozenset({"appos", "npadvmod", "dep", "conj", "dobj", "nsubj", "attr", "ROOT"})


def call_in_quotes(parse: Parse) -> None:
    """Hang each quoted noun behind what is called on the verb that calls it so."""
    for verb, lemma in enumerate(parse.lemmas):
        if lemma in CALLING and parse.tags[verb][0] == "V":
            called = [kid for kid in parse.kids[verb] if parse.deps[kid] == "dobj" and kid > verb]
            if called:
                seat(parse, verb, called[0])


def is_told(parse: Parse, called: int, mark: int) -> bool:
    """Tell whether all up to the quotation names what is called, with what it is for: "the plan to leave"."""
    gap = range(called + 1, mark)
    if any(parse.tags[at] in (",", "CC", ":", ".") for at in gap):
        return False
    return all(parse.tags[at] == "VB" and called in parse.above(at) for at in gap if parse.tags[at][0] == "V")


def seat(parse: Parse, verb: int, called: int) -> None:
    """Hang the noun of the quotation that stands right behind what is called on its verb."""
    mark = next((at for at in range(called + 1, len(parse.words)) if parse.words[at] in MARKS), None)
    if mark is None or mark + 2 >= len(parse.words) or not is_told(parse, called, mark):
        return
    quality = mark + 1
    if parse.deps[quality] == "oprd" and called < parse.heads[quality] < mark:
        parse.move(quality, verb, "oprd")
    if parse.lows[mark + 1] not in ARTICLES:
        return
    noun = mark + 2
    while noun + 1 < len(parse.words) and parse.tags[noun][:2] in ("JJ", "VB", "RB", "HY"):
        noun += 1
    while noun + 1 < len(parse.words) and parse.tags[noun + 1][:2] == "NN":
        noun += 1
    if parse.tags[noun][:2] != "NN" or parse.deps[noun] not in ADRIFT or parse.heads[noun] == noun:
        return
    old = parse.heads[noun]
    parse.move(noun, verb, "oprd")
    if mark < old < len(parse.words) and old != noun and parse.deps[noun] == "oprd" and parse.heads[old] == verb:
        # "A step away from peace": the parser hangs the step on what stands behind it.
        parse.move(old, noun, "advmod")
