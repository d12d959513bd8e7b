"""The front: what one follows, what changed since one last read, and what the record covers."""

from collections import defaultdict
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, Response

from legation.reporting.changes import Change, ChangeKind
from legation.web.pages.preferences import own_path
from legation.web.room import Here
from legation.workspace.following import last_read, list_followed, mark_read
from legation.workspace.news import find_moved, find_news, make_cards

router = APIRouter()
# Changes of a kind that are shown at once.
MOST = 6
# Before anything was read everything is news.
BEGINNING = "1970-01-01T00:00:00+00:00"


@router.get("/", response_class=HTMLResponse)
def front(room: Here) -> HTMLResponse:
    """Show the front."""
    counts = room.counts()
    read = last_read(room.workspace, room.author)
    since = read.isoformat() if read else BEGINNING
    news = room.recall(("news", since), lambda: find_news(room.workspace, since))
    followed = list_followed(room.workspace, room.author)
    values = {
        "counts": counts,
        "cards": make_cards(room.workspace, followed),
        "pairs": [] if followed else room.busiest()[:6],
        "news": news,
        "is_first": read is None,
        "kinds": group_changes(news.changes),
        "moved": find_moved(room.workspace, since),
        "most": MOST,
        "problems": len(room.workspace.problems()),
    }
    return room.show("pages/front.html", values)


@router.post("/visits")
def mark(room: Here, back: Annotated[str, Form(max_length=2000)] = "/") -> Response:
    """Keep that everything up to now has been read."""
    mark_read(room.workspace, room.author)
    return room.go(own_path(back))


def group_changes(changes: tuple[Change, ...]) -> dict[ChangeKind, list[Change]]:
    """Return changes by kind, in the order of the kinds; those of the latest days first, undated ones last."""
    found: dict[ChangeKind, list[Change]] = defaultdict(list)
    for change in changes:
        found[change.kind].append(change)
    return {kind: sorted(some, key=first_day, reverse=True) for kind, some in found.items()}


def first_day(change: Change) -> str:
    """Return the first day of what a change is about; empty if it has none."""
    day = (change.after or change.before)[0].event.first_day
    return day.isoformat() if day else ""
