"""Disputes: who calls untrue, in passing and at the end, what the sentence tells: "…, a charge Chad denies".

A small parser takes what is told for the object of the denial, so that nobody is left to tell it, takes the verb for
a noun behind the name ("an accusation Kigali rejects"), or the noun for the verb of the sentence ("claims Quito has
dismissed").
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import Parse

ARTICLES = frozenset({"a", "an", "the"})
RELATIVE = frozenset({"that", "which"})
# Behind the denial stands nothing it could be about.
CLOSING = frozenset({",", ".", ";", "as", ""})
# How many words stand between what is disputed and the verb at most: whose it is, "has", "repeatedly".
LONGEST = 9
ENDS = frozenset({",", ";", ".", ":"})
HELPING = frozenset({"VBZ", "VBP", "VBD", "MD", "RB", "VB", "VBN"})


def set_disputes(parse: Parse) -> None:
    """Hang each passing denial on what it denies, and that beside the clause that tells it."""
    for noun, lemma in enumerate(parse.lemmas):
        comma = noun - 1 - (parse.lows[noun - 1] in ARTICLES)
        if lemma not in words_of("disputed") or comma < 1 or parse.words[comma] != ",":
            continue
        verb = denial_behind(parse, noun)
        denier = who_denies(parse, noun, verb) if verb is not None else None
        if verb is not None and denier is not None:
            seat(parse, (noun, verb, denier), comma)


def seat(parse: Parse, denial: tuple[int, int, int], comma: int) -> None:
    """Hang a denial on what it denies: the noun, the verb and who denies it."""
    noun, verb, denier = denial
    told = next((kid for kid in parse.kids[verb] if parse.deps[kid] == "ccomp" and kid < noun), None)
    if told is not None:
        free(parse, verb, told, noun)
    elif (main := main_before(parse, comma, denial)) is not None:
        over = [at for at in parse.above(comma - 1) if at in (noun, verb)]
        if over:
            parse.replace(over[-1], main)
        parse.move(noun, comma - 1, "appos")
        stops = [kid for at in (noun, verb) for kid in parse.kids[at] if parse.deps[kid] == "punct"]
        parse.hand([comma, *stops], main)
    if parse.tags[noun][0] == "V":
        parse.retag(noun, "NNS" if parse.lows[noun].endswith("s") else "NN")
    if parse.tags[verb][0] != "V":
        parse.retag(verb, "VBZ")
    helpers = [at for at in range(denier + 1, verb) if parse.lemmas[at] in ("have", "be")]
    parse.move(verb, noun, "relcl")
    parse.move(denier, verb, "nsubj")
    for helper in helpers:
        parse.move(helper, verb, "aux")


def main_before(parse: Parse, comma: int, denial: tuple[int, int, int]) -> int | None:
    """Return the topmost verb over the word before a comma that stands before it; None if there is none."""
    above = [comma - 1, *parse.above(comma - 1)]
    told = [at for at in above if at < comma and parse.tags[at][0] == "V" and at not in denial]
    return told[-1] if told else None


def free(parse: Parse, verb: int, told: int, noun: int) -> None:
    """Give the clause told the place of the denial, with all that stands before it and the full stop."""
    beside = [kid for kid in parse.kids[verb] if kid not in (told, noun) and kid < noun]
    stops = [kid for kid in parse.kids[verb] if kid > verb and parse.deps[kid] == "punct"]
    parse.replace(verb, told)
    parse.hand([*beside, *stops], told)
    parse.move(noun, told, "npadvmod")


def denial_behind(parse: Parse, noun: int) -> int | None:
    """Return the verb that calls a thing untrue behind it, before any comma; None if there is none."""
    first = noun + 1 + (parse.lows[noun + 1 : noun + 2] != [] and parse.lows[noun + 1] in RELATIVE)
    for at in range(first + 1, min(noun + LONGEST, len(parse.words))):
        if parse.lows[at - 1] in ENDS:
            return None
        tag = parse.tags[at]
        lemma = parse.lemmatizer.lemma(parse.words[at], "VBZ") if tag == "NNS" else parse.lemmas[at]
        if (tag == "NNS" or tag[0] == "V") and lemma in words_of("disputing"):
            following = parse.lows[at + 1] if at + 1 < len(parse.words) else ""
            return at if following in CLOSING else None
    return None


def who_denies(parse: Parse, noun: int, verb: int) -> int | None:
    """Return the noun right before a verb and its auxiliaries, who denies something; None if none stands there."""
    at = verb - 1
    while at > noun and parse.tags[at] in HELPING:
        at -= 1
    return at if at > noun and parse.tags[at][:2] in ("NN", "PR") else None
