"""Notes: all of them, and the form by which every page with an item takes one."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, Response

from legation.errors import LegationError
from legation.record.decision import Kind
from legation.record.event import short_id
from legation.web.pages.preferences import own_path
from legation.web.room import Here, Room
from legation.workspace.noting import Note, add_note, list_notes

router = APIRouter()
# Notes on one page; the oldest beyond them are found on their items.
MOST = 200
# Where on its page a note stands.
Spot = Annotated[str, Form(pattern="^[a-z0-9-]{1,60}$")]


@dataclass(frozen=True, slots=True)
class Pinned:
    """A note with the address of the page of its item, if it has one."""

    note: Note
    path: str | None


@router.get("/notes", response_class=HTMLResponse)
def notes(room: Here) -> HTMLResponse:
    """List the notes, the newest first."""
    found = list_notes(room.workspace, limit=MOST + 1)
    values = {"pinned": [Pinned(note, path_of(note)) for note in found[:MOST]], "is_cut": len(found) > MOST}
    return room.show("pages/notes.html", values)


@router.post("/notes", response_class=HTMLResponse)
def write(
    room: Here,
    subject: Annotated[str, Form(max_length=400)],
    words: Annotated[str, Form()],
    back: Annotated[str, Form()] = "/notes",
    spot: Spot = "notes",
) -> Response:
    """Keep a note and return to the page of its item, at `spot`."""
    try:
        add_note(room.workspace, subject, words, room.author)
    except (ValueError, LegationError) as error:
        return refuse(room, str(error), subject, words)
    return room.go(f"{own_path(back)}#{spot}")


@router.post("/notes/undo")
def take_back(
    room: Here,
    note: Annotated[str, Form(max_length=64)],
    back: Annotated[str, Form()] = "/notes",
    spot: Spot = "notes",
) -> Response:
    """Take a note back; it stays in the history."""
    try:
        room.workspace.undo(note, author=room.author)
    except (ValueError, LegationError) as error:
        return refuse(room, str(error), "", "")
    return room.go(f"{own_path(back)}#{spot}")


def refuse(room: Room, fault: str, subject: str, words: str) -> HTMLResponse:
    """Answer that a note was not kept, with what was written."""
    return room.show("pages/note_refused.html", {"fault": fault, "subject": subject, "words": words}, 422)


def path_of(note: Note) -> str | None:
    """Return the address of the page that shows what a note is on; None where there is none."""
    if note.kind is Kind.DYAD:
        one, other = note.subject.split("/", 1)
        return f"/dossier?actor={one}&actor={other}"
    if note.kind is Kind.ACTOR:
        return f"/dossier?actor={note.subject}"
    if note.kind is Kind.EVENT:
        return f"/events/{note.subject}"
    if note.kind is Kind.DOCUMENT:
        return f"/reports/{short_id(note.subject)}"
    if note.kind in (Kind.QUESTION, Kind.SCENARIO):
        return f"/{note.kind}s/{note.subject}#notes"
    if note.kind is Kind.FORECAST:
        return f"/forecasts#f-{note.subject}"
    if note.kind in (Kind.CLAIM, Kind.MENTION):
        document, _, item = note.subject.partition(".")
        return f"/reports/{document}#t-{item}"
    return None
