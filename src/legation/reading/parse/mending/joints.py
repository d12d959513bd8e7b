"""Joints: clauses and acts that stand side by side, which a small parser hangs one under the other.

- "Lima accepted a plan, and in May they agreed on dates": what "and" joins is not what is agreed.
- "denied it and briefly massed troops": a second object behind "and" has its own verb.
- "Nauru cut ties, after Lai won, and left the club": a comma ends the clause that stands between.
- "refused to come and has rejected the award": it is not "to reject".
- "agreed not to arm or use them and to meet": it is not "not to meet".
- "Rossi, asked about the raid, replied", "said it would stay away, and recalled its envoy", "swore to fight and armed
  its men": each has its own verb.
- "Ivo Rossi of Peru and Luis Diaz of Chile met": they did, Peru and Diaz did not.
- "Oman, chair of the league, called on both": the title between commas is nobody of its own.
- "has neither renewed a pact that let Chad fish nor said why": it has not said why.
- "NATO, which leads a force, offered to guard it": behind the commas stands the verb of the sentence; so it does where
  another clause follows ("…, and Rossi invited Diaz").
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import SUBJECTS, Parse

HUNG = frozenset({"ccomp", "amod", "conj", "acl"})
OBJECTS = frozenset({"dobj", "attr"})


def join(parse: Parse) -> None:
    """Set side by side what stands side by side."""
    for i, dep in enumerate(parse.deps):
        if dep not in HUNG:
            continue
        if dep == "ccomp" and parse.heads[i] > i:
            join_clauses(parse, i)
        elif dep == "ccomp":
            find_answer(parse, i)
        elif dep == "amod" and parse.tags[i] in ("VBN", "VBD"):
            join_acts(parse, i)
        elif dep == "conj":
            join_again(parse, i)
        elif dep == "acl" and parse.tags[i] in ("VBN", "VBD"):
            find_root(parse, i)
            find_first(parse, i)


def join_again(parse: Parse, i: int) -> None:
    """Join to another word what was joined to the wrong one."""
    if parse.lows[i - 1] == "nor":
        join_to_neither(parse, i)
    elif parse.tags[i] == "VBD":
        resume(parse, i)
        part_tenses(parse, i)
    elif parse.tags[i] == "VBN":
        find_act(parse, i)
        part_perfect(parse, i)
    elif parse.tags[i] == "VB":
        part_infinitives(parse, i)
    elif parse.tags[i] == "NNP":
        raise_person(parse, i)


def join_clauses(parse: Parse, verb: int) -> None:
    """Join a clause to the one before it where "and" stands between them, with the words behind "and"."""
    later = parse.heads[verb]
    joint = next((kid for kid in parse.kids[verb] if kid > verb and parse.lows[kid] in words_of("joining")), None)
    subject = parse.kid(later, *SUBJECTS)
    if joint is None or subject is None or not joint < subject or parse.deps[joint] != "cc":
        return
    if parse.has(verb, "conj") or parse.words[joint - 1] != ",":
        return
    parse.hand([kid for kid in parse.kids[verb] if kid > joint], later)
    parse.replace(later, verb)
    parse.move(later, verb, "conj")


def join_acts(parse: Parse, verb: int) -> None:
    """Make a participle behind "and" a verb of its own, where the noun behind it is one object too many."""
    noun = parse.heads[verb]
    first = parse.heads[noun]
    before = verb - 1
    while before > first and parse.tags[before] == "RB":
        before -= 1
    objects = [kid for kid in parse.kids[first] if parse.deps[kid] in OBJECTS and kid < before]
    if parse.deps[noun] not in ("dobj", "conj") or verb > noun or parse.lows[before] != "and":
        return
    if objects and "," in parse.words[objects[-1] : before]:
        # "Promised a clinic, a bank and piped water": one more of a list.
        return
    if parse.tags[first][0] != "V" or not objects or parse.first(noun) < before:
        return
    for kid in [kid for kid in range(before + 1, verb) if parse.tags[kid] == "RB"]:
        parse.move(kid, verb, "advmod")
    parse.move(verb, first, "conj")
    parse.move(noun, verb, "dobj")
    parse.tags[verb] = "VBD"


def resume(parse: Parse, verb: int) -> None:
    """Join a verb to the sentence's own where a comma ends the clause between: "cut ties, after Lai won, and left"."""
    clause = parse.heads[verb]
    if parse.deps[clause] != "advcl":
        return
    main = parse.heads[clause]
    joint = next((kid for kid in parse.kids[clause] if clause < kid < verb and parse.deps[kid] == "cc"), None)
    own = parse.has(verb, *SUBJECTS, "aux")
    if joint is None or own or parse.words[joint - 1] != "," or not main < clause or parse.tags[main] != "VBD":
        return
    first = min([clause, *(kid for kid in parse.kids[clause] if kid < clause)])
    if any(parse.lows[kid] in words_of("clauses of time") for kid in range(first, clause)):
        parse.move(joint, main, "cc")
        parse.move(verb, main, "conj")


