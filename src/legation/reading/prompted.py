"""Prompted: infinitives that tell what somebody is asked or made to do, which a small parser may take for a purpose.

"Kenya appealed to Uganda to free them", "the siege led Chad to fire missiles": Uganda is to free them, Chad fires. Only
behind a name or pronoun, for "led a mission to free them" tells a purpose.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.repairs import Parse

PROMPTED = frozenset({"NNP", "NNPS", "PRP"})
# "Called on Iran to stop": who is asked stands behind these.
ASKED = frozenset({"on", "upon", "to", "with"})


def bind_infinitives(parse: Parse) -> None:
    """Make what somebody is asked or made to do depend on the verb that says so."""
    for i, dep in enumerate(parse.deps):
        if dep == "advcl" and parse.tags[i] == "VB" and is_prompted(parse, i):
            parse.deps[i] = "xcomp"


def is_prompted(parse: Parse, act: int) -> bool:
    """Tell whether an infinitive stands right behind who is asked or made to do it."""
    verb, opening = parse.heads[act], parse.first(act)
    asked, lemma = before(parse, opening), parse.lemmas[verb]
    if parse.lows[opening] != "to" or not verb < asked or parse.tags[asked] not in PROMPTED:
        return False
    above = parse.heads[asked]
    if above == verb:
        return parse.deps[asked] == "dobj" and lemma in words_of("asking") | words_of("making do")
    through = parse.deps[asked] == "pobj" and parse.heads[above] == verb
    return through and parse.lows[above] in ASKED | {"for"} and lemma in words_of("asking through")


def before(parse: Parse, opening: int) -> int:
    """Return the noun whose phrase ends before a word: "called for Iran, its neighbour, to open"."""
    at = opening - 2 if parse.words[opening - 1] == "," else opening - 1
    while parse.deps[at] == "appos" and parse.heads[at] < at:
        at = parse.heads[at]
    return at
