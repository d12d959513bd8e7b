"""Ruling on what the record holds: names turned into anchors, a decision kept, and its neighbourhood derived anew."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from legation.actors.outlets import load_outlets
from legation.documents.document import Document
from legation.record import derive, view
from legation.record.accounts import Stored, load_readings, make_account
from legation.record.amend import parse_changes
from legation.record.anchors import anchor_claim, anchor_document, anchor_mention
from legation.record.decision import (
    JOINS,
    LONGEST_NOTE,
    Anchor,
    Decision,
    Kind,
    Ruling,
    check_allowed,
    make_decision,
)
from legation.record.decisions import (
    add_decision,
    get_decision,
    load_decisions,
    named_decisions,
    trace_decision,
    undone_decisions,
)
from legation.record.docket import place_decision
from legation.record.queue import Item, Scope, review_queue
from legation.record.sources import CREDIBILITY, RELIABILITY, find_outlet
from legation.record.view import NotInRecordError
from legation.workspace.bench import Bench, find_event
from legation.workspace.judged import find_judged
from legation.workspace.parties import get_actor

NAMED = re.compile(r"([0-9a-f]{12})\.([cem])(\d+)")
# Rulings that change which claims are one event, or what they say.
TELLING = frozenset({Ruling.ACCEPT, Ruling.REJECT, Ruling.AMEND, Ruling.SAME, Ruling.DIFFERENT})


@dataclass(frozen=True, slots=True)
class Order:
    """A ruling as a user gives it: `other` for same and different, `changes` for amend and grade."""

    ruling: Ruling
    subject: str
    author: str
    other: str | None = None
    changes: Mapping[str, str] = field(default_factory=dict)
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A decision, and whether it stands or has been taken back."""

    decision: Decision
    stands: bool


@dataclass(frozen=True, slots=True)
class Queue:
    """Claims to look at, the most pressing first; `waiting` is how many there are in all."""

    items: tuple[Item, ...]
    waiting: int
    documents: Mapping[str, Document]


def decide(bench: Bench, order: Order) -> Decision:
    """Keep a ruling and derive anew what it touches; ValueError for one that makes no sense."""
    if not order.author.strip():
        raise ValueError("a decision needs an author; --author or LEGATION_AUTHOR names one")
    decision = draft(bench, order)
    if add_decision(bench.session, decision):
        numbers = place_decision(bench.session, decision)
        if decision.ruling in TELLING:
            derive.refresh_readings(bench.session, numbers)
    return decision


def draft(bench: Bench, order: Order) -> Decision:
    """Return the decision an order asks for, checked."""
    subject = find_subject(bench, order.subject)
    check_allowed(order.ruling, subject.kind)
    other = find_other(bench, order, subject)
    check_note(order)
    changes = None
    if order.ruling is Ruling.AMEND:
        changes = parse_changes(subject.kind, order.changes, bench.find)
    elif order.ruling is Ruling.GRADE:
        changes = {"grade": check_grade(subject.kind, order.changes.get("grade", ""))}
    elif order.changes:
        raise ValueError(f"{order.ruling}: sets no values; amend does")
    return make_decision(
        at=bench.now.isoformat(), author=order.author.strip(), ruling=order.ruling, subject=subject, other=other,
        changes=changes, reason=order.reason or None,
    )  # fmt: skip


def check_note(order: Order) -> None:
    """Raise ValueError for a note without words, or longer than a page."""
    if order.ruling is not Ruling.NOTE:
        return
    if not (order.reason or "").strip():
        raise ValueError("note: say what (the reason)")
    if len(order.reason or "") > LONGEST_NOTE:
        raise ValueError(f"note: {len(order.reason or ''):,} characters; a page is {LONGEST_NOTE:,} at most")


def check_grade(kind: Kind, words: str) -> str:
    """Return a grade of the Admiralty scale: reliability of outlets, credibility of what is said."""
    scale = RELIABILITY if kind is Kind.OUTLET else CREDIBILITY
    grade = words.strip().upper()
    if grade not in scale:
        meanings = ", ".join(f"{key} {meaning}" for key, meaning in scale.items())
        raise ValueError(f"{words or 'grade'}: {kind}s are graded {meanings}")
    return grade


def find_other(bench: Bench, order: Order, subject: Anchor) -> Anchor | None:
    """Return the anchor of the second of two that are the same or different; None for other rulings."""
    if order.ruling not in JOINS:
        if order.other:
            raise ValueError(f"{order.ruling}: is about one thing; {order.other} is a second one")
        return None
    if not order.other:
        raise ValueError(f"{order.ruling}: name two claims or events")
    other = find_subject(bench, order.other)
    if other.kind not in {Kind.CLAIM, Kind.EVENT}:
        raise ValueError(f"{order.other}: {order.ruling} is about claims and events")
    names = {place.name for place in subject.places}
    if names == {place.name for place in other.places}:
        raise ValueError(f"{order.subject} and {order.other} are one claim; {order.ruling} is about two")
    return other


