"""How the interface looks and speaks: kept in cookies of the browser, not in the record."""

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form
from fastapi.responses import Response

from legation.web.room import LANGUAGE_COOKIE, THEME_COOKIE, THEMES, Here
from legation.web.words import languages

router = APIRouter()
YEAR = 365 * 24 * 3600


@router.post("/preferences")
def change(
    room: Here,
    theme: Annotated[str | None, Form()] = None,
    language: Annotated[str | None, Form()] = None,
    back: Annotated[str, Form()] = "/",
) -> Response:
    """Keep a theme or a language and return to the page one came from."""
    response = room.go(own_path(back))
    for name, value, known in ((THEME_COOKIE, theme, THEMES), (LANGUAGE_COOKIE, language, languages())):
        if value in known and value:
            response.set_cookie(name, value, max_age=YEAR, httponly=True, samesite="lax", path="/")
    return response


def own_path(address: str) -> str:
    """Return an address if it is one of our own pages, the front else: no form may send a reader elsewhere."""
    parts = urlsplit(address)
    is_own = not parts.scheme and not parts.netloc and address.startswith("/") and "\\" not in address
    return address if is_own and not address.startswith("//") else "/"
