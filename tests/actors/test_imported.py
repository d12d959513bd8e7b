"""Rows of event data as claims: types and codes, dates as precise as they are, refused rows with their reasons."""

import datetime as dt

import pytest

from legation.actors.imported import parse_period, read_piece, reasons, unknown_actor
from legation.documents.eventdata import parse_event_data
from legation.lexicon.plover import load_ontology
from legation.reading.claim import ActorRef
from tests.builders import CHILE, KENYA

ONTOLOGY = load_ontology()
KNOWN = {"Kenya": KENYA, "Chile": CHILE}
DAY = dt.timedelta(days=1)


def resolve(name: str, _: str | None) -> ActorRef:
    return KNOWN.get(name) or unknown_actor(name)


def read(row: str, header: str = "date,source,target,type,status") -> tuple[list[tuple[object, ...]], list[str]]:
    (piece,) = parse_event_data(f"{header}\n{row}\n".encode(), "set.csv", "A set")
    reading, refused = read_piece(piece, resolve, ONTOLOGY)
    actors = {mention.id: mention.actor.id if mention.actor else None for mention in reading.mentions}
    claims = [
        (claim.type, claim.mode, [actors[key] for key in (*claim.agents, *claim.recipients)], claim.status.value)
        for claim in reading.claims
    ]
    return claims, list(reasons(refused))


@pytest.mark.parametrize(
    ("row", "claim"),
    [
        ("2024-01-02,Kenya,Chile,AID,", ("AID", None, ["KEN", "CHL"], "happened")),
        ("2024-01-02,Kenya,Chile,aid,planned", ("AID", None, ["KEN", "CHL"], "planned")),
        ("2024-01-02,Kenya,,190,", ("ASSAULT", None, ["KEN"], "happened")),
        ("2024-01-02,Kenya,Ruritania,0871,", ("RETREAT", "ceasefire", ["KEN", "name:ruritania"], "happened")),
    ],
)
def test_a_row_is_a_claim(row: str, claim: tuple[object, ...]) -> None:
    assert read(row) == ([claim], [])


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("02/01/2024,Kenya,Chile,AID,", "1 row: 02/01/2024: no date with its year first"),
        ("2024-01-02,Kenya,Chile,nonsense,", "1 row: nonsense: no PLOVER type and no CAMEO code"),
        ("2024-01-02,,Chile,AID,", "1 row: no source"),
    ],
)
def test_a_row_without_claim_says_why(row: str, reason: str) -> None:
    assert read(row) == ([], [reason])


@pytest.mark.parametrize(
    ("value", "first", "after", "granularity"),
    [
        ("2024-06-18", dt.date(2024, 6, 18), dt.date(2024, 6, 19), "day"),
        ("2024-06-18T10:00", dt.date(2024, 6, 18), dt.date(2024, 6, 19), "day"),
        ("20240618", dt.date(2024, 6, 18), dt.date(2024, 6, 19), "day"),
        ("2024/6/18", dt.date(2024, 6, 18), dt.date(2024, 6, 19), "day"),
        ("2024-06", dt.date(2024, 6, 1), dt.date(2024, 7, 1), "month"),
        ("2024", dt.date(2024, 1, 1), dt.date(2025, 1, 1), "year"),
        ("2024-10-08/2024-10-13", dt.date(2024, 10, 8), dt.date(2024, 10, 14), "interval"),
    ],
)
def test_dates_are_as_precise_as_they_are(value: str, first: dt.date, after: dt.date, granularity: str) -> None:
    assert parse_period(value) == (first, after, granularity)


@pytest.mark.parametrize("value", ["", "18.06.2024", "6/18/2024", "2024-13-01", "soon", "2024-10-13/2024-10-08"])
def test_no_date_is_guessed(value: str) -> None:
    assert parse_period(value) is None
