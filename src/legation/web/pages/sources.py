"""Sources: the outlets of a record, what each contributes and how it is graded."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from legation.record.sources import RELIABILITY
from legation.web.room import Here

router = APIRouter()


@router.get("/sources", response_class=HTMLResponse)
def sources(room: Here) -> HTMLResponse:
    """List the outlets, those that tell of most events first."""
    return room.show("pages/sources.html", {"sources": room.sources(), "scale": RELIABILITY})
