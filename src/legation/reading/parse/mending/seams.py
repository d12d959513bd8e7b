"""Seams: one sentence that a small parser cuts in two where nothing ends it.

- "President Ruto hosted | Rossi in May": the name is the object of the verb right before it.
- "They left the mine | and the army moved in": "and" joins what it stands between.
"""

from collections.abc import Sequence

from legation.reading.parse.mending.repair import Parse

FIRST = 1
# What may stand before a first word: the end of a sentence, or a break that some writers use as one.
ENDS = frozenset(".!?;:\"”’'…)]-–—,*•|")
OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "acomp", "attr"})
NOUNS = frozenset({"NNP", "NNPS", "NN", "NNS", "PRP"})
# What stands behind an object and tells of the act.
ADJUNCTS = frozenset({"prep", "advmod", "advcl", "npadvmod", "punct", "cc", "conj"})


def sew(parse: Parse, begins: Sequence[int]) -> list[int]:
    """Join sentences that were cut in two; return spaCy's marks (1 at a first token) without those cuts."""
    kept = list(begins)
    for i, mark in enumerate(begins):
        if mark != FIRST or i == 0 or parse.words[i - 1][-1] in ENDS or parse.tags[i - 1] == "_SP":
            continue
        if join_object(parse, i) or join_clause(parse, i):
            kept[i] = 0
    return kept


def join_object(parse: Parse, first: int) -> bool:
    """Give a noun that opens a false sentence to the verb right before it as its object; tell whether it was given."""
    verb, noun = first - 1, root_of(parse, first)
    taken = parse.has(verb, *OBJECTS)
    if parse.tags[verb][0] != "V" or taken or parse.tags[noun] not in NOUNS or parse.first(noun) != first:
        return False
    if parse.has(noun, "nsubj", "nsubjpass", "acl", "relcl"):
        return False
    parse.hand([kid for kid in parse.kids[noun] if kid > noun and parse.deps[kid] in ADJUNCTS], verb)
    parse.move(noun, verb, "dobj")
    return True


def join_clause(parse: Parse, first: int) -> bool:
    """Join a false sentence that opens with a small "and", "but" or "or"; tell whether it was joined."""
    later, top = root_of(parse, first), root_of(parse, first - 1)
    if parse.tags[first] != "CC" or not parse.words[first].islower() or parse.tags[later][0] != parse.tags[top][0]:
        return False
    parse.move(first, top, "cc")
    parse.move(later, top, "conj")
    return True


def root_of(parse: Parse, i: int) -> int:
    """Return the root of the sentence that a token stands in."""
    return next((above for above in parse.above(i) if parse.heads[above] == above), i)
