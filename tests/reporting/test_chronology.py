"""A chronology's lines: dates as precise as known, undated events kept, what is not done told from what is."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from legation.reading.reader import Reader
from legation.record.event import make_event
from legation.reporting.chronology import Section, claim_kind, make_line, matter_of
from legation.workspace.workspace import Workspace
from tests.builders import CHILE, KENYA
from tests.relations.builders import tell

pytestmark = pytest.mark.model
REPORT = """Published: 4 March 2026
Japan sent Peru medicine on Monday. Japan sent Peru tents in 2024. Japan praised Peru. Japan may sanction Peru in May.
If Peru agrees, Japan will send doctors to Peru. Japan denied that it had threatened Peru.
"""


@pytest.fixture
def record(tmp_path: Path, reader: Reader) -> Workspace:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    opened = Workspace(str(tmp_path / "r.db"), reader=reader)
    assert [added.problem for added in opened.add([str(tmp_path / "a.txt")])] == [None]
    return opened


def test_lines_stand_in_order_and_undated_ones_last(record: Workspace) -> None:
    lines = record.chronology("JPN", "PER").lines
    assert [line.when for line in lines][:2] == ["2024", "2 March 2026"]
    assert lines[-1].event.time is None


def test_what_is_not_done_is_not_real(record: Workspace) -> None:
    lines = record.chronology("JPN", "PER").lines
    real = {(line.event.type, line.is_real) for line in lines}
    assert ("AID", True) in real
    assert ("SANCTION", False) in real
    assert all(
        not line.is_real for line in lines if line.event.status in ("possible", "conditional", "denied", "planned")
    )


def test_each_line_quotes_the_document(record: Workspace) -> None:
    chronology = record.chronology("JPN", "PER")
    for line in chronology.lines:
        for account in line.event.accounts:
            document = chronology.documents[account.evidence.document_id]
            assert account.evidence.span.of(document.text) == account.evidence.quote


def test_what_is_signed_is_a_commitment_and_what_is_sent_a_transfer(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "b.txt").write_text(
        "Published: 4 March 2026\nJapan and Peru signed a treaty on Monday. Japan sent Peru medicine.\n",
        encoding="utf-8",
    )
    with Workspace(str(tmp_path / "s.db"), reader=reader) as record:
        list(record.add([str(tmp_path / "b.txt")]))
        sections = {line.event.type: line.section for line in record.chronology("JPN", "PER").lines}
    assert sections == {"SUPPORT": Section.COMMITMENT, "AID": Section.TRANSFER}


def test_a_thing_is_not_named_twice_beside_its_number(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "one.txt").write_text(
        "2026-03-04\n\nKenya sent 300 soldiers to Somalia on Monday. Kenya deployed soldiers to Somalia."
    )
    with Workspace(tmp_path / "record.db", reader=reader) as workspace:
        list(workspace.add([str(tmp_path / "one.txt")]))
        matters = [line.matter for line in workspace.chronology("KEN", "SOM").lines]
    assert "300 soldiers" in matters
    assert not any(matter.count("soldiers") > 1 for matter in matters)


def test_who_is_on_both_sides_is_named_once(record: Workspace) -> None:
    line = next(line for line in record.chronology("JPN", "PER").lines if line.event.type == "AID")
    assert replace(line, agents=("Japan", "Peru"), recipients=("Peru",)).parties == "Japan and Peru"
    assert replace(line, agents=("Japan",), recipients=("Peru", "Chile")).parties == "Japan → Peru and Chile"
    assert replace(line, agents=(), recipients=("Peru",)).parties == "→ Peru"


def test_what_was_delivered_is_shown_and_what_was_promised_beside_it() -> None:
    sides = ((KENYA,), (CHILE,))
    promise: dict[str, Any] = {"status": "planned", "number": ("300 tents", 300)}
    texts = [f"Kenya will send Chile 300 tents, {voice} said." for voice in ("one", "another")]
    plans = [tell(text, "AID", "send", sides, **promise) for text in texts]
    told = tell("Kenya sent Chile 120 tents.", "AID", "sent", sides, number=("120 tents", 120))
    line = make_line(make_event([*plans, told]))
    assert (line.quantity, line.rivals["quantity"]) == ("120", ("300",))
    vague = make_line(make_event([*plans, tell("Kenya sent Chile tents.", "AID", "sent", sides)]))
    assert (vague.quantity, vague.rivals["quantity"]) == (None, ("300",))
    assert make_line(make_event(plans)).quantity == "300"


def test_a_claim_is_named_as_its_event_and_says_nothing_twice() -> None:
    sides = ((KENYA,), (CHILE,))
    signed = tell("Kenya signed a memorandum with Chile.", "SUPPORT", "signed", sides, theme="a memorandum")
    assert claim_kind(signed.claim) == make_line(make_event([signed])).kind == "Signature or accession"
    praised = tell("Kenya praised the talks.", "SUPPORT", "praised", sides, theme="the talks")
    assert claim_kind(praised.claim) == "Support"
    goods: dict[str, Any] = {"theme": "300 tents of wool", "number": ("300 tents", 300)}
    sent = tell("Kenya sent 300 tents of wool.", "AID", "sent", sides, **goods)
    assert matter_of(sent) == "300 tents of wool"
    assert matter_of(praised) == "the talks"
