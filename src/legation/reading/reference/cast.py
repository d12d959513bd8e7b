"""The cast of a document: every actor it names, so that a short form finds the full name it belongs to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from legation.documents.document import Document
from legation.lexicon.folding import fold_name
from legation.reading.claim import ActorRef, ActorType
from legation.reading.names.found import SUBJECT_LABELS, Classes, Found, Sort
from legation.reading.names.gazetteer import LEADERS, Gazetteer
from legation.reading.names.titles import title_before
from legation.reading.names.words import JOINTS

# Places further apart than any two words of one document.
FAR = 10**9
# Characters that a full name in another function than subject is moved back in the race for a short name.
ASIDE = 150
# The same for somebody who holds no office any more, against one of that name who does: "Kim" is seldom his father.
RETIRED = 800
# Surnames with an article are used without it too: "al-Burhan", "Burhan".
ARTICLES = frozenset({"al", "el", "as", "ash", "an", "ar", "ad", "at", "az"})
# Surnames of fewer letters lie too near to one another to be read as slips.
SHORTEST_SLIP = 6


@dataclass(slots=True)
class Part:
    """One actor of the cast: where its full name stands, and what the text says about it."""

    ref: ActorRef
    places: list[int] = field(default_factory=list)
    gender: str | None = None
    titles: set[str] = field(default_factory=set)
    aside: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Cast:
    """The actors of one document, by id and by the words they may be called by alone."""

    gazetteer: Gazetteer
    document: Document
    parts: dict[str, Part] = field(default_factory=dict)
    by_word: dict[str, list[str]] = field(default_factory=dict)
    by_given: dict[str, set[str]] = field(default_factory=dict)

    def enter(self, ref: ActorRef, place: int, words: Iterable[str] = (), gender: str | None = None) -> None:
        """Note that a full name of this actor stands at a place; `words` may name it alone from now on."""
        part = self.parts.setdefault(ref.id, Part(ref))
        part.places.append(place)
        part.gender = part.gender or gender or self.lexicon_gender(ref.id)
        for word in words:
            ids = self.by_word.setdefault(word, [])
            if ref.id not in ids:
                ids.append(ref.id)

    def note(self, item: Found, ref: ActorRef, classes: Classes) -> None:
        """Note a person named by surname alone, with the title before it."""
        if item.sort not in (Sort.SURNAME, Sort.UNKNOWN) or ref.type != ActorType.PERSON:
            return
        if ref.id not in self.parts:
            self.enter(
                ref, item.line.starts[item.start], (" ".join(item.line.lows[item.start : item.end]),), item.gender
            )
        title = title_before(item, classes)
        if title:
            self.parts[ref.id].titles.add(title)

    def lexicon_gender(self, actor: str) -> str | None:
        """Return the gender the lexicon gives a person."""
        entry = self.gazetteer.entries.get(actor)
        return entry.gender if entry else None

    def gender(self, actor: str) -> str | None:
        """Return the gender of a person as far as known."""
        part = self.parts.get(actor)
        return part.gender if part else self.lexicon_gender(actor)

    def called(self, word: str, place: int, gender: str | None = None) -> ActorRef | None:
        """Return who of the cast a short name means at a place: the last one named before, else the next after.

        `gender` is what a title before the short name says ("Mrs."): nobody known to be of the other sex is meant.
        """
        ids = self.by_word.get(word, ())
        ids = [actor for actor in ids if gender is None or self.parts[actor].gender in (None, gender)]
        if not ids:
            return None
        serving = {actor for actor in ids if len(ids) > 1 and self.serves(actor)}
        late = {actor: RETIRED if serving and actor not in serving else 0 for actor in ids}
        return self.parts[min(ids, key=lambda actor: (self.distance(actor, place) + late[actor], actor))].ref

    def given(self, word: str) -> ActorRef | None:
        """Return the one person of the cast whose full name begins with a word; None if there are several, or none."""
        ids = self.by_given.get(word, set())
        return self.parts[next(iter(ids))].ref if len(ids) == 1 else None

    def serves(self, actor: str) -> bool:
        """Tell whether a person holds an office when the document appears, or is unknown to the lexicon."""
        entry, day = self.gazetteer.entries.get(actor), self.document.published_day
        if entry is None:
            return True
        return any(role.end is None or (day is not None and role.end > day.isoformat()) for role in entry.roles)

    def distance(self, actor: str, place: int) -> int:
        """Return how far before a place the actor was last named; names that only follow count as far."""
        places = self.parts[actor].places
        aside = self.parts[actor].aside
        before = [place - at + (ASIDE if at in aside else 0) for at in places if at <= place]
        return min(before) if before else FAR + abs(min(places) - place)

    def mentions_state(self, state: str) -> bool:
        """Tell whether the document names this state."""
        return state in self.parts

    def tells_of(self, state: str) -> bool:
        """Tell whether the document names this state, its people in office, or a place or body of it but bare names.

        A body that is only called by a name that many states' bodies have tells of none.
        """
        refs = self.gazetteer.refs
        named = (refs[key] for key in self.parts if key in refs)
        return any(ref.country == state and ref.type != ActorType.ORGAN for ref in named)


def gather(found: Sequence[Found], gazetteer: Gazetteer, document: Document, classes: Classes) -> Cast:
    """Return the cast of a document from the full names found in it."""
    cast = Cast(gazetteer, document)
    for item in found:
        ref = None
        if item.sort in (Sort.KNOWN, Sort.CITY, Sort.ADJECTIVE):
            ref = item.actor
        elif item.sort == Sort.UNKNOWN and item.end - item.start > 1 and not is_double_surname(item):
            ref = refer_unknown(item, gazetteer)
        if ref is not None:
            cast.enter(
                ref,
                item.line.starts[item.start],
                own_words(item, ref, gazetteer),
                item.gender or gender_before(item, classes),
            )
            if ref.type == ActorType.PERSON and item.end - item.start > 1:
                cast.by_given.setdefault(item.line.lows[item.start], set()).add(ref.id)
            if item.dep not in SUBJECT_LABELS:
                cast.parts[ref.id].aside.add(item.line.starts[item.start])
            title = title_before(item, classes) if ref.type == ActorType.PERSON else ""
            if title:
                cast.parts[ref.id].titles.add(title)
    return cast


def own_words(item: Found, ref: ActorRef, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the single words a full name lets its bearer be called by: a person's surname."""
    if ref.type != ActorType.PERSON:
        return ()
    entry = gazetteer.entries.get(ref.id)
    if entry is not None and entry.surname:
        surname = fold_name(entry.surname)
        if " " in surname and surname == fold_name(entry.name):
            # "To Lam" is To Lam at first and Lam from then on.
            return (surname, surname.rpartition(" ")[2])
        article, _, bare = surname.partition(" ")
        called = (surname, bare) if article in ARTICLES and bare else (surname,)
        return (*called, *other_spelling(item, surname))
    words = [item.line.lows[i] for i in range(item.start, item.end) if item.line.texts[i] not in JOINTS]
    hyphen = item.line.texts[item.end - 2] == "-" and item.line.texts[item.end - 1][0].islower()
    if len(words) > 2 and ref.id.startswith("name:") and not hyphen:
        return (words[-1], " ".join(words[-2:]), f"{words[0]} {words[-1]}")
    return (words[0],) if hyphen else (words[-1],)


