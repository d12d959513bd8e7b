"""Review: one claim at a time, ruled on by single keys, and how far reviewers agree."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse, Response
from pydantic import Field

from legation.documents.document import Document
from legation.errors import LegationError
from legation.record.amend import CLAIM_FIELDS
from legation.record.event import Account
from legation.record.queue import Item
from legation.reporting.chronology import make_line
from legation.reporting.footnotes import cite_briefly, speakers_words
from legation.reporting.rulings import decision_words
from legation.reporting.words import OUTCOMES, list_words, quantity_words, time_words
from legation.web.asking import Named
from legation.web.room import Here, Room
from legation.workspace.reviewing import get_queue, measure_review, rulings_on, standing_ruling

router = APIRouter()
# Characters of the report shown on either side of the sentence.
CONTEXT = 420
# Each ruling with the key that makes it.
KEYS: Mapping[str, str] = {"accept": "a", "reject": "r", "same": "s", "different": "d", "unsure": "u"}
# Conflicts that the page of agreement lists.
MOST_CONFLICTS = 50


class Asked(Named):
    """What a reviewer goes through: events of some actors or all, on their own or shared, and how many are skipped."""

    own: bool = False
    skip: int = Field(0, ge=0, le=10_000)

    def query(self, **more: object) -> str:
        """Return this as the query of an address."""
        pairs: list[tuple[str, object]] = [("actor", name) for name in self.actors]
        pairs += [("own", 1)] if self.own else []
        pairs += [("skip", self.skip)] if self.skip else []
        pairs += [(name, value) for name, value in more.items() if value]
        return f"?{urlencode(pairs)}" if pairs else ""


class Shown(Asked):
    """A page of the review, after a ruling."""

    ruled: str | None = Field(None, max_length=64)


class Given(Asked):
    """A ruling as the form gives it: `field` and `value` are what an amendment sets."""

    claim: str = Field(max_length=100)
    ruling: str = Field(max_length=20)
    other: str | None = Field(None, max_length=100)
    reason: str | None = Field(None, max_length=4_000)
    field: str | None = Field(None, max_length=20)
    value: str = Field("", max_length=500)


class Taken(Asked):
    """A ruling that is taken back."""

    decision: str = Field(max_length=64)


@dataclass(frozen=True, slots=True)
class Context:
    """A claim's sentence in the text around it: what is before and after, and the sentence cut at its telling word."""

    account: Account
    cited: str
    before: str
    lead: str
    trigger: str
    rest: str
    after: str


@router.get("/review", response_class=HTMLResponse)
def review(room: Here, shown: Annotated[Shown, Query()]) -> HTMLResponse:
    """Show the claim to look at next, and what became of the last one."""
    return show_next(room, shown, shown.ruled)


def show_next(room: Room, asked: Asked, ruled: str | None, fault: str | None = None) -> HTMLResponse:
    """Answer with the next claim; `fault` says why the last ruling was not kept."""
    queue = get_queue(room.workspace, asked.skip + 1, asked.actors, room.author if asked.own else None)
    item = queue.items[asked.skip] if len(queue.items) > asked.skip else None
    mine = measure_review(room.workspace).people.get(room.author, Counter())
    values = {
        "asked": asked,
        "item": item,
        "waiting": queue.waiting,
        "done": sum(mine.values()),
        "keys": KEYS,
        "fields": CLAIM_FIELDS,
        "fault": fault,
        "last": last_ruling(room, ruled),
        **(item_values(item, queue.documents) if item else {}),
    }
    return room.show("pages/review.html", values, 422 if fault else 200)


def item_values(item: Item, documents: Mapping[str, Document]) -> dict[str, object]:
    """Return what a page says of a claim of the queue."""
    account, claim = item.account, item.account.claim
    return {
        "line": make_line(item.event),
        "agents": list_words([party.name for party in account.agents]),
        "recipients": list_words([party.name for party in account.recipients]),
        "when": time_words(account.time),
        "quantity": quantity_words(account.quantity) if account.quantity else None,
        "outcome": OUTCOMES[claim.outcome] if claim.outcome else None,
        "speakers": speakers_words(account),
        "context": make_context(item.account, documents),
        "beside": make_context(item.beside, documents) if item.beside else None,
    }


def make_context(account: Account, documents: Mapping[str, Document]) -> Context:
    """Return a claim's sentence with the text around it."""
    document = documents[account.document_id]
    text, evidence, trigger = document.text, account.evidence.span, account.claim.trigger
    start, end = max(0, evidence.start - CONTEXT), min(len(text), evidence.end + CONTEXT)
    # Whole words only.
    start = max(text.find(" ", start, evidence.start) + 1, start) if start else 0
    end = end if end == len(text) else max(text.rfind(" ", evidence.end, end), evidence.end)
    low, high = max(evidence.start, trigger.start), min(evidence.end, trigger.end)
    return Context(
        account=account,
        cited=cite_briefly(document),
        before=("…" if start else "") + text[start : evidence.start],
        lead=text[evidence.start : low],
        trigger=text[low:high],
        rest=text[high : evidence.end],
        after=text[evidence.end : end] + ("…" if end < len(text) else ""),
    )


@dataclass(frozen=True, slots=True)
class Last:
    """The ruling just made, in words, and what others have ruled on the same claim: shown only now."""

    uid: str
    claim: str
    words: str
    others: tuple[tuple[str, str, str | None], ...]


def last_ruling(room: Room, uid: str | None) -> Last | None:
    """Return the ruling just made; None if there is none, or it has been taken back."""
    if not uid:
        return None
    made = standing_ruling(room.workspace, uid)
    if made is None or made.author != room.author:
        return None
    others = [one for one in rulings_on(room.workspace, made.subject.name) if one.author != room.author]
    told = tuple((one.author, decision_words(one), one.reason) for one in others)
    return Last(made.uid, made.subject.name, decision_words(made), told)


@router.post("/review", response_class=HTMLResponse)
def rule(room: Here, given: Annotated[Given, Form()]) -> Response:
    """Keep a ruling and go on to the next claim."""
    changes = {given.field: given.value} if given.ruling == "amend" and given.field else {}
    pair = given.other if given.ruling in ("same", "different") else None
    try:
        made = room.workspace.decide(
            given.ruling, given.claim, pair, author=room.author, changes=changes, reason=given.reason or None
        )
    except (ValueError, LegationError) as error:
        return show_next(room, given, None, str(error))
    return room.go(f"/review{given.query(ruled=made.uid)}")


@router.post("/review/undo", response_class=HTMLResponse)
def take_back(room: Here, taken: Annotated[Taken, Form()]) -> Response:
    """Take a ruling back; its claim waits again."""
    try:
        room.workspace.undo(taken.decision, author=room.author)
    except (ValueError, LegationError) as error:
        return show_next(room, taken, None, str(error))
    return room.go(f"/review{taken.query()}")


@router.get("/review/agreement", response_class=HTMLResponse)
def agreement(room: Here) -> HTMLResponse:
    """Show how far reviewers agree, what each has done, and where rulings are in conflict."""
    conflicts = room.workspace.conflicts()
    listed = [(one, [decision_words(made) for made in one.decisions]) for one in conflicts[:MOST_CONFLICTS]]
    values = {"standing": measure_review(room.workspace), "conflicts": listed, "conflict_count": len(conflicts)}
    return room.show("pages/agreement.html", values)
