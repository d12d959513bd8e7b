"""The command line as its users meet it: data on stdout, the rest on stderr, honest exit statuses."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from legation.cli.main import legation

pytestmark = pytest.mark.model
SAMPLES = Path(__file__).parents[2] / "src" / "legation" / "samples"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("record") / "record.db"
    done = CliRunner().invoke(legation, ["--record", str(place), "add", str(SAMPLES)])
    assert done.exit_code == 0, done.output
    return place


def run(record: Path, *arguments: str) -> Result:
    return CliRunner().invoke(legation, ["--record", str(record), *arguments])


def test_chronology_shows_words_and_status(record: Path) -> None:
    done = run(record, "chronology", "RUS", "PRK")
    assert done.exit_code == 0
    assert "Vladimir Putin and Kim Jong Un" in done.stdout
    assert "Putin and Kim last met in September 2023" in " ".join(done.stdout.split())
    assert "conditional" in done.stdout
    assert "No date given" in done.stdout


def test_chronology_as_json_quotes_its_documents(record: Path) -> None:
    lines = [
        json.loads(line) for line in run(record, "chronology", "Russia", "North Korea", "--json").stdout.splitlines()
    ]
    assert lines
    statuses = {line["status"] for line in lines}
    assert {"happened", "possible", "conditional"} <= statuses


def test_names_and_codes_mean_the_same(record: Path) -> None:
    by_code = run(record, "chronology", "SAU", "IRN", "--json").stdout
    by_name = run(record, "chronology", "Saudi Arabia", "Iranian", "--json").stdout
    assert by_code == by_name != ""


def test_a_period_leaves_out_what_lies_outside(record: Path) -> None:
    done = run(record, "chronology", "RUS", "PRK", "--from", "2024-01-01", "--to", "2025-01-01")
    assert "September 2023" not in done.stdout.split("No date given")[0].split("conditional")[0]
    assert "8–13 October 2024" in done.stdout


def test_an_unknown_actor_gets_suggestions(record: Path) -> None:
    done = run(record, "chronology", "Rusland Federal", "PRK")
    assert done.exit_code == 1
    assert "Rusland Federal" in done.stderr
    assert done.stdout == ""


def test_search_finds_words_and_says_where(record: Path) -> None:
    done = run(record, "search", "border patrols", "--json")
    hits = [json.loads(line) for line in done.stdout.splitlines()]
    assert hits
    nothing = run(record, "search", "zyzzyva")
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    assert "nothing found" in nothing.stderr


def test_search_says_of_an_event_whether_it_happened(record: Path) -> None:
    asked = ("search", "troops", "--kind", "claim", "--status", "planned")
    (first, *_) = map(json.loads, run(record, *asked, "--json").stdout.splitlines())
    assert first["status"] == "planned"
    lines = run(record, *asked).stdout
    assert "  planned · " in lines.replace("\n ", " ")
    assert "MOBILIZE" not in lines


def test_show_opens_an_event_by_the_id_the_chronology_gives(record: Path) -> None:
    line = json.loads(run(record, "chronology", "COD", "RWA", "--json").stdout.splitlines()[0])
    done = run(record, "show", line["event"] if "event" in line else line["id"])
    assert done.exit_code == 0
    assert "“" in done.stdout


def test_brief_holds_each_quote_escaped(tmp_path: Path) -> None:
    evil = tmp_path / "evil.txt"
    evil.write_text(
        "Published: 4 March 2026\nPeru sent <script>alert(1)</script> tents to Chile on Monday.\n", encoding="utf-8"
    )
    place = tmp_path / "r.db"
    assert run(place, "add", str(evil)).exit_code == 0
    page = tmp_path / "brief.html"
    assert run(place, "brief", "PER", "CHL", "-o", str(page)).exit_code == 0
    html = page.read_text(encoding="utf-8")
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_add_names_what_is_bad_and_fails_at_the_end(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("Japan condemned Peru.", encoding="utf-8")
    bad.write_bytes(b"")
    place = tmp_path / "r.db"
    done = run(place, "add", str(bad), str(good))
    assert done.exit_code == 1
    assert "bad.txt" in done.stderr
    assert run(place, "check").exit_code == 0
    assert "bad.txt" in run(place, "problems").stdout


def test_a_wrong_command_line_is_status_2(record: Path) -> None:
    assert run(record, "chronology", "RUS").exit_code == 2
    assert run(record, "chronology", "RUS", "PRK", "--from", "soon").exit_code == 2


def test_what_is_no_record_is_said_in_one_line(tmp_path: Path) -> None:
    place = tmp_path / "notes.db"
    place.write_text("these are notes", encoding="utf-8")
    done = run(place, "chronology", "RUS", "PRK")
    assert done.exit_code == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "notes.db" in done.stderr


def test_read_prints_one_object_a_line_in_input_order(tmp_path: Path) -> None:
    names = []
    for name, text in (("b.txt", "Japan condemned Peru."), ("a.txt", "Peru thanked Japan.")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        names.append(str(tmp_path / name))
    done = CliRunner().invoke(legation, ["read", "--json", *names])
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [item["document"]["path"] for item in found] == names
    assert [item["claims"][0]["type"] for item in found] == ["ACCUSE", "SUPPORT"]


@pytest.mark.parametrize("name", ["contacts", "transfers", "commitments", "statements", "launches"])
def test_a_view_lists_the_same_events_for_the_eye_and_as_json(record: Path, name: str) -> None:
    shown = run(record, name, "PRK")
    rows = [json.loads(line) for line in run(record, name, "PRK", "--json").stdout.splitlines()]
    assert shown.exit_code == 0
    assert rows
    assert all(row["event"] in shown.stdout for row in rows if "event" in row)


def test_contacts_check_what_reports_say_of_their_order(record: Path) -> None:
    found = " ".join(run(record, "contacts", "RUS", "PRK").stdout.split())
    assert "“second meeting in less than a year”:" in found


def test_the_ledger_gives_a_lower_bound(record: Path) -> None:
    rows = [json.loads(line) for line in run(record, "transfers", "PRK", "RUS", "--json").stdout.splitlines()]
    totals = {row["total"]["unit"]: row["low"] for row in rows if "total" in row}
    assert totals["containers"] == 7000


def test_intervals_measure_from_the_last_event(record: Path) -> None:
    ask = ("intervals", "PRK", "--of", "MOBILIZE", "--about", "satellite", "--after", "CONSULT")
    done = run(record, *ask, "--after-with", "PRK", "--after-with", "RUS", "--json")
    spans = {row["from"]: row["interval"]["days_least"] for row in map(json.loads, done.stdout.splitlines())}
    assert spans["2023-11-21"] == 52
    assert run(record, *ask[:3], "NONSENSE", "--after", "CONSULT").exit_code == 2


def test_silence_tells_its_coverage(record: Path) -> None:
    (row,) = map(json.loads, run(record, "silence", "KOR", "no such topic", "--json").stdout.splitlines())
    assert row["last"] is None
    assert row["on_topic"] == 0
    assert not row["means_something"]
    (spoken,) = map(json.loads, run(record, "silence", "KOR", "Vladivostok", "--json").stdout.splitlines())
    assert "Vladivostok" in spoken["last"]["words"]


def test_compare_tells_what_each_report_leaves_out(record: Path) -> None:
    ids = [json.loads(line)["ref"] for line in run(record, "search", "Pyongyang", "--json").stdout.splitlines()]
    here, there = [ref for ref in ids if ref.startswith("sha256:")][:2]
    rows = [json.loads(line) for line in run(record, "compare", here, there, "--json").stdout.splitlines()]
    sides = {row["told_by"] for row in rows}
    assert {"A", "B"} <= sides


def test_export_writes_what_the_chronology_lists(record: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    assert run(record, "export", "RUS", "PRK", "-o", str(target)).exit_code == 0
    listed = {
        json.loads(line)["event"] for line in run(record, "chronology", "RUS", "PRK", "--json").stdout.splitlines()
    }
    assert {json.loads(line)["event"] for line in target.read_text(encoding="utf-8").splitlines()} == listed


def test_the_whole_record_is_exported_without_actors(record: Path) -> None:
    lines = run(record, "export", "--format", "jsonl").stdout.splitlines()
    (counted,) = re.findall(r"(\d+) events", run(record, "check").stdout)
    assert len(lines) == int(counted)


def test_an_unknown_format_is_named_with_those_there_are(record: Path) -> None:
    done = run(record, "export", "--format", "xls")
    assert done.exit_code == 1
    assert "xls: no export format; there are csv, ftm" in done.stderr


def test_imported_rows_are_claims_of_their_origin(tmp_path: Path) -> None:
    table = tmp_path / "set.csv"
    table.write_text("date,source,target,type,url\n2024-03-01,Peru,Chile,AID,u\n1/2/24,Peru,Chile,AID,u\n", "utf-8")
    place = tmp_path / "own.db"
    done = run(place, "import", str(table), "--origin", "A set")
    assert (done.exit_code, done.stdout) == (1, "2 rows, 1 claim of A set\n")
    assert "no date with its year first" in done.stderr
    shown = run(place, "chronology", "PER", "CHL").stdout
    assert "A set" in shown
    again = run(place, "import", str(table), "--origin", "A set", "--json")
    assert not json.loads(again.stdout)["new"]
    assert run(place, "reread").stdout.startswith("0 new")
    assert "sound" in run(place, "check").stdout


def test_of_a_table_that_has_grown_only_what_is_new_is_imported(tmp_path: Path) -> None:
    head, rows = "date,source,target,type\n", [f"2024-03-{day:02},Peru,Chile,AID\n" for day in range(1, 29)] * 20
    table, place = tmp_path / "set.csv", tmp_path / "own.db"
    for count in (500, len(rows)):
        table.write_text(head + "".join(rows[:count]), "utf-8")
        lines = run(place, "import", str(table), "--origin", "A set", "--json").stdout.splitlines()
        found = [(item["rows"], item["new"]) for item in map(json.loads, lines)]
        assert found == [(500, True)] if count == 500 else [(60, True), (500, False)]
    assert "sound" in run(place, "check").stdout


def test_a_search_is_narrowed_kept_and_run_again(record: Path) -> None:
    asked = ("search", "containers", "--kind", "claim", "--actor", "PRK", "--with", "RUS", "--type", "AID", "--json")
    found = run(record, *asked, "--save", "shells", "--author", "ana")
    assert found.exit_code == 0
    assert {json.loads(line)["kind"] for line in found.stdout.splitlines()} == {"claim"}
    assert run(record, "saved").stdout.startswith("shells: containers · actor PRK · kinds claim")
    assert run(record, "saved", "shells", "--json").stdout == found.stdout
    assert run(record, "saved", "shells", "--forget").exit_code == 0
    assert "no search is kept" in run(record, "saved", "shells").stderr


@pytest.mark.parametrize("group", [[], ["question"], ["scenario"], ["forecast"], ["team"]])
def test_commands_are_listed_in_whole_sentences(record: Path, group: list[str]) -> None:
    listed = run(record, *group, "--help").stdout.partition("Commands:")[2]
    assert listed
    assert "..." not in listed


def test_a_comparison_says_what_each_sentence_tells_and_how_real_it_is(record: Path) -> None:
    lines = run(record, "chronology", "RUS", "PRK", "--json").stdout.splitlines()
    names = sorted({item["document"] for line in lines for item in json.loads(line)["evidence"]})
    told = run(record, "compare", *names[:2]).stdout
    statuses = "happened|under way|planned|possible|conditional|called for|denied"
    heads = re.findall(rf"^  (?:[AB]  )?[A-Z][^“—]+, (?:{statuses})$", told, re.MULTILINE)
    assert len(heads) > 5
    assert len(heads) == told.count("\n    — ")
