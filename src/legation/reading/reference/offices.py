"""Resolves persons named by their office: "the North Korean leader", "the minister", "the former president"."""

import datetime as dt
from collections.abc import Sequence

from legation.lexicon.actors import Role
from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorRef, ActorType
from legation.reading.names.found import Found, Sort
from legation.reading.names.gazetteer import LEADERS
from legation.reading.names.titles import find_offices, holder_of
from legation.reading.reference.cast import Cast
from legation.reading.reference.history import History, Trace, is_single

# How many sentences back "the minister" looks for the minister last named.
REACH = 25
# How many sentences back "his counterpart" looks.
NEAR = 2
# What the head of a government is called, by state: the counterpart of a prime minister may be a chancellor.
GOVERNING = ("prime minister", "chancellor", "premier")


def resolve_office(
    item: Found, owner: ActorRef | None, cast: Cast, history: History, fellow: ActorRef | None = None
) -> ActorRef | None:
    """Return the person holding an office: named beside it, known from the text, or by the lexicon's dates.

    `fellow` is the person whose counterpart is meant: somebody who holds the same office elsewhere.
    """
    sole = cast.gazetteer.titles.state_of(item.noun) if item.modifier is None and item.words[:1] == ("the",) else None
    owner = owner if sole is None else cast.gazetteer.refs[sole]
    past = bool(words_of("past office") & set(item.words))
    beside = named_beside(item, owner, cast, history)
    if beside is not None:
        if not past and beside.id in cast.parts:
            cast.parts[beside.id].titles.add(item.noun)
        return beside
    if item.modifier is not None and owner is None:
        return None
    if owner is None:
        return None if is_of_another(item) else last_holder(item, cast, history, past=past)
    shared = offices_held(fellow, owner, cast) if fellow is not None else ()
    offices, noun = (shared, shared[0]) if shared else (offices_of(item, owner, cast), item.noun)
    known = from_text(item, offices, owner, cast, past=past)
    if known is not None:
        return known
    if not past and item.words[:1] not in (("a",), ("an",)) and offices[0] not in words_of("offices of many"):
        return holder_in(noun, owner, cast, offices)
    return post_of(noun, owner)


def holder_in(noun: str, owner: ActorRef, cast: Cast, offices: Sequence[str] = ()) -> ActorRef:
    """Return who holds an office of a state when the document appears; the office itself where nobody is known."""
    offices = offices or find_offices(noun, state_id(owner), cast.gazetteer.titles)
    found = cast.gazetteer.holder(state_id(owner), tuple(offices), cast.document.published_day)
    return post_of(noun, owner) if found is None else cast.gazetteer.refs[found]


def post_of(noun: str, owner: ActorRef) -> ActorRef:
    """Return the holder of an office of whom no more is known."""
    return ActorRef(f"{owner.id}/{slug(noun)}", f"{noun} of {owner.name}", ActorType.PERSON, owner.country)


def is_of_another(item: Found) -> bool:
    """Tell whether an office is one of something that nobody here knows: "the head of Pakistani intelligence"."""
    line = item.line
    held = [kid for of in line.children[item.head] if line.lows[of] == "of" for kid in line.children[of]]
    return any(line.lows[kid] not in words_of("what is led") for kid in held if line.deps[kid] == "pobj")


def counterpart(item: Found, fellow: ActorRef, history: History) -> ActorRef | None:
    """Return who "his counterpart" is, where the last sentences name just one person of another state; else None."""
    traces = history.back(history.sentence(item), NEAR)
    people = {trace.refs[0].id: trace.refs[0] for trace in traces if is_single(trace, ActorType.PERSON)}
    others = [ref for ref in people.values() if ref.country not in (None, fellow.country)]
    return others[0] if len(others) == 1 else None


def offices_held(fellow: ActorRef, owner: ActorRef, cast: Cast) -> tuple[str, ...]:
    """Return the office of a person as the owner's state calls it, by the text, else by the lexicon's dates."""
    book, day, part = cast.gazetteer.titles, cast.document.published_day, cast.parts.get(fellow.id)
    titles = sorted(part.titles) if part else []
    entry = cast.gazetteer.entries.get(fellow.id)
    if entry is not None and not titles:
        held = [role.title for role in entry.roles if role.of == fellow.country and covers(role, day)]
        titles = sorted(held, key=lambda title: LEADERS.index(title) if title in LEADERS else len(LEADERS))
    elif not titles and fellow.id.startswith(f"{fellow.country}/"):
        titles = [fellow.id.partition("/")[2].replace("-", " ")]
    if not titles:
        return ()
    offices = find_offices(titles[0], state_id(owner), book)
    return tuple(dict.fromkeys((*offices, *GOVERNING))) if offices[0] in GOVERNING else offices


def covers(role: Role, day: dt.date | None) -> bool:
    """Tell whether a role may have been held on a day; without a day, whether it is held yet."""
    begun = role.start is None or day is None or role.start <= day.isoformat()
    return begun and not (role.end is not None and (day is None or role.end <= day.isoformat()))


def offices_of(item: Found, owner: ActorRef, cast: Cast) -> tuple[str, ...]:
    """Return the offices a description means, read with its owner's name where it only then is clear ("UN chief")."""
    book, state = cast.gazetteer.titles, state_id(owner)
    named = book.find_titles(f"{owner.name} {item.noun}") or book.find_titles(f"{owner_text(item)} {item.noun}")
    return book.find_titles(item.noun, state) or named or find_offices(item.noun, state, book)


def owner_text(item: Found) -> str:
    """Return the words of the modifier."""
    return item.line.text(item.modifier.start, item.modifier.end) if item.modifier else ""


