"""Repairs of the parse around a verb: names taken for measures of time, verbs of headlines taken for nouns.

A small parser hangs the object of a rare verb on it as if it told when ("telephoned Abiy Ahmed on Monday"), parts the
first of two subjects that only a comma joins ("Ethiopia, Kenya agree sale"), takes a headline's verb for a noun
("Somalia protests against patrols"), though a noun has no subject, and a clause's verb for what stands behind a
preposition ("the blockade of Mariupol worries Ankara"), where none can stand. It makes a name part of the time after
it ("will meet Rossi in Lima this week", "broke with Lima days after"), and hangs the verdict in "called reports of a
deal baseless" on the deal.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.hosts import find_host, give_home, join_company, name_officials, part_guest
from legation.reading.parse.mending.repair import FINITE, SUBJECTS, Parse

NAMES = frozenset({"NNP", "NNPS"})
OBJECTS = frozenset({"dobj", "attr", "ccomp", "xcomp"})
PARTS = frozenset({"nmod", "compound"})
CLOSERS = frozenset({".", ",", ";", ":", "!", "?", ")", '"', "''"})
# How a noun that is a sentence's root and has a subject is tagged as a verb.
VERBAL = {"NNS": "VBZ", "NN": "VBP"}
# The number of a subject of such a verb.
AGREEING = {"NNS": frozenset({"NN", "NNP"}), "NN": frozenset({"NNS", "NNPS"})}


def place(parse: Parse) -> None:
    """Set right what hangs on a verb in the wrong way; tags and lemmas of headline verbs are changed with it."""
    for i, dep in enumerate(parse.deps):
        if dep in ("ROOT", "advcl") and parse.tags[i] in VERBAL and is_headed(parse, i):
            parse.retag(i, VERBAL[parse.tags[i]])
        elif dep == "npadvmod" and is_name(parse, i):
            verb = parse.heads[i]
            spoken_to = parse.words[parse.first(i) - 1] == ","
            if i > verb and not spoken_to and not parse.has(verb, *OBJECTS):
                parse.deps[i] = "dobj"
            elif i < verb:
                join_subjects(parse, i, verb)
        elif dep == "pobj":
            free_act(parse, i)
        elif dep in PARTS:
            free_from_time(parse, i)
            free_from_verb(parse, i)
        elif dep in ("amod", "advmod"):
            judge_object(parse, i)
    find_hosts(parse)
    for i in [i for i, tag in enumerate(parse.tags) if tag == "VBP" and is_past_form(parse, i)]:
        parse.tags[i] = "VBD"


def free_act(parse: Parse, verb: int) -> None:
    """Give a verb that was made what stands behind a preposition its own place, and a gerund that of a clause."""
    if parse.tags[verb] in FINITE:
        raise_verb(parse, verb)
    elif parse.tags[verb] == "VBG" and not any(kid < verb for kid in parse.kids[verb]):
        # "Whom Peru accuses him of killing".
        parse.deps[verb] = "pcomp"
    elif parse.tags[verb] == "VBN" and parse.deps[verb - 1] == "amod" and parse.heads[verb - 1] == verb:
        # "The trial of an Egyptian accused of fraud": the adjective is the noun.
        person, preposition = verb - 1, parse.heads[verb]
        if parse.words[person][0].isupper() and parse.deps[person - 1] == "det":
            parse.move(person, preposition, "pobj")
            parse.move(person - 1, person, "det")
            parse.move(verb, person, "acl")


def find_hosts(parse: Parse) -> None:
    """Set right who receives and who is received, where a place or a phrase before has taken them in."""
    for i, dep in enumerate(parse.deps):
        if dep == "pobj" and parse.tags[i] in NAMES:
            free_guest(parse, i)
            join_company(parse, i)
        elif dep == "dobj" and i > 1:
            set_beside(parse, i)
            give_home(parse, i)
        elif dep == "ROOT" and parse.tags[i] in FINITE and i and parse.words[i - 1] == ",":
            find_host(parse, i)
        elif dep == "nsubj" and parse.tags[i] == "NNP":
            part_guest(parse, i)
        elif dep in ("appos", "npadvmod", "dep") and parse.tags[i] == "NNP":
            name_officials(parse, i)
        elif dep == "ROOT" and parse.lows[i] in words_of("sides of time"):
            raise_teller(parse, i)


def is_past_form(parse: Parse, verb: int) -> bool:
    """Tell whether a verb tagged as present is a past: a present of many is like its lemma ("troops retook")."""
    word, lemma = parse.lows[verb], parse.lemmas[verb]
    return word != lemma and word.isalpha() and lemma not in ("be", "have", "do")


def free_from_time(parse: Parse, name: int) -> None:
    """Give a name that was made part of a time after it to the preposition, or as object to the verb, before it."""
    time = parse.heads[name]
    if time < name or parse.deps[time] != "npadvmod" or parse.tags[name] not in NAMES or not is_calendar(parse, time):
        return
    before = parse.first(name) - 1
    if before < 0 or is_calendar(parse, name) or parse.has(name, "case"):
        return
    if parse.tags[before] == "IN" and not parse.has(before, "pobj", "pcomp"):
        parse.move(name, before, "pobj")
    elif parse.tags[before][0] == "V" and not parse.has(before, *OBJECTS):
        parse.move(name, before, "dobj")


def free_from_verb(parse: Parse, name: int) -> None:
    """Give a name that was made part of the verb behind it to the preposition before it: "as officials in Lima say"."""
    if parse.tags[name] not in NAMES or parse.tags[parse.heads[name]] not in FINITE:
        return
    before = parse.first(name) - 1
    if before >= 0 and parse.tags[before] == "IN" and not parse.has(before, "pobj", "pcomp"):
        parse.move(name, before, "pobj")


def is_calendar(parse: Parse, i: int) -> bool:
    """Tell whether a word is a unit of time, or the name of a month or weekday."""
    return parse.lows[i] in words_of("calendar")


def set_beside(parse: Parse, noun: int) -> None:
    """Make a second object behind a comma what it is: said of the whole act ("hosted Rossi, the first visit since")."""
    verb, start = parse.heads[noun], parse.first(noun)
    earlier = parse.kid(verb, "dobj")
    if (
        earlier is not None
        and earlier < start
        and parse.words[start - 1] == ","
        and parse.lows[start] in ("a", "an", "the")
    ):
        parse.deps[noun] = "npadvmod"


def judge_object(parse: Parse, verdict: int) -> None:
    """Hang an adjective that stands last in its clause, behind what it was hung on, on the verb that calls so."""
    top = parse.heads[verdict]
    end = verdict + 1
    if top > verdict or parse.tags[verdict] != "JJ":
        return
    if parse.words[end : end + 1] == ["and"] and parse.tags[end + 1 : end + 2] == ["JJ"]:
        end += 2
    if end < len(parse.words) and parse.words[end] not in CLOSERS:
        return
    while parse.heads[top] != top and parse.deps[top] != "dobj" and parse.tags[top][0] != "V":
        top = parse.heads[top]
    if parse.tags[top] == "VBG" and parse.deps[top] == "pcomp":
        top = parse.heads[parse.heads[top]]
    verb = parse.heads[top]
    if parse.deps[top] == "dobj" and parse.lemmas[verb] in words_of("calling so"):
        parse.move(verdict, verb, "oprd")


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
    parse.hand([kid for kid in parse.kids[noun] if kid > verb], verb)
    parse.move(noun, verb, "nsubj")
    parse.move(inner, preposition, "pobj")


def free_guest(parse: Parse, guest: int) -> None:
    """Make who is received the object, where the place before him took him in: "received in Lima President Rossi"."""
    place = parse.heads[guest] + 1
    verb = parse.heads[place - 1]
    inside = place < guest and parse.tags[place] in NAMES and parse.lows[place + 1] in words_of("titles first")
    if not inside or verb != place - 2 or parse.lemmas[verb] not in words_of("receiving"):
        return
    if parse.has(verb, "dobj"):
        return
    parse.move(guest, verb, "dobj")
    parse.move(place, place - 1, "pobj")


def raise_teller(parse: Parse, preposition: int) -> None:
    """Put a verb above the time before it, where the parser made it tell of what that time is counted from.

    "Two days before the raid he had told envoys": he told them then.
    """
    noun = parse.kid(preposition, "pobj")
    verb = parse.kid(noun, "relcl") if noun is not None else None
    if noun is None or verb is None:
        return
    inside = parse.tags[noun + 1 : verb]
    if any(tag in ("WDT", "WP", "WRB") for tag in inside) or not any(
        parse.deps[kid] in SUBJECTS for kid in parse.kids[verb]
    ):
        return
    parse.move(verb, verb, "ROOT")
    parse.hand([kid for kid in parse.kids[preposition] if kid > noun], verb)
    parse.move(preposition, verb, "prep")


def is_headed(parse: Parse, root: int) -> bool:
    """Tell whether a noun has a name right before it as its subject, which only a verb has."""
    before = root - 1
    if before < 0:
        return False
    if parse.heads[before] == root and parse.deps[before] in SUBJECTS:
        return True
    if root + 1 >= len(parse.words):
        return False
    # "The ministers of the Union meet": a subject of several words, in the number that the verb is in.
    subject = parse.kid(root, *SUBJECTS)
    if subject is None or parse.tags[subject] not in AGREEING[parse.tags[root]]:
        return False
    return parse.last(subject) == before and parse.deps[before] == "pobj"


def is_name(parse: Parse, i: int) -> bool:
    """Tell whether a word is somebody's or some place's name, not that of a day or month, beside a verb."""
    verb = parse.heads[i]
    named = parse.tags[i] in NAMES and parse.lows[i] not in words_of("calendar")
    return named and parse.tags[verb][:2] == "VB"


def join_subjects(parse: Parse, first: int, verb: int) -> None:
    """Make a name before a comma and the subject right behind it the two subjects of their verb."""
    second = parse.kid(verb, *SUBJECTS)
    if second is None or parse.tags[second] not in NAMES or second != verb - 1:
        return
    start = parse.first(second)
    if parse.words[start - 1] != "," or start - 2 != first or parse.first(first) != parse.first(verb):
        return
    parse.move(first, verb, parse.deps[second])
    parse.move(second, first, "conj")
