"""The application: one router for each group of pages, on one shelf, or on the shelves of a team's projects."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import resources

from fastapi import Depends, FastAPI
from fastapi.staticfiles import StaticFiles
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from legation.web import errors
from legation.web.access import Shelves, check_access, keep_log
from legation.web.frame import Frame
from legation.web.house import House
from legation.web.jobs import Jobs
from legation.web.limits import Counter
from legation.web.memory import Memory
from legation.web.pages import PAGES, TEAM_PAGES
from legation.web.past import enter_past
from legation.web.security import check_token
from legation.web.shelf import Holding, Shelf
from legation.workspace.team.team import Team


def make_app(holding: Holding, house: House | None = None) -> FastAPI:
    """Return the application that shows a record, or a team's projects; a record is opened at the first request.

    Raises BadRecord for a team whose accounts cannot be opened.
    """
    house = house or House()
    shelf, shelves, jobs = Shelf(holding), Shelves(holding, {}), Jobs()
    team = Team(house.accounts, clock=holding.clock) if house.accounts is not None else None

    @asynccontextmanager
    async def open_hours(_: FastAPI) -> AsyncIterator[None]:
        yield
        jobs.close()
        shelf.close()
        shelves.close()
        if team is not None:
            team.close()

    # Without FastAPI's own documentation pages, which load scripts from elsewhere.
    app = FastAPI(
        title="Legation",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=open_hours,
        dependencies=[Depends(check_access), Depends(check_token), Depends(enter_past)],
    )
    app.state.shelf, app.state.shelves, app.state.team, app.state.jobs = shelf, shelves, team, jobs
    app.state.counter, app.state.memory = Counter(), Memory()
    app.middleware("http")(keep_log)
    app.add_middleware(Frame, house=house)
    # Only what these proxies say of the client and the scheme is believed.
    app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=list(house.proxies))
    app.mount("/static", StaticFiles(directory=str(resources.files("legation.web") / "static")), name="static")
    for router in (*PAGES, *(TEAM_PAGES if team is not None else ())):
        app.include_router(router)
    errors.install(app)
    return app
