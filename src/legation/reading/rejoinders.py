"""Rejoinders: who denies what somebody was just accused of, behind a comma and the word for it.

- "Chad accused Togo of hiding arms, allegations Togo denies": Chad did accuse it, and that is nobody's denial;
- "…, a charge Lima rejects": the parser may take the verb for a noun;
- "…, claims Quito has dismissed": or the noun for the verb of the sentence.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.repairs import Parse

ARTICLES = frozenset({"a", "an", "the"})
RELATIVE = frozenset({"that", "which"})
# What stands between the word for the charge and the verb: who answers it, and what helps the verb.
BETWEEN = frozenset({"NN", "NNS", "NNP", "NNPS", "DT", "JJ", "POS", "RB"})
CLOSING = frozenset({",", ".", ";", "as", ""})
# Who answers is named in no more words than these.
LONGEST = 7


def hang_rejoinders(parse: Parse) -> None:
    """Hang who denies a charge on the word for it, and that on what stands before its comma."""
    for noun, lemma in enumerate(parse.lemmas):
        comma = noun - 1 - (parse.lows[noun - 1] in ARTICLES)
        if lemma in words_of("names of charges") and comma > 1 and parse.words[comma] == ",":
            verb = find_answer(parse, noun)
            if verb is not None:
                seat(parse, comma, noun, verb)


def find_answer(parse: Parse, noun: int) -> int | None:
    """Return the verb of denial right behind who answers the charge; None if something else stands there."""
    first = noun + 1 + (parse.lows[noun + 1 : noun + 2] != [] and parse.lows[noun + 1] in RELATIVE)
    for at in range(first, min(first + LONGEST, len(parse.words))):
        if at > first and parse.lemmas[at] in words_of("denying charges"):
            following = parse.lows[at + 1] if at + 1 < len(parse.words) else ""
            return at if following in CLOSING else None
        if parse.tags[at] not in BETWEEN and parse.lemmas[at] != "have":
            return None
    return None


def seat(parse: Parse, comma: int, noun: int, verb: int) -> None:
    """Hang the charge on the word before the comma, and the clause of who denies it on the charge."""
    above = [comma - 1, *parse.above(comma - 1)]
    told = [at for at in above if at < comma and parse.tags[at][0] == "V"]
    if not told:
        return
    main = told[-1]
    over = [at for at in above if at in (noun, verb)]
    if over:
        parse.replace(over[-1], main)
    if parse.tags[noun][0] == "V":
        parse.retag(noun, "NNS" if parse.lows[noun].endswith("s") else "NN")
    if parse.tags[verb][0] != "V":
        parse.retag(verb, "VBZ")
    helped = [at for at in range(noun + 1, verb) if parse.lemmas[at] == "have"]
    who = (helped[0] if helped else verb) - 1
    while parse.tags[who] == "RB":
        who -= 1
    parse.move(noun, comma - 1, "appos")
    parse.move(verb, noun, "relcl")
    parse.move(who, verb, "nsubj")
    for helper in helped:
        parse.move(helper, verb, "aux")
    parse.move(comma, main, "punct")
