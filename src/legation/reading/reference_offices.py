"""Resolves persons named by their office: "the North Korean leader", "the minister", "the former president"."""

from collections.abc import Sequence

from legation.reading.claim import ActorRef, ActorType
from legation.reading.gazetteer import LEADERS
from legation.reading.mentions_found import Found, Sort
from legation.reading.reference_cast import Cast
from legation.reading.reference_history import History, Trace, is_single
from legation.reading.reference_titles import LEADER_NOUNS, PAST, office_name

# How many sentences back "the minister" looks for the minister last named.
REACH = 25


def resolve_office(item: Found, owner: ActorRef | None, cast: Cast, history: History) -> ActorRef | None:
    """Return the person holding an office: named beside it, known from the text, or by the lexicon's dates."""
    beside = named_beside(item, history)
    if beside is not None:
        return beside
    office = office_name(item.noun)
    past = bool(PAST & set(item.words))
    if item.modifier is not None and owner is None:
        return None
    if owner is None:
        return last_holder(item, office, past, cast, history)
    known = from_text(item, office, owner, past, cast, history)
    if known is not None:
        return known
    if not past and item.words[:1] not in (("a",), ("an",)):
        found = cast.gazetteer.holder(state_id(owner), titles_of(office), cast.document.published_day)
        if found is not None and (office not in ("ambassador", "special envoy", "speaker")):
            return cast.gazetteer.refs[found]
    return ActorRef(f"{owner.id}/{slug(item.noun)}", f"{item.noun} of {owner.name}", ActorType.PERSON, owner.country)


def state_id(owner: ActorRef) -> str:
    """Return the id under which an owner's offices are kept: the state of a person or government seat."""
    return owner.country if owner.type == ActorType.PERSON and owner.country else owner.id


def titles_of(office: str) -> Sequence[str]:
    """Return the titles that can be meant by an office noun, the highest first."""
    return LEADERS if office in LEADER_NOUNS else (office,)


def slug(noun: str) -> str:
    """Return a noun phrase as part of an id."""
    return "-".join(noun.split())


def named_beside(item: Found, history: History) -> ActorRef | None:
    """Return the person named in apposition: "the North Korean leader, Kim Jong Un"."""
    line = item.line
    heads = {kid for kid in line.children[item.head] if line.deps[kid] == "appos"}
    if line.deps[item.head] == "appos":
        heads.add(line.heads[item.head])
    for trace in reversed(history.traces[-40:]):
        if trace.found.line is line and trace.found.head in heads and is_single(trace, ActorType.PERSON):
            return trace.refs[0]
    return None


def from_text(
    item: Found, office: str, owner: ActorRef, past: bool, cast: Cast, history: History
) -> ActorRef | None:
    """Return the person of that state whom the text gives this office, the last one named before."""
    place = item.line.starts[item.start]
    people = [
        part.ref
        for part in cast.parts.values()
        if part.ref.type == ActorType.PERSON and part.ref.country == owner.country and part.places[0] <= place
        if holds(part.ref, office, past, cast)
    ]
    if not people:
        return None
    return min(people, key=lambda ref: (cast.distance(ref.id, place), ref.id))


def holds(ref: ActorRef, office: str, past: bool, cast: Cast) -> bool:
    """Tell whether the text or the lexicon gives a person this office; `past`: whether it must be over."""
    if any(matches(title, office) for title in cast.parts[ref.id].titles):
        return True
    day = cast.document.published_day
    entry = cast.gazetteer.entries.get(ref.id)
    for role in entry.roles if entry else ():
        over = role.end is not None and (day is None or role.end <= day.isoformat())
        if matches(role.title, office) and over == past:
            return True
    return False


def matches(title: str, office: str) -> bool:
    """Tell whether a title is this office, or one of its kind: "foreign minister" is a "minister"."""
    if office in LEADER_NOUNS:
        return title in LEADERS or title.endswith("leader")
    if office == "minister":
        return title.endswith(" minister") and title != "prime minister"
    return title == office or (" " not in office and title.endswith(f" {office}") and office not in ("president", "minister"))


def last_holder(item: Found, office: str, past: bool, cast: Cast, history: History) -> ActorRef | None:
    """Return the person last named who holds the office, for "the minister" alone."""

    def wanted(trace: Trace) -> bool:
        return (
            is_single(trace, ActorType.PERSON)
            and trace.found.sort in (Sort.KNOWN, Sort.UNKNOWN, Sort.SURNAME)
            and trace.refs[0].id in cast.parts
            and (holds(trace.refs[0], office, past, cast) or (past and holds(trace.refs[0], office, False, cast)))
        )

    if item.words[:1] not in (("the",), ("this",), ("that",)):
        return None
    last = next((trace for trace in history.back(history.sentence(item), REACH) if wanted(trace)), None)
    return last.refs[0] if last else None
