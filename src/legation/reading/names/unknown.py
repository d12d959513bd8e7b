"""Finds names that the lexicon does not have: runs of proper nouns, and what kind of actor each seems to be."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorType, Form
from legation.reading.names.found import Classes, Found, Sort, lemma, lemmatizer
from legation.reading.names.known import find_head, is_kin
from legation.reading.names.titles import served_as
from legation.reading.names.words import JOINTS, PROPER_TAGS, Line, office_before

# Joined to a title by a hyphen: "Prime Minister-designate".
TITLE_ENDINGS = frozenset({"designate", "elect"})
# Where the name of somebody stands in a clause; a bare line of words is no name.
PARTY_LABELS = frozenset("nsubj nsubjpass dobj dative iobj poss conj appos pobj attr agent oprd parataxis".split())
# How many words a title before a name has, at most: "Deputy Foreign Minister".
LONGEST_TITLE = 3
# Articles behind "de" inside a name.
ARTICLES = frozenset({"la", "las", "los", "el"})
# Words that tie an organisation's name together.
LINKS = frozenset({"of", "for", "on", "and", "the"})
# Prepositions before the name of a place.
WHEREABOUTS = frozenset({"in", "near", "at", "outside", "across", "through", "via"})
# Prepositions before a name of one word that leave open what it names.
WAYS = frozenset({"of", "from", "to", "into", "for", "on"})
# Articles of Arabic names, and how many tokens there are before the end of a name with a given name before one.
ARABIC_ARTICLES = frozenset({"al", "el", "ash", "as", "an"})
ARTICLED = 3


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


def find_surnames(names: Iterable[Found]) -> frozenset[str]:
    """Return the words by which people may be called alone, once their full name was given.

    Of those in the lexicon these are only names behind an article, which they may lose: "Ahmed al-Sharaa … Sharaa".
    """
    given = list(names)
    people = [item for item in given if item.sort == Sort.UNKNOWN and item.guess == ActorType.PERSON]
    unknown = {item.line.lows[i] for item in people if item.end - item.start > 1 for i in (item.start, item.end - 1)}
    known = (item for item in given if item.sort == Sort.KNOWN and item.actor and item.actor.type == ActorType.PERSON)
    return frozenset(unknown | {item.line.lows[item.end - 1] for item in known if ends_behind_article(item)})


def ends_behind_article(item: Found) -> bool:
    """Tell whether the last word of a name of several stands behind a hyphen and an article: "Ahmed al-Sharaa"."""
    line, last = item.line, item.end - 1
    return item.end - item.start > ARTICLED and line.texts[last - 1] == "-" and line.lows[last - 2] in ARABIC_ARTICLES


def find_again(line: Line, names: Sequence[Found], surnames: frozenset[str]) -> list[Found]:
    """Return such words where neither tag nor headline shows that they are names."""
    if surnames.isdisjoint(line.lows):
        return []
    covered = {i for item in names for i in range(item.start, item.end)}
    return [
        Found(line, i, i + 1, i, Form.NAME, Sort.UNKNOWN, guess=ActorType.PERSON)
        for i, word in enumerate(line.lows)
        if word in surnames and i not in covered and line.texts[i][0].isupper() and line.low(i - 1) not in JOINTS
    ]


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
    if line.lows[index] == "de" and line.low(index + 1) in ARTICLES and line.tag(index + 2) in PROPER_TAGS:
        # "Abelardo de la Espriella"
        return 3
    if line.lows[index] in classes["name-particle"] and hyphened(line, index) and is_proper(line, index + 2):
        # "Yassir al-Atta"
        return 3
    return 0


def hyphened(line: Line, index: int) -> bool:
    """Tell whether a hyphen ties a word to the next one."""
    tied = index + 2 < len(line) and line.texts[index + 1] == "-"
    return tied and line.joined(index) and line.joined(index + 1)


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
        if end == high - 1 and line.lows[end] in classes["surname-title"]:
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
    if line.texts[index].lower() in words_of("honours"):
        return True
    if word in words_of("months and given names") and is_given(line, index, covered):
        return False
    ends_title = word in TITLE_ENDINGS and line.low(index - 1) in JOINTS
    # "Secretary of State Rossi".
    ends_title = ends_title or (word in words_of("matters of bodies") and office_before(line, index + 1) is not None)
    return ends_title or word in classes["title-word"] or word in classes["no-name"]


def is_given(line: Line, index: int, covered: dict[int, Found]) -> bool:
    """Tell whether a month's word is a given name: a surname follows, and nothing before it tells a date."""
    after = covered.get(index + 1)
    surname = line.tags[index + 1 : index + 2] == ["NNP"] and (after is None or after.sort == Sort.SURNAME)
    return surname and line.low(index - 1) not in words_of("before months")


