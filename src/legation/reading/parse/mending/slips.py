"""Slips: words that a small parser tags or hangs wrongly for reasons of its own, each known by what cannot be.

- "On July 24 Thai jets bombed", "In 2012 Peru armed": a date between a preposition without an object and a name is that
  object, no part of the name.
- "On 7 May rebels bombed": the same where the day stands first.
- "ought to deploy": a modal is no verb that governs the act.
- "accused Peru of bombing villages": what has an object is a verb.
- "should Peru attack": a modal is no part of a noun, and behind it stands a verb.
- "answered by halting purchases": by what somebody does, not by purchases that halt.
- "brought the two together in Doha": the adverb is the verb's, not the place's.
- "Nor did Peru back the bid": behind "did" and its subject stands a verb.
- "called for Peru to halt work", "condemned it and called on Peru to halt work": what is called for is no circumstance.
- "Nauru cut ties", "Nauru, whose ruler left, may object": a name that opens a clause is the subject its verb lacks.
- "said Peru was a bully and threatened reprisals", "said it would stay away and accused Peru of fraud": what is or will
  be is told of Peru, an act of speech in the past is the speaker's.
- "looked on as Peru took the town": behind "as" stands who took it.
- "warned Peru of stray dogs": no verb stands right behind a preposition.
- "as it did in 2018": somebody did so then, and nothing is done "in".
- "handed over 50 men": that many, not more.
- "the opposition Fatah left", "Asked about it, Rossi said": one subject stands there, and somebody else asks.
- "kept the border shut": it is no "border shut" that was kept.
- "was summoned and told that it was over": who is told stands before both.
"""

import re

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import FINITE, SUBJECTS, Parse

YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
DATED = frozenset({"nmod", "compound", "nummod", "npadvmod"})
OBJECTS = frozenset({"pobj", "pcomp"})
# How the parser may hang a subject that something stands behind, or whose verb looks like a noun.
ADRIFT = frozenset({"npadvmod", "advmod", "advcl", "dep"})
CLAUSAL = ADRIFT | {"conj", "dobj"}
# Most words have none of these links.
SLIPPING = DATED | {"xcomp", "advmod", "ROOT", "pobj", "nsubj", "quantmod", "aux"}
INVERTING = frozenset({"did", "does", "do"})
# What the parser may take a verb behind an inverted "did" for.
MISTAGGED = frozenset({"RB", "RP", "NN", "JJ", "IN", "NNP"})


def set_right(parse: Parse) -> None:
    """Set the slips of a parse right; tags and lemmas are changed with them."""
    for i, dep in enumerate(parse.deps):
        if dep not in SLIPPING:
            continue
        if dep in DATED and i and parse.tags[i - 1] == "IN":
            give_date(parse, i)
            give_day(parse, i)
        elif dep == "compound" and parse.tags[i] == "MD":
            find_inverted(parse, i)
        elif dep == "xcomp" and parse.lemmas[parse.heads[i]] == "ought":
            give_modal(parse, i)
        elif dep == "advmod" and parse.lows[i] in words_of("joining adverbs"):
            give_adverb(parse, i)
        elif dep == "ROOT" and parse.lows[i] in INVERTING:
            find_verb(parse, i)
        elif dep == "aux" and parse.heads[i] == i + 1 and parse.tags[i + 1] == "IN":
            stand_for(parse, i + 1)
        else:
            set_noun_right(parse, i)
    set_clauses_right(parse)


def set_noun_right(parse: Parse, i: int) -> None:
    """Set right a noun, or what stands in the place of one."""
    dep = parse.deps[i]
    if dep == "pobj" and parse.deps[parse.heads[i]] == "mark":
        give_doer(parse, i)
    elif dep == "pobj" and parse.tags[i] in ("VB", "VBP"):
        free_noun(parse, i)
    elif dep == "nsubj" and parse.tags[i] == "NN":
        tie_kind(parse, i)
    elif dep == "xcomp" and parse.tags[i] == "NN" and i and parse.tags[i - 1] == "TO" and parse.heads[i - 1] == i:
        # "Offered to host talks": what "to" goes with is a verb.
        parse.retag(i, "VB")
    elif dep == "quantmod" and parse.lows[i - 1] in words_of("over verbs"):
        give_particle(parse, i)


