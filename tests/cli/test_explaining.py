"""`legation explain`: what people see, what programs get, a frame of one's own, a sentence that is not there."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from legation.cli.main import legation

pytestmark = pytest.mark.model
SENTENCE = "Kenya may send police to Haiti on Monday, the ministry said."


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(legation, [*arguments], input=stdin)


def test_people_see_parse_parts_rules_and_near_misses() -> None:
    shown = run("explain", SENTENCE, "--published", "2026-03-04").stdout
    for part in (
        "nsubj",
        "KEN, Kenya, state",
        "2026-03-",
        "cue “said”",
        "modal “may”: possible",
        "from slot to",
        "lost to",
    ):
        assert part in " ".join(shown.split()), part


def test_programs_get_everything_from_stdin_too() -> None:
    row = json.loads(run("explain", "-", "--json", stdin=SENTENCE).stdout)
    assert {"reading", "words", "fired", "cued", "missed", "frameless", "repairs"} == set(row)
    assert len(row["missed"]) > len([line for line in run("explain", SENTENCE).stdout.splitlines() if "AID" in line])


def test_a_frame_of_one_s_own_is_named_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "frames").mkdir()
    entry = '- {verb: [ghost], type: REJECT, to: [obj], source: desk, example: "Baku ghosted the mediators."}\n'
    (tmp_path / "frames" / "desk.yml").write_text(entry, encoding="utf-8")
    without, with_it = (
        run(*options, "explain", "Baku ghosted Yerevan.").stdout for options in ((), ("--lexicon", str(tmp_path)))
    )
    assert "Verbs without a frame" in without
    assert "reject/verb:ghost in frames/desk.yml" in " ".join(with_it.split())


def test_no_sentence_is_a_usage_error() -> None:
    done = run("explain", "  ")
    assert done.exit_code == 2
    assert "there is no sentence" in done.stderr
