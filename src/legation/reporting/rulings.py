"""Decisions in words, and as JSON: who ruled what on what, when and why."""

from collections.abc import Iterable, Mapping
from typing import Any

from legation.lexicon.saying import join, say
from legation.record.amend import describe_value
from legation.record.decision import Decision, Kind, Mark, Ruling, encode_decision
from legation.record.docket import Conflict
from legation.record.event import Account
from legation.record.sources import CREDIBILITY, RELIABILITY, Source

PAST: Mapping[Ruling, str] = {
    Ruling.ACCEPT: "accepted",
    Ruling.REJECT: "rejected",
    Ruling.AMEND: "amended",
    Ruling.SAME: "ruled the same",
    Ruling.DIFFERENT: "ruled different",
    Ruling.UNSURE: "is unsure of",
    Ruling.NOTE: "noted on",
    Ruling.GRADE: "graded",
    Ruling.UNDO: "took back",
}
# Characters of the words a decision is about, in a listing.
LONGEST = 90


def decision_words(decision: Decision) -> str:
    """Return who ruled what on what: "ann amended 3fa9c1d2e0ab.c7: status → planned"."""
    words = say(
        "{author} {past} {undoes}",
        author=decision.author,
        past=PAST[decision.ruling],
        undoes=decision.undoes or decision.subject.name,
    )
    if decision.other is not None:
        words += say(" and {name}", name=decision.other.name)
    changes = join(
        "; ",
        (
            say("{name} → {describe_value}", name=name, describe_value=describe_value(value) or "none")
            for name, value in (decision.changes or {}).items()
        ),
    )
    if decision.ruling is Ruling.GRADE:
        grade = str((decision.changes or {})["grade"])
        scale = RELIABILITY if decision.subject.kind is Kind.OUTLET else CREDIBILITY
        changes = say("{grade}, {scale}", grade=grade, scale=scale[grade])
    return say("{words}: {changes}", words=words, changes=changes) if changes else words


def subject_words(decision: Decision) -> str | None:
    """Return the words a decision is about, cut to a line."""
    anchor = decision.subject.claims[0] if decision.subject.claims else decision.subject
    words = " ".join((anchor.words or "").split())
    return (say("{words}…", words=words[:LONGEST]) if len(words) > LONGEST else words) or None


def mark_words(mark: Mark) -> str:
    """Return how a decision shows beside a claim: "status planned, not happened (ann, 2026-03-04: reason)"."""
    if mark.ruling is Ruling.GRADE:
        what = say("credibility {value}, {credibility}", value=mark.value, credibility=CREDIBILITY[str(mark.value)])
    elif mark.field is not None:
        what = say(
            "{field}: {value}, where the reader has {original}",
            field=mark.field,
            value=mark.value or "none",
            original=mark.original or "none",
        )
    elif mark.value is not None:
        what = (
            say("{past} as {value}", past=PAST[mark.ruling], value=mark.value)
            if mark.ruling is Ruling.SAME
            else say("different from {value}", value=mark.value)
        )
    else:
        what = {Ruling.UNSURE: "unsure", Ruling.NOTE: "note"}.get(mark.ruling, PAST[mark.ruling])
    reason = say(": {reason}", reason=mark.reason) if mark.reason else ""
    late = "" if mark.counts else say("; a later ruling counts")
    return say(
        "{what} ({author}, {at}{late}){reason}",
        what=what,
        author=mark.author,
        at=mark.at[:10],
        late=late,
        reason=reason,
    )


def encode_marks(account: Account) -> list[dict[str, Any]]:
    """Return the decisions on a claim as JSON objects."""
    return [
        {
            "decision": mark.decision,
            "at": mark.at,
            "author": mark.author,
            "ruling": mark.ruling.value,
            "field": mark.field,
            "original": mark.original,
            "value": mark.value,
            "reason": mark.reason,
            "counts": mark.counts,
        }
        for mark in account.marks
    ]


def encode_listed(decision: Decision, *, stands: bool) -> dict[str, Any]:
    """Return a decision of a listing as one JSON object."""
    return encode_decision(decision) | {"stands": stands}


def encode_conflict(conflict: Conflict) -> dict[str, Any]:
    """Return a conflict as one JSON object."""
    return {
        "conflict": conflict.clash.value,
        "subject": conflict.subject.name,
        "words": conflict.words,
        "follows": conflict.follows,
        "decisions": [encode_decision(decision) for decision in conflict.decisions],
    }


def encode_source(source: Source) -> dict[str, Any]:
    """Return a source as one JSON object."""
    outlet = source.outlet
    return {
        "id": outlet.id,
        "name": outlet.name,
        "kind": outlet.kind and outlet.kind.value,
        "country": outlet.country,
        "reliability": source.reliability,
        "documents": source.documents,
        "claims": source.claims,
        "events": source.events,
        "alone": source.alone,
        "origins": source.origins,
        "share": round(source.share, 4),
        "grades": list(encode_grades(source.grades)),
    }


def encode_grades(grades: Iterable[Decision]) -> Iterable[dict[str, Any]]:
    """Yield the gradings of an outlet, the first first."""
    for grade in grades:
        yield {
            "decision": grade.uid,
            "at": grade.at,
            "author": grade.author,
            "grade": (grade.changes or {})["grade"],
            "reason": grade.reason,
        }
