"""Origins: where the words of a report come from, so that one report counts once however many carry it."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from enum import StrEnum


class OriginKind(StrEnum):
    """How words came into a report."""

    OWN = "own"
    COPY = "copy"
    QUOTATION = "quotation"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the words of one claim come from.

    `key` is equal for claims of one origin: the short id of the document whose words they are ("3fa9c1d2e0ab"), or
    "from:" and the id of whoever is quoted. `issuer` is the newsroom or office whose words they are, as an actor's id,
    if it is known; `wording` stands for the words of the sentence, equal where a sentence was taken over unchanged.
    `reason` says why this is the origin, as `documents.grounds` writes it; None for a report's own words.
    """

    key: str
    kind: OriginKind = OriginKind.OWN
    reason: str | None = None
    issuer: str | None = None
    wording: str | None = None

    @property
    def is_own(self) -> bool:
        """Whether the words are the document's own."""
        return self.kind is OriginKind.OWN


def unite(origins: Sequence[Origin]) -> list[list[int]]:
    """Return which of the origins of one event's claims are one, as places in the sequence.

    One are those of one key, of one sentence, and a quotation or release with the reports of the issuer it is from.
    Groups stand in order of their first member; each is the same whatever the order of the others.
    """
    # Nearly all events are told of once.
    if len(origins) == 1:
        return [[0]]
    parents = list(range(len(origins)))

    def root(place: int) -> int:
        while parents[place] != place:
            place = parents[place]
        return place

    first: dict[tuple[str, str], int] = {}
    quoted = {
        item.issuer for item in origins if item.issuer and item.kind in {OriginKind.QUOTATION, OriginKind.RELEASE}
    }
    for place, origin in enumerate(origins):
        for sign in signs(origin, quoted):
            parents[root(place)] = root(first.setdefault(sign, place))
    groups: dict[int, list[int]] = {}
    for place in range(len(origins)):
        groups.setdefault(root(place), []).append(place)
    return sorted(groups.values())


def signs(origin: Origin, quoted: Container[str | None]) -> list[tuple[str, str]]:
    """Return by what an origin is one with another."""
    found = [("key", origin.key)]
    if origin.wording is not None:
        found.append(("wording", origin.wording))
    if origin.issuer in quoted:
        found.append(("issuer", str(origin.issuer)))
    return found
