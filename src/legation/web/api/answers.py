"""Answers of the API: JSON with an entity tag, and problems as RFC 9457 has them."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from fastapi import Request
from fastapi.responses import Response

PROBLEM = "application/problem+json"


def answer(request: Request, data: Mapping[str, Any]) -> Response:
    """Return data as JSON with the tag of what it says; 304 without a body where the client has just that."""
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Cookie"}
    if is_known(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)


def is_known(given: str, tag: str) -> bool:
    """Tell whether an If-None-Match header names a tag; weak tags compare like strong ones (RFC 9110, 13.1.2)."""
    names = {part.strip().removeprefix("W/") for part in given.split(",")}
    return tag in names or "*" in names


def problem(status: int, title: str, detail: str | None = None) -> Response:
    """Return what went wrong: the status, its name, and what of the request was at fault."""
    told = {"type": "about:blank", "title": title, "status": status, **({"detail": detail} if detail else {})}
    body = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
    return Response(body, status, media_type=PROBLEM)
