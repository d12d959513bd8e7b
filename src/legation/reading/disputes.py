"""Disputes: who calls untrue, in passing and at the end, what the sentence tells: "…, a charge Chad denies".

A small parser takes what is told for the object of the denial, so that nobody is left to tell it, or takes the verb for
a noun behind the name ("an accusation Kigali rejects").
"""

from legation.lexicon.wordlists import words_of
from legation.reading.repairs import Parse

ARTICLES = frozenset({"a", "an"})
# How many words stand between what is disputed and the verb at most: whose it is, "has", "repeatedly".
LONGEST = 9
ENDS = frozenset({",", ";", ".", ":", "that", "which"})
HELPING = frozenset({"VBZ", "VBP", "VBD", "MD", "RB", "VB", "VBN"})


def set_disputes(parse: Parse) -> None:
    """Hang each passing denial on what it denies, and that beside the clause that tells it."""
    for noun in range(2, len(parse.words)):
        if parse.lemmas[noun] not in words_of("disputed") or parse.words[noun - 2] != ",":
            continue
        verb = denial_behind(parse, noun) if parse.lows[noun - 1] in ARTICLES else None
        denier = who_denies(parse, noun, verb) if verb is not None else None
        if verb is None or denier is None:
            continue
        told = next((kid for kid in parse.kids[verb] if parse.deps[kid] == "ccomp" and kid < noun), None)
        if told is not None:
            free(parse, verb, told, noun)
        elif parse.tags[verb] == "NNS":
            parse.retag(verb, "VBZ")
        elif parse.heads[verb] == verb or noun in parse.kids[verb]:
            continue
        parse.move(verb, noun, "relcl")
        parse.move(denier, verb, "nsubj")


def free(parse: Parse, verb: int, told: int, noun: int) -> None:
    """Give the clause told the place of the denial, with all that stands before it and the full stop."""
    beside = [kid for kid in parse.kids[verb] if kid not in (told, noun) and kid < noun]
    stops = [kid for kid in parse.kids[verb] if kid > verb and parse.deps[kid] == "punct"]
    parse.replace(verb, told)
    parse.hand([*beside, *stops], told)
    parse.move(noun, told, "npadvmod")


def denial_behind(parse: Parse, noun: int) -> int | None:
    """Return the verb that calls a thing untrue behind it, before any comma; None if there is none."""
    for at in range(noun + 2, min(noun + LONGEST, len(parse.words))):
        if parse.lows[at - 1] in ENDS:
            return None
        tag = parse.tags[at]
        lemma = parse.lemmatizer.lemma(parse.words[at], "VBZ") if tag == "NNS" else parse.lemmas[at]
        if (tag == "NNS" or tag[0] == "V") and lemma in words_of("disputing"):
            return at
    return None


def who_denies(parse: Parse, noun: int, verb: int) -> int | None:
    """Return the noun right before a verb and its auxiliaries, who denies something; None if none stands there."""
    at = verb - 1
    while at > noun and parse.tags[at] in HELPING:
        at -= 1
    return at if at > noun and parse.tags[at][:2] in ("NN", "PR") else None
