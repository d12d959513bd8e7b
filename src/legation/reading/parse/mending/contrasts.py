"""Contrasts: who is named only as not meant, and who is singled out by "it was".

- "not Peru but Chile sent ships", "sent them not to Peru but to Chile", "did not send them to Peru but to Chile": Chile
  stands in the place that Peru has taken.
- "it was Oman, not Qatar, that called": Oman called.
- "it was not Oman that called": that Oman called is denied.
- "it was to Fiji that China lent it": it was lent to Fiji.
- "what Libya has not done is hand over the men": that Libya handed them over is denied.
- "Kenya all but invaded Somalia": "all but" is said of the act, as "nearly" is.

A small parser gives the place to whoever is named first, and hangs what was done on "was".
"""

from collections.abc import Sequence

from legation.reading.parse.mending.repair import SUBJECTS, Parse

CONTRASTED = frozenset({"NN", "NNS", "NNP", "NNPS", "IN", "TO", "CD"})
PAST = frozenset({"VBD", "VBN"})
NAMES = frozenset({"NNP", "NNPS"})
# Behind these words "not" leaves out nobody: "not only Peru but Chile".
MORE = frozenset({"only", "just", "merely", "simply", "solely", "alone"})
RELATIVE = frozenset({"that", "who", "which"})
OBJECTS = frozenset({"dobj", "attr", "ccomp", "xcomp", "auxpass"})


def set_contrasts(parse: Parse) -> None:
    """Give each place to whoever is meant, and each act behind "it was" to whoever is singled out by it."""
    lows = parse.lows
    if "it" in lows:
        for i in [i for i, dep in enumerate(parse.deps) if dep == "relcl"]:
            give_back(parse, i)
    if "not" in lows:
        for i, word in enumerate(lows):
            if word == "but" and parse.deps[i] == "cc":
                give_place(parse, i)
            elif word == "not" and parse.deps[i] == "neg":
                leave_out(parse, i)
    for i, word in enumerate(lows[1:-1], start=1):
        if word == "but" and lows[i - 1] == "all" and parse.tags[i + 1] in PAST:
            say_nearly(parse, i)
    single_out_all(parse, lows)


def single_out_all(parse: Parse, lows: Sequence[str]) -> None:
    """Make each act behind "it was" or "what … has done is" one of whoever is singled out by it."""
    for i, dep in enumerate(parse.deps):
        if dep == "csubj" and lows[parse.first(i)] == "what" and parse.lemmas[i] == "do":
            tell_what(parse, i)
        if dep == "ccomp" and parse.lemmas[parse.heads[i]] == "be" and parse.heads[i] < i:
            single_out(parse, i)


def give_place(parse: Parse, but: int) -> None:
    """Put who stands behind "but" in the place of who stands behind "not", and the latter beside."""
    first = parse.heads[but]
    second = next((kid for kid in parse.kids[first] if kid > but and parse.deps[kid] == "conj"), None)
    inside = [kid for kid in parse.kids[first] if kid < first and parse.lows[kid] != "not"]
    start = min([first, *(parse.first(kid) for kid in inside)])
    negation = negation_of(parse, first, start, but)
    if second is None or negation is None or not {parse.tags[first], parse.tags[second]} <= CONTRASTED:
        return
    behind = [kid for kid in parse.kids[first] if kid > second]
    parse.replace(first, second)
    parse.hand([but, *behind], second)
    parse.move(first, second, "conj")
    parse.move(negation, first, "neg")


def negation_of(parse: Parse, first: int, start: int, but: int) -> int | None:
    """Return the "not" that leaves out what stands before "but": right before it, or at the verb; None if none does."""
    if start and parse.lows[start - 1] == "not":
        return None if parse.lows[start] in MORE else start - 1
    verb = parse.heads[first]
    named = parse.tags[first] in NAMES or parse.deps[first] in ("prep", "dative")
    if not named or verb > first or parse.words[but - 1] == "," or parse.lows[but + 1] == "also":
        return None
    return next((kid for kid in parse.kids[verb] if parse.deps[kid] == "neg" and kid < verb), None)


