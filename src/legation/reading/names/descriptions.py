"""Finds descriptions: persons by office, bodies, forces and groups by noun, "the two leaders", "the country"."""

from collections.abc import Mapping
from dataclasses import replace

from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorType, Form
from legation.reading.names.found import Classes, Found, Sort, lemma, lemmatizer
from legation.reading.names.phrases import Phrase, find_modifier, read_phrase
from legation.reading.names.words import NOUN_TAGS, Line

MEMBER_COUNTS = {"two": 2, "both": 2, "neither": 2, "either": 2, "three": 3, "four": 4, "pair": 2}
DEFINITE = frozenset({"the", "both", "these", "those", "its", "their", "his", "her"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
PARTY_PLACES = frozenset("nsubj nsubjpass dobj pobj poss conj dative attr ROOT appos iobj oprd compound".split())
PERSONAL = frozenset("his her my your our".split())
OTHERS = frozenset("other another some many several most few any such more no every each".split())


def find_descriptions(line: Line, names: list[Found], classes: Classes) -> list[Found]:
    """Return the descriptions of a line; `names` are the names found in it, in text order."""
    shorts = {item.head: item for item in names if item.sort == Sort.SHORT}
    covered = {i: item for item in names if item.sort != Sort.SHORT for i in range(item.start, item.end)}
    by_head = {item.head: item for item in names}
    found = []
    for i, tag in enumerate(line.tags):
        if line.lows[i] in MEMBER_COUNTS and is_count_alone(line, i):
            alone = line.lows[i] in ("both", "neither")
            words = (line.lows[i],) if alone else (line.lows[i - 1], line.lows[i])
            start = i + 1 - len(words)
            found.append(Found(line, start, i + 1, i, Form.DESCRIPTION, Sort.MEMBERS, words=words, plural=True))
        if tag not in NOUN_TAGS or i in covered or (line.deps[i] == "compound" and not is_loose(line, i, classes)):
            continue
        word, tag = head_noun(line, i, classes)
        if word in classes["description"] or word in words_of("traders"):
            phrase = read_phrase(line, i, word, tag, classes)
            item = describe(phrase, covered, by_head, classes)
            if item is not None:
                found.append(replace(item, senses=shorts[i].senses) if i in shorts else item)
    return found


def is_count_alone(line: Line, index: int) -> bool:
    """Tell whether a number stands for those named before: "the two spoke by phone", "envoys from all three"."""
    if line.lows[index] == "either":
        return False
    if line.lows[index] == "both" or (index and line.lows[index - 1] == "all"):
        whole = line.tags[index] == "DT" or line.tags[index - 1 : index + 1] == ["DT", "CD"]
        return whole and line.deps[index] in ("nsubj", "nsubjpass", "dobj", "pobj") and line.low(index + 1) != "of"
    if line.lows[index] == "neither":
        # "Neither has left", but not "neither of the boats", "neither Oslo nor Lima".
        alone = line.tags[index] in ("DT", "NN") and line.low(index + 1) != "of"
        return alone and line.deps[index] in ("nsubj", "nsubjpass")
    asked = line.deps[index] == "dobj" and lemma(line, line.heads[index]) in words_of("asking")
    acting = asked or line.deps[index] in ("nsubj", "nsubjpass")
    return acting and line.low(index - 1) == "the" and line.low(index + 1) != "of"


def is_loose(line: Line, index: int, classes: Classes) -> bool:
    """Tell whether a noun before a noun can be a party to it all the same; in a title it cannot."""
    return line.lows[index] in classes["party-modifier"] and line.low(index + 1) not in classes["title-word"]


def head_noun(line: Line, index: int, classes: Classes) -> tuple[str, str]:
    """Return the lemma and tag of a noun; a sentence's first "Rebels" may be tagged as a name."""
    word, tag = lemma(line, index), line.tags[index]
    if word not in classes["description"] and tag in ("NNP", "NNPS") and word.endswith("s"):
        return lemmatizer().lemma(word, "NNS"), "NNS"
    return word, tag


def describe(
    phrase: Phrase, covered: Mapping[int, Found], by_head: Mapping[int, Found], classes: Classes
) -> Found | None:
    """Return the mention that the phrase is, if it describes a party."""
    line, head = phrase.line, phrase.head
    modifier, end = find_modifier(phrase, covered, by_head)
    phrase = replace(phrase, modifier=modifier)
    sort = sort_of(phrase, classes)
    owners = [kid for kid in line.children[head] if line.deps[kid] == "poss" and line.tags[kid] != "PRP$"]
    if sort is None or (owners and modifier is None and sort != Sort.GROUP):
        return None
    if sort in (Sort.MEMBERS, Sort.COUNTRY):
        end = head + 1
    return Found(
        line,
        phrase.start,
        max(end, phrase.end),
        head,
        Form.DESCRIPTION,
        sort,
        noun=phrase.noun,
        modifier=modifier,
        gender=noun_gender(line.lows[head]),
        words=tuple(phrase.left),
        plural=phrase.plural,
    )


def noun_gender(word: str) -> str | None:
    """Return the sex of its bearer that a noun gives away ("spokeswoman")."""
    if word.endswith("woman"):
        return "f"
    return "m" if word.endswith("man") else None


def sort_of(phrase: Phrase, classes: Classes) -> Sort | None:
    """Return what kind of description this is; None if it names no party here."""
    if is_set(phrase, classes):
        return Sort.MEMBERS
    named = phrase.modifier is not None
    pointing = phrase.first in DEFINITE or phrase.word in classes["member-nouns"]
    if not named and pointing and any(word in MEMBER_COUNTS for word in phrase.left):
        return None
    if phrase.word in classes["relation-noun"] and phrase.owned and (phrase.plural or not named):
        return Sort.RELATED
    if not named and phrase.word not in classes["people"] and OTHERS.intersection(phrase.left):
        return None
    if phrase.dep not in PARTY_PLACES and not phrase.line.headline:
        return None
    return sort_of_plural(phrase, classes) if phrase.plural else sort_of_singular(phrase, classes)


def is_set(phrase: Phrase, classes: Classes) -> bool:
    """Tell whether the phrase stands for actors named before: "the two leaders", "both sides", "the sides"."""
    if phrase.left == ["each"] and phrase.word in words_of("sides"):
        return True
    if phrase.left in (["neither"], ["either"]) and not phrase.plural and not is_whose(phrase):
        return phrase.word in classes["member-nouns"]
    # "The two ministers of defence".
    members = {phrase.word, phrase.noun.partition(" of ")[0]} & set(classes["member-nouns"])
    if not phrase.plural or is_whose(phrase) or not members:
        return False
    if phrase.left == ["the"] and (
        phrase.word in words_of("sides") or (phrase.word in words_of("heads") and phrase.dep in SUBJECTS)
    ):
        return True
    counted = any(word in MEMBER_COUNTS for word in phrase.left)
    bare = phrase.left == ["two"] and phrase.dep in SUBJECTS and phrase.word not in words_of("unnamed tellers")
    return counted and (phrase.first in DEFINITE or bare)


def is_whose(phrase: Phrase) -> bool:
    """Tell whether a phrase says whose or which they are, and not only where ("met the two rivals in Oslo")."""
    named = phrase.modifier
    return named is not None and not (named.start > phrase.head and phrase.line.low(named.start - 1) in ("in", "at"))


def sort_of_plural(phrase: Phrase, classes: Classes) -> Sort | None:
    """Return the kind of a description in the plural: a group, if it belongs to somebody or acts."""
    if phrase.dep == "compound" and not is_loose(phrase.line, phrase.head, classes):
        return None
    if phrase.owned and phrase.word in classes["government"]:
        return Sort.STATE_BODY
    if phrase.owned and phrase.noun in classes["organ"] - classes["force"] - classes["body-noun"] - {"bank", "company"}:
        return Sort.ORGAN
    # "Arrested two former soldiers": somebody nobody knows, but not what is sent.
    known_for = phrase.dep in ("dobj", "nsubjpass") and not words_of("past office").isdisjoint(phrase.left)
    line = phrase.line
    by = phrase.dep == "pobj" and line.lows[line.heads[phrase.head]] == "by"
    acts = phrase.dep in SUBJECTS or phrase.owned or known_for or by
    people = phrase.word in classes["people"] or phrase.noun in classes["people"] or is_trading(phrase)
    return Sort.GROUP if people or (acts and phrase.word in classes["groups"]) else None


def sort_of_singular(phrase: Phrase, classes: Classes) -> Sort | None:
    """Return the kind of a description in the singular."""
    word, noun = phrase.word, phrase.noun
    if word in classes["government"] and (phrase.definite or phrase.dep == "compound"):
        return Sort.STATE_BODY
    if word in classes["sent-body"]:
        return Sort.SENT if is_sent(phrase) else None
    held = noun in classes["office"] or word in classes["office"]
    if " " in noun and noun in classes["people"] and (phrase.first in ("a", "an") or (phrase.owned and not held)):
        # "A student leader", "Chad's largest rebel group": nobody named before.
        return Sort.GROUP
    if held:
        return Sort.OFFICE if is_office(phrase) else None
    if word in classes["country-noun"] and phrase.modifier is None:
        pointed = phrase.left in (["the"], ["this"], ["that"])
        return Sort.COUNTRY if pointed or (len(phrase.left) == 1 and phrase.left[0] in PERSONAL) else None
    if noun in classes["organ"] and is_organ(phrase, classes):
        return Sort.ORGAN
    if word in classes["body-noun"] and not (phrase.first in ("a", "an", "one") and is_trading(phrase)):
        return Sort.BODY if is_body(phrase) else None
    owned = phrase.owned and (word in classes["people"] or word in classes["force"])
    # "One civilian was killed": something is done to somebody nobody knows.
    done_to = phrase.dep in ("nsubjpass", "dobj")
    anybody = word in classes["people"] or word in words_of("single fighters")
    attacks = phrase.dep in ("nsubj", "pobj") and word in words_of("lone attackers")
    owned = owned or (((done_to and anybody) or attacks) and phrase.first in ("a", "an", "one")) or is_trading(phrase)
    return Sort.GROUP if owned or (phrase.dep == "compound" and is_loose(phrase.line, phrase.head, classes)) else None


def is_trading(phrase: Phrase) -> bool:
    """Tell whether a firm or ship that nobody knows moves goods: "two tankers smuggled fuel", "a company sold arms"."""
    line = phrase.line
    verb = lemma(line, line.heads[phrase.head])
    if any(line.low(kid) in ("called", "named") for kid in line.children[phrase.head]):
        return False
    return phrase.word in words_of("traders") and phrase.dep in SUBJECTS and verb in words_of("moving goods")


def is_sent(phrase: Phrase) -> bool:
    """Tell whether a delegation or team stands for a state; "a delegation to Lima" is a visit, "his team" nobody's."""
    line, after, owner = phrase.line, phrase.head + 1, phrase.modifier
    bound = line.low(after) == "to" and line.deps[after] == "prep"
    personal = owner is not None and (owner.actor is None or owner.actor.type == ActorType.PERSON)
    return phrase.definite and not bound and not personal and not PERSONAL.intersection(phrase.left)


def is_office(phrase: Phrase) -> bool:
    """Tell whether a noun of office stands for its holder, not for just anybody ("a minister") or a predicate."""
    if phrase.first in ("a", "an", "one") and not phrase.owned:
        return False
    return phrase.definite or (phrase.dep in SUBJECTS and phrase.capital)


def is_organ(phrase: Phrase, classes: Classes) -> bool:
    """Tell whether a noun of body is a state's organ here: "the agency" alone may be any agency."""
    certain = phrase.definite or phrase.capital or phrase.dep in SUBJECTS
    return certain and (phrase.owned or phrase.word not in classes["body-noun"])


def is_body(phrase: Phrase) -> bool:
    """Tell whether a noun of body points back at one named before: "the agency", but not "the group of voters"."""
    whole = not any(phrase.line.low(kid) == "of" for kid in phrase.line.children[phrase.head])
    return phrase.first in ("the", "this") and not phrase.owned and whole