def set_clauses_right(parse: Parse) -> None:
    """Set right what hangs between a verb and its clauses."""
    for i, dep in enumerate(parse.deps):
        if dep not in CLAUSAL:
            continue
        if dep == "advcl" and parse.lemmas[parse.heads[i]] in words_of("calling for"):
            ask_for(parse, i)
            ask_of(parse, i)
        elif dep == "advcl" and parse.tags[i] == "VBD" and parse.lemmas[i] in words_of("asking answers"):
            be_asked(parse, i)
        elif dep == "advcl" and parse.lemmas[parse.heads[i]] in words_of("asking"):
            ask_of(parse, i)
        elif dep in ADRIFT and parse.tags[i] == "NNP" and parse.heads[i] > i:
            give_subject(parse, i)
        elif dep == "dobj" and parse.tags[i] in ("VBN", "VBD", "JJ"):
            keep_so(parse, i)
        elif dep == "conj" and parse.tags[i] in ("VBD", "VBN") and is_speakers(parse, i):
            give_speaker(parse, i)
        elif dep == "conj" and parse.tags[i] == "VBD" and parse.lemmas[i] in words_of("telling hearers"):
            share_passive(parse, i)


def give_date(parse: Parse, i: int) -> None:
    """Make a year, or a month with its day, the object of the preposition before it, if that has none."""
    dated = YEAR.fullmatch(parse.words[i]) or (parse.tags[i] == "NNP" and parse.lows[i] in words_of("calendar"))
    bare = not any(parse.deps[kid] in OBJECTS for kid in parse.kids[i - 1])
    if dated and bare and parse.heads[i] > i:
        parse.move(i, i - 1, "pobj")


def give_day(parse: Parse, day: int) -> None:
    """Make a day and its month the object of the preposition before it, and the noun behind them the subject."""
    month, noun = day + 1, parse.heads[day]
    over = day - 1
    if parse.tags[day] != "CD" or noun <= month or parse.heads[noun] != over or parse.heads[month] != noun:
        return
    verb = parse.heads[over]
    named = parse.lows[month] in words_of("calendar") and parse.tags[month] == "NNP"
    if not named or verb <= noun or parse.tags[verb] not in FINITE or parse.has(verb, *SUBJECTS):
        return
    parse.move(month, over, "pobj")
    parse.move(day, month, "nummod")
    parse.move(noun, verb, "nsubj")


def find_inverted(parse: Parse, modal: int) -> None:
    """Make the noun of which a modal would be a part the verb that it is: "should Peru attack"."""
    verb = parse.heads[modal]
    doer = verb - 1
    if modal < doer and parse.heads[doer] == verb and parse.deps[doer] == "compound" and parse.tags[verb] == "NN":
        parse.retag(verb, "VB")
        parse.move(doer, verb, "nsubj")
        parse.move(modal, verb, "aux")


def give_modal(parse: Parse, verb: int) -> None:
    """Hang "ought" on the verb that it is the modal of, and what hung on it as well."""
    modal = parse.heads[verb]
    parse.hand([kid for kid in parse.kids[modal] if kid != verb], verb)
    parse.replace(modal, verb)
    parse.move(modal, verb, "aux")


def give_adverb(parse: Parse, adverb: int) -> None:
    """Hang an adverb on the verb over the preposition that it was hung on."""
    preposition = parse.heads[adverb]
    verb = parse.heads[preposition]
    if parse.tags[preposition][:3] == "NNP" and parse.deps[preposition] in ("dobj", "conj"):
        # "Was to bring Peru, Chile and Bolivia together": the last of them is not together.
        while parse.deps[verb] == "conj" and parse.tags[verb][0] != "V":
            verb = parse.heads[verb]
        verb = verb if parse.tags[verb][0] == "V" else parse.heads[verb]
        if parse.tags[verb][0] == "V":
            parse.hand([kid for kid in parse.kids[adverb] if kid > adverb], verb)
            parse.move(adverb, verb, "advmod")
        return
    if parse.deps[preposition] == "prep" and preposition == adverb + 1 and parse.tags[verb][0] == "V" and verb < adverb:
        parse.move(adverb, verb, "advmod")


