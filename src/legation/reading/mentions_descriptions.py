"""Finds descriptions: persons by office, bodies, forces and groups by noun, "the two leaders", "the country"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from legation.lexicon.titles import SPELLINGS
from legation.reading.claim import Form
from legation.reading.mentions_found import Classes, Found, Sort, lemma, lemmatizer
from legation.reading.mentions_words import JOINTS, NOUN_TAGS, Line

# The noun phrase that names an office or body is at most this long ("deputy foreign ministry spokesman").
LONGEST_NOUN = 4
# Nouns before another noun that are a party to it ("a rebel attack"); others are its theme ("troop deployment").
PARTY_MODIFIERS = frozenset(
    "rebel militant police army government military insurgent opposition separatist guerrilla terrorist navy gang "
    "jihadist militia".split()
)
MEMBER_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "pair": 2}
DEFINITE = frozenset({"the", "both", "these", "those", "its", "their", "his", "her"})
LEFT = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "advmod", "punct", "case", "predet"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
PARTY_PLACES = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "dative", "attr", "ROOT", "appos", "iobj", "oprd"}
)
# What ministries and their ministers are for, where it stands after "of".
OF_MATTERS = frozenset({"ministry", "department", "minister", "secretary", "committee", "office"})
MATTERS = frozenset(
    "foreign external internal affairs defense defence finance interior justice health education trade commerce economy "
    "energy agriculture security state unification information culture transport labor labour environment war "
    "intelligence oil emergency situations home".split()
)
# Prefixes that make a group another than the one the modifier names ("pro-Russian", "anti-Kremlin").
AGAINST = frozenset({"pro", "anti", "non", "ex"})
OTHERS = frozenset({"other", "another", "some", "many", "several", "most", "few", "any", "such", "more", "no", "every", "each"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its first word, its head, its end, and the noun that says what it is ("foreign minister")."""

    start: int
    head: int
    end: int
    noun: str
    plural: bool


def find_descriptions(line: Line, names: list[Found], classes: Classes) -> list[Found]:
    """Return the descriptions of a line; `names` are the names found in it, in text order."""
    shorts = {item.head: item for item in names if item.sort == Sort.SHORT}
    covered = {i: item for item in names if item.sort != Sort.SHORT for i in range(item.start, item.end)}
    by_head = {item.head: item for item in names}
    nouns = classes["description"]
    found = []
    for i, tag in enumerate(line.tags):
        if tag in NOUN_TAGS and i not in covered and (i + 1 >= len(line) or line.deps[i] != "compound" or loose(line, i)):
            word = lemma(line, i)
            if word not in nouns and tag == "NNP" and word.endswith("s"):
                word, tag = lemmatizer().lemma(word, "NNS"), "NNS"
            if word in nouns:
                found += describe(line, read_phrase(line, i, word, tag, classes), covered, by_head, shorts.get(i), classes)
    return found


def loose(line: Line, index: int) -> bool:
    """Tell whether a noun before a noun can be a party to it all the same."""
    return line.lows[index] in PARTY_MODIFIERS


def read_phrase(line: Line, head: int, word: str, tag: str, classes: Classes) -> Phrase:
    """Return the phrase around a head noun, with the longest noun of office or body that it ends with."""
    noun, start, end = word, head, head + 1
    names = classes["phrases"]
    longer = SPELLINGS.get(word, word)
    for i in range(head - 1, max(head - LONGEST_NOUN, -1), -1):
        if line.texts[i] in JOINTS or line.tags[i] not in (*NOUN_TAGS, "JJ"):
            break
        longer = f"{SPELLINGS.get(line.lows[i], line.lows[i])} {longer}"
        if longer in names:
            noun, start = longer, i
    if line.low(head + 1) == "of" and f"{word} of {line.low(head + 2)}" in names:
        noun, end = f"{word} of {line.low(head + 2)}", head + 3
    elif word in OF_MATTERS and line.low(head + 1) == "of":
        noun, end = read_matter(line, head, word) or (noun, end)
    for kid in line.children[head]:
        if kid < start and line.deps[kid] in LEFT:
            start = min(start, leftmost(line, kid))
    return Phrase(start, head, end, noun, tag in ("NNS", "NNPS") or word == "police")


def read_matter(line: Line, head: int, word: str) -> tuple[str, int] | None:
    """Return "Ministry of Foreign Affairs" as "foreign affairs ministry", and its end; None if of something else."""
    at, words = head + 2, []
    if line.low(at) == "the":
        at += 1
    while line.low(at) in MATTERS:
        words.append(line.low(at))
        at += 1
    return (" ".join([*words, word]), at) if words else None


def leftmost(line: Line, index: int) -> int:
    """Return the first word of what depends on a word from the left."""
    low = index
    for kid in line.children[index]:
        if kid < low:
            low = leftmost(line, kid)
    return low


def describe(
    line: Line,
    phrase: Phrase,
    covered: Mapping[int, Found],
    by_head: Mapping[int, Found],
    short: Found | None,
    classes: Classes,
) -> Iterator[Found]:
    """Yield what the phrase describes, if that is a party; `short` is the known short form that it may be."""
    head, noun = phrase.head, phrase.noun
    left = [line.lows[i] for i in range(phrase.start, head)]
    modifier, end = find_modifier(line, phrase, covered, by_head)
    sort = sort_of(line, phrase, left, modifier, classes)
    if sort is None:
        return
    if sort in (Sort.MEMBERS, Sort.COUNTRY):
        end = head + 1
    yield Found(
        line,
        phrase.start,
        max(end, phrase.end),
        head,
        Form.DESCRIPTION,
        sort,
        noun=noun,
        modifier=modifier,
        senses=short.senses if short is not None else (),
        gender="m" if head_ends(line, head, "man") else "f" if head_ends(line, head, "woman") else None,
        words=tuple(left),
        plural=phrase.plural,
    )


