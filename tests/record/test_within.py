"""A question's window: events whose days meet it, and undated ones reported in it."""

import datetime as dt
from pathlib import Path

import pytest

from legation.reading.reader import Reader
from legation.record.view import dyad_events
from legation.record.within import events_within
from legation.workspace.workspace import Workspace

pytestmark = pytest.mark.model
REPORTS = {
    "before.txt": "Published: 4 March 2025\nPeru sent Chile 200 tents on 3 March 2025.\n",
    "inside.txt": "Published: 4 March 2026\nPeru sent Chile 300 blankets on 2 March 2026.\n",
    "year.txt": "Published: 4 March 2026\nChile's president visited Peru in July 2025.\n",
    "undated.txt": "Published: 5 March 2026\nPeru has threatened Chile with sanctions.\n",
}


def test_dated_and_undated_events_of_a_window(place: str, tmp_path: Path, reader: Reader) -> None:
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with Workspace(place, reader=reader) as record:
        assert all(added.problem is None for added in record.add([str(tmp_path / name) for name in REPORTS]))
        with record.looking() as session:
            everything = {event.id for event in dyad_events(session, "PER", "CHL")}
            whole = events_within(session, ("CHL", "PER"), (dt.date(2020, 1, 1), dt.date(2030, 1, 1)))
            late = events_within(session, ("CHL", "PER"), (dt.date(2026, 1, 1), dt.date(2027, 1, 1)))
            summer = events_within(session, ("CHL", "PER"), (dt.date(2025, 7, 10), dt.date(2025, 7, 20)))
    assert {event.id for event in whole} == everything
    quotes = {event.accounts[0].evidence.quote[:16] for event in late}
    assert quotes == {"Peru sent Chile ", "Peru has threate"}
    assert len(late) == 2
    assert [event.accounts[0].evidence.quote[:7] for event in summer] == ["Chile's"]
