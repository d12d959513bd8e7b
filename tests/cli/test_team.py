"""Seeing to a team from the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from legation.cli.main import legation
from legation.workspace.team.team import Team

PASSWORD = "four quiet words here"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Run":
    monkeypatch.setenv("LEGATION_ACCOUNTS", str(tmp_path / "team.db"))
    monkeypatch.setenv("LEGATION_RECORD", str(tmp_path / "gulf.db"))
    return Run(CliRunner())


class Run:
    """Runs one command and returns what it printed."""

    def __init__(self, runner: CliRunner) -> None:
        self.runner = runner

    def __call__(self, *arguments: str, password: str = "", code: int = 0) -> str:
        done = self.runner.invoke(legation, arguments, input=f"{password}\n")
        assert done.exit_code == code, done.output
        return done.output


def test_from_nothing_to_people_in_a_project(run: Run, tmp_path: Path) -> None:
    run("team", "init", "root", "--password-stdin", password=PASSWORD)
    assert run("team", "project", "gulf", "--title", "The Gulf") == "The Gulf: /p/gulf/\n"
    address = run("team", "invite", "gulf", "--role", "reader", "--site", "https://desk.example.org/").strip()
    assert address.startswith("https://desk.example.org/invitations/")
    team = Team(str(tmp_path / "team.db"))
    assert team.invitation(address.rsplit("/", 1)[1]).role == "reader"
    team.close()
    people = [json.loads(line) for line in run("team", "people", "--json").splitlines()]
    assert [(one["name"], one["admin"], one["projects"]) for one in people] == [("root", True, {"gulf": "admin"})]
    assert "team founded" in run("team", "log")


def test_a_lost_password_is_replaced(run: Run, tmp_path: Path) -> None:
    run("team", "init", "root", "--password-stdin", password=PASSWORD)
    run("team", "password", "root", "--password-stdin", password="five other quiet words")
    team = Team(str(tmp_path / "team.db"))
    assert team.log_in("root", PASSWORD, "") is None
    assert team.log_in("root", "five other quiet words", "") is not None
    team.close()


@pytest.mark.parametrize(
    ("arguments", "password", "code", "words"),
    [
        (("team", "people"), "", 1, "legation team init"),
        (("team", "init", "root", "--password-stdin"), "short", 2, "at least 12"),
        (("serve", "--host", "0.0.0.0"), "", 2, "add --team"),
        (("serve", "--team", "--site", "desk.example.org"), "", 2, "give the address"),
        (("serve", "--team"), "", 1, "legation team init"),
    ],
)
def test_what_goes_wrong_says_what_next(
    run: Run, arguments: tuple[str, ...], password: str, code: int, words: str
) -> None:
    assert words in run(*arguments, password=password, code=code)
