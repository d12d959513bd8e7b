"""Drafts are linted from files and pipes, as lines and as JSON."""

import json
from pathlib import Path

from click.testing import CliRunner

from legation.cli.main import legation


def test_remarks_are_lines_and_the_exit_status_is_one(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("A treaty is likely.\nLima may well sign.\n", encoding="utf-8")
    done = CliRunner().invoke(legation, ["lint", str(draft)])
    assert done.exit_code == 1
    assert done.stdout.startswith(f"{draft}:2:6: off the scale: “may well”: ")
    assert "1 remark in 1 draft" in done.stderr


def test_a_clean_draft_passes() -> None:
    done = CliRunner().invoke(legation, ["lint", "-"], input="A treaty is likely (55–80 %).\n")
    assert (done.exit_code, done.stdout) == (0, "")


def test_remarks_as_json() -> None:
    done = CliRunner().invoke(legation, ["lint", "-", "--json"], input="There is a 70 % chance of it.\n")
    (row,) = map(json.loads, done.stdout.splitlines())
    assert (row["file"], row["line"], row["column"], row["rule"]) == ("-", 1, 12, "bare number")


def test_what_cannot_be_read_is_a_usage_error(tmp_path: Path) -> None:
    done = CliRunner().invoke(legation, ["lint", str(tmp_path / "none.md")])
    assert done.exit_code == 2
    assert "cannot be read" in done.stderr
