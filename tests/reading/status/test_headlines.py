"""What a headline or a tense shows as done and the text or its date tells otherwise. Texts are our own."""

import pytest

from legation.documents.assemble import Details, document_from_text
from legation.documents.document import Document, Zone, ZoneKind
from legation.documents.span import Span
from legation.reading.reader import Reader
from tests.builders import find

pytestmark = pytest.mark.model


def headline_status(reader: Reader, title: str, body: str, trigger: str) -> str:
    text = f"{title}\n\n{body}\n"
    zones = (Zone(ZoneKind.TITLE, Span(0, len(title))), Zone(ZoneKind.BODY, Span(len(title) + 2, len(text))))
    claims = reader.read(Document("sha256:0", text, published="2026-03-04", zones=zones)).claims
    found = [claim for claim in claims if claim.trigger == find(text, trigger)]
    assert found
    return str(found[0].status)


@pytest.mark.parametrize(
    ("title", "body", "trigger", "status"),
    [
        ("Peru expels Chilean envoy", "Peru will expel the Chilean ambassador on Friday.", "expels", "planned"),
        ("Peru expels Chilean envoy", "Peru may expel the Chilean ambassador.", "expels", "possible"),
        ("Peru expels Chilean envoy", "Peru expelled the Chilean ambassador on Friday.", "expels", "happened"),
        (
            "Peru expels Chilean envoy",
            "Peru will expel the Chilean ambassador. It had expelled the ambassador of Chile in 2019.",
            "expels",
            "planned",
        ),
        ("Peru expels Chilean envoy", "Kenya will expel the Somali ambassador.", "expels", "happened"),
        ("Peru expels Chilean envoy", "Peru said it would lower its tariffs.", "expels", "happened"),
        ("Peru expelled Chilean envoy", "Peru will expel the Chilean ambassador again.", "expelled", "happened"),
    ],
)
def test_the_text_says_how_real_a_headline_is(reader: Reader, title: str, body: str, trigger: str, status: str) -> None:
    assert headline_status(reader, title, body, trigger) == status


def statuses(reader: Reader, text: str, published: str | None) -> list[str]:
    document = Document("sha256:0", text, published=published, zones=(Zone(ZoneKind.BODY, Span(0, len(text))),))
    return [str(claim.status) for claim in reader.read(document).claims if claim.type == "CONSULT"]


def test_an_occasion_after_its_report_is_still_to_come(reader: Reader) -> None:
    text = "Kenya cut tariffs on Tuesday, three days before a summit between Ruto and Museveni."
    assert statuses(reader, text, "2026-03-04") == ["planned"]
    assert statuses(reader, text, "2026-03") == ["happened"]
    assert statuses(reader, text, None) == ["happened"]


@pytest.mark.parametrize(
    ("text", "trigger", "status", "dated"),
    [
        ("Lavrov visits Hanoi on Friday.", "visits", "planned", True),
        ("Lavrov is visiting Hanoi next week.", "visiting", "planned", True),
        ("Peru will send Chile gas from April, and Chile pledged not to raise tariffs.", "pledged", "happened", False),
        ("Lavrov visited Hanoi on Monday.", "visited", "happened", True),
    ],
)
def test_what_is_done_is_not_dated_after_its_report(
    reader: Reader, text: str, trigger: str, status: str, dated: bool
) -> None:
    document = Document("sha256:0", text, published="2026-03-04", zones=(Zone(ZoneKind.BODY, Span(0, len(text))),))
    (claim,) = (claim for claim in reader.read(document).claims if claim.trigger == find(text, trigger))
    assert (claim.status, claim.time is not None) == (status, dated)


@pytest.mark.parametrize(
    ("title", "body", "day"),
    [
        ("Caracas expels Guyanese envoy", "Venezuela expelled the ambassador of Guyana on Saturday.", "2026-02-28"),
        ("Caracas expels Guyanese envoy", "Venezuela expelled the ambassador of Brazil on Saturday.", None),
        ("Caracas expels Guyanese envoy", "Venezuela may expel the ambassador of Guyana on Saturday.", None),
        ("Caracas expels Guyanese envoy", "Venezuela had expelled the ambassador of Guyana in 2019.", None),
    ],
)
def test_the_text_dates_a_headline(reader: Reader, title: str, body: str, day: str | None) -> None:
    text = f"{title}\n\n{body}\n"
    zones = (Zone(ZoneKind.TITLE, Span(0, len(title))), Zone(ZoneKind.BODY, Span(len(title) + 2, len(text))))
    reading = reader.read(Document("sha256:0", text, published="2026-03-04", zones=zones))
    claim = next(claim for claim in reading.claims if claim.trigger == find(text, "expels"))
    value = next((time.value for time in reading.times if time.id == claim.time), None)
    assert (value, str(claim.status)) == (day, "happened") if day else claim.status != "happened" or value is None


BRIEFS = """Kenya bombs Somali port

Kenya said its jets had struck the port in Somalia, where rebels had landed.

Peru expels Chilean envoy

{}

Ghana bans Togo's fish

{}
"""
DECISION = "An official in Lima said that the decision had been taken in the night by ministers."
COMING = "Peru will expel the ambassador of Chile, an official said in Lima on Monday night."


@pytest.mark.parametrize(("told", "status"), [((DECISION, COMING), "happened"), ((COMING, DECISION), "planned")])
def test_a_later_headline_is_tempered_by_what_stands_under_it(
    reader: Reader, told: tuple[str, str], status: str
) -> None:
    reading = reader.read(document_from_text(BRIEFS.format(*told), Details(published="2026-03-04")))
    claim = next(claim for claim in reading.claims if claim.trigger == find(reading.document.text, "expels"))
    assert claim.status == status
