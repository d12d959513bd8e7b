"""Listings come a page at a time, in order, without a gap or a double; months are counted with them."""

from sqlalchemy import Engine

from legation.reading.claim import Reading
from legation.record.check import find_faults
from legation.record.listing import Cursor, EventRow, Page, actor_page, dyad_months, dyad_page
from legation.record.session import reading
from tests.builders import CHILE, PERU, ReadingBuilder, make_document
from tests.record.test_record import keep

DAYS = ["2026-02-03", "2026-02-03", "2026-03-09", None, None]
GOODS = ["tents", "grain", "pumps", "boats", "tools"]


def reports() -> list[Reading]:
    made = []
    for day, goods in zip(DAYS, GOODS, strict=True):
        published = "2025-01-0" + str(1 + len(made))
        builder = ReadingBuilder(make_document(f"Peru sent Chile {goods} then.", published=published))
        ids = [builder.mention(actor.name, actor) for actor in (PERU, CHILE)]
        time = builder.time("then", day, f"{day[:-1]}{int(day[-1]) + 1}") if day and day[-1] != "9" else None
        if day and day[-1] == "9":
            time = builder.time("then", day, "2026-03-10")
        builder.claim("AID", "sent", ids[:1], ids[1:], theme=goods, item=goods, time=time)
        made.append(builder.build())
    return made


def test_pages_follow_each_other(engine: Engine) -> None:
    keep(engine, reports())
    with reading(engine) as session:
        whole = dyad_page(session, "CHL", "PER", Page())
        found: list[EventRow] = []
        after: Cursor | None = None
        while some := dyad_page(session, "PER", "CHL", Page(2, after)):
            found += some
            after = some[-1].cursor
        assert found == whole == actor_page(session, "PER", Page())
    assert [row.first_day for row in whole] == DAYS
    assert {row.origins for row in whole} == {1}


def test_months_are_counted_and_sound(engine: Engine) -> None:
    keep(engine, reports())
    with reading(engine) as session:
        counted = [(row.month, row.type, row.events, row.happened) for row in dyad_months(session, "PER", "CHL")]
        assert list(find_faults(session)) == []
    assert counted == [(None, "AID", 2, 2), ("2026-02", "AID", 2, 2), ("2026-03", "AID", 1, 1)]
