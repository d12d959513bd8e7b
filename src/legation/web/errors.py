"""What a reader sees when something is not as it must be: one calm page that says what, which and what next."""

import logging
from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import urlencode

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from legation.errors import BadRecord, BusyRecord, LegationError
from legation.lexicon.saying import words_of
from legation.web.access import NoProjectError, NotLoggedInError
from legation.web.api.answers import problem
from legation.web.frame import BASE
from legation.web.room import Room, enter
from legation.web.security import HEADERS, SAFE
from legation.workspace.absent import ABSENT

log = logging.getLogger(__name__)

STATUSES: Mapping[type[Exception], int] = {BadRecord: 503, BusyRecord: 503}


def install(app: FastAPI) -> None:
    """Have an application answer errors with a page."""
    app.add_exception_handler(LegationError, on_material)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(RequestValidationError, on_invalid)
    app.add_exception_handler(NotLoggedInError, on_stranger)
    app.add_exception_handler(NoProjectError, on_lobby)
    app.add_exception_handler(Exception, on_bug)


def on_material(request: Request, error: Exception) -> Response:
    """Answer for material or names that are not as they must be."""
    status = 404 if isinstance(error, ABSENT) else STATUSES.get(type(error), 422)
    return show_error(enter(request), status, words_of(error))


def on_http(request: Request, error: Exception) -> Response:
    """Answer for an address that is not there, and for what is refused."""
    assert isinstance(error, HTTPException)
    key = "errors.role" if error.detail == "role" else None
    # Details of ours are words; the framework's repeat the status, "token" and "role" are for the page alone.
    told = str(error.detail) if is_program(request) and error.status_code in {400, 404, 422} else None
    # What is pasted has a megabyte at most, which the framework says as of any form that is broken.
    is_large = error.status_code == 400 and "exceeded maximum size" in str(error.detail)
    response = show_error(enter(request), 413 if is_large else error.status_code, told, key)
    response.headers.update(error.headers or {})
    return response


def is_program(request: Request) -> bool:
    """Tell whether a program asks for data, which is told what went wrong as data."""
    return request.url.path.startswith("/api/")


def on_stranger(request: Request, _: Exception) -> Response:
    """Answer where somebody must be logged in: with the way to the log-in, and back from there."""
    if request.method not in SAFE or is_program(request):
        return show_error(enter(request), 401, None)
    # Below the project, so that one comes back to the page one asked for.
    asked = request.scope[BASE].link(request.url.path)[len(request.scope[BASE].prefix) :]
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/login?{urlencode({'back': asked + query})}", 303)


def on_lobby(request: Request, _: Exception) -> Response:
    """Answer where a project must be chosen first."""
    if request.method not in SAFE or is_program(request):
        return show_error(enter(request), 404, None)
    return RedirectResponse("/projects", 303)


def on_invalid(request: Request, error: Exception) -> Response:
    """Answer for a query or form that does not fit: each field with what is wrong with it."""
    assert isinstance(error, RequestValidationError)
    # Pydantic says of our own checks whose they are, which helps nobody.
    faults = [
        f"{'.'.join(str(part) for part in fault['loc'][1:])}: {fault['msg'].removeprefix('Value error, ')}"
        for fault in error.errors()
    ]
    return show_error(enter(request), 422, "; ".join(faults))


def on_bug(request: Request, error: Exception) -> Response:
    """Answer for a fault of ours; the traceback goes to the log, never to the page."""
    log.error("%s: %s", request.url.path, type(error).__name__)
    response = show_error(enter(request), 500, None)
    # This handler stands outside of the frame, which dresses all other answers.
    response.headers.update(HEADERS)
    return response


def show_error(room: Room, status: int, detail: str | None, key: str | None = None) -> Response:
    """Answer with the page of a status; `detail` is what a LegationError says, `key` names other words."""
    if is_program(room.request):
        return problem(status, HTTPStatus(status).phrase, detail)
    own = f"errors.{status}" if room.tongue.has(f"errors.{status}.title") else "errors.other"
    key = key or own
    return room.show("pages/error.html", {"status": status, "key": key, "detail": detail}, status)
