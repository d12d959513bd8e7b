"""Gapped: a second party to whom the verb before is not said again.

- "asked India to return him and Pakistan to apologise": Pakistan is asked, and Pakistan is to apologise.
- "thanked Mexico for the oil and Russia for the wheat": Russia is thanked.
- "sent Morocco a note and Algeria an envoy", "gave Yemen $2m and Sudan $3m": Algeria and Sudan are given something.

A small parser joins the second name to the nearest noun, or to the verb.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import Parse

NAMES = frozenset({"NNP", "NNPS"})
ARTICLES = frozenset({"a", "an"})
COUNTED = frozenset({"CD", "$"})


def fill_gapped(parse: Parse) -> None:
    """Join each second name that the verb before is said of to the first one."""
    for i, dep in enumerate(parse.deps):
        if dep != "conj" or parse.tags[i] not in NAMES or not is_behind_and(parse, i):
            continue
        verb = next((at for at in parse.above(i) if parse.tags[at][0] == "V" and parse.heads[at] != i), None)
        if verb is not None and verb < i and i + 1 < len(parse.words):
            ask_second(parse, i, verb)
            do_to_second(parse, i, verb)
            give_second(parse, i, verb)


def is_behind_and(parse: Parse, name: int) -> bool:
    """Tell whether "and" stands right before a name, or its article."""
    start = min([name, *(kid for kid in parse.kids[name] if kid < name and parse.deps[kid] in ("det", "compound"))])
    return start > 0 and parse.lows[start - 1] == "and"


def ask_second(parse: Parse, name: int, verb: int) -> None:
    """Make a name before "to" and a verb the second that is asked, and the one who is to act."""
    if parse.lows[name + 1] != "to" or parse.tags[name + 1] != "TO":
        return
    act = parse.heads[name + 1]
    asked = next((at for at in (verb, *parse.above(verb)) if parse.lemmas[at] in words_of("asking of several")), None)
    first = (
        next((kid for kid in parse.kids[asked] if parse.deps[kid] == "dobj" and kid < name), None) if asked else None
    )
    if asked is None or first is None or act <= name or parse.tags[first] not in NAMES:
        return
    if not any(first < kid < name and parse.tags[kid] == "VB" for kid in parse.kids[asked]):
        # "Asked Chad and Mali to talk": both are asked the same.
        return
    parse.move(act, asked, "ccomp")
    parse.move(name, act, "nsubj")


def do_to_second(parse: Parse, name: int, verb: int) -> None:
    """Make a name before the preposition that stands behind the object one more object: "and Russia for the wheat"."""
    preposition = parse.lows[name + 1]
    first = next((kid for kid in parse.kids[verb] if parse.deps[kid] == "dobj" and kid < name), None)
    if first is None or parse.tags[first] not in NAMES or parse.heads[name] == first or parse.tags[name + 1] != "IN":
        return
    before = [kid for kid in (*parse.kids[verb], *parse.kids[first]) if first < kid < name]
    if any(parse.lows[kid] == preposition and parse.deps[kid] == "prep" for kid in before):
        parse.move(name, first, "conj")
        parse.move(name + 1, verb, "prep")


def give_second(parse: Parse, name: int, verb: int) -> None:
    """Make a name before something with an article or a number the second who is given something."""
    first = next((kid for kid in parse.kids[verb] if parse.deps[kid] == "dative" and kid < name), None)
    behind = parse.lows[name + 1] in ARTICLES or parse.tags[name + 1] in COUNTED
    if first is not None and behind and parse.tags[first] in NAMES:
        parse.move(name, first, "conj")