def state_id(owner: ActorRef) -> str:
    """Return the id under which an owner's offices are kept: the state of a person or place."""
    return owner.country if owner.type in (ActorType.PERSON, ActorType.PLACE) and owner.country else owner.id


def slug(noun: str) -> str:
    """Return a noun phrase as part of an id."""
    return "-".join(noun.split())


def named_beside(item: Found, owner: ActorRef | None, cast: Cast, history: History) -> ActorRef | None:
    """Return the person named in apposition, or said to be: "the Korean leader, Kim Jong Un", "Kim is their leader".

    Names are resolved before descriptions, so that the one that follows is known already.
    """
    line = item.line
    heads = [kid for kid in line.children[item.head] if line.deps[kid] == "appos"]
    if line.deps[item.head] == "appos":
        heads.append(line.heads[item.head])
    heads += holder_of(line, item.head)
    for head in heads:
        ref = history.speakers.named.get((line.number, head))
        if ref is not None and ref.type == ActorType.PERSON and not leads_elsewhere(ref, item, owner, cast):
            return ref
    return None


def leads_elsewhere(ref: ActorRef, item: Found, owner: ActorRef | None, cast: Cast) -> bool:
    """Tell whether a name beside an office only follows it in a list: "the Turkish president, Putin and Xi".

    Whose leader "its leader, Putin" is, the name tells better than the pronoun.
    """
    if item.modifier is None or owner is None or owner.type != ActorType.STATE or ref.country in (None, owner.country):
        return False
    office = offices_of(item, owner, cast)[0]
    return office in LEADERS or office.endswith("minister")


def from_text(item: Found, offices: Sequence[str], owner: ActorRef, cast: Cast, *, past: bool) -> ActorRef | None:
    """Return the person of that state whom the text gives this office, the last one named before.

    Where no day of publication says who holds it, one named later may be meant too.
    """
    place = item.line.starts[item.start]
    undated = cast.document.published_day is None
    people = [
        part.ref
        for part in cast.parts.values()
        if part.ref.type == ActorType.PERSON and part.ref.country == owner.country
        if part.places[0] <= place or (undated and part.titles)
        if part.ref.id != owner.id and holds(part.ref, offices, cast, past=past)
    ]
    return min(people, key=lambda ref: (cast.distance(ref.id, place), ref.id)) if people else None


def holds(ref: ActorRef, offices: Sequence[str], cast: Cast, *, past: bool) -> bool:
    """Tell whether the text or the lexicon gives a person one of these offices; `past`: whether it must be over."""
    book = cast.gazetteer.titles
    for title in cast.parts[ref.id].titles:
        if any(matches(name, office) for name in find_offices(title, ref.country, book) for office in offices):
            return True
    day = cast.document.published_day
    entry = cast.gazetteer.entries.get(ref.id)
    for role in entry.roles if entry else ():
        begun = role.start is None or day is None or role.start <= day.isoformat()
        if begun and covers(role, day) != past and any(matches(role.title, office) for office in offices):
            return True
    return False


def matches(title: str, office: str) -> bool:
    """Tell whether a title is this office, or one of its kind: "foreign minister" is a "minister"."""
    of_matter = title.startswith(f"{office} ") or f" {office} of " in title or f" {office} for " in title
    if office == "minister":
        return (title.endswith(" minister") and title != "prime minister") or of_matter
    kind = office in words_of("kinds of office")
    return title == office or (kind and (title.endswith(f" {office}") or of_matter))


def is_described(trace: Trace, item: Found) -> bool:
    """Tell whether somebody was told of by the same word before, and nobody knows his name: "a Kenyan envoy"."""
    same = trace.found.sort == Sort.OFFICE and trace.found.noun == item.noun
    return same and is_single(trace, ActorType.PERSON) and "/" in trace.refs[0].id


def bears_words(item: Found, ref: ActorRef, cast: Cast) -> bool:
    """Tell whether a person's titles have the words of rank before an office: "the Deputy Secretary".

    Of somebody whom only the lexicon knows nothing is asked.
    """
    titles = [set(title.split()) for title in cast.parts[ref.id].titles]
    if not titles:
        return True
    deputies = words_of("deputies")
    if rank := {word for word in item.words if word in deputies}:
        return any(rank <= title for title in titles)
    # "The Prime Cabinet Secretary" is no deputy.
    other = any(word in words_of("ranks before offices") for word in item.words)
    return not other or any(title.isdisjoint(deputies) for title in titles)


def last_holder(item: Found, cast: Cast, history: History, *, past: bool) -> ActorRef | None:
    """Return the person last named who holds the office, for "the minister" alone."""

    def wanted(trace: Trace) -> bool:
        if is_described(trace, item) and not past:
            return True
        if not is_single(trace, ActorType.PERSON) or trace.found.sort not in (Sort.KNOWN, Sort.UNKNOWN, Sort.SURNAME):
            return False
        ref = trace.refs[0]
        offices = find_offices(item.noun, ref.country, cast.gazetteer.titles)
        if ref.id not in cast.parts:
            return False
        if not bears_words(item, ref, cast):
            return False
        # "The former president" may be told by what the text calls him, though the lexicon has him in office yet.
        return holds(ref, offices, cast, past=past) or (past and holds(ref, offices, cast, past=False))

    if item.words[:1] not in (("the",), ("this",), ("that",)):
        return None
    last = next((trace for trace in history.back(history.sentence(item), REACH) if wanted(trace)), None)
    if last is None:
        return None
    # Of several in one sentence the one who leads it: "Rossi, who met President Diaz, … The president left".
    same = [t for t in history.back(last.sentence, 0) if t.sentence == last.sentence and wanted(t)]
    return max(same, key=lambda trace: trace.weight).refs[0] if last.sentence < history.sentence(item) else last.refs[0]
