"""Splits: what the parser ran together and grammar takes apart.

- "Oslo sent tents; Lima urged Quito to follow": two sentences, not one that is urged.
- "Foreign Minister Ivan Petrov and Defence Minister Pavel Orlov arrived": two people, not one whose title they share.
- "Seoul said in March North Korea had fired missiles": the month is when it was said, the state is who fired.
- "Peru expels envoy", "Turkey, Greece to resume talks": in headlines names act that the parser hangs on verbs as parts.
- "Moscow met Delhi in Lima and President Rossi flew home": who stands before a verb without a subject acts.
- "Peru called, and Chad, having promised aid, will send it": who stands before the aside has promised and will send.
- "Presidents Rossi and Diaz met": the title of both is nobody beside them.
- "Peru will send aid, and Chad for its part will let it in": no name is joined to a verb, it is who acts next.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.couples import part_couple
from legation.reading.parse.mending.givings import part_receiver
from legation.reading.parse.mending.repair import FINITE, SUBJECTS, Parse
from legation.reading.parse.mending.seconds import join_second

NAME = "NNP"
JOINING = frozenset({"and", "but", "while"})
# Links by which the parser hangs a clause behind a semicolon on the one before it.
BESIDE = frozenset({"ccomp", "advcl", "parataxis", "dep", "acl", "relcl", "appos"})

# What stands between a subject and its verb, and what is listed behind a verb.
HELPING = frozenset({"aux", "auxpass", "neg", "advmod"})
LISTED = frozenset({"dobj", "pobj"})


def split(parse: Parse) -> None:
    """Take apart the clauses and names of a parse that belong to different heads."""
    for i, label in enumerate(parse.deps):
        if label == "ccomp" and parse.heads[i] > i and is_before_semicolon(parse, i):
            parse.move(i, i, "ROOT")
        elif label in BESIDE and is_behind_semicolon(parse, i):
            set_beside(parse, i)
        elif label == "ccomp" and parse.heads[i] < i:
            free_subject(parse, i)
            take_listed(parse, i)
        elif label in ("advcl", "acl"):
            free_clause(parse, i)
        elif label == "npadvmod" and parse.lemmas[parse.heads[i]] in words_of("giving time"):
            give_time(parse, i)
        elif label in ("nmod", "compound") and parse.tags[i] == NAME:
            part_names(parse, i)
            name_doer(parse, i)
            part_receiver(parse, i)
            part_couple(parse, i)
        elif label in ("ROOT", "conj"):
            open_clause(parse, i)
            join_second(parse, i)
        elif label in SUBJECTS and parse.tags[i] in ("NNS", "NNPS") and parse.tags[i + 1 : i + 2] == [NAME]:
            name_holders(parse, i)


def is_before_semicolon(parse: Parse, verb: int) -> bool:
    """Tell whether a semicolon parts a clause from the verb it is hung on, and that verb's own clause follows it.

    A colon does so too where what follows says more than who reports: "did not thank Lima: it repeated its demand".
    """
    head = parse.heads[verb]
    subject = next((kid for kid in parse.kids[head] if parse.deps[kid] in SUBJECTS and kid > verb), None)
    own = any(parse.deps[kid] in ("dobj", "xcomp") and kid > head for kid in parse.kids[head])
    parting = (";", ":") if own else (";",)
    marks = [kid for kid in parse.kids[head] if parse.words[kid] in parting and verb < kid]
    if subject is None or not marks or marks[-1] > subject:
        return False
    between = range(marks[-1], subject)
    return not any(parse.tags[at][0] == "V" and parse.deps[at] != "amod" for at in between)


def is_behind_semicolon(parse: Parse, verb: int) -> bool:
    """Tell whether a clause with a subject stands right behind a semicolon and hangs on the clause before it."""
    top = parse.heads[verb]
    subject = next((kid for kid in parse.kids[verb] if parse.deps[kid] in SUBJECTS and kid < verb), None)
    if subject is None or top > verb or parse.tags[verb] not in FINITE:
        return False
    inside = parse.words[top : parse.first(subject)]
    return ";" in inside and not any(parse.tags[at] in FINITE for at in range(top + 1 + inside.index(";"), subject))


def set_beside(parse: Parse, verb: int) -> None:
    """Set a clause behind a semicolon beside the one before it: "…, Lima warned; Quito laughed"."""
    top = parse.heads[verb]
    while parse.heads[top] != top:
        top = parse.heads[top]
    if parse.tags[top][0] == "V" and top < verb:
        parse.move(verb, top, "conj")


def free_subject(parse: Parse, verb: int) -> None:
    """Give a clause without a subject the name that stands right before it, where a date drew it to itself."""
    subject = parse.kid(verb, *SUBJECTS)
    if subject is not None:
        before = [
            kid for kid in parse.kids[verb] if parse.deps[kid] == "npadvmod" and parse.heads[verb] < kid < subject
        ]
        if before and not parse.has(verb, "mark"):
            # "Said last week Moscow had broken the treaty": the time before the subject is that of the saying.
            parse.move(before[0], parse.heads[verb], "npadvmod")
        return
    name = min([verb, *(kid for kid in parse.kids[verb] if kid < verb)]) - 1
    preposition = parse.heads[name] if name > 0 else 0
    if name <= 0 or parse.tags[name] != NAME or parse.deps[name] != "pobj":
        return
    date = preposition + 1
    own = parse.heads[preposition] == parse.heads[verb] and date < name and parse.heads[date] == name
    if own and parse.lows[date] in words_of("calendar"):
        parse.move(date, preposition, "pobj")
        parse.move(name, verb, "nsubj")


def open_clause(parse: Parse, top: int) -> None:
    """Set right a headline without a finite verb, and a clause that opens with a date and lacks its subject."""
    if parse.deps[top] == "ROOT" and parse.tags[top] == NAME:
        announce(parse, top)
    elif parse.tags[top] == NAME and parse.tags[parse.heads[top]][0] == "V":
        act_next(parse, top)
    elif is_finite(parse, top):
        take_name(parse, top)
        if parse.deps[top] == "conj":
            take_listed(parse, top)


def is_finite(parse: Parse, verb: int) -> bool:
    """Tell whether a verb, or what helps it, is finite: "had promised", "will leave"."""
    helpers = (parse.tags[kid] for kid in parse.kids[verb] if parse.deps[kid] in ("aux", "auxpass"))
    return parse.tags[verb] in FINITE or any(tag in (*FINITE, "MD") for tag in helpers)


def take_name(parse: Parse, verb: int) -> None:
    """Give a verb without a subject the name before it that a date drew to itself: "In March Lima left"."""
    if parse.has(verb, *SUBJECTS):
        return
    name = verb - 1
    while name > 1 and parse.heads[name] == verb and parse.deps[name] in ("aux", "auxpass", "advmod", "neg"):
        name -= 1
    preposition = parse.heads[name]
    date = preposition + 1
    drawn = parse.deps[name] == "pobj" and parse.heads[preposition] == verb and parse.heads[min(date, name)] == name
    if name > date and drawn and parse.tags[name] == NAME and parse.lows[date] in words_of("calendar"):
        parse.move(date, preposition, "pobj")
        parse.move(name, verb, "nsubj")


def free_clause(parse: Parse, verb: int) -> None:
    """Set right what was hung on a verb as a circumstance, or on a noun, by its form."""
    if parse.tags[verb] in FINITE:
        find_doer(parse, verb)
    elif parse.deps[verb] == "acl":
        return
    elif parse.tags[verb] == "VB":
        list_demands(parse, verb)
    elif parse.tags[verb] == "VBN" and parse.heads[verb] > verb:
        find_promiser(parse, verb)


def find_doer(parse: Parse, verb: int) -> None:
    """Give a finite verb without a subject the name before it that was joined to another: "in Lima and Peru left"."""
    name = min([verb, *(kid for kid in parse.kids[verb] if kid < verb)]) - 1
    if name <= 0 or parse.tags[name] != NAME or parse.deps[name] != "conj":
        return
    bare = not parse.has(verb, *SUBJECTS, "mark", "advmod")
    if bare and parse.lows[parse.first(name) - 1] in ("and", "but"):
        parse.move(name, verb, "nsubj")
        above = parse.heads[verb]
        while parse.tags[above][0] != "V" and parse.heads[above] != above:
            above = parse.heads[above]
        parse.move(verb, above, "conj")


def take_listed(parse: Parse, verb: int) -> None:
    """Give a clause without a subject the name right before it that was listed with another: "hit Lima and Peru left".

    The parser hangs what is told behind the list on any verb above. A verb that is joined to another has no "and" of
    its own then, so that any noun may be who acts: "spoke by telephone and the minister left".
    """
    name = verb - 1
    while name > 0 and parse.heads[name] == verb and parse.deps[name] in HELPING:
        name -= 1
    finite = parse.tags[verb] in FINITE or any(parse.tags[kid] == "MD" for kid in parse.kids[verb])
    first = parse.heads[name]
    fitting = parse.tags[name] == NAME or (parse.deps[verb] == "conj" and parse.tags[name][:2] == "NN")
    if not finite or not fitting or parse.deps[name] != "conj" or parse.deps[first] not in LISTED:
        return
    if parse.has(verb, *SUBJECTS, "mark"):
        return
    over = next((up for up in parse.above(first) if parse.tags[up][0] == "V"), None)
    if over is not None and over < first and parse.lows[parse.first(name) - 1] in ("and", "but"):
        parse.move(name, verb, "nsubj")
        parse.move(verb, over, "conj")


def find_promiser(parse: Parse, aside: int) -> None:
    """Give the verb behind "Chad, having promised aid," its subject, where it has none."""
    verb, first = parse.heads[aside], parse.first(aside)
    name = first - 2
    having = parse.lows[first] == "having" and parse.words[first - 1] == ","
    if not having or name < 0 or parse.tags[name][:2] != "NN" or name in parse.above(verb):
        return
    if parse.has(verb, *SUBJECTS):
        return
    joined = parse.lows[parse.first(name) - 1] in ("and", "but")
    parse.move(name, verb, "nsubj")
    if joined and parse.deps[verb] in ("advcl", "ccomp"):
        parse.deps[verb] = "conj"


def give_time(parse: Parse, time: int) -> None:
    """Make a time the object, where it is given to somebody to do something in: "gave Ghana a week to go"."""
    verb = parse.heads[time]
    given = [kid for kid in parse.kids[verb] if verb < kid < time]
    counted = any(parse.lows[kid] in ("a", "an") or parse.deps[kid] == "nummod" for kid in parse.kids[time])
    if len(given) != 1 or parse.deps[given[0]] not in ("dobj", "dative") or parse.tags[given[0]] == "IN" or not counted:
        return
    aims = [kid for top in (verb, time) for kid in parse.kids[top] if kid > time and parse.tags[kid] == "VB"]
    if any(parse.tags[kid] == "TO" for aim in aims for kid in parse.kids[aim]):
        parse.deps[given[0]], parse.deps[time] = "dative", "dobj"
        parse.move(aims[0], verb, "advcl")


def name_doer(parse: Parse, name: int) -> None:
    """Make a name the subject where a headline's verb was taken for the head of its phrase: "Peru expels envoy"."""
    verb = parse.heads[name]
    if parse.tags[verb] in FINITE and name < verb and not parse.has(verb, *SUBJECTS):
        parse.deps[name] = "nsubj"


