"""Relative clauses with a speaker inside: whose word it is stands between the pronoun and its verb.

- "a step that analysts say hurt Chile": analysts say it, the step hurt Chile.
- "the unit, which the UN says killed 30 villagers, was trained there": the unit killed them, and the UN says so.
- "a deal that, Oman says, Yemen did not keep": Oman says no more than that clause.
- "Kenya, which officials say sent troops, denied it": behind the second comma the sentence goes on with Kenya.

A small parser gives the pronoun or the verb behind it to the speaker, who then hurts and kills.
"""

from pathlib import Path

from legation.lexicon.cues import Commitment, CueKind, CuePart, load_cues
from legation.lexicon.overlay import kept_by_folder
from legation.reading.parse.mending.gaps import fill_gap, give_way
from legation.reading.parse.mending.repair import FINITE, SUBJECTS, Parse

PRONOUNS = frozenset({"WDT", "WP"})
VOICED = frozenset({CueKind.SPEECH, CueKind.THOUGHT, CueKind.FEELING})
HELD = frozenset({Commitment.ASSERTS, Commitment.BELIEVES, Commitment.WANTS})
AUXILIARY = frozenset({"aux", "auxpass"})
# How a verb right behind a speaker's may be tagged, and what it is then.
VERBAL = {"VB": "VBD", "VBN": "VBD", "NNS": "VBZ"}
# Where the parser hangs it, and from what it has to be freed.
MISHUNG = frozenset({"xcomp", "ccomp", "amod", "dative", "dobj", "conj", "advcl"})
# A speaker with what stands before and behind the name has no more words than these.
LONGEST = 8


def seat_speakers(parse: Parse) -> None:
    """Give each relative pronoun before a speaker to the verb behind the speaker's."""
    for noun, dep in enumerate(parse.deps):
        if dep == "appos":
            give_clause(parse, noun)
    for pronoun, tag in enumerate(parse.tags):
        if tag not in PRONOUNS or pronoun == 0:
            continue
        if parse.words[pronoun + 1 : pronoun + 2] == [","]:
            set_aside(parse, pronoun)
            continue
        cue = find_cue(parse, pronoun)
        told = find_told(parse, cue) if cue is not None else None
        if cue is not None and told is not None and is_inserted(parse, pronoun, cue, told):
            seat(parse, pronoun, cue, told)
        give_way(parse, pronoun)
        fill_gap(parse, pronoun)


def set_aside(parse: Parse, pronoun: int) -> None:
    """Make who says so, between commas, an aside of a relative clause: "a deal that, Oman says, Yemen did not keep"."""
    cue = find_cue(parse, pronoun + 1)
    doer = cue + 2 if cue is not None else len(parse.words)
    if cue is None or doer >= len(parse.words) or parse.words[cue + 1] != ",":
        return
    told = next((at for at in (doer, *parse.above(doer)) if parse.tags[at][0] == "V" and at > cue), None)
    own = told is not None and any(kid >= doer for kid in subjects_of(parse, told))
    noun = pronoun - 1
    if told is None or told < doer or parse.tags[noun][:2] != "NN":
        return
    top = next(
        (up for up in parse.above(noun) if parse.tags[up][0] == "V" and parse.heads[up] in (up, cue, told)), None
    )
    if top is not None and top < pronoun:
        parse.move(top, top, "ROOT")
    parse.move(told, noun, "relcl")
    parse.move(pronoun, told, "dobj" if own else "nsubj")
    parse.move(cue, told, "parataxis")
    for kid in [kid for kid in parse.kids[told] if pronoun < kid < cue and parse.deps[kid] in SUBJECTS]:
        parse.move(kid, cue, "nsubj")


def give_clause(parse: Parse, doer: int) -> None:
    """Make who stands right behind "a claim" the subject of the clause about it: "a claim an official dismissed"."""
    noun = parse.heads[doer]
    if parse.first(doer) != noun + 1 or parse.lows[noun + 1] not in ("a", "an", "the"):
        return
    past = (kid for kid in parse.kids[noun] if kid > doer and parse.tags[kid] in ("VBN", "VBD"))
    verb = next((kid for kid in past if parse.deps[kid] == "acl" and parse.words[kid - 1] == ","), None)
    if verb is None:
        return
    parse.tags[verb] = "VBD"
    parse.move(verb, noun, "relcl")
    parse.move(doer, verb, "nsubj")
    for kid in [kid for kid in parse.kids[noun] if doer < kid < verb and parse.deps[kid] == "acl"]:
        parse.move(kid, doer, "acl")


@kept_by_folder
def inserting_verbs(folder: Path | None) -> frozenset[str]:
    """Return the verbs of the lexicon that may stand with their subject inside a relative clause."""
    return frozenset(
        entry.lemma
        for entry in load_cues(folder).entries.values()
        if entry.pos is CuePart.VERB
        and entry.kind in VOICED
        and entry.commitment in HELD
        and "that" in entry.construction
    )


def find_cue(parse: Parse, pronoun: int) -> int | None:
    """Return the verb of speech or thought that has whoever is named right behind a pronoun as its subject."""
    for at in range(pronoun + 2, min(pronoun + 2 + LONGEST, len(parse.words))):
        if parse.tags[at] in FINITE or parse.tags[at] == "VBN":
            auxiliary = at + 1 < len(parse.tags) and parse.lemmas[at] in ("have", "be") and parse.tags[at + 1] == "VBN"
            if auxiliary:
                continue
            return at if parse.lemmas[at] in inserting_verbs() and is_named(parse, pronoun, at) else None
        if parse.words[at] in (",", ";", ":") or parse.tags[at] in PRONOUNS:
            return None
    return None


