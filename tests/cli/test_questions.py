"""Question commands as analysts meet them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from legation.cli.main import legation
from tests.judgement.questions import GOOD

pytestmark = pytest.mark.model
SAMPLES = Path(__file__).parents[2] / "src" / "legation" / "samples"
NAME = "expedience-or-alliance"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("questions") / "record.db"
    done = CliRunner().invoke(legation, ["--record", str(place), "add", str(SAMPLES)])
    assert done.exit_code == 0, done.output
    return place


def run(record: Path, *arguments: str) -> Result:
    return CliRunner().invoke(legation, ["--record", str(record), "question", *arguments])


def words(result: Result) -> str:
    return " ".join(result.stdout.split())


def test_a_weighing_says_what_is_reported_inferred_assumed_and_unseen(record: Path) -> None:
    done = run(record, "weigh", NAME)
    assert done.exit_code == 0, done.output
    for heading in (
        "Answer",
        "What is reported",
        "What is inferred",
        "What is assumed",
        "What would change our mind",
        "What to watch next",
        "What we could not see",
    ):
        assert f"\n{heading}\n" in done.stdout
    assert "“Putin thanked North Korea for sending troops to the Kursk region.”" in words(done)
    assert "0 dB" in done.stdout


def test_likelihood_and_confidence_never_share_a_sentence_and_nothing_is_certain(record: Path, tmp_path: Path) -> None:
    output = tmp_path / "sheet.md"
    run(record, "weigh", NAME, "-o", str(output))
    text = output.read_text(encoding="utf-8")
    assert "100 %" not in text
    assert " 0 %" not in text
    sentences = [sentence for line in text.splitlines() for sentence in line.split(". ")]
    (confidence,) = [sentence for sentence in sentences if "Confidence is" in sentence]
    assert "likely" not in confidence
    assert any("Likeliest is" in sentence for sentence in sentences)


def test_json_has_every_figure_with_its_words(record: Path) -> None:
    found = json.loads(run(record, "weigh", NAME, "--json").stdout)
    assert sum(one["posterior"] for one in found["hypotheses"]) == pytest.approx(1)
    assert max(found["likelihood"].values()) == 1.0
    shown = [one for one in found["indicators"] if one["state"] == "shown"]
    for one in shown:
        reports = [report for event in one["events"] for report in event["reports"]]
        assert set(one["counted"]) <= {report["claim"] for report in reports}
        assert all(report["quote"] and report["document"].startswith("sha256:") for report in reports)
    assert {one["sources"] for one in found["flips"]["without"]} >= {"RUS", "state media"}


@pytest.mark.parametrize(("suffix", "cell"), [(".html", '<a href="#i-troops">'), (".md", "](#i-troops)")])
def test_cells_of_the_matrix_open_the_words(record: Path, tmp_path: Path, suffix: str, cell: str) -> None:
    output = tmp_path / f"sheet{suffix}"
    assert run(record, "weigh", NAME, "-o", str(output)).exit_code == 0
    text = output.read_text(encoding="utf-8")
    assert cell in text
    assert 'id="i-troops"' in text
    assert "sending troops to the Kursk region" in text
    assert "<script" not in text


def test_another_suffix_is_a_usage_error(record: Path, tmp_path: Path) -> None:
    done = run(record, "weigh", NAME, "-o", str(tmp_path / "sheet.doc"))
    assert done.exit_code == 2
    assert "a sheet is written as .html or .md" in done.stderr


def test_what_changed_since_a_day(record: Path) -> None:
    done = run(record, "weigh", NAME, "--since", "2024-09")
    assert "What changed since 30 September 2024" in done.stdout
    assert "troops: not yet → reported" in done.stdout


def test_watch_lists_what_would_tell_most_with_a_day(record: Path) -> None:
    done = run(record, "watch", NAME, "--json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["bits_per_cost"] for row in rows] == sorted((row["bits_per_cost"] for row in rows), reverse=True)
    assert {row["indicator"]: row["silence_counts_from"] for row in rows}["joint_exercise"] == "2027-07-01"
    assert "joint_exercise" in run(record, "watch", NAME).stdout


def test_a_new_file_is_sound_and_never_overwrites(record: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.yml"
    assert run(record, "new", str(file)).exit_code == 0
    assert "sound" in run(record, "check", str(file)).stdout
    assert run(record, "new", str(file)).exit_code == 2


def test_a_bad_file_gets_one_line(record: Path, tmp_path: Path) -> None:
    file = tmp_path / "bad.yml"
    file.write_text(GOOD.replace("  other: Something else.\n", ""), encoding="utf-8")
    for command in ("check", "weigh", "watch", "show", "lock"):
        done = run(record, command, str(file))
        assert done.exit_code == 1
        assert done.stderr.count("\n") == 1
        assert f"{file}:8: there is no hypothesis `other`: add" in done.stderr


def test_evidence_is_proposed_accepted_and_rejected(record: Path) -> None:
    first = json.loads(run(record, "evidence", NAME, "veto", "--json").stdout)
    event = first["events"][0]["event"]
    assert first["events"][0]["review"] is None
    assert run(record, "accept", NAME, "veto", event, "--author", "ann", "--reason", "read it").exit_code == 0
    again = json.loads(run(record, "evidence", NAME, "veto", "--json").stdout)
    assert again["events"][0]["review"]["author"] == "ann"
    assert "accepted by ann" in words(run(record, "evidence", NAME, "veto"))
    assert run(record, "accept", NAME, "vetoes", event, "--author", "ann").exit_code == 2
    assert run(record, "evidence", NAME, "vetoes").exit_code == 2


def test_questions_are_shown_listed_and_locked(record: Path) -> None:
    assert "Each takes what the war makes it need" in words(run(record, "show", NAME))
    assert run(record, "lock", "gulf-detente", "--author", "ann").exit_code == 0
    rows = {row["id"]: row for row in map(json.loads, run(record, "list", "--json").stdout.splitlines())}
    assert rows["gulf-detente"]["locks"][0]["author"] == "ann"
    assert rows["indus-waters"]["locks"] == []
    assert "locked" in run(record, "list").stdout


@pytest.mark.parametrize("option", [("--on", "2020"), ("--as-of", "2020-01-01")])
def test_a_day_before_the_question_begins_is_a_usage_error(record: Path, option: tuple[str, str]) -> None:
    done = run(record, "weigh", NAME, *option)
    assert done.exit_code == 2
    assert "choose a later day" in done.stderr


def test_an_empty_record_is_not_assessed(tmp_path: Path) -> None:
    place = tmp_path / "empty.db"
    assert CliRunner().invoke(legation, ["--record", str(place), "init"]).exit_code == 0
    assert "Not assessed" in run(place, "weigh", NAME).stdout
