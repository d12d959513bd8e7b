"""A record for each test of the workspace, on each engine, with a clock that they set."""

import datetime as dt
from collections.abc import Iterator

import pytest

from legation.reading.reader import Reader
from legation.workspace.workspace import Workspace
from tests.record.conftest import engine, place, server

__all__ = ["engine", "place", "server"]


class Clock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = dt.datetime(2026, 1, 2, 12, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def record(place: str, reader: Reader, clock: Clock) -> Iterator[Workspace]:
    with Workspace(place, reader=reader, clock=clock) as made:
        yield made
