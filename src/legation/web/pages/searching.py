"""Search: actors, claims and reports with every word asked for, narrowed by facets; searches kept under a name."""

from dataclasses import dataclass, replace
from typing import Annotated, get_origin
from urllib.parse import parse_qs, urlencode, urlsplit

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from legation.actors.registry import load_registry
from legation.documents.document import days_of
from legation.lexicon.saying import say, words_of
from legation.reading.claim import Status
from legation.record.event import STATUS_ORDER, short_id
from legation.record.facets import Facets
from legation.record.lookup import Hit
from legation.record.narrowing import Kind
from legation.record.sources import RELIABILITY
from legation.record.stretches import RANKED
from legation.reporting.words import TYPES
from legation.web.asking import Types
from legation.web.pages.preferences import own_path
from legation.web.room import Here, Room
from legation.web.words import Tongue
from legation.workspace.following import keep_search, kept_searches
from legation.workspace.searching import Asked, find_facets

router = APIRouter()
LIMIT = 20
# Finds of each kind that stand open: of actors few, for events and reports are what is mostly looked for.
FOLDS = {Kind.ACTOR: 5, Kind.CLAIM: LIMIT, Kind.DOCUMENT: LIMIT}
PLACES = {Kind.CLAIM: "/events/", Kind.DOCUMENT: "/reports/", Kind.ACTOR: "/chronology?a="}


class Wanted(BaseModel):
    """What the address of a search says; the empty fields of a form narrow nothing."""

    model_config = ConfigDict(populate_by_name=True)

    q: Annotated[str, Field(max_length=500)] = ""
    kind: list[Kind] = []
    actor: Annotated[str, Field(max_length=200)] = ""
    other: Annotated[str, Field(alias="with", max_length=200)] = ""
    type: Types = []
    status: list[Status] = []
    first: Annotated[str, Field(alias="from", max_length=10)] = ""
    last: Annotated[str, Field(alias="to", max_length=10)] = ""
    outlet: Annotated[str, Field(max_length=200)] = ""
    grade: list[Annotated[str, Field(pattern="^[A-F]$")]] = []

    @property
    def narrows(self) -> bool:
        """Whether anything but the kind is asked for."""
        words = (self.actor, self.first, self.last, self.outlet)
        return any(words) or bool(self.type or self.status or self.grade)

    def asked(self) -> Asked:
        """Return the search; ValueError for what is no date, or for a second actor without a first."""
        for day in (self.first, self.last):
            if day:
                days_of(day)
        if self.other and not self.actor:
            message = say("{id}: name the first of two actors as well", id=self.other)
            raise ValueError(message)
        return Asked(
            words=self.q,
            kinds=tuple(kind.value for kind in self.kind),
            actor=self.actor.strip() or None,
            other=self.other.strip() or None,
            types=tuple(self.type),
            statuses=tuple(status.value for status in self.status),
            first=self.first or None,
            last=self.last or None,
            outlet=self.outlet.strip() or None,
            grades=tuple(self.grade),
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with the address it opens and its snippet cut around the match."""

    hit: Hit
    path: str
    before: str
    match: str
    after: str


@router.get("/search", response_class=HTMLResponse)
def search(room: Here, wanted: Annotated[Wanted, Query()]) -> HTMLResponse:
    """Show what a search finds, by kind."""
    try:
        asked = wanted.asked()
        hits = room.workspace.search(asked, LIMIT) if wanted.q.strip() else []
        facets = room.recall(("facets", asked), lambda: facets_of(room, asked)) if wanted.q.strip() else None
    except ValueError as error:
        return room.refuse(words_of(error))
    values = {
        "wanted": wanted,
        "facets": facets,
        "most": RANKED,
        "groups_found": {kind: [cut(hit, room.tongue) for hit in hits if hit.kind is kind] for kind in Kind},
        "limit": LIMIT,
        "folds": FOLDS,
        "kinds": tuple(Kind),
        "types": TYPES,
        "statuses": STATUS_ORDER,
        "scale": RELIABILITY,
        "saved": [(name, address_of(kept)) for name, kept in kept_searches(room.workspace)],
    }
    return room.show("pages/search.html", values)


def facets_of(room: Room, asked: Asked) -> Facets:
    """Return how many finds each facet would show."""
    with room.workspace.looking() as session:
        return find_facets(session, asked, room.workspace.lexicon)


@router.post("/searches")
def keep(
    room: Here,
    name: Annotated[str, Form(min_length=1, max_length=100)],
    address: Annotated[str, Form(max_length=2000)] = "",
    back: Annotated[str, Form(max_length=2000)] = "/search",
) -> Response:
    """Keep the search of an address under a name; without an address the name is taken away."""
    try:
        asked = wanted_by(own_path(address)).asked() if address else None
    except ValueError as error:
        return room.refuse(words_of(error))
    keep_search(room.workspace, name.strip(), asked, room.author)
    return room.go(own_path(back))


def wanted_by(address: str) -> Wanted:
    """Return what the address of a search asks for; ValueError where it asks for what there is not."""
    given = parse_qs(urlsplit(address).query)
    several = {name for name, field in Wanted.model_fields.items() if get_origin(field.annotation) is list}
    return Wanted.model_validate({name: some if name in several else some[-1] for name, some in given.items()})


def address_of(asked: Asked | str) -> str:
    """Return the address of a search, which is how older versions kept it."""
    if isinstance(asked, str):
        return asked
    fields = {"q": asked.words, "kind": asked.kinds, "actor": asked.actor, "with": asked.other, "type": asked.types}
    fields |= {"status": asked.statuses, "from": asked.first, "to": asked.last, "outlet": asked.outlet}
    fields |= {"grade": asked.grades}
    return f"/search?{urlencode({name: value for name, value in fields.items() if value}, doseq=True)}"


def cut(hit: Hit, tongue: Tongue) -> Found:
    """Return a hit as the page shows it; the codes it holds (types of events, kinds of actors, states) in words."""
    ref = short_id(hit.ref) if hit.kind is Kind.DOCUMENT else hit.ref
    low, high = (hit.match.start, hit.match.end) if hit.match else (len(hit.snippet), len(hit.snippet))
    if hit.kind is Kind.CLAIM:
        code, _, parties = hit.title.partition(": ")
        hit = replace(hit, title=": ".join(filter(None, (tongue.kind(code), tell_sides(parties, tongue)))))
    elif hit.kind is Kind.ACTOR:
        hit = replace(hit, title=tongue.tell(hit.title))
        if hit.match is None:
            hit = replace(hit, snippet=describe_actor(hit.snippet, tongue))
            low = high = len(hit.snippet)
    return Found(hit, f"{PLACES[hit.kind]}{ref}", hit.snippet[:low], hit.snippet[low:high], hit.snippet[high:])


def describe_actor(codes: str, tongue: Tongue) -> str:
    """Return what kind of actor it is, and of which state ("group, CHN"), in words; other words as they are."""
    kind, _, code = codes.partition(", ")
    if not tongue.has(f"dossier.types.{kind}"):
        return codes
    state = load_registry(None).actors.get(code)
    words = tongue(f"dossier.types.{kind}")
    return f"{words}, {tongue.tell(state.name)}" if state else words


def tell_sides(parties: str, tongue: Tongue) -> str:
    """Return who did it, and to whom ("A, B → C"), by their names in the language of the page."""
    sides = (side.split(", ") for side in parties.split(" → "))
    return " → ".join(", ".join(tongue.tell(name) for name in names) for names in sides)
