"""Serving an application until it is stopped."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path

import uvicorn

from legation.actors.registry import load_registry
from legation.lexicon.coordinates import load_coordinates
from legation.relations.families import load_families
from legation.web.app import make_app
from legation.web.house import House
from legation.web.pages.places import countries
from legation.web.shelf import Holding
from legation.web.templating import load_environment

HOST = "127.0.0.1"
# Objects made and not let go after which the collector of cycles looks at the new ones, at those that stayed, at all.
YOUNG, GROWN, OLD = 10_000, 20, 100
# Seconds after which a page that works out something long makes way for another.
TURN = 0.001


def serve(
    holding: Holding, house: House, address: tuple[str, int], tell: Callable[[], None], *, verbose: bool = False
) -> None:
    """Serve the reading room at a host and port until interrupted; `tell` is called once the lexicons are loaded.

    Raises BadRecord for accounts that cannot be opened.
    """
    host, port = address
    level = "info" if verbose else "warning"
    app = make_app(holding, house)
    settle(holding.lexicon)
    tell()
    # What proxies say is looked at in the application itself, which knows whom to believe.
    uvicorn.run(app, host=host, port=port, log_level=level, server_header=False, proxy_headers=False)


def settle(lexicon: Path | None) -> None:
    """Load what pages need of the lexicons, and have nobody wait for the collector to go through it again and again.

    A pass over all that lexicons and kept pages consist of stops every request, for a fifth of a second or more, and
    with the settings of a short program one dossier in ten begins such a pass.
    """
    load_registry(lexicon)
    load_families(lexicon)
    load_coordinates(lexicon)
    # The borders drawn finely take a third of a second to read: nobody's first map should wait for that.
    countries("50m")
    countries("110m")
    environment = load_environment()
    for name in environment.list_templates():
        environment.get_template(name)
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, GROWN, OLD)
    sys.setswitchinterval(TURN)
