"""Decisions: an analyst's rulings, by whom and when, on claims, mentions, events, documents and outlets.

Notes are rulings that change nothing; they can also be on actors, dyads, questions,
scenarios and forecasts.

A ruling names what it is about by an *anchor*: the document, the characters, the kind of thing and its words. So it
outlives the reading it was made on (anchors.py finds the place again). Nothing is ever edited: a ruling is taken back
by another.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from legation.documents.span import Span

# Digits of a decision's uid; the first few name it on the command line.
UID = 16
# Characters of a note: a page at most.
LONGEST_NOTE = 4_000


class Ruling(StrEnum):
    """What an analyst decides. `unsure` and `note` change nothing, and are shown."""

    ACCEPT = "accept"
    REJECT = "reject"
    AMEND = "amend"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    NOTE = "note"
    GRADE = "grade"
    UNDO = "undo"


class Kind(StrEnum):
    """What a decision can be about."""

    CLAIM = "claim"
    MENTION = "mention"
    EVENT = "event"
    DOCUMENT = "document"
    OUTLET = "outlet"
    ACTOR = "actor"
    DYAD = "dyad"
    QUESTION = "question"
    SCENARIO = "scenario"
    FORECAST = "forecast"
    DECISION = "decision"


REMARKS = frozenset({Ruling.UNSURE, Ruling.NOTE})
VERDICTS = frozenset({Ruling.ACCEPT, Ruling.REJECT})
JOINS = frozenset({Ruling.SAME, Ruling.DIFFERENT})
ALLOWED: Mapping[Kind, frozenset[Ruling]] = {
    Kind.CLAIM: REMARKS | VERDICTS | JOINS | {Ruling.AMEND, Ruling.GRADE},
    Kind.EVENT: REMARKS | VERDICTS | JOINS | {Ruling.AMEND, Ruling.GRADE},
    Kind.MENTION: REMARKS | VERDICTS | {Ruling.AMEND},
    Kind.DOCUMENT: REMARKS | VERDICTS | {Ruling.GRADE},
    Kind.OUTLET: REMARKS | {Ruling.GRADE},
    Kind.ACTOR: frozenset({Ruling.NOTE}),
    Kind.DYAD: frozenset({Ruling.NOTE}),
    Kind.QUESTION: frozenset({Ruling.NOTE}),
    Kind.SCENARIO: frozenset({Ruling.NOTE}),
    Kind.FORECAST: frozenset({Ruling.NOTE}),
    Kind.DECISION: frozenset({Ruling.UNDO}),
}


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a ruling is about, named so that it can be found again.

    kind         what it is, a claim for instance; or the decision that is undone
    name         how it was called then: "3fa9c1d2e0ab.c7", a document's id, an outlet's or actor's id, "PRK/RUS", a
                 question's or scenario's name in the lexicons, a forecast's uid
    document_id  where it stands; None for what stands in no document, and for events (whose claims say it)
    spans        a claim's telling word and its evidence; a mention's own words; none for the others
    type         a claim's event type, a mention's form
    status       a claim's status
    parties      ids of actors, or their words; of a mention the actor it named
    words        the evidence, the mention, the title, the name of an outlet, an actor, of both of a dyad, what is asked
    claims       an event's claims at that moment
    """

    kind: Kind
    name: str
    document_id: str | None = None
    spans: tuple[Span, ...] = ()
    type: str | None = None
    status: str | None = None
    parties: tuple[str, ...] = ()
    words: str | None = None
    claims: tuple["Anchor", ...] = ()

    @property
    def places(self) -> tuple["Anchor", ...]:
        """The anchors that stand in documents: an event's claims, or itself."""
        return self.claims if self.kind is Kind.EVENT else (self,) if self.document_id else ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One ruling. `changes` has the values an amendment or a grade sets, by field (amend.py says what they look like).

    `other` is the second of two that are the same or different; `undoes` the uid of the decision taken back.
    """

    uid: str
    at: str
    author: str
    ruling: Ruling
    subject: Anchor
    other: Anchor | None = None
    changes: Mapping[str, Any] | None = None
    reason: str | None = None
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A standing decision as it shows on what it is about: who ruled what, when and why.

    Of an amendment, `field`, the `original` value in words and the `value` in its place (None: not known, or not
    stated). `counts` is False where a later ruling takes precedence: both are shown, the views follow the later.
    """

    decision: str
    at: str
    author: str
    ruling: Ruling
    reason: str | None
    field: str | None = None
    original: str | None = None
    value: str | None = None
    counts: bool = True


