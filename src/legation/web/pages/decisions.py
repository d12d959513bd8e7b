"""Rulings made from any page: each is kept as it is given, and can be taken back."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import Response
from pydantic import BaseModel, Field

from legation.lexicon.saying import words_of
from legation.record.decision import Ruling
from legation.record.decisions import trace_decision
from legation.web.pages.preferences import own_path
from legation.web.room import Here

router = APIRouter()


class Given(BaseModel):
    """A ruling as a form gives it; what is empty is not given."""

    ruling: Annotated[str, Field(max_length=20)]
    subject: Annotated[str, Field(max_length=500)]
    other: Annotated[str, Field(max_length=500)] = ""
    grade: Annotated[str, Field(max_length=2)] = ""
    reason: Annotated[str, Field(max_length=4000)] = ""
    back: Annotated[str, Field(max_length=2000)] = "/"


@router.post("/decisions")
def decide(room: Here, given: Annotated[Given, Form()]) -> Response:
    """Keep a ruling and return to the page it was made on; grades are given by those who see to the sources."""
    if given.ruling == Ruling.GRADE:
        room.demand("/sources")
    changes, other = {"grade": given.grade} if given.grade else None, address_name(given.other) or None
    reason = given.reason.strip() or None
    try:
        room.workspace.decide(given.ruling, given.subject, other, author=room.author, changes=changes, reason=reason)
    except ValueError as error:
        return room.refuse(words_of(error))
    return room.go(own_path(given.back))


@router.post("/decisions/{uid}/undo")
def undo(room: Here, uid: str, back: Annotated[str, Form(max_length=2000)] = "/") -> Response:
    """Take a ruling back."""
    try:
        with room.workspace.looking() as session:
            ruling = trace_decision(session, uid).ruling
        if ruling is Ruling.GRADE:
            room.demand("/sources")
        room.workspace.undo(uid, author=room.author)
    except ValueError as error:
        return room.refuse(words_of(error))
    return room.go(own_path(back))


def address_name(given: str) -> str:
    """Return the name of an event that somebody gives by its name, or by the address of its page."""
    return given.strip().split("?")[0].split("#")[0].rstrip("/").rsplit("/", 1)[-1]
