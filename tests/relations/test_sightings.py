import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from legation.documents.span import Span
from legation.lexicon.plover import load_ontology
from legation.reading.claim import Time, TimeType
from legation.record.event import Account, Event, make_event
from legation.relations.families import load_families
from legation.relations.sightings import Sighting, drop_source, make_sight, see_events, see_without
from legation.relations.signs import Stand
from tests.builders import CHILE, KENYA, PERU
from tests.relations.builders import happen, on, tell

SIGHT = make_sight(("PER", "CHL"), load_families(), load_ontology())
SENT = "Peru sent Chile rice on 3 May."


def see(*events: Event) -> list[Sighting]:
    return see_events(events, SIGHT)


def sent(text: str = SENT, **fields: Any) -> Account:
    fields.setdefault("when", on("2026-05-03", "2026-05-04", "3 May"))
    return tell(text, "AID", "sent", ([PERU], [CHILE]), **fields)


def test_a_dated_act_stands_under_its_days() -> None:
    (found,) = see(make_event([sent()]))
    assert (found.first, found.last, found.is_reported) == (dt.date(2026, 5, 3), dt.date(2026, 5, 3), False)
    assert (found.stand, found.sign, found.score) == (Stand.ACROSS, 1, 10.0)


@pytest.mark.parametrize(("status", "sign"), [("happened", 1), ("planned", 1), ("denied", 1)])
def test_what_has_no_time_stands_under_the_day_it_became_known(status: str, sign: int) -> None:
    (found,) = see(make_event([sent("Peru sent rice.", when=None, status=status)]))
    assert (found.first, found.is_reported, found.sign) == (dt.date(2026, 5, 4), True, sign)


def test_a_plan_stands_under_the_day_it_is_told_not_under_the_day_it_is_for() -> None:
    planned = sent("Peru sent it by 3 June.", when=on("2026-06-03", "2026-06-04", "3 June"), status="planned")
    (found,) = see(make_event([planned]))
    assert found.first == dt.date(2026, 5, 4)
    assert [(r.indicator.family, r.indicator.entry.name, r.sign) for r in found.families] == [
        ("statement", "announced cooperation", 1)
    ]


def test_a_time_with_an_open_end_gives_no_day() -> None:
    account = sent()
    since = Time("t1", Span(0, 1), "since May", "2026-05", dt.date(2026, 5, 1), None, "month", TimeType.DATE, None)
    (found,) = see(make_event([replace(account, time=since)]))
    assert (found.first, found.last) == (None, None)


def test_without_any_date_there_is_no_day() -> None:
    (found,) = see(make_event([sent("Peru sent rice.", when=None, published=None)]))
    assert found.first is None
    assert not found.is_history


@pytest.mark.parametrize(("published", "is_history"), [("2027-05-04", False), ("2027-05-05", True)])
def test_what_is_told_more_than_a_year_later_is_history(published: str, is_history: bool) -> None:
    (found,) = see(make_event([sent(published=published)]))
    assert found.is_history is is_history


def test_what_the_two_take_no_part_in_is_left_out() -> None:
    assert see(happen("Peru sent Kenya rice.", "AID", "sent", ([PERU], [KENYA]))) == []


def test_troops_sent_after_a_fight_are_no_help() -> None:
    sides, first, second = (
        ([PERU], [CHILE]),
        on("2026-05-01", "2026-05-02", "1 May"),
        on("2026-05-02", "2026-05-03", "2 May"),
    )
    fields = {"theme": "troops", "item": "personnel", "when": second}
    troops = happen("Peru sent troops on 2 May.", "MOBILIZE", "sent", sides, **fields)
    fight = happen("Peru shelled Chile on 1 May.", "ASSAULT", "shelled", sides, when=first)
    assert [item.sign for item in see(troops)] == [1]
    assert [item.sign for item in see(fight, troops)] == [-1, -1]


def test_what_was_announced_and_has_happened_is_no_announcement_any_more() -> None:
    told = make_event([sent(), sent("Peru sent rice, it said it would, on 3 May.", status="planned")])
    (found,) = see(told)
    assert "statement" not in {reading.indicator.family for reading in found.families}


def test_an_event_counts_under_one_indicator_of_each_family() -> None:
    arms = sent("Peru sent howitzers on 3 May.", mode="military", theme="howitzers", item="artillery")
    (found,) = see(make_event([arms]))
    assert [(r.indicator.family, r.indicator.entry.name) for r in found.families] == [("arms", "arms delivered")]


def test_claims_of_one_source_go_together() -> None:
    one, other = sent(), sent("Rice was sent by Peru on 3 May.")
    event = make_event([one, other])
    outlets = {one.origin.key: "The Andes Post", other.origin.key: "Pacific Wire"}
    (found,) = see_events([event], replace(SIGHT, outlets=outlets))
    assert found.sources == {"The Andes Post", "Pacific Wire"}
    left = drop_source(event, "Pacific Wire", outlets)
    assert left is not None
    assert [account.key for account in left.accounts] == [one.key]
    assert drop_source(left, "The Andes Post", outlets) is None


def test_without_a_source_everything_is_seen_as_if_it_had_never_been() -> None:
    kinds = ("AID", "ASSAULT", "MOBILIZE", "ACCUSE")
    texts = [(kind, f"Peru acted on {kind} {number}.", f"Paper {number % 3}") for number in range(9) for kind in kinds]
    when = on("2026-05-03", "2026-05-04", "acted")
    accounts = [
        tell(text, kind, "acted", ([PERU], [CHILE]), when=when, theme="Peru", item="personnel")
        for kind, text, _ in texts
    ]
    outlets = {account.origin.key: paper for account, (_, _, paper) in zip(accounts, texts, strict=True)}
    sight = make_sight(("PER", "CHL"), load_families(), load_ontology(), outlets)
    for papers in (["Paper 0", "Paper 1"], ["Paper 0"], ["Paper 2"]):
        events = [make_event([a]) for a in accounts if a.claim.type != "ASSAULT" or outlets[a.origin.key] in papers]
        kept = [event for event in events if outlets[event.accounts[0].origin.key] != "Paper 0"]
        assert see_without(see_events(events, sight), "Paper 0", sight) == see_events(kept, sight)
