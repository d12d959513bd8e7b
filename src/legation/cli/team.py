"""The commands by which whoever runs a server sees to its team: init, invite, project, people, password, log."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.table import Table

from legation.cli.context import Commands, Place, json_option, make_console, pass_place, print_json
from legation.settings import Settings

if TYPE_CHECKING:
    from legation.workspace.team.team import Team


@click.group(cls=Commands)
@click.option("--accounts", metavar="PATH|URL", help="The team's accounts. [LEGATION_ACCOUNTS]")
@click.pass_context
def team(context: click.Context, accounts: str | None) -> None:
    """See to the team of a server: first account, invitations, projects (docs/serving.md)."""
    context.meta["accounts"] = accounts or Settings.read().accounts


@contextmanager
def opened(*, create: bool = False) -> Iterator["Team"]:
    """Open the accounts; what makes no sense is a usage error."""
    from legation.workspace.team.team import Team

    found = Team(click.get_current_context().meta["accounts"], create=create)
    try:
        yield found
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    finally:
        found.close()


def ask_password(*, from_stdin: bool) -> str:
    """Return a password from standard input, or typed twice."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))


stdin_option = click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")


@team.command()
@click.argument("name")
@click.option("--title", default="", help="The name others see.")
@stdin_option
def init(name: str, title: str, password_stdin: bool) -> None:
    """Make the accounts database and its first account, an admin's."""
    from legation.workspace.team.accounts import Applicant

    with opened(create=True) as found:
        account = found.found(Applicant(name, title, ask_password(from_stdin=password_stdin)))
    click.echo(f"{account.name} is the first admin; `legation team project ID` opens a project on a record")


@team.command()
@click.argument("project", required=False)
@click.option(
    "--role", type=click.Choice(["reader", "analyst", "editor", "admin"]), default="analyst", show_default=True
)
@click.option("--note", default="", help="For whom it is.")
@click.option("--days", type=click.IntRange(1, 90), default=7, show_default=True, help="How long it can be used.")
@click.option("--site", default="", metavar="URL", help="The address people use; put before the invitation's path.")
def invite(project: str | None, role: str, note: str, days: int, site: str) -> None:
    """Invite somebody into PROJECT (admins are so everywhere); prints the address to send."""
    from legation.workspace.team.invitations import Offer
    from legation.workspace.team.roles import Role

    with opened() as found:
        _, secret = found.invite(Offer(Role(role), project, note, days), Settings.read().author or "the server")
    click.echo(f"{site.rstrip('/')}/invitations/{secret}")


@team.command()
@click.argument("name")
@click.option("--title", default="", help="What people see.")
@click.option("--close", "state", flag_value="close", help="Close it to its members; its record is left as it is.")
@click.option("--open", "state", flag_value="open", help="Open it again.")
@pass_place
def project(place: Place, name: str, title: str, state: str | None) -> None:
    """Open a project called NAME (small letters, digits, hyphens) on the record that --record names."""
    from legation.workspace.team.projects import Project

    by = Settings.read().author or "the server"
    with opened() as found:
        if state:
            found.close_project(name, by, is_open=state == "open")
            return
        # A record that cannot be opened is found out now, not by the first who enters.
        place.open(create=True).close()
        record = place.record if "://" in place.record else str(Path(place.record).resolve())
        made = found.add_project(Project(name, title, record, None), by)
    click.echo(f"{made.title}: /p/{made.id}/")


@team.command()
@json_option
def people(as_json: bool) -> None:
    """List the accounts with their roles."""
    from legation.workspace.team import accounts, projects

    with opened() as found, found.looking() as session:
        everybody = accounts.list_accounts(session)
        held = {account.name: projects.projects_of(session, account) for account in everybody}
    if as_json:
        print_json(
            {
                "name": account.name,
                "title": account.title,
                "admin": account.is_admin,
                "open": account.is_open,
                "projects": {name: role.value for name, (_, role) in held[account.name].items()},
            }
            for account in everybody
        )
        return
    table = Table("Name", "Seen as", "Projects", "Since", box=None)
    for account in everybody:
        roles = ", ".join(f"{name} ({role})" for name, (_, role) in held[account.name].items())
        since = account.made_at[:10] + ("" if account.is_open else " (closed)")
        table.add_row(account.name, account.title, "admin" if account.is_admin else roles, since)
    make_console().print(table)


@team.command()
@click.argument("name")
@stdin_option
def password(name: str, password_stdin: bool) -> None:
    """Give the account NAME another password; its sessions end."""
    with opened() as found:
        new = ask_password(from_stdin=password_stdin)
        found.reset_password(name, new, Settings.read().author or "the server")


@team.command()
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="How many entries.")
@click.option("--account", help="Of one account's doing.")
@json_option
def log(limit: int, account: str | None, as_json: bool) -> None:
    """Print the log of the team, the newest first."""
    from legation.workspace.team import audit

    with opened() as found, found.looking() as session:
        entries = audit.read_log(session, limit, account=account)
    if as_json:
        print_json(
            {
                "at": entry.at,
                "account": entry.deed.account,
                "action": entry.deed.action,
                "subject": entry.deed.subject,
                "project": entry.deed.project,
                "address": entry.deed.address,
            }
            for entry in entries
        )
        return
    table = Table("When", "Who", "What", "To what", "From", box=None)
    for entry in entries:
        deed = entry.deed
        table.add_row(entry.at[:19].replace("T", " "), deed.account, deed.action, deed.subject, deed.address)
    make_console().print(table)
