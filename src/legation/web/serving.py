"""Serving an application until it is stopped."""

import uvicorn

from legation.web.app import make_app
from legation.web.house import House
from legation.web.shelf import Holding

HOST = "127.0.0.1"


def serve(holding: Holding, house: House, host: str, port: int, *, verbose: bool = False) -> None:
    """Serve the reading room until interrupted. Raises BadRecord for accounts that cannot be opened."""
    level = "info" if verbose else "warning"
    # What proxies say is looked at in the application itself, which knows whom to believe.
    uvicorn.run(
        make_app(holding, house), host=host, port=port, log_level=level, server_header=False, proxy_headers=False
    )