def find_verb(parse: Parse, helper: int) -> None:
    """Make the word behind an inverted "did" and its subject the verb of the clause, if it has none."""
    subject = next((kid for kid in parse.kids[helper] if parse.deps[kid] in SUBJECTS and kid > helper), None)
    if (
        subject is None
        or not helper
        or parse.tags[helper] not in FINITE
        or parse.lows[helper - 1] not in words_of("inverting")
    ):
        return
    at = subject + 1
    if at >= len(parse.words) or parse.tags[at] not in MISTAGGED or not parse.words[at].isalpha():
        return
    if any(parse.tags[kid][0] == "V" for kid in parse.kids[helper]):
        return
    parse.retag(at, "VB")
    others = [kid for kid in parse.kids[helper] if kid != at]
    parse.move(at, at, "ROOT")
    for kid in others:
        lost = kid > at and parse.deps[kid] in SUBJECTS
        parse.move(kid, at, "dobj" if lost else parse.deps[kid])
    parse.move(helper, at, "aux")


def ask_for(parse: Parse, verb: int) -> None:
    """Make what somebody called for the complement of the call: "called for Peru to halt work"."""
    kids = parse.kids[verb]
    marked = any(parse.deps[kid] == "mark" and parse.lows[kid] == "for" for kid in kids)
    if marked and parse.heads[verb] < verb and any(parse.tags[kid] == "TO" for kid in kids):
        parse.move(verb, parse.heads[verb], "ccomp")


def ask_of(parse: Parse, verb: int) -> None:
    """Make what somebody is called on, or asked, to do the complement: "asked Peru on Monday to halt work"."""
    call = parse.heads[verb]
    asking = parse.lemmas[call] in words_of("asking")
    asked = any(
        call < kid < verb
        and (parse.lows[kid] in ("on", "upon") if not asking else parse.deps[kid] in ("dobj", "dative"))
        for kid in parse.kids[call]
    )
    if asked and parse.tags[verb] == "VB" and any(parse.tags[kid] == "TO" for kid in parse.kids[verb]):
        parse.move(verb, call, "xcomp")


def give_subject(parse: Parse, name: int) -> None:
    """Make a name the subject of the verb behind it that lacks one, where it opens the clause: "Nauru cut ties"."""
    verb = parse.heads[name]
    whose = any(parse.lows[kid] == "whose" for kid in range(name, verb))
    if whose and parse.deps[verb] == "ccomp" and parse.heads[verb] > verb:
        aside, verb = verb, parse.heads[verb]
        if parse.has(verb, *SUBJECTS):
            return
        parse.move(name, verb, "nsubj")
        parse.move(aside, name, "relcl")
        return
    bare = not parse.has(verb, *SUBJECTS, "mark")
    finite = parse.tags[verb] in FINITE or any(parse.tags[kid] == "MD" for kid in parse.kids[verb])
    opens = parse.first(name) == parse.first(verb)
    if bare and finite and opens and parse.lows[name] not in words_of("calendar"):
        parse.move(name, verb, "nsubj")


def keep_so(parse: Parse, state: int) -> None:
    """Make a noun right before the participle that was taken for its head the object: "kept the border shut"."""
    verb, thing = parse.heads[state], state - 1
    parts = parse.deps[thing] in ("compound", "nmod", "amod") and parse.heads[thing] == state
    if not parts or verb > thing or parse.lemmas[verb] not in ("keep", "leave") or parse.tags[thing][:2] != "NN":
        return
    parse.hand([kid for kid in parse.kids[state] if kid < thing], thing)
    parse.move(thing, verb, "dobj")
    parse.move(state, verb, "oprd")
    parse.hand([kid for kid in parse.kids[state] if kid > state], verb)


