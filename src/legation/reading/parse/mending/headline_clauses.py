"""Clauses of headlines, which leave out "is", "that" and articles.

- "Sweden urged to halt sales": Sweden is urged.
- "no troops for Haiti, says Kenya": Kenya says so, and no troops say anything.
- "Oman, Yemeni ministers to meet, says Iraqi official": the ministers are to meet.
- "minister denies Togo funded rebels", "Pakistan says India planning strike": what is denied or said is a clause.
- "Ex-Armenian PM: Moscow betrayed us": who speaks stands before the colon, and betrayed nobody.
- "Turkey lifts veto on Finland's bid": what has a subject and an object governs, and helps no noun.

A small parser makes doers of those it is done to, one subject of two, and names of verbs.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import FINITE, SUBJECTS, Parse
from legation.reading.parse.mending.reports import reporting_verbs

NAMES = frozenset({"NNP", "NNPS"})
PARTS = frozenset({"compound", "nmod", "amod"})
# How what somebody did may be tagged where it was taken for what a noun is like.
ACTING = {"VBN": "VBD", "VBD": "VBD", "VBG": "VBG"}
HELPED = frozenset({"aux", "auxpass", "dobj", "dative", "agent"})


def set_headline(parse: Parse) -> None:
    """Set right the clauses of a headline; tags and lemmas are changed with them."""
    for i, dep in enumerate(parse.deps):
        tag = parse.tags[i]
        if tag in ("VBD", "VBN") and dep in ("ROOT", "ccomp", "conj"):
            turn_passive(parse, i)
        if tag in FINITE and parse.lemmas[i] in reporting_verbs():
            part_teller(parse, i)
        elif dep in PARTS and (tag in ACTING or (tag == "NN" and parse.words[i].endswith("ing"))):
            raise_told(parse, i)
        elif dep == "aux" and tag == "VBZ" and parse.tags[parse.heads[i]][:2] == "NN":
            govern(parse, i)
        if parse.words[i] == ":" and parse.tags[i] == ":":
            part_speaker(parse, i)


def turn_passive(parse: Parse, verb: int) -> None:
    """Make who is asked to do something, nobody else being asked, the one who is asked: "Sweden urged to halt it"."""
    if parse.lemmas[verb] not in words_of("asking another") or any(
        parse.deps[kid] in HELPED for kid in parse.kids[verb]
    ):
        return
    asked = next((kid for kid in parse.kids[verb] if parse.deps[kid] == "nsubj" and kid < verb), None)
    act = next((kid for kid in parse.kids[verb] if parse.deps[kid] in ("xcomp", "advcl") and kid > verb), None)
    if asked is None or act is None or parse.tags[act] != "VB" or parse.lows[verb + 1] != "to":
        return
    parse.deps[asked], parse.deps[act], parse.tags[verb] = "nsubjpass", "xcomp", "VBN"


def part_teller(parse: Parse, verb: int) -> None:
    """Leave one subject to a verb of saying behind a comma, the one behind it: "no troops for Haiti, says Kenya"."""
    before = [kid for kid in parse.kids[verb] if kid < verb and parse.deps[kid] in SUBJECTS]
    behind = [kid for kid in parse.kids[verb] if kid > verb and parse.deps[kid] in SUBJECTS]
    if not before or not behind or parse.words[verb - 1] != ",":
        return
    told = before[-1]
    act = next(
        (kid for kid in parse.kids[told] if parse.deps[kid] in ("relcl", "acl") and parse.tags[kid] == "VB"), None
    )
    if act is not None:
        parse.move(act, verb, "ccomp")
        parse.move(told, act, "nsubj")
    else:
        parse.move(told, verb, "ccomp")
    parse.hand([kid for kid in parse.kids[verb] if kid < told and parse.deps[kid] in PARTS], told)


def raise_told(parse: Parse, verb: int) -> None:
    """Make a clause of a verb between a name and its object, behind a verb of saying: "says Peru left it"."""
    noun, doer = parse.heads[verb], verb - 1
    saying = parse.heads[noun]
    says = parse.lemmas[saying] in words_of("denying") or parse.lemmas[saying] in reporting_verbs()
    if doer < 1 or noun < verb or parse.deps[noun] != "dobj" or not says or parse.tags[saying] not in FINITE:
        return
    if parse.tags[doer] not in NAMES or parse.heads[doer] not in (noun, verb) or parse.first(doer) != saying + 1:
        return
    parse.retag(verb, ACTING.get(parse.tags[verb], "VBG"))
    parse.move(verb, saying, "ccomp")
    parse.move(doer, verb, "nsubj")
    parse.move(noun, verb, "dobj")


def govern(parse: Parse, verb: int) -> None:
    """Put a third person with a subject and an object above the noun that it was made a helper of."""
    noun = parse.heads[verb]
    own = {parse.deps[kid] for kid in parse.kids[verb]}
    if noun < verb or not own & SUBJECTS or "dobj" not in own:
        return
    parse.replace(noun, verb)
    parse.move(noun, verb, "dep")


def part_speaker(parse: Parse, colon: int) -> None:
    """Leave one subject to the verb behind a colon, the one behind the colon."""
    end = len(parse.words)
    verb = next((at for at in range(colon + 1, end) if parse.tags[at] in FINITE and parse.heads[at] != colon), None)
    if verb is None:
        return
    subjects = [kid for kid in parse.kids[verb] if parse.deps[kid] in SUBJECTS]
    speaker = next((kid for kid in subjects if kid < colon), None)
    if speaker is not None and any(colon < kid < verb for kid in subjects):
        parse.move(speaker, verb, "dep")
