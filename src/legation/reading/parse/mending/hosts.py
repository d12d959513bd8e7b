"""Hosts and guests: who acts behind a phrase that opens the sentence and took him in as one more name.

- "After receiving the envoy in Lima, Peru's minister, Rossi, announced": the minister announced.
- "Sweden, together with Denmark, sent guns", "along with Denmark, Sweden sent guns": both sent them.
- "Rossi met a delegation from Qatar": they are from there, he did not meet them from there.
- "A pact was signed in Lima by the premier, Ivo Sanz": he is the premier, not the pact.
- "At the invitation of Li, Premier of China, President Rossi, with a delegation, paid a visit": Rossi paid it.
- "At the invitation of the Premier of China, Li, the President of Peru, Rossi, came": Rossi came.
"""

from collections.abc import Iterator

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import FINITE, SUBJECTS, Parse

NAMED = frozenset({"NNP", "NNPS", "NN"})
TAKEN = frozenset({"appos", "conj"})
OPENING = frozenset({"prep", "advcl"})


def find_host(parse: Parse, verb: int) -> None:
    """Give the verb of a sentence without a subject who stands before it between commas."""
    if parse.has(verb, *SUBJECTS, "csubj", "expl"):
        return
    for noun in taken_in(parse, verb):
        aside = [at for at in range(parse.last(noun) + 1, verb) if parse.words[at] != ","]
        if aside and parse.tags[aside[0]] not in ("VBN", "VBG"):
            return
        if aside and parse.heads[aside[0]] < noun:
            parse.move(aside[0], noun, "acl")
        parse.move(noun, verb, "nsubj")
        return


def part_guest(parse: Parse, host: int) -> None:
    """Part the guest from the host whose name opens the list: "at the invitation of the President of Peru, Rossi, …".

    The parser takes the host for the one who acts and the guest's title and name for his.
    """
    verb = parse.heads[host]
    invitation = next((kid for kid in parse.kids[verb] if kid < host and parse.deps[kid] == "prep"), None)
    inviter = inviter_of(parse, invitation) if invitation is not None else None
    beside = [kid for kid in parse.kids[host] if parse.deps[kid] in TAKEN and kid > host]
    if parse.words[parse.first(host) - 1] != ",":
        return
    if inviter is None or len(beside) != 2 or parse.tags[beside[1]] not in NAMED or parse.tags[inviter] == "PRP":
        return
    title, guest = beside
    after = [kid for kid in parse.kids[host] if kid > host and kid not in beside]
    parse.move(host, inviter, "appos")
    parse.move(guest, verb, "nsubj")
    for kid in [title, *after]:
        parse.move(kid, guest, parse.deps[kid])


def inviter_of(parse: Parse, preposition: int) -> int | None:
    """Return who invites in a phrase such as "at the invitation of the President of Peru" that opens a sentence."""
    noun = parse.kid(preposition, "pobj")
    if parse.lows[preposition] != "at" or noun is None or parse.lemmas[noun] != "invitation":
        return None
    of = next((kid for kid in parse.kids[noun] if parse.lows[kid] == "of"), None)
    return None if of is None else parse.kid(of, "pobj")


def give_home(parse: Parse, guest: int) -> None:
    """Hang "from" right behind a guest on him, not on the verb of receiving: "met a delegation from Qatar"."""
    verb, preposition = parse.heads[guest], guest + 1
    from_there = parse.words[preposition : preposition + 1] == ["from"] and parse.heads[preposition] == verb
    if from_there and parse.lemmas[verb] in words_of("receiving") and parse.tags[guest] in ("NN", "NNS"):
        parse.move(preposition, guest, "prep")


def name_officials(parse: Parse, name: int) -> None:
    """Hang a name between commas on the office right before it: "the deal was signed by the premier, Ivo Sanz"."""
    body = parse.heads[name]
    holder = parse.heads[parse.heads[body]] if parse.lows[parse.heads[body]] == "of" else body
    if parse.deps[name] == "appos" and holder != body and parse.lemmas[holder] in words_of("heads of bodies"):
        # "The chief of the Union, Rossi": no union is called so.
        if parse.first(name) < name and parse.words[parse.first(name) - 1] == ",":
            parse.move(name, holder, "appos")
        return
    office = parse.first(name) - 2
    if office < 0 or parse.words[office + 1] != "," or parse.heads[name] == office or parse.deps[office] != "pobj":
        return
    above = parse.heads[name]
    thing = (parse.tags[above] in ("NN", "NNS") or parse.deps[name] != "appos") and above < office
    if thing and parse.lemmas[office] in words_of("heads"):
        parse.move(name, office, "appos")


def join_company(parse: Parse, name: int) -> None:
    """Join whom somebody acts together with, between commas, to who acts."""
    preposition = parse.heads[name]
    together = preposition - 1
    doer = together - 2
    if parse.lows[preposition] != "with" or parse.lows[together] not in words_of("in company"):
        return
    if together == 0:
        lead_company(parse, name)
        return
    between = doer >= 0 and parse.words[together - 1] == "," and parse.words[parse.last(name) + 1 :][:1] == [","]
    if between and parse.deps[doer] in SUBJECTS and parse.tags[doer] in NAMED:
        parse.move(name, doer, "conj")


def lead_company(parse: Parse, name: int) -> None:
    """Join whom somebody acts together with at the head of a sentence to who acts behind the comma."""
    comma = parse.last(name) + 1
    verb = next((at for at in parse.above(name) if parse.tags[at] in FINITE), None)
    doer = parse.kid(verb, *SUBJECTS) if verb is not None else None
    if doer is not None and parse.words[comma : comma + 1] == [","] and parse.first(doer) == comma + 1:
        parse.move(name, doer, "conj")


def taken_in(parse: Parse, verb: int) -> Iterator[int]:
    """Yield the outermost name behind a comma that the phrase opening a sentence took in, if it did."""
    for at in range(verb - 2, 1, -1):
        noun = at
        if parse.deps[noun] not in TAKEN or parse.tags[noun] not in NAMED:
            continue
        while parse.deps[parse.heads[noun]] in TAKEN and parse.heads[noun] < noun:
            noun = parse.heads[noun]
        start = parse.first(noun)
        counted = any(parse.deps[kid] == "cc" and kid < noun for kid in parse.kids[parse.heads[noun]])
        # Without words between him and the verb's comma he explains whoever stands before: "After talks with Li, a
        # minister, left".
        ended = noun == verb - 2 and parse.deps[noun] == "appos"
        if start > 1 and parse.words[start - 1] == "," and not counted and not ended and opens(parse, noun, verb):
            yield noun
            return


def opens(parse: Parse, noun: int, verb: int) -> bool:
    """Tell whether a noun stands in a phrase before a verb that says when or how."""
    top = parse.heads[noun]
    while top not in (verb, parse.heads[top]):
        if parse.heads[top] == verb and parse.deps[top] in OPENING:
            return True
        top = parse.heads[top]
    return False