def read_piece(line: Line, start: int, end: int, covered: dict[int, Found], classes: Classes) -> Iterator[Found]:
    """Yield the name that these words are, of a kind guessed from its words and its place in the sentence."""
    while start < end and line.texts[start] in JOINTS:
        start += 1
    if start == end or (start in covered and covered[start].end >= end):
        return
    if is_common(line, start, end, classes) and not is_called_by_place(line, start, covered, classes):
        return
    words = line.lows[start:end]
    if (
        line.low(start - 1) == "("
        and line.low(end) == ")"
        and line.texts[end + 1 : end + 2] in (["-"], ["--"], ["—"], ["–"])
    ):
        yield make_unknown(line, start, end, ActorType.MEDIA, covered, classes)
        return
    organisation = any(word in classes["organisation-word"] for word in words)
    media = words[-1] in classes["media-word"] and (end - start > 1 or line.low(start - 1) == "the")
    if organisation or media:
        start, end = widen(line, start, end, covered, classes)
        telling = [word for word in line.lows[start:end] if word not in classes["organisation-word"] | LINKS]
        if (
            end - start > 1
            and telling
            and not (words[0] in words_of("bodies of a matter") and telling[0] in words_of("matters of bodies"))
        ):
            kind = ActorType.MEDIA if media and not organisation else ActorType.ORGANISATION
            yield make_unknown(line, start, end, kind, covered, classes)
        return
    kind_or_none = guess_kind(line, start, end, classes)
    if kind_or_none is not None:
        yield make_unknown(line, start, end, kind_or_none, covered, classes)


def is_common(line: Line, start: int, end: int, classes: Classes) -> bool:
    """Tell whether the words name no party: a language, an occasion, a common noun with a sentence's capital."""
    first, last = line.lows[start], line.lows[end - 1]
    if line.low(start - 1) in ("in", "into", "from") and first in classes["language"]:
        return True
    described = lemma(line, start) in classes["description"] and not names_body(line, start, classes)
    if end - start == 1 and (described or common_plural(line, start, classes)):
        return True
    occasion = any(word in classes["event-word"] for word in line.lows[start:end])
    return occasion and last not in classes["organisation-word"]


def is_called_by_place(line: Line, start: int, covered: dict[int, Found], classes: Classes) -> bool:
    """Tell whether a body is called by a river, lake or region before it: "the Mekong River Commission"."""
    before = covered.get(start - 1)
    if before is None or before.end != start or before.sort != Sort.KNOWN or before.actor is None:
        return False
    body = line.lows[start] in classes["organisation-word"] and line.texts[start][0].isupper()
    return body and before.actor.type == ActorType.PLACE and line.tag(start - 1) in PROPER_TAGS


def names_body(line: Line, index: int, classes: Classes) -> bool:
    """Tell whether a noun for a body begins what it is called: "the Chad Institute for Peace Studies"."""
    if line.lows[index] not in classes["body-noun"] - classes["organ"] or not line.texts[index][0].isupper():
        return False
    purpose = line.low(index + 1) in ("for", "on")
    placed = line.low(index + 1) == "of" and line.tag(index - 1) in PROPER_TAGS
    return (purpose or placed) and line.tag(index + 2) in PROPER_TAGS


def common_plural(line: Line, index: int, classes: Classes) -> bool:
    """Tell whether a word is a common noun with the capital of a sentence's start: "Rebels"."""
    return line.lows[index].endswith("s") and lemmatizer().lemma(line.lows[index], "NNS") in classes["description"]


def widen(line: Line, start: int, end: int, covered: dict[int, Found], classes: Classes) -> tuple[int, int]:
    """Return an organisation's name with the known name before it and the "of …" after it."""
    before = covered.get(start - 1)
    if before is not None and before.end == start and before.sort in (Sort.ADJECTIVE, Sort.CITY, Sort.KNOWN):
        start = before.start
    while line.low(end) in ("of", "for", "on", "and") and line.tag(end + 1) in (*PROPER_TAGS, "DT", "JJ"):
        following = end + 2 if line.low(end + 1) == "the" else end + 1
        if following >= len(line) or not line.texts[following][0].isupper():
            break
        if line.lows[end] == "and" and (
            line.deps[following] in ("conj", "nsubj") or is_title(line, following, classes)
        ):
            break
        end = following + 1
        while end < len(line) and is_proper(line, end):
            end += 1
    return start, end