def head_ends(line: Line, head: int, ending: str) -> bool:
    """Tell whether the head noun says its bearer's sex ("spokeswoman")."""
    return line.lows[head].endswith(ending) and not (ending == "man" and line.lows[head].endswith("woman"))


def find_modifier(
    line: Line, phrase: Phrase, covered: Mapping[int, Found], by_head: Mapping[int, Found]
) -> tuple[Found | None, int]:
    """Return the actor the phrase belongs to, and where the phrase ends: "Russian …", "Iran's …", "… of Peru"."""
    last = None
    for i in range(phrase.start, phrase.head):
        item = covered.get(i)
        if item is not None and not (item.start >= 2 and line.low(item.start - 2) in AGAINST):
            last = item if last is None or item.end > last.end else last
            if line.low(item.end) in JOINTS and line.tag(item.end + 1) in ("VBN", "VBD", "JJ", "VBG"):
                last = None if line.low(item.end + 1) != "based" else last
    if last is not None:
        return last, phrase.head + 1
    for kid in line.children[phrase.head]:
        if line.lows[kid] in ("of", "from", "in", "for") and line.deps[kid] == "prep" and kid == phrase.head + 1:
            for grandkid in line.children[kid]:
                item = by_head.get(grandkid)
                if item is not None and line.deps[grandkid] == "pobj":
                    return item, item.end if line.lows[kid] == "of" else phrase.head + 1
    return None, phrase.head + 1


def sort_of(line: Line, phrase: Phrase, left: list[str], modifier: Found | None, classes: Classes) -> Sort | None:
    """Return what kind of description this is; None if it names no party here."""
    word, noun, first = phrase.noun.split()[-1] if " of " not in phrase.noun else phrase.noun, phrase.noun, (left or [""])[0]
    dep = line.deps[phrase.head]
    counts = [MEMBER_COUNTS[low] for low in left if low in MEMBER_COUNTS]
    if phrase.plural and word in classes["member-nouns"] and modifier is None:
        bare = word in ("side", "party") and left == ["the"]
        if bare or (counts and (first in DEFINITE or left == ["two"] and dep in SUBJECTS)):
            return Sort.MEMBERS
    if counts and modifier is None:
        return None
    if word in classes["relation-noun"] and (phrase.plural or first in ("its", "their", "his", "her")):
        if has_owner(line, phrase, modifier):
            return Sort.RELATED
    if set(left) & OTHERS and modifier is None and word not in classes["people"]:
        return None
    if dep not in PARTY_PLACES and dep != "compound" and not line.headline:
        return None
    if phrase.plural:
        return sort_of_plural(line, phrase, word, modifier, classes)
    return sort_of_singular(line, phrase, left, modifier, classes) if noun else None


def has_owner(line: Line, phrase: Phrase, modifier: Found | None) -> bool:
    """Tell whether the phrase says whose it is."""
    return modifier is not None or any(line.tags[i] == "PRP$" for i in range(phrase.start, phrase.head))


def sort_of_plural(line: Line, phrase: Phrase, word: str, modifier: Found | None, classes: Classes) -> Sort | None:
    """Return the kind of a description in the plural: a group, if it belongs to somebody or acts."""
    dep = line.deps[phrase.head]
    if dep == "compound" and not loose(line, phrase.head):
        return None
    if word in classes["people"] or (modifier is not None and word in classes["groups"]):
        return Sort.GROUP
    if word in classes["groups"] and (dep in SUBJECTS or has_owner(line, phrase, modifier)):
        return Sort.GROUP
    return None


def sort_of_singular(
    line: Line, phrase: Phrase, left: list[str], modifier: Found | None, classes: Classes
) -> Sort | None:
    """Return the kind of a description in the singular."""
    word, noun, first = phrase.noun.split()[-1], phrase.noun, (left or [""])[0]
    owned, dep = has_owner(line, phrase, modifier), line.deps[phrase.head]
    definite = first in ("the", "this", "that") or owned
    if word in classes["government"] and (definite or dep == "compound"):
        return Sort.STATE_BODY
    if noun in classes["office"] or word in classes["office"]:
        if first in ("a", "an", "one") and not owned:
            return None
        if dep == "attr" and not definite:
            return None
        return Sort.OFFICE if definite or dep in SUBJECTS and line.texts[phrase.head][0].isupper() else None
    if word in classes["country-noun"] and modifier is None:
        return Sort.COUNTRY if left in (["the"], ["this"], ["that"]) else None
    if noun in classes["organ"] and (definite or line.texts[phrase.head][0].isupper() or dep in SUBJECTS):
        if owned or word not in classes["body-noun"]:
            return Sort.ORGAN
    if word in classes["body-noun"]:
        return Sort.BODY if first in ("the", "this") and not owned else None
    if dep == "compound":
        return Sort.GROUP if loose(line, phrase.head) else None
    if (word in classes["people"] or word in classes["force"]) and owned:
        return Sort.GROUP
    return None
