"""Resolves found mentions inside one document: who is meant by a short name, a title, a description, a pronoun."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from legation.documents.document import Document
from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorRef, ActorType, Form
from legation.reading.names.found import Classes, Found, Sort, lemma
from legation.reading.names.gazetteer import Gazetteer, Kind
from legation.reading.names.titles import holder_of
from legation.reading.names.words import JOINTS, Line, fold
from legation.reading.reference.bodies import body_elsewhere
from legation.reading.reference.cast import Cast, gather, gender_before, in_office, lexicon_person, refer_unknown
from legation.reading.reference.epithets import is_epithet, resolve_epithet
from legation.reading.reference.groups import (
    addressed,
    is_of_several,
    other_side,
    resolve_body,
    resolve_group,
    resolve_organ,
    resolve_related,
    resolve_sent,
    resolve_state_body,
    setting,
    state_of,
)
from legation.reading.reference.history import History
from legation.reading.reference.members import resolve_members
from legation.reading.reference.offices import counterpart, resolve_office
from legation.reading.reference.pronouns import resolve_pronoun
from legation.reading.reference.speakers import Speakers

NAMES = frozenset({Sort.KNOWN, Sort.ADJECTIVE, Sort.CITY, Sort.SHORT, Sort.SURNAME, Sort.UNKNOWN})
# Descriptions in the plural that may belong to several actors, one part to each.
SHARED = frozenset({Sort.GROUP, Sort.STATE_BODY, Sort.ORGAN})
# What stands between people and the set of those whose they are.
SET_JOINTS = frozenset({"of", "from", "on"})
# Where a bare surname surely is somebody.
NAMED_ROLES = frozenset({"nsubj", "nsubjpass", "poss", "dobj"})
# Tags of what may stand between two names of one list.
JOINED = frozenset({"CC", ","})
NAMING = JOINED | {"DT", "NNP", "NNPS", "JJ"}
Refs = tuple[ActorRef, ...]
# How descriptions of what belongs to a state, or stands for it, are resolved.
OF_STATES = {Sort.STATE_BODY: resolve_state_body, Sort.SENT: resolve_sent, Sort.ORGAN: resolve_organ}


@dataclass(slots=True)
class Resolver:
    """Walks through a document's mentions in text order and remembers what each turned out to name."""

    cast: Cast
    classes: Classes
    named: dict[tuple[int, int], ActorRef]
    history: History
    answers: dict[tuple[int, int, int], Refs] = field(default_factory=dict)
    current: Sequence[Found] = ()

    def walk(self, lines: Sequence[Line], found: Sequence[Sequence[Found]]) -> None:
        """Resolve the mentions of every line: names first, since a quotation's speaker may be named after it."""
        for items in found:
            for item in items:
                if item.sort in NAMES:
                    named = resolve_name(item, self.cast, self.classes)
                    self.answers[key_of(item)] = named
                    if named:
                        self.named[item.line.number, item.head] = named[0]
                        self.cast.note(item, named[0], self.classes)
        for line, items in zip(lines, found, strict=True):
            self.current = items
            # Inner mentions before the phrases around them: "Russian" before "Russian troops".
            for item in sorted(items, key=lambda item: (item.end, -item.start)):
                refs = self.answers.get(key_of(item))
                if refs is None:
                    refs = self.answers[key_of(item)] = self.resolve(item)
                    if refs:
                        self.named[line.number, item.head] = refs[0]
                self.history.add(item, refs)
            self.history.speakers.leave(line)
            self.history.offset += line.sentences[-1] + 1 if line.sentences else 0

    def subject(self, line: Line, index: int) -> ActorRef | None:
        """Return whom a subject means before its turn has come: a quotation before it asks who speaks."""
        described = [
            item for item in self.current if item.head == index and item.sort not in (Sort.PRONOUN, Sort.RIVAL)
        ]
        if described:
            refs = self.resolve(described[0])
            return refs[0] if len(refs) == 1 else None
        if line.lows[index] not in ("he", "she"):
            return None
        item = Found(line, index, index + 1, index, Form.PRONOUN, Sort.PRONOUN, noun=line.lows[index])
        refs = resolve_pronoun(item, self.cast, self.history, self.classes)
        return refs[0] if len(refs) == 1 else None

    def resolve(self, item: Found) -> Refs:
        """Return the actors a description or pronoun names."""
        if item.sort == Sort.PRONOUN:
            return resolve_pronoun(item, self.cast, self.history, self.classes)
        if item.sort == Sort.MEMBERS:
            owners = self.owning_set(item) if item.noun in self.classes["office"] else ()
            return self.each(item, owners) or resolve_members(item, self.history, self.cast)
        if item.sort == Sort.RIVAL:
            return ()
        if item.words[:1] == ("no",) and item.sort == Sort.OFFICE:
            # "No Peruvian president has broken with Chile": Peru never has, and not the one in office.
            return tuple(state for ref in self.owners(item) if (state := state_of(ref, self.cast)) is not None)
        fellow = self.fellow(item) if not item.plural and item.modifier is None else None
        if fellow is not None and (other := counterpart(item, fellow, self.history)):
            return (other,)
        owners = self.owners(item)
        if len(owners) > 1 and item.plural and item.sort in SHARED:
            return self.each(item, owners)
        ref = self.describe(item, owners[0] if owners else None)
        return (ref,) if ref is not None else ()

    def each(self, item: Found, owners: Refs) -> Refs:
        """Return one for each owner of a plural: "the presidents of Peru and Chile", "Indian and Chinese troops"."""
        office = item.sort in (Sort.GROUP, Sort.MEMBERS) and item.noun in self.classes["office"]
        one = replace(item, sort=Sort.OFFICE) if office else item
        refs = [self.describe(one, owner) for owner in owners]
        return tuple(ref for ref in refs if ref is not None)

    def describe(self, item: Found, owner: ActorRef | None) -> ActorRef | None:
        """Return the one actor a description names; `owner` is the one it says it belongs to."""
        short = short_form(item, self.cast) if item.senses else ()
        if short:
            return short[0]
        if item.sort == Sort.OFFICE:
            return resolve_office(item, owner, self.cast, self.history, self.fellow(item))
        if item.sort in OF_STATES:
            return OF_STATES[item.sort](item, owner, self.cast, self.history)
        beside = self.beside(item) if item.sort in (Sort.RELATED, Sort.GROUP, Sort.BODY) and not item.plural else None
        if beside is not None:
            return beside
        if item.sort in (Sort.GROUP, Sort.RELATED):
            other = other_side(item, owner, self.history, self.cast)
            if item.sort == Sort.RELATED:
                return other or resolve_related(item, owner)
            return other or resolve_group(item, owner, self.ground(item), self.history)
        return self.country(item, owner) if item.sort == Sort.COUNTRY else resolve_body(item, self.history)

    def country(self, item: Found, owner: ActorRef | None) -> ActorRef | None:
        """Return the state that "the country" is; "his country" is that of whoever is meant by "his"."""
        if item.words[:1] not in (("the",), ("this",), ("that",)):
            return state_of(owner, self.cast) if owner is not None else None
        if is_epithet(item):
            return resolve_epithet(item, self.cast, self.history)
        return addressed(item, self.cast, self.history) or setting(item, self.history)

    def owners(self, item: Found) -> Refs:
        """Return the actors that a description says it belongs to, in text order: by name, by "their" or as a set."""
        line = item.line
        if item.modifier is None:
            pronouns = [i for i in range(item.start, item.head) if line.tags[i] == "PRP$"]
            if pronouns:
                return self.answers.get((line.number, pronouns[0], pronouns[0] + 1), ())
            return self.owning_set(item) if item.plural else ()
        first = self.answers.get(key_of(item.modifier), ())
        if not item.plural:
            return first
        others = [
            ref
            for (number, head), ref in self.named.items()
            if number == line.number and head != item.modifier.head and shares(line, head, item.modifier)
        ]
        return (*others, *first) if item.modifier.start < item.head else (*first, *others)

    def owning_set(self, item: Found) -> Refs:
        """Return the several that a plural behind "of" or "from" names: "troops of the two countries"."""
        line = item.line
        joints = [kid for kid in line.children[item.head] if line.deps[kid] == "prep" and line.lows[kid] in SET_JOINTS]
        heads = {kid for joint in joints for kid in line.children[joint]}
        several = [one for one in self.current if one.sort == Sort.MEMBERS and one.head in heads]
        return self.resolve(several[0]) if several else ()

    def beside(self, item: Found) -> ActorRef | None:
        """Return whom the name behind a description names: "its enemy, the Front", "the airline Alta"."""
        line = item.line
        named = [kid for kid in line.children[item.head] if line.deps[kid] == "appos" and kid > item.head]
        return next((self.named[line.number, kid] for kid in named if (line.number, kid) in self.named), None)

    def fellow(self, item: Found) -> ActorRef | None:
        """Return the person whose counterpart is described: "his Peruvian counterpart", "Ruto's counterpart"."""
        if not item.noun.endswith(("counterpart", "opposite number")):
            return None
        line = item.line
        owners = [kid for kid in line.children[item.head] if line.deps[kid] == "poss"]
        refs = [
            ref
            for kid in owners
            for ref in (*self.answers.get((line.number, kid, kid + 1), ()), self.named.get((line.number, kid)))
            if ref is not None and ref.type == ActorType.PERSON
        ]
        return refs[0] if refs else None

    def ground(self, item: Found) -> ActorRef | None:
        """Return the place or state where a group without an owner acts: "protesters in Tbilisi"."""
        line = item.line
        if is_of_several(item) or any(low.endswith(("-led", "-backed")) for low in line.lows[item.start : item.head]):
            # "U.S.-led troops in Kunar", "coalition forces in Niger" are of no state that stands around.
            return None
        for above in (item.head, line.heads[item.head]):
            if lemma(line, above) in words_of("making"):
                # "The missiles were made in Mali": it does not say who fires them.
                continue
            for kid in line.children[above]:
                if line.lows[kid] in ("in", "across", "outside", "near") and line.deps[kid] == "prep":
                    for grandkid in line.children[kid]:
                        if (line.number, grandkid) in self.named:
                            return self.named[line.number, grandkid]
        return None


