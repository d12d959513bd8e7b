"""What is sifted of an actor or a dyad is what a look at each of its events lets through, now and as of a day."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine
from sqlalchemy.event import listen

from legation.reading.claim import Status
from legation.record import derive, writer
from legation.record.listing import EventRow, Page, actor_page, dyad_page
from legation.record.session import Session, reading, writing
from legation.record.shadow import ensure, reading_as_of
from legation.record.sifting import (
    Cut,
    Sieve,
    count_stretches,
    find_extent,
    sift_dated,
    sift_undated,
    tally,
)
from tests.builders import CHILE, OSORIO, ReadingBuilder, make_document
from tests.record.histories import add, moment

# Days of acts and how they are told of: one that lasts, one without a beginning, one without an end among them.
ACTS = (
    ("AID", ("2026-01-05", "2026-01-06"), "happened"),
    ("ACCUSE", ("2026-01-20", "2026-02-20"), "denied"),
    ("AID", (None, "2026-02-01"), "planned"),
    ("AGREE", ("2026-02-03", "2026-02-04"), "happened"),
    ("REQUEST", ("2026-02-10", None), "happened"),
    ("AID", ("2026-03-01", "2026-04-01"), "planned"),
    ("ACCUSE", None, "denied"),
)
DAY = dt.date(2026, 2, 1)
SIEVES = (
    Sieve(("CHL", "PER")),
    Sieve(("PER",), first=DAY),
    Sieve(("PER", "CHL"), first=DAY, after=dt.date(2026, 2, 4)),
    Sieve(("CHL",), after=DAY, statuses=(Status.DENIED, Status.PLANNED)),
    Sieve((OSORIO.id, "CHL"), types=("AID",), first=dt.date(2026, 1, 31)),
    Sieve(("PER",), types=("AID", "AGREE"), statuses=(Status.HAPPENED,)),
)


@pytest.fixture(params=["now", "then"])
def session(request: pytest.FixtureRequest, engine: Engine) -> Iterator[Session]:
    """A look at a record with one report of each act, or at what one with more acts was then."""
    for number, (kind, days, status) in enumerate((*ACTS, *(ACTS if request.param == "then" else ()))):
        builder = ReadingBuilder(make_document(f"Osorio dealt with Chile about matter {number} at that time."))
        sides = builder.mention("Osorio", OSORIO), builder.mention("Chile", CHILE)
        time = builder.time("that time", *days) if days else None
        builder.claim(kind, "dealt", sides[:1], sides[1:], time=time, theme=f"matter {number}", status=status)
        with writing(engine) as session:
            made = builder.build()
            words = made.document.text.encode()
            writer.add_document(session, made.document, words, f"{number}.txt", moment(number))
            added = writer.add_reading(session, made, "made/1", moment(number))
            assert added is not None
            derive.adopt_readings(session, [added])
    last = moment(len(ACTS) - 1).isoformat()
    with reading(engine) if request.param == "now" else reading_as_of(engine, last) as found:
        yield found


def let_through(session: Session, sieve: Sieve) -> list[EventRow]:
    """Return what a sieve lets through, in order, by a look at each event of its actors."""
    ensure(session, faces=sieve.faces)
    one, *others = sieve.faces
    rows = dyad_page(session, one, others[0], Page()) if others else actor_page(session, one, Page())

    def is_in(row: EventRow) -> bool:
        if row.first_day is None:
            return True
        ends = row.last_day or row.first_day
        return (sieve.after is None or row.first_day < str(sieve.after)) and (
            sieve.first is None or ends >= str(sieve.first)
        )

    return [
        row
        for row in rows
        if is_in(row)
        and (not sieve.types or row.type in sieve.types)
        and (not sieve.statuses or row.status in sieve.statuses)
        and row.origins >= sieve.origins
    ]


@pytest.mark.parametrize("sieve", SIEVES)
def test_a_sieve_lets_through_what_it_says(session: Session, sieve: Sieve) -> None:
    wanted = let_through(session, sieve)
    assert wanted
    dated = [row for row in wanted if row.first_day is not None]
    assert sift_dated(session, sieve, Cut()) == dated
    assert sift_dated(session, sieve, Cut(latest=True)) == dated[::-1]
    assert sift_undated(session, sieve, Cut()) == [row for row in wanted if row.first_day is None]
    assert tally(session, sieve).statuses == Counter(row.status for row in wanted)
    months = Counter((str(row.first_day)[:7], row.status.value) for row in dated)
    assert count_stretches(session, sieve, 7) == [(*cell, months[cell]) for cell in sorted(months)]


def test_an_event_that_lasts_into_a_window_is_in_it(session: Session) -> None:
    window = Sieve(("CHL", "PER"), first=dt.date(2026, 2, 15), after=dt.date(2026, 3, 2))
    assert [row.type for row in sift_dated(session, window, Cut())] == ["ACCUSE", "AID"]
    assert find_extent(session, window) == (dt.date(2026, 1, 5), dt.date(2026, 3, 1))


ASKED = Sieve(("CHL", "PER"), types=("AID",), statuses=(Status.HAPPENED,), origins=1)


@pytest.mark.parametrize("sieve", [ASKED, replace(ASKED, origins=2), replace(ASKED, faces=("PER",))])
def test_no_event_is_looked_up_for_what_is_asked(engine: Engine, sieve: Sieve) -> None:
    add(engine, ["PER AID CHL 2026-02-03 happened tents", "PER AID CHL - happened rice"])
    asked: list[str] = []
    with reading(engine) as session:
        listen(session, "before_cursor_execute", lambda *told: asked.append(told[2]))
        for found in (sift_dated(session, sieve, Cut()), sift_undated(session, sieve, Cut())):
            assert [row.type for row in found] == (["AID"] if sieve.origins == 1 else [])
        tally(session, sieve)
        find_extent(session, sieve)
        count_stretches(session, sieve, 4)
    assert len(asked) == 6
    assert not [statement for statement in asked if re.search(r"(FROM|JOIN) events\b", statement)]
