"""What guards every answer and every change: response headers, and a token that only our own pages know."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping

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
    # Without a referrer browsers send a form's origin as "null", which the frame takes for another site's.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
TOKEN_COOKIE = "legation_token"
SESSION_COOKIE = "legation_session"
TOKEN_FIELD = "token"
TOKEN_HEADER = "X-Legation-Token"


def cookie_name(request: Request, name: str) -> str:
    """Return the name of a cookie: over https it is one that browsers take from this very host alone."""
    return f"__Host-{name}" if request.url.scheme == "https" else name


def set_cookie(request: Request, response: Response, name: str, value: str) -> None:
    """Give a browser a cookie that no script reads and that ends with the browser."""
    response.set_cookie(
        cookie_name(request, name), value, httponly=True, samesite="lax", secure=request.url.scheme == "https", path="/"
    )


def drop_cookie(request: Request, response: Response, name: str) -> None:
    """Take a cookie back."""
    response.delete_cookie(
        cookie_name(request, name), httponly=True, samesite="lax", secure=request.url.scheme == "https", path="/"
    )


def session_secret(request: Request) -> str | None:
    """Return the secret of the session cookie, if a browser has one."""
    return request.cookies.get(cookie_name(request, SESSION_COOKIE))


def known_token(request: Request) -> str | None:
    """Return the token a browser's forms must carry: bound to its session, or that of its cookie before log-in."""
    secret = session_secret(request)
    if secret:
        return hmac.new(secret.encode(), b"token of forms", hashlib.sha256).hexdigest()
    return request.cookies.get(cookie_name(request, TOKEN_COOKIE))


def token_of(request: Request) -> str:
    """Return the token of a browser: the one it has, or a fresh one that the answer will set."""
    known = known_token(request)
    if known:
        return known
    fresh = getattr(request.state, "token", None) or secrets.token_urlsafe(32)
    request.state.token = fresh
    return str(fresh)


def set_token(request: Request, response: Response) -> None:
    """Give a browser its token, if it has none yet."""
    fresh = getattr(request.state, "token", None)
    if fresh:
        set_cookie(request, response, TOKEN_COOKIE, fresh)


async def check_token(request: Request) -> None:
    """Refuse a change whose form or header does not hold the token of the browser that asks."""
    if request.method in SAFE:
        return
    known = known_token(request) or ""
    given = request.headers.get(TOKEN_HEADER)
    if given is None:
        value = (await request.form()).get(TOKEN_FIELD)
        given = value if isinstance(value, str) else ""
    if not known or not hmac.compare_digest(known.encode(), given.encode("utf-8", "surrogatepass")):
        raise HTTPException(403, "token")
