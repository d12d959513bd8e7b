"""Couples: two people or states that "and" joins, the second of them named by his state.

In "Abiy and Somalia's President Hassan Sheikh Mohamud" a small parser joins the state to the first name and makes both
parts of the second.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import Parse


def part_couple(parse: Parse, name: int) -> None:
    """Join the bearer of a title, whom his state's name stands before, to the name before it."""
    bearer, owner = parse.heads[name], parse.kid(name, "conj")
    if parse.deps[name] != "nmod" or owner is None:
        return
    while parse.deps[bearer] in ("compound", "nmod"):
        bearer = parse.heads[bearer]
    if owner > bearer:
        return
    if parse.lows[parse.first(owner) - 1] != "and":
        return
    mark = parse.kid(owner, "case")
    titled = mark is not None and parse.lows[mark + 1] in words_of("titles first")
    if not titled or parse.tags[bearer] != "NNP" or parse.heads[bearer] == bearer:
        return
    parse.move(name, parse.heads[bearer], parse.deps[bearer])
    parse.move(bearer, name, "conj")
    parse.move(owner, bearer, "poss")
