"""Gaps: which verb of a relative clause the pronoun is the object of, where the clause says whose word it is.

"The men whom Chad says it arrested" were arrested, "talks that Oman said Iran would attend" are attended: a small
parser makes the pronoun a second subject there, or what was said.
"""

from legation.reading.parse.mending.repair import SUBJECTS, Parse


def fill_gap(parse: Parse, pronoun: int) -> None:
    """Make a relative pronoun the object of the verb under the speaker's, where that has a subject and no object."""
    verb = parse.heads[pronoun]
    if parse.deps[verb] == "ccomp" and parse.lows[pronoun] == "whom":
        told = verb
    elif parse.deps[verb] == "relcl" and parse.deps[pronoun] in ("dobj", "dep"):
        told = next((kid for kid in parse.kids[verb] if parse.deps[kid] == "ccomp" and kid > verb), verb)
    else:
        return
    doers = [kid for kid in parse.kids[told] if parse.deps[kid] in SUBJECTS and kid > pronoun]
    if told > pronoun and doers and told != parse.heads[parse.heads[pronoun]] and not is_complete(parse, told, pronoun):
        parse.move(pronoun, told, "dobj")


def give_way(parse: Parse, pronoun: int) -> None:
    """Make a relative pronoun before who acts the object: "the border that Ankara closed" has two subjects else."""
    verb = parse.heads[pronoun]
    doers = [kid for kid in parse.kids[verb] if parse.deps[kid] == "nsubj" and kid > pronoun]
    if doers and parse.lows[pronoun] == "whom" and parse.deps[pronoun] == "nsubj":
        free_told(parse, pronoun, verb)
    if parse.deps[verb] == "relcl" and doers and doers[-1] < verb and not is_complete(parse, verb, pronoun):
        parse.deps[pronoun] = "dobj"


def free_told(parse: Parse, pronoun: int, verb: int) -> None:
    """Make a verb of what is said that was taken for a thing: "men whom Chad says Mali shelters" say nothing."""
    parse.deps[pronoun] = "dep"
    told = next((kid for kid in parse.kids[verb] if parse.deps[kid] == "dobj" and parse.tags[kid] == "NNS"), None)
    if told is not None and parse.heads[told - 1] == told and parse.tags[told - 1] == "NNP" and told - 2 == verb:
        parse.tags[told] = "VBZ"
        parse.move(told, verb, "ccomp")
        parse.move(told - 1, told, "nsubj")
        parse.move(pronoun, told, "dobj")


def is_complete(parse: Parse, verb: int, pronoun: int) -> bool:
    """Tell whether a verb has an object of its own, a clause under it, or a preposition that nothing stands behind."""
    return any(
        parse.deps[kid] in ("dobj", "ccomp", "xcomp", "auxpass") or (parse.deps[kid] == "prep" and not parse.kids[kid])
        for kid in parse.kids[verb]
        if kid != pronoun
    )