def other_spelling(item: Found, surname: str) -> tuple[str, ...]:
    """Return the surname as this text writes it, where a full name is spelt in another way than the lexicon's."""
    words = item.line.lows[item.start : item.end]
    told = not set(surname.split()) & set(words)
    return (words[-1],) if told and len(words) > 1 else ()


def is_double_surname(item: Found) -> bool:
    """Tell whether a name is no more than a surname with a hyphen, a short form itself ("Amir-Abdollahian")."""
    return item.guess is ActorType.PERSON and item.end - item.start == 3 and item.line.texts[item.start + 1] in JOINTS


def gender_before(item: Found, classes: Classes) -> str | None:
    """Return the sex of its bearer that the title before a name gives ("Mrs.", "King")."""
    before = item.line.low(item.start - 1)
    return "m" if before in classes["title-man"] else "f" if before in classes["title-woman"] else None


def refer_unknown(item: Found, gazetteer: Gazetteer) -> ActorRef:
    """Return the actor known only by this name: an id made from the name, or the person it is a slip for."""
    name = item.line.text(item.start, item.end)
    folded = fold_name(name)
    known = between_names(folded, gazetteer) or mistyped(folded, gazetteer)
    if known is not None:
        return gazetteer.refs[known]
    return ActorRef(f"name:{folded}", name, item.guess or ActorType.ORGANISATION, item.country)


