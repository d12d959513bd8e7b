"""Where foreign parsers meet bytes of unknown making."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from legation.errors import UnreadableDocument

log = logging.getLogger(__name__)


@contextmanager
def guarded(name: str, what: str) -> Iterator[None]:
    """Turn whatever a foreign parser raises on broken bytes into an UnreadableDocument: "NAME: broken WHAT (…)".

    Only calls into libraries belong under this guard: on hostile bytes they raise nearly anything (KeyError,
    RecursionError, zlib and struct errors), and none of it may stop the other documents. The traceback is logged.
    """
    try:
        yield
    except UnreadableDocument:
        raise
    except Exception as error:
        log.debug("%s: %s", name, what, exc_info=True)
        reason = " ".join(str(error).split())[:120]
        raise UnreadableDocument(
            f"{name}: broken {what} ({type(error).__name__}{': ' if reason else ''}{reason})"
        ) from error
