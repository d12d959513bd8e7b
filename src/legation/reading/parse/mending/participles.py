"""Participles and gerunds: acts that a small parser takes for nouns, for objects, or for what a noun is like.

- "risked shielding Rossi", "denied arming Chad": nobody risks a man; the act is a clause of its own.
- "the step was decided by arming Chad": "by" asks for the act.
- "shielded Chad from blame for selling arms": for the selling there is blame.
- "wrote to Rossi accusing Peru of theft": whoever wrote accuses, not whom he wrote to.
- "Peru, having promised aid, left": the aid was promised, nobody has it.
- "left since a roof fell, killing two": the roof killed them.
- "met visiting premier Rossi": he is met, and visits nobody.
- "Rossi secured Chilean technology", "Rossi paused duties": what has somebody to do it is the verb of the sentence.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import FINITE, SUBJECTS, Parse

# What stands behind an object and is said of the act: when, how and where it was done, and where the sentence ends.
WHEN = frozenset({"in", "on", "at", "by", "after", "before", "during", "."})


def set_participles(parse: Parse) -> None:
    """Set right what gerunds and participles hang on; tags and lemmas are changed with it."""
    for i, dep in enumerate(parse.deps):
        tag = parse.tags[i]
        if tag == "VBG" and parse.words[i] == "visiting":
            meet_visitor(parse, i)
        elif dep == "amod" and i and tag[:2] == "VB":
            raise_participle(parse, i)
        elif dep == "compound" and tag in FINITE:
            raise_act(parse, i)
        elif dep == "dobj" and tag == "VBG":
            raise_gerund(parse, i)
        elif dep == "advcl" and tag == "VBG" and parse.words[i - 1] == ",":
            give_cause(parse, i)
        elif dep == "acl" and tag == "VBG" and parse.deps[parse.heads[i]] == "pobj":
            give_writer(parse, i)
        elif dep in ("pcomp", "compound") and tag == "NN" and parse.words[i].endswith("ing"):
            make_gerund(parse, i)
        elif dep == "pcomp" and i > 1 and parse.lows[i - 1] == "for":
            answer_for(parse, i - 1)


def raise_participle(parse: Parse, i: int) -> None:
    """Give a participle before a noun its own place, where it is no word for the noun."""
    if parse.tags[i] == "VBD":
        raise_act(parse, i)
    elif parse.lows[i - 1] == "having" and parse.heads[parse.heads[i]] == i - 1:
        find_perfect(parse, i)
    elif parse.tags[i] == "VBN":
        give_doer(parse, i)
    elif parse.lows[i - 1] == "by":
        free_gerund(parse, i)


def meet_visitor(parse: Parse, word: int) -> None:
    """Make "visiting" what a guest is, where it stands between a verb of meeting and him, or before him."""
    verb = parse.heads[word]
    guest = parse.kid(word, "dobj")
    if parse.deps[word] != "amod":
        if guest is None or verb != word - 1 or parse.tags[verb][0] != "V":
            return
        parse.move(guest, verb, "dobj")
        parse.move(word, guest, "amod")
        parse.hand([kid for kid in parse.kids[word] if kid > word], verb)
    if parse.tags[word - 1] != "IN" or parse.words[word - 1] == "with":
        # "Accused of visiting rebels": that he did.
        parse.tags[word] = "JJ"


def give_cause(parse: Parse, result: int) -> None:
    """Hang ", killing two" on the clause before it, where a thing fell, burst or sank there."""
    above = parse.heads[result]
    clause = next((at for at in (above, *parse.above(above)) if parse.deps[at] == "relcl"), None)
    if clause is not None and parse.lemmas[result] in words_of("what force does"):
        # "Sank a boat that had come from there, killing two": the boat killed nobody.
        leave_clause(parse, result, clause)
        return
    for verb in range(result - 2, above, -1):
        if parse.tags[verb] not in ("VBD", "VBZ", "VBN") or parse.deps[verb] not in ("advcl", "ccomp", "conj"):
            continue
        subject = next((kid for kid in parse.kids[verb] if parse.deps[kid] in ("nsubj", "nsubjpass")), None)
        if subject is not None and parse.lemmas[subject] in words_of("things that kill") and above in parse.above(verb):
            parse.move(result, verb, "advcl")
        return


def leave_clause(parse: Parse, result: int, clause: int) -> None:
    """Hang a result on the verb above a relative clause that no comma parts from its noun."""
    noun = parse.heads[clause]
    if parse.words[parse.first(clause) - 1] == ",":
        return
    verb = next((at for at in parse.above(noun) if parse.tags[at][0] == "V"), None)
    if verb is not None:
        parse.move(result, verb, "advcl")


def make_gerund(parse: Parse, i: int) -> None:
    """Make a noun in "-ing" the verb it is."""
    if parse.deps[i] == "pcomp":
        give_gerund(parse, i)
    else:
        find_gerund(parse, i)


def give_gerund(parse: Parse, noun: int) -> None:
    """Make a noun that has an object the verb it is."""
    if parse.has(noun, "dobj"):
        parse.retag(noun, "VBG")


def find_gerund(parse: Parse, gerund: int) -> None:
    """Make a noun in "-ing" the act that the verb before it is about, and the name behind it whom that is done to.

    "Risked shielding Rossi": nobody risks a man. "Resumed shelling raids" may be of raids.
    """
    noun, verb = parse.heads[gerund], gerund - 1
    if verb < 0 or parse.heads[noun] != verb or parse.deps[noun] != "dobj" or parse.tags[noun] != "NNP":
        return
    if parse.tags[verb][0] != "V" or parse.lemmas[verb] not in words_of("taking gerunds"):
        return
    parse.retag(gerund, "VBG")
    parse.move(gerund, verb, "xcomp")
    parse.move(noun, gerund, "dobj")


def raise_gerund(parse: Parse, gerund: int) -> None:
    """Make an act that was taken for a verb's object the clause that it is, with what stands behind its own object."""
    verb = parse.heads[gerund]
    held = [kid for kid in parse.kids[gerund] if parse.deps[kid] == "dobj" and kid > gerund]
    if verb != gerund - 1 or not held or parse.lemmas[verb] not in words_of("taking gerunds"):
        return
    parse.move(gerund, verb, "xcomp")
    for kid in [kid for kid in parse.kids[verb] if kid > held[-1] and parse.deps[kid] == "prep"]:
        parse.move(kid, gerund, "prep")


