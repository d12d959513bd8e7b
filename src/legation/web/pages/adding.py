"""Adding reports: files, addresses, feeds and pasted texts, with progress and with problems in words."""

from typing import Annotated

from fastapi import APIRouter, Form, UploadFile
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, Field

from legation.documents.document import days_of
from legation.documents.options import ParseOptions
from legation.web.room import Here, Room
from legation.workspace.receiving import Delivery, safe_name

router = APIRouter()
PASTED = "pasted text"
# Characters of a pasted text that name it where it has no title.
NAME_LENGTH = 60


class Given(BaseModel):
    """What the form says beside its files."""

    addresses: Annotated[str, Field(max_length=20_000)] = ""
    text: Annotated[str, Field(max_length=2_000_000)] = ""
    title: Annotated[str, Field(max_length=500)] = ""
    outlet: Annotated[str, Field(max_length=200)] = ""
    published: Annotated[str, Field(max_length=16)] = ""
    files: list[UploadFile] = []


@router.get("/add", response_class=HTMLResponse)
def form(room: Here) -> HTMLResponse:
    """Ask for reports."""
    return room.show("pages/add.html", {"fault": None, "given": Given()})


@router.post("/add")
def take(room: Here, given: Annotated[Given, Form()]) -> Response:
    """Begin to take in what was handed over, and lead to its progress."""
    published = given.published.strip() or None
    if published and not is_date(published):
        return ask_again(room, given, room.tongue("add.bad_date", given=published))
    delivery = Delivery(
        files=(*read_files(given.files), *pasted(given)),
        addresses=tuple(line.strip() for line in given.addresses.splitlines() if line.strip()),
        published=published,
        outlet=given.outlet.strip() or None,
    )
    if not delivery.size:
        return ask_again(room, given, room.tongue("add.nothing"))
    job = room.jobs.start(room.shelf, delivery, room.author)
    return room.go(f"/add/{job.name}")


@router.get("/add/{name}", response_class=HTMLResponse)
def progress(room: Here, name: str) -> HTMLResponse:
    """Show how far a delivery is taken in and what became of its items."""
    job = room.jobs.find(name)
    if job is None or job.author != room.author or job.shelf is not room.shelf:
        return room.missing(name)
    return room.show("parts/progress.html" if room.is_partial else "pages/progress.html", {"job": job})


@router.get("/problems", response_class=HTMLResponse)
def problems(room: Here) -> HTMLResponse:
    """List what could not be read, the last first."""
    return room.show("pages/problems.html", {"problems": list(reversed(room.workspace.problems()))})


def ask_again(room: Room, given: Given, fault: str) -> HTMLResponse:
    """Show the form again with what was written, and what is wrong with it."""
    return room.show("pages/add.html", {"fault": fault, "given": given}, 422)


def read_files(files: list[UploadFile]) -> list[tuple[str, bytes]]:
    """Return uploaded files by name; a form without any sends one without a name."""
    found: list[tuple[str, bytes]] = []
    limit = ParseOptions().limits.source_bytes
    for file in files:
        if file.filename:
            # One byte beyond the limit, which the parser then refuses in words.
            found.append((safe_name(file.filename, [name for name, _ in found]), file.file.read(limit + 1)))
    return found


def pasted(given: Given) -> list[tuple[str, bytes]]:
    """Return a pasted text as a file; a title that was given stands before it, where a reader looks for one."""
    text = given.text.replace("\r\n", "\n").strip()
    if not text:
        return []
    title = " ".join(given.title.split())
    name = f"{PASTED}: {title or text.splitlines()[0][:NAME_LENGTH]}"
    whole = f"{title}\n\n{text}\n" if title else f"{text}\n"
    return [(safe_name(name.replace("/", " ")), whole.encode("utf-8", "surrogatepass"))]


def is_date(value: str) -> bool:
    """Tell whether a word is a date as precise as it likes to be."""
    try:
        days_of(value)
    except ValueError:
        return False
    return True