def part_tenses(parse: Parse, verb: int) -> None:
    """Join a past verb to the past verb over the infinitive, or the clause with a modal, that it was joined to.

    "Said it would not attend, and recalled its envoy", "swore to raise trade and told aides to begin", "proposed that
    they meet and offered to help": the two share no tense.
    """
    other = parse.heads[verb]
    own = parse.has(verb, *SUBJECTS, "aux", "auxpass")
    if own or parse.lows[verb] == parse.lemmas[verb]:
        return
    asked = parse.heads[other]
    if parse.tags[other] in ("VB", "VBP") and parse.deps[other] == "ccomp" and parse.tags[asked] == "VBD":
        join_to(parse, verb, asked)
        return
    if parse.tags[other] != "VB":
        return
    if not any(parse.tags[kid] in ("MD", "TO") for kid in parse.kids[other]):
        return
    past = next((above for above in parse.above(other) if parse.tags[above] in ("VBD", "VBN")), None)
    if past is None or parse.tags[past] != "VBD" or past > other:
        return
    join_to(parse, verb, past)


def join_to(parse: Parse, verb: int, head: int) -> None:
    """Join a verb to another head than the one it was joined to, with the "and" between them."""
    other = parse.heads[verb]
    joint = next((kid for kid in parse.kids[other] if other < kid < verb and parse.deps[kid] == "cc"), None)
    if joint is not None:
        parse.move(joint, head, "cc")
    parse.move(verb, head, "conj")


def join_to_neither(parse: Parse, verb: int) -> None:
    """Join a verb behind "nor" to the one behind "neither", over a clause between: "neither signed what … nor said"."""
    first = next((up for up in parse.above(verb) if up and parse.lows[up - 1] == "neither"), None)
    if first is None or first == parse.heads[verb] or parse.tags[first] not in ("VBD", "VBN", "VBZ", "VB"):
        return
    if parse.tags[verb][0] == "V" and not parse.has(verb, *SUBJECTS):
        join_to(parse, verb, first)
        parse.tags[verb] = parse.tags[first]


def find_act(parse: Parse, verb: int) -> None:
    """Join a past verb to the verb over a noun that it cannot be joined to: "let a ship dock and signed a pact"."""
    noun = parse.heads[verb]
    past = parse.heads[noun]
    own = parse.has(verb, *SUBJECTS, "aux", "auxpass")
    acts = parse.has(verb, *OBJECTS)
    hung = parse.tags[noun] == "NN" and parse.deps[noun] == "ccomp" and parse.tags[past] == "VBD"
    if hung and past < noun and acts and not own:
        parse.move(verb, past, "conj")
        parse.tags[verb] = "VBD"


def part_perfect(parse: Parse, verb: int) -> None:
    """Join what has a tense of its own to the verb over an infinitive: "refused to come and has rejected the award".

    So it is where the infinitive is bare: "has let Chad train them but has also sent an envoy".
    """
    other = parse.heads[verb]
    bare = parse.deps[other] == "ccomp" and not any(parse.tags[kid] == "MD" for kid in parse.kids[other])
    marked = parse.tags[other] == "VB" and (bare or any(parse.tags[kid] == "TO" for kid in parse.kids[other]))
    tensed = any(parse.deps[kid] == "aux" and parse.tags[kid] in ("VBZ", "VBP", "VBD") for kid in parse.kids[verb])
    own = parse.has(verb, *SUBJECTS)
    above = parse.heads[other]
    finite = parse.tags[above] in ("VBD", "VBZ", "VBP") or (bare and parse.tags[above] == "VBN")
    if marked and tensed and not own and above < other and finite:
        parse.move(verb, above, "conj")


def part_infinitives(parse: Parse, verb: int) -> None:
    """Join an infinitive with its own "to" to the first that has one: "agreed not to arm or use them and to meet"."""
    other = parse.heads[verb]
    first = parse.heads[other]
    own = [any(parse.tags[kid] == "TO" for kid in parse.kids[at]) for at in (verb, other, first)]
    if own != [True, False, True] or parse.deps[other] != "conj" or parse.tags[other] != "VB":
        return
    join_to(parse, verb, first)


