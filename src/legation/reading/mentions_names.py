"""Finds names: those of the gazetteer, and runs of proper nouns that the lexicon does not have."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.reading.claim import ActorType, Form
from legation.reading.gazetteer import Gazetteer, Kind, Match, Sense
from legation.reading.mentions_found import Classes, Found, Sort, lemma, lemmatizer
from legation.reading.mentions_places import is_place
from legation.reading.mentions_words import JOINTS, NOUN_TAGS, PROPER_TAGS, Line

# Sense kinds by the sort of mention they make.
SORTS = {
    Kind.NAME: Sort.KNOWN,
    Kind.CAPITAL: Sort.CITY,
    Kind.SEAT: Sort.KNOWN,
    Kind.ADJECTIVE: Sort.ADJECTIVE,
    Kind.SHORT: Sort.SHORT,
    Kind.SURNAME: Sort.SURNAME,
}
# State names that are given names or surnames too ("Jordan", "Chad"): in a run with an unknown name they are that.
GIVEN_NAMES = frozenset(
    "jordan chad israel georgia paris kenya india cuba sydney london florence austin dakota".split()
)
# Where the name of somebody stands in a clause; a bare line of words is no name.
PARTY_LABELS = frozenset("nsubj nsubjpass dobj dative iobj poss conj appos pobj attr agent oprd parataxis".split())
# Titles that are surnames too, at the end of a name: "Martin Luther King".
SURNAME_TITLES = frozenset("king prince bishop pope marshal major judge chance dean duke lord justice".split())
# First halves of the names of peoples of one state.
HYPHENATED = frozenset("african asian arab native latin hispanic".split())
# Words before a state's name that do not make it a surname ("Eastern Ukraine").
PARTS = frozenset(
    "eastern western northern southern central east west north south northeast northwest southeast southwest greater "
    "inner outer mainland modern new old post pre pro anti soviet imperial upper lower great war-torn".split()
)


def find_known(line: Line, gazetteer: Gazetteer, classes: Classes) -> list[Found]:
    """Return the names of the gazetteer in a line, in text order; a state's adjective inside a name too."""
    found: list[Found] = []
    for match in gazetteer.find(line):
        kept = list(read_match(line, match, classes))
        if match.end - match.start > 1 and (not kept or kept[0].sort == Sort.KNOWN):
            kept += read_inside(line, match, gazetteer, classes)
        found += kept
    return found


def read_inside(line: Line, match: Match, gazetteer: Gazetteer, classes: Classes) -> Iterator[Found]:
    """Yield the adjective that a longer name begins with: "Russian" of "Russian Communist Party"."""
    shorter = gazetteer.longest(line, match.start, gazetteer.tree.get(line.lows[match.start]), match.end - 1)
    if shorter is not None:
        kinds = (Kind.ADJECTIVE, Kind.NAME) if line.tag(shorter.end) == "POS" else (Kind.ADJECTIVE,)
        senses = tuple(sense for sense in shorter.senses if sense.kind in kinds)
        if senses:
            yield from read_match(line, replace(shorter, senses=senses), classes)


def read_match(line: Line, match: Match, classes: Classes) -> Iterator[Found]:
    """Yield the mention that a match is, unless its words say something else here."""
    senses = [sense for sense in match.senses if possible(line, match, sense, classes)]
    if not senses:
        return
    head = find_head(line, match.start, match.end)
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
    if sense.kind == Kind.SURNAME and single:
        return surname_possible(line, match.start, classes)
    if sense.kind == Kind.SHORT:
        return line.low(match.start - 1) == "the" and line.tag(match.end) not in ("NN", "NNS", "NNP", "JJ")
    if is_language(line, match, sense):
        return False
    if sense.kind == Kind.ADJECTIVE:
        return not hyphenated_people(line, match)
    if single and sense.exact is None:
        tag = line.tags[match.start]
        whole = sense.kind != Kind.NAME or not part_of_another(line, match.start, sense, classes)
        return whole and (tag in NOUN_TAGS or tag in ("JJ", "FW") or line.headline)
    return not is_modifier_only(line, match, sense)


