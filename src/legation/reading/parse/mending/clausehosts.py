"""Hosts of clauses that a small parser hangs too low.

- "Detained the reporters who covered it and expelled two of them": who expelled them is not they.
- "Lima says that Chile asked for talks and that Peru refused": both are what Lima says.
- "An adviser to Rossi, who asked not to be named, said": the adviser asked.
"""

from collections.abc import Iterator

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import FINITE, SUBJECTS, Parse
from legation.reading.parse.mending.reports import reporting_verbs

RELATIVE = frozenset({"WP", "WDT"})
OTHERS = frozenset({"them", "him", "her", "it"})
JOINTS = frozenset({"and", "but", "or"})
COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "prep", "dative"})


def raise_clauses(parse: Parse) -> None:
    """Hang such clauses where they belong."""
    for i, dep in enumerate(parse.deps):
        if dep == "conj":
            raise_act(parse, i)
            raise_aim(parse, i)
            raise_saying(parse, i)
        elif dep == "ccomp":
            join_clause(parse, i)
        elif dep == "relcl":
            raise_nameless(parse, i)


def raise_act(parse: Parse, verb: int) -> None:
    """Give a verb joined to a relative clause to the main verb where it is done to those the clause is about."""
    clause = parse.heads[verb]
    noun = parse.heads[clause]
    main = parse.heads[noun]
    if parse.deps[clause] != "relcl" or parse.deps[noun] != "dobj" or parse.tags[verb] not in FINITE:
        return
    led = any(parse.deps[kid] in SUBJECTS and parse.tags[kid] in RELATIVE for kid in parse.kids[clause])
    own = parse.has(verb, *SUBJECTS)
    if led and not own and parse.tags[main] == parse.tags[verb] and any(objects_of(parse, verb)):
        for joint in [kid for kid in parse.kids[clause] if parse.deps[kid] == "cc" and kid < verb]:
            parse.move(joint, main, "cc")
        parse.move(verb, main, "conj")


def raise_aim(parse: Parse, verb: int) -> None:
    """Join an infinitive to the one before the clause it was joined to: "to free those who were held and to open"."""
    clause = parse.heads[verb]
    aim = parse.heads[parse.heads[clause]]
    both = all(any(parse.tags[kid] == "TO" for kid in parse.kids[at]) for at in (verb, aim))
    if parse.deps[clause] == "relcl" and parse.tags[clause] != "VB" and parse.tags[aim] == "VB" and both:
        for joint in [kid for kid in parse.kids[clause] if parse.deps[kid] == "cc" and kid < verb]:
            parse.move(joint, aim, "cc")
        parse.move(verb, aim, "conj")


def raise_saying(parse: Parse, verb: int) -> None:
    """Join a past act of speech to the one above what was said: "regretted that guards had left, and called on Peru".

    What had been or would be done stands in another tense.
    """
    told = parse.heads[verb]
    said = parse.heads[told]
    speaks = parse.lemmas[verb] in words_of("asking through") | words_of("asking") | reporting_verbs()
    shifted = any(parse.words[kid].lower() in ("had", "would") for kid in parse.kids[told] if parse.deps[kid] == "aux")
    bare = not any(parse.deps[kid] in (*SUBJECTS, "aux", "auxpass") for kid in parse.kids[verb])
    past = parse.tags[verb] in ("VBD", "VBN") and parse.tags[said] == "VBD"
    comma = parse.words[verb - 2 : verb] == [",", "and"]
    # "Confirmed that it keeps the bridge open and declined to join".
    other = parse.tags[told] in ("VBZ", "VBP") and parse.tags[verb] == "VBD"
    apart = other or (speaks and shifted and comma)
    if parse.deps[told] == "ccomp" and said < told < verb and bare and past and apart:
        for joint in [kid for kid in parse.kids[told] if parse.deps[kid] == "cc" and told < kid < verb]:
            parse.move(joint, said, "cc")
        parse.move(verb, said, "conj")
        parse.tags[verb] = "VBD"


def objects_of(parse: Parse, verb: int) -> Iterator[int]:
    """Yield the pronouns for others in a verb's object: "expelled them", "expelled two of them"."""
    for kid in parse.kids[verb]:
        if parse.deps[kid] == "dobj":
            parts = [part for of in parse.kids[kid] if parse.lows[of] == "of" for part in parse.kids[of]]
            yield from (one for one in (kid, *parts) if parse.lows[one] in OTHERS)


def join_clause(parse: Parse, clause: int) -> None:
    """Join a clause behind "and that" to the clause before it, whose verb has its complement already."""
    verb, start = parse.heads[clause], parse.first(clause)
    if parse.lows[start] != "that" or parse.lows[start - 1] not in JOINTS:
        return
    full = any(kid < start and parse.deps[kid] in COMPLEMENTS for kid in parse.kids[verb])
    if full and parse.deps[verb] == "ccomp":
        parse.move(clause, verb, "conj")


def raise_nameless(parse: Parse, clause: int) -> None:
    """Give "who asked not to be named" behind a name to whoever is described by the name."""
    name = parse.heads[clause]
    preposition = parse.heads[name]
    noun = parse.heads[preposition]
    if parse.tags[name] != "NNP" or parse.deps[name] != "pobj" or parse.tags[noun] not in ("NN", "NNS"):
        return
    if not words_of("hiding names").isdisjoint(parse.lows[parse.first(clause) : parse.last(clause) + 1]):
        parse.move(clause, noun, "relcl")
