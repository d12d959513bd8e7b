"""Accounts of their own for each test, on each engine, with a clock that tests move."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from legation.workspace.team.accounts import Account, Applicant
from legation.workspace.team.team import Team
from tests.record.conftest import place

__all__ = ["place"]

PASSWORD = "four quiet words here"


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: dt.datetime = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now

    def pass_(self, **time: float) -> None:
        self.now += dt.timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def team(place: str, clock: Clock) -> Iterator[Team]:
    team = Team(place, create=True, clock=clock)
    yield team
    team.close()


@pytest.fixture
def admin(team: Team) -> Account:
    return team.found(Applicant("Root", "The admin", PASSWORD))