def is_modifier_only(line: Line, match: Match, sense: Sense) -> bool:
    """Tell whether the words are no name here: "Russian military technology", "Ministry of Foreign Affairs"."""
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
    return words[0] in HYPHENATED and words[1] in ("american", "americans")


def part_of_another(line: Line, index: int, sense: Sense, classes: Classes) -> bool:
    """Tell whether a name of one word is part of a longer name the lexicon lacks: "Michael Jordan"."""
    if line.headline or (line.joined(index) and line.low(index + 1) in JOINTS):
        return False
    state = sense.actor.type in (ActorType.STATE, ActorType.PLACE)
    before, after = line.low(index - 1), line.low(index + 1)
    proper_after = line.tag(index + 1) in PROPER_TAGS and line.deps[index] in ("compound", "nmod", "amod")
    if proper_after and not state:
        return after in classes["event-word"]
    if (proper_after and before in GIVEN_NAMES) or (proper_after and line.lows[index] in GIVEN_NAMES):
        return after not in classes["title-word"] and after not in classes["organisation-word"] | classes["place-word"]
    if line.tag(index - 1) not in PROPER_TAGS or line.heads[index - 1] not in (index, line.heads[index]):
        return False
    if (
        before in PARTS
        or before in classes["title-word"]
        or before in classes["no-name"]
        or not line.texts[index - 1].istitle()
    ):
        return False
    return not line.text(index - 1, index).endswith(".")


def surname_possible(line: Line, index: int, classes: Classes) -> bool:
    """Tell whether a word can be somebody's surname here: no acronym, no month, no common noun."""
    text = line.texts[index]
    if text.isupper() and not line.all_caps:
        return False
    if line.lows[index] in classes["no-name"]:
        dated = line.deps[index] in ("pobj", "npadvmod", "nummod", "compound", "nmod") or line.tag(index + 1) == "CD"
        return not dated and line.tags[index] in PROPER_TAGS
    after = line.low(index + 1)
    longer = after in classes["event-word"] or after in classes["place-word"] or after in classes["organisation-word"]
    if longer and not line.headline and line.tag(index + 1) in PROPER_TAGS and line.tag(index - 1) in PROPER_TAGS:
        return line.low(index - 1) in classes["title-word"]
    tied = line.texts[index].istitle() and (line.low(index - 1) in JOINTS or line.low(index + 1) in JOINTS)
    # A tag may be wrong ("Sanders" as a plural): then only a full name in the document makes it a name.
    return line.tags[index] in NOUN_TAGS or line.headline or tied


def find_head(line: Line, start: int, end: int) -> int:
    """Return the word of a stretch whose own head lies outside of it; the last of several."""
    for i in range(end - 1, start - 1, -1):
        if not start <= line.heads[i] < end or line.heads[i] == i:
            return i
    return end - 1


def find_unknown(line: Line, known: Sequence[Found], classes: Classes) -> list[Found]:
    """Return the names in a line that the gazetteer does not have; none in headline case, where all is capital."""
    if line.headline:
        return []
    covered = {i: found for found in known for i in range(found.start, found.end)}
    found: list[Found] = []
    for low, high in find_runs(line, classes):
        begin = max(low, found[-1].end) if found else low
        found += read_run(line, begin, high, covered, classes)
    return found


def find_runs(line: Line, classes: Classes) -> Iterator[tuple[int, int]]:
    """Yield the runs of proper nouns, with the joints and particles inside them."""
    at, size = 0, len(line)
    while at < size:
        if not is_proper(line, at):
            at += 1
            continue
        end = at + 1
        while end < size and (step := step_on(line, end, classes)):
            end += step
        yield at, end
        at = end


def is_proper(line: Line, index: int) -> bool:
    """Tell whether a word is a proper noun with a capital."""
    return line.tags[index] in PROPER_TAGS and line.texts[index][0].isupper()


