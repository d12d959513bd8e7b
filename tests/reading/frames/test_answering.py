"""Whom an act answers that leaves its other side out. Texts are our own."""

import pytest

from legation.documents.document import Document, Zone, ZoneKind
from legation.documents.span import Span
from legation.reading.claim import Claim, Reading
from legation.reading.reader import Reader

pytestmark = pytest.mark.model


def read(reader: Reader, text: str, title: str = "") -> Reading:
    whole = f"{title}\n\n{text}" if title else text
    zones = [Zone(ZoneKind.TITLE, Span(0, len(title)))] if title else []
    body = Zone(ZoneKind.BODY, Span(len(whole) - len(text), len(whole)))
    return reader.read(Document("sha256:0", whole, published="2025-06-20", zones=(*zones, body)))


def claim_at(reading: Reading, word: str) -> Claim:
    text = reading.document.text
    return next(claim for claim in reading.claims if claim.trigger.of(text) == word)


def answered(reading: Reading, word: str) -> list[str | None]:
    actors = {mention.id: mention.actor for mention in reading.mentions}
    return [actor.country for key in claim_at(reading, word).recipients if (actor := actors[key]) is not None]


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("At talks with Peru in Lima, Chile denied that it had moved the posts.", "denied", "PER"),
        ("At talks with Peru in Lima, Chile denied the charge. It suspended talks on water.", "suspended", "PER"),
        ("Malta complained that Libya had seized a boat. Libya rejected the complaint.", "rejected", "MLT"),
        ("Zambia demanded that Malawi return the cattle. Malawi refused the demand.", "refused", "ZMB"),
        ("Oman made Yemen an offer of a truce. Yemen rejected the offer.", "rejected", "OMN"),
        ("Laos and Vietnam held talks on rice. Laos walked out of the talks.", "walked", "VNM"),
        ("Lula planned a visit to Uganda in May. He called off the visit.", "called", "UGA"),
        ("Ghana accused Togo of fraud. It recalled its ambassador.", "recalled", "TGO"),
        ("Chile closed the border with Peru. Peru condemned the move.", "condemned", "CHL"),
        ("Iran seized a Greek tanker. Athens protested against the move.", "protested", "IRN"),
        ("Ethiopia left the treaty with Kenya. Kenya rejected the decision and recalled its envoy.", "rejected", "ETH"),
        ("Ethiopia left the treaty with Kenya. Kenya rejected the decision and recalled its envoy.", "recalled", "ETH"),
        ("Togo was accused by Ghana of fraud. Togo recalled its ambassador.", "recalled", "GHA"),
        ("Kenya's president flew to Rwanda. He arrived on Monday.", "arrived", "RWA"),
        ("Togo wrote to Ghana demanding an apology.", "demanding", "GHA"),
        ("The Nile Basin Commission wrote to Cairo requesting a report.", "requesting", "EGY"),
        ("Malta demanded the release of a boat. Libya refused.", "refused", "MLT"),
        ("Malta complained that Libya had seized a boat. Libya denied this.", "denied", "MLT"),
        ("Chad bombed Sudan. Sudan recalled its ambassador.", "recalled", "TCD"),
    ],
)
def test_who_has_just_been_told_of_is_answered(reader: Reader, text: str, word: str, country: str) -> None:
    reading = read(reader, text)
    assert answered(reading, word) == [country]
    assert claim_at(reading, word).rule.endswith("; recipient carried over")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Laos and Vietnam held talks with China. Laos suspended the talks.", "suspended"),
        ("Ghana accused Togo of fraud. Benin rejected the complaint.", "rejected"),
        ("Ghana accused Togo of fraud. Togo rejected the offer.", "rejected"),
        ("Peru accused Chile of theft. Chile rejected a complaint.", "rejected"),
        ("Togo sent a man to Ghana demanding an apology.", "demanding"),
        ("Ghana accused Togo of theft. Togo refused.", "refused"),
        ("Chad helped Sudan. Sudan recalled its ambassador.", "recalled"),
    ],
)
def test_nobody_is_answered_where_it_is_not_plain(reader: Reader, text: str, word: str) -> None:
    assert answered(read(reader, text), word) == []


def test_an_envoy_is_not_called_home_from_where_others_quarrel(reader: Reader) -> None:
    assert answered(read(reader, "Ghana accused Togo of fraud. Mali recalled its ambassador."), "recalled") == []


def test_a_veto_names_no_partner(reader: Reader) -> None:
    reading = read(reader, "Chile, which vetoed a resolution on Cuba, sold ammunition in May.")
    assert answered(reading, "sold") == []


def test_the_first_sentence_tells_whom_a_headline_leaves_out(reader: Reader) -> None:
    text = "Bolivia and Argentina had been negotiating gas prices since March, but no deal was made."
    assert answered(read(reader, text, "Envoy leaves as Bolivia halts gas talks"), "halts") == ["ARG"]


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Chad asked Mali for a loan and was turned down.", "turned", ["MLI"]),
        ("Zambia asked Angola for fuel and was rebuffed.", "rebuffed", ["AGO"]),
        ("Chad asked Mali for a loan and Niger was turned down.", "turned", []),
        ("Chad thanked Mali for a loan and was turned down.", "turned", []),
    ],
)
def test_who_was_asked_turned_down(reader: Reader, text: str, word: str, country: list[str]) -> None:
    reading = read(reader, text)
    actors = {mention.id: mention.actor for mention in reading.mentions}
    found = [actors[key] for key in claim_at(reading, word).agents]
    assert [actor and actor.country for actor in found] == country
