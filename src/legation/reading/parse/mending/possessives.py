"""Possessive relatives with a name inside: who stands behind "whose" does what the clause tells, not who stands before.

- "Peru, whose favourite, Rossi, vowed to dig a ditch, signed a pact": Rossi vowed, Peru signed.
- "Oman, whose sultan received Rossi, opened a port": a small parser lets Oman do both, or the sultan.
- "Chad, which says that Niger shelled it, left": behind the second comma the sentence goes on with Chad.
- "expelled Malians, of whom there are many, and closed the border": so it does behind "there are".
- "Chad votes in a run-off whose favourite, Rossi, has vowed to leave": what Rossi vowed is told of the run-off.
"""

from legation.reading.parse.mending.repair import FINITE, SUBJECTS, Parse

# What the noun phrase behind "whose" is made of.
PHRASE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "CD", "VBG", "POS", "IN", "DT"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
BEFORE_VERB = frozenset({"MD", "RB", "VBZ", "VBP", "VBD"})
# A name between commas has no more words than these.
LONGEST = 6


def seat_possessed(parse: Parse) -> None:
    """Give each clause behind "whose" the subject that stands there."""
    for whose, tag in enumerate(parse.tags):
        if tag != "WP$" or whose == 0:
            continue
        owner = whose - 1 - (parse.words[whose - 1] == ",")
        found = find_clause(parse, whose)
        if found is None or owner < 0 or parse.tags[owner] not in NOUNS:
            continue
        noun, name, verb = found
        if set_clause(parse, owner, noun, verb):
            parse.tags[noun] = "NN" if parse.tags[noun][0] == "J" else parse.tags[noun]
            parse.move(noun, verb, "nsubj")
            parse.move(whose, noun, "poss")
            if name is not None:
                parse.move(name, noun, "appos")


def go_on(parse: Parse) -> None:
    """Give what follows a relative clause, from its comma on, back to whom the sentence is about."""
    for noun, clause in [(parse.heads[at], at) for at, dep in enumerate(parse.deps) if dep == "relcl"]:
        if any(parse.deps[kid] == "expl" for kid in parse.kids[clause]):
            leave_aside(parse, noun, clause)
        top = [noun, *parse.above(noun)][-1]
        if parse.tags[top] in NOUNS and not any(parse.deps[kid] == "cop" for kid in parse.kids[top]) and noun == top:
            verb = last_of_clause(parse, clause)
            if verb is not None:
                parse.move(verb, verb, "ROOT")
                parse.move(noun, verb, "nsubj")


def last_of_clause(parse: Parse, clause: int) -> int | None:
    """Return the verb of what the parser joins to the innermost clause, with no subject or "and", behind a comma."""
    innermost = [kid for kid in parse.kids[clause] if parse.deps[kid] == "ccomp" and kid > clause]
    return next((verb for at in innermost if (verb := find_main(parse, at)) is not None), None)


def leave_aside(parse: Parse, noun: int, clause: int) -> None:
    """Join what is joined to "there are" with "and" to the act the noun takes part in."""
    act = next((up for up in parse.above(noun) if parse.tags[up][0] == "V"), None)
    for kid in [kid for kid in parse.kids[clause] if parse.deps[kid] == "conj" and parse.tags[kid] in FINITE]:
        if act is not None and not any(parse.deps[own] in SUBJECTS for own in parse.kids[kid]):
            parse.move(kid, act, "conj")


def find_clause(parse: Parse, whose: int) -> tuple[int, int | None, int] | None:
    """Return what is owned, the name between commas behind it, if there is one, and the verb of the clause."""
    end = span_of(parse, whose + 1, PHRASE)
    noun = next((at for at in range(whose + 1, end) if is_last(parse, at, end)), None)
    if noun is None:
        return None
    name = end - 1 if noun < end - 1 and all(parse.tags[at] in NOUNS for at in range(noun + 1, end)) else None
    if name is None and parse.words[end : end + 1] == [","]:
        close = next((at for at in range(end + 1, min(end + LONGEST, len(parse.words))) if parse.words[at] == ","), end)
        if close == end or any(parse.tags[at] not in NOUNS for at in range(end + 1, close)):
            return None
        name, end = close - 1, close + 1
    verb = verb_at(parse, end)
    return (noun, name, verb) if verb is not None else None