def step_on(line: Line, index: int, classes: Classes) -> int:
    """Return how many words from `index` still belong to the run that ends before it; 0 if none does."""
    if is_proper(line, index) or (line.texts[index][0].isupper() and line.tags[index] in ("JJ", "FW", "NN", "NNS")):
        return 1
    following = index + 1 < len(line) and line.texts[index + 1][0].isalpha()
    if line.texts[index] == "-" and following and line.joined(index - 1) and line.joined(index):
        return 2
    if line.lows[index] in classes["name-particle"] and following and is_proper(line, index + 1):
        return 2
    return 0


def read_run(line: Line, low: int, high: int, covered: dict[int, Found], classes: Classes) -> Iterator[Found]:
    """Yield the unknown names inside a run: what is left between known names and titles."""
    at = low
    while at < high:
        if blocks(line, at, covered, classes):
            at += 1
            continue
        end = at + 1
        while end < high and not blocks(line, end, covered, classes):
            end += 1
        if end == high - 1 and line.lows[end] in SURNAME_TITLES:
            end += 1
        end = at + len(line.texts[at:end]) - trailing_joints(line, at, end)
        following = max(end, at + 1)
        for found in read_piece(line, at, end, covered, classes):
            yield found
            following = max(following, found.end)
        at = following


def trailing_joints(line: Line, start: int, end: int) -> int:
    """Return how many joints the stretch ends with."""
    count = 0
    while end - count > start and line.texts[end - count - 1] in JOINTS:
        count += 1
    return count


def blocks(line: Line, index: int, covered: dict[int, Found], classes: Classes) -> bool:
    """Tell whether a word is no part of an unknown name: a known name, a title, a month."""
    found = covered.get(index)
    if found is not None:
        return found.sort != Sort.SURNAME
    word = line.lows[index]
    return word in classes["title-word"] or word in classes["no-name"]


def read_piece(line: Line, start: int, end: int, covered: dict[int, Found], classes: Classes) -> Iterator[Found]:
    """Yield the name that these words are, of a kind guessed from its words and its place in the sentence."""
    while start < end and line.texts[start] in JOINTS:
        start += 1
    if start == end or (start in covered and covered[start].end >= end):
        return
    words = line.lows[start:end]
    if start > 0 and line.low(start - 1) in ("in", "into", "from") and words[0] in classes["language"]:
        return
    if end - start == 1 and (lemma(line, start) in classes["description"] or common_plural(line, start, classes)):
        return
    if any(word in classes["event-word"] for word in words) and words[-1] not in classes["organisation-word"]:
        return
    organisation = any(word in classes["organisation-word"] for word in words)
    media = words[-1] in classes["media-word"] and (end - start > 1 or line.low(start - 1) == "the")
    if organisation or media:
        start, end = widen(line, start, end, covered)
        if end - start > 1 and not all(word in classes["organisation-word"] for word in words):
            kind = ActorType.MEDIA if media and not organisation else ActorType.ORGANISATION
            yield make_unknown(line, start, end, kind, covered, classes)
        return
    kind_or_none = guess_kind(line, start, end, classes)
    if kind_or_none is not None:
        yield make_unknown(line, start, end, kind_or_none, covered, classes)


def common_plural(line: Line, index: int, classes: Classes) -> bool:
    """Tell whether a word is a common noun with the capital of a sentence's start: "Rebels"."""
    return line.lows[index].endswith("s") and lemmatizer().lemma(line.lows[index], "NNS") in classes["description"]


def widen(line: Line, start: int, end: int, covered: dict[int, Found]) -> tuple[int, int]:
    """Return an organisation's name with the known name before it and the "of …" after it."""
    before = covered.get(start - 1)
    if before is not None and before.end == start and before.sort in (Sort.ADJECTIVE, Sort.CITY, Sort.KNOWN):
        start = before.start
    while line.low(end) in ("of", "for", "on", "and") and line.tag(end + 1) in (*PROPER_TAGS, "DT", "JJ"):
        following = end + 2 if line.low(end + 1) == "the" else end + 1
        if following >= len(line) or not line.texts[following][0].isupper():
            break
        if line.lows[end] == "and" and line.deps[following] in ("conj", "nsubj"):
            break
        end = following + 1
        while end < len(line) and is_proper(line, end):
            end += 1
    return start, end


