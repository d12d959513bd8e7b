"""The command that opens the reading room: serve."""

import logging

import click

from legation.cli.context import Place, pass_place
from legation.settings import Settings


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8765, show_default=True, help="Where it listens.")
@pass_place
def serve(place: Place, port: int) -> None:
    """Open the reading room: a web page on the record, for this machine alone.

    Stop it with Ctrl-C. Everything it shows works without a network.
    """
    # Says at once, not at the first request, that a record cannot be opened.
    place.open(create=True).close()
    from legation.web import serving
    from legation.web.shelf import Holding

    click.echo(f"The reading room: http://{serving.HOST}:{port}/ (Ctrl-C closes it)", err=True)
    holding = Holding(place.record, place.lexicon, Settings.read().author)
    serving.serve(holding, port, verbose=logging.getLogger().isEnabledFor(logging.INFO))