def shares(line: Line, head: int, modifier: Found) -> bool:
    """Tell whether a name is joined to a modifier, before or after it: "Indian and Chinese", "of Peru and Chile"."""
    before = {head}
    inside = set(range(modifier.start, modifier.end))
    return climbs(line, head, inside) or climbs(line, modifier.head, before) or follows(line, head, modifier)


def follows(line: Line, head: int, modifier: Found) -> bool:
    """Tell whether a name stands right behind a modifier and "and", however the parser hangs it.

    It often misplaces the second of two where the first is long: "of the Democratic Republic of Congo and Rwanda".
    """
    between = line.tags[modifier.end : head]
    return bool(between) and between[0] in JOINED and "CC" in between and NAMING.issuperset(between)


def climbs(line: Line, start: int, goal: set[int]) -> bool:
    """Tell whether a chain of conjunctions leads from a word up to one of the goal."""
    at = start
    while line.deps[at] == "conj" and line.heads[at] != at:
        at = line.heads[at]
        if at in goal:
            return True
    return False


def key_of(item: Found) -> tuple[int, int, int]:
    """Return what tells a mention from every other of its document."""
    return item.line.number, item.start, item.end


def resolve(
    lines: Sequence[Line], found: Sequence[Sequence[Found]], gazetteer: Gazetteer, document: Document, classes: Classes
) -> dict[tuple[int, int, int], Refs]:
    """Return for every found mention (by `key_of`) the actors it names; empty when it cannot be told.

    `found` holds the mentions of each line, in the order of `lines`.
    """
    cast = gather([item for items in found for item in items], gazetteer, document, classes)
    named: dict[tuple[int, int], ActorRef] = {}
    opening = next((line.number for line in lines if line.asked), 0)
    writer = served_by_writer(found, document)
    speakers = Speakers(named, classes, lambda line, index: resolver.subject(line, index), opening, writer)
    resolver = Resolver(cast, classes, named, History(speakers))
    resolver.walk(lines, found)
    # Speakers and resolver hold each other: parted, all that they hold goes now and not at a sweep for such circles.
    del speakers.resolve
    return resolver.answers


