"""Verbs of headlines that a small parser takes for parts of the noun behind them.

In "recalls envoy as Peru halts gas talks" it takes "halts" for one more noun before "talks" and "as" for a preposition.
A word in the third person cannot stand before a noun as its part: it is the verb of a clause, the name before it does
it, and the noun behind is what it is done to. So is one of the few words that may be nouns as well, behind a name.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.lemmas import Lemmatizer
from legation.reading.repairs import Parse

NAMES = frozenset({"NNP", "NNPS"})


def free_verbs(parse: Parse, lemmatizer: Lemmatizer) -> None:
    """Make each third person before a noun the verb of a clause with that noun as its object."""
    for i, dep in enumerate(parse.deps):
        if dep != "compound" or not i or parse.heads[i] < i or parse.tags[i - 1] not in NAMES:
            continue
        doubtful = parse.tags[i] == "NNS" and parse.words[i].lower() in words_of("verbs of headlines")
        if (parse.tags[i] == "VBZ" or doubtful) and parse.heads[i - 1] >= i - 1:
            free(parse, i, lemmatizer)


def free(parse: Parse, verb: int, lemmatizer: Lemmatizer) -> None:
    """Put a verb in the place of the noun that took it in."""
    noun = parse.heads[verb]
    while parse.deps[noun] == "compound" and parse.heads[noun] > noun:
        noun = parse.heads[noun]
    above, dep = parse.heads[noun], parse.deps[noun]
    opens = dep == "pobj" and above == parse.first(noun) - 1
    if opens and parse.words[above].lower() not in words_of("opening clauses"):
        return
    parse.tags[verb] = "VBZ"
    parse.lemmas[verb] = lemmatizer.lemma(parse.words[verb], "VBZ")
    subject = verb - 1
    before = [kid for kid in parse.kids[noun] if kid < verb and kid not in (subject, verb)]
    if opens:
        parse.move(verb, clause_over(parse, above), "advcl")
        parse.move(above, verb, "mark")
    else:
        parse.move(verb, verb if above == noun else above, dep)
    parse.move(noun, verb, "dobj")
    parse.move(subject, verb, "nsubj")
    for kid in before:
        parse.move(kid, subject if kid < subject else verb, parse.deps[kid])


def clause_over(parse: Parse, preposition: int) -> int:
    """Return the verb above a preposition, or the word it hangs on."""
    at = parse.heads[preposition]
    while parse.tags[at][0] != "V" and parse.heads[at] != at:
        at = parse.heads[at]
    return at if parse.tags[at][0] == "V" else parse.heads[preposition]
