"""Repairs of the parse around a verb: names taken for measures of time, verbs of headlines taken for nouns.

A small parser hangs the object of a rare verb on it as if it told when ("telephoned Abiy Ahmed on Monday"), parts the
first of two subjects that only a comma joins ("Ethiopia, Kenya agree sale"), takes a headline's verb for a noun
("Somalia protests against patrols"), though a noun has no subject, and a clause's verb for what stands behind a
preposition ("the blockade of Mariupol worries Ankara"), where none can stand.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.lemmas import Lemmatizer
from legation.reading.repairs import FINITE, SUBJECTS, Parse

NAMES = frozenset({"NNP", "NNPS"})
OBJECTS = frozenset({"dobj", "attr", "ccomp", "xcomp"})
# How a noun that is a sentence's root and has a subject is tagged as a verb.
VERBAL = {"NNS": "VBZ", "NN": "VBP"}


def place(parse: Parse, lemmatizer: Lemmatizer) -> None:
    """Set right what hangs on a verb in the wrong way; tags and lemmas of headline verbs are changed with it."""
    for i, dep in enumerate(parse.deps):
        if dep == "ROOT" and parse.tags[i] in VERBAL and is_headed(parse, i):
            parse.tags[i] = VERBAL[parse.tags[i]]
            parse.lemmas[i] = lemmatizer.lemma(parse.words[i], parse.tags[i])
        elif dep == "npadvmod" and is_name(parse, i):
            verb = parse.heads[i]
            spoken_to = parse.words[parse.first(i) - 1] == ","
            if i > verb and not spoken_to and not any(parse.deps[kid] in OBJECTS for kid in parse.kids[verb]):
                parse.deps[i] = "dobj"
            elif i < verb:
                join_subjects(parse, i, verb)
        elif dep == "pobj" and parse.tags[i] in FINITE:
            raise_verb(parse, i)


def raise_verb(parse: Parse, verb: int) -> None:
    """Put a finite verb that hangs on a preposition above the noun before it, whose verb it is."""
    preposition = parse.heads[verb]
    noun = parse.heads[preposition]
    named = [kid for kid in parse.kids[verb] if kid < verb and parse.deps[kid] in (*SUBJECTS, "compound", "nmod")]
    # Where the sentence has another verb, it is rather the tag that is wrong ("the Nevada caucuses").
    if not named or not noun < preposition < named[0] or parse.deps[noun] != "ROOT" or parse.tags[noun][:2] != "NN":
        return
    inner = named[-1]
    for kid in named[:-1]:
        parse.move(kid, inner, "compound")
    parse.move(verb, verb, "ROOT")
    for mark in [kid for kid in parse.kids[noun] if kid > verb]:
        parse.move(mark, verb, parse.deps[mark])
    parse.move(noun, verb, "nsubj")
    parse.move(inner, preposition, "pobj")


def is_headed(parse: Parse, root: int) -> bool:
    """Tell whether a noun has a name right before it as its subject, which only a verb has."""
    before = root - 1
    return (
        before >= 0 and parse.heads[before] == root and parse.deps[before] in SUBJECTS and root + 1 < len(parse.words)
    )


def is_name(parse: Parse, i: int) -> bool:
    """Tell whether a word is somebody's or some place's name, not that of a day or month, beside a verb."""
    verb = parse.heads[i]
    named = parse.tags[i] in NAMES and parse.words[i].lower() not in words_of("calendar")
    return named and parse.tags[verb][:2] == "VB"


def join_subjects(parse: Parse, first: int, verb: int) -> None:
    """Make a name before a comma and the subject right behind it the two subjects of their verb."""
    second = next((kid for kid in parse.kids[verb] if parse.deps[kid] in SUBJECTS), None)
    if second is None or parse.tags[second] not in NAMES or second != verb - 1:
        return
    start = parse.first(second)
    if parse.words[start - 1] != "," or start - 2 != first or parse.first(first) != parse.first(verb):
        return
    parse.move(first, verb, parse.deps[second])
    parse.move(second, first, "conj")
