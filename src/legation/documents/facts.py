"""What lines tell about their document: marks, and the facts of metadata read from them."""

from dataclasses import dataclass

from legation.documents.document import Translation, ZoneKind


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of metadata found in the text: for which field of `Document`, and where, in words."""

    field: str
    value: str | Translation
    where: str


@dataclass(frozen=True, slots=True)
class DayOnly:
    """A day of publication that the text gives without its year."""

    month: int
    day: int
    where: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line is for, and what it tells. `split` is the place in the line up to which that holds (None: all).

    `titled` tells that what follows the split is the title.
    """

    kind: ZoneKind
    facts: tuple[Fact | DayOnly, ...] = ()
    split: int | None = None
    opens: str | None = None
    titled: bool = False
