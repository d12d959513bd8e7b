"""Inversions: conditions that only their word order tells, which a small parser takes for clauses that are told.

"Were Tobruk to ratify it, Athens would close the consulate", "said that should Libya ratify it Athens would …",
"would have signed had Peru not expelled him": the clause hangs as a condition on the one that has the modal.
"""

from legation.reading.parse.mending.repair import SUBJECTS, Parse

INVERTING = frozenset({"Were", "were", "Should", "should", "Had", "had"})
OUTCOMES = frozenset({"would", "will", "could", "might", "'d", "'ll"})
# What may stand before a clause that opens with its verb; elsewhere what would follow must have been told.
OPENERS = frozenset({",", "that", "but", "and", "-", "–", "—", '"', "“", "''", "``", ";", ":", "said", "or"})
STOPS = frozenset({".", "?", "!", ";"})
LONGEST_SUBJECT = 9
LONGEST_CONDITION = 45


def hang_conditions(parse: Parse) -> None:
    """Hang each condition that is told by word order on the clause it is a condition of."""
    for i, word in enumerate(parse.words):
        if word not in INVERTING:
            continue
        part_subject(parse, i)
        free_verb(parse, i)
        verb = infinitive_of(parse, i) if word.lower() == "were" else participle_of(parse, i)
        if verb is not None and (outcome := outcome_of(parse, i, verb)) is not None:
            hang(parse, i, verb, outcome)
        if i and parse.words[i - 1] == ";" and parse.deps[parse.heads[i]] == "advcl":
            part_at_semicolon(parse, i)


def part_subject(parse: Parse, helper: int) -> None:
    """Give back the first of two subjects around "should": "offered the use of it should Chad attack"."""
    verb = parse.heads[helper]
    above = parse.heads[verb]
    subjects = [kid for kid in parse.kids[verb] if parse.deps[kid] in SUBJECTS]
    parted = len(subjects) == 2 and subjects[0] < helper < subjects[1] < verb
    if parted and parse.deps[helper] == "aux" and parse.deps[verb] == "ccomp" and above < subjects[0]:
        parse.move(subjects[0], above, "dobj")
        parse.move(verb, above, "advcl")
    told = next((kid for kid in parse.kids[verb] if parse.deps[kid] == "ccomp" and kid < helper), None)
    inverted = parse.heads[helper + 1] == verb and parse.deps[helper + 1] in SUBJECTS if told is not None else False
    if told is not None and inverted and above == verb and parse.last(told) == helper - 1:
        # The same where the parser takes what is offered for what the condition says.
        parse.move(told, told, "ROOT")
        for kid in [kid for kid in parse.kids[verb] if parse.words[kid] == "."]:
            parse.move(kid, told, "punct")
        parse.move(verb, told, "advcl")


def free_verb(parse: Parse, helper: int) -> None:
    """Make the noun behind "should" and a name the verb of a condition: "the use of it should Chad attack Mali"."""
    doer, verb = helper + 1, helper + 2
    if verb >= len(parse.words) or parse.words[helper] != "should" or parse.tags[doer] != "NNP":
        return
    inside = parse.deps[verb] in ("compound", "nmod", "amod", "nsubj") and parse.heads[verb] > verb
    if (
        not inside
        or parse.lemmas[verb] != parse.words[verb].lower()
        or parse.heads[doer] not in (verb, parse.heads[verb])
    ):
        return
    done_to = parse.heads[verb]
    told = next((at for at in range(helper - 1, -1, -1) if parse.tags[at] in ("VBD", "VBZ", "VBP", "VBN")), None)
    if told is None:
        return
    parse.tags[verb] = "VB"
    parse.move(verb, told, "advcl")
    parse.move(done_to, verb, "dobj")
    parse.move(doer, verb, "nsubj")
    parse.move(helper, verb, "aux")


def infinitive_of(parse: Parse, were: int) -> int | None:
    """Return what the subject behind "were" would do: "were Tobruk to ratify"."""
    if has_subject_before(parse, were, were):
        return None
    for at in range(were + 1, min(were + LONGEST_SUBJECT, len(parse.words) - 1)):
        if parse.tags[at] == "TO" and at > were + 1:
            verb = parse.heads[at] if parse.heads[at] > at else at + 1
            return verb if parse.tags[verb][:2] in ("VB", "NN") else None
        if parse.tags[at][0] == "V" or parse.words[at] == ",":
            return None
    return None


