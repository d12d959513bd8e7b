"""Opening accounts: made, found again, refused where something else stands; the log only grows."""

import stat
from pathlib import Path

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from legation.errors import BadRecord
from legation.record.session import open_engine
from legation.workspace.team import tables
from legation.workspace.team.schema import STEPS, find_version
from legation.workspace.team.team import Team


@pytest.mark.usefixtures("team")
def test_made_once_and_found_again(place: str) -> None:
    again = Team(place)
    with again.looking() as session:
        assert find_version(session) == len(STEPS)
        assert set(tables.metadata.tables) <= set(inspect(session).get_table_names())
    assert again.visit("nobody's") is None
    again.close()


def test_none_is_made_by_looking(place: str) -> None:
    with pytest.raises(BadRecord, match="legation team init"):
        Team(place)


def test_a_record_is_no_place_for_accounts(place: str) -> None:
    open_engine(place).dispose()
    with pytest.raises(BadRecord, match="not of accounts"):
        Team(place, create=True)


def test_a_newer_one_is_refused(place: str, team: Team) -> None:
    with team.engine.begin() as session:
        session.execute(tables.team_schema.update().values(version=len(STEPS) + 1))
    with pytest.raises(BadRecord, match="newer legation"):
        Team(place)


@pytest.mark.usefixtures("admin")
@pytest.mark.parametrize("change", ["UPDATE audit SET account = 'another'", "DELETE FROM audit"])
def test_the_log_refuses_changes(team: Team, change: str) -> None:
    with pytest.raises(DBAPIError, match="only grows"), team.engine.begin() as session:
        session.execute(text(change))


def test_others_on_the_machine_cannot_read_the_hashes(tmp_path: Path) -> None:
    Team(str(tmp_path / "team.db"), create=True).close()
    assert stat.S_IMODE((tmp_path / "team.db").stat().st_mode) == 0o600
