"""Files a page loads: addressed with a digest of what they hold, so that a browser may keep them for ever."""

import hashlib
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=256)
def asset(name: str) -> str:
    """Return the address of a static file: "/static/css/base.css?v=1a2b3c4d"."""
    file = resources.files("legation.web") / "static" / name
    return f"/static/{name}?v={hashlib.sha256(file.read_bytes()).hexdigest()[:8]}"
