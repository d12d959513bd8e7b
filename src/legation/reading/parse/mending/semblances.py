"""Semblances: a thing told of by what it seemed to be is the thing that something was done with.

"Fired what appeared to be two rockets toward Chad": rockets were fired, toward Chad. "Seized what seemed to be a spy
drone", "found what were believed to be mines".
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import Parse

# "What are thought to be mines".
BELIEVED = frozenset({"believe", "think", "presume", "suspect", "understand"})
# Words between "what" and "be".
LONGEST = 5


def name_semblances(parse: Parse) -> None:
    """Make what something appeared to be the object of the verb before "what"."""
    for what, low in enumerate(parse.lows):
        if low != "what" or what == 0:
            continue
        be = next((at for at in range(what + 2, what + LONGEST) if parse.lows[at : at + 1] == ["be"]), None)
        if be is None or parse.lows[be - 1] != "to" or not seems(parse, what, be):
            continue
        thing = next((kid for kid in parse.kids[be] if parse.deps[kid] == "attr" and kid > be), None)
        verb = what - 1
        if thing is not None and parse.tags[verb][0] == "V" and parse.tags[thing][0] == "N":
            hand_over(parse, verb, (what, be), thing)


def seems(parse: Parse, what: int, be: int) -> bool:
    """Tell whether the words between "what" and "be" say that something seemed so."""
    lemmas = {parse.lemmas[at] for at in range(what + 1, be)}
    return bool(lemmas & (words_of("seeming") | BELIEVED))


def hand_over(parse: Parse, verb: int, clause: tuple[int, int], thing: int) -> None:
    """Hang the thing on the verb, the clause with "what" on the thing, and what follows on the verb."""
    what, be = clause
    top = next(at for at in (be, *parse.above(be)) if parse.heads[at] < what or parse.heads[at] == at)
    behind = [kid for at in range(what, thing) for kid in parse.kids[at] if kid > thing and parse.deps[kid] == "prep"]
    behind += [kid for kid in parse.kids[thing] if parse.deps[kid] == "prep" and parse.lows[kid] != "of"]
    parse.move(thing, verb, "dobj")
    if top != verb:
        parse.move(top, thing, "relcl")
    for preposition in behind:
        parse.move(preposition, verb, "prep")