def answer_for(parse: Parse, preposition: int) -> None:
    """Hang "for" with an act on the answering for it right before: "shielded Chad from blame for selling arms"."""
    noun = preposition - 1
    if parse.lemmas[noun] in words_of("answering for") and parse.tags[noun][:2] == "NN":
        parse.move(preposition, noun, "prep")


def free_gerund(parse: Parse, gerund: int) -> None:
    """Make a participle between "by" and a noun the act that "by" asks for; "by growing numbers" tells of none."""
    noun, by = parse.heads[gerund], gerund - 1
    if parse.heads[noun] == by and parse.lemmas[gerund] not in words_of("of itself") and gerund < noun:
        parse.move(gerund, by, "pcomp")
        parse.move(noun, gerund, "dobj")


def raise_act(parse: Parse, verb: int) -> None:
    """Put a past verb that has a subject above the noun behind it, which it was taken to describe.

    "Rossi secured Chilean military technology in May": what has a subject is no adjective.
    """
    noun = parse.heads[verb]
    if noun < verb or not any(parse.deps[kid] in SUBJECTS and kid < verb for kid in parse.kids[verb]):
        return
    parse.replace(noun, verb)
    parse.hand([kid for kid in parse.kids[noun] if kid < verb or (kid > noun and parse.lows[kid] in WHEN)], verb)
    parse.move(noun, verb, "dobj")


def give_doer(parse: Parse, verb: int) -> None:
    """Make a participle the verb of a sentence in which a noun was taken for one: "Rossi paused duties on wine"."""
    doer, noun = verb - 1, parse.heads[verb]
    if parse.deps[noun] == "ROOT" and parse.heads[doer] == verb and parse.deps[doer] == "npadvmod":
        act_on(parse, verb)
        return
    taken = parse.deps[doer] == "ROOT" and parse.tags[doer][:2] == "NN" and parse.deps[noun] == "dobj"
    if not taken or parse.heads[noun] != doer or not parse.words[doer][0].isupper():
        return
    parse.tags[verb] = "VBD"
    parse.move(verb, verb, "ROOT")
    parse.hand([kid for kid in parse.kids[doer] if kid > verb], verb)
    parse.move(doer, verb, "nsubj")


def act_on(parse: Parse, verb: int) -> None:
    """Make a participle the verb of its sentence, the noun before it its subject: "Qatar's emir held talks"."""
    doer, noun = verb - 1, parse.heads[verb]
    parse.tags[verb] = "VBD"
    parse.hand([kid for kid in parse.kids[noun] if kid < doer], doer)
    parse.move(verb, verb, "ROOT")
    parse.move(doer, verb, "nsubj")
    parse.move(noun, verb, "dobj")


def find_perfect(parse: Parse, verb: int) -> None:
    """Make a participle right behind "having" the act, and what it was taken to describe its object."""
    having, noun = verb - 1, parse.heads[verb]
    if parse.heads[having] == having:
        return
    parse.replace(having, verb)
    parse.hand([*parse.kids[having]], verb)
    parse.move(noun, verb, "dobj")
    parse.move(having, verb, "aux")


def give_writer(parse: Parse, act: int) -> None:
    """Hang an act of speech behind a hearer on the verb of writing or speaking to him."""
    hearer = parse.heads[act]
    preposition = parse.heads[hearer]
    verb = parse.heads[preposition]
    spoken = parse.lows[preposition] == "to" and parse.lemmas[verb] in words_of("addressing")
    if spoken and parse.lemmas[act] in words_of("acts of speakers") and parse.words[act - 1] != ",":
        parse.move(act, verb, "advcl")
