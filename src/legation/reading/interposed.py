"""Interposed reports: what goes on behind the second comma of an aside belongs to the verb before the first one.

"Received both and persuaded them, his office says, to withdraw": they were persuaded to withdraw.
"""

from legation.reading.repairs import FINITE, SUBJECTS, Parse, reporting_verbs

ONWARD = frozenset({"xcomp", "ccomp", "dobj"})
ASIDE = "parataxis"


def hand_back(parse: Parse) -> None:
    """Hang what stands behind an aside between commas on the verb before it."""
    for verb, tag in enumerate(parse.tags):
        if (
            tag not in FINITE
            or parse.words[verb + 1 : verb + 2] != [","]
            or parse.lemmas[verb] not in reporting_verbs()
        ):
            continue
        subject = next((kid for kid in parse.kids[verb] if parse.deps[kid] in SUBJECTS and kid < verb), None)
        comma = parse.first(subject) - 1 if subject is not None else -1
        top = told_before(parse, verb, comma)
        if top is None or parse.words[comma] != ",":
            continue
        before = [at for at in range(comma) if parse.tags[at][0] == "V" and is_joined(parse, at, top)]
        for kid in [kid for kid in parse.kids[verb] if kid > verb + 1 and parse.deps[kid] in ONWARD]:
            parse.move(kid, before[-1], parse.deps[kid])


def told_before(parse: Parse, verb: int, comma: int) -> int | None:
    """Return the act before the commas that an aside hangs on, or that hangs on it."""
    if parse.deps[verb] == ASIDE:
        return parse.heads[verb] if parse.heads[verb] < comma else None
    told = [kid for kid in parse.kids[verb] if kid < comma and parse.deps[kid] == "ccomp"]
    return told[-1] if told and parse.tags[told[-1]][0] == "V" else None


def is_joined(parse: Parse, verb: int, top: int) -> bool:
    """Tell whether a verb is the one that an aside hangs on, or joined to it by "and"."""
    return verb == top or (parse.deps[verb] == "conj" and parse.heads[verb] == top)
