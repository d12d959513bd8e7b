"""Places in long listings, as addresses carry them."""

SEPARATOR = "~"


def write_cursor(cursor: tuple[str, str]) -> str:
    """Return a place in a listing as part of an address."""
    return SEPARATOR.join(cursor)


def parse_cursor(value: str | None) -> tuple[str, str] | None:
    """Return the place an address names; what is no place is the beginning."""
    first, separator, name = (value or "").partition(SEPARATOR)
    return (first, name) if separator and name else None
