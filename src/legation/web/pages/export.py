"""Exports: the whole record, an actor or a dyad, in every format there is a plugin for."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from tempfile import SpooledTemporaryFile
from typing import IO

from fastapi import APIRouter, HTTPException
from fastapi.responses import HTMLResponse, Response, StreamingResponse

from legation.errors import LegationError
from legation.plugins import find_exporters, get_exporter
from legation.web.api.routes import Filters, Narrowed
from legation.web.room import Here, Room

router = APIRouter()
# Bytes of an export that are held in memory; longer ones go through a temporary file.
IN_MEMORY = 8 * 2**20
PIECE = 256 * 1024
MEDIA = {
    ".csv": "text/csv; charset=utf-8",
    ".graphml": "application/xml",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".jsonl": "application/x-ndjson",
    ".md": "text/markdown; charset=utf-8",
    ".parquet": "application/vnd.apache.parquet",
    ".tsv": "text/tab-separated-values; charset=utf-8",
}


@router.get("/export", response_class=HTMLResponse)
def export(room: Here, asked: Filters, format: str = "") -> Response:
    """Give a file in a format, or the page that lets one choose."""
    if not format:
        return choose(room, asked, None)
    actors = asked.actor
    try:
        exporter = get_exporter(format)
    except LegationError as error:
        return choose(room, asked, str(error))
    with ExitStack() as closing:
        file = closing.enter_context(SpooledTemporaryFile(IN_MEMORY))
        try:
            room.workspace.export(exporter.name, file, actors, asked.period)
        except LegationError as error:
            return choose(room, asked, str(error))
        except HTTPException as error:
            return choose(room, asked, error.detail)
        # From here on it is closed when it has been sent.
        closing.pop_all()
    return send(file, "-".join(["legation", *actors]), exporter.suffix)


def choose(room: Room, asked: Narrowed, problem: str | None) -> Response:
    """Show the formats to choose from."""
    formats = {name: exporter.about for name, exporter in find_exporters().items()}
    values = {"formats": formats, "chosen": "csv", "asked": asked, "problem": problem}
    return room.show("pages/export.html", values, 422 if problem else 200)


def send(file: IO[bytes], name: str, suffix: str) -> Response:
    """Return a file as a download, under a name that holds nothing a system could take amiss."""
    plain = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-").lower()[:60]
    headers = {"Content-Disposition": f'attachment; filename="{plain or "legation"}{suffix}"'}
    file.seek(0)
    return StreamingResponse(pieces(file), headers=headers, media_type=MEDIA.get(suffix, "application/octet-stream"))


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """Yield a file and close it."""
    with file:
        while piece := file.read(PIECE):
            yield piece
