"""What people of a team do, and what they cannot."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from legation.workspace.team import audit, tables
from legation.workspace.team.accounts import Account, Applicant, UnknownAccountError, list_accounts
from legation.workspace.team.audit import Deed
from legation.workspace.team.invitations import Offer
from legation.workspace.team.projects import Project
from legation.workspace.team.roles import Role
from legation.workspace.team.team import Team
from tests.workspace.team.conftest import PASSWORD, Clock

pytestmark = pytest.mark.usefixtures("admin")
HOUSE = Project("gulf", "The Gulf", "gulf.db", None)


def log_in(team: Team, name: str, password: str = PASSWORD) -> str:
    found = team.log_in(name, password, "192.0.2.7")
    assert found is not None
    return found[1]


def enter(team: Team, name: str, role: Role, project: str | None = None) -> Account:
    _, secret = team.invite(Offer(role, project), "root")
    return team.accept(secret, Applicant(name, "", PASSWORD), "")[0]


def test_a_session_stands_for_its_account(team: Team, admin: Account) -> None:
    visit = team.visit(log_in(team, " ROOT "))
    assert visit is not None
    assert visit.account == admin


@pytest.mark.parametrize(("name", "password"), [("root", "wrong"), ("nobody", PASSWORD), ("root", "")])
def test_who_is_refused(team: Team, name: str, password: str) -> None:
    assert team.log_in(name, password, "192.0.2.7") is None


def test_a_session_ends_by_leaving_idling_and_age(team: Team, admin: Account, clock: Clock) -> None:
    left, idle, old = (log_in(team, "root") for _ in range(3))
    team.log_out(admin, left, "")
    assert team.visit(left) is None
    for _ in range(7 * 4 - 1):
        clock.pass_(hours=6)
        assert team.visit(old) is not None
    assert team.visit(idle) is None
    clock.pass_(hours=6)
    assert team.visit(old) is None


def test_another_password_ends_every_session(team: Team, admin: Account) -> None:
    before = log_in(team, "root")
    with pytest.raises(ValueError, match="present password"):
        team.change_password(admin, "wrong", "other quiet words", "")
    after = team.change_password(admin, PASSWORD, "other quiet words", "")
    assert team.visit(before) is None
    assert team.visit(after) is not None
    assert team.log_in("root", PASSWORD, "") is None


def test_secrets_and_passwords_are_nowhere_in_the_database(team: Team) -> None:
    secret = log_in(team, "root")
    _, invited = team.invite(Offer(Role.ADMIN, note="for Mina"), "root")
    with team.looking() as session:
        kept = str([session.execute(select(table)).all() for table in tables.metadata.sorted_tables])
    assert "argon2id" in kept
    for word in (secret, invited, PASSWORD):
        assert word not in kept


def test_an_invitation_opens_one_account_once(team: Team) -> None:
    team.add_project(HOUSE, "root")
    _, secret = team.invite(Offer(Role.ANALYST, "gulf"), "root")
    mina, _ = team.accept(secret, Applicant("mina", "Mina", PASSWORD), "")
    assert {name: role for name, (_, role) in team.projects_of(mina).items()} == {"gulf": Role.ANALYST}
    with pytest.raises(UnknownAccountError, match="used, withdrawn or expired"):
        team.accept(secret, Applicant("eve", "Eve", PASSWORD), "")


def test_of_two_who_take_one_invitation_at_once_one_gets_in(team: Team) -> None:
    _, secret = team.invite(Offer(Role.ADMIN), "root")

    def attempt(name: str) -> bool:
        try:
            team.accept(secret, Applicant(name, "", PASSWORD), "")
        except UnknownAccountError:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(attempt, ["anna", "bert", "cleo", "dora"]))
    assert sum(results) == 1
    with team.looking() as session:
        assert len(list_accounts(session)) == 2


def test_an_invitation_that_failed_can_be_used_again(team: Team) -> None:
    _, secret = team.invite(Offer(Role.ADMIN), "root")
    with pytest.raises(ValueError, match="taken"):
        team.accept(secret, Applicant("ROOT", "", PASSWORD), "")
    assert team.accept(secret, Applicant("mina", "", PASSWORD), "")


def test_invitations_expire_and_can_be_withdrawn(team: Team, clock: Clock) -> None:
    invitation, withdrawn = team.invite(Offer(Role.ADMIN), "root")
    _, late = team.invite(Offer(Role.ADMIN, days=2), "root")
    team.withdraw(invitation.id, "root")
    clock.pass_(days=2)
    for secret in (withdrawn, late, "guessed"):
        with pytest.raises(UnknownAccountError):
            team.accept(secret, Applicant("eve", "", PASSWORD), "")


@pytest.mark.parametrize(
    "offer", [Offer(Role.READER), Offer(Role.ADMIN, "gulf"), Offer(Role.ADMIN, days=0), Offer(Role.ADMIN, days=400)]
)
def test_offers_that_make_no_sense(team: Team, offer: Offer) -> None:
    team.add_project(HOUSE, "root")
    with pytest.raises(ValueError, match=r"invit"):
        team.invite(offer, "root")


@pytest.mark.parametrize("name", ["", "a", "a b", "<script>", "a/b", "x" * 65])
def test_names_that_are_none(team: Team, name: str) -> None:
    _, secret = team.invite(Offer(Role.ADMIN), "root")
    with pytest.raises(ValueError, match="a name has"):
        team.accept(secret, Applicant(name, "", PASSWORD), "")


def test_roles_are_held_in_a_project_and_can_be_taken_away(team: Team, admin: Account) -> None:
    team.add_project(HOUSE, "root")
    team.add_project(Project("nile", "The Nile", "nile.db", None), "root")
    mina = enter(team, "mina", Role.READER, "gulf")
    assert set(team.projects_of(mina)) == {"gulf"}
    team.set_role("nile", "mina", Role.EDITOR, Deed("root", "role"))
    team.set_role("gulf", "mina", None, Deed("root", "role"))
    assert [role for _, role in team.projects_of(mina).values()] == [Role.EDITOR]
    team.close_project("nile", "root")
    assert team.projects_of(mina) == {}
    assert set(team.projects_of(admin)) == {"gulf"}


def test_a_closed_account_is_out_at_once(team: Team) -> None:
    enter(team, "mina", Role.ADMIN)
    secret = log_in(team, "mina")
    team.close_account("mina", "root")
    assert team.visit(secret) is None
    assert team.log_in("mina", PASSWORD, "") is None
    team.close_account("mina", "root", is_open=True)
    assert team.log_in("mina", PASSWORD, "") is not None


def test_the_last_admin_stays(team: Team) -> None:
    with pytest.raises(ValueError, match="only admin"):
        team.close_account("root", "root")
    with pytest.raises(ValueError, match="only admin"):
        team.set_admin("root", "root", is_admin=False)


def test_a_team_is_founded_once(team: Team) -> None:
    with pytest.raises(ValueError, match="has accounts"):
        team.found(Applicant("eve", "", PASSWORD))


def test_everything_done_is_in_the_log(team: Team, admin: Account) -> None:
    secret = log_in(team, "root")
    team.log_in("root", "wrong", "198.51.100.1")
    team.log_out(admin, secret, "192.0.2.7")
    with team.looking() as session:
        entries = audit.read_log(session)
        later = audit.read_log(session, limit=1, before=entries[0].number)
    assert [entry.deed.action for entry in entries] == ["logout", "login refused", "login", "team founded"]
    assert entries[1].deed.address == "198.51.100.1"
    assert later == entries[1:2]


def test_what_fails_is_not_logged_as_done(team: Team) -> None:
    with pytest.raises(ValueError, match="only admin"):
        team.close_account("root", "root")
    with team.looking() as session:
        assert [entry.deed.action for entry in audit.read_log(session)] == ["team founded"]
