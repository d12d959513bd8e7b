"""Prompted: infinitives that tell what somebody is asked or made to do, which a small parser may take for a purpose.

"Kenya appealed to Uganda to free them", "the siege led Chad to fire missiles": Uganda is to free them, Chad fires. Only
behind a name or pronoun, for "led a mission to free them" tells a purpose.

"Was asked to leave the land by Chad": an infinitive in the active has no such doer, so Chad asks.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import Parse

PROMPTED = frozenset({"NNP", "NNPS", "PRP"})
# "Called on Iran to stop": who is asked stands behind these.
ASKED = frozenset({"on", "upon", "to", "with"})


def bind_infinitives(parse: Parse) -> None:
    """Make what somebody is asked or made to do depend on the verb that says so."""
    for i, dep in enumerate(parse.deps):
        if dep == "advcl" and parse.tags[i] == "VB" and is_prompted(parse, i):
            parse.deps[i] = "xcomp"
        if parse.deps[i] == "xcomp" and parse.tags[i] == "VB":
            raise_asker(parse, i)


def raise_asker(parse: Parse, act: int) -> None:
    """Hang "by" under an active infinitive on the passive above it, where it names who asks and no way, day or act."""
    verb = parse.heads[act]
    asked = parse.lemmas[verb] in words_of("asking") or parse.lemmas[verb] in words_of("making do")
    if not asked or not parse.has(verb, "auxpass") or parse.has(verb, "agent") or parse.has(act, "auxpass"):
        return
    spots = [act, *(kid for kid in parse.kids[act] if parse.deps[kid] == "dobj")]
    for by in (kid for spot in spots for kid in parse.kids[spot] if parse.lows[kid] == "by"):
        doer = parse.kid(by, "pobj")
        if doer is None or parse.tags[doer][:2] != "NN":
            continue
        if parse.lows[doer] not in words_of("calendar") and parse.lemmas[doer] not in words_of("means"):
            parse.move(by, verb, "agent")
            return


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
