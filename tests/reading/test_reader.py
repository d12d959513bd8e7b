"""The whole reader: any text is read without a fault, every span quotes its text, and the same text reads the same."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.documents.assemble import document_from_text
from legation.documents.span import Span
from legation.reading.claim import Reading
from legation.reading.encode import decode_reading, encode_reading
from legation.reading.reader import Reader

pytestmark = pytest.mark.model
WORDS = (
    "Kenya Somalia the The Russian president Kim Lee Putin's said that “ ” ‘ ’ \" ' ( ) — - , . ? ! : ; if may not "
    "never troops weapons 12,000 seven more than Tuesday yesterday in May 2023 and or sent to accused of visiting "
    "talks with treaty Pyongyang U.S. NATO he they its who which \n \n\n \u00a0 \u2028 \t 한국 Кремль 中国 🙂 "
    "http://x.y 0/250"
).split(" ")
news = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
any_text = st.one_of(news, st.text(max_size=200))
often = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def spans(reading: Reading) -> Iterator[tuple[Span, str | None]]:
    """Yield every span of a reading with the quote it stores, if it stores one."""
    for found in (*reading.mentions, *reading.times, *reading.quantities):
        yield found.span, found.text
    for attribution in reading.attributions:
        for part in (*attribution.source, *attribution.cue, *attribution.content):
            yield part, None
    for claim in reading.claims:
        yield claim.trigger, None
        yield claim.evidence, None
        if claim.condition is not None:
            yield claim.condition, None
        if claim.theme is not None:
            yield claim.theme.span, claim.theme.text


@given(text=any_text)
@often
def test_spans_lie_in_the_text_and_quote_it(reader: Reader, text: str) -> None:
    reading = reader.read(document_from_text(text))
    for span, quote in spans(reading):
        assert 0 <= span.start < span.end <= len(text)
        assert quote is None or text[span.start : span.end] == quote


@given(text=any_text)
@often
def test_ids_point_to_what_there_is(reader: Reader, text: str) -> None:
    reading = reader.read(document_from_text(text))
    mentions = {mention.id for mention in reading.mentions}
    times, quantities = {time.id for time in reading.times}, {quantity.id for quantity in reading.quantities}
    attributions = {attribution.id for attribution in reading.attributions}
    for claim in reading.claims:
        assert {*claim.agents, *claim.recipients} <= mentions
        assert claim.place is None or claim.place in mentions
        assert claim.time is None or claim.time in times
        assert claim.quantity is None or claim.quantity in quantities
        assert claim.attribution is None or claim.attribution in attributions
    for attribution in reading.attributions:
        assert attribution.source_mention is None or attribution.source_mention in mentions
        assert attribution.parent is None or attribution.parent in attributions


@given(text=any_text)
@often
def test_json_holds_all_and_reads_back(reader: Reader, text: str) -> None:
    reading = reader.read(document_from_text(text))
    data = json.loads(json.dumps(encode_reading(reading)))
    assert decode_reading(data, reading.document) == reading


def test_the_same_text_reads_the_same(reader: Reader) -> None:
    text = "Kenya may send troops to Haiti next month, officials in Nairobi said. They denied a deal with Togo."
    first, second = (encode_reading(reader.read(document_from_text(text))) for _ in range(2))
    assert json.dumps(first) == json.dumps(second)


def test_a_long_paragraph_is_read_to_its_end(reader: Reader) -> None:
    text = "Japan condemned Peru. " * 900
    reading = reader.read(document_from_text(text))
    assert len(reading.claims) == 900
    assert reading.claims[-1].trigger.of(text) == "condemned"


@pytest.mark.parametrize(("text", "times"), [("June Kelly met Jan Boer.", []), ("In June Kelly met Boer.", ["June"])])
def test_a_month_that_is_somebodys_given_name_is_no_time(text: str, times: list[str], reader: Reader) -> None:
    assert [time.text for time in reader.read(document_from_text(text)).times] == times
