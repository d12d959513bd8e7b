"""Interposed reports: what goes on behind the second comma of an aside belongs to the verb before the first one.

"Received both and persuaded them, his office says, to withdraw": they were persuaded to withdraw.
"""

from legation.reading.repairs import FINITE, SUBJECTS, Parse, reporting_verbs

ONWARD = frozenset({"xcomp", "ccomp", "dobj"})
ASIDE = "parataxis"


def hand_back(parse: Parse) -> None:
    """Hang what stands behind an aside between commas on the verb before it."""
    for verb, dep in enumerate(parse.deps):
        if dep != ASIDE or parse.tags[verb] not in FINITE or parse.words[verb + 1 : verb + 2] != [","]:
            continue
        subject = next((kid for kid in parse.kids[verb] if parse.deps[kid] in SUBJECTS and kid < verb), None)
        if subject is None or parse.lemmas[verb] not in reporting_verbs():
            continue
        comma = parse.first(subject) - 1
        before = [at for at in range(comma) if parse.tags[at][0] == "V" and is_joined(parse, at, parse.heads[verb])]
        onward = [kid for kid in parse.kids[verb] if kid > verb + 1 and parse.deps[kid] in ONWARD]
        if comma >= 0 and parse.words[comma] == "," and before:
            for kid in onward:
                parse.move(kid, before[-1], parse.deps[kid])


def is_joined(parse: Parse, verb: int, top: int) -> bool:
    """Tell whether a verb is the one that an aside hangs on, or joined to it by "and"."""
    return verb == top or (parse.deps[verb] == "conj" and parse.heads[verb] == top)
