"""The room: what one request has at hand, and how it answers with a page."""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, TypeVar
from urllib.parse import urlencode

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from legation.record.decision import REMARKS, Ruling
from legation.record.holdings import Counts
from legation.record.sources import Source
from legation.web.access import NoProjectError, Visitor, demand, may, shelf_of
from legation.web.frame import BASE as BASE_OF
from legation.web.jobs import Jobs
from legation.web.links import AS_OF, BASE, MAY, Base, has_past
from legation.web.memory import Memory
from legation.web.navigation import GROUPS
from legation.web.past import PAST
from legation.web.security import TOKEN_FIELD, set_token, token_of
from legation.web.shelf import Shelf
from legation.web.templating import load_environment
from legation.web.words import TONGUE, Tongue, choose_language, languages, load_tongue
from legation.workspace.news import Pair, list_busiest
from legation.workspace.workspace import Workspace

T = TypeVar("T")
THEMES = ("auto", "light", "dark")
THEME_COOKIE, LANGUAGE_COOKIE = "legation_theme", "legation_language"


@dataclass(frozen=True, slots=True)
class Room:
    """One request's view of the application."""

    request: Request
    given: Shelf | None

    @property
    def shelf(self) -> Shelf:
        """The record of this room; NoProjectError where a team's project is not named."""
        if self.given is None:
            raise NoProjectError
        return self.given

    @property
    def visitor(self) -> Visitor | None:
        """Who is logged in; None where nobody is, or has to be."""
        found: Visitor | None = getattr(self.request.state, "visitor", None)
        return found

    @property
    def is_open(self) -> bool:
        """Whether there is a record to look at: not before log-in, nor outside of a project."""
        return self.given is not None

    @property
    def workspace(self) -> Workspace:
        """The record with the stages around it, as it is or as it was on the day that is asked for."""
        past: Workspace | None = getattr(self.request.state, PAST, None)
        return past or self.shelf.workspace

    @property
    def base(self) -> Base:
        """What stands around the paths of our pages."""
        base: Base = self.request.scope.get(BASE_OF, Base())
        return base

    @property
    def as_of(self) -> str:
        """The day whose record is shown; empty where that is the present."""
        return self.base.as_of

    @property
    def has_past(self) -> bool:
        """Whether this page can show the record as it was."""
        return self.is_open and has_past(self.request.url.path)

    @property
    def query(self) -> list[tuple[str, str]]:
        """What the address asks for, but for the day whose record is shown."""
        return [(name, value) for name, value in self.request.query_params.multi_items() if name != AS_OF]

    @property
    def author(self) -> str:
        """Who looks and decides."""
        return self.visitor.account.name if self.visitor else self.shelf.holding.author or "reader"

    @property
    def memory(self) -> Memory:
        """What was slow to make."""
        memory: Memory = self.request.app.state.memory
        return memory

    def recall(self, key: Hashable, make: Callable[[], T], aside: Collection[Ruling] = REMARKS) -> T:
        """Return what was slow to make, kept under a key while the record is as it was.

        Remarks change nothing that is kept: a page loads notes afresh. `aside` are the rulings that leave it as it is.
        """
        return self.memory.recall(self.workspace, key, make, aside)

    @property
    def jobs(self) -> Jobs:
        """What is being taken in."""
        jobs: Jobs = self.request.app.state.jobs
        return jobs

    @property
    def tongue(self) -> Tongue:
        """The language of the interface."""
        wanted = self.request.cookies.get(LANGUAGE_COOKIE)
        return load_tongue(choose_language(wanted, self.request.headers.get("accept-language")))

    @property
    def theme(self) -> str:
        """Light, dark, or as the system has it."""
        chosen = self.request.cookies.get(THEME_COOKIE, "")
        return chosen if chosen in THEMES else THEMES[0]

    @property
    def is_partial(self) -> bool:
        """Whether htmx asks for a piece of a page."""
        headers = self.request.headers
        return headers.get("hx-request") == "true" and headers.get("hx-history-restore-request") != "true"

    @property
    def token(self) -> str:
        """The token that forms of this page carry."""
        return token_of(self.request)

    def url(self, **changes: object) -> str:
        """Return this page's address with some of its query changed; None or "" takes a value out."""
        return self.url_of(self.request.url.path, **changes)

    def url_of(self, path: str, **changes: object) -> str:
        """Return another page's address with this one's query, some of it changed."""
        kept = [(name, value) for name, value in self.request.query_params.multi_items() if name not in changes]
        for name, value in changes.items():
            values = value if isinstance(value, (list, tuple)) else [value]
            kept += [(name, str(item)) for item in values if item not in (None, "")]
        return f"{path}{'?' if kept else ''}{urlencode(kept)}"

    def counts(self) -> Counts:
        """Return how much the record holds, counted once for each state of it."""
        return self.recall("counts", self.workspace.count)

    def sources(self) -> Sequence[Source]:
        """Return the outlets of the record with their grades; what they contributed is counted once for each state."""
        return self.workspace.grade(self.recall("sources", self.workspace.tally, REMARKS | {Ruling.GRADE}))

    def busiest(self) -> Sequence[Pair]:
        """Return the pairs of states the record tells most about, worked out once for each state of it."""
        return self.recall("busiest", lambda: list_busiest(self.workspace))

    def show(self, template: str, values: Mapping[str, object] | None = None, status: int = 200) -> HTMLResponse:
        """Answer with a page made from a template of `templates/pages` (or a part of one)."""
        common = {
            "room": self,
            "t": self.tongue,
            "groups": GROUPS if self.is_open else (),
            "languages": languages(),
            "token_field": TOKEN_FIELD,
        }
        below, spoken, allowed = BASE.set(self.base), TONGUE.set(self.tongue), MAY.set(self.may)
        try:
            page = load_environment().get_template(template).render({**common, **(values or {})})
        finally:
            MAY.reset(allowed)
            BASE.reset(below)
            TONGUE.reset(spoken)
        response = HTMLResponse(page, status)
        set_token(self.request, response)
        return response

    def missing(self, name: str) -> HTMLResponse:
        """Answer that the record has nothing of this name."""
        values = {"status": 404, "key": "errors.404", "detail": name}
        return self.show("pages/error.html", values, 404)

    def refuse(self, words: str) -> HTMLResponse:
        """Answer that something cannot be done as it was asked for, and why."""
        values = {"status": 422, "key": "errors.422", "detail": words}
        return self.show("pages/error.html", values, 422)

    def below(self, path: str) -> str:
        """Return a path of ours as it is asked for from outside."""
        return self.base.link(path)

    def absolute(self, path: str) -> str:
        """Return the whole address of a path of ours, to be sent to somebody."""
        return f"{self.request.url.scheme}://{self.request.headers['host']}{self.below(path)}"

    def may(self, path: str, method: str = "POST") -> bool:
        """Tell whether whoever looks may change something by this path (or look, with "GET")."""
        return may(self.request, method, path)

    def demand(self, path: str) -> None:
        """Refuse (403) what only those may do who may change something by this path."""
        demand(self.request, "POST", path)

    def go(self, path: str) -> Response:
        """Send the browser on after a change (303: it asks for the page with GET)."""
        return RedirectResponse(path, 303)


def enter(request: Request) -> Room:
    """Return the room of a request."""
    return Room(request, shelf_of(request))


Here = Annotated[Room, Depends(enter)]