def is_last(parse: Parse, at: int, end: int) -> bool:
    """Tell whether the phrase's first run of words for what is owned ends here: before "of", a name, or its end."""
    if parse.tags[at] in ("IN", "DT", "POS"):
        return False
    if at + 1 == end:
        return True
    following = parse.tags[at + 1]
    return following == "IN" or (parse.tags[at] == "NN" and following == "NNP" and parse.deps[at] != "amod")


def span_of(parse: Parse, start: int, tags: frozenset[str]) -> int:
    """Return where a run of words with these tags ends."""
    while start < len(parse.tags) and parse.tags[start] in tags:
        start += 1
    return start


def verb_at(parse: Parse, start: int) -> int | None:
    """Return the finite verb that a clause goes on with at a word, its helpers and adverbs looked through."""
    at = start
    while at < len(parse.tags) and parse.deps[at] in ("aux", "auxpass", "advmod", "neg") and parse.tags[at] != "IN":
        at += 1
    if at >= len(parse.tags) or parse.tags[at][0] != "V":
        return None
    helped = any(parse.deps[kid] in ("aux", "auxpass") for kid in parse.kids[at] if start <= kid < at)
    return at if helped or parse.tags[at] in FINITE else None


def set_clause(parse: Parse, owner: int, noun: int, verb: int) -> bool:
    """Hang the clause on its owner; tell whether that could be done."""
    above = [owner, *parse.above(owner)]
    following = find_main(parse, verb)
    if parse.deps[verb] == "relcl":
        top = above[-1]
        if following is not None and parse.tags[top][0] != "V" and parse.heads[top] == top:
            parse.move(following, following, "ROOT")
            parse.move(top, following, "nsubj")
        return noun in parse.kids[verb] or not any(parse.deps[kid] in SUBJECTS for kid in parse.kids[verb])
    if verb not in above:
        if parse.heads[verb] not in above:
            return False
        parse.move(verb, owner, "relcl")
        return True
    top = above[above.index(verb) - 1]
    if parse.tags[top][0] == "V":
        # "Chad votes in a run-off whose favourite has vowed to leave".
        take_place(parse, top, verb)
    elif following is not None and parse.deps[top] in SUBJECTS:
        take_place(parse, following, verb)
        parse.move(top, following, "nsubj")
    else:
        return False
    for kid in [kid for kid in parse.kids[verb] if kid < owner]:
        parse.move(kid, top if parse.tags[top][0] == "V" else following or top, parse.deps[kid])
    parse.move(verb, owner, "relcl")
    return True


def take_place(parse: Parse, at: int, verb: int) -> None:
    """Hang a word where a verb above it hangs."""
    root = parse.heads[verb] == verb
    parse.move(at, at if root else parse.heads[verb], parse.deps[verb])


def find_main(parse: Parse, verb: int) -> int | None:
    """Return the verb that goes on behind the clause's comma with no subject of its own and no "and"."""
    for kid in parse.kids[verb]:
        if kid < verb or parse.tags[kid][0] != "V" or parse.deps[kid] not in ("conj", "dep", "ccomp", "advcl"):
            continue
        first = parse.first(kid)
        finite = parse.tags[kid] in FINITE or any(parse.deps[aux] == "aux" for aux in parse.kids[kid])
        finite = finite or (parse.tags[kid] == "VBN" and first == kid)
        if finite and parse.words[first - 1] == "," and not any(parse.deps[own] in SUBJECTS for own in parse.kids[kid]):
            return kid
    return None
