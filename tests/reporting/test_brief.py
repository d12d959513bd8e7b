"""The brief: one page that holds everything it needs, escaped, with every link leading somewhere."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from legation.documents.document import Zone, ZoneKind
from legation.documents.span import Span
from legation.reading.claim import Reading
from legation.record import view
from legation.record.session import open_engine, reading
from legation.reporting.brief import BriefOptions, render_brief
from legation.reporting.chronology import Chronology, make_chronology
from tests.builders import CHILE, PERU, ReadingBuilder, make_aid_reading, make_document
from tests.record.test_record import keep

NOW = dt.datetime(2026, 3, 5, tzinfo=dt.UTC)


def make_rumour() -> Reading:
    """Return a reading of what may happen, with markup in the text and boilerplate after it."""
    text = "Peru & <b>Chile</b> may sign a pact.\nRead more: <script>alert(1)</script>"
    zones = (Zone(ZoneKind.BODY, Span(0, 36)), Zone(ZoneKind.BOILERPLATE, Span(37, len(text))))
    builder = ReadingBuilder(make_document(text, zones=zones, title="What <i>may</i> be", outlet="The “Wire”"))
    peru, chile = builder.mention("Peru", PERU), builder.mention("Chile", CHILE)
    builder.claim("AGREE", "sign", [peru, chile], status="possible", evidence=text[:36])
    return builder.build()


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[Chronology, view.Counts]]:
    engine = open_engine(str(tmp_path / "record.db"))
    readings = [make_aid_reading(licence="All rights reserved."), make_rumour()]
    keep(engine, readings)
    with reading(engine) as session:
        events = view.dyad_events(session, "PER", "CHL")
        yield make_chronology((PERU, CHILE), events, [item.document for item in readings]), view.count(session)
    engine.dispose()


def test_every_link_of_the_page_leads_to_a_place_in_it(made: tuple[Chronology, view.Counts]) -> None:
    page = render_brief(*made, NOW)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    targets = re.findall(r'href="#([^"]+)"', page)
    assert len(targets) > 8
    assert set(targets) <= set(ids)


def test_the_page_needs_no_network(made: tuple[Chronology, view.Counts]) -> None:
    page = render_brief(*made, NOW)
    assert not re.search(r'(src|href)="(?!#)|@import|url\(|<link|https?:', page)


def test_what_reports_say_is_escaped(made: tuple[Chronology, view.Counts]) -> None:
    page = render_brief(*made, NOW)
    assert "alert(1)" in page
    assert "<script>alert" not in page
    assert "<b>Chile" not in page
    assert "<i>may" not in page


def test_what_may_be_stands_apart_from_what_happened(made: tuple[Chronology, view.Counts]) -> None:
    page = render_brief(*made, NOW)
    happened, rest = page.split('id="not-established"')
    lines = [re.findall(r'<li class="line (\w+)"', part) for part in (happened, rest)]
    assert lines == [["happened"], ["possible"]]


def test_a_text_with_all_rights_reserved_is_only_quoted(made: tuple[Chronology, view.Counts]) -> None:
    chronology, counts = made
    notice = "only the passages cited are shown"
    assert notice in render_brief(chronology, counts, NOW)
    assert notice not in render_brief(chronology, counts, NOW, BriefOptions(lambda _: True))
