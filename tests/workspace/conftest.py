"""A record for each test of the workspace, on each engine."""

from tests.record.conftest import engine, place

__all__ = ["engine", "place"]