def served_by_writer(found: Sequence[Sequence[Found]], document: Document) -> ActorRef | None:
    """Return the state that the author has served, as the text says: "The writer was Kenya's envoy in Accra"."""
    names = {fold(author.split()[-1]) for author in document.authors if author.split()}
    offices = [item for items in found for item in items if item.sort == Sort.OFFICE and item.modifier is not None]
    for item in offices:
        holders = {item.line.lows[at] for at in holder_of(item.line, item.head)}
        state = item.modifier.actor if item.modifier is not None else None
        if state is not None and state.type is ActorType.STATE and holders & (words_of("writers of texts") | names):
            return state
    return None


def resolve_name(item: Found, cast: Cast, classes: Classes) -> Refs:
    """Return the actor that a name, an adjective or a city stands for."""
    if item.sort == Sort.SHORT:
        return short_form(item, cast)
    if item.sort == Sort.SURNAME:
        ref = resolve_surname(item, cast, classes)
        return (ref,) if ref else ()
    if item.sort == Sort.UNKNOWN:
        return (resolve_unknown(item, cast, classes),)
    if item.actor is None:
        return ()
    body = body_elsewhere(item, cast)
    if body is not None or is_foreign_party(item, cast):
        return (body or refer_unknown(replace(item, guess=ActorType.ORGANISATION), cast.gazetteer),)
    if item.sort == Sort.CITY:
        return (place_of(item),) if item.place else (item.actor,)
    if item.sort == Sort.ADJECTIVE:
        return (people_of(item.actor),) if item.line.tags[item.head] in ("NNS", "NNPS") else (item.actor,)
    return members_of(item.actor, cast.gazetteer)