def is_speakers(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is an act of speech, or the one that was said before: "said … and said …"."""
    saying = parse.heads[parse.heads[verb]]
    return parse.lemmas[verb] in words_of("acts of speakers") or parse.lemmas[verb] == parse.lemmas[saying]


def give_speaker(parse: Parse, verb: int) -> None:
    """Join an act of speech to the verb of saying, where it was joined to a state that is told of somebody else."""
    state = parse.heads[verb]
    saying = parse.heads[state]
    own = parse.has(verb, *SUBJECTS, "mark", "aux")
    helpers = [kid for kid in parse.kids[state] if parse.deps[kid] in ("mark", "aux")]
    coming = any(parse.tags[kid] == "MD" for kid in helpers) or parse.tags[state] == "VBG"
    being = parse.lows[state] in ("was", "were") and not helpers
    # "Said it had not been aimed at them and suggested": the two are in no tense that they could share.
    being = being or any(parse.lows[kid] == "been" for kid in parse.kids[state])
    # "Said its troops had fired, and accused Peru": behind the comma the tense is that of the saying again.
    before = any(parse.lows[kid] == "had" and parse.deps[kid] == "aux" for kid in parse.kids[state])
    being = being or (before and parse.words[parse.first(verb) - 2 : parse.first(verb)] == [",", "and"])
    told = parse.deps[state] == "ccomp" and saying < state and parse.tags[saying] == "VBD"
    # "Denied that a law had been broken and accused Ali": whom it accuses, it is not done to.
    acts = parse.tags[verb] == "VBD" or parse.has(verb, "dobj")
    if told and (being or coming) and not own and acts:
        parse.move(verb, saying, "conj")
        parse.tags[verb] = "VBD"


def give_doer(parse: Parse, noun: int) -> None:
    """Make a noun between the word that opens a clause and its verb the subject that the verb lacks."""
    mark = parse.heads[noun]
    verb = parse.heads[mark]
    taken = parse.has(verb, *SUBJECTS)
    if mark < noun < verb and parse.tags[verb] in FINITE and not taken:
        parse.move(noun, verb, "nsubj")


def share_passive(parse: Parse, verb: int) -> None:
    """Make a verb of telling that names no hearer one of those whom the passive before it is about."""
    head = parse.heads[verb]
    own = parse.has(verb, *SUBJECTS, "aux", "auxpass", "dobj", "dative")
    if parse.tags[head] == "VBN" and not own and parse.has(head, "auxpass"):
        parse.tags[verb] = "VBN"


def tie_kind(parse: Parse, noun: int) -> None:
    """Make a common noun right before a name, both hung as subjects, part of the name: "the opposition Fatah left"."""
    verb = parse.heads[noun]
    name = next((kid for kid in parse.kids[verb] if kid > noun and parse.deps[kid] == "nsubj"), None)
    if name is None or parse.tags[name] not in ("NNP", "NNPS") or parse.first(name) != noun + 1:
        return
    parse.hand([*parse.kids[noun]], name)
    parse.move(noun, name, "compound")


def be_asked(parse: Parse, verb: int) -> None:
    """Make who is told of behind "Asked whether …," the one who was asked, not the one who asks."""
    top = parse.heads[verb]
    own = parse.has(verb, *SUBJECTS, "aux", "dobj", "mark")
    if verb < top and not own and parse.words[verb][0].isupper():
        parse.tags[verb] = "VBN"


def give_particle(parse: Parse, over: int) -> None:
    """Make "over" between a verb and a number the verb's particle: "handed over 50 men" is no "more than 50"."""
    if parse.words[over] == "over" and parse.tags[over - 1][0] == "V":
        parse.move(over, over - 1, "prt")
        parse.tags[over] = "RP"


def free_noun(parse: Parse, word: int) -> None:
    """Make a verb behind a preposition the adjective it is, and its object the preposition's: "about stray dogs"."""
    preposition = parse.heads[word]
    noun = next((kid for kid in parse.kids[word] if parse.deps[kid] == "dobj" and kid == word + 1), None)
    if noun is None or parse.heads[preposition] > preposition:
        return
    for kid in [kid for kid in parse.kids[word] if kid > noun]:
        acts = parse.deps[kid] in ("conj", "cc") and parse.tags[kid] in (*FINITE, "CC")
        parse.move(kid, parse.heads[preposition] if acts else noun, parse.deps[kid])
    parse.move(noun, preposition, "pobj")
    parse.move(word, noun, "amod")
    parse.retag(word, "JJ")


def stand_for(parse: Parse, preposition: int) -> None:
    """Make "did" the verb of a clause whose time the parser took for it: "as it did in 2018"."""
    verb = preposition - 1
    if parse.lows[verb] not in INVERTING or parse.heads[verb] != preposition:
        return
    above, times = parse.heads[preposition], [kid for kid in parse.kids[preposition] if kid > preposition]
    parse.move(verb, above, "advcl")
    parse.hand([kid for kid in parse.kids[preposition] if kid < verb], verb)
    parse.move(preposition, verb, "prep")
    for kid in times[:1]:
        parse.move(kid, preposition, "pobj")
