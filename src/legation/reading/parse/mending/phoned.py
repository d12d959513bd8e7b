"""Phoned: "the minister called Macron to thank him" is a sentence, no minister of that name.

A small parser takes the verb for a participle that says what the noun before it is called. Where the noun has no verb
of its own, the word called by name is whom he rang up, or on whom he called; "an envoy called Diaz was expelled" tells
of no call.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import FINITE, Parse


def ring_up(parse: Parse) -> None:
    """Make "called" the verb of a clause that has none, with who calls before it and whom behind it."""
    for verb, word in enumerate(parse.lows):
        caller = parse.heads[verb]
        if word != "called" or parse.deps[verb] != "acl" or caller > verb or not parse.tags[caller].startswith("NN"):
            continue
        name = parse.kid(verb, "oprd", "dobj")
        over = parse.kid(verb, "prep") if name is None else None
        if over is not None and parse.lows[over] == "on":
            name = parse.kid(over, "pobj")
        if name is None or parse.tags[name] != "NNP" or parse.lows[name] in words_of("calendar"):
            continue
        if has_verb(parse, caller, verb):
            parse.tags[verb] = "JJ" if over is None else parse.tags[verb]
            continue
        # The noun's own: what stands before it.
        later = [kid for kid in parse.kids[caller] if kid > verb]
        parse.retag(verb, "VBD")
        parse.replace(caller, verb)
        parse.move(caller, verb, "nsubj")
        parse.hand(later, verb)
        parse.deps[name] = "dobj" if over is None else "pobj"
        for kid in parse.kids[verb]:
            if parse.deps[kid] in ("acl", "relcl") and parse.tags[kid] == "VB":
                parse.deps[kid] = "xcomp"


def has_verb(parse: Parse, noun: int, called: int) -> bool:
    """Tell whether a noun stands in a clause: it hangs on something, or another finite verb hangs on it."""
    return parse.deps[noun] != "ROOT" or any(parse.tags[kid] in FINITE for kid in parse.kids[noun] if kid != called)
