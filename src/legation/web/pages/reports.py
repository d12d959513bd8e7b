"""Reports: the list of them, one with its words marked and its claims beside it, and why each was read so."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from legation.reading.claim import Form, Mention, Reading
from legation.reading.explain import Explanation, Filled, Fired, Missed, Word
from legation.record.event import Account, short_id
from legation.reporting.chronology import matter_of
from legation.reporting.footnotes import speakers_words
from legation.reporting.rulings import mark_words
from legation.reporting.words import OUTCOMES, list_words, time_words
from legation.web.marking import FOLDED, find_paragraphs
from legation.web.paging import parse_cursor, write_cursor
from legation.web.room import Here, Room
from legation.workspace.leafing import Leaf, explain_report, list_reports, open_report
from legation.workspace.noting import list_notes

router = APIRouter()
PAGE = 50
# A frequent verb opens dozens of frames: the nearest say enough.
MOST_MISSES = 6


@dataclass(frozen=True, slots=True)
class Told:
    """One claim as it stands beside the text; all in words, None where it is not stated."""

    account: Account
    event: str | None
    agents: str | None
    recipients: str | None
    when: str | None
    matter: str
    outcome: str | None
    speakers: str | None
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a claim was read so: the frame, what filled its parts, what set its status, and the words around it."""

    told: Told
    fired: Fired | None
    agents: tuple[tuple[str, str], ...]
    recipients: tuple[tuple[str, str], ...]
    words: tuple[Word, ...]
    missed: tuple[Missed, ...]


@router.get("/reports", response_class=HTMLResponse)
def reports(room: Here, after: str | None = None) -> HTMLResponse:
    """List the reports, the last added first."""
    found = list_reports(room.workspace, PAGE + 1, parse_cursor(after))
    further = write_cursor(found[PAGE - 1].cursor) if len(found) > PAGE else None
    return room.show("pages/reports.html", {"reports": found[:PAGE], "further": further, "after": after})


@router.get("/reports/{name}", response_class=HTMLResponse)
def report(room: Here, name: str) -> HTMLResponse:
    """Show one report with its words marked."""
    leaf = open_report(room.workspace, name)
    paragraphs = find_paragraphs(leaf)
    values = {
        "leaf": leaf,
        "document": leaf.document,
        "told": [tell(account, leaf) for account in leaf.accounts],
        "text": [paragraph for paragraph in paragraphs if paragraph.kind not in FOLDED],
        "notes": list_notes(room.workspace, short_id(leaf.document.id)),
        "folded": [paragraph for paragraph in paragraphs if paragraph.kind in FOLDED],
    }
    return room.show("pages/report.html", values)


@router.get("/reports/{name}/claims/{claim}/why", response_class=HTMLResponse)
def why(room: Here, name: str, claim: str) -> HTMLResponse:
    """Show why a claim was read so: the rule and the parse in words."""
    leaf = open_report(room.workspace, name)
    account = next((account for account in leaf.accounts if account.claim.id == claim), None)
    if account is None:
        return room.missing(f"{short_id(leaf.document.id)}.{claim}")
    explanation = explained(room, leaf)
    reason = find_reason(tell(account, leaf), explanation)
    template = "parts/why.html" if room.is_partial else "pages/why.html"
    return room.show(template, {"document": leaf.document, "reason": reason, "told": reason.told})


def explained(room: Room, leaf: Leaf) -> Explanation:
    """Return a report's explanation: made once, for the model takes its time."""

    def make() -> Explanation:
        with room.shelf.reading:
            return explain_report(room.workspace, leaf.document)

    return room.recall(("explanation", leaf.document.id), make)


def tell(account: Account, leaf: Leaf) -> Told:
    """Return a claim in words."""
    claim = account.claim
    return Told(
        account=account,
        event=leaf.events.get(claim.id),
        agents=list_words([party.name for party in account.agents]) or None,
        recipients=list_words([party.name for party in account.recipients]) or None,
        when=time_words(account.time),
        matter=matter_of(account),
        outcome=OUTCOMES[claim.outcome] if claim.outcome else None,
        speakers=speakers_words(account),
        marks=tuple(mark_words(mark) for mark in account.marks),
    )


def find_reason(told: Told, explanation: Explanation) -> Reason:
    """Return what an explanation says of one claim; it is found by where it stands, for readings number anew."""
    claim = told.account.claim
    now = next((c for c in explanation.reading.claims if c.trigger == claim.trigger and c.type == claim.type), None)
    fired = next((item for item in explanation.fired if now and item.claim == now.id), None)
    return Reason(
        told=told,
        fired=fired,
        agents=name_filled(fired.agents if fired else (), explanation.reading),
        recipients=name_filled(fired.recipients if fired else (), explanation.reading),
        words=tuple(word for word in explanation.words if word.span.overlaps(claim.evidence)),
        missed=tuple(miss for miss in explanation.missed if miss.span.overlaps(claim.trigger))[:MOST_MISSES],
    )


def name_filled(filled: Sequence[Filled], reading: Reading) -> tuple[tuple[str, str], ...]:
    """Return the words of the parties of a frame, each with the part of the sentence it was taken from."""
    texts = {mention.id: words_of_mention(mention) for mention in reading.mentions}
    return tuple((texts[item.mention], item.slot) for item in filled)


def words_of_mention(mention: Mention) -> str:
    """Return the words of a mention; of a pronoun, which names nobody by itself, the actor's name with it."""
    if mention.form is Form.PRONOUN and mention.actor:
        return f"{mention.actor.name} (“{mention.text}”)"
    return mention.text