def find_subject(bench: Bench, name: str) -> Anchor:
    """Return the anchor of what a name stands for (docs/decisions.md); NotInRecordError if there is no such thing."""
    match = NAMED.fullmatch(name.strip())
    if match is None:
        return find_whole(bench, name.strip())
    if match[2] == "e":
        return find_event(bench, name.strip())
    document = view.get_document(bench.session, match[1])
    stored = find_reading(bench, document.id)
    identity = f"{match[2]}{match[3]}"
    if match[2] == "m" and identity in stored.mentions:
        return anchor_mention(document.id, stored.mentions[identity])
    if match[2] == "c" and identity in stored.claims:
        return anchor_claim(make_account(stored, identity))
    raise NotInRecordError(f"{name}: the reading of {document.title or document.id} has no such thing")


def find_whole(bench: Bench, name: str) -> Anchor:
    """Return the anchor of a document, a dyad ("RUS/PRK"), an outlet, an actor, or of what is judged (judged.py)."""
    judged = find_judged(bench, name)
    if judged is not None:
        return judged
    try:
        return anchor_document(view.get_document(bench.session, name))
    except NotInRecordError:
        found = find_dyad(bench, name) or find_party(bench, name)
    if found is None:
        message = f"{name}: no claim, event, mention, document, outlet, actor or dyad of the record is called so"
        raise NotInRecordError(message)
    return found


def find_party(bench: Bench, name: str) -> Anchor | None:
    """Return the anchor of an outlet or of an actor; "actor:" in front of a name means the second of the two."""
    prefix, _, rest = name.partition(":")
    outlet = None if prefix == "actor" else find_outlet(bench.session, name, load_outlets(bench.lexicon))
    if outlet is not None:
        return Anchor(Kind.OUTLET, outlet.id, words=outlet.name)
    actor = bench.find(rest if prefix == "actor" else name)
    return Anchor(Kind.ACTOR, actor.id, words=actor.name) if actor else None


def find_dyad(bench: Bench, name: str) -> Anchor | None:
    """Return the anchor of two actors, in the order of their ids; None unless there are two."""
    one, slash, other = name.partition("/")
    if not slash:
        return None
    actors = {actor.id: actor for actor in (bench.find(one.strip()), bench.find(other.strip())) if actor}
    if len(actors) != 2:
        return None
    low, high = sorted(actors)
    words = f"{actors[low].name} and {actors[high].name}"
    return Anchor(Kind.DYAD, f"{low}/{high}", parties=(low, high), words=words)


def find_reading(bench: Bench, document_id: str) -> Stored:
    """Return the reading of a document that counts, as it was stored."""
    number = view.current_reading(bench.session, document_id)
    return next(load_readings(bench.session, [number]))


def undo(bench: Bench, name: str, author: str, reason: str | None) -> Decision:
    """Take a decision back; ValueError if it is taken back already."""
    target = get_decision(bench.session, name)
    if target.uid in undone_decisions(bench.session):
        raise ValueError(f"{name}: taken back already; undo the undoing to let it stand again")
    decision = make_decision(
        at=bench.now.isoformat(), author=author, ruling=Ruling.UNDO, reason=reason or None, undoes=target.uid,
        subject=Anchor(Kind.DECISION, target.uid),
    )  # fmt: skip
    add_decision(bench.session, decision)
    target = trace_decision(bench.session, name)
    if target.ruling in TELLING:
        derive.refresh_readings(bench.session, place_decision(bench.session, target))
    return decision


def list_decisions(bench: Bench, name: str | None) -> list[Listed]:
    """Return decisions, the first made first: all, or those on one thing and on what stands in it."""
    if name is None:
        found = load_decisions(bench.session)
    else:
        anchor = find_subject(bench, name)
        found = named_decisions(bench.session, anchor)
    undone = undone_decisions(bench.session)
    return [Listed(decision, decision.uid not in undone) for decision in found]


def get_queue(bench: Bench, limit: int, actors: Sequence[str], reviewer: str | None = None) -> Queue:
    """Return the claims to look at first, with the documents they stand in.

    With a `reviewer`, what this person has not ruled on waits; without, what nobody has.
    """
    if len(actors) > 2:
        raise ValueError("a review is of one actor, or of what passed between two")
    faces = tuple(get_actor(bench.session, name, bench.lexicon).id for name in actors)
    items, waiting = review_queue(bench.session, limit, Scope(faces, reviewer))
    ids = [document_id for item in items for document_id in item.event.documents]
    documents = {document.id: document for document in view.get_documents(bench.session, ids)}
    return Queue(tuple(items), waiting, documents)
