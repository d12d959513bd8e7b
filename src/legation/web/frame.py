"""The frame around the application: which requests come in at all, under which path, and what every answer carries."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from legation.web.house import House
from legation.web.links import AS_OF, NOW, Base, has_past
from legation.web.security import HEADERS, SAFE

PROJECT, BASE = "legation.project", "legation.base"


class Frame:
    """Refuses foreign hosts and foreign pages' changes, finds the project of a path, and dresses answers."""

    def __init__(self, app: ASGIApp, house: House) -> None:
        """`app` is what answers inside."""
        self.app = app
        self.house = house

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or answer it here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self.refuse(scope, headers)
        scope, base = self.enter(scope)
        dressed = dress(send, scope, base)
        if refusal:
            await PlainTextResponse(refusal[1], refusal[0])(scope, receive, dressed)
            return
        await self.app(scope, bounded(receive, self.house.longest), dressed)

    def refuse(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        """Return why a request does not come in, with its status; None if it may."""
        host = host_of(headers.get("host", ""))
        if host not in self.house.hosts:
            return 421, "This address is not one of this server's: serve --site names it.\n"
        if int(headers.get("content-length") or 0) > self.house.longest:
            return 413, f"More than {self.house.longest // 2**20} MB.\n"
        if scope["method"] not in SAFE and is_foreign(headers):
            return 403, "Changes are made from our own pages only.\n"
        return None

    def enter(self, scope: Scope) -> tuple[Scope, Base]:
        """Return a scope whose path is that of the application or of the project in it."""
        prefix = self.house.prefix
        path = scope["path"]
        if prefix and (path == prefix or path.startswith(f"{prefix}/")):
            path = path[len(prefix) :] or "/"
        project = ""
        if self.house.accounts is not None and path.startswith("/p/"):
            _, _, project, rest = f"{path}/".split("/", 3)
            path = f"/{rest}"[:-1] if rest else "/"
        base = Base(prefix, f"/p/{project}" if project else "", past_of(path, scope["query_string"]))
        changed: dict[str, Any] = {"path": path, "raw_path": path.encode(), PROJECT: project or None, BASE: base}
        return {**scope, **changed}, base


def past_of(path: str, query: bytes) -> str:
    """Return the day (or moment) whose record an address asks for; empty where that is the present."""
    asked = parse_qs(query.decode("utf-8", "replace")).get(AS_OF, [""])[-1].strip()
    return asked if asked != NOW and has_past(path) else ""


def host_of(value: str) -> str:
    """Return a Host header without its port, in small letters."""
    name, _, port = value.lower().rpartition(":")
    return name if name and port.isdigit() else value.lower()


def is_foreign(headers: Headers) -> bool:
    """Tell whether another site's page asks. Programs that send neither header are no browsers."""
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return True
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower()


def bounded(receive: Receive, longest: int) -> Receive:
    """Return a receiver that stops at so many bytes, whatever the request said of its length."""
    taken = 0

    async def take() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > longest:
            raise HTTPException(413)
        return message

    return take


def dress(send: Send, scope: Mapping[str, Any], base: Base) -> Send:
    """Return a sender that puts the security headers on an answer and our redirects below the base."""

    async def put(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            if scope["scheme"] == "https":
                headers.setdefault("Strict-Transport-Security", "max-age=31536000")
            if not scope["path"].startswith("/static/"):
                headers.setdefault("Cache-Control", "no-store")
            for name in ("location", "hx-redirect", "hx-location", "hx-push-url"):
                address = headers.get(name, "")
                if address.startswith("/") and not address.startswith("//"):
                    headers[name] = base.link(address)
        await send(message)

    return put
