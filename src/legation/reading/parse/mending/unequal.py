"""Unequal verbs: what "and" joins has one form, so that a past is not joined to an infinitive or a participle.

"Dispersed youths who were trying to reach the beach and arrested 47": who dispersed them arrested them. A small parser
joins the last verb to the one that stands nearest.
"""

from legation.reading.parse.mending.repair import SUBJECTS, Parse

UNFINISHED = frozenset({"VB", "VBG"})
# What a clause under another begins with, from the main act on down.
BELOW = frozenset({"relcl", "acl", "xcomp", "pcomp", "advcl", "ccomp"})
HELPERS = frozenset({"aux", "auxpass"})


def join_equals(parse: Parse) -> None:
    """Join each past verb that is joined to an infinitive or a participle to the past verb above it."""
    for verb, dep in enumerate(parse.deps):
        if dep != "conj" or parse.tags[verb] not in ("VBD", "VBN") or parse.tags[parse.heads[verb]] not in UNFINISHED:
            continue
        if parse.has(verb, *HELPERS, *SUBJECTS) or not has_object(parse, verb):
            continue
        above = next((up for up in parse.above(verb) if is_past(parse, up)), None)
        if above is not None and above < verb and is_below(parse, parse.heads[verb], above):
            for mark in [kid for kid in parse.kids[parse.heads[verb]] if kid < verb and parse.deps[kid] == "cc"][-1:]:
                parse.move(mark, above, "cc")
            parse.move(verb, above, "conj")
            parse.tags[verb] = "VBD"


def has_object(parse: Parse, verb: int) -> bool:
    """Tell whether a verb has an object, as no participle of a passive has."""
    return any(parse.deps[kid] == "dobj" and kid > verb for kid in parse.kids[verb])


def is_past(parse: Parse, verb: int) -> bool:
    """Tell whether a verb tells in the past by itself."""
    return parse.tags[verb] == "VBD" and not parse.has(verb, *HELPERS)


def is_below(parse: Parse, verb: int, top: int) -> bool:
    """Tell whether only clauses and their nouns lie between a verb and the one above it."""
    while verb != top:
        if parse.tags[verb][0] == "V" and parse.deps[verb] not in BELOW:
            return False
        verb = parse.heads[verb]
    return True
