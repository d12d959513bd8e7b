"""The front: how much the record holds and what has come into it."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from legation.web.room import Here

router = APIRouter()


@router.get("/", response_class=HTMLResponse)
def front(room: Here) -> HTMLResponse:
    """Show the front."""
    return room.show("pages/front.html", {"counts": room.counts()})
