"""Finds the names of the gazetteer, and tells whether the words are that name where they stand."""

from collections.abc import Iterator
from dataclasses import replace

from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorType, Form
from legation.reading.names.found import Classes, Found, Sort
from legation.reading.names.gazetteer import Gazetteer, Kind, Match, Sense
from legation.reading.names.places import is_dateline, is_place
from legation.reading.names.words import JOINTS, NOUN_TAGS, PROPER_TAGS, Line

# Sense kinds by the sort of mention they make.
SORTS = {
    Kind.NAME: Sort.KNOWN,
    Kind.CAPITAL: Sort.CITY,
    Kind.SEAT: Sort.KNOWN,
    Kind.ADJECTIVE: Sort.ADJECTIVE,
    Kind.SHORT: Sort.SHORT,
    Kind.SURNAME: Sort.SURNAME,
}
# After these a weekday or a month is a date ("last Friday's").
BEFORE_DATES = frozenset({"last", "next", "this", "on", "since", "by", "until", "every", "late", "early"})
OF_A_STATE = (ActorType.ORGANISATION, ActorType.ORGAN)
# Where only a noun stands.
NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})


def find_known(line: Line, gazetteer: Gazetteer, classes: Classes) -> list[Found]:
    """Return the names of the gazetteer in a line, in text order; a state's adjective inside a name too."""
    found: list[Found] = []
    for match in gazetteer.find(line):
        barred = is_elsewhere(line, match, gazetteer, classes) or is_people_within(line, match, found)
        kept = [] if barred else list(read_match(line, match, classes))
        whole = any(item.actor is not None and item.actor.type == ActorType.STATE for item in kept)
        if match.end - match.start > 1 and not whole and (not kept or kept[0].sort == Sort.KNOWN):
            kept += read_inside(line, match, gazetteer, classes)
        found += kept
    return found


def is_people_within(line: Line, match: Match, found: list[Found]) -> bool:
    """Tell whether the name of a people is that of one within another state: "Peruvian Indians", "Russian Germans"."""
    before = found[-1] if found else None
    whole = before is not None and before.end == match.start and before.sort == Sort.ADJECTIVE
    people = match.end - match.start == 1 and line.tags[match.start] in ("NNPS", "NNS")
    return whole and people and any(sense.kind == Kind.ADJECTIVE for sense in match.senses)


def is_elsewhere(line: Line, match: Match, gazetteer: Gazetteer, classes: Classes) -> bool:
    """Tell whether the words before a body's name make it another state's: "the Nauru Democratic Party"."""
    homes = {sense.actor.country for sense in match.senses if sense.actor.type in OF_A_STATE} - {None}
    before = match.start - 1
    if before > 0 and line.tags[before] == "POS":
        before -= 1
    senses = gazetteer.tree.get(line.lows[before]) if before >= 0 and homes else None
    whole = match.end - match.start > 1
    # A name of one word may be another state's where it is what such a body is called: no state has a Kremlin but one.
    alike = line.tags[before] in PROPER_TAGS if whole else line.lows[match.start] in classes["organ"]
    if senses is None or not alike:
        return False
    single = gazetteer.longest(line, before, senses, match.start)
    states = (
        {sense.actor.country for sense in single.senses if sense.actor.type == ActorType.STATE} if single else set()
    )
    return bool(states) and not states & homes


def read_inside(line: Line, match: Match, gazetteer: Gazetteer, classes: Classes) -> Iterator[Found]:
    """Yield the adjective that a longer name begins with: "Russian" of "Russian Communist Party"."""
    shorter = gazetteer.longest(line, match.start, gazetteer.tree.get(line.lows[match.start]), match.end - 1)
    if shorter is not None:
        kinds = (Kind.ADJECTIVE, Kind.NAME) if line.tag(shorter.end) == "POS" else (Kind.ADJECTIVE,)
        outer = {sense.actor.country for sense in match.senses}
        senses = tuple(
            sense
            for sense in shorter.senses
            if sense.kind in kinds and sense.actor.type == ActorType.STATE and sense.actor.country in outer
        )
        if senses:
            yield from read_match(line, replace(shorter, senses=senses), classes)


