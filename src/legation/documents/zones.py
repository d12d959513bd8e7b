"""Zones: what each line of a text is for."""

from legation.documents.document import Zone, ZoneKind
from legation.documents.span import Span


def find_zones(text: str) -> tuple[Zone, ...]:
    """Return the zones of a text, in order, without overlap; what lies between them is white space."""
    words = text.strip()
    if not words:
        return ()
    start = len(text) - len(text.lstrip())
    return (Zone(ZoneKind.BODY, Span(start, start + len(words))),)
