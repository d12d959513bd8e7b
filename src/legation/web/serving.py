"""Serving an application from this machine until it is stopped."""

import uvicorn

from legation.web.app import make_app
from legation.web.shelf import Holding

HOST = "127.0.0.1"


def serve(holding: Holding, port: int, *, verbose: bool = False) -> None:
    """Serve the reading room on this machine alone, until interrupted."""
    level = "info" if verbose else "warning"
    uvicorn.run(make_app(holding), host=HOST, port=port, log_level=level, server_header=False)