def find_answer(parse: Parse, verb: int) -> None:
    """Make what somebody answered the sentence's own, and what was asked an aside: "Rossi, asked about it, replied"."""
    asked = parse.heads[verb]
    subject = next((kid for kid in parse.kids[asked] if parse.deps[kid] in SUBJECTS and kid < asked), None)
    if subject is None or parse.deps[asked] != "ROOT" or parse.words[asked - 1] != "," or parse.words[verb - 1] != ",":
        return
    if parse.lemmas[asked] not in words_of("asking answers") or parse.tags[verb] not in ("VBD", "VBZ") or verb < asked:
        return
    parse.move(verb, verb, "ROOT")
    parse.move(subject, verb, "nsubj")
    parse.move(asked, subject, "acl")
    parse.tags[asked] = "VBN"
    parse.hand([kid for kid in parse.kids[asked] if kid > verb], verb)


def find_root(parse: Parse, verb: int) -> None:
    """Make a participle the verb of its sentence, where a relative clause between commas parts it from the root."""
    noun = parse.heads[verb]
    while parse.heads[noun] < noun:
        # Within the clause the parser may hang it on any noun.
        noun = parse.heads[noun]
    if parse.tags[verb] == "VBD" and find_bearer(parse, noun, verb):
        return
    aside = any(parse.deps[kid] == "relcl" and noun < kid < verb for kid in parse.kids[noun])
    if (
        not aside
        or parse.deps[noun] != "ROOT"
        or parse.tags[noun][:2] != "NN"
        or parse.words[verb - 1] != ","
        or parse.words[noun + 1 : noun + 2] != [","]
    ):
        return
    parse.hand([kid for kid in parse.kids[noun] if kid > verb], verb)
    parse.move(verb, verb, "ROOT")
    parse.move(noun, verb, "nsubj")
    parse.tags[verb] = "VBD"


def find_bearer(parse: Parse, title: int, verb: int) -> bool:
    """Give a past verb the name before the title between commas: "Oman, chair of the league, called on both"."""
    name = next((kid for kid in parse.kids[title] if kid < title and parse.tags[kid] == "NNP"), None)
    if name is None or parse.deps[title] != "ROOT" or parse.words[verb - 1] != "," or parse.words[name + 1] != ",":
        return False
    parse.hand([kid for kid in parse.kids[title] if kid > verb], verb)
    parse.move(verb, verb, "ROOT")
    parse.move(name, verb, "nsubj")
    parse.move(title, name, "appos")
    return True


def raise_person(parse: Parse, name: int) -> None:
    """Join somebody with a title to a body, not to what the body is of: "Council of the Forces and Captain Rossi"."""
    within = parse.heads[name]
    preposition = parse.heads[within]
    body = parse.heads[preposition]
    if parse.deps[within] != "pobj" or parse.lows[preposition] != "of" or parse.tags[body] != "NNP":
        return
    joint = next((kid for kid in parse.kids[within] if within < kid < name and parse.deps[kid] == "cc"), None)
    first = parse.lows[parse.first(name)]
    alike = all(
        any(parse.deps[kid] == "compound" and parse.tags[kid] == "NNP" for kid in parse.kids[at])
        and any(parse.lows[kid] == "of" for kid in parse.kids[at])
        for at in (body, name)
    )
    if joint is not None and joint == parse.first(name) - 1 and (alike or first in words_of("ranks")):
        parse.move(joint, body, "cc")
        parse.move(name, body, "conj")


def find_first(parse: Parse, verb: int) -> None:
    """Make a participle behind a relative clause the first of two verbs, where the second has a subject of its own.

    "Peru, which had long courted the port, offered to lower its tariffs, and Rossi invited Diaz": it is Peru's.
    """
    noun = parse.heads[verb]
    while parse.heads[noun] < noun:
        noun = parse.heads[noun]
    later = parse.heads[noun]
    aside = any(parse.deps[kid] == "relcl" and noun < kid < verb for kid in parse.kids[noun])
    other = any(verb < kid < later and parse.deps[kid] in SUBJECTS for kid in parse.kids[later])
    behind = parse.words[verb - 1] == "," and parse.words[noun + 1] == ","
    if not (aside and other and behind) or parse.deps[noun] not in SUBJECTS or not verb < later:
        return
    parse.move(verb, verb if parse.heads[later] == later else parse.heads[later], parse.deps[later])
    parse.hand([kid for kid in parse.kids[noun] if kid > verb], verb)
    parse.move(noun, verb, "nsubj")
    parse.move(later, verb, "conj")
    parse.tags[verb] = "VBD"
