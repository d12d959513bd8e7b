"""Reporting clauses that stand last, which a small parser often takes for one more act.

In "Kenya deployed 300 officers to Haiti, the navy said on Monday" the parser may hang "said" on "deployed" as if both
were told side by side, or take it for an addition to "Haiti". A finite verb of speech behind a comma, with a subject of
its own, no "and" before it and nothing said behind it, reports what stands before the comma: it becomes the sentence's
root, and what was the root becomes its complement clause.
"""

from collections.abc import Iterator
from pathlib import Path

from legation.lexicon.cues import Commitment, CueKind, CuePart, load_cues
from legation.lexicon.overlay import kept_by_folder
from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import FINITE, SUBJECTS, Parse

# Links by which the parser joins a reporting clause to the act it reports, where it goes wrong.
MISTAKEN = frozenset({"conj", "advcl", "dep"})
# What may follow in a reporting clause: when, where, how and to whom something is said, but not what.
SAID = frozenset({"ccomp", "xcomp", "parataxis", "attr", "acomp", "mark", "cc", "conj", "neg", "aux", "auxpass"})
# How many words stand before a verb with a name and what its bearer is, at least.
FEWEST = 5
# The last of several acts reported may hang on the reporting verb already, the others on nothing.
JOINED = frozenset({"ccomp", "parataxis"})


@kept_by_folder
def reporting_verbs(folder: Path | None) -> frozenset[str]:
    """Return the verbs of the lexicon that tell what somebody says, and may follow it."""
    return frozenset(
        entry.lemma
        for entry in load_cues(folder).entries.values()
        if entry.pos is CuePart.VERB
        and entry.kind is CueKind.SPEECH
        and entry.commitment is Commitment.ASSERTS
        and {"that", "quote"} <= set(entry.construction)
    )


@kept_by_folder
def speaking_verbs(folder: Path | None) -> frozenset[str]:
    """Return the verbs of the lexicon that tell that somebody says or thinks something, or how he does it."""
    return frozenset(entry.lemma for entry in load_cues(folder).entries.values() if entry.pos is CuePart.VERB)


def raise_reports(parse: Parse) -> None:
    """Set right each reporting clause at the end of a sentence that hangs on what it reports."""
    for verb, subject in [*find_reports(parse)]:
        top = verb
        while parse.heads[top] != top:
            top = parse.heads[top]
        start = parse.first(subject)
        if parse.words[start - 1] != ",":
            continue
        if top != verb and not (top < start and parse.tags[top][0] == "V"):
            continue
        # The verb first, for it may stand below its subject.
        if top != verb:
            turn(parse, verb, top, start)
        if parse.heads[subject] != verb:
            parse.move(subject, verb, "nsubj")
        parse.move(start - 1, verb, "punct")


def turn(parse: Parse, verb: int, top: int, start: int) -> None:
    """Make a reporting verb the root and the root its complement; `start` is where the reporting clause begins."""
    parse.move(verb, verb, "ROOT")
    for kid in [kid for kid in parse.kids[verb] if kid < start and parse.deps[kid] in JOINED]:
        parse.move(kid, top, "conj")
    for mark in [kid for kid in parse.kids[top] if kid > verb and parse.deps[kid] == "punct"]:
        parse.move(mark, verb, "punct")
    parse.move(top, verb, "ccomp")


def find_reports(parse: Parse) -> Iterator[tuple[int, int]]:
    """Yield the verb and the subject of each reporting clause that hangs where it should not."""
    verbs = reporting_verbs()
    for i, lemma in enumerate(parse.lemmas):
        if lemma not in verbs or parse.tags[i] not in FINITE or parse.heads[i] > i or not is_bare(parse, i):
            continue
        own = [kid for kid in parse.kids[i] if parse.deps[kid] in SUBJECTS and kid < i]
        noun = parse.heads[i]
        if own:
            if parse.deps[i] in MISTAKEN and is_clean(parse, i, own[0]):
                yield i, own[0]
        elif parse.deps[i] == "acl" and parse.deps[noun] in ("appos", "conj"):
            yield i, noun
        elif parse.deps[i] == "advcl" or any(kid < i and parse.deps[kid] == "ccomp" for kid in parse.kids[i]):
            lost = lost_subject(parse, i)
            lost = named_speaker(parse, i) if lost is None else lost
            if lost is not None:
                yield i, lost
        elif parse.deps[i] == "conj" and (named := named_speaker(parse, i)) is not None:
            yield i, named


def lost_subject(parse: Parse, verb: int) -> int | None:
    """Return the noun right before a verb that the parser took for an addition to the noun before it, if it did."""
    at = verb - 1
    while at > 0 and parse.deps[at] != "appos" and parse.heads[at] not in (at, verb):
        at = parse.heads[at]
        if at > verb:
            return None
    return at if parse.deps[at] == "appos" and parse.tags[at][:2] == "NN" else None


def named_speaker(parse: Parse, verb: int) -> int | None:
    """Return the name before a verb and what its bearer is, between commas: "…, Tam Vo, a deputy minister, said".

    The parser lists it with the noun before it: "sever ties with Nicaragua, Tam Vo".
    """
    if verb < FEWEST or parse.words[verb - 1] != ",":
        return None
    for at in range(verb - 3, 1, -1):
        if parse.tags[at] in FINITE or parse.words[at] == ";":
            return None
        start = at
        while start > 1 and parse.tags[start - 1] == "NNP":
            start -= 1
        if parse.tags[at] == "NNP" and parse.words[at + 1] == "," and parse.words[start - 1] == ",":
            described = any(parse.tags[kid][:2] == "NN" for kid in range(at + 2, verb - 1))
            loose = parse.deps[at] in ("conj", "appos", "npadvmod") and parse.heads[at] < start
            return at if described and loose else None
    return None


def is_bare(parse: Parse, verb: int) -> bool:
    """Tell whether a clause says nothing itself of what is said: no complement, no object but a hearer."""
    hearer = parse.lemmas[verb] in words_of("telling hearers")
    return not any(
        parse.deps[kid] in SAID or (parse.deps[kid] == "dobj" and not hearer) for kid in parse.kids[verb] if kid > verb
    )


def is_clean(parse: Parse, verb: int, subject: int) -> bool:
    """Tell whether nothing before the verb makes its clause another kind: "as officials said", "and officials said"."""
    start = parse.first(subject)
    before = [kid for kid in parse.kids[verb] if kid < subject and parse.deps[kid] not in JOINED]
    joined = any(parse.lows[kid] not in (",", '"', "''") for kid in before)
    relative = any(tag in ("WDT", "WP", "WRB") for tag in parse.tags[start:verb])
    return not joined and not relative and parse.tags[start - 1] != "CC"