def leave_out(parse: Parse, negation: int) -> None:
    """Hang "not" on the name right behind it that the parser takes for an addition: "Oman, not Qatar, called"."""
    first = parse.heads[negation]
    added = next((kid for kid in parse.kids[first] if kid > negation and parse.deps[kid] in ("appos", "conj")), None)
    if added is not None and first < negation and parse.first(added) == negation + 1:
        parse.move(added, first, "conj")
        parse.move(negation, added, "neg")


def say_nearly(parse: Parse, but: int) -> None:
    """Make "all but" an adverb of the verb behind it, and the name before it the one who acts."""
    verb, before = but + 1, but - 2
    top = parse.heads[verb]
    if parse.deps[verb] == "conj" and top == before:
        # The name was taken for a verb.
        parse.replace(top, verb)
        parse.move(before, verb, "nsubj")
        parse.tags[before] = "NNP"
    parse.move(but, verb, "advmod")
    parse.move(but - 1, but, "advmod")


def tell_what(parse: Parse, doing: int) -> None:
    """Give the act behind "what Libya has not done is" its doer, and its "not"."""
    copula = parse.heads[doing]
    doer = parse.kid(doing, "nsubj")
    links = ("attr", "xcomp", "ccomp")
    act = next((kid for kid in parse.kids[copula] if kid > copula and parse.deps[kid] in links), None)
    if doer is None or act is None or parse.tags[act] not in ("NN", "VB", "VBP"):
        return
    if parse.tags[act] == "NN" and parse.has(act, "det"):
        return
    parse.retag(act, "VB")
    parse.tags[act] = "VBD"
    parse.move(act, copula, "ccomp")
    parse.move(doer, act, "nsubj")
    for kid in [kid for kid in parse.kids[act] if parse.tags[kid] == "TO"]:
        parse.move(kid, copula, "mark")
    parse.hand(
        [kid for kid in parse.kids[doing] if parse.deps[kid] in ("neg", "aux") and parse.tags[kid] != "VBD"], act
    )


def single_out(parse: Parse, verb: int) -> None:
    """Make the clause behind "it was Oman that" one about Oman, and "it was to Fiji that" a place in the clause."""
    copula = parse.heads[verb]
    opening = next((kid for kid in parse.kids[verb] if parse.lows[kid] in RELATIVE), None)
    empty = any(parse.lows[kid] == "it" and parse.deps[kid] in SUBJECTS for kid in parse.kids[copula])
    if opening is None or not empty or parse.deps[opening] not in ("mark", *SUBJECTS):
        return
    acts = parse.deps[opening] in SUBJECTS
    lacking = not acts and not parse.has(verb, *OBJECTS)
    whom = next((kid for kid in parse.kids[copula] if copula < kid < opening and parse.deps[kid] == "attr"), None)
    place = next((kid for kid in parse.kids[copula] if copula < kid < opening and parse.deps[kid] == "prep"), None)
    if whom is not None and (acts or (lacking and parse.tags[whom] in NAMES)):
        parse.move(verb, whom, "relcl")
        parse.tags[opening] = "WDT"
        parse.deps[opening] = parse.deps[opening] if acts else "dobj"
    elif whom is None and place is not None and not acts:
        parse.move(place, verb, "prep")
    else:
        return
    for kid in [kid for kid in parse.kids[copula] if parse.deps[kid] == "neg"]:
        parse.move(kid, verb, "neg")


def give_back(parse: Parse, verb: int) -> None:
    """Make a clause about the one singled out, where the parser hangs it on who is named only beside him."""
    beside = parse.heads[verb]
    if parse.deps[beside] not in ("appos", "pobj"):
        return
    top = parse.heads[parse.heads[beside]] if parse.deps[beside] == "pobj" else parse.heads[beside]
    copula = parse.heads[top]
    empty = any(parse.lows[kid] == "it" and parse.deps[kid] in SUBJECTS for kid in parse.kids[copula])
    contrast = {"not", "than"}.intersection(parse.lows[top:beside])
    if empty and contrast and parse.deps[top] == "attr" and parse.lemmas[copula] == "be" and top < beside < verb:
        parse.move(verb, top, "relcl")
