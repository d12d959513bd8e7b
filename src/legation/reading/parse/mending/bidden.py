"""Bidden: what somebody is asked to do, behind what is told of him in passing.

In "urged Togo, the only state that both trust, to resume talks" a small parser hangs the talks on the state that both
trust, as if they had been resumed.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import Parse

HUNG = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp"})
# What leads from a clause in passing up to whom it is about.
PASSING = HUNG | {"appos", "conj", "pobj", "prep", "compound", "attr", "nsubj"}


def hang_bidding(parse: Parse) -> None:
    """Hang each infinitive behind a comma on the verb of asking before it whose object the words between are about."""
    for verb, dep in enumerate(parse.deps):
        if dep not in HUNG or parse.tags[verb] != "VB":
            continue
        marker = next((kid for kid in parse.kids[verb] if parse.tags[kid] == "TO" and kid < verb), 0)
        if marker and parse.words[marker - 1] == "," and (bid := bidding_over(parse, verb)) is not None:
            for kid in [kid for kid in parse.kids[verb] if kid < marker - 1]:
                parse.move(kid, parse.heads[verb], parse.deps[kid])
            parse.move(verb, bid, "xcomp")


def bidding_over(parse: Parse, verb: int) -> int | None:
    """Return the verb of asking whose object a clause is wrongly about; None if there is none."""
    at = verb
    while parse.deps[at] in PASSING and parse.heads[at] != at:
        at = parse.heads[at]
    bid = parse.heads[at]
    asked = parse.deps[at] == "dobj" and bid < at < verb and parse.heads[verb] != at
    if not asked or parse.lemmas[bid] not in words_of("asking") or parse.has(bid, "xcomp"):
        return None
    return bid
