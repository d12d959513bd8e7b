"""The commands by which analysts rule, on a record made by hand: what they print, where, and how they fail."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from legation.cli.main import VIEWS, legation
from legation.record.event import short_id
from legation.record.session import open_engine
from tests.record.histories import add

TEXT = "PER AID CHL 2026-02-03 happened tents\nPER ACCUSE CHL 2026-02-09 happened border"


@pytest.fixture
def name(tmp_path: Path) -> str:
    """Return the short id of the one document of a fresh record."""
    engine = open_engine(str(tmp_path / "r.db"))
    (document,) = add(engine, [TEXT])
    engine.dispose()
    return short_id(document)


def run(tmp_path: Path, *words: str, stdin: str | None = None) -> Result:
    arguments = ["--record", str(tmp_path / "r.db"), *words]
    return CliRunner().invoke(legation, arguments, input=stdin, env={"LEGATION_AUTHOR": "ann"})


def test_a_ruling_is_made_listed_shown_and_undone(tmp_path: Path, name: str) -> None:
    made = run(tmp_path, "decide", "amend", f"{name}.c1", "--set", "status=planned", "--reason", "a pledge", "--json")
    decision = json.loads(made.stdout)
    assert (made.exit_code, decision["author"], decision["changes"]) == (0, "ann", {"status": "planned"})
    assert "where the reader has happened (ann" in run(tmp_path, "show", f"{name}.c1").stdout
    (mark,) = json.loads(run(tmp_path, "show", f"{name}.c1", "--json").stdout)["events"][0]["evidence"][0]["decisions"]
    assert (mark["original"], mark["value"], mark["decision"]) == ("happened", "planned", decision["uid"])
    assert "because: a pledge" in run(tmp_path, "decisions", f"{name}.c1").stdout
    assert run(tmp_path, "undo", decision["uid"][:8], "--author", "bob").stdout.startswith("bob took back")
    listed = [json.loads(line) for line in run(tmp_path, "decisions", "--json").stdout.splitlines()]
    assert [row["stands"] for row in listed] == [False, True]


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["decide", "amend", "{name}.c1", "--set", "status"], 2, "FIELD=VALUE"),
        (["decide", "amend", "{name}.c1", "--set", "status=odd"], 2, "happened"),
        (["decide", "same", "{name}.c1"], 2, "name two"),
        (["decide", "same", "{name}.c1", "{name}.c1"], 2, "one claim"),
        (["decide", "accept", "{name}.c1", "{name}.c2"], 2, "second"),
        (["decide", "amend", "{name}", "--set", "status=planned"], 2, "document"),
        (["decide", "accept", "{name}.c99"], 1, "no such thing"),
        (["undo", "abcd"], 1, "no such decision"),
        (["grade", "{name}.c1", "B"], 2, "1 confirmed"),
        (["review", "PER", "CHL", "KEN"], 2, "two"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, name: str, words: list[str], status: int, message: str) -> None:
    done = run(tmp_path, *(word.format(name=name) for word in words))
    assert done.exit_code == status
    assert message in done.stderr
    assert done.stdout == ""


def test_review_takes_keys_from_a_pipe(tmp_path: Path, name: str) -> None:
    done = run(tmp_path, "review", stdin="x\nn look again\ne status=planned\nz\nr a drill\n\nq\n")
    assert done.exit_code == 0
    assert "x: no such key" in done.stderr
    verbs = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("ann ")]
    assert verbs == ["noted", "amended", "took", "rejected"]
    assert "4 rulings" not in done.stderr
    assert json.loads(run(tmp_path, "review", "--json").stdout.splitlines()[0])["claim"].startswith(name)
    assert len(run(tmp_path, "review", "--json").stdout.splitlines()) == 1


def test_conflicts_are_listed(tmp_path: Path, name: str) -> None:
    run(tmp_path, "decide", "accept", f"{name}.c1")
    run(tmp_path, "decide", "reject", f"{name}.c1", "--author", "bob")
    assert "the views follow this one" in " ".join(run(tmp_path, "review", "--conflicts").stdout.split())
    (row,) = [json.loads(line) for line in run(tmp_path, "review", "--conflicts", "--json").stdout.splitlines()]
    assert (row["conflict"], len(row["decisions"])) == ("rulings", 2)


def test_sources_and_grades(tmp_path: Path, name: str) -> None:
    assert run(tmp_path, "grade", f"{name}.c1", "2", "--reason", "seen").exit_code == 0
    assert "credibility 2, probably true (ann" in run(tmp_path, "show", f"{name}.c1").stdout
    (row,) = [json.loads(line) for line in run(tmp_path, "sources", "--json").stdout.splitlines()]
    assert (row["name"], row["documents"], row["reliability"], row["grades"]) == ("no outlet given", 1, "F", [])
    assert "no outlet given" in run(tmp_path, "sources").stdout


@pytest.mark.parametrize(
    ("moment", "events", "decided"),
    [("2026-02-28", 0, 0), ("2026-03-01", 2, 0), ("2026-03-01T00:00", 2, 0), ("2099", 1, 1)],
)
def test_every_view_shows_what_was_known_then(
    tmp_path: Path, name: str, moment: str, events: int, decided: int
) -> None:
    run(tmp_path, "decide", "reject", f"{name}.c1")
    if events:
        shown = run(tmp_path, "chronology", "PER", "CHL", "--as-of", moment, "--json")
        assert len(shown.stdout.splitlines()) == events
    assert len(run(tmp_path, "decisions", "--as-of", moment, "--json").stdout.splitlines()) == decided
    assert run(tmp_path, "search", "tents", "--as-of", moment, "--json").exit_code == 0
    assert len(run(tmp_path, "sources", "--as-of", moment, "--json").stdout.splitlines()) == bool(events)
    assert run(tmp_path, "check", "--as-of", moment).exit_code == 0


def test_every_view_takes_as_of_and_says_what_is_no_date(tmp_path: Path, name: str) -> None:
    assert name
    for command in VIEWS:
        assert "--as-of" in run(tmp_path, str(command.name), "--help").stdout
    done = run(tmp_path, "sources", "--as-of", "yesterday")
    assert (done.exit_code, "2025-08-17" in done.stderr) == (2, True)