def participle_of(parse: Parse, helper: int) -> int | None:
    """Return the verb of a clause that "should" or "had" opens before its subject, if it hangs nowhere yet."""
    verb = parse.heads[helper]
    between = any(parse.deps[kid] in SUBJECTS and helper < kid < verb for kid in parse.kids[verb])
    if (
        parse.deps[helper] != "aux"
        or not between
        or has_subject_before(parse, verb, helper)
        or parse.deps[verb] == "advcl"
    ):
        return None
    return verb


def has_subject_before(parse: Parse, verb: int, opener: int) -> bool:
    """Tell whether a verb's subject stands before a word, a "that" which the parser takes for one left out."""
    before = [kid for kid in parse.kids[verb] if kid < opener and parse.deps[kid] in SUBJECTS]
    return any(parse.lows[kid] != "that" for kid in before)


def outcome_of(parse: Parse, opener: int, verb: int) -> int | None:
    """Return the verb of what would come of a condition: the next one with a modal, else the one before."""
    before = parse.lows[opener - 1]
    opens = opener == 0 or before in OPENERS or before.isspace() or parse.words[opener].istitle()
    ahead = range(verb + 1, min(verb + LONGEST_CONDITION, len(parse.words))) if opens else range(0)
    for stretch in (ahead, range(opener - 1, max(opener - LONGEST_CONDITION, -1), -1)):
        for at in stretch:
            if parse.words[at] in STOPS:
                break
            if parse.lows[at] in OUTCOMES and parse.deps[at] == "aux":
                return parse.heads[at]
    return None


def hang(parse: Parse, opener: int, verb: int, outcome: int) -> None:
    """Make the verb the head of the condition, and hang it on what would come of it."""
    top = opener if verb in parse.kids[opener] or opener in parse.above(verb) else verb
    teller = parse.heads[top]
    if top in parse.above(outcome):
        parse.replace(top, outcome)
    elif teller < opener and parse.heads[teller] == outcome and parse.lows[opener - 1] == "that":
        # "Warned that were Mali to seize it, …": the parser hangs the warning on what would come.
        parse.replace(outcome, teller)
        parse.move(outcome, teller, "ccomp")
    subject = subject_of(parse, opener, verb)
    parse.move(verb, outcome, "advcl")
    if parse.tags[verb][:2] == "NN":
        parse.tags[verb] = "VB"
    for kid in [*parse.kids[opener], *parse.kids[verb]]:
        if kid < opener:
            parse.move(kid, outcome, "mark" if parse.lows[kid] == "that" else parse.deps[kid])
        elif kid in parse.kids[opener] and kid not in (verb, outcome):
            # Who says so in passing, and the full stop, are not part of the condition.
            beyond = kid > verb and (parse.deps[kid] == "punct" or parse.tags[kid][0] == "V")
            parse.move(kid, outcome if beyond else verb, parse.deps[kid])
    parse.move(opener, verb, "aux")
    if subject is not None:
        parse.move(subject, verb, parse.deps[subject] if parse.deps[subject] in SUBJECTS else "nsubj")


def part_at_semicolon(parse: Parse, opener: int) -> None:
    """Hang a condition that opens behind a semicolon on what follows it, and part that from what stands before."""
    condition = parse.heads[opener]
    above = parse.heads[condition]
    if above < opener < parse.heads[above]:
        parse.move(condition, parse.heads[above], "advcl")
    if parse.heads[condition] > opener:
        part_told(parse, opener, parse.heads[condition])


def part_told(parse: Parse, opener: int, outcome: int) -> None:
    """Part what is told before a semicolon from the condition behind it: "Oman left; were Chad to leave, …"."""
    for kid in [kid for kid in parse.kids[outcome] if kid < opener and parse.tags[kid] in ("VBD", "VBZ", "VBP")]:
        root = parse.heads[outcome] == outcome
        parse.move(kid, kid if root else parse.heads[outcome], parse.deps[outcome])
        parse.move(outcome, kid, "conj")


def subject_of(parse: Parse, opener: int, verb: int) -> int | None:
    """Return the noun between the word that opens a condition and its verb that is part of no other noun there."""
    inside = range(opener + 1, verb)
    tops = [at for at in inside if parse.heads[at] not in inside and parse.tags[at][:2] in ("NN", "PR", "JJ", "DT")]
    return next((at for at in tops if parse.deps[at] in SUBJECTS), tops[0] if tops else None)
