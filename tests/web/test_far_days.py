"""Days at the ends of the calendar, in every field that takes one: an answer or a refusal, and soon."""

import time

import pytest
from fastapi.testclient import TestClient

pytestmark = pytest.mark.model

DAYS = ("9999-12-31", "9999-12-30", "9999", "0001-01-01", "0001", "9" * 39)
DYAD = "actor=RUS&actor=PRK"
ADDRESSES = (
    *(f"/chronology?a=RUS&b=PRK&{end}=" for end in ("from", "to", "as_of")),
    *(f"/chronology/chart?a=RUS&b=PRK&{end}=" for end in ("from", "to")),
    *(f"/dossier?{DYAD}&unit=week&{end}=" for end in ("from", "to", "as_of")),
    *(f"/search?q=troops&{end}=" for end in ("from", "to")),
    *(
        f"{page}?actor=RUS&{end}="
        for page in ("/network", "/network.svg", "/map", "/map.svg")
        for end in ("from", "to")
    ),
    *(f"/blocs?{end}=" for end in ("from", "to")),
    *(f"/questions/expedience-or-alliance?{end}=" for end in ("on", "since")),
    *(f"/export?format=csv&{end}=" for end in ("from", "to", "as_of")),
    *(f"/api/events?actor=RUS&{end}=" for end in ("from", "to", "as_of")),
    *(f"/api/views/contacts?{DYAD}&{end}=" for end in ("from", "to")),
    f"/forecasts/rates?{DYAD}&on=",
    "/api/changes?since=",
    "/?as_of=",
    "/reports?as_of=",
)
# What takes longer than this does work for years that nobody has told of.
SECONDS = 20


@pytest.mark.parametrize("address", ADDRESSES)
def test_far_days_are_answered_or_refused(reading_client: TestClient, address: str) -> None:
    for day in DAYS:
        before = time.monotonic()
        assert reading_client.get(address + day).status_code in {200, 404, 422}, day
        assert time.monotonic() - before < SECONDS, day