def is_foreign_party(item: Found, cast: Cast) -> bool:
    """Tell whether a common name of parties ("the Democratic Party") stands where another state is told of."""
    actor = item.actor
    if actor is None or actor.country is None or actor.type != ActorType.ORGANISATION:
        return False
    words = " ".join(item.line.lows[item.start : item.end]).removeprefix("the ")
    if words not in words_of("common names of parties"):
        return False
    place = item.line.starts[item.start]
    refs = cast.gazetteer.refs
    states = [refs[key] for key in cast.parts if key in refs and refs[key].type == ActorType.STATE]
    nearest = min(states, key=lambda ref: (cast.distance(ref.id, place), ref.id), default=None)
    return nearest is not None and nearest.id != actor.country


def resolve_unknown(item: Found, cast: Cast, classes: Classes) -> ActorRef:
    """Return whom a name that the lexicon lacks means: one of the cast by a shorter form, else one of its own."""
    words = [word for word in item.line.lows[item.start : item.end] if word not in JOINTS]
    known = f"name:{' '.join(words)}" in cast.parts
    ref = None if known else cast.called(" ".join(words), item.line.starts[item.start], gender_before(item, classes))
    # Many peoples call a person by the first name: "Prime Minister Anutin Charnvirakul", then "Anutin".
    first = cast.given(words[0]) if ref is None and not known and len(words) == 1 else None
    return ref or first or refer_unknown(item, cast.gazetteer)


def resolve_surname(item: Found, cast: Cast, classes: Classes) -> ActorRef | None:
    """Return whom a surname means: by the document, by the lexicon, else somebody known by no more than that."""
    line = item.line
    word = " ".join(low for low in line.lows[item.start : item.end] if low not in JOINTS)
    gender = gender_before(item, classes)
    ref = cast.called(word, line.starts[item.start], gender)
    if ref is not None:
        return ref
    ref = lexicon_person(word, cast, gender)
    if line.tags[item.head] in ("NN", "NNS") and not line.headline:
        # "Macron is expected": a macron would have an article. Who leads a state is meant.
        bare = (
            line.texts[item.head][0].isupper() and not line.children[item.head] and item.dep in ("nsubj", "nsubjpass")
        )
        return ref if ref is not None and bare and in_office(ref.id, cast, ever=False) else None
    if ref is None and (item.dep in NAMED_ROLES or line.low(item.start - 1) in ("mr", "mrs", "ms")):
        return refer_unknown(replace(item, guess=ActorType.PERSON), cast.gazetteer)
    return ref


def members_of(actor: ActorRef, gazetteer: Gazetteer) -> Refs:
    """Return the actor, or the two or three states that a group's name stands for: "the two Koreas"."""
    entry = gazetteer.entries[actor.id]
    if entry.type == "group" and len(entry.members) in (2, 3):
        return tuple(gazetteer.refs[member] for member in entry.members if member in gazetteer.refs)
    return (actor,)


def place_of(item: Found) -> ActorRef:
    """Return the capital as a place."""
    own = next((sense.actor for sense in item.senses if sense.actor.type == ActorType.PLACE), None)
    if own is not None:
        return own
    sense = next(sense for sense in item.senses if sense.kind == Kind.CAPITAL)
    slug = "-".join(sense.surface.lower().replace(".", "").split())
    return ActorRef(f"place:{slug}", sense.surface, ActorType.PLACE, sense.actor.country)


def people_of(state: ActorRef) -> ActorRef:
    """Return the people of a state as a group: "Russians"."""
    return ActorRef(f"{state.id}/people", f"people of {state.name}", ActorType.GROUP, state.country)


def names_twin(state: str, cast: Cast) -> bool:
    """Tell whether the text names the other of two states that one group is made of: of the two Koreas, one."""
    pairs = (pair for pair in cast.gazetteer.pairs if state in pair)
    return any(one != state and cast.mentions_state(one) for pair in pairs for one in pair)


def short_form(item: Found, cast: Cast) -> Refs:
    """Return what "the North" is short for: the one of its meanings that the document names, the last one named."""
    place = item.line.starts[item.start]
    named = [sense.actor for sense in item.senses if cast.mentions_state(sense.actor.id)]
    twins = [] if named else [sense.actor for sense in item.senses if names_twin(sense.actor.id, cast)]
    if len(twins) == 1:
        return tuple(twins)
    if not named and item.line.texts[item.head][0].isupper():
        # "The Commission", where only the Union was named: a body written as a name is the one body of what was named.
        part_of = [(sense.actor, cast.gazetteer.entries[sense.actor.id].parent) for sense in item.senses]
        bodies = [actor for actor, parent in part_of if parent is not None and cast.mentions_state(parent)]
        return tuple(bodies) if len(bodies) == 1 else ()
    return (min(named, key=lambda ref: (cast.distance(ref.id, place), ref.id)),) if named else ()
