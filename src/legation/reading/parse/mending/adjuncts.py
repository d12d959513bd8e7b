"""Adjuncts: what says when an act was done, which a small parser hangs on the noun before it, belongs to the act.

- "announced the decision after talks with Peru": nobody decides "after talks", but somebody announces after them.
- "rejected the charges on Friday and recalled its envoy": the day is that of both acts.
- "revoked with immediate effect an accord": what only a preposition's noun stands before is the verb's object.
- "said on Monday it had left in May": the day behind the verb of speech is that of speaking.
- "told the envoy in May that it was over": what stands before "that" is not told.
- "handed a man seized in Oslo to Mali": it was to Mali that he was handed.
- "a truce that Peru broke, according to Lima, by shelling a town": who broke it shelled the town.
- "signed contracts worth $2 million with Peru": it is contracts that are with somebody.
- "filed a suit in a London court against Peru": it is the suit that is against somebody.
- "was hit with a water cannon by the coast guard": what stands behind "by" did it, no cannon is of the guard.
- "hailed the signing, in May, of an accord": the day between commas, and what is behind it, are the signing's.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.charges import raise_charge
from legation.reading.parse.mending.repair import SUBJECTS, Parse

# What parts an apposition from what it is set beside.
PARTING = frozenset({",", "(", "-", "–", "—", ":"})
# What stands in the place of an object.
HELD = frozenset({"dobj", "attr", "ccomp", "xcomp", "acomp", "oprd", "nsubjpass"})
CLAUSES = frozenset({"advcl", "xcomp", "relcl"})
VENUES = frozenset({"in", "at", "before", "with", "to"})
# Before these stands who is one of several that an act singles out.
PARTITIVE = frozenset({"among", "amongst", "of"})


def raise_adjuncts(parse: Parse) -> None:
    """Hang adjuncts of time on the verbs that they belong to."""
    for i, dep in enumerate(parse.deps):
        if dep == "prep":
            raise_charge(parse, i)
            raise_receiver(parse, i)
            give_day(parse, i)
            free_from_clause(parse, i)
            raise_from_worth(parse, i)
            lower_means(parse, i)
            free_from_venue(parse, i)
            raise_doer(parse, i)
        if parse.deps[i] == "prep" and parse.deps[parse.heads[i]] == "dobj" and parse.heads[i] < i:
            raise_adjunct(parse, i)
        elif dep in CLAUSES:
            set_clause(parse, i)
        elif dep == "prep" and i > 2 and parse.lows[i] == "of" and parse.words[i - 1] == ",":
            reach_over(parse, i)
        elif dep == "appos" and parse.deps[parse.heads[i]] == "pobj" and parse.heads[i] < i:
            give_object(parse, i)


def free_from_venue(parse: Parse, preposition: int) -> None:
    """Hang "against" behind a court on the verb that goes there: "filed a suit in a London court against Peru"."""
    venue = parse.heads[preposition]
    if parse.lows[preposition] != "against" or parse.deps[venue] != "pobj":
        return
    verb = parse.heads[parse.heads[venue]]
    heard = parse.lemmas[venue] in words_of("where suits are heard")
    if heard and parse.lows[parse.heads[venue]] in VENUES and parse.tags[verb][0] == "V":
        parse.move(preposition, verb, "prep")


def set_clause(parse: Parse, verb: int) -> None:
    """Hang a clause on the noun that it is about."""
    if parse.deps[verb] == "relcl" and parse.deps[parse.heads[verb]] == "pobj":
        raise_clause(parse, verb)
    elif parse.tags[verb] in ("VB", "VBN"):
        single_out(parse, verb)


def give_day(parse: Parse, preposition: int) -> None:
    """Hang the day right behind a verb of speech on it, not on what is said: "said on Monday it had left in May"."""
    told, verb = parse.heads[preposition], preposition - 1
    if told < preposition or verb < 0 or parse.heads[told] != verb or parse.deps[told] != "ccomp":
        return
    when = parse.kid(preposition, "pobj")
    if when is not None and parse.lows[when] in words_of("calendar"):
        parse.move(preposition, verb, "prep")


def free_from_clause(parse: Parse, preposition: int) -> None:
    """Hang on the verb of speech what stands before the "that" of what is said."""
    told = parse.heads[preposition]
    verb = parse.heads[told]
    if told < preposition or verb > preposition or parse.deps[told] != "ccomp":
        return
    if any(preposition < kid < told and parse.lows[kid] == "that" for kid in parse.kids[told]):
        parse.move(preposition, verb, "prep")


def raise_receiver(parse: Parse, preposition: int) -> None:
    """Hang on the verb to whom somebody is handed over, not on how he was caught."""
    caught = parse.heads[preposition]
    man = parse.heads[caught]
    verb = parse.heads[man]
    if parse.lows[preposition] != "to" or parse.deps[caught] != "acl" or parse.deps[man] != "dobj":
        return
    if parse.lemmas[caught] in words_of("catching") and parse.lemmas[verb] in words_of("handing over"):
        parse.move(preposition, verb, "prep")


def raise_from_worth(parse: Parse, preposition: int) -> None:
    """Hang on a deal the "with" that the parser hung on what it is worth."""
    if parse.lows[preposition] != "with":
        return
    worth = parse.heads[parse.heads[preposition]]
    deal = parse.heads[worth]
    if parse.lows[worth] == "worth" and deal < worth:
        parse.move(preposition, deal, "prep")


def lower_means(parse: Parse, by: int) -> None:
    """Hang "by" with an act on the clause before it, over an aside: "a truce that Peru broke, Lima says, by shelling".

    The parser hangs it on the verb of the sentence, whose doer did no such thing.
    """
    if parse.lows[by] != "by" or not parse.has(by, "pcomp"):
        return
    source = next((kid for kid in parse.kids[parse.heads[by]] if parse.lows[kid] == "according"), by)
    if not 1 < source < by or parse.words[source - 1] != ",":
        return
    if parse.last(source) + 1 != by - (parse.words[by - 1] == ","):
        return
    at = source - 2
    clause = next((up for up in (at, *parse.above(at)) if parse.deps[up] == "relcl" and parse.last(up) == at), None)
    if clause is not None and parse.heads[by] < clause:
        parse.move(by, clause, "prep")
        parse.move(source, clause, "prep")


def raise_doer(parse: Parse, by: int) -> None:
    """Hang who did it on a passive verb, where the parser hung him on what it was done with."""
    means = parse.heads[by]
    verb = parse.heads[parse.heads[means]]
    if parse.lows[by] != "by" or parse.deps[means] != "pobj" or parse.lows[parse.heads[means]] != "with":
        return
    if parse.has(verb, "auxpass") and not parse.has(verb, "agent") and parse.last(means) == parse.last(by):
        parse.move(by, verb, "agent")


def raise_adjunct(parse: Parse, preposition: int) -> None:
    """Hang on the verb what stands behind its object and says after what, or on which day, it was done."""
    noun = parse.heads[preposition]
    verb = parse.heads[noun]
    word = parse.lows[preposition]
    if parse.tags[verb][0] != "V" or parse.lows[noun] in words_of("calendar"):
        return
    told = parse.kid(preposition, "pobj")
    if told is None:
        return
    is_day = parse.lows[told] in words_of("calendar")
    if (word in ("after", "following") and not is_day) or (word == "on" and is_day and goes_on(parse, verb, told)):
        parse.move(preposition, verb, "prep")


def single_out(parse: Parse, verb: int) -> None:
    """Hang what somebody was the first to do on the noun that singles him out: "became the first state to join".

    Of several, it is the words right before: "was among the first to leave".
    """
    marker = next((kid for kid in parse.kids[verb] if parse.tags[kid] == "TO"), 0)
    noun, above = marker - 1, parse.heads[verb]
    if noun < 0 or above > noun:
        return
    part = parse.deps[noun] == "pobj" and parse.lows[parse.heads[noun]] in PARTITIVE
    if not (part and parse.lemmas[above] in ("be", "one")) and (parse.heads[noun], parse.deps[noun]) != (above, "attr"):
        return
    if any(parse.lows[kid] in words_of("singling out") for kid in (noun, *parse.kids[noun])):
        parse.move(verb, noun, "relcl")


def raise_clause(parse: Parse, verb: int) -> None:
    """Hang a clause on what a share is of, where the parser hung it on the share: "a tariff of 5% that it imposed"."""
    share = parse.heads[verb]
    above = parse.heads[parse.heads[share]]
    if parse.lows[share] in ("percent", "%") and parse.tags[above][:2] == "NN" and above < share:
        parse.move(verb, above, "relcl")


def reach_over(parse: Parse, of: int) -> None:
    """Hang a day between commas, and the "of" behind it, on the noun before them."""
    when = next((at for at in range(of - 2, 1, -1) if parse.words[at] == ","), 1) + 1
    noun = when - 2
    if when + 1 >= of or parse.deps[when] != "prep" or parse.tags[noun][:2] != "NN" or parse.heads[of] == noun:
        return
    if any(parse.lows[at] in words_of("calendar") or parse.tags[at] == "CD" for at in range(when + 1, of - 1)):
        parse.move(when, noun, "prep")
        parse.move(of, noun, "prep")


def give_object(parse: Parse, noun: int) -> None:
    """Make a noun with an article the object of a verb without one, where no comma parts it from the phrase before."""
    first = parse.first(noun)
    preposition = parse.heads[parse.heads[noun]]
    verb = parse.heads[preposition]
    opens = parse.lows[first] in ("a", "an", "the") and parse.words[first - 1] not in PARTING
    if not opens or parse.deps[preposition] != "prep" or parse.tags[verb] not in ("VBD", "VBZ", "VBP", "VB", "VBG"):
        return
    if not parse.has(verb, *HELD):
        parse.move(noun, verb, "dobj")


def goes_on(parse: Parse, verb: int, after: int) -> bool:
    """Tell whether a past act is followed by another of the same doer: a day between them is that of both."""
    return parse.tags[verb] == "VBD" and any(
        kid > after
        and parse.deps[kid] == "conj"
        and parse.tags[kid] == "VBD"
        and not any(parse.deps[own] in SUBJECTS for own in parse.kids[kid])
        for kid in parse.kids[verb]
    )
