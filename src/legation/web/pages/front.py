"""The front: what one follows, what changed since one last read, and what the record covers."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, Response

from legation.record.judgements import judgement_state
from legation.reporting.changes import Change, ChangeKind
from legation.web.pages.preferences import own_path
from legation.web.room import Here, Room
from legation.workspace.following import Followed, last_read, list_followed, mark_read
from legation.workspace.moving import Watched, watch_questions
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
    # What changed is told of every ruling.
    news = room.recall(("news", since), lambda: find_news(room.workspace, since), aside=())
    followed = list_followed(room.workspace, room.author)
    watched = recall_watched(room, followed, read.isoformat() if read else None)
    values = {
        "counts": counts,
        "watched": watched,
        "shifted": [one for one in watched if one.stand and one.stand.has_moved],
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


def recall_watched(room: Room, followed: Sequence[Followed], since: str | None) -> Sequence[Watched]:
    """Return how the followed questions stand, weighed once for each state of the record."""
    names = tuple(one.question for one in followed if one.question)
    if not names:
        return ()
    with room.workspace.looking() as session:
        key = ("watched", names, since, judgement_state(session))
    return room.recall(key, lambda: watch_questions(room.workspace, followed, since))


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
