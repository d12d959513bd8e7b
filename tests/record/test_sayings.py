"""Words of an actor are found by who said them, a state's people and bodies included, the newest first."""

import datetime as dt

from sqlalchemy import Engine

from legation.record.sayings import count_quoting, count_reports, find_sayings
from legation.record.session import reading
from legation.record.view import dyad_events
from tests.builders import make_aid_reading
from tests.record.test_record import keep

TEXT = "Peru sent Chile more than 200 tents on 3 February 2026, Ana Osorio said."


def test_a_states_voices_speak_for_it(engine: Engine) -> None:
    keep(engine, [make_aid_reading()])
    with reading(engine) as session:
        by_person = list(find_sayings(session, "name:ana osorio"))
        by_state = list(find_sayings(session, "PER"))
        by_other = list(find_sayings(session, "CHL"))
    assert [(speaker, words) for _, _, speaker, _, words in by_person] == [("Ana Osorio", TEXT.split(",")[0])]
    assert (by_state, by_other) == (by_person, [])


def test_the_newest_report_comes_first(engine: Engine) -> None:
    keep(engine, [make_aid_reading(published="2026-01-02"), make_aid_reading(f"{TEXT} Again.", published="2026-03-01")])
    with reading(engine) as session:
        assert [row[1] for row in find_sayings(session, "PER")] == ["2026-03-01", "2026-01-02"]


def test_coverage_counts_reports_of_the_period(engine: Engine) -> None:
    keep(engine, [make_aid_reading(published="2026-01-02"), make_aid_reading(f"{TEXT} Again.", published="2026-03-01")])
    since, until = dt.date(2026, 2, 1), dt.date(2026, 4, 1)
    with reading(engine) as session:
        assert (count_reports(session, since, until), count_quoting(session, "PER", since, until)) == (1, 1)
        assert (count_reports(session, None, until), count_quoting(session, "CHL", None, until)) == (2, 0)


def test_rows_of_one_data_set_are_one_origin(engine: Engine) -> None:
    rows = [make_aid_reading(outlet="A set"), make_aid_reading(f"{TEXT} Again.", outlet="A set")]
    keep(engine, rows, version="import/1")
    with reading(engine) as session:
        (event,) = dyad_events(session, "PER", "CHL")
    assert {account.origin.key for account in event.accounts} == {"data:a set"}
    assert len(event.origins) == 1