def announce(parse: Parse, name: int) -> None:
    """Make an infinitive the root of a headline without a finite verb: "Turkey, Greece to resume talks"."""
    verb = next(
        (kid for kid in parse.kids[name] if parse.deps[kid] in ("acl", "relcl") and parse.tags[kid] == "VB"), None
    )
    if verb is None or any(parse.tags[at] in FINITE for at in range(name, verb)):
        return
    if any(parse.tags[kid] == "TO" for kid in parse.kids[verb]) and parse.tags[verb - 2][:2] == "NN":
        parse.move(verb, verb, "ROOT")
        parse.move(name, verb, "nsubj")


def list_demands(parse: Parse, verb: int) -> None:
    """Join the second of several demands to the first: "called on Iran to return, to free detainees and to stop"."""
    head = parse.heads[verb]
    first = next((kid for kid in parse.kids[head] if parse.deps[kid] == "xcomp" and head < kid < verb), None)
    infinitives = [
        at for at in (first, verb) if at is not None and any(parse.tags[kid] == "TO" for kid in parse.kids[at])
    ]
    listed = any(parse.deps[kid] == "conj" and parse.tags[kid] == "VB" for kid in parse.kids[verb])
    if first is not None and len(infinitives) == 2 and listed:
        parse.move(verb, first, "conj")


