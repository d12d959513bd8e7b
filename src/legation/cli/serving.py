"""The command that opens the reading room: serve."""

import logging

import click

from legation.cli.context import Place, pass_place
from legation.settings import Settings


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8765, show_default=True, help="Where it listens.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address it listens on; others need --team.")
@click.option("--team", is_flag=True, help="For a team: log-in, roles, projects, a log (docs/serving.md).")
@click.option("--accounts", metavar="PATH|URL", help="The team's accounts. [LEGATION_ACCOUNTS]")
@click.option("--site", metavar="URL", help="The address people use, behind a proxy: https://desk.example.org/room")
@click.option("--proxy", "proxies", metavar="ADDRESS", multiple=True, help="A proxy whose X-Forwarded-* is believed.")
@pass_place
def serve(
    place: Place,
    port: int,
    host: str,
    team: bool,
    accounts: str | None,
    site: str | None,
    proxies: tuple[str, ...],
) -> None:
    """Open the reading room: a web page on the record, for this machine alone.

    Stop it with Ctrl-C. Everything it shows works without a network. With --team many people log in and work on
    projects, each a record of its own; `legation team` makes the first account.
    """
    settings = Settings.read()
    if host not in {"127.0.0.1", "::1", "localhost"} and not team:
        raise click.UsageError(f"--host {host}: whoever reaches it could read and change the record; add --team")
    # All that it loads takes some seconds.
    click.echo("Opening the reading room …", err=True)
    from legation.web import serving
    from legation.web.house import house_of
    from legation.web.shelf import Holding

    try:
        house = house_of(site, proxies, (accounts or settings.accounts) if team else None)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if not team:
        # Says at once, not at the first request, that a record cannot be opened.
        place.open(create=True).close()
    shown = site or f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    holding = Holding(place.record, place.lexicon, settings.author)
    verbose = logging.getLogger().isEnabledFor(logging.INFO)

    def tell() -> None:
        click.echo(f"The reading room: {shown} (Ctrl-C closes it)", err=True)

    serving.serve(holding, house, (host, port), tell, verbose=verbose)