def guess_kind(line: Line, start: int, end: int, classes: Classes) -> ActorType | None:
    """Guess what a name without a telling word is; None if it is better left alone."""
    words, head = line.lows[start:end], find_head(line, start, end)
    before = line.low(start - 1)
    if before in classes["title-word"] and line.texts[start - 1][0].isupper():
        return ActorType.PERSON
    if words[-1] in classes["place-word"]:
        return ActorType.PLACE
    if line.deps[head] == "pobj" and line.low(line.heads[head]) in ("in", "near", "at", "outside", "across"):
        return ActorType.PLACE
    if end - start == 1:
        return guess_single(line, start, head, before, classes)
    if before == "the" or line.deps[head] not in PARTY_LABELS:
        return None
    return ActorType.ORGANISATION if line.tags[end - 1] == "NNPS" else ActorType.PERSON


def guess_single(line: Line, start: int, head: int, before: str, classes: Classes) -> ActorType | None:
    """Guess what a name of one word is."""
    text = line.texts[start]
    if (
        start > 0
        and line.heads[start - 1] == start
        and line.tags[start - 1] in PROPER_TAGS
        and before not in (classes["title-word"])
    ):
        return None
    if line.deps[head] in ("compound", "amod", "nmod") or before == "(":
        return None
    if text.isupper() and 2 <= len(text.replace(".", "")) <= 6 and not line.all_caps:
        return ActorType.ORGANISATION
    if line.deps[head] == "nsubj" and lemma(line, line.heads[head]) in classes["speech-verb"]:
        return ActorType.ORGANISATION if before == "the" else ActorType.PERSON
    if line.deps[head] == "pobj" and line.lows[line.heads[head]] in ("of", "from", "to", "into", "for", "on"):
        above = line.heads[line.heads[head]]
        return ActorType.PLACE if line.tags[above] in PROPER_TAGS or line.lows[line.heads[head]] == "from" else None
    if line.deps[head] in ("nsubj", "nsubjpass", "poss", "dobj", "pobj") and before != "the":
        return ActorType.PERSON
    return None


def make_unknown(
    line: Line, start: int, end: int, kind: ActorType, covered: dict[int, Found], classes: Classes
) -> Found:
    """Return the found name, with the state and gender that its title or apposition gives."""
    head = find_head(line, start, end)
    gender = None
    at = start - 1
    if kind == ActorType.PERSON and at >= 0:
        gender = (
            "m" if line.lows[at] in classes["title-man"] else "f" if line.lows[at] in classes["title-woman"] else None
        )
    state = state_before(line, start, covered) or state_inside(start, end, covered) or state_after(line, head, covered)
    return Found(line, start, end, head, Form.NAME, Sort.UNKNOWN, guess=kind, country=state, gender=gender)


def state_before(line: Line, start: int, covered: dict[int, Found]) -> str | None:
    """Return the state named in the titles before a name: "Russian State Duma Speaker …"."""
    at = start - 1
    while at >= 0 and line.tags[at] in ("NNP", "NNPS", "NN", "JJ", "POS", "HYPH", "VBN"):
        found = covered.get(at)
        if found is not None and found.actor is not None and found.sort != Sort.SURNAME:
            return found.actor.country
        at -= 1
    return None


def state_inside(start: int, end: int, covered: dict[int, Found]) -> str | None:
    """Return the state named inside an organisation's name."""
    names = [covered[i] for i in range(start, end) if i in covered and covered[i].sort != Sort.SURNAME]
    return next((found.actor.country for found in names if found.actor is not None), None)


def state_after(line: Line, head: int, covered: dict[int, Found]) -> str | None:
    """Return the state named in the apposition: "…, Russian Communist Party chairman,"."""
    for kid in line.children[head]:
        if line.deps[kid] != "appos":
            continue
        low = min([kid, *line.children[kid]])
        for i in range(low, kid + 1):
            found = covered.get(i)
            if found is not None and found.actor is not None and found.sort != Sort.SURNAME:
                return found.actor.country
        for grandkid in line.children[kid]:
            if line.low(grandkid) == "of":
                names = [covered[i] for i in line.children[grandkid] if i in covered]
                return next((found.actor.country for found in names if found.actor is not None), None)
    return None
