"""Verbs of headlines that a small parser takes for parts of the noun behind them.

In "recalls envoy as Peru halts gas talks" it takes "halts" for one more noun before "talks" and "as" for a preposition.
A word in the third person cannot stand before a noun as its part: it is the verb of a clause, the name before it does
it, and the noun behind is what it is done to. So is one of the few words that may be nouns as well, behind a name, and
what several do with each other: "Chad and Mali trade accusations", "Iran, Oman swap prisoners".
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import SUBJECTS, Parse

NAMES = frozenset({"NNP", "NNPS"})
FINITE_PRESENT = "VBP"


def free_verbs(parse: Parse) -> None:
    """Make each third person before a noun the verb of a clause with that noun as its object."""
    for i, dep in enumerate(parse.deps):
        if dep != "compound" or not i or parse.heads[i] < i or parse.tags[i - 1] not in NAMES:
            continue
        if parse.words[i] in words_of("trading") and parse.lemmas[parse.heads[i]] in words_of("traded"):
            trade(parse, i)
            continue
        doubtful = parse.tags[i] == "NNS" and parse.lows[i] in words_of("verbs of headlines")
        if (parse.tags[i] == "VBZ" or doubtful) and parse.heads[i - 1] >= i - 1:
            free(parse, i)


def free(parse: Parse, verb: int) -> None:
    """Put a verb in the place of the noun that took it in."""
    noun = parse.heads[verb]
    while parse.deps[noun] == "compound" and parse.heads[noun] > noun:
        noun = parse.heads[noun]
    above, dep = parse.heads[noun], parse.deps[noun]
    opens = dep == "pobj" and above == parse.first(noun) - 1
    if opens and parse.lows[above] not in words_of("opening clauses"):
        return
    parse.retag(verb, "VBZ")
    subject = verb - 1
    before = [kid for kid in parse.kids[noun] if kid < verb and kid not in (subject, verb)]
    if opens:
        parse.move(verb, clause_over(parse, above), "advcl")
        parse.move(above, verb, "mark")
    else:
        parse.replace(noun, verb)
    parse.move(noun, verb, "dobj")
    parse.move(subject, verb, "nsubj")
    for kid in before:
        parse.move(kid, subject if kid < subject else verb, parse.deps[kid])


def trade(parse: Parse, verb: int) -> None:
    """Make the first of two nouns the verb, what is traded its object, and the names before it its subjects."""
    noun, last = parse.heads[verb], verb - 1
    first = last
    while parse.deps[first] == "conj" and parse.heads[first] < first:
        first = parse.heads[first]
    above, dep = parse.heads[noun], parse.deps[noun]
    listed = dep == "appos" and parse.tags[above] in NAMES and parse.words[parse.first(last) - 1] == ","
    parse.tags[verb], parse.lemmas[verb] = FINITE_PRESENT, parse.words[verb]
    behind = [kid for kid in parse.kids[noun] if kid > noun]
    top = verb if above == noun or listed or dep in SUBJECTS else above
    parse.move(verb, top, "ROOT" if top == verb else dep)
    parse.move(noun, verb, "dobj")
    if listed:
        parse.move(above, verb, "nsubj")
        parse.move(last, above, "conj")
    else:
        parse.move(first, verb, "nsubj")
    for kid in behind:
        parse.move(kid, above if dep in SUBJECTS else verb, parse.deps[kid])
    if dep in SUBJECTS:
        tell_after(parse, above, verb)


def tell_after(parse: Parse, later: int, verb: int) -> None:
    """Hang the clause that has lost its subject on the verb before it: "… trade accusations after clash leaves 3 dead".

    The noun right before its verb is its subject.
    """
    parse.move(later, verb, "advcl")
    noun = later - 1
    if parse.heads[noun] == later and parse.deps[noun] == "advcl":
        parse.tags[noun], parse.lemmas[noun] = "NN", parse.lows[noun]
        parse.deps[noun] = "nsubj"
        for kid in [kid for kid in parse.kids[noun] if parse.deps[kid] != "compound"]:
            marking = parse.deps[kid] == "mark"
            parse.move(kid, later if marking else noun, "mark" if marking else "compound")


def clause_over(parse: Parse, preposition: int) -> int:
    """Return the verb above a preposition, or the word it hangs on."""
    at = parse.heads[preposition]
    while parse.tags[at][0] != "V" and parse.heads[at] != at:
        at = parse.heads[at]
    return at if parse.tags[at][0] == "V" else parse.heads[preposition]
