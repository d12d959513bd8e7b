"""Interposed reports: what goes on behind the second comma of an aside belongs to what stands before the first one.

- "Received both and persuaded them, his office says, to withdraw": they were persuaded to withdraw.
- "Rebels stormed the base, the army said on Monday, killing two": the rebels killed them; "…, the army said, accusing
  Togo": that the army did.
- "Togo's president, Le Monde reported on Tuesday, has left": the president has left, and Le Monde says so.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import FINITE, SUBJECTS, Parse
from legation.reading.parse.mending.reports import reporting_verbs, speaking_verbs

ONWARD = frozenset({"xcomp", "ccomp", "dobj"})
ASIDE = "parataxis"
# What may stand between the verb of an aside and its second comma: when and to whom it was said.
LONGEST = 7
ADVERB = "RB"
QUOTES = frozenset({'"', "``", "''", "'", "”", "’"})


def part_tellers(parse: Parse) -> None:
    """Give what stands before the first comma to the verb behind the second one, where the parser made it speak."""
    for verb, tag in enumerate(parse.tags):
        if tag not in FINITE or parse.lemmas[verb] not in reporting_verbs():
            continue
        subjects = [kid for kid in parse.kids[verb] if parse.deps[kid] in SUBJECTS and kid < verb]
        if not subjects:
            continue
        first = subjects[0]
        added = [kid for kid in parse.kids[first] if parse.deps[kid] == "appos"]
        teller = (subjects[1:] or added or [verb])[-1]
        told = told_behind(parse, verb)
        if told is None or teller != verb - 1 or parse.words[parse.first(teller) - 1] != ",":
            continue
        if told in parse.above(verb):
            parse.move(first, told, "nsubj")
        else:
            parse.replace(verb, told)
            parse.move(first, told, "nsubj")
            parse.move(verb, told, ASIDE)
        parse.move(teller, verb, "nsubj")
        if parse.has(told, "auxpass"):
            parse.deps[first] = "nsubjpass"


def told_behind(parse: Parse, verb: int) -> int | None:
    """Return the verb behind the comma that ends an aside, if it has no subject of its own."""
    behind = range(verb + 1, min(verb + 1 + LONGEST, len(parse.words) - 1))
    comma = next((at for at in behind if parse.words[at] == ","), None)
    if comma is None or any(parse.tags[at][0] == "V" for at in range(verb + 1, comma)):
        return None
    at = next((at for at in range(comma + 1, len(parse.words)) if parse.tags[at] != ADVERB), comma)
    at = parse.heads[at] if parse.deps[at] in ("aux", "auxpass") else at
    finite = parse.tags[at] in FINITE or parse.has(at, "aux", "auxpass")
    if parse.tags[at][0] != "V" or not finite or not (at in parse.kids[verb] or at in parse.above(verb)):
        return None
    return None if any(parse.deps[kid] in SUBJECTS and kid > verb for kid in parse.kids[at]) else at


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


def hand_back_results(parse: Parse) -> None:
    """Hang what came of an act, told behind who says so, on the act before it: "…, the army said, killing two".

    What is said in quotation marks is not gone on with so: '"It is done," he said, signing the pact'.
    """
    for result, dep in enumerate(parse.deps):
        verb = parse.heads[result]
        if dep != "advcl" or parse.tags[result] != "VBG" or parse.words[result - 1] != ",":
            continue
        if parse.lemmas[verb] not in reporting_verbs() or not verb < result <= verb + LONGEST:
            continue
        subject = next((kid for kid in parse.kids[verb] if parse.deps[kid] in SUBJECTS and kid < verb), None)
        comma = parse.first(subject) - 1 if subject is not None else -1
        top = told_before(parse, verb, comma)
        act = parse.lemmas[result]
        speaks = act in words_of("done in saying") or act in speaking_verbs()
        if top is None or speaks or parse.words[comma] != "," or not QUOTES.isdisjoint(parse.words[comma - 1 : verb]):
            continue
        before = [at for at in range(comma) if parse.tags[at][0] == "V" and is_joined(parse, at, top)]
        parse.move(result, before[-1], "advcl")


def told_before(parse: Parse, verb: int, comma: int) -> int | None:
    """Return the act before the commas that an aside hangs on, or that hangs on it."""
    if parse.deps[verb] == ASIDE:
        return parse.heads[verb] if parse.heads[verb] < comma else None
    told = [kid for kid in parse.kids[verb] if kid < comma and parse.deps[kid] == "ccomp"]
    return told[-1] if told and parse.tags[told[-1]][0] == "V" else None


def is_joined(parse: Parse, verb: int, top: int) -> bool:
    """Tell whether a verb is the one that an aside hangs on, or joined to it by "and"."""
    return verb == top or (parse.deps[verb] == "conj" and parse.heads[verb] == top)
