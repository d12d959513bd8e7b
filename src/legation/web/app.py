"""The application: one router for each group of pages, on one shelf."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import resources

from fastapi import Depends, FastAPI
from fastapi.staticfiles import StaticFiles

from legation.web import errors
from legation.web.pages import PAGES
from legation.web.security import add_headers, check_token
from legation.web.shelf import Holding, Shelf


def make_app(holding: Holding) -> FastAPI:
    """Return the application that shows a record; the record is opened at the first request."""
    shelf = Shelf(holding)

    @asynccontextmanager
    async def open_hours(_: FastAPI) -> AsyncIterator[None]:
        yield
        shelf.close()

    # Without FastAPI's own documentation pages, which load scripts from elsewhere.
    app = FastAPI(
        title="Legation",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=open_hours,
        dependencies=[Depends(check_token)],
    )
    app.state.shelf = shelf
    app.middleware("http")(add_headers)
    app.mount("/static", StaticFiles(directory=str(resources.files("legation.web") / "static")), name="static")
    for router in PAGES:
        app.include_router(router)
    errors.install(app)
    return app
