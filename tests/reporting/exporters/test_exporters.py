"""Each format holds what the events hold, can be read by the tools it is for, and keeps to the licence gate."""

import csv
import io
import json
import sys

import pyarrow.parquet as pq
import pytest
from lxml import etree

from legation.actors.imported import read_piece, unknown_actor
from legation.documents.document import Document
from legation.documents.eventdata import parse_event_data
from legation.errors import LegationError
from legation.lexicon.licences import load_licences
from legation.lexicon.plover import load_ontology
from legation.plugins import find_exporters, format_of, get_exporter
from legation.record.event import Event
from legation.reporting.exporters.ftm import load_model, read_events
from legation.reporting.exporters.parcel import Item, Parcel
from legation.reporting.exporters.tables import harmless
from legation.reporting.gate import Gate
from tests.builders import CHILE, KENYA, make_document
from tests.relations.builders import BORIC, RUTO, happen

AID = happen(
    'Kenya sent Chile "tents" on 2 May 2026.',
    "AID",
    "sent",
    ((KENYA,), (CHILE,)),
    mode="humanitarian",
    theme="tents",
    item="aid",
    when=("2 May 2026", "2026-05-02", "2026-05-03"),
)
TALKS = happen(
    "Ruto may meet Boric in June 2026.",
    "CONSULT",
    "meet",
    ((RUTO, BORIC), ()),
    status="possible",
    when=("June 2026", "2026-06-01", "2026-07-01"),
)
EVENTS = (AID, TALKS)


def report_of(event: Event, **fields: object) -> Document:
    account = event.accounts[0]
    return make_document(account.evidence.quote, **{"title": "A <b>title</b>", "outlet": "Rift Post", **fields})


def export(name: str, *events: Event, **fields: object) -> bytes:
    items = [Item(event, {event.documents[0]: report_of(event, **fields)}) for event in events or EVENTS]
    file = io.BytesIO()
    get_exporter(name).write(Parcel("Kenya and Chile", items, Gate(load_licences()), load_ontology()), file)
    assert not file.closed
    return file.getvalue()


# What needs a library of the extra "exchange" is tested apart.
FORMATS = [pytest.param(name, marks=pytest.mark.exchange if name == "ftm" else ()) for name in find_exporters()]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_what_it_is_and_is_known_by_its_ending(name: str) -> None:
    exporter = find_exporters()[name]
    assert exporter.name == name
    assert exporter.about
    assert format_of(f"out{exporter.suffix}") == name
    assert export(name)


def test_a_table_has_a_row_a_claim_with_its_words() -> None:
    rows = list(csv.DictReader(io.StringIO(export("csv").decode())))
    assert [row["type"] for row in rows] == ["AID", "CONSULT"]
    assert rows[0]["quote"] == AID.accounts[0].evidence.quote
    assert (rows[0]["from"], rows[0]["to"], rows[1]["status"]) == ("2026-05-02", "2026-05-03", "possible")


FORMULAE = ("=1+1", "+1", "-1", "@x", "'=1")


@pytest.mark.parametrize("words", FORMULAE)
@pytest.mark.parametrize(("name", "mark", "column"), [("csv", ",", "title"), ("polecat", "\t", "Source")])
def test_no_text_of_a_report_is_a_formula(name: str, mark: str, column: str, words: str) -> None:
    data = export(name, title=words, outlet=words).decode()
    rows = list(csv.DictReader(io.StringIO(data), delimiter=mark))
    assert any(row[column].startswith(f"'{words}") for row in rows)


def test_numbers_keep_their_signs() -> None:
    assert harmless(-2.5) == -2.5


def test_parquet_has_the_same_rows_with_numbers() -> None:
    table = pq.read_table(io.BytesIO(export("parquet")))
    assert table.column("type").to_pylist() == ["AID", "CONSULT"]
    assert table.schema.field("start").type == "double"


def test_json_lines_hold_events_with_their_evidence() -> None:
    rows = [json.loads(line) for line in export("jsonl").splitlines()]
    assert [row["event"] for row in rows] == [event.id for event in EVENTS]
    assert rows[0]["evidence"][0]["quote"] == AID.accounts[0].evidence.quote


def test_graphml_has_actors_and_arcs() -> None:
    root = etree.fromstring(export("graphml"))
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    nodes = {node.get("id") for node in root.iterfind(".//g:node", space)}
    arcs = {(edge.get("source"), edge.get("target")) for edge in root.iterfind(".//g:edge", space)}
    assert nodes == {"KEN", "CHL", "william-ruto", "gabriel-boric"}
    assert arcs == {("KEN", "CHL"), ("gabriel-boric", "william-ruto")}


@pytest.mark.exchange
def test_entities_fit_the_librarys_model_and_come_back() -> None:
    model = load_model()
    lines = export("ftm").splitlines()
    for line in lines:
        entity = model.get_proxy(json.loads(line))
        entity.schema.validate(json.loads(line))
    first, second = read_events(lines)
    assert (first.type, first.mode, first.status) == ("AID", "humanitarian", "happened")
    assert (first.start, first.end) == ("2026-05-02", "2026-05-03")
    assert (first.agents, first.recipients) == (("legation-actor-KEN",), ("legation-actor-CHL",))
    assert (second.type, second.status, second.recipients) == ("CONSULT", "possible", ())
    assert first.quotes == (AID.accounts[0].evidence.quote,)


def test_without_the_library_the_way_to_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "followthemoney", None)
    with pytest.raises(LegationError, match=r'pip install "legation\[exchange\]"'):
        export("ftm")


def test_the_event_data_layout_can_be_imported_again() -> None:
    data = export("polecat")
    rows = list(csv.DictReader(io.StringIO(data.decode()), delimiter="\t"))
    assert (rows[0]["Event Date"], rows[0]["Intensity"], rows[0]["Contexts"]) == ("2026-05-02", "10", "")
    assert {row["Event Date"] for row in rows[1:]} == {"2026-06"}
    assert {row["Contexts"] for row in rows[1:]} == {"hypothetical"}
    (piece,) = parse_event_data(data, "back.tsv", "Back")
    reading, refused = read_piece(piece, lambda name, _: unknown_actor(name), load_ontology())
    assert refused == []
    assert [claim.type for claim in reading.claims] == [row["Event Type"] for row in rows]


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_a_dossier_cites_every_claim(name: str) -> None:
    text = export(name).decode()
    assert all(event.accounts[0].evidence.quote.split()[0] in text for event in EVENTS)
    assert "Rift Post" in text
    assert "possible" in text


def test_titles_cannot_break_out_of_a_page() -> None:
    assert "<b>title</b>" not in export("html").decode()
    assert "<b>" not in export("markdown").decode().replace("\\<", "")


LONG = happen(
    f"Kenya sent Chile tents{', as it had said it would' * 20}.", "AID", "sent", ((KENYA,), (CHILE,)), theme="tents"
)


@pytest.mark.parametrize("name", ["csv", "jsonl", "html", "markdown", pytest.param("ftm", marks=pytest.mark.exchange)])
@pytest.mark.parametrize(("licence", "whole"), [("CC BY 4.0", True), ("All rights reserved", False)])
def test_a_forbidden_text_leaves_as_a_short_quote(name: str, licence: str, whole: bool) -> None:
    text = export(name, LONG, licence=licence).decode()
    assert (LONG.accounts[0].evidence.quote in text) is whole