def part_names(parse: Parse, name: int) -> None:
    """Join two people by "and" where the parser made the first a part of the second's name."""
    head, joint = parse.heads[name], parse.kid(name, "cc")
    if joint is None or joint != name + 1 or not joint < head:
        return
    if not any(parse.deps[kid] == "compound" and parse.tags[kid] == NAME for kid in parse.kids[name]):
        return
    between = range(joint + 1, head + 1)
    if any(parse.tags[at] not in (NAME, "JJ") for at in between) or parse.tags[head] != NAME or len(between) < 2:
        return
    above, label = parse.heads[head], parse.deps[head]
    for kid in [kid for kid in parse.kids[name] if kid > joint]:
        parse.move(kid, head, "compound")
    parse.move(name, above if above != head else name, label)
    parse.move(head, name, "conj")
    parse.hand([kid for kid in parse.kids[head] if kid < name], name)


def name_holders(parse: Parse, title: int) -> None:
    """Put the names behind the title that they share in its place, with the title as a part of the first."""
    name = next(
        (at for at in range(title + 1, len(parse.words)) if parse.deps[at] in ("appos", *SUBJECTS)), len(parse.words)
    )
    if name == len(parse.words) or parse.first(name) != title + 1 or parse.tags[name] != NAME:
        return
    if parse.lemmas[title].lower() not in words_of("heads of bodies") or not any(
        parse.deps[kid] == "conj" and parse.tags[kid] == NAME for kid in parse.kids[name]
    ):
        return
    parse.move(name, parse.heads[title], parse.deps[title])
    parse.hand([kid for kid in parse.kids[title] if kid != name], name)
    parse.move(title, name, "compound")


def act_next(parse: Parse, name: int) -> None:
    """Make a name that was joined to a verb the subject of the verb joined to it behind, which has none."""
    first = parse.heads[name]
    later = next((kid for kid in parse.kids[first] if kid > name and parse.deps[kid] == "conj"), None)
    if later is None or first > name or parse.tags[later][0] != "V" or parse.lows[name - 1] not in JOINING:
        return
    if parse.has(later, *SUBJECTS):
        return
    parse.hand([kid for kid in parse.kids[first] if name < kid < later], later)
    parse.move(name, later, "nsubj")
