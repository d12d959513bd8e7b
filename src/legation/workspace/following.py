"""What a reader follows, up to when they have read, and addresses they keep: bookmarks of the record."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from legation.record.bookmarks import add_bookmark, find_bookmarks
from legation.workspace.searching import Asked, save_search, saved_searches, unpack
from legation.workspace.workspace import Workspace

FOLLOW, VISIT, ADDRESS = "follow", "visit", "address"


@dataclass(frozen=True, slots=True)
class Followed:
    """One thing a reader follows: an actor, a dyad (two ids, in alphabetical order) or a question, by its name."""

    actors: tuple[str, ...] = ()
    question: str | None = None

    @property
    def name(self) -> str:
        """What it is kept under: "PRK/RUS", "question:ties"."""
        return f"question:{self.question}" if self.question else "/".join(self.actors)


def follow(workspace: Workspace, author: str, what: Followed, *, wanted: bool = True) -> None:
    """Begin to follow something, or cease to."""
    body: Mapping[str, Any] = {"author": author, "actors": list(what.actors), "question": what.question}
    with workspace.ruling() as session:
        add_bookmark(session, (FOLLOW, f"{author}: {what.name}"), body if wanted else None, author, workspace.clock())


def follow_actors(ids: Sequence[str]) -> Followed:
    """Return what following one actor, or two with each other, is called."""
    return Followed(tuple(sorted(ids)))


def list_followed(workspace: Workspace, author: str) -> list[Followed]:
    """Return what a reader follows, in the order in which they began to."""
    with workspace.looking() as session:
        found = sorted(find_bookmarks(session, FOLLOW), key=lambda bookmark: bookmark.at)
    return [
        Followed(tuple(bookmark.body["actors"]), bookmark.body["question"])
        for bookmark in found
        if bookmark.body["author"] == author
    ]


def mark_read(workspace: Workspace, author: str) -> None:
    """Keep that a reader has read everything up to now."""
    with workspace.ruling() as session:
        add_bookmark(session, (VISIT, author), {}, author, workspace.clock())


def last_read(workspace: Workspace, author: str) -> dt.datetime | None:
    """Return up to when a reader has read; None if they never said."""
    with workspace.looking() as session:
        found = [bookmark for bookmark in find_bookmarks(session, VISIT) if bookmark.name == author]
    return dt.datetime.fromisoformat(found[0].at) if found else None


def keep_search(workspace: Workspace, name: str, asked: Asked | None, author: str) -> None:
    """Keep a search under a name, for everybody and for the command line, too; None takes the name away."""
    with workspace.ruling() as session:
        at = workspace.clock()
        save_search(session, name, asked, author, at)
        if any(bookmark.name == name for bookmark in find_bookmarks(session, ADDRESS)):
            add_bookmark(session, (ADDRESS, name), None, author, at)


def kept_searches(workspace: Workspace) -> list[tuple[str, Asked | str]]:
    """Return the searches that are kept, by name; the address alone of those that older versions kept."""
    with workspace.looking() as session:
        found: dict[str, Asked | str] = {one.name: one.body["address"] for one in find_bookmarks(session, ADDRESS)}
        found |= {one.name: unpack(one.body) for one in saved_searches(session)}
    return sorted(found.items())