def is_named(parse: Parse, pronoun: int, cue: int) -> bool:
    """Tell whether a noun or "it" stands right before a verb of speech, or before its "has"."""
    last = cue - 1
    while last > pronoun and (parse.lemmas[last] == "have" or parse.tags[last] == "RB"):
        last -= 1
    return last > pronoun and (parse.tags[last][:2] == "NN" or parse.tags[last] == "PRP")


def find_told(parse: Parse, cue: int) -> int | None:
    """Return the verb that follows a speaker's without a subject of its own: the one behind its auxiliaries."""
    at = cue + 1
    while at < len(parse.tags) - 1 and (parse.tags[at] == "RB" or is_auxiliary(parse, at)):
        at += 1
    if at >= len(parse.tags) - 1:
        return None
    helped = any(is_auxiliary(parse, before) for before in range(cue + 1, at))
    if parse.tags[at] in FINITE or (helped and parse.tags[at][:2] == "VB"):
        return at
    bare = parse.tags[at] in ("VB", "VBN") or (parse.tags[at] == "NNS" and parse.tags[at + 1] in ("DT", "PRP$"))
    return at if bare and not helped else None


def is_auxiliary(parse: Parse, at: int) -> bool:
    """Tell whether a word helps a verb behind it."""
    verb = parse.heads[at]
    return parse.tags[at] == "MD" or (parse.deps[at] in AUXILIARY and verb > at and parse.tags[verb][0] == "V")


def is_inserted(parse: Parse, pronoun: int, cue: int, told: int) -> bool:
    """Tell whether a verb is told by a speaker, and not the sentence's ("the deal that Peru announced ended").

    It is where the parser has it under the speaker's, or where only one comma has come, which the clause began with.
    """
    if any(kid > pronoun and kid not in range(pronoun, told) for kid in subjects_of(parse, told)):
        return False
    under = parse.heads[told] == cue or parse.heads[parse.heads[told]] == cue
    return under or (parse.words[pronoun - 1] == "," and "," not in parse.words[pronoun:told])


def subjects_of(parse: Parse, verb: int) -> list[int]:
    """Return the subjects that the parser gives a verb."""
    return [kid for kid in parse.kids[verb] if parse.deps[kid] in SUBJECTS]


def seat(parse: Parse, pronoun: int, cue: int, told: int) -> None:
    """Make a pronoun the subject of what is told, and who is named behind it that of the verb of telling."""
    noun = antecedent_of(parse, pronoun)
    above, label = parse.heads[told], parse.deps[told]
    was_root = above == told or above in (noun, pronoun)
    free_object(parse, cue, told)
    if not any(is_auxiliary(parse, at) for at in range(cue + 1, told)):
        parse.tags[told] = VERBAL.get(parse.tags[told], parse.tags[told])
    resume(parse, noun, (cue, told), label if was_root else "")
    if parse.heads[cue] != noun:
        parse.move(cue, noun, "relcl")
    parse.move(told, cue, "ccomp")
    speaker = next(at for at in range(cue - 1, pronoun, -1) if parse.tags[at][:2] == "NN" or parse.tags[at] == "PRP")
    passive = parse.has(told, "auxpass")
    for old in [kid for kid in (*subjects_of(parse, cue), *subjects_of(parse, told)) if kid not in (speaker, pronoun)]:
        parse.move(old, speaker, "compound")
    parse.move(speaker, cue, "nsubj")
    parse.move(pronoun, told, "nsubjpass" if passive else "nsubj")


def antecedent_of(parse: Parse, pronoun: int) -> int:
    """Return the noun that a relative clause is about: the head of the phrase before its pronoun."""
    at = pronoun - 2 if parse.words[pronoun - 1] == "," else pronoun - 1
    while parse.heads[at] < at and parse.deps[at] in ("compound", "nmod", "case", "punct"):
        at = parse.heads[at]
    return parse.heads[at] if parse.deps[at] in ("compound", "nmod") and parse.heads[at] < pronoun else at


def free_object(parse: Parse, cue: int, told: int) -> None:
    """Give the verb that is told the noun it was made a part of, or a noun that was given to the speaker's verb."""
    noun = parse.heads[told]
    if parse.deps[told] == "amod" and noun > told:
        parse.move(told, cue, "ccomp")
        parse.move(noun, told, "dobj")
    for kid in [kid for kid in parse.kids[cue] if kid > told and parse.deps[kid] == "dobj"]:
        parse.move(kid, told, "dobj")


def resume(parse: Parse, noun: int, inside: tuple[int, int], label: str) -> None:
    """Make the verb behind the comma that ends the clause that of the sentence, with the noun as its subject.

    `label` is what the verb that is told was, where it was taken for the verb of the sentence; empty else.
    """
    cue, told = inside
    later = next(
        (
            kid
            for verb in (told, cue)
            for kid in parse.kids[verb]
            if kid > told
            and parse.deps[kid] in MISHUNG
            and parse.tags[kid][:2] == "VB"
            and parse.words[parse.first(kid) - 1] == ","
            and not subjects_of(parse, kid)
            and not any(parse.deps[own] in ("mark", "cc") for own in parse.kids[kid])
        ),
        None,
    )
    if later is None or not (label or parse.deps[noun] == "ROOT"):
        return
    parse.move(later, later, "ROOT")
    parse.move(told, cue, "ccomp")
    passive = parse.has(later, "auxpass")
    parse.move(noun, later, "nsubjpass" if passive else "nsubj")