def read_match(line: Line, match: Match, classes: Classes) -> Iterator[Found]:
    """Yield the mention that a match is, unless its words say something else here."""
    senses = [sense for sense in match.senses if possible(line, match, sense, classes)]
    if not senses:
        return
    head = find_head(line, match.start, match.end)
    # A city with an entry of its own may still be a seat ("Brussels"): that reading is tried first.
    senses.sort(key=lambda sense: sense.kind != Kind.CAPITAL and sense.actor.type == ActorType.PLACE)
    sense = senses[0]
    sort = SORTS[sense.kind]
    found = Found(line, match.start, match.end, head, Form.NAME, sort, tuple(senses))
    if sense.kind == Kind.SEAT:
        found = replace(found, form=Form.METONYM)
    elif sense.kind == Kind.CAPITAL:
        place = is_place(line, match.start, match.end, head, classes)
        found = replace(found, form=Form.NAME if place else Form.METONYM, place=place)
    elif sense.kind == Kind.SHORT:
        found = replace(found, start=match.start - 1, form=Form.DESCRIPTION)
    yield found


def possible(line: Line, match: Match, sense: Sense, classes: Classes) -> bool:
    """Tell whether this sense can be meant where the words stand."""
    single = match.end - match.start == 1
    if single and sense.actor.type == ActorType.PERSON and is_kin(line, match.start):
        # "Haftar's son Saddam" is called as his father is.
        return False
    if sense.kind == Kind.SURNAME and single:
        return surname_possible(line, match.start, classes)
    if sense.kind == Kind.SHORT:
        return line.low(match.start - 1) == "the" and line.tag(match.end) not in ("NN", "NNS", "NNP", "JJ")
    if is_language(line, match, sense) or line.low(match.end) in words_of("currencies"):
        return False
    if sense.kind == Kind.ADJECTIVE:
        return not hyphenated_people(line, match)
    if sense.actor.type == ActorType.MEDIA and is_modifier_only(line, match, sense):
        return False
    if single and sense.exact is None:
        tag = line.tags[match.start]
        whole = sense.kind != Kind.NAME or not part_of_another(line, match.start, sense, classes)
        named = tag in NOUN_TAGS or tag in ("JJ", "FW") or line.headline
        return whole and (named or is_dateline(line, match.start, match.end))
    return not is_modifier_only(line, match, sense)


def is_kin(line: Line, start: int) -> bool:
    """Tell whether a name stands behind a word for somebody's kin: "Haftar's son Saddam", "his son, Saddam,"."""
    before = start - 2 if line.low(start - 1) == "," and line.low(start + 1) == "," else start - 1
    return line.low(before) in words_of("kin")


def is_modifier_only(line: Line, match: Match, sense: Sense) -> bool:
    """Tell whether the words are no name here: "Russian military technology", "Ministry of Foreign Affairs"."""
    if sense.actor.type == ActorType.MEDIA and match.end - match.start == 1 and line.tags[match.start] == "JJ":
        # "An Australian plan" is no newspaper's, nor is "the Australian prime minister".
        before = line.deps[match.start] == "amod" and line.heads[match.start] > match.end
        return before or line.tag(match.end) in NOUN_TAGS or line.low(match.start - 1) != "the"
    if sense.actor.type == ActorType.MEDIA and line.low(match.start - 1) == "of":
        return line.low(match.start - 2) in ("ministry", "minister", "secretary", "department", "committee")
    military = sense.actor.type == ActorType.ORGAN and line.tags[match.end - 1] == "JJ"
    return military and line.tag(match.end) in NOUN_TAGS


def is_language(line: Line, match: Match, sense: Sense) -> bool:
    """Tell whether the word names a language: "in Korean", "English-speaking"."""
    if match.end - match.start > 2:
        return False
    if line.low(match.end) in JOINTS and line.low(match.end + 1) in ("speaking", "language"):
        return True
    before = line.low(match.start - 1) in ("in", "into")
    end = match.end - 1
    return sense.kind == Kind.ADJECTIVE and before and line.deps[end] == "pobj" and line.tags[end] != "NNPS"


