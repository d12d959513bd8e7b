"""The shapes of what the API takes and gives, as its reference describes them."""

from typing import Annotated, Any

from fastapi import Query
from pydantic import BaseModel, Field

Object = dict[str, Any]
# PostgreSQL keeps no zero characters, so nothing can be called so.
NAME = r"^[^\x00]*$"
Limit = Annotated[int, Query(ge=1, le=200, description="How many items at most.")]
Cursor = Annotated[
    str,
    Query(
        max_length=400,
        pattern=NAME,
        description="Where a page begins: what the page before gives as “next”, for the same query.",
    ),
]
Name = Annotated[str, Query(max_length=200, pattern=NAME)]
Names = Annotated[
    list[Name],
    Query(max_length=2, default_factory=list, description="One actor, or the two of a dyad: codes or names."),
]
Words = Annotated[
    list[Annotated[str, Query(max_length=40, pattern=NAME)]],
    Query(max_length=40, default_factory=list, description="Types of events: AID, CONSULT and so on."),
]
Day = Annotated[str, Query(max_length=10, pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$", description="A day, month or year.")]


class Page(BaseModel):
    """A page of a listing. `next` is the cursor of the next one; null on the last."""

    items: list[Object]
    next: str | None = None


class Listing(BaseModel):
    """A listing that is given whole."""

    items: list[Object]


class Counts(BaseModel):
    """How much the record holds."""

    documents: int
    unread: int
    claims: int
    events: int
    actors: int


class ViewOf(BaseModel):
    """A view of a relationship: its sum in words, and its rows."""

    name: str
    title: str
    summary: list[str]
    items: list[Object]


class Report(BaseModel):
    """A report: its text with zones and metadata, where it came from, and what was read in it.

    Spans are [start, end) in characters of `document.text`. `reading` is null where it has not been read; `events`
    has the event of each claim by the claim's id.
    """

    document: Object
    arrivals: list[Object]
    reading: Object | None
    events: dict[str, str]


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str = Field("about:blank")
    title: str
    status: int
    detail: str | None = None


PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": words, "content": {"application/problem+json": {"schema": Problem.model_json_schema()}}}
    for status, words in (
        (400, "The cursor is of no page of this listing."),
        (401, "Nobody is logged in (a team's server)."),
        (403, "Your role does not allow it (a team's server)."),
        (404, "The record has nothing of this name."),
        (422, "A parameter does not fit."),
        (503, "The record is busy or cannot be reached."),
    )
}


def gives(model: type[BaseModel], words: str) -> dict[int | str, dict[str, Any]]:
    """Return what a route answers, for its reference."""
    same: dict[int | str, dict[str, Any]] = {304: {"description": "The client has it already (If-None-Match)."}}
    return {200: {"model": model, "description": words}, **same, **PROBLEMS}