def between_names(name: str, gazetteer: Gazetteer) -> str | None:
    """Return the person of the lexicon whose first and last name this is with others between: "Ana Maria Lopez"."""
    first, *between = name.split()
    last = between.pop() if len(between) > 1 else ""
    meant = {actor for full, actor in gazetteer.full_names.get(last, ()) if full == f"{first} {last}"}
    return meant.pop() if len(meant) == 1 else None


def mistyped(name: str, gazetteer: Gazetteer) -> str | None:
    """Return the person of the lexicon whose name this is but for one letter, in the surname but for a slip.

    There a letter may be swapped with its neighbour, doubled or left out: another letter makes another surname.
    """
    words = name.split()
    for surname in {words[0], words[-1]} if len(words) > 1 else ():
        for full, actor in gazetteer.full_names.get(surname, ()):
            if len(full) > 8 and one_off(name, full):
                return actor
    if len(words) < 2 or len(words[-1]) < SHORTEST_SLIP:
        return None
    meant = {actor for full, actor in gazetteer.given_names.get(words[0], ()) if slipped(name, full)}
    return meant.pop() if len(meant) == 1 else None


def slipped(one: str, other: str) -> bool:
    """Tell whether two neighbouring letters swapped, or one doubled or left out, turn one name into the other."""
    return one_off(one, other) and (len(one) != len(other) or sorted(one) == sorted(other))


def one_off(one: str, other: str) -> bool:
    """Tell whether one letter added, dropped, changed or swapped with its neighbour turns one into the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return one == other
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return swapped or one[at + 1 :] == other[at + 1 :] or one[at + 1 :] == other[at:] or one[at:] == other[at + 1 :]


def lexicon_person(word: str, cast: Cast, gender: str | None = None) -> ActorRef | None:
    """Return the person a surname means without a full name in the text: the one in a high office at the time.

    `gender` is what a title before it says. Where nobody of that name is in office then, the only one who ever was; of
    several the one who leads, then the one who leads a state that the document names, then the one whose office comes
    first in the order of leaders.
    """
    gazetteer = cast.gazetteer
    people = gazetteer.surnames.get(word, ())
    people = [person for person in people if gender is None or gazetteer.entries[person].gender in (None, gender)]
    now = [person for person in people if in_office(person, cast, ever=False)]
    chosen = now or [person for person in people if in_office(person, cast, ever=True)]
    leading = [person for person in chosen if any(title in LEADERS for title, _ in gazetteer.offices(person))]
    at_home = [person for person in leading if any(cast.mentions_state(of) for _, of in gazetteer.offices(person))]
    first = [person for person in at_home if rank(person, gazetteer) == min(rank(one, gazetteer) for one in at_home)]
    for best in (chosen, leading, at_home, first):
        if len(best) == 1:
            return gazetteer.refs[best[0]]
    return None


def rank(person: str, gazetteer: Gazetteer) -> int:
    """Return the place of a person's highest office in the order of leaders, 0 for the first."""
    held = [LEADERS.index(title) for title, _ in gazetteer.offices(person) if title in LEADERS]
    return min(held, default=len(LEADERS))


def in_office(person: str, cast: Cast, *, ever: bool) -> bool:
    """Tell whether a person holds a high office when the document appears, or `ever` has."""
    day = cast.document.published_day
    for role in cast.gazetteer.entries[person].roles:
        if role.title not in LEADERS and not role.title.endswith("minister"):
            continue
        begun = role.start is None or day is None or role.start <= day.isoformat()
        over = role.end is not None and (day is None or role.end <= day.isoformat())
        if ever or (begun and not over):
            return True
    return False
