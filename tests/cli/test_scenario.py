"""The commands for influence models."""

import json

import pytest
from click.testing import CliRunner, Result

from legation.cli.main import legation


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(legation, ["scenario", *arguments])


def test_check_says_what_was_checked() -> None:
    assert "12 nodes, 195 judged entries, 7 queries" in invoke("check", "russia-north-korea").stdout


def test_run_prints_contrasts_in_words() -> None:
    printed = " ".join(invoke("run", "grain-corridor", "--draws", "200").stdout.split())
    assert "if we see truce = kept: " in printed
    assert "if we set guarantee = yes: " in printed
    assert "24 points more (90 % of redraws: +" in printed


def test_run_answers_ones_own_question_as_json() -> None:
    done = invoke("run", "grain-corridor", "--do", "premium=bearable", "--ask", "shipments", "--json")
    row = json.loads(done.stdout)
    assert row["side"] == {"given": {}, "do": {"premium": "bearable"}}
    assert row["levels"]["full"] > row["levels_against"]["full"]


def test_tornado_prints_the_furthest_entries() -> None:
    done = invoke("tornado", "grain-corridor", "--given", "truce=kept", "--ask", "shipments", "--top", "3", "--json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    reaches = [abs(row["high"] - row["low"]) for row in rows]
    assert len(rows) == 3
    assert reaches == sorted(reaches, reverse=True)
    assert "worked example" in invoke("tornado", "grain-corridor", "--top", "1").stdout


def test_draw_writes_a_picture() -> None:
    assert invoke("draw", "grain-corridor", "--given", "truce=kept").stdout.startswith("<svg")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("run", "nothing"), 1, "no such file"),
        (("run", "grain-corridor", "--given", "truc=kept"), 2, "truc: no node; there are truce"),
        (("run", "grain-corridor", "--given", "truce"), 2, "write NODE=STATE"),
        (
            ("run", "grain-corridor", "--given", "truce=kept", "--do", "truce=none", "--ask", "shipments"),
            2,
            "both seen",
        ),
        (("draw", "grain-corridor", "--given", "truce=broken"), 2, "truce=broken: no state"),
    ],
)
def test_mistakes_get_one_line(arguments: tuple[str, ...], code: int, words: str) -> None:
    done = invoke(*arguments)
    assert done.exit_code == code
    assert words in done.stderr