def make_decision(**values: Any) -> Decision:
    """Return a decision with the uid of its content: made twice at one moment it is one."""
    draft = Decision(uid="", **values)
    content = {name: value for name, value in encode_decision(draft).items() if name != "uid"}
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Decision(uid=hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:UID], **values)


def check_allowed(ruling: Ruling, kind: Kind) -> None:
    """Raise ValueError if such a ruling cannot be made on such a thing."""
    if ruling not in ALLOWED[kind]:
        able = ", ".join(sorted(ALLOWED[kind]))
        article = "an" if kind[0] in "aeiou" else "a"
        raise ValueError(f"{ruling}: no ruling on {article} {kind}; there it can be {able}")


def order(decision: Decision) -> tuple[str, str]:
    """Order decisions by when they were made."""
    return (decision.at, decision.uid)


def find_undone(undoings: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return which decisions are taken back, given (uid, undoes) of every undoing, in any order.

    An undoing can be undone: what it took back stands again. It names what was there before it, so there is no circle.
    """
    by_target: dict[str, list[str]] = defaultdict(list)
    for uid, undoes in undoings:
        by_target[undoes].append(uid)
    known: dict[str, bool] = {}
    for target in by_target:
        waiting = [target]
        while waiting:
            unknown = [uid for uid in by_target.get(waiting[-1], ()) if uid not in known]
            if unknown:
                waiting += unknown
            else:
                uid = waiting.pop()
                known[uid] = not all(known[undoing] for undoing in by_target.get(uid, ()))
    return frozenset(uid for uid, is_undone in known.items() if is_undone)


# --- as JSON ---------------------------------------------------------------------------------------------------------


def encode_anchor(anchor: Anchor) -> dict[str, Any]:
    """Return an anchor as a JSON object without what is not stated."""
    data = asdict(anchor) | {
        "kind": anchor.kind.value,
        "spans": [[span.start, span.end] for span in anchor.spans],
        "claims": [encode_anchor(claim) for claim in anchor.claims],
    }
    return {name: value for name, value in data.items() if value not in (None, [], ())}


def decode_anchor(data: Mapping[str, Any]) -> Anchor:
    """Return the anchor of a JSON object."""
    return Anchor(
        kind=Kind(data["kind"]),
        name=data["name"],
        document_id=data.get("document_id"),
        spans=tuple(Span(start, end) for start, end in data.get("spans", ())),
        type=data.get("type"),
        status=data.get("status"),
        parties=tuple(data.get("parties", ())),
        words=data.get("words"),
        claims=tuple(decode_anchor(claim) for claim in data.get("claims", ())),
    )


def encode_decision(decision: Decision) -> dict[str, Any]:
    """Return a decision as a JSON object."""
    return {
        "uid": decision.uid,
        "at": decision.at,
        "author": decision.author,
        "ruling": decision.ruling.value,
        "subject": encode_anchor(decision.subject),
        "other": encode_anchor(decision.other) if decision.other else None,
        "changes": dict(decision.changes) if decision.changes is not None else None,
        "reason": decision.reason,
        "undoes": decision.undoes,
    }


def find_places(decision: Decision) -> Iterator[tuple[str, int, Anchor]]:
    """Yield (side, position, anchor) of everything in documents that a decision is about."""
    for side, anchor in (("subject", decision.subject), ("other", decision.other)):
        if anchor is not None:
            for position, place in enumerate(anchor.places):
                yield side, position, place
