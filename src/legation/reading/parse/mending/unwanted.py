"""The unwanted: whom a state declares persona non grata, in the singular, the plural, and as the press writes it.

A small parser makes of "declared three attachés personae non gratae" a clause in which they do something to somebody.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import Parse

FIRST = frozenset({"persona", "personae", "personas", "Persona", "Personae", "Personas"})
GRATA = frozenset({"grata", "gratae", "gratas"})


def declare_unwanted(parse: Parse) -> None:
    """Set right each declaration that somebody is unwanted."""
    for i, word in enumerate(parse.words[:-2]):
        if word in FIRST and parse.lows[i + 1] == "non" and parse.lows[i + 2] in GRATA:
            give_verdict(parse, i)


def give_verdict(parse: Parse, first: int) -> None:
    """Make who is declared unwanted, and what they are declared, two objects of the verb that declares them so."""
    last = first + 2
    verb = next((at for at in reversed(range(first)) if parse.lemmas[at] in words_of("declaring")), None)
    if verb is None or parse.tags[verb][0] != "V":
        return
    whole = range(first, last + 1)
    if parse.has(verb, "auxpass", "nsubjpass"):
        hang_verdict(parse, verb, whole)
    if verb == first - 1 or parse.has(verb, "auxpass", "nsubjpass"):
        return
    above = list(parse.above(verb))
    named = first - 1
    if parse.deps[first] == "pobj" and parse.heads[named] in whole:
        # "Of Venezuela personas non grata": the preposition keeps the name.
        parse.move(named, parse.heads[first], "pobj")
    while verb < parse.heads[named] < first and parse.heads[named] != named:
        named = parse.heads[named]
    if named in above:
        return
    inside = [place for place, head in enumerate(above) if head in whole]
    if inside:
        # The verb leaves what is to hang on it: else the two would hang on each other.
        higher = above[inside[-1] + 1 :]
        parse.move(verb, higher[0] if higher else verb, "conj" if higher else "ROOT")
    parse.tags[first], parse.lemmas[first] = "NN", "persona"
    parse.move(first, verb, "dobj")
    for at in (first + 1, last):
        parse.move(at, first, "compound")
    parse.move(named, verb, "dobj")
    for kid in [kid for at in whole for kid in parse.kids[at] if kid not in whole]:
        parse.move(kid, named if verb < kid < named else verb, parse.deps[kid])


def hang_verdict(parse: Parse, verb: int, whole: range) -> None:
    """Hang on a passive verb what somebody is declared, and who declares him so: "was declared … by Ghana"."""
    first = whole[0]
    parse.tags[first], parse.lemmas[first] = "NN", "persona"
    behind = [kid for at in whole for kid in parse.kids[at] if kid > whole[-1]]
    parse.move(first, verb, "dobj")
    for at in whole[1:]:
        parse.move(at, first, "compound")
    for kid in behind:
        parse.move(kid, verb, "agent" if parse.lows[kid] == "by" else parse.deps[kid])
