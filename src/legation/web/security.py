"""What guards every answer and every change: response headers, and a token that only our own pages know."""

import hmac
import secrets
from collections.abc import Awaitable, Callable, Mapping

from fastapi import HTTPException, Request, Response

# Nothing from elsewhere, and no script or style that is not a file of ours.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
TOKEN_COOKIE = "legation_token"
TOKEN_FIELD = "token"
TOKEN_HEADER = "X-Legation-Token"


async def add_headers(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    """Put the security headers on an answer; pages are never kept by a browser's cache."""
    response = await answer(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if not request.url.path.startswith("/static/"):
        response.headers.setdefault("Cache-Control", "no-store")
    return response


def token_of(request: Request) -> str:
    """Return the token of a browser: the one its cookie has, or a fresh one that the answer will set."""
    known = request.cookies.get(TOKEN_COOKIE)
    if known:
        return known
    fresh = getattr(request.state, "token", None) or secrets.token_urlsafe(32)
    request.state.token = fresh
    return str(fresh)


def set_token(request: Request, response: Response) -> None:
    """Give a browser its token, if it has none yet."""
    fresh = getattr(request.state, "token", None)
    if fresh:
        is_secure = request.url.scheme == "https"
        response.set_cookie(TOKEN_COOKIE, fresh, httponly=True, samesite="strict", secure=is_secure, path="/")


async def check_token(request: Request) -> None:
    """Refuse a change whose form or header does not hold the token of the browser's cookie (double submit)."""
    if request.method in SAFE:
        return
    known = request.cookies.get(TOKEN_COOKIE, "")
    given = request.headers.get(TOKEN_HEADER)
    if given is None:
        value = (await request.form()).get(TOKEN_FIELD)
        given = value if isinstance(value, str) else ""
    if not known or not hmac.compare_digest(known.encode(), given.encode()):
        raise HTTPException(403, "token")