def is_title(line: Line, start: int, classes: Classes) -> bool:
    """Tell whether somebody with a title begins here: "the Politburo and Foreign Minister Wang"."""
    words = range(start, min(start + LONGEST_TITLE, len(line)))
    run = takewhile(lambda at: is_proper(line, at), words)
    return any(line.lows[at] in classes["title-word"] for at in run)


def guess_kind(line: Line, start: int, end: int, classes: Classes) -> ActorType | None:
    """Guess what a name without a telling word is; None if it is better left alone."""
    words, head = line.lows[start:end], find_head(line, start, end)
    before = line.low(start - 1)
    title = start - 3 if before in TITLE_ENDINGS and line.low(start - 2) in JOINTS else start - 1
    titled = line.low(title) in classes["title-word"] and line.texts[title][0].isupper()
    if titled or office_before(line, start) is not None:
        return ActorType.PERSON
    if before in words_of("vessels"):
        # "The tanker Ocean Mariner" is nobody.
        return None
    if words[-1] in classes["place-word"]:
        return ActorType.PLACE
    if line.deps[head] == "pobj" and line.low(line.heads[head]) in (
        "in",
        "near",
        "at",
        "outside",
        "across",
        "through",
        "via",
    ):
        return ActorType.PLACE
    if has_ground(line, head):
        return ActorType.PLACE
    if end - start == 1:
        return guess_single(line, start, head, before, classes)
    if before == "the" or (line.deps[head] not in PARTY_LABELS and not line.label):
        return None
    return ActorType.ORGANISATION if line.tags[end - 1] == "NNPS" else ActorType.PERSON


def has_ground(line: Line, head: int) -> bool:
    """Tell whether a name stands after "of" and what only a place has: "the copper of", "the port of"."""
    preposition = line.heads[head]
    if line.deps[head] != "pobj" or line.low(preposition) != "of":
        return False
    return lemma(line, line.heads[preposition]) in words_of("had by places")


def guess_single(line: Line, start: int, head: int, before: str, classes: Classes) -> ActorType | None:
    """Guess what a name of one word is."""
    text = line.texts[start]
    if is_kin(line, start) and line.deps[head] in PARTY_LABELS:
        return ActorType.PERSON
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
    if line.deps[head] == "pobj" and before != "the" and line.lows[line.heads[head]] in WAYS:
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
    state = state_before(line, start, covered) or state_inside(start, end, covered) or state_beside(line, head, covered)
    if state is None and kind == ActorType.PERSON:
        offices = served_as(line, head, classes)
        state = next((found for noun in offices if (found := state_of_noun(line, noun, covered))), None)
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


def state_beside(line: Line, head: int, covered: dict[int, Found]) -> str | None:
    """Return the state that an apposition gives, before or after: "Kenya's president, …", "…, Kenya's president"."""
    nouns = [kid for kid in line.children[head] if line.deps[kid] == "appos"]
    if line.deps[head] == "appos":
        nouns.append(line.heads[head])
    # "President … of Kenya": the state belongs to the name itself.
    own = state_in_of(line, head, covered) if line.tags[head] in PROPER_TAGS else None
    return next((state for noun in nouns if (state := state_of_noun(line, noun, covered))), own)


def state_of_noun(line: Line, noun: int, covered: dict[int, Found]) -> str | None:
    """Return the state named in a noun phrase before its noun, or after it by "of"."""
    for i in range(min([noun, *line.children[noun]]), noun + 1):
        found = covered.get(i)
        if found is not None and found.actor is not None and found.sort != Sort.SURNAME:
            return found.actor.country
    return state_in_of(line, noun, covered)


def state_in_of(line: Line, noun: int, covered: dict[int, Found]) -> str | None:
    """Return the state that a noun has after "of"."""
    for kid in line.children[noun]:
        if line.low(kid) == "of":
            names = [covered[i] for i in line.children[kid] if i in covered]
            return next((found.actor.country for found in names if found.actor is not None), None)
    return None
