"""Facts of the text and values of its markup → one value per metadata field, each with where it comes from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legation.documents.document import DateSource, Translation, days_of
from legation.documents.facts import DayOnly, Fact

# Which naming of the outlet is believed first; an agency in the dateline may only have supplied the copy.
OUTLET_ORDER = ("line “outlet", "line “publi", "line “from", "line above", "line “with", "line “source")
OUTLET_LAST = ("line below the text", "copyright line", "agency in the dateline")


@dataclass(frozen=True, slots=True)
class Sourced:
    """A value and where it comes from, in words."""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Published:
    """The date of publication, what kind of source it has, and where it comes from in words."""

    value: str
    source: DateSource
    where: str


def first_of(facts: Iterable[Fact], field: str) -> Sourced | None:
    """Return the first value the text tells for a field."""
    return next((Sourced(str(fact.value), fact.where) for fact in facts if fact.field == field), None)


def all_of(facts: Iterable[Fact], field: str) -> tuple[tuple[str, ...], str | None]:
    """Return the values for a field that can have several, each once, and where the first stands."""
    found = [fact for fact in facts if fact.field == field]
    return tuple(dict.fromkeys(str(fact.value) for fact in found)), found[0].where if found else None


def outlet_of(facts: Iterable[Fact]) -> Sourced | None:
    """Return the outlet by the most telling of the lines that name one."""
    found = [fact for fact in facts if fact.field == "outlet"]
    best = min(found, key=lambda fact: outlet_rank(fact.where), default=None)
    return Sourced(str(best.value), best.where) if best else None


def outlet_rank(where: str) -> int:
    """Return the place of a kind of line among those that name outlets, 0 the most telling."""
    for rank, start in enumerate((*OUTLET_ORDER, *OUTLET_LAST)):
        if where.startswith(start):
            return rank
    return len(OUTLET_ORDER)


def translation_of(facts: Iterable[Fact]) -> tuple[Translation, str] | None:
    """Return how the text was translated, as its note says."""
    return next(((fact.value, fact.where) for fact in facts if isinstance(fact.value, Translation)), None)


def date_of(facts: Sequence[Fact | DayOnly], field: str) -> Sourced | None:
    """Return the date the text states for "published" or "updated", as precise as any of its lines has it.

    Lines may repeat the date with more detail (a day, then the time). Where they disagree about the day the one with
    a label is believed, then the first; a dateline, which tells the day of writing, comes last.
    """
    found = [fact for fact in facts if isinstance(fact, Fact) and fact.field == field]
    if not found:
        return None
    best = min(enumerate(found), key=lambda entry: (date_rank(entry[1].where), entry[0]))[1]
    for fact in found:
        if len(str(fact.value)) > len(str(best.value)) and agrees(str(fact.value), str(best.value)):
            best = fact
    return Sourced(str(best.value), best.where)


def date_rank(where: str) -> int:
    """Return how much a kind of line is believed about the date, 0 the most."""
    if where.startswith("line “"):
        return 0
    return 2 if where.startswith("dateline") else 1


def agrees(precise: str, rough: str) -> bool:
    """Tell whether one date lies within another, less precise one."""
    (low, high), (start, end) = days_of(precise), days_of(rough)
    return start <= low and high <= end


def choose_published(
    option: str | None, text: Sourced | None, markup: Sourced | None, inferred: Sourced | None
) -> Published | None:
    """Return the date of publication, its source and where it stands: option, then text, then metadata, then inferred.

    Where metadata only adds detail to what the text says (the time of the same day), the more precise value is taken.
    """
    if option:
        return Published(option, DateSource.OPTION, "given as an option")
    if text and markup and len(markup.value) > len(text.value) and agrees(markup.value, text.value):
        return Published(markup.value, DateSource.METADATA, markup.where)
    for found, source in ((text, DateSource.TEXT), (markup, DateSource.METADATA), (inferred, DateSource.INFERRED)):
        if found:
            return Published(found.value, source, found.where)
    return None
