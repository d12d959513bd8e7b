"""Cursors of the API: a place in the listing of one query, with a seal by which that query knows it again.

The seal is no secret, for a place gives nothing that the listing does not: it keeps what was cut, changed, made up or
taken from another listing from passing for a place in this one.
"""

import hashlib
import json
from collections.abc import Sequence

from fastapi import HTTPException

from legation.web.room import Room

SEPARATOR = "~"
DIGITS = 16
# What may differ between the pages of one listing.
ASIDE = ("cursor", "limit")


def write_cursor(room: Room, place: Sequence[str]) -> str:
    """Return a place in the listing that is asked for as the `next` of its page."""
    return SEPARATOR.join((seal(room, place), *place))


def parse_cursor(room: Room, cursor: str, parts: int) -> tuple[str, ...] | None:
    """Return the place of so many parts that a cursor names; None without one, which is the beginning.

    Raises HTTPException 400 for what this listing has not given.
    """
    if not cursor:
        return None
    given, *place = cursor.split(SEPARATOR, parts)
    if len(place) != parts or given != seal(room, place):
        raise HTTPException(400, "cursor: not the `next` of a page of this listing; begin without one")
    return tuple(place)


def seal(room: Room, place: Sequence[str]) -> str:
    """Return what ties a place to the query: its path, what narrows it, and the day whose record is shown."""
    asked = [pair for pair in room.query if pair[0] not in ASIDE]
    words = json.dumps([room.base.prefix, room.request.url.path, asked, room.as_of, *place])
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
