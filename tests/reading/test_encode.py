"""Readings as JSON objects and back."""

import json

from legation.documents.document import DateSource, Translation
from legation.reading.claim import Likelihood, Outcome
from legation.reading.encode import decode_reading, encode_number, encode_reading
from tests.builders import CHILE, PERU, ReadingBuilder, find, make_aid_reading, make_document


def keys(data: dict[str, object]) -> str:
    return " ".join(data)


def test_a_reading_survives_json() -> None:
    reading = make_aid_reading(
        published="2026-02-04T09:30",
        published_source=DateSource.TEXT,
        translation=Translation("machine", reviewed=None),
        authors=("A. Writer",),
    )
    data = json.loads(json.dumps(encode_reading(reading)))
    assert decode_reading(data, reading.document) == reading


def test_rare_fields_survive_json() -> None:
    builder = ReadingBuilder(make_document("If asked, Peru will probably visit Chile and fail."))
    peru, chile = builder.mention("Peru", PERU), builder.mention("Chile", CHILE)
    condition = find(builder.document.text, "If asked")
    likely = Likelihood("probably", 0.55, 0.8)
    builder.claim(
        "CONSULT", "visit", [peru], [chile], place=chile, status="conditional", condition=condition, likelihood=likely,
        outcome=Outcome.FAILURE, mode="visit",
    )  # fmt: skip
    builder.mention("Chile", None)
    reading = builder.build()
    assert decode_reading(json.loads(json.dumps(encode_reading(reading))), reading.document) == reading


def test_keys_stand_in_the_order_of_the_contract() -> None:
    data = encode_reading(make_aid_reading())
    assert keys(data) == "document mentions times quantities attributions claims"
    assert keys(data["document"]) == (
        "id path title outlet authors published published_source updated language original_language translation "
        "licence topics text zones"
    )
    assert keys(data["mentions"][0]) == "id span text form actor"
    assert keys(data["mentions"][0]["actor"]) == "id name type country"
    assert keys(data["times"][0]) == "id span text value from to granularity type anchor"
    assert keys(data["quantities"][0]) == "id span text low high unit of modifier"
    assert keys(data["attributions"][0]) == "id source cue content source_mention source_text kind parent"
    assert keys(data["claims"][0]) == (
        "id type mode agents recipients theme quantity time place status outcome likelihood condition attribution "
        "trigger evidence rule score"
    )


def test_what_is_not_stated_is_null() -> None:
    claim = encode_reading(make_aid_reading())["claims"][0]
    assert (claim["mode"], claim["place"], claim["condition"], claim["likelihood"]) == (None, None, None, None)


def test_whole_numbers_are_written_without_a_fraction() -> None:
    assert [repr(encode_number(number)) for number in (12000.0, 2.5, None)] == ["12000", "2.5", "None"]