def hyphenated_people(line: Line, match: Match) -> bool:
    """Tell whether the word is half of a name of a people: "African-American"."""
    words = (line.low(match.start), line.low(match.start + 2))
    if line.low(match.end) not in JOINTS:
        words = (line.low(match.start - 2), line.low(match.start))
    return words[0] in words_of("halves of peoples") and words[1] in ("american", "americans")


def part_of_another(line: Line, index: int, sense: Sense, classes: Classes) -> bool:
    """Tell whether a name of one word is part of a longer name the lexicon lacks: "Michael Jordan"."""
    if line.headline or (line.joined(index) and line.low(index + 1) in JOINTS):
        return False
    before, after = line.low(index - 1), line.low(index + 1)
    if line.tag(index + 1) in PROPER_TAGS and line.deps[index] in ("compound", "nmod", "amod"):
        if sense.actor.type == ActorType.MEDIA:
            return after not in classes["title-word"]
        if sense.actor.type == ActorType.PERSON and line.texts[index + 1].istitle():
            # "Saddam Haftar" is not Saddam Hussein.
            return after not in classes["title-word"] | classes["organisation-word"] | classes["place-word"]
        if sense.actor.type not in (ActorType.STATE, ActorType.PLACE):
            return after in classes["event-word"]
        if before in words_of("given names") or line.lows[index] in words_of("given names"):
            return after not in classes["title-word"] | classes["organisation-word"] | classes["place-word"]
    if line.tag(index - 1) not in PROPER_TAGS or line.heads[index - 1] not in (index, line.heads[index]):
        return False
    plain = line.texts[index - 1].istitle() and not line.texts[index - 1].endswith(".")
    return plain and before not in words_of("parts of states") | classes["title-word"] | classes["no-name"]


def surname_possible(line: Line, index: int, classes: Classes) -> bool:
    """Tell whether a word can be somebody's surname here: no acronym, no month, no common noun."""
    text = line.texts[index]
    if (text.isupper() and not line.all_caps) or line.low(index - 1) in words_of("vessels"):
        return False
    if is_numbered(line, index):
        return False
    if line.lows[index] in classes["no-name"]:
        dated = line.deps[index] in ("pobj", "npadvmod", "nummod", "compound", "nmod") or line.tag(index + 1) == "CD"
        counted = line.low(index - 1) in BEFORE_DATES
        return not dated and not counted and line.tags[index] in PROPER_TAGS
    after = line.low(index + 1)
    longer = after in classes["event-word"] or after in classes["place-word"] or after in classes["organisation-word"]
    if longer and not line.headline and line.tag(index + 1) in PROPER_TAGS and line.tag(index - 1) in PROPER_TAGS:
        return line.low(index - 1) in classes["title-word"]
    tied = line.texts[index].istitle() and (line.low(index - 1) in JOINTS or line.low(index + 1) in JOINTS)
    # A tag may be wrong: "Sanders" as a plural, "Pezeshkian" as an adjective, which does not stand for a noun.
    standing = text.istitle() and line.tags[index] == "JJ" and line.deps[index] in NOMINAL
    return line.tags[index] in NOUN_TAGS or standing or line.headline or tied


def is_numbered(line: Line, index: int) -> bool:
    """Tell whether a word stands in a name of several words that ends with a number, as those of ships do."""
    low, high = index, index
    while line.tag(low - 1) == "NNP" and line.heads[low - 1] in (line.heads[index], index):
        low -= 1
    while line.tag(high + 1) == "NNP" and line.heads[index] in (high + 1, line.heads[high + 1]):
        high += 1
    return low < high and line.tag(high + 1) == "CD" and line.heads[high + 1] == high and line.low(low - 1) == "the"


def find_head(line: Line, start: int, end: int) -> int:
    """Return the word of a stretch whose own head lies outside of it; the last of several."""
    for i in range(end - 1, start - 1, -1):
        if not start <= line.heads[i] < end or line.heads[i] == i:
            return i
    return end - 1
