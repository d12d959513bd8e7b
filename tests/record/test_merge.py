"""Claims of one occurrence become one event, others do not, and the order of arrival changes nothing."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.documents.span import Span
from legation.reading.claim import ActorRef, Reading
from legation.record import view
from legation.record.digest import leading_days
from legation.record.event import Account, Event, Evidence, Party, make_event, short_id
from legation.record.merge import merge
from legation.record.origin import Origin
from legation.record.session import open_engine, reading
from legation.record.traits import make_traits
from tests.builders import CHILE, KENYA, OSORIO, PERU, ReadingBuilder, make_document
from tests.record.test_record import keep

DAYS = {"2 May 2026": ("2026-05-02", "2026-05-03"), "May 2026": ("2026-05-01", "2026-06-01")}
DAYS |= {"9 June 2026": ("2026-06-09", "2026-06-10"), "2026": ("2026-01-01", "2027-01-01")}
DAYS |= {"June 2026": ("2026-06-01", "2026-07-01"), "3 May 2026": ("2026-05-03", "2026-05-04")}


def make_account(kind: str, agents: Sequence[ActorRef], recipients: Sequence[ActorRef], **fields: Any) -> Account:
    """Return an account of its own one-sentence document."""
    when, text = fields.pop("when", None), fields.pop("text", "It acted on the matter of grain and steel.")
    document = fields.pop("document", "1")
    builder = ReadingBuilder(make_document(f"{text} {when or ''} [{document}]"))
    time = builder.time(when, *DAYS[when]) if when else None
    name = builder.claim(kind, fields.pop("trigger", "acted"), (), (), **fields)
    claim = builder.claims[0]
    sides = [tuple(Party(actor.name, actor) for actor in side) for side in (agents, recipients)]
    quote = claim.evidence.of(builder.document.text)
    return Account(
        key=f"{builder.document.id[7:19]}.{name}",
        reading_id=1,
        claim=claim,
        agents=sides[0],
        recipients=sides[1],
        place=None,
        time=builder.times[0] if time else None,
        quantity=None,
        attributions=(),
        speakers=(),
        published="2026-05-04",
        evidence=Evidence(builder.document.id, claim.evidence, quote, "by hand"),
        origin=Origin(short_id(builder.document.id)),
    )


ONE_DAY = {"when": "2 May 2026"}
SON = ActorRef("name:luis rey", "Luis Rey", OSORIO.type, "PER")
CASES: list[tuple[str, Account, Account, bool]] = [
    (
        "the same act on the same day in two reports",
        make_account("AID", [PERU], [CHILE], **ONE_DAY),
        make_account("AID", [PERU], [CHILE], **ONE_DAY, document="2"),
        True,
    ),
    (
        "a day within a month",
        make_account("AID", [PERU], [CHILE], **ONE_DAY),
        make_account("AID", [PERU], [CHILE], when="May 2026", document="2"),
        True,
    ),
    (
        "a day within a year says too little",
        make_account("AID", [PERU], [CHILE], **ONE_DAY),
        make_account("AID", [PERU], [CHILE], when="2026", document="2"),
        False,
    ),
    (
        "other days",
        make_account("AID", [PERU], [CHILE], **ONE_DAY),
        make_account("AID", [PERU], [CHILE], when="9 June 2026", document="2"),
        False,
    ),
    (
        "the other direction",
        make_account("AID", [PERU], [CHILE], **ONE_DAY),
        make_account("AID", [CHILE], [PERU], **ONE_DAY, document="2"),
        False,
    ),
    (
        "a meeting has no direction",
        make_account("CONSULT", [PERU], [CHILE], **ONE_DAY),
        make_account("CONSULT", [CHILE, PERU], [], **ONE_DAY, document="2"),
        True,
    ),
    (
        "a person for its state",
        make_account("CONSULT", [OSORIO], [CHILE], **ONE_DAY),
        make_account("CONSULT", [PERU], [CHILE], **ONE_DAY, document="2"),
        True,
    ),
    (
        "two persons of one state",
        make_account("CONSULT", [OSORIO], [CHILE], **ONE_DAY),
        make_account("CONSULT", [SON], [CHILE], **ONE_DAY, document="2"),
        False,
    ),
    (
        "announced and carried out",
        make_account("CONSULT", [PERU], [CHILE], **ONE_DAY, status="planned"),
        make_account("CONSULT", [PERU], [CHILE], **ONE_DAY, document="2"),
        True,
    ),
    (
        "a denial of the same",
        make_account("AID", [PERU], [CHILE], **ONE_DAY, theme="grain", item="food"),
        make_account("AID", [PERU], [CHILE], **ONE_DAY, theme="grain", item="food", status="denied", document="2"),
        True,
    ),
    (
        "other goods",
        make_account("AID", [PERU], [CHILE], **ONE_DAY, theme="grain", item="food"),
        make_account("AID", [PERU], [CHILE], **ONE_DAY, theme="steel", item="goods", document="2"),
        False,
    ),
    (
        "two statements of one day",
        make_account("STATEMENT", [PERU], [CHILE], **ONE_DAY, theme="grain"),
        make_account("STATEMENT", [PERU], [CHILE], **ONE_DAY, theme="steel", document="2"),
        False,
    ),
    (
        "a visit and a call",
        make_account("CONSULT", [PERU], [CHILE], **ONE_DAY, mode="visit"),
        make_account("CONSULT", [PERU], [CHILE], **ONE_DAY, mode="phone", document="2"),
        False,
    ),
    (
        "one word read twice",
        make_account("AID", [PERU], [CHILE], **ONE_DAY),
        replace(make_account("AID", [PERU], [CHILE], **ONE_DAY), key="0123456789ab.c2"),
        False,
    ),
    (
        "undated, possible and asserted",
        make_account("AID", [PERU], [CHILE], theme="grain", item="food"),
        make_account("AID", [PERU], [CHILE], theme="grain", item="food", status="possible", document="2"),
        False,
    ),
    (
        "undated, the same goods, reports of one month",
        make_account("AID", [PERU], [CHILE], theme="grain", item="food"),
        make_account("AID", [PERU], [CHILE], theme="grain", item="food", document="2"),
        True,
    ),
    (
        "nobody named",
        make_account("AID", [], [], **ONE_DAY),
        make_account("AID", [], [], **ONE_DAY, document="2"),
        False,
    ),
    (
        "a treaty signed in a month by two leaders, on a day of it by their states",
        make_account(
            "SUPPORT",
            [OSORIO],
            [CHILE],
            when="May 2026",
            text="It acted on a treaty that obliges both.",
            theme="treaty",
        ),
        make_account(
            "SUPPORT", [PERU], [CHILE], text="Critics acted on the treaty.", theme="treaty", document="2", **ONE_DAY
        ),
        True,
    ),
    (
        "words of support on a day and in its month",
        make_account(
            "SUPPORT",
            [PERU],
            [CHILE],
            when="May 2026",
            text="It acted for the plan on grain markets at Callao harbour.",
            theme="plan",
        ),
        make_account(
            "SUPPORT",
            [PERU],
            [CHILE],
            text="Critics acted on a plan whose authors wanted higher tariffs.",
            theme="plan",
            document="2",
            **ONE_DAY,
        ),
        False,
    ),
    (
        "one month and the next",
        make_account("AID", [PERU], [CHILE], when="May 2026"),
        make_account("AID", [PERU], [CHILE], when="June 2026", document="2"),
        False,
    ),
]


@pytest.mark.parametrize(("one", "other", "same"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_two_claims_are_one_event_or_two(one: Account, other: Account, same: bool) -> None:
    events = merge([one, other])
    assert len(events) == (1 if same else 2)
    assert merge([other, one]) == events or len(events) == 2


def test_an_event_keeps_every_status_with_its_claims() -> None:
    planned, done = CASES[8][1], CASES[8][2]
    event = merge([planned, done])[0]
    assert [(value.value.value, value.claims) for value in event.statuses] == [
        ("happened", (done.key,)),
        ("planned", (planned.key,)),
    ]


def test_an_event_stands_under_its_most_precise_day() -> None:
    day, month = CASES[1][1], CASES[1][2]
    assert merge([month, day])[0].first_day == dt.date(2026, 5, 2)


def test_what_took_place_stands_under_no_day_it_was_only_set_for() -> None:
    plan = make_account("CONSULT", [PERU], [CHILE], **ONE_DAY, status="planned")
    other_day = make_account("CONSULT", [PERU], [CHILE], when="3 May 2026", document="2")
    in_month = make_account("CONSULT", [PERU], [CHILE], when="May 2026", document="2")
    undated = make_account("CONSULT", [PERU], [CHILE], document="2")
    days = [make_event([plan, told]).first_day for told in (other_day, in_month, undated)]
    assert days == [dt.date(2026, 5, 3), dt.date(2026, 5, 2), dt.date(2026, 5, 2)]
    for told in (other_day, in_month, undated):
        traits = [make_traits(account) for account in (plan, told)]
        day = make_event([plan, told]).first_day
        assert leading_days(traits)[0] == str(day)


ACTORS = [PERU, CHILE, KENYA, OSORIO, SON]


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    """Draw a few reports with claims that differ in the ways merging looks at."""
    made = []
    for number in range(draw(st.integers(1, 5))):
        text = f"Report {number}: they acted, moved and met over grain and steel on 2 May 2026, 9 June 2026."
        builder = ReadingBuilder(make_document(text))
        for trigger in ("acted", "moved", "met")[: draw(st.integers(1, 3))]:
            sides = [draw(st.lists(st.sampled_from(ACTORS), max_size=2, unique=True)) for _ in range(2)]
            ids = [[builder.mention("they", actor) for actor in side] for side in sides]
            when = draw(st.sampled_from([None, "2 May 2026", "May 2026", "9 June 2026"]))
            builder.claim(
                draw(st.sampled_from(["AID", "CONSULT", "STATEMENT"])), trigger, *ids,
                time=builder.time(when, *DAYS[when]) if when else None,
                theme=draw(st.sampled_from([None, "grain", "steel"])),
                status=draw(st.sampled_from(["happened", "planned", "denied"])),
            )  # fmt: skip
        made.append(builder.build())
    return made


def contents(made: Sequence[Sequence[Reading]]) -> object:
    """Return what a record holds after these batches, one unit of work each."""
    with TemporaryDirectory() as folder:
        engine = open_engine(str(Path(folder) / "record.db"))
        for batch in made:
            keep(engine, batch)
        with reading(engine) as session:
            faces = sorted({face for actor in ACTORS for face in (actor.id, actor.country or "")})
            events = {face: view.actor_events(session, face) for face in faces}
            held = view.count(session)
        engine.dispose()
    return held, {face: [shape(event) for event in some] for face, some in events.items()}


def shape(event: Event) -> object:
    return event.id, event.type, event.statuses, event.first_day, [account.key for account in event.accounts]


@settings(max_examples=12, deadline=None)
@given(readings(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(made: list[Reading], random: Any) -> None:
    shuffled = list(made)
    random.shuffle(shuffled)
    assert contents([made]) == contents([[item] for item in shuffled])


def test_a_span_is_needed_for_every_claim() -> None:
    account = CASES[0][1]
    assert account.evidence.span == Span(0, len(account.evidence.quote))
