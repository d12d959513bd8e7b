"""What a reader sees when something is not as it must be: one calm page that says what, which and what next."""

import logging
from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from legation.errors import BadRecord, BusyRecord, LegationError
from legation.web.room import Room, enter
from legation.workspace.absent import ABSENT

log = logging.getLogger(__name__)

STATUSES: Mapping[type[Exception], int] = {BadRecord: 503, BusyRecord: 503}


def install(app: FastAPI) -> None:
    """Have an application answer errors with a page."""
    app.add_exception_handler(LegationError, on_material)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(RequestValidationError, on_invalid)
    app.add_exception_handler(Exception, on_bug)


def on_material(request: Request, error: Exception) -> Response:
    """Answer for material or names that are not as they must be."""
    status = 404 if isinstance(error, ABSENT) else STATUSES.get(type(error), 422)
    return show_error(enter(request), status, str(error))


def on_http(request: Request, error: Exception) -> Response:
    """Answer for an address that is not there, and for what is refused."""
    assert isinstance(error, HTTPException)
    return show_error(enter(request), error.status_code, None)


def on_invalid(request: Request, error: Exception) -> Response:
    """Answer for a query or form that does not fit: each field with what is wrong with it."""
    assert isinstance(error, RequestValidationError)
    faults = [f"{'.'.join(str(part) for part in fault['loc'][1:])}: {fault['msg']}" for fault in error.errors()]
    return show_error(enter(request), 422, "; ".join(faults))


def on_bug(request: Request, error: Exception) -> Response:
    """Answer for a fault of ours; the traceback goes to the log, never to the page."""
    log.error("%s: %s", request.url.path, type(error).__name__)
    return show_error(enter(request), 500, None)


def show_error(room: Room, status: int, detail: str | None) -> Response:
    """Answer with the page of a status; `detail` is what a LegationError says."""
    key = f"errors.{status}" if room.tongue.has(f"errors.{status}.title") else "errors.other"
    return room.show("pages/error.html", {"status": status, "key": key, "detail": detail}, status)
