"""The benchmark of the reading room runs on a small record and prints its table."""

import re
from pathlib import Path

import pytest

from tests.benchmarks.test_smoke import run

pytestmark = [pytest.mark.smoke, pytest.mark.model]


def test_web(tmp_path: Path) -> None:
    place = tmp_path / "small.db"
    run("record_size", "--claims", 600, "--documents", 120, "--place", place)
    printed = run("web", place, "--users", 3, "--seconds", 6, "--think", 0.1)
    asked = {found[1]: int(found[2]) for found in re.finditer(r"^(/.*?) +(\d+) +\d+ +\d+ +\d+", printed, re.MULTILINE)}
    assert len(asked) > 12
    assert all(asked.values())
