"""Times that hang on an event: found, put together, dated where the text dates the event."""

from pathlib import Path

import pytest
import yaml
from spacy.language import Language

from legation.reading.claim import Time
from legation.reading.parse.passages import parse_passages
from legation.reading.times.anchors import anchor_times
from legation.reading.times.finding import find_times
from tests.builders import find, make_document

GOLD = Path(__file__).parents[2] / "gold" / "anchored_times.yml"
# Share of the gold whose days come out exactly; measured .98 when the floor was set.
FLOOR = 0.95

pytestmark = pytest.mark.model


def anchored(nlp: Language, text: str, published: str | None) -> list[Time]:
    document = make_document(text, published=published)
    return anchor_times(find_times(document), parse_passages(document, nlp), document)


def test_gold(nlp: Language) -> None:
    rows = yaml.safe_load(GOLD.read_text(encoding="utf-8"))
    right = 0
    for row in rows:
        span = find(row["text"], row["expression"])
        found = anchored(nlp, row["text"], row["published"])
        right += any(time.span.overlaps(span) and (time.from_, time.to) == (row["from"], row["to"]) for time in found)
    assert len(rows) >= 220
    assert right / len(rows) >= FLOOR


def test_the_measure_goes_into_the_anchored_time(nlp: Language) -> None:
    found = anchored(nlp, "Oslo hosted the talks on 3 May 2021. Two days after the talks, Bergen spoke.", "2021-06-01")
    assert [(time.id, time.text, time.value) for time in found] == [
        ("t1", "3 May 2021", "2021-05-03"),
        ("t2", "Two days after the talks", "2021-05-05"),
    ]
    assert found[1].anchor == "two days after 2021-05-03"


def test_an_event_without_a_date_stays_undated(nlp: Language) -> None:
    (found,) = anchored(nlp, "Two days after the talks, the envoy left.", "2021-06-01")
    assert (found.value, found.from_, found.to) == (None, None, None)
    assert found.anchor is not None
    assert "the document does not date it" in found.anchor


def test_a_date_beside_the_phrase_gives_its_day(nlp: Language) -> None:
    found = anchored(nlp, "They spoke on Tuesday, three days before the summit with Chad.", "2024-06-20")
    assert [time.value for time in found] == ["2024-06-18", "2024-06-18", "2024-06-21"]


@pytest.mark.parametrize(
    ("text", "event", "value"),
    [
        ("They succeeded in November 2023, two months after the Oslo summit.", "the Oslo summit", "2023-09"),
        ("It sailed on 5 May 2021, ten days before the talks in Bergen.", "the talks in Bergen", "2021-05-15"),
    ],
)
def test_a_distance_and_the_date_beside_it_date_the_event(nlp: Language, text: str, event: str, value: str) -> None:
    found = anchored(nlp, text, "2024-06-20")
    assert (found[-1].text, found[-1].value) == (event, value)
    assert (found[-1].anchor or "").startswith("counted back")


def test_what_is_counted_back_is_quoted_as_the_report_has_it(nlp: Language) -> None:
    found = anchored(nlp, "They succeeded in November 2023, two months after Chad’s summit.", "2024-06-20")
    assert found[-1].text == "Chad’s summit"


@pytest.mark.parametrize(
    "text",
    [
        "They succeeded in November 2023, more than two months after the Oslo summit.",
        "They succeeded in November 2023, months after the Oslo summit.",
        "They succeeded in November 2023, two months after the 3 September summit.",
    ],
)
def test_an_inexact_distance_or_a_dated_event_is_not_counted_back(nlp: Language, text: str) -> None:
    assert not [time for time in anchored(nlp, text, "2024-06-20") if (time.anchor or "").startswith("counted back")]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("They last met in September. It fired in November 2023, two months after the last meeting.", "2023-09"),
        ("They last met in September. It fired in December 2023, two months after the last meeting.", None),
        ("It rained in September. It fired in November 2023, two months after the last meeting.", None),
    ],
)
def test_a_bare_month_is_dated_by_a_distance_told_elsewhere(nlp: Language, text: str, month: str | None) -> None:
    found = anchored(nlp, text, "2024")
    assert (found[0].text, found[0].value) == ("September", month)
    assert (found[0].anchor or "").startswith("inferred") == (month is not None)


def test_text_without_such_phrases_keeps_its_times(nlp: Language) -> None:
    text = "They met on 3 May 2021 for two days."
    document = make_document(text)
    times = find_times(document)
    assert anchor_times(times, parse_passages(document, nlp), document) == times
